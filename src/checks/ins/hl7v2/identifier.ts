import type { Artifact } from '../../../artifacts/artifact.js';
import { cx } from '../../../artifacts/hl7v2/data-types.js';
import type { Hl7Value } from '../../../artifacts/hl7v2/value.js';
import { birthDateFault } from '../../../identity/birth-date.js';
import { authorityOf } from '../../../identity/oids.js';
import { placeIn } from '../../context.js';
import type { RawFinding, Rule } from '../../define.js';

const SAMPLES = { broken: 0, of: 40, corpus: 'ansforge/hl7V2-exemples, 40 PID' };

/** How a repetition of PID-3 writes a national identifier, beside what stands in it. */
export const IDENTIFIER_RULES = {
  oid: {
    severity: 'error',
    mark: 'primary',
    clause:
      "Référentiel INS : un matricule et son OID (INS/va1.01) ; ANS, liste des OID des autorités d'affectation des INS",
    samples: SAMPLES,
  },
  'ins-type': {
    severity: 'warning',
    mark: 'observed',
    clause: "ANS, hl7V2-exemples, et annexe CI-SIS « Prise en charge de l'INS », PID-3, CX.5",
    samples: SAMPLES,
  },
  'oid-type': { severity: 'warning', mark: 'primary', clause: 'HL7 v2.5 §2.A.33 (HD.3), table 0301', samples: SAMPLES },
  namespace: {
    severity: 'warning',
    mark: 'observed',
    clause: "ANS, hl7V2-exemples, et annexe CI-SIS « Prise en charge de l'INS », PID-3, CX.4",
    samples: SAMPLES,
  },
  'effective-date': {
    severity: 'warning',
    mark: 'primary',
    clause: 'HL7 v2.5 §2.A.14 (CX.7), §2.A.21 (DT)',
    samples: SAMPLES,
  },
} as const satisfies Readonly<Record<string, Rule>>;

/** @param identifier a repetition of PID-3 that is national. */
export function judgeIdentifier(
  artifact: Artifact<'hl7v2'>,
  identifier: Hl7Value,
): RawFinding<keyof typeof IDENTIFIER_RULES>[] {
  const { id, authority, type, effectiveDate } = cx(identifier);
  const { namespace, universalId } = authority;
  const national = authorityOf(universalId.text);
  const found: RawFinding<keyof typeof IDENTIFIER_RULES>[] = [];
  // An INS-C is judged by a rule of its own.
  if (national?.nature === 'INS-C') return found;
  if (national?.nature !== 'NIR' && national?.nature !== 'NIA')
    return [
      {
        rule: 'oid',
        at: placeIn(artifact, universalId.location),
        args: { oid: universalId.text },
        actual: id.text,
      },
    ];
  if (type.text.trim() !== 'INS')
    found.push({ rule: 'ins-type', at: placeIn(artifact, type.location), actual: type.text });
  if (authority.type.text.trim() !== 'ISO')
    found.push({
      rule: 'oid-type',
      at: placeIn(artifact, authority.type.location),
      actual: authority.type.text,
    });
  const named = /INS-(NIR|NIA|C)$/i.exec(namespace.text.trim())?.[1]?.toUpperCase();
  if (named !== undefined && named !== national.nature)
    found.push({
      rule: 'namespace',
      at: placeIn(artifact, namespace.location),
      args: { oid: universalId.text, nature: national.nature },
      actual: namespace.text,
    });
  const date = effectiveDate.text.trim();
  if (date !== '' && !isDate(date))
    found.push({ rule: 'effective-date', at: placeIn(artifact, effectiveDate.location), actual: date });
  return found;
}

/** DT: year, perhaps month, perhaps day. */
function isDate(text: string): boolean {
  if (!/^(?:\d{4}|\d{6}|\d{8})$/.test(text)) return false;
  return birthDateFault(text.padEnd(6, '01').padEnd(8, '01')) === undefined;
}
