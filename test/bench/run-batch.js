// @ts-check
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measured } from './measured.js';

const CONFORMING = fileURLToPath(new URL('../../fixtures/dossiers/lgc-conforming/', import.meta.url));

/**
 * Runs the conforming dossier with this many more documents: half are CDA, each of a patient of its own, half are mails with an archive.
 *
 * @param {string} work folder where the dossier is made, and removed
 * @param {number} documents
 * @returns {{ seconds: number, megabytes: number }} wall time and peak resident memory of the command
 */
export function runBatch(work, documents) {
  const folder = join(work, `run-${documents}`);
  cpSync(CONFORMING, folder, { recursive: true });
  for (const name of ['cda', 'mail']) mkdirSync(join(folder, 'many', name), { recursive: true });
  const cda = readFileSync(join(folder, 'cda/consultation.xml'), 'utf8');
  const mail = readFileSync(join(folder, 'mail/sent/01-confrere.eml'));
  for (let index = 0; index < documents / 2; index++) {
    writeFileSync(join(folder, 'many/cda', `${index}.xml`), ofAnother(cda, index));
    writeFileSync(join(folder, 'many/mail', `${index}.eml`), mail);
  }
  const manifest = join(folder, 'segur.yaml');
  const lines = 'artifacts:\n  - { path: many/mail/*.eml, role: outgoing, mailbox: PER, patient: A }\n';
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^artifacts:\n/m, lines));
  const { seconds, megabytes, status, stderr } = measured([
    'run',
    folder,
    '--quiet',
    `--report=json=${join(work, 'run.json')}`,
  ]);
  if (status !== 0) throw new Error(`run of ${documents} documents exited ${status}: ${stderr}`);
  rmSync(folder, { recursive: true });
  return { seconds, megabytes };
}

/**
 * The document with an id, and with the name and the matricule of a patient, that no other has.
 *
 * @param {string} cda
 * @param {number} index
 */
function ofAnother(cda, index) {
  const body = 2850763113990 + 7 * (index + 1);
  const matricule = `${body}${String(97 - (body % 97)).padStart(2, '0')}`;
  const name = [...String(index)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');
  return cda
    .replaceAll('2.999.2.20260302.1', `2.999.2.20260302.${1000 + index}`)
    .replaceAll('285076311399048', matricule)
    .replaceAll('TEST-ALPHA', `TEST-NUMERO-${name}`);
}
