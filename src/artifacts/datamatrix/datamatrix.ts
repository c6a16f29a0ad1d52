/** The content of an INS datamatrix. */
export interface DatamatrixContent {
  readonly text: string;
}
