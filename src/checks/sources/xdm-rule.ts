import type { Rule, Severity } from '../define.js';

/** A rule of the CI-SIS on exchanged archives, with how many official archives break it. */
export function xdmRule(part: string, broken: number, of = 110, severity: Severity = 'error'): Rule {
  return {
    severity,
    mark: 'primary',
    clause: `CI-SIS, Échange de documents de santé (IHE XDM), ${part}`,
    samples: { broken, of, corpus: 'interop-exemples-xdm' },
  };
}
