import type { XdsObject, XdsValue } from '../../artifacts/xds/metadata.js';
import { SIGNATURE_CLASS } from '../../artifacts/xds/names.js';
import { isSystem, readHl7Person } from '../../identity/hl7-name.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { foundInMetadata } from '../found.js';
import { type Attribute, codeAttribute, MIME_TYPE, slotAttribute, TITLE } from '../submissions/attributes.js';
import {
  isForDmp,
  isSignatureEntry,
  judgeSubmissions,
  SIGNATURE_FORMATS,
  SIGNATURE_TYPE,
} from '../submissions/judge-submissions.js';
import type { Submission } from '../submissions/submissions-of.js';

type RuleName = 'kind' | 'value' | 'scheme' | 'as-submission' | 'signs' | 'in-archive' | 'unsigned' | 'not-a-signature';

const rule = (severity: Rule['severity'], clause: string): Rule => ({
  severity,
  mark: 'primary',
  clause,
  samples: { broken: 0, of: 1, corpus: 'DMP_LPS Exemple de messages v02.05.00, ITI-41' },
});
const DSG = 'ITI TF-3 §5.10.3.2 (DSG)';

/** What tells a reader that the entry is a signature: any value that stands here. */
const KIND: readonly (readonly [Attribute, readonly string[]])[] = [
  [codeAttribute('classCode'), [SIGNATURE_CLASS]],
  [codeAttribute('typeCode'), [SIGNATURE_TYPE]],
  [codeAttribute('formatCode'), SIGNATURE_FORMATS],
  [MIME_TYPE, ['text/xml']],
];

/** The rest, as the DMP's messages have it: every value stands here, and no other. */
const VALUES: readonly (readonly [Attribute, readonly string[]])[] = [
  [slotAttribute('languageCode'), ['art']],
  [TITLE, ['Source']],
  [codeAttribute('eventCodeList'), ['1.2.840.10065.1.12.1.14']],
  [codeAttribute('confidentialityCode'), ['N', 'MASQUE_PS', 'INVISIBLE_PATIENT']],
];

/** Systems of the codes of a signature. */
const SCHEMES: ReadonlyMap<string, string> = new Map([
  [SIGNATURE_CLASS, 'URN'],
  [SIGNATURE_TYPE, 'ASTM'],
  ['http://www.w3.org/2000/09/xmldsig#', 'URN'],
  ['urn:ihe:iti:dsg:detached:2014', '1.3.6.1.4.1.19376.1.2.3'],
  ['1.2.840.10065.1.12.1.14', '1.2.840.10065.1.12'],
]);

const ON_SIGNATURE = { base: 'soap-publish', part: 'signatureEntry' } as const;

/** The entry of the signature of a lot says that it is one, and of what. The signature itself is judged by dmp/submission-signature. */
export const signatureEntry = defineCheck({
  id: 'dmp/signature-entry',
  on: ['xdm', 'soap'],
  rules: {
    kind: rule('error', DSG),
    value: { ...rule('warning', 'DMP, exemples de messages TD2.1, entrée de la signature du lot'), mark: 'observed' },
    scheme: rule('warning', `${DSG} ; JDV_J57, JDV_J60, JDV_J66`),
    // The template of the DMP's code samples has the dates of the document.
    'as-submission': {
      ...rule('warning', 'DMP, exemples de messages TD2.1, entrée de la signature du lot'),
      mark: 'observed',
    },
    signs: rule('error', `${DSG}, association signs`),
    'in-archive': {
      severity: 'warning',
      mark: 'observed',
      clause: 'CI-SIS, Échange de documents de santé (IHE XDM)',
      samples: { broken: 0, of: 110, corpus: 'interop-exemples-xdm' },
    },
    unsigned: { ...rule('warning', 'DMP, alimentation (TD2.1) : signature du lot de soumission'), mark: 'observed' },
    'not-a-signature': rule('error', DSG),
  },
  examples: [
    { rule: 'kind', ...ON_SIGNATURE, good: 'nodeRepresentation="E1762"', bad: 'nodeRepresentation="34133-9"' },
    { rule: 'value', ...ON_SIGNATURE, good: '<rim:Value>art</rim:Value>', bad: '<rim:Value>fr-FR</rim:Value>' },
    {
      rule: 'scheme',
      ...ON_SIGNATURE,
      good: '<rim:Value>ASTM</rim:Value>',
      bad: '<rim:Value>2.16.840.1.113883.6.1</rim:Value>',
    },
    {
      rule: 'as-submission',
      ...ON_SIGNATURE,
      good: '<rim:Slot name="creationTime"><rim:ValueList><rim:Value>20260316093000',
      bad: '<rim:Slot name="creationTime"><rim:ValueList><rim:Value>20260316080000',
    },
    {
      rule: 'signs',
      ...ON_SIGNATURE,
      good: 'AssociationType:signs"',
      bad: 'AssociationType:APND"',
      trips: ['dmp/associations'],
    },
    {
      rule: 'in-archive',
      base: 'xdm',
      part: 'metadata',
      good: 'nodeRepresentation="urn:ihe:iti:xds-sd:pdf:2008"',
      bad: 'nodeRepresentation="urn:ihe:iti:dsg:detached:2014"',
    },
    {
      rule: 'unsigned',
      ...ON_SIGNATURE,
      good: 'objectType="urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1"',
      bad: 'objectType="urn:uuid:34268e47-fdf5-41a6-ba33-82133c465248"',
    },
    {
      rule: 'not-a-signature',
      base: 'dmp-publication',
      part: 'message',
      good: '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:signature@essai"/>',
      bad: 'PGRzOlNpZ25hdHVyZT4=',
      trips: ['dmp/message-form', 'dmp/publication'],
    },
  ],
  run(artifact) {
    return judgeSubmissions(artifact, (submission) => {
      const entries = submission.metadata.documentEntries.filter(isSignatureEntry);
      if (submission.by === 'xdm') {
        const found = entries.map(({ node }) => foundInMetadata(submission, 'in-archive', node));
        return { evaluated: submission.metadata.documentEntries.length, findings: found };
      }
      const { submissionSet, associations } = submission.metadata;
      const signs = associations.filter(
        ({ type, target }) => /(?:^|:)signs$/.test(type) && target === submissionSet?.entryUuid,
      );
      const signing = new Set(signs.map(({ source }) => source));
      const signless = entries.filter(({ entryUuid }) => !signing.has(entryUuid));
      const unsigned = submissionSet && entries.length === 0 && wantsSignature(submission);
      return {
        evaluated: unsigned ? 1 : entries.length,
        findings: [
          ...(unsigned ? [foundInMetadata(submission, 'unsigned', submissionSet.node)] : []),
          ...entries.flatMap((entry) => [...judgeEntry(submission, entry), ...judgeDocument(submission, entry)]),
          ...signless.map(({ node }) => foundInMetadata(submission, 'signs', node)),
        ],
      };
    });
  },
});

