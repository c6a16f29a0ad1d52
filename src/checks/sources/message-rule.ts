import type { Rule } from '../define.js';

/** A rule on the messages of the DMP, with how many official sample messages break it; `of` is 0 when no sample is of that kind. */
export function messageRule(
  severity: Rule['severity'],
  mark: Rule['mark'],
  clause: string,
  broken: number,
  of: number,
): Rule {
  const samples = of === 0 ? null : { broken, of, corpus: 'DMP_LPS Exemple de messages v02.05.00' };
  return { severity, mark, clause, samples };
}
