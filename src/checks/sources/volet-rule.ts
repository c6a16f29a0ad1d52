import type { Rule } from '../define.js';

/** The two volets of the CI-SIS that carry a CDA in HL7 v2, by their guides of implementation. */
const GUIDES =
  "IG HL7 v2 « Transmission d'un document CDA-R2 » 2.1.3 et « Transmission au LPS » 1.1.3 (CI-SIS, CDA/HL7.01 à HL7.04)";

/** Messages of ansforge/hl7V2-exemples that carry a CDA, or stand for one. */
const CORPUS = 'ansforge/hl7V2-exemples';

/** A rule of the volets. @param of how many official messages it applies to; none when there is no sample. */
export function voletRule(part: string, severity: Rule['severity'], broken: number, of: number, what: string): Rule {
  return {
    severity,
    mark: 'primary',
    clause: `${GUIDES}, ${part}`,
    samples: of === 0 ? null : { broken, of, corpus: `${CORPUS}, ${of} ${what}` },
  };
}
