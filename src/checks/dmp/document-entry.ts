import type { XdsObject } from '../../artifacts/xds/metadata.js';
import { readHl7Identifier } from '../../identity/hl7-identifier.js';
import { CLASS_OF_TYPE_CISIS, CLASS_OF_TYPE_DMP } from '../../terminology/class-of-type.js';
import type { ValueSet } from '../../terminology/value-set.js';
import { XDS_CLASS_CODE_CISIS } from '../../terminology/value-sets/xds-class-code-cisis.js';
import { XDS_CLASS_CODE_DMP } from '../../terminology/value-sets/xds-class-code-dmp.js';
import { XDS_FORMAT_CODE_CISIS } from '../../terminology/value-sets/xds-format-code-cisis.js';
import { XDS_FORMAT_CODE_DMP } from '../../terminology/value-sets/xds-format-code-dmp.js';
import { XDS_HEALTHCARE_FACILITY_TYPE_CODE_CISIS } from '../../terminology/value-sets/xds-healthcare-facility-type-code-cisis.js';
import { XDS_HEALTHCARE_FACILITY_TYPE_CODE_DMP } from '../../terminology/value-sets/xds-healthcare-facility-type-code-dmp.js';
import { XDS_PRACTICE_SETTING_CODE_CISIS } from '../../terminology/value-sets/xds-practice-setting-code-cisis.js';
import { XDS_PRACTICE_SETTING_CODE_DMP } from '../../terminology/value-sets/xds-practice-setting-code-dmp.js';
import { XDS_REFERENCE_ID_TYPE_CISIS } from '../../terminology/value-sets/xds-reference-id-type-cisis.js';
import { XDS_REFERENCE_ID_TYPE_DMP } from '../../terminology/value-sets/xds-reference-id-type-dmp.js';
import { XDS_TYPE_CODE_CISIS } from '../../terminology/value-sets/xds-type-code-cisis.js';
import { XDS_TYPE_CODE_DMP } from '../../terminology/value-sets/xds-type-code-dmp.js';
import { defineCheck, type RawFinding } from '../define.js';
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
  MIME_TYPE,
  slotAttribute,
  TITLE,
} from '../submissions/attributes.js';
import { judgeCodeParts, judgeCodes } from '../submissions/coded-values.js';
import { ENTRY_EXAMPLES, ENTRY_RULES, type EntryRule } from '../submissions/entry-rules.js';
import { isForDmp, isSignatureEntry, judgeSubmissions } from '../submissions/judge-submissions.js';
import { judgePeople } from '../submissions/people.js';
import type { Submission } from '../submissions/submissions-of.js';

/** The coded attributes that have one value, and the value sets of their codes: of the CI-SIS, and of the DMP. */
const CODED = [
  { attribute: 'classCode', cisis: XDS_CLASS_CODE_CISIS, dmp: XDS_CLASS_CODE_DMP },
  { attribute: 'typeCode', cisis: XDS_TYPE_CODE_CISIS, dmp: XDS_TYPE_CODE_DMP },
  { attribute: 'formatCode', cisis: XDS_FORMAT_CODE_CISIS, dmp: XDS_FORMAT_CODE_DMP },
  {
    attribute: 'healthcareFacilityTypeCode',
    cisis: XDS_HEALTHCARE_FACILITY_TYPE_CODE_CISIS,
    dmp: XDS_HEALTHCARE_FACILITY_TYPE_CODE_DMP,
  },
  { attribute: 'practiceSettingCode', cisis: XDS_PRACTICE_SETTING_CODE_CISIS, dmp: XDS_PRACTICE_SETTING_CODE_DMP },
] as const;

const PATIENT_ID = identifierAttribute('patientId', 'DocumentEntry.patientId');
const CODES = CODED.map(({ attribute }) => codeAttribute(attribute));
const REQUIRED = [
  identifierAttribute('uniqueId', 'DocumentEntry.uniqueId'),
  TITLE,
  MIME_TYPE,
  AUTHOR_PERSON,
  ...CODES,
  codeAttribute('confidentialityCode'),
  ...['creationTime', 'languageCode', 'legalAuthenticator', 'serviceStartTime', 'sourcePatientId'].map(slotAttribute),
];
const DATES = ['creationTime', 'serviceStartTime', 'serviceStopTime'].map(slotAttribute);
const SINGLE = [
  identifierAttribute('uniqueId', 'DocumentEntry.uniqueId'),
  PATIENT_ID,
  ...CODES,
  ...DATES,
  ...['languageCode', 'legalAuthenticator', 'sourcePatientId', 'hash', 'size', 'URI'].map(slotAttribute),
];

