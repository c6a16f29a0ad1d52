// @ts-check
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble, edit, recipe } from '../../fixtures/make/recipe.js';
import { measured } from './measured.js';

/** Bytes that nothing compresses in a PDF, which is in the mail twice: 2 MB of mail. */
const BALLAST = 740_000;

/**
 * Runs a dossier of mails, each of 2 MB, with a document of its own and its PDF copy: half are letters, half are structured reports.
 *
 * @param {string} work folder where the dossier is made, and removed
 * @param {number} mails
 * @returns {{ seconds: number, megabytes: number, bytes: number }} wall time and peak resident memory of the command; mean size of a mail
 */
export function mailBatch(work, mails) {
  const folder = join(work, 'mails');
  mkdirSync(join(folder, 'mail'), { recursive: true });
  let bytes = 0;
  for (let index = 0; index < mails; index++) {
    const [mail] = assemble(heavyMail(index));
    if (!mail) throw new RangeError('A mail makes a file');
    bytes += mail.bytes.length;
    writeFileSync(join(folder, 'mail', `${index}.eml`), mail.bytes);
  }
  writeFileSync(
    join(folder, 'segur.yaml'),
    `candidate: { vendor: Exemple, product: Exemple, version: "1", nil: "1234" }
applies: { wave: 2, corridor: LGC, profiles: [BAL PER-ORG] }
environment: test
patients: [{ id: A, matricule: "285076311399048", status: qualifiée }]
artifacts:
  - { path: mail/*.eml, role: outgoing, mailbox: PER, patient: A }
`,
  );
  const report = join(work, 'mails.json');
  const { seconds, megabytes, status, stderr } = measured(['run', folder, '--quiet', `--report=json=${report}`]);
  if (status !== 3)
    throw new Error(`run of ${mails} mails, where most proofs are missing, exited ${status}: ${stderr}`);
  rmSync(folder, { recursive: true });
  return { seconds, megabytes, bytes: bytes / mails };
}

/**
 * @param {number} index of the mail: its Message-ID and its act are its own
 */
function heavyMail(index) {
  const level = index % 2 === 0 ? 1 : 3;
  const minute = String(index % 60).padStart(2, '0');
  const day = String(1 + (Math.floor(index / 60) % 28)).padStart(2, '0');
  const time = `202602${day}09${minute}`;
  const made = recipe('mail', {
    level,
    start: `${time}00+0100`,
    stop: `${time}30+0100`,
    date: `${time}45+0100`,
    messageId: `${time}.${index}@exemple.mssante.fr`,
  });
  return edit(made, level === 1 ? 'pdf' : 'copy', ...weight(made.parts, level));
}

/**
 * @param {Record<string, string>} parts
 * @param {number} level a structured report has a copy only
 * @returns {[string, string]} what is edited, and what it becomes
 */
function weight(parts, level) {
  const head = '%pdfa 1B\n';
  if (level === 1) return [head, `%pdfa 1B ${BALLAST}\n`];
  return ['{pdf}', (parts.pdf ?? '').replace(head, `%pdfa 1B ${2 * BALLAST}\n`)];
}
