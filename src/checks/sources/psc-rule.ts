import type { Rule, Severity } from '../define.js';

const REFERENTIAL = 'Référentiel Pro Santé Connect v1.8.4';

/**
 * A rule of the référentiel as the points that the auditors verify quote it, with the standard that gives its letter if any. No
 * official capture is published, hence no sample.
 */
export function primary(clause: string, severity: Severity = 'error'): Rule {
  return { severity, mark: 'primary', clause: `${REFERENTIAL}, ${clause}`, samples: null };
}

/** A rule that rests on what working software sends, not on a text that was read: never an error. */
export function observed(clause: string, severity: Exclude<Severity, 'error'> = 'warning'): Rule {
  return { severity, mark: 'observed', clause, samples: null };
}

/** A rule that an editor's account or general knowledge alone tells of: advice. */
export function belief(clause: string): Rule {
  return { severity: 'info', mark: 'belief', clause, samples: null };
}

/** A rule of the CI-SIS volet on calls to API Pro Santé Connectées. The guide's own examples are its only samples. */
export function transport(clause: string, severity: Severity = 'error'): Rule {
  return {
    severity,
    mark: 'primary',
    clause: `CI-SIS, Sécurisation de la couche transport API REST Pro Santé Connectées v1.2.0, ${clause}`,
    samples: null,
  };
}
