import { contained } from '../../artifacts/artifact.js';
import { defineCheck } from '../define.js';
import { carryIns, judgeMetadata, METADATA_RULES } from './rules/metadata-rules.js';

/** The patientId of the submission set: the values of the fixtures stand several times in the metadata. */
const SET_ID =
  '285076311399048^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH">\n        <rim:Name><rim:LocalizedString value="XDSSubmissionSet.patientId"';
const NAME = 'PID-5|TEST-ALPHA^CAMILLE^CAMILLE LOUISE ANNE^^^^L';
const LOCAL = '<rim:Value>10001^^^&amp;2.999.1.1&amp;ISO^PI</rim:Value>';
const INFO = { base: 'xdm', part: 'metadata' } as const;
const PATIENT_ID = { ...INFO, good: SET_ID, trips: ['dmp/xdm-documents'] } as const;

/** The patient of the metadata of an archive: identifiers and traits, in the form that the recipient files the archive by. */
export const metadataIdentity = defineCheck({
  id: 'ins/metadata-identity',
  on: 'xdm',
  rules: METADATA_RULES,
  examples: [
    { rule: 'matricule-form', ...PATIENT_ID, bad: SET_ID.replace('285076311399048', '2850763113990') },
    {
      rule: 'matricule-key',
      ...PATIENT_ID,
      bad: SET_ID.replace('399048^^^&amp;1.2.250.1.213.1.4.10', '399049^^^&amp;1.2.250.1.213.1.4.8'),
    },
    { rule: 'matricule-key-test', ...PATIENT_ID, bad: SET_ID.replace('399048', '399049') },
    { rule: 'matricule-unusual', ...PATIENT_ID, bad: SET_ID.replace('285076311399048', '785076311399089') },
    { rule: 'id-form', ...PATIENT_ID, bad: SET_ID.replace('^^^&', '^^^ASIP-SANTE-INS-NIR&') },
    { rule: 'ins-type', ...PATIENT_ID, bad: SET_ID.replace('ISO^NH', 'ISO^INS') },
    {
      rule: 'patient-id-ins',
      ...PATIENT_ID,
      bad: SET_ID.replace(
        '285076311399048^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH',
        '10001^^^&amp;2.999.1.1&amp;ISO^PI',
      ),
    },
    {
      rule: 'ins-c',
      ...INFO,
      good: LOCAL,
      bad: LOCAL.replace('10001', '0412345678901234567890').replace('2.999.1.1', '1.2.250.1.213.1.4.2'),
    },
    {
      rule: 'several-ins',
      ...INFO,
      good: LOCAL,
      bad: LOCAL.replace('10001', '191112A40099903').replace('2.999.1.1&amp;ISO^PI', '1.2.250.1.213.1.4.10&amp;ISO^NH'),
    },
    { rule: 'local-type', ...INFO, good: LOCAL, bad: LOCAL.replace('ISO^PI', 'ISO^NH') },
    {
      rule: 'matricule-oid',
      base: 'xdm-unqualified',
      part: 'metadata',
      good: '<rim:Value>10004^^^',
      bad: '<rim:Value>171041305599142^^^',
      trips: ['ins/unqualified-archive'],
    },
    { rule: 'name-form', ...INFO, good: NAME, bad: NAME.replace('TEST', 'Test') },
    { rule: 'first-given', ...INFO, good: NAME, bad: NAME.replace('^CAMILLE^', '^LOUISE^') },
    { rule: 'birth-name', ...INFO, good: NAME, bad: NAME.replace('CAMILLE LOUISE ANNE', '') },
    { rule: 'info-name', ...INFO, good: NAME, bad: NAME.replace('PID-5', 'PID-9') },
    { rule: 'info-form', ...INFO, good: 'PID-8|F', bad: 'F' },
    {
      rule: 'info-repeated',
      ...INFO,
      good: '<rim:Value>PID-8|F</rim:Value>',
      bad: '<rim:Value>PID-8|F</rim:Value><rim:Value>PID-8|F</rim:Value>',
    },
    { rule: 'sex', ...INFO, good: 'PID-8|F', bad: 'PID-8|U' },
    { rule: 'birth-date', ...INFO, good: 'PID-7|19850714', bad: 'PID-7|19850700' },
    { rule: 'birth-place', ...INFO, good: 'BDL^^63113', bad: 'BDL^^CLERMONT' },
    { rule: 'birth-place-unknown', ...INFO, good: 'BDL^^63113', bad: 'BDL^^99999' },
    { rule: 'birth-place-unread', ...INFO, good: 'PID-11|^^^^^^BDL^^63113', bad: 'PID-11|^^63113' },
  ],
  run(xdm) {
    const underIns = carryIns(contained(xdm, 'cda'));
    const judged = xdm.content.subsets.map((subset) => judgeMetadata(subset.metadata, subset.path, underIns));
    return {
      evaluated: judged.reduce((sum, { evaluated }) => sum + evaluated, 0),
      findings: judged.flatMap(({ findings }) => findings),
    };
  },
});