/** The DMP wants the lots that it is fed with to be signed; an update of what it holds is not. */
function wantsSignature(submission: Submission): boolean {
  return submission.by === 'provide-and-register' && isForDmp(submission);
}

/** What is sent for a signature is one that can be read: nothing else would tell that its XML is broken. */
function judgeDocument(submission: Submission, entry: XdsObject): RawFinding<RuleName>[] {
  const sent = submission.message?.documents.find((each) => each.entry === entry);
  const isRead = sent?.form === 'attached' || sent?.form === 'inline';
  return isRead && !sent.signature ? [foundInMetadata(submission, 'not-a-signature', sent.node)] : [];
}

function judgeEntry(submission: Submission, entry: XdsObject): RawFinding<RuleName>[] {
  return [
    ...judgeValues(submission, entry, 'kind', KIND),
    ...judgeValues(submission, entry, 'value', VALUES),
    ...judgeSchemes(submission, entry),
    ...judgeAsSubmission(submission, entry),
  ];
}

function judgeValues(
  submission: Submission,
  entry: XdsObject,
  name: 'kind' | 'value',
  expected: typeof KIND,
): RawFinding<RuleName>[] {
  return expected.flatMap(([attribute, values]) => {
    const written = attribute.values(entry);
    const wrong = written.find(({ value }) => !values.includes(value));
    const isWhole =
      name === 'kind' ? written.length > 0 : values.every((each) => written.some(({ value }) => value === each));
    if (!wrong && isWhole) return [];
    const args = { attribute: attribute.name, expected: values.join(name === 'kind' ? ' / ' : ', ') };
    const actual = written.map(({ value }) => value).join(', ');
    return [foundInMetadata(submission, name, (wrong ?? written[0] ?? entry).node, { args, actual })];
  });
}

function judgeSchemes(submission: Submission, entry: XdsObject): RawFinding<RuleName>[] {
  return entry.classifications.flatMap(({ name, value, scheme, node }) => {
    const expected = SCHEMES.get(value);
    if (name === undefined || expected === undefined || scheme === expected) return [];
    const args = { attribute: name, code: value, expected };
    return [foundInMetadata(submission, 'scheme', node, { args, actual: scheme ?? '' })];
  });
}

/**
 * The source's identifier of the patient is the patient's, and the dates and the author of a signature are those of the lot: unless a system
 * submits, which signs nothing.
 */
function judgeAsSubmission(submission: Submission, entry: XdsObject): RawFinding<RuleName>[] {
  const { submissionSet: set } = submission.metadata;
  if (!set) return [];
  const time = set.slot('submissionTime')[0];
  const author = set.authors[0]?.persons[0];
  const pairs: readonly (readonly [string, XdsValue | undefined, XdsValue | undefined])[] = [
    ['sourcePatientId', entry.slot('sourcePatientId')[0], entry.identifier('DocumentEntry.patientId')],
    ...['creationTime', 'serviceStartTime', 'serviceStopTime'].map(
      (name) => [name, entry.slot(name)[0], time] as const,
    ),
    ...(author && isSystem(readHl7Person(author.value))
      ? []
      : [['legalAuthenticator', entry.slot('legalAuthenticator')[0], author] as const]),
  ];
  return pairs.flatMap(([attribute, value, expected]) =>
    !expected?.value || value?.value === expected.value
      ? []
      : [
          foundInMetadata(submission, 'as-submission', (value ?? entry).node, {
            args: { attribute, expected: expected.value },
            actual: value?.value ?? '',
          }),
        ],
  );
}
