import type { Rule, Severity } from '../define.js';

/** Official documents that CDA rules are measured on. */
export type Corpus = 'TestContenuCDA-3-0' | 'interop-exemples-xdm' | 'hl7V2-exemples';

/**
 * A rule of the CI-SIS on the structure of every document, with how many official documents break it, of those it applies to.
 * Source: volet Structuration minimale de documents de santé v1.16.8 of 5 May 2026, and its schematron StrucMin.
 */
export function structural(
  part: string,
  broken: number,
  of: number,
  { severity = 'error', corpus = 'TestContenuCDA-3-0' }: { severity?: Severity; corpus?: Corpus } = {},
): Rule {
  return {
    severity,
    mark: 'primary',
    clause: `CI-SIS, Structuration minimale de documents de santé v1.16.8, ${part}`,
    samples: { broken, of, corpus },
  };
}
