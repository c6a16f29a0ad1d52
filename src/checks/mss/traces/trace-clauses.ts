import type { Rule } from '../../define.js';
import type { Mark } from '../../mark.js';

/** What the ANS answers on MSS/CONF.17 and MSS/CONF.18. */
export const FAQ = 'ANS, FAQ du 16/10/2025 sur SC.MSS/CONF.17 et SC.MSS/CONF.18';

/** A rule on functional traces. No official trace exists to try it on. */
export function onTraces(clause: string, severity: Rule['severity'] = 'error', mark: Mark = 'primary'): Rule {
  return { severity, mark, clause, samples: null };
}
