/**
 * What an ANS workbook says, in plain text (line ends `\n`, HTML cleaned): the one model of the four layouts. Empty texts are ''.
 * Sources: the plug-ins segur-rapport and convergence-export of ansforge/segur-squash-plugins, and the workbooks that the ANS publishes.
 */
export interface RemWorkbook {
  /** Name of the file, without folder. */
  readonly file: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly layout: RemLayout;
  /** In the order of the workbook. */
  readonly requirements: readonly RemRequirement[];
  /** Every header of the sheet, with the field that it was taken for; undefined for a column that nobody reads. */
  readonly columns: readonly { readonly header: string; readonly field: string | undefined }[];
  readonly repairs: readonly RemRepair[];
  readonly warnings: readonly RemWarning[];
}

/** `rem`: the 34 columns of segur-rapport; `prepublication`: its 41; `convergence`: the 14 of the export; `published`: any other set of headers. */
export type RemLayout = 'rem' | 'prepublication' | 'convergence' | 'published';

export interface RemRequirement {
  /** Repaired, without the prefix of the socle or of the corridor: `MSS/CONF.25`. What our base is matched by. */
  readonly id: string;
  /** What the workbook writes about it. */
  readonly official: OfficialRequirement;
  readonly scenarios: readonly RemScenario[];
  /** Rows of the sheet, from 1. */
  readonly rows: readonly number[];
}

/** The cells of a requirement, as they are written. */
export interface OfficialRequirement {
  /** `SC.MSS/CONF.25`, `LGC.DMP/UX.10`, `SC.SSI/GEN.02 BIS`. */
  readonly id: string;
  /** `Vague 1`, `Vague 2`; the published workbooks write V1 or V2. */
  readonly perimeter: string;
  readonly chapter: string;
  readonly function: string;
  readonly statement: string;
  readonly comment: string;
  /** `EXIGENCE`, `PRECONISATION` or ''. */
  readonly nature: string;
  readonly profile: string;
  readonly historicalProfile: string;
  /** `Mineure`, `Majeure`, `Critique`, `Non définie` or ''. */
  readonly criticality: string;
  readonly order: string;
  /** `Inchangée`, `Modifiée`, `Nouvelle exigence`, `Obsolète` or ''. */
  readonly publication: string;
  /** Column VA N-1: `OUI`, `NON` or ''. */
  readonly previousWave: string;
}

export interface RemScenario {
  /** Repaired: `MSS/CONF.25.01`. */
  readonly id: string;
  readonly official: OfficialScenario;
  readonly proofs: readonly { readonly id: string; readonly official: OfficialText }[];
}

/** A scenario or a proof: its number as it is written, and its text. */
export interface OfficialText {
  readonly id: string;
  readonly text: string;
}

export interface OfficialScenario extends OfficialText {
  /** What whoever verifies looks at while the scenario is played; only the pre-publication layout has them. Absent when the cell is empty. */
  readonly verificationPoints?: string;
}

/** An id that was mended. */
export interface RemRepair {
  readonly row: number;
  readonly written: string;
  readonly repaired: string;
  /** Code of the catalogue, `rem/…`. */
  readonly code: string;
}

/** What the reader could not take as it is; code of the catalogue, `rem/…`. */
export interface RemWarning {
  readonly row: number | undefined;
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
}
