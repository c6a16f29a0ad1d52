import { describe, expect, it } from 'vitest';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { mailboxIdentity } from '../../../src/checks/ins/mailbox-identity.js';
import { runOn } from '../../support/run-check.js';

const TO = 'To: <jean.correspondant@exemple.mssante.fr>';
const PATIENT = 'To: <285076311399048@patient.mssante.fr>';

async function rules(base: ExampleBase, good: string, bad: string): Promise<string[]> {
  return (await runOn(mailboxIdentity, base, [['headers', good, bad]])).findings.map(({ rule }) => rule);
}

it('is not about a mail to professionals', async () => {
  expect(await runOn(mailboxIdentity, 'mail')).toMatchObject({ applies: false, findings: [] });
});

describe('the address', () => {
  it('may be written in any case, and be the mailbox of test', async () => {
    expect(await rules('mail-patient', PATIENT, 'To: 285076311399048@PATIENT.MSSANTE.FR')).toEqual([]);
    expect(await rules('mail-patient', PATIENT, 'To: reponse.automatique-test@patient.mssante.fr')).toEqual([]);
    expect(await rules('mail-plain', TO, 'To: <202112a00499251@patient.mssante.fr>')).toEqual(['matricule-key-test']);
  });

  it.each(['2850763113990', '28507631139904B', 'camille', '2850763113990481'])('%s is no matricule', async (local) => {
    expect(await rules('mail-plain', TO, `To: <${local}@patient.mssante.fr>`)).toEqual(['matricule-form']);
  });

  it('is wrong once, in as many fields as it stands', async () => {
    const address = '<285076311399049@patient.mssante.fr>';
    expect(await rules('mail-plain', TO, `To: ${address}\nCc: ${address}`)).toEqual(['matricule-key-test']);
  });
});
