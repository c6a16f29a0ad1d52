import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { acknowledgement, feedBytes, feedMessage, orderMessage } from '../../fixtures/make/feed-messages.js';
import { patients } from '../../fixtures/make/patients.js';
import type { Report } from '../../src/report/report.js';
import { segurCheck } from '../support/cli.js';
import { folderOf } from '../support/folder.js';

const { alpha, bravo, delta } = patients;
const bare = { ...alpha, ins: undefined };
const leaving = { ...bravo, ins: undefined };

const received = (time: string) => ({ from: 'EXEMPLE-GAM', to: 'EXEMPLE-DPI', time: `20260316${time}` });
const sent = (time: string) => ({ from: 'EXEMPLE-DPI', to: 'EXEMPLE-PFI', time: `20260316${time}` });

type Files = Record<string, { text: string; declared: object }>;

const incoming = (text: string) => ({ text, declared: { role: 'incoming' } });
const outgoing = (text: string, patient?: string) => ({
  text,
  declared: { role: 'outgoing', ...(patient && { patient }) },
});

/** A feed received and what follows it, right. */
const feed = (): Files => ({
  'creation.hl7': incoming(feedMessage('A28', alpha, received('090000'))),
  'creation-ack.hl7': outgoing(acknowledgement('A28', received('090000'))),
  'creation-sent.hl7': outgoing(orderMessage(alpha, sent('090500')), 'A'),
  'unqualified.hl7': incoming(feedMessage('A28', bravo, { ...received('091000'), status: 'PROV' })),
  'unqualified-ack.hl7': outgoing(acknowledgement('A28', received('091000'))),
  'unqualified-sent.hl7': outgoing(orderMessage(leaving, sent('091500'))),
  'deletion.hl7': incoming(feedMessage('A47', bare, { ...received('100000'), removed: alpha.ins })),
  'deletion-ack.hl7': outgoing(acknowledgement('A47', received('100000'))),
  'deletion-sent.hl7': outgoing(orderMessage(bare, sent('100500'))),
});

const PRODUCTS = {
  DPI: { profiles: ['Intégration INS'] },
  RIS: { profiles: [] },
  BIO: { profiles: ["Esclave de l'identité"] },
  PFI: { profiles: [] },
  LGC: { profiles: [] },
};

/** Runs one scenario of a product on these files: verdict of its steps that checks judge, and codes of the findings. */
async function judged(corridor: keyof typeof PRODUCTS, scenario: string, files: Files) {
  const manifest = {
    candidate: { vendor: 'Exemple', product: 'Exemple', version: '1.0' },
    applies: { wave: 2, corridor, profiles: PRODUCTS[corridor].profiles },
    environment: 'test',
    conditions: { 'ins-data': true, 'identity-referential': true },
    patients: [
      { id: 'A', matricule: alpha.ins?.matricule, status: 'qualifiée' },
      { id: 'D', status: 'récupérée' },
    ],
    artifacts: Object.entries(files).map(([path, { declared }]) => ({ path, ...declared })),
  };
  const folder = await folderOf({
    'segur.yaml': stringify(manifest),
    ...Object.fromEntries(Object.entries(files).map(([path, { text }]) => [path, feedBytes(text)])),
  });
  const { stdout, stderr } = await segurCheck(['run', folder, '--scenario', scenario, '--report', 'json']);
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as Report;
  const scenarios = report.requirements.flatMap((each) => each.scenarios);
  const steps = scenarios.flatMap((each) => each.steps).filter(({ checks }) => checks.length > 0);
  return {
    steps: [...new Set(steps.map(({ verdict }) => verdict))],
    proofs: [...new Set(scenarios.flatMap(({ evidence }) => evidence.map(({ status }) => status)))],
    codes: report.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, artifact }) => `${code} ${artifact}`),
  };
}

const FEEDS = [
  ['DPI', 'INS/va1.62'],
  ['RIS', 'INS/va1.68'],
  ['BIO', 'INS/va1.73'],
] as const;

describe('the feed of identities', () => {
  it.each(FEEDS)('%s: %s is judged on the exchanges given', async (corridor, requirement) => {
    expect(await judged(corridor, `${requirement}.*`, feed())).toMatchObject({ steps: ['conforming'], codes: [] });
  });

  it('fails where the INS is lost, kept, or the message refused', async () => {
    const wrong = {
      ...feed(),
      'creation-sent.hl7': outgoing(orderMessage(bare, sent('090500'))),
      'unqualified-ack.hl7': outgoing(acknowledgement('A28', received('091000')).replace('MSA|AA', 'MSA|AE')),
      'deletion-sent.hl7': outgoing(orderMessage(alpha, sent('100500'))),
    };
    for (const [corridor, requirement] of FEEDS) {
      expect((await judged(corridor, `${requirement}.*`, wrong)).codes, requirement).toEqual([
        'ins/feed-creation/ins-lost creation-sent.hl7',
        'ins/feed-deletion/ins-kept deletion-sent.hl7',
        'ins/feed-unqualified/refused unqualified-ack.hl7',
      ]);
    }
  });

  it('is judged by its creation alone for INS/va1.67', async () => {
    expect((await judged('RIS', 'INS/va1.67.01', feed())).steps).toEqual(['conforming']);
    const { 'creation-ack.hl7': _, ...silent } = feed();
    expect((await judged('RIS', 'INS/va1.67.01', silent)).steps).toEqual(['missing']);
  });

  it('is left to the Gazelle report where no exchange is given', async () => {
    const other = { 'a.hl7': outgoing(orderMessage(alpha, sent('090000')), 'A') };
    expect(await judged('DPI', 'INS/va1.62.01', other)).toMatchObject({
      steps: ['not-applicable'],
      proofs: ['missing'],
    });
  });
});

