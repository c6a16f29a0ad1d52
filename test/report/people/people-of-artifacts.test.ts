import { describe, expect, it } from 'vitest';
import { artifactFiles } from '../../../fixtures/make/artifacts/artifact-files.js';
import { patients } from '../../../fixtures/make/patients.js';
import { read } from '../../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { Identities, type Mask } from '../../../src/report/mask.js';

const { alpha } = patients;
const FILES = new Map(artifactFiles().map(({ path, bytes }) => [path, bytes]));

async function maskOf(
  path: string,
  bytes: Uint8Array = FILES.get(path) ?? new Uint8Array(),
  declared = {},
): Promise<Mask> {
  const { artifact } = await read({ path: 'a', bytes, declared });
  const identities = new Identities();
  if (artifact) identities.add(artifact);
  return identities.mask(NOTHING_DECLARED);
}

describe('the patient that an artifact names is hidden', () => {
  it.each(['hl7v2/adt.hl7', 'hl7v2/oru.hl7', 'fhir/patient.json', 'fhir/patient.xml', 'datamatrix/ins.txt'])(
    'wherever a report would show the name: %s',
    async (path) => {
      const mask = await maskOf(path);
      expect(mask(`${alpha.family} ${alpha.given}.hl7`)).not.toMatch(new RegExp(`${alpha.family}|${alpha.given}`, 'i'));
      expect(mask(`n° ${alpha.ins?.matricule.slice(0, 15)}`)).toMatch(/n° \[(?:P1-)?INS\]/);
    },
  );

  it('in the column that is declared as that of the patient', async () => {
    const trace = Buffer.from(
      'Date;Action;Dossier\n2026-11-20T10:00:00+01:00;envoi;IPP-88412\n2026-11-20T10:01:00+01:00;envoi;IPP-88413\n',
    );
    const columns = { columns: { instant: 'Date', action: 'Action', patient: 'Dossier' }, delimiter: ';' };
    expect((await maskOf('', trace, columns))('dossier IPP-88412')).toBe('dossier [P1-id]');
    expect((await maskOf('', trace))('dossier IPP-88412')).toBe('dossier IPP-88412');
  });

  it.each([
    `"${alpha.family}, ${alpha.given}" <MAILBOX>`,
    `Mme_${alpha.given}_${alpha.family} (patiente) <MAILBOX>`,
    `=?UTF-8?Q?${alpha.given}=20${alpha.family}?= <MAILBOX>`,
    `Famille: un@exemple.fr, ${alpha.given} ${alpha.family} <MAILBOX>;`,
  ])('before the mailbox of a citizen: %s', async (to) => {
    const mailbox = `${alpha.ins?.matricule}@patient.mssante.fr`;
    const mail = Buffer.from(`From: a@b.fr\r\nTo: ${to.replace('MAILBOX', mailbox)}\r\nSubject: s\r\n\r\nBonjour\r\n`);
    const mask = await maskOf('', mail);
    expect(mask(`${alpha.family} ${alpha.given}.pdf`)).not.toMatch(new RegExp(`${alpha.family}|${alpha.given}`, 'i'));
  });
});

it('a secret of a mail client is hidden, whatever its form', async () => {
  const log = Buffer.from(
    'S: 220 smtp.exemple.mssante.fr ESMTP\nC: EHLO poste\nS: 250 AUTH PLAIN\nC: AUTH PLAIN AHV0aWxpc2F0ZXVyAGNvcnJlY3QtY2hldmFs\nS: 235 ok\nC: QUIT\nS: 221 bye\n',
  );
  expect((await maskOf('', log))('with correct-cheval in it')).toBe('with [jeton] in it');
});
