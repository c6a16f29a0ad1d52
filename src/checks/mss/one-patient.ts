import { type Artifact, contained } from '../../artifacts/artifact.js';
import type { CdaPatient } from '../../artifacts/cda/patient.js';
import { tellsMatricule } from '../../identity/addresses.js';
import { nameKey } from '../../identity/names.js';
import { isInsOid } from '../../identity/oids.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { archivesOf } from '../mails/carried-documents.js';
import { recipientsOf } from '../mails/recipients.js';

const ECO_2_1_1: Rule = {
  severity: 'error',
  mark: 'primary',
  clause: 'Référentiel socle MSSanté #2 v1.0, ECO.2.1.1 (MSS/CONF.23)',
  samples: null,
};

/** A mail is about one person: every document, every metadata entry and the patient's address name the same one. */
export const onePatient = defineCheck({
  id: 'mss/one-patient',
  on: 'mail',
  rules: { documents: ECO_2_1_1, metadata: ECO_2_1_1, recipient: ECO_2_1_1 },
  examples: [
    {
      rule: 'documents',
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
    if (!reference || !patient) return { evaluated: 0, findings: [], applies: documents.length > 0 };
    const findings: RawFinding<'documents' | 'metadata' | 'recipient'>[] = [];
    let evaluated = 1;
    for (const other of documents.slice(1)) {
      evaluated++;
      if (other.patient && samePerson(patient, other.patient)) continue;
      const node = other.patient?.node ?? other.cda.content.root;
      findings.push({
        rule: 'documents',
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
      if (!tellsMatricule(address)) continue;
      evaluated++;
      // A mailbox is written in any case.
      const matricule = (address.split('@')[0] ?? '').toUpperCase();
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

/** Same INS where both have one; else a common identifier; and in any case the same names and birth date. */
function samePerson(a: CdaPatient, b: CdaPatient): boolean {
  const ins = (patient: CdaPatient): string | undefined => patient.ids.find((id) => isInsOid(id.root))?.extension;
  const left = ins(a);
  const right = ins(b);
  if (left !== undefined && right !== undefined && left !== right) return false;
  const traits = (patient: CdaPatient): string =>
    [patient.birthName, patient.firstGiven].map((name) => nameKey(name?.normalizedText ?? '')).join('|') +
    `|${patient.birthTime?.attribute('value')?.slice(0, 8) ?? ''}`;
  return traits(a) === traits(b);
}

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
