import type { Rule } from '../define.js';

/** A rule of a requirement on several exchanges: official samples are messages alone, no trace. */
export function traceRule(clause: string, severity: Rule['severity'] = 'error', mark: Rule['mark'] = 'primary'): Rule {
  return { severity, mark, clause, samples: null };
}
