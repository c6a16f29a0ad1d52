import { type Artifact, contained } from '../../artifacts/artifact.js';
import type { CdaPatient } from '../../artifacts/cda/patient.js';
import { tellsMatricule } from '../../identity/addresses.js';
import { matriculeFault } from '../../identity/matricule.js';
import { isInsOid } from '../../identity/oids.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { archivesOf } from '../mails/carried-documents.js';
import { comparePersons, personOf } from '../mails/person.js';
import { recipientsOf } from '../mails/recipients.js';
import { isTransmission } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';

/** How many official archives have a patientId that is no identifier of the patient of any of their documents. */
const SAMPLES = { broken: 0, of: 110, corpus: 'interop-exemples-xdm' } as const;

/** What the requirement does not say: how one tells that it is one person. */
const READING = mssRule('ECO.2.1.1', 'MSS/CONF.23', 'warning');

/** A mail is about one person: every document, every metadata entry and the patient's address name the same one. */
export const onePatient = defineCheck({
  id: 'mss/one-patient',
  on: 'mail',
  rules: {
    // Two INS, or two persons without a common identifier: the requirement itself, « un seul et même usager ».
    documents: mssRule('ECO.2.1.1', 'MSS/CONF.23'),
    // The same INS beside other traits may be one person, badly written: ins/document-identity judges each document.
    traits: READING,
    // The recipient files the mail under patientId (ECO.2.1.2), which repeats the identifier of recordTarget.
    metadata: {
      severity: 'error',
      mark: 'primary',
      clause:
        'CI-SIS, Échange de documents de santé, DocumentEntry.patientId et SubmissionSet.patientId ; ECO.2.1.1 et ECO.2.1.2 (MSS/CONF.23, MSS/CONF.24)',
      samples: SAMPLES,
    },
    // Whoever answers for the patient may have the document too.
    recipient: READING,
  },
  examples: [
    {
      rule: 'documents',
      base: 'mail-two-documents',
      part: 'cda2',
      good: 'extension="285076311399048"',
      bad: 'extension="191112A40099903"',
      trips: ['ins/document-identity'],
    },
    {
      rule: 'traits',
      base: 'mail-two-documents',
      part: 'cda2',
      good: '<given qualifier="BR">CAMILLE</given>',
      bad: '<given qualifier="BR">LOUISE</given>',
      trips: ['ins/document-identity'],
    },
    {
      rule: 'metadata',
      base: 'mail',
      part: 'cda',
      good: '<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>',
      bad: '<id root="1.2.250.1.213.1.4.10" extension="191112A40099903"/>',
      trips: ['ins/document-identity'],
    },
    {
      rule: 'recipient',
      base: 'mail-patient',
      part: 'headers',
      good: 'To: <285076311399048@patient.mssante.fr>',
      bad: 'To: <191112A40099903@patient.mssante.fr>',
    },
  ],
  run(mail) {
    // In an archive or not: whatever the recipient can open.
    const documents = contained(mail, 'cda').map((cda) => ({ cda, patient: cda.content.patients[0] }));
    const reference = documents[0];
    const patient = reference?.patient;
    if (!isTransmission(mail)) return { evaluated: 0, findings: [], applies: false };
    if (!reference || !patient) return { evaluated: 0, findings: [], applies: documents.length > 0 };
    const findings: RawFinding<'documents' | 'traits' | 'metadata' | 'recipient'>[] = [];
    let evaluated = 1;
    for (const other of documents.slice(1)) {
      evaluated++;
      // A document without patient is told by cda/record-target.
      const compared = other.patient ? comparePersons(personOf(patient), personOf(other.patient)) : 'same';
      if (compared === 'same') continue;
      const node = other.patient?.node ?? other.cda.content.root;
      findings.push({
        rule: compared === 'other' ? 'documents' : 'traits',
        at: placeIn(other.cda, other.cda.content.document.locate(node)),
        args: { other: reference.cda.path },
      });
    }
    for (const { id, at } of metadataPatients(mail)) {
      evaluated++;
      if (!documents.some((each) => each.patient && hasId(each.patient, id)))
        findings.push({ rule: 'metadata', at, args: { other: reference.cda.path }, actual: id });
    }
    for (const { address, header } of recipientsOf(mail)) {
      // A mailbox is written in any case; what is no matricule is told by ins/mailbox-identity.
      const matricule = (address.split('@')[0] ?? '').toUpperCase();
      if (!tellsMatricule(address) || matriculeFault(matricule) !== undefined) continue;
      evaluated++;
      if (patient.ids.some((id) => isInsOid(id.root) && id.extension === matricule)) continue;
      findings.push({
        rule: 'recipient',
        at: placeIn(mail, { line: header.line, path: header.name }),
        args: { other: reference.cda.path },
        actual: address,
      });
    }
    return { evaluated, findings };
  },
});

function hasId(patient: CdaPatient, cx: string): boolean {
  const components = cx.split('^');
  const root = components[3]?.split('&')[1];
  return patient.ids.some((id) => id.extension === components[0] && id.root === root);
}

function* metadataPatients(
  mail: Artifact<'mail'>,
): Generator<{ id: string; at: { artifact: string; line?: number; column?: number; path?: string } }> {
  for (const archive of archivesOf(mail)) {
    for (const { path, metadata } of archive.content.subsets) {
      const ids = [
        metadata.submissionSet?.identifier('SubmissionSet.patientId'),
        ...metadata.documentEntries.map((entry) => entry.identifier('DocumentEntry.patientId')),
      ];
      for (const id of ids)
        if (id) yield { id: id.value, at: { artifact: path, ...metadata.document.locate(id.node) } };
    }
  }
}
