import type { ValueSet } from '../../../terminology/value-set.js';
import { XDS_CLASS_CODE_DMP } from '../../../terminology/value-sets/xds-class-code-dmp.js';
import { XDS_CONFIDENTIALITY_CODE_DMP } from '../../../terminology/value-sets/xds-confidentiality-code-dmp.js';
import { XDS_FORMAT_CODE_DMP } from '../../../terminology/value-sets/xds-format-code-dmp.js';
import { XDS_HEALTHCARE_FACILITY_TYPE_CODE_DMP } from '../../../terminology/value-sets/xds-healthcare-facility-type-code-dmp.js';
import { XDS_PRACTICE_SETTING_CODE_DMP } from '../../../terminology/value-sets/xds-practice-setting-code-dmp.js';
import { XDS_TYPE_CODE_DMP } from '../../../terminology/value-sets/xds-type-code-dmp.js';

/** A query that a registry stores (ITI TF-2 §3.18.4.1.2.3.7): what it wants, one parameter at least of each group. */
interface StoredQuery {
  readonly name: string;
  readonly required: readonly (readonly string[])[];
}

const ENTRY = 'XDSDocumentEntry';
const DOCUMENT = [`$${ENTRY}EntryUUID`, `$${ENTRY}UniqueId`];
const SET = ['$XDSSubmissionSetEntryUUID', '$XDSSubmissionSetUniqueId'];
const FOLDER = ['$XDSFolderEntryUUID', '$XDSFolderUniqueId'];
const PATIENT = [[`$${ENTRY}PatientId`], [`$${ENTRY}Status`]];

/** The query by criteria, which TD3.1 makes. */
export const FIND_DOCUMENTS = 'urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d';

/** By the id of each query (ITI TF-2 §3.18.4.1.2.4). */
export const STORED_QUERIES: ReadonlyMap<string, StoredQuery> = new Map([
  [FIND_DOCUMENTS, { name: 'FindDocuments', required: PATIENT }],
  [
    'urn:uuid:f26abbcb-ac74-4422-8a30-edb644bbc1a9',
    { name: 'FindSubmissionSets', required: [['$XDSSubmissionSetPatientId'], ['$XDSSubmissionSetStatus']] },
  ],
  [
    'urn:uuid:958f3006-baad-4929-a4de-ff1114824431',
    { name: 'FindFolders', required: [['$XDSFolderPatientId'], ['$XDSFolderStatus']] },
  ],
  [
    'urn:uuid:10b545ea-725c-446d-9b95-8aeb444eddf3',
    {
      name: 'GetAll',
      required: [['$patientId'], [`$${ENTRY}Status`], ['$XDSSubmissionSetStatus'], ['$XDSFolderStatus']],
    },
  ],
  ['urn:uuid:5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4', { name: 'GetDocuments', required: [DOCUMENT] }],
  ['urn:uuid:5737b14c-8a1a-4539-b659-e03a34a5e1e4', { name: 'GetFolders', required: [FOLDER] }],
  ['urn:uuid:a7ae438b-4bc2-4642-93e9-be891f7bb155', { name: 'GetAssociations', required: [['$uuid']] }],
  ['urn:uuid:bab9529a-4a10-40b3-a01f-f68a615d247a', { name: 'GetDocumentsAndAssociations', required: [DOCUMENT] }],
  ['urn:uuid:51224314-5390-4169-9b91-b1980040715a', { name: 'GetSubmissionSets', required: [['$uuid']] }],
  ['urn:uuid:e8e3cb2c-e39c-46b9-99e4-c12f57260b83', { name: 'GetSubmissionSetAndContents', required: [SET] }],
  ['urn:uuid:b909a503-523d-4517-8acf-8e5834dfc4c7', { name: 'GetFolderAndContents', required: [FOLDER] }],
  ['urn:uuid:10cae35a-c7f9-4cf5-b61e-fc3278ffb578', { name: 'GetFoldersForDocument', required: [DOCUMENT] }],
  [
    'urn:uuid:d90e5407-b356-4d91-a89f-873917b4b0e6',
    { name: 'GetRelatedDocuments', required: [DOCUMENT, ['$AssociationTypes']] },
  ],
  [
    'urn:uuid:12941a89-e02e-4be5-967c-ce4bfc8fe492',
    { name: 'FindDocumentsByReferenceId', required: [...PATIENT, [`$${ENTRY}ReferenceIdList`]] },
  ],
]);

/** Parameters of FindDocuments that hold codes, with the codes that the DMP takes; event codes are of any system. */
export const CODED: ReadonlyMap<string, ValueSet | undefined> = new Map([
  [`$${ENTRY}ClassCode`, XDS_CLASS_CODE_DMP],
  [`$${ENTRY}TypeCode`, XDS_TYPE_CODE_DMP],
  [`$${ENTRY}PracticeSettingCode`, XDS_PRACTICE_SETTING_CODE_DMP],
  [`$${ENTRY}HealthcareFacilityTypeCode`, XDS_HEALTHCARE_FACILITY_TYPE_CODE_DMP],
  [`$${ENTRY}ConfidentialityCode`, XDS_CONFIDENTIALITY_CODE_DMP],
  [`$${ENTRY}FormatCode`, XDS_FORMAT_CODE_DMP],
  [`$${ENTRY}EventCodeList`, undefined],
]);

/** Dates that bound a search, each with what closes the period. */
export const PERIODS = ['CreationTime', 'ServiceStartTime', 'ServiceStopTime'].map(
  (name) => [`$${ENTRY}${name}From`, `$${ENTRY}${name}To`] as const,
);

export const STATUS = `$${ENTRY}Status`;

/** Every parameter of FindDocuments; the patient's identifier is judged with those of the other messages. */
export const FIND_PARAMETERS: ReadonlySet<string> = new Set([
  `$${ENTRY}PatientId`,
  STATUS,
  `$${ENTRY}AuthorPerson`,
  `$${ENTRY}Type`,
  `$${ENTRY}ReferenceIdList`,
  '$MetadataLevel',
  '$homeCommunityId',
  ...CODED.keys(),
  ...PERIODS.flat(),
]);
