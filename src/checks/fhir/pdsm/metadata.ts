import type { Artifact } from '../../../artifacts/artifact.js';
import { XDS_CLASS_CODE_CISIS } from '../../../terminology/value-sets/xds-class-code-cisis.js';
import { XDS_CLASS_CODE_DMP } from '../../../terminology/value-sets/xds-class-code-dmp.js';
import { XDS_CONFIDENTIALITY_CODE_DMP } from '../../../terminology/value-sets/xds-confidentiality-code-dmp.js';
import { XDS_FORMAT_CODE_CISIS } from '../../../terminology/value-sets/xds-format-code-cisis.js';
import { XDS_FORMAT_CODE_DMP } from '../../../terminology/value-sets/xds-format-code-dmp.js';
import { XDS_HEALTHCARE_FACILITY_TYPE_CODE_CISIS } from '../../../terminology/value-sets/xds-healthcare-facility-type-code-cisis.js';
import { XDS_HEALTHCARE_FACILITY_TYPE_CODE_DMP } from '../../../terminology/value-sets/xds-healthcare-facility-type-code-dmp.js';
import { XDS_PRACTICE_SETTING_CODE_CISIS } from '../../../terminology/value-sets/xds-practice-setting-code-cisis.js';
import { XDS_PRACTICE_SETTING_CODE_DMP } from '../../../terminology/value-sets/xds-practice-setting-code-dmp.js';
import { XDS_TYPE_CODE_CISIS } from '../../../terminology/value-sets/xds-type-code-cisis.js';
import { XDS_TYPE_CODE_DMP } from '../../../terminology/value-sets/xds-type-code-dmp.js';
import type { RawFinding, Rule } from '../../define.js';
import { judgeHashForm } from './attachments.js';
import { type Binding, codingsAt, judgeBindings, judgeCategory } from './codes.js';
import { foundIn, objectsAt, rootOf, textOf } from './found.js';
import { judgeMasterIdentifier } from './identifiers.js';
import { judgePeople, type PeopleRule, type Referred } from './people.js';

/** What is judged alike of every DocumentReference of PDSm, published in a set or alone. */
export type MetadataRule =
  | PeopleRule
  | 'required'
  | 'custodian'
  | 'repeated'
  | 'forbidden'
  | 'status'
  | 'language'
  | 'unique-id'
  | 'hash-form'
  | 'terminology'
  | 'context-terminology'
  | 'code'
  | 'category-of-type';

const CODED: readonly Binding<'terminology' | 'context-terminology'>[] = [
  { element: 'type', sets: [XDS_TYPE_CODE_CISIS, XDS_TYPE_CODE_DMP], rule: 'terminology' },
  { element: 'category', sets: [XDS_CLASS_CODE_CISIS, XDS_CLASS_CODE_DMP], rule: 'terminology' },
  { element: 'content.format', sets: [XDS_FORMAT_CODE_CISIS, XDS_FORMAT_CODE_DMP], rule: 'context-terminology' },
  {
    element: 'context.facilityType',
    sets: [XDS_HEALTHCARE_FACILITY_TYPE_CODE_CISIS, XDS_HEALTHCARE_FACILITY_TYPE_CODE_DMP],
    rule: 'context-terminology',
  },
  {
    element: 'context.practiceSetting',
    sets: [XDS_PRACTICE_SETTING_CODE_CISIS, XDS_PRACTICE_SETTING_CODE_DMP],
    rule: 'context-terminology',
  },
];

/** Where each of the corpus stands: the published examples of a profile. */
export type Broken = Readonly<Partial<Record<MetadataRule, number>>>;