/** An entry of any document but a signature: that one has its own values. */
export const documentEntry = defineCheck({
  id: 'dmp/document-entry',
  on: ['xdm', 'soap'],
  rules: ENTRY_RULES,
  examples: ENTRY_EXAMPLES,
  run(artifact) {
    const isHistorical = artifact.declared.role === 'historical';
    return judgeSubmissions(artifact, (submission) => {
      const entries = submission.metadata.documentEntries.filter((entry) => !isSignatureEntry(entry));
      return {
        evaluated: entries.length,
        findings: entries.flatMap((entry) => judgeEntry(submission, entry, isHistorical)),
      };
    });
  },
});

function judgeEntry(submission: Submission, entry: XdsObject, isHistorical: boolean): RawFinding<EntryRule>[] {
  const forDmp = isForDmp(submission);
  // In an archive, dmp/xdm-documents asks for the patient.
  const required = submission.by === 'xdm' ? REQUIRED : [...REQUIRED, PATIENT_ID];
  return [
    ...judgePresence(submission, entry, exceptHistoricalDates(submission, entry, required, isHistorical)),
    ...judgeRepetition(submission, entry, SINGLE),
    ...judgeDates(submission, entry, exceptHistoricalDates(submission, entry, DATES, isHistorical)),
    ...judgeCodeParts(submission, entry, [
      ...CODED.map(({ attribute }) => attribute),
      'confidentialityCode',
      'eventCodeList',
    ]),
    ...CODED.flatMap(({ attribute, cisis, dmp }) =>
      judgeCodes<EntryRule>(submission, entry, attribute, forDmp ? dmp : cisis, {
        unknown: 'code',
        misplaced: attribute !== 'formatCode' ? 'scheme' : forDmp ? 'format-scheme-dmp' : 'format-scheme',
      }),
    ),
    ...judgeClass(submission, entry, forDmp),
    ...judgeForms(submission, entry, forDmp),
    ...judgeStatus(submission, entry),
    ...judgePeople(submission, entry),
  ];
}

/** The class is deduced from the type; a type that the table does not know tells none. */
function judgeClass(submission: Submission, entry: XdsObject, forDmp: boolean): RawFinding<EntryRule>[] {
  const [given] = entry.codes('classCode');
  const [type] = entry.codes('typeCode');
  const table = forDmp ? CLASS_OF_TYPE_DMP : CLASS_OF_TYPE_CISIS;
  const expected = type && table.classOf(type.value.trim());
  if (!type || !given?.value.trim() || expected === undefined || given.value.trim() === expected) return [];
  const args = {
    attribute: 'classCode',
    other: 'typeCode',
    type: type.value,
    expected,
    table: table.name,
    version: table.version,
  };
  return [foundInMetadata(submission, 'class-of-type', given.node, { args, actual: given.value })];
}

/** A CDA, one that shows itself, or the references of an imaging study (CI-SIS, mimeType). */
const MIME_TYPES = ['text/xml', 'application/xslt+xml', 'application/dicom'];

function judgeForms(submission: Submission, entry: XdsObject, forDmp: boolean): RawFinding<EntryRule>[] {
  const types = forDmp ? XDS_REFERENCE_ID_TYPE_DMP : XDS_REFERENCE_ID_TYPE_CISIS;
  return [
    ...MIME_TYPE.values(entry)
      .filter(({ value }) => value.trim() && !MIME_TYPES.includes(value.trim().toLowerCase()))
      .map(({ value, node }) => foundInMetadata(submission, 'mime-type', node, { actual: value })),
    ...entry
      .slot('languageCode')
      .filter(({ value }) => value && !/^[a-z]{2}-[A-Z]{2}$/.test(value))
      .map(({ value, node }) => foundInMetadata(submission, 'language', node, { actual: value })),
    ...entry
      .slot('urn:ihe:iti:xds:2013:referenceIdList')
      .filter(({ value }) => !isReference(value, types))
      .map(({ value, node }) =>
        foundInMetadata(submission, 'reference-id', node, {
          args: { set: types.name, version: types.version },
          actual: value,
        }),
      ),
  ];
}

/** CXi: an identifier, its authority and its type (ITI TF-3 table 4.2.3.1.7-2); what is unique by itself has no authority. */
function isReference(text: string, types: ValueSet): boolean {
  const { value, type } = readHl7Identifier(text);
  return value !== '' && types.has(type);
}
