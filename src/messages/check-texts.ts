/** Texts of one rule: what was found, what was expected, how to mend it. Names in braces are arguments of the finding. */
export interface RuleTexts {
  readonly finding: string;
  readonly expected: string;
  readonly remedy: string;
}

/** Texts of a check: its name, what it verifies, why it matters, and each of its rules. */
export interface CheckTexts {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly rules: Readonly<Record<string, RuleTexts>>;
}