describe('a message received', () => {
  const order = (forwarded: typeof alpha): Files => ({
    'order.hl7': incoming(`${orderMessage(alpha, received('090000'))}`),
    'ack.hl7': outgoing(acknowledgement('O01', received('090000'))),
    'forwarded.hl7': outgoing(orderMessage(forwarded, sent('090001'))),
  });

  it.each([
    ['PFI', 'INS/va1.16.01'],
    ['RIS', 'INS/va1.69.01'],
    ['BIO', 'INS/va1.72.01'],
  ] as const)('%s: %s', async (corridor, scenario) => {
    expect(await judged(corridor, scenario, order(alpha))).toMatchObject({ steps: ['conforming'], codes: [] });
    expect(await judged(corridor, scenario, order(bare))).toMatchObject({
      steps: ['nonconforming'],
      codes: ['ins/message-reception/ins-lost forwarded.hl7'],
    });
  });
});

describe('a message sent', () => {
  it.each([
    ['DPI', 'INS/va1.61.01'],
    ['BIO', 'INS/va1.71.01'],
  ] as const)('%s: %s carries the INS of a qualified patient, and is the proof', async (corridor, scenario) => {
    const right = { 'a.hl7': outgoing(orderMessage(alpha, sent('090000')), 'A') };
    expect(await judged(corridor, scenario, right)).toEqual({ steps: ['conforming'], proofs: ['present'], codes: [] });
    const wrong = { 'a.hl7': outgoing(orderMessage(bare, sent('090000')), 'A') };
    expect((await judged(corridor, scenario, wrong)).codes).toEqual(['ins/qualified-message/no-ins a.hl7']);
    const undeclared = { 'a.hl7': { text: orderMessage(alpha, sent('090000')), declared: {} } };
    expect(await judged(corridor, scenario, undeclared)).toMatchObject({ proofs: ['missing'] });
  });

  it.each([
    ['LGC', 'INS/va1.53.01'],
    ['RIS', 'INS/va1.59.01'],
    ['BIO', 'INS/va1.59.01'],
  ] as const)('%s: %s carries no INS of an unqualified one', async (corridor, scenario) => {
    const right = { 'a.hl7': outgoing(feedMessage('A28', delta, sent('090000')), 'D') };
    expect((await judged(corridor, scenario, right)).steps).toContain('conforming');
    const wrong = { 'a.hl7': outgoing(feedMessage('A28', { ...delta, ins: bravo.ins }, sent('090000')), 'D') };
    const { steps, codes } = await judged(corridor, scenario, wrong);
    expect(steps).toContain('nonconforming');
    expect(codes).toContain('ins/unqualified-message/ins-id a.hl7');
  });

  it('is a proof of INS/va1.53 by itself', async () => {
    const right = { 'a.hl7': outgoing(feedMessage('A28', delta, sent('090000')), 'D') };
    expect((await judged('LGC', 'INS/va1.53.01', right)).proofs).toContain('present');
  });
});

describe('a trait changed', () => {
  const changes = (patient: typeof alpha | typeof delta, id: string, last: object): Files => ({
    [`changes-${id}.hl7`]: outgoing(
      [
        feedMessage('A28', patient, { ...sent('090000'), used: 'ESSAI' }),
        feedMessage('A31', patient, { ...sent('091000'), used: 'AUTRE' }),
        feedMessage(
          'A31',
          { ...patient, family: 'CORRIGE', ins: undefined },
          { ...sent('092000'), used: 'AUTRE', ...last },
        ),
        ...(patient.ins
          ? [
              feedMessage(
                'A47',
                { ...patient, family: 'CORRIGE', ins: undefined },
                { ...sent('092001'), used: 'AUTRE', status: 'VALI', removed: patient.ins },
              ),
            ]
          : []),
      ].join('\n'),
      id,
    ),
  });

  it.each(['LGC', 'BIO', 'RIS'] as const)(
    '%s sends it out, lowers the status and withdraws the INS',
    async (corridor) => {
      const right = { ...changes(delta, 'D', {}), ...changes(alpha, 'A', { status: 'VALI' }) };
      expect(await judged(corridor, 'INS/va1.60.*', right)).toMatchObject({ steps: ['conforming'], codes: [] });
      expect((await judged(corridor, 'INS/va1.60.03', changes(alpha, 'A', { status: 'PROV' }))).codes).toEqual([
        'ins/strict-trait-change/status changes-A.hl7',
      ]);
      expect((await judged(corridor, 'INS/va1.60.01', changes(delta, 'D', { status: 'VALI' }))).codes).toEqual([
        'ins/strict-trait-change/status changes-D.hl7',
      ]);
    },
  );

  it('must be shown', async () => {
    const none = { 'a.hl7': outgoing(feedMessage('A28', alpha, sent('090000')), 'A') };
    expect((await judged('LGC', 'INS/va1.60.03', none)).steps).toEqual(['missing']);
  });
});
