import type { Rule, Severity } from '../../define.js';

export type MappingRule =
  | 'unique-id'
  | 'text'
  | 'mime-type'
  | 'time'
  | 'code'
  | 'code-system'
  | 'format-code'
  | 'event-code'
  | 'event-code-missing'
  | 'missing'
  | 'unexpected'
  | 'author-count'
  | 'person'
  | 'institution'
  | 'patient-id'
  | 'reference-id'
  | 'file';

function rule(what: string, severity: Severity = 'error', over: Partial<Rule> = {}): Rule {
  return {
    severity,
    mark: 'primary',
    clause: `CI-SIS, Transmission d'un document CDA-R2 en HL7 v2 v2.1.3, mapping CDA-XDS, ${what}`,
    samples: { broken: 0, of: 110, corpus: 'interop-exemples-xdm' },
    ...over,
  };
}

/** How official archives are made; no text read here says that it can't be otherwise. */
const OBSERVED: Partial<Rule> = { mark: 'observed' };

/** The rules of what the metadata of a document repeat from it. */
export const MAPPING_RULES: Readonly<Record<MappingRule, Rule>> = {
  'unique-id': rule('uniqueId'),
  text: rule('title, languageCode et authorRole'),
  'mime-type': rule('mimeType'),
  time: rule('creationTime, serviceStartTime et serviceStopTime'),
  code: rule('typeCode, healthcareFacilityTypeCode, practiceSettingCode, confidentialityCode et authorSpecialty'),
  // Those of the other codes are judged by their value sets.
  'code-system': rule('eventCodeList et authorSpecialty, systèmes des codes', 'warning'),
  'format-code': rule('formatCode (ASS_A11-CorresModeleCDA-XdsFormatCode-CISIS)'),
  'event-code': rule('eventCodeList'),
  'event-code-missing': rule('eventCodeList', 'warning', OBSERVED),
  missing: rule('attributs requis si connus'),
  unexpected: rule('serviceStopTime', 'warning', OBSERVED),
  'author-count': rule('author', 'warning', OBSERVED),
  person: rule('authorPerson et legalAuthenticator'),
  institution: rule('authorInstitution'),
  'patient-id': rule('patientId et sourcePatientId'),
  // No official sample has a referenceIdList.
  'reference-id': rule('referenceIdList', 'warning', { samples: null }),
  // An archive's are judged by dmp/xdm-documents; the official message has none.
  file: rule('hash et size', 'error', { samples: null }),
};
