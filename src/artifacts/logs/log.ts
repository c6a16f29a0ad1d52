/** A trace written by the vendor's software or by a tool beside it. */
export interface LogContent {
  readonly format: string;
}
