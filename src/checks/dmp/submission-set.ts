import type { XdsObject } from '../../artifacts/xds/metadata.js';
import { XDS_CONTENT_TYPE_CODE_CISIS } from '../../terminology/value-sets/xds-content-type-code-cisis.js';
import { XDS_CONTENT_TYPE_CODE_DMP } from '../../terminology/value-sets/xds-content-type-code-dmp.js';
import { XDS_HEALTHCARE_FACILITY_TYPE_CODE_CISIS } from '../../terminology/value-sets/xds-healthcare-facility-type-code-cisis.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { foundInMetadata } from '../found.js';
import {
  AUTHOR_PERSON,
  codeAttribute,
  exceptHistoricalDates,
  identifierAttribute,
  judgeDates,
  judgePresence,
  judgeRepetition,
  judgeStatus,
  slotAttribute,
} from '../submissions/attributes.js';
import { judgeCodeParts, judgeCodes } from '../submissions/coded-values.js';
import { isForDmp, judgeSubmissions } from '../submissions/judge-submissions.js';
import { judgePeople, type PeopleRule, peopleRules } from '../submissions/people.js';
import { peopleExamples } from '../submissions/people-examples.js';
import type { Submission } from '../submissions/submissions-of.js';

type RuleName =
  | PeopleRule
  | 'none'
  | 'classification'
  | 'attribute'
  | 'repeated'
  | 'date'
  | 'code-parts'
  | 'content-type'
  | 'content-type-scheme'
  | 'status';

const rule = (part: string, severity: Rule['severity'] = 'error', broken = 0): Rule => ({
  severity,
  mark: 'primary',
  clause: `CI-SIS, métadonnées XDS, SubmissionSet${part} ; ITI TF-3 §4.2.3.3`,
  samples: { broken, of: 110, corpus: 'interop-exemples-xdm' },
});

const DATES = [slotAttribute('submissionTime')];
const SINGLE = [
  codeAttribute('contentTypeCode'),
  identifierAttribute('patientId', 'SubmissionSet.patientId'),
  identifierAttribute('sourceId', 'SubmissionSet.sourceId'),
  identifierAttribute('uniqueId', 'SubmissionSet.uniqueId'),
  ...DATES,
];
const REQUIRED = [AUTHOR_PERSON, ...SINGLE];

const ON_SET = { base: 'xdm', part: 'metadata' } as const;
const SUBMISSION_TIME = '<rim:Slot name="submissionTime"><rim:ValueList><rim:Value>20260316093000</rim:Value>';
const CONTENT_TYPE = [
  'nodeRepresentation="SA07">',
  '<rim:Slot name="codingScheme"><rim:ValueList><rim:Value>1.2.250.1.71.4.2.4</rim:Value></rim:ValueList></rim:Slot>',
  '<rim:Name><rim:LocalizedString xml:lang="FR" charset="UTF8" value="Cabinet individuel"/></rim:Name>',
].join('\n        ');
/** What follows the content type of the submission set, and no other code of the fixtures. */
const AFTER = '\n      </rim:Classification>\n      <rim:ExternalIdentifier';

