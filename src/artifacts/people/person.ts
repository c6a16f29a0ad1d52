/** What an artifact says of one person. */
export interface Person {
  readonly ins?: readonly string[];
  readonly ids?: readonly string[];
  readonly names?: readonly string[];
  readonly givens?: readonly string[];
  /** Birth dates as written: `19850714`, `198507140930+0100`, `14/07/1985`. */
  readonly birthDates?: readonly string[];
}
