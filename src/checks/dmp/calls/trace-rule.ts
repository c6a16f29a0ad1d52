import type { Rule } from '../../define.js';

/** A rule of a requirement on several exchanges: official samples are messages alone, no trace. */
export function traceRule(clause: string, severity: Rule['severity'] = 'error', mark: Rule['mark'] = 'primary'): Rule {
  return { severity, mark, clause, samples: null };
}

/** Names of the transactions, as people of the field call them. */
export const CALLED = {
  existence: 'TD0.2',
  authorization: 'TD0.3',
  'patient-list': 'TD0.4',
  search: 'TD3.1',
  'reference-search': 'TD3.1b',
  retrieval: 'TD3.2',
  publication: 'TD2.1',
  deletion: 'TD3.3c',
  update: 'TD3.3',
} as const;
