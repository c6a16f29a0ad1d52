import type { XdsObject, XdsValue } from '../../artifacts/xds/metadata.js';
import { defineCheck } from '../define.js';
import { foundInMetadata } from '../dmp/found.js';
import { insOidIn, RULE_28, whenUnqualified } from './rules/unqualified.js';

/** The metadata of an archive of a patient whose identity is not qualified identify the patient without the INS. */
export const unqualifiedArchive = defineCheck({
  id: 'ins/unqualified-archive',
  on: 'xdm',
  rules: { 'ins-oid': RULE_28 },
  examples: [
    {
      rule: 'ins-oid',
      base: 'xdm-unqualified',
      part: 'metadata',
      good: '<rim:Value>10004^^^&amp;2.999.1.1&amp;ISO^PI</rim:Value>',
      bad: '<rim:Value>171041305599142^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH</rim:Value>',
    },
  ],
  run: (xdm, context) =>
    whenUnqualified(xdm, context, () => {
      const values = xdm.content.subsets.flatMap((subset) => {
        const { submissionSet, documentEntries } = subset.metadata;
        return [...(submissionSet ? [submissionSet] : []), ...documentEntries]
          .flatMap(patientValues)
          .map(({ attribute, value, node }) => ({ subset, attribute, value, node }));
      });
      const findings = values.flatMap(({ subset, attribute, value, node }) => {
        const oid = insOidIn(value);
        return oid
          ? [foundInMetadata(subset, 'ins-oid' as const, node, { args: { attribute, oid }, actual: value })]
          : [];
      });
      return { evaluated: values.length, findings };
    }),
});

/** What an XDS object tells of its patient, by XDS attribute. */
function patientValues(object: XdsObject): (XdsValue & { attribute: string })[] {
  const named = (attribute: string, values: (XdsValue | undefined)[]): (XdsValue & { attribute: string })[] =>
    values.flatMap((value) => (value ? [{ ...value, attribute }] : []));
  return [
    ...named('patientId', [object.identifier('SubmissionSet.patientId'), object.identifier('DocumentEntry.patientId')]),
    ...named('sourcePatientId', object.slot('sourcePatientId')),
    ...named('sourcePatientInfo', object.slot('sourcePatientInfo')),
  ];
}