/** The submission set of an archive or of a message has what XDS and the CI-SIS ask for, in the form that they ask. */
export const submissionSet = defineCheck({
  id: 'dmp/submission-set',
  on: ['xdm', 'soap'],
  rules: {
    none: {
      ...rule(''),
      samples: { broken: 0, of: 3, corpus: 'DMP_LPS Exemple de messages v02.05.00, messages qui soumettent' },
    },
    classification: rule(', classificationNode'),
    attribute: rule(' (attributs requis)'),
    repeated: rule(' (attributs à valeur unique)'),
    date: rule('.submissionTime'),
    'code-parts': rule('.contentTypeCode'),
    'content-type': rule('.contentTypeCode (JDV_J03, JDV_J59 pour le DMP)', 'warning'),
    'content-type-scheme': rule('.contentTypeCode, codingScheme'),
    status: { ...rule('.availabilityStatus', 'warning'), mark: 'observed' },
    ...peopleRules({ 'person-id': 4, 'institution-id': 1 }),
  },
  examples: [
    {
      rule: 'none',
      base: 'dmp-exchanges',
      part: 'deletion',
      good: '<rim:RegistryObjectList>',
      bad: '<rim:RegistryObjectList xmlns:rim="urn:oasis:names:tc:ebxml-regrep:rim:xsd:2.1">',
      trips: ['dmp/entry-update'],
    },
    {
      rule: 'classification',
      ...ON_SET,
      good: 'classificationNode="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd"',
      bad: 'classificationNode="a54d6aa5-d40d-43f9-88c5-b4633d873bdd"',
    },
    { rule: 'attribute', ...ON_SET, good: 'Slot name="submissionTime"', bad: 'Slot name="submissiontime"' },
    {
      rule: 'repeated',
      ...ON_SET,
      good: SUBMISSION_TIME,
      bad: `${SUBMISSION_TIME}<rim:Value>20260316093001</rim:Value>`,
    },
    { rule: 'date', ...ON_SET, good: SUBMISSION_TIME, bad: SUBMISSION_TIME.replace('093000', '103000+0100') },
    {
      rule: 'code-parts',
      ...ON_SET,
      good: CONTENT_TYPE + AFTER,
      bad: CONTENT_TYPE.replace('"codingScheme"', '"scheme"') + AFTER,
    },
    {
      rule: 'content-type',
      ...ON_SET,
      good: CONTENT_TYPE + AFTER,
      bad: CONTENT_TYPE.replace('SA07', 'SA99') + AFTER,
    },
    {
      rule: 'content-type-scheme',
      ...ON_SET,
      good: CONTENT_TYPE + AFTER,
      bad: CONTENT_TYPE.replace('71.4.2.4', '213.2.2') + AFTER,
    },
    {
      rule: 'status',
      ...ON_SET,
      good: 'StatusType:Approved">\n      <rim:Slot name="submissionTime">',
      bad: 'StatusType:Submitted">\n      <rim:Slot name="submissionTime">',
    },
    ...peopleExamples('urn:uuid:97418e33-4f0b-5c9e-8e56-944f1afbd1d1'),
  ],
  run(artifact) {
    const isHistorical = artifact.declared.role === 'historical';
    return judgeSubmissions<RuleName>(artifact, (submission) => {
      const { metadata, message, by } = submission;
      const { submissionSet: set } = metadata;
      if (set) return { evaluated: 1, findings: judgeSet(submission, set, isHistorical) };
      // Of an archive dmp/xdm-layout says it, and of a message that publishes nothing dmp/publication.
      const node = message?.body.node;
      const isEmpty = by === 'provide-and-register' && metadata.documentEntries.length === 0;
      if (by === 'xdm' || isEmpty || !node) return { evaluated: 0, findings: [] };
      return { evaluated: 1, findings: [foundInMetadata(submission, 'none', node)] };
    });
  },
});

function judgeSet(submission: Submission, set: XdsObject, isHistorical: boolean): RawFinding<RuleName>[] {
  // Without it a registry sees a package of it knows not what.
  const isClassified = set.codes('submissionSet').length > 0;
  return [
    ...(isClassified ? [] : [foundInMetadata(submission, 'classification', set.node)]),
    ...judgePresence(submission, set, exceptHistoricalDates(submission, set, REQUIRED, isHistorical)),
    ...judgeRepetition(submission, set, SINGLE),
    ...judgeDates(submission, set, exceptHistoricalDates(submission, set, DATES, isHistorical)),
    ...judgeCodeParts(submission, set, ['contentTypeCode']),
    ...judgeCodes(submission, set, 'contentTypeCode', contentTypes(submission, set), {
      unknown: 'content-type',
      misplaced: 'content-type-scheme',
    }),
    ...judgeStatus(submission, set),
    ...judgePeople(submission, set),
  ];
}

/** All official archives tell the kind of place, of JDV_J02, which JDV_J03 does not list whole: only the DMP is known to want a list. */
function contentTypes(submission: Submission, set: XdsObject): typeof XDS_CONTENT_TYPE_CODE_DMP {
  if (isForDmp(submission)) return XDS_CONTENT_TYPE_CODE_DMP;
  const isPlace = set.codes('contentTypeCode').some(({ value }) => XDS_HEALTHCARE_FACILITY_TYPE_CODE_CISIS.has(value));
  return isPlace ? XDS_HEALTHCARE_FACILITY_TYPE_CODE_CISIS : XDS_CONTENT_TYPE_CODE_CISIS;
}
