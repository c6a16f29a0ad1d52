import { describe, expect, it } from 'vitest';
import { feedMessage } from '../../../fixtures/make/feed-messages.js';
import { patients } from '../../../fixtures/make/patients.js';
import { type CheckContext, type DeclaredPatient, NOTHING_DECLARED } from '../../../src/checks/context.js';
import { qualifiedMessage } from '../../../src/checks/ins/qualified-message.js';
import { unqualifiedMessage } from '../../../src/checks/ins/unqualified-message.js';
import { runFeed } from '../../support/feed.js';

const { alpha, bravo, delta } = patients;
const told = (patient: typeof alpha | typeof delta): string =>
  feedMessage('A28', patient, { from: 'DPI', to: 'PFI', time: `20260316${patient.ipp.value}0` });
const bare = { ...bravo, ins: undefined };
const dump = (...of: (typeof alpha | typeof delta)[]) => [
  { path: 'jour.hl7', text: of.map(told).join('\n'), declared: { role: 'outgoing', patient: 'A' } as const },
];
const context = (more: Partial<DeclaredPatient>): CheckContext => ({
  ...NOTHING_DECLARED,
  patients: [{ id: 'A', status: 'qualifiée', ...more }],
});
const traits = {
  'birth-name': 'TEST-DELTA',
  'given-list': 'MARIUS HENRI',
  sex: 'M',
  'birth-date': '1971-04-05',
} as const;

describe('a day of messages about several patients, declared for one', () => {
  it('tells the others without INS', async () => {
    expect(await runFeed(qualifiedMessage, dump(alpha, delta), context({}))).toMatchObject({
      findings: [],
      evaluated: 1,
    });
    const ofBravo = {
      'birth-name': "D'ESSAI BRAVO",
      'first-given': 'JEAN-MARC',
      sex: 'M',
      'birth-date': '1952-02-29',
    } as const;
    expect((await runFeed(qualifiedMessage, dump(bare, delta), context(ofBravo))).findings).toEqual([
      'no-ins jour.hl7:3 < undefined',
    ]);
  });

  it('tells that one with and without INS', async () => {
    expect((await runFeed(qualifiedMessage, dump(bravo, bare), context({}))).findings).toHaveLength(1);
    expect((await runFeed(qualifiedMessage, dump(bare, delta), context({}))).findings).toHaveLength(2);
  });

  it('tells others with their INS, when the traits of the one declared are told', async () => {
    const status = 'récupérée';
    expect((await runFeed(unqualifiedMessage, dump(delta, alpha), context({ status, ...traits }))).findings).toEqual(
      [],
    );
    expect((await runFeed(unqualifiedMessage, dump(delta, alpha), context({ status }))).findings).not.toEqual([]);
    const wrong = dump({ ...delta, ins: bravo.ins }, alpha);
    expect((await runFeed(unqualifiedMessage, wrong, context({ status, ...traits }))).findings).toContain(
      'ins-id jour.hl7:3 < undefined',
    );
  });
});
