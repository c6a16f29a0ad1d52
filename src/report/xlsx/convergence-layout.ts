/**
 * A column of the ANS workbook that convergence tools exchange: header, width in characters, and what its cells look
 * like.
 */
export interface ConvergenceColumn {
  readonly header: string;
  readonly width: number;
  readonly horizontal: 'center' | 'left';
  readonly indent?: number;
  /** Size of the font of data cells, in points; headers have 12. */
  readonly size: 10 | 12;
  readonly bold?: boolean;
  /** Locked if the sheet is protected, which the export leaves to its user. */
  readonly locked?: boolean;
}

/**
 * Columns A to N of the sheet `Exigences` of the ANS Convergence export (template of 2024-04-10). The order is part of
 * the format.
 */
export const CONVERGENCE_COLUMNS = [
  { header: 'Périmètre', width: 13.43, horizontal: 'center', size: 12 },
  { header: 'ID', width: 13.21, horizontal: 'center', size: 12, bold: true },
  { header: 'Chapitre', width: 37.93, horizontal: 'center', size: 12 },
  { header: 'Fonction', width: 35.21, horizontal: 'center', size: 12 },
  { header: 'Exigence', width: 66.43, horizontal: 'left', indent: 2, size: 12, locked: true },
  { header: 'Commentaire', width: 32.79, horizontal: 'left', indent: 2, size: 12, locked: true },
  { header: 'Profil', width: 12.21, horizontal: 'center', size: 12 },
  { header: 'N° scénario', width: 18.57, horizontal: 'center', size: 10, locked: true },
  { header: 'Scénario de conformité', width: 66.43, horizontal: 'left', indent: 1, size: 10 },
  { header: 'N° preuve', width: 18.57, horizontal: 'center', size: 10 },
  { header: 'Preuve', width: 30.57, horizontal: 'left', indent: 1, size: 10 },
  { header: 'Profil historique', width: 16.43, horizontal: 'center', size: 12 },
  { header: 'Criticité', width: 12.36, horizontal: 'center', size: 12 },
  { header: 'Ordre', width: 9.21, horizontal: 'center', size: 12 },
] as const satisfies readonly ConvergenceColumn[];

/** The other facts of the template. */
export const CONVERGENCE_SHEET = {
  name: 'Exigences',
  font: 'Arial',
  headerSize: 12,
  headerColor: 'FFFFFF',
  headerFill: '0070C0',
  /** Points. */
  headerHeight: 56.25,
  /** Percent. */
  zoom: 70,
  /** Where the filter starts; it ends with our own columns. */
  filterFrom: 'C1',
  profileSeparator: ' , ',
} as const;
