/**
 * A regular expression of XPath, read. `set` is written for JavaScript (flag `u`) and matches exactly one code point; `variants` of nothing else.
 */
export type RegexNode =
  | { readonly kind: 'set'; readonly js: string }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'reference'; readonly group: number }
  | { readonly kind: 'group'; readonly capturing: boolean; readonly body: RegexNode }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly RegexNode[] }
  | {
      readonly kind: 'repeat';
      readonly body: RegexNode;
      readonly least: number;
      /** Infinity when there is no bound. */
      readonly most: number;
      readonly lazy: boolean;
    };

export interface Flags {
  /** `s`: `.` takes line ends. */
  readonly all: boolean;
  /** `m` */
  readonly lines: boolean;
  /** `i` */
  readonly anyCase: boolean;
  /** `x`: white space in the expression is left out. */
  readonly spaced: boolean;
}