/** Rules of the metadata of a DocumentReference; `broken` counts the published examples that break each, of `of`. */
export function metadataRules(profile: string, of: number, broken: Broken): Record<MetadataRule, Rule> {
  const rule = (name: MetadataRule, severity: Rule['severity'], clause: string): Rule => ({
    severity,
    mark: 'primary',
    clause: `PDSm 3.1.1, ${profile}, ${clause}`,
    samples: { broken: broken[name] ?? 0, of, corpus: 'exemples publiés des guides PDSm et PDSm4DMP' },
  });
  return {
    required: rule('required', 'error', 'cardinalités'),
    custodian: rule('custodian', 'warning', 'custodian 1..1'),
    repeated: rule('repeated', 'error', 'cardinalités'),
    forbidden: rule('forbidden', 'error', 'cardinalités 0..0'),
    status: rule('status', 'error', 'status'),
    language: rule('language', 'warning', 'content.attachment.language'),
    'unique-id': rule('unique-id', 'warning', 'masterIdentifier ; ITI TF-2 annexe Z.9.1'),
    'hash-form': rule('hash-form', 'error', 'content.attachment.hash (SHA-1)'),
    terminology: rule('terminology', 'error', 'constr-bind-type, constr-bind-category'),
    'context-terminology': rule('context-terminology', 'warning', 'constr-bind-format, constr-bind-ProducteurDoc'),
    code: rule(
      'code',
      'warning',
      'jeux de valeurs JDV_J02, J04, J06, J07, J08, J10 ; J57, J58, J60 à J62, J66 pour le DMP',
    ),
    'category-of-type': rule('category-of-type', 'warning', 'category ; ASS_X04, ASS_X16 pour le DMP'),
    'person-kind': rule('person-kind', 'error', 'author, authenticator, context.sourcePatientInfo'),
    'person-id': rule('person-id', 'warning', 'AsPractitioner, AsPractitionerRole : identifier'),
    'person-id-form': rule('person-id-form', 'warning', 'AsPractitioner, identifier : PS_IdNat'),
  };
}

/** Statuses that MHD gives a document: it has no equivalent for `entered-in-error`. */
export const STATUSES: readonly string[] = ['current', 'superseded'];

/** What does not depend on the profile but by its statuses and by who may be referred to. */
export function judgeMetadata(
  resource: Artifact<'fhir'>,
  statuses: readonly string[],
  people: readonly Referred[],
): RawFinding<MetadataRule>[] {
  return [
    ...judgeStatus(resource, statuses),
    ...judgeLanguage(resource),
    ...judgeMasterIdentifier(resource),
    ...judgeHashForm(resource),
    ...judgeBindings(resource, CODED),
    ...judgeSecurityLabels(resource),
    ...judgeCategory(resource),
    ...judgePeople(resource, people),
  ];
}

function judgeStatus(resource: Artifact<'fhir'>, statuses: readonly string[]): RawFinding<'status'>[] {
  const status = textOf(rootOf(resource), 'status');
  if (status === undefined || statuses.includes(status)) return [];
  return [foundIn(resource, 'status', ['status'], { args: { statuses: statuses.join(', ') }, actual: status })];
}

/** Every document that a French software makes is in `fr-FR`. */
function judgeLanguage(resource: Artifact<'fhir'>): RawFinding<'language'>[] {
  return objectsAt(rootOf(resource), 'content.attachment').flatMap((attachment) => {
    const language = textOf(attachment, 'language');
    if (language === undefined || language === 'fr-FR') return [];
    return [foundIn(resource, 'language', [...attachment.path, 'language'], { actual: language })];
  });
}

/** JDV_J08 is extensible: a label beside those of the CI-SIS is an alarm. */
function judgeSecurityLabels(resource: Artifact<'fhir'>): RawFinding<'code'>[] {
  const { name, version } = XDS_CONFIDENTIALITY_CODE_DMP;
  return codingsAt(resource, 'securityLabel').flatMap((coding) => {
    const code = textOf(coding, 'code')?.trim();
    if (!code || XDS_CONFIDENTIALITY_CODE_DMP.has(code)) return [];
    const args = { element: 'securityLabel', set: name, version };
    return [foundIn(resource, 'code', [...coding.path, 'code'], { args, actual: code })];
  });
}
