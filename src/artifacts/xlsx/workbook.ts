/** A spreadsheet in Office Open XML: a REM workbook, or a proof. Its cells are read by what needs them. */
export interface WorkbookContent {
  /** Names of the entries of its ZIP, in order. */
  readonly entries: readonly string[];
}
