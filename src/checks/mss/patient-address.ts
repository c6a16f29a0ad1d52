import type { Artifact } from '../../artifacts/artifact.js';
import { isPatientAddress, namesMatricule, tellsMatricule } from '../../identity/addresses.js';
import { isInsOid } from '../../identity/oids.js';
import { type CheckContext, patientOf, placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { type CarriedDocument, carriedDocuments } from '../mails/carried-documents.js';
import { qualificationOf } from '../mails/qualification.js';
import { type Recipient, recipientsOf } from '../mails/recipients.js';
import { isSending } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';

const ECO_2_2_6 = mssRule('ECO.2.2.6', 'MSS/va1.19, MSS/UX.32');

/** A domain of citizens that some test environment would have: none is known. */
const TEST_DOMAIN = /^patient\.(?:[a-z0-9-]+\.){1,3}mssante\.fr$/;

/**
 * A patient is written to at the address made of the matricule, and only when the documents sent tell a qualified INS. The form and the key of the matricule
 * are for ins/mailbox-identity (under the OID of a document: for ins/document-identity), whose it is for mss/one-patient, and the status that is declared for
 * ins/unqualified-mail.
 */
export const patientAddress = defineCheck({
  id: 'mss/patient-address',
  on: 'mail',
  rules: { 'other-domain': ECO_2_2_6, 'unqualified-document': ECO_2_2_6 },
  examples: [
    {
      rule: 'other-domain',
      base: 'mail-patient',
      part: 'headers',
      good: 'To: <285076311399048@patient.mssante.fr>',
      bad: 'To: <285076311399048@patient.mssante.fr>, <285076311399048@mssante.fr>',
    },
    {
      rule: 'unqualified-document',
      base: 'mail-patient',
      part: 'cda',
      good: '<birthTime value="19850714"/>',
      bad: '<birthTime nullFlavor="UNK"/>',
      trips: ['cda/record-target', 'mss/ins-header'],
    },
  ],
  run(mail, context) {
    if (!isSending(mail)) return { evaluated: 0, findings: [], applies: false };
    const recipients = recipientsOf(mail);
    const misplaced = recipients.filter(isMatriculeElsewhere);
    const patients = recipients.filter(({ address }) => isPatientAddress(address));
    const evaluated = misplaced.length + patients.length;
    const findings = [
      ...misplaced.map(({ address, header }): Found => {
        const at = placeIn(mail, { line: header.line, path: header.name });
        return { rule: 'other-domain', at, actual: address };
      }),
      ...unqualified(mail, patients, context),
    ];
    return { evaluated, findings, applies: evaluated > 0 };
  },
});

type Found = RawFinding<'other-domain' | 'unqualified-document'>;

/** A matricule with its right key before another domain. */
function isMatriculeElsewhere({ address }: Recipient): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return !isPatientAddress(address) && !TEST_DOMAIN.test(domain) && namesMatricule(address);
}

/** A document without a qualified INS that goes to the patient of the first one, when no other check tells it. */
function unqualified(mail: Artifact<'mail'>, patients: readonly Recipient[], context: CheckContext): Found[] {
  // Declared so, ins/unqualified-mail tells it.
  const declared = patientOf(mail, context)?.status;
  if (declared !== undefined && declared !== 'qualifiée') return [];
  const documents = carriedDocuments(mail);
  const lacking = documents.find(lacksIns);
  if (!lacking) return [];
  const own = patients.find(({ address }) => tellsMatricule(address) && isOf(documents[0], address));
  if (!own) return [];
  const at = placeIn(mail, { line: own.header.line, path: own.header.name });
  return [{ rule: 'unqualified-document', at, args: { document: lacking.cda.path }, actual: own.address }];
}

/** What is wrong in a matricule is for ins/document-identity. */
function lacksIns({ patient }: CarriedDocument): boolean {
  const hasMatricule = patient?.ids.some((id) => isInsOid(id.root)) ?? false;
  return !hasMatricule || qualificationOf(patient) === 'no-trait';
}

function isOf(document: CarriedDocument | undefined, address: string): boolean {
  const matricule = address.slice(0, address.lastIndexOf('@')).toUpperCase();
  return document?.patient?.ids.some((id) => isInsOid(id.root) && id.extension === matricule) ?? false;
}
