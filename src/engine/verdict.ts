/**
 * Verdicts, worst first: rolling up keeps the first that occurs. The table is documented in `docs/verdicts.md`.
 *
 * `undetermined` our tool failed; `nonconforming` a check found an error; `missing` something needed to judge was not given;
 * `to-review` a person must judge a proof; `not-tested` nothing was looked at; `conforming`; `not-applicable`.
 */
export const VERDICTS = [
  'undetermined',
  'nonconforming',
  'missing',
  'to-review',
  'not-tested',
  'conforming',
  'not-applicable',
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** The worst of `verdicts`; nothing at all is `not-tested`, never conforming. */
export function rollUp(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'not-tested';
}

/**
 * Verdict of a step that needs `some` artifact to show something: one conforming artifact is enough, but our own failure is never hidden.
 */
export function rollUpSome(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('undetermined')) return 'undetermined';
  return verdicts.includes('conforming') ? 'conforming' : rollUp(verdicts);
}

/** True for verdicts that keep a run from exiting 0 when the requirement is mandatory. */
export function blocks(verdict: Verdict): boolean {
  return verdict === 'undetermined' || verdict === 'nonconforming' || verdict === 'missing' || verdict === 'not-tested';
}
