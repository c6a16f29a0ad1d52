/** What an artifact says of one person. */
export interface Person {
  readonly ins?: readonly string[];
  readonly ids?: readonly string[];
  readonly names?: readonly string[];
  readonly givens?: readonly string[];
  /** Birth dates as written: `19850714`, `198507140930+0100`, `14/07/1985`. */
  readonly birthDates?: readonly string[];
  /** COG codes of the place of birth, and names of it. */
  readonly birthPlaces?: readonly string[];
  readonly addresses?: readonly PostalAddress[];
  /** As written, with or without `tel:`. */
  readonly phones?: readonly string[];
  /** Mail addresses, without `mailto:`. */
  readonly mails?: readonly string[];
  /** Someone close to the patient, of whom the patient's declaration says nothing. */
  readonly close?: true;
}

/** Where somebody lives. */
export interface PostalAddress {
  /** Number and street, then what else finds the place. */
  readonly lines: readonly string[];
  readonly postalCode?: string | undefined;
  readonly city?: string | undefined;
}
