import type { XdsObject, XdsValue } from '../../artifacts/xds/metadata.js';
import { tellsMatricule } from '../../identity/addresses.js';
import { readHl7Identifier } from '../../identity/hl7-identifier.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundInMetadata } from '../found.js';
import { patientIdsOf, xdsObjectsOf } from '../identities/identities-of-xds.js';
import { declaredMatricule, insOidIn, RULE_28, whenUnqualified } from './rules/unqualified.js';

/** The metadata of an archive of a patient whose identity is not qualified identify the patient without the INS. */
export const unqualifiedArchive = defineCheck({
  id: 'ins/unqualified-archive',
  on: 'xdm',
  rules: { 'ins-oid': RULE_28, matricule: RULE_28, mailbox: RULE_28 },
  examples: [
    {
      rule: 'ins-oid',
      base: 'xdm-unqualified',
      part: 'metadata',
      good: '<rim:Value>10004^^^&amp;2.999.1.1&amp;ISO^PI</rim:Value>',
      bad: '<rim:Value>171041305599142^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH</rim:Value>',
    },
    {
      rule: 'matricule',
      base: 'xdm-unqualified',
      part: 'metadata',
      good: '<rim:Value>10004^^^',
      bad: '<rim:Value>171041305599142^^^',
      trips: ['ins/metadata-identity'],
    },
    {
      rule: 'mailbox',
      base: 'xdm-unqualified',
      part: 'metadata',
      good: '<rim:Value>PID-8|M</rim:Value>',
      bad: '<rim:Value>PID-8|M</rim:Value><rim:Value>PID-13|^NET^X.400^171041305599142@patient.mssante.fr</rim:Value>',
    },
  ],
  run: (xdm, context) =>
    whenUnqualified(xdm, context, () => {
      const isDeclared = declaredMatricule(xdm, context);
      const values = xdm.content.subsets.flatMap((subset) =>
        xdsObjectsOf(subset.metadata)
          .flatMap(patientValues)
          .map(({ attribute, value, node }) => ({ subset, attribute, value, node })),
      );
      const findings = values.flatMap(
        ({ subset, attribute, value, node }): RawFinding<'ins-oid' | 'matricule' | 'mailbox'>[] => {
          const oid = insOidIn(value);
          if (oid) return [foundInMetadata(subset, 'ins-oid', node, { args: { attribute, oid }, actual: value })];
          const { value: id, oid: authority } = readHl7Identifier(value.replace(/^PID-\d+\|/, ''));
          if (isDeclared(id, authority))
            return [
              foundInMetadata(subset, 'matricule', node, { args: { attribute, oid: authority || '—' }, actual: value }),
            ];
          const address = value.split(/[\s|^~&]/).find(tellsMatricule);
          return address ? [foundInMetadata(subset, 'mailbox', node, { args: { attribute }, actual: address })] : [];
        },
      );
      return { evaluated: values.length, findings };
    }),
});

/** What an XDS object tells of its patient, by XDS attribute. */
function patientValues(object: XdsObject): (XdsValue & { attribute: string })[] {
  const named = (attribute: string, values: readonly XdsValue[]): (XdsValue & { attribute: string })[] =>
    values.map((value) => ({ ...value, attribute }));
  return [
    ...named('patientId', patientIdsOf(object)),
    ...named('sourcePatientId', object.slot('sourcePatientId')),
    ...named('sourcePatientInfo', object.slot('sourcePatientInfo')),
  ];
}
