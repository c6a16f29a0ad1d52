/**
 * A column of an ANS workbook: header, width in characters, and what its header and its cells look like (template of the plug-in that
 * writes the workbook).
 */
export interface OfficialColumn {
  readonly header: string;
  readonly width: number;
  readonly head: Look;
  readonly data: Look;
}

/** What templates change from one column to the next. */
export interface Look {
  /** Points. */
  readonly size: 10 | 12;
  readonly bold?: boolean;
  readonly horizontal: 'center' | 'left';
  readonly indent?: number;
  /** Locked if the sheet is protected, which the report leaves to its user. */
  readonly locked?: boolean;
}

/** Facts that the templates of both plug-ins share. */
export const OFFICIAL_SHEET = {
  name: 'Exigences',
  font: 'Arial',
  headerColor: 'FFFFFF',
  headerFill: '0070C0',
  /** Points. */
  headerHeight: 56.25,
  /** Percent. */
  zoom: 70,
  /** Where the filter starts; it ends with our own columns. */
  filterFrom: 'C1',
  profileSeparator: ' , ',
  /** A header of the pre-publication layout alone: our own column in the others, so that reading the sheet gives them back. */
  verificationPoints: 'points de vérification',
} as const;
