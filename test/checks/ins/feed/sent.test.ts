import { describe, expect, it } from 'vitest';
import { feedMessage, orderMessage } from '../../../../fixtures/make/feed-messages.js';
import { patients } from '../../../../fixtures/make/patients.js';
import type { Declaration } from '../../../../src/artifacts/artifact.js';
import { NOTHING_DECLARED } from '../../../../src/checks/context.js';
import { strictTraitChange } from '../../../../src/checks/ins/strict-trait-change.js';
import { usedNameChange } from '../../../../src/checks/ins/used-name-change.js';
import { type FeedFileOf, runFeed } from '../../../support/feed.js';

const { alpha, charlie, delta } = patients;
const renamed = { ...alpha, ins: undefined, family: 'TEST-ALFA' };

const at = (time: string) => ({ from: 'DPI', to: 'SGL', time: `20260316${time}` });
const sent = (text: string, declared: Declaration = {}, path = 'out.hl7'): FeedFileOf => ({
  path,
  text,
  declared: { role: 'outgoing', ...declared },
});

const created = feedMessage('A28', alpha, at('090000'));
const update = feedMessage('A31', renamed, { ...at('093000'), status: 'VALI' });
const removal = feedMessage('A47', renamed, { ...at('093001'), status: 'VALI', removed: alpha.ins });
const strict = (...messages: string[]) => runFeed(strictTraitChange, [sent(messages.join('\n'))]);

describe('a strict trait of a qualified identity', () => {
  it('is right by an A31 and an A47, in any order, or by the A47 alone', async () => {
    const right = { findings: [], needs: [], applies: true, evaluated: 1 };
    expect(await strict(created, update, removal)).toEqual(right);
    const first = feedMessage(
      'A47',
      { ...alpha, ins: undefined },
      { ...at('092000'), status: 'VALI', removed: alpha.ins },
    );
    expect(await strict(created, first, update)).toEqual(right);
    expect(await strict(created, removal)).toEqual(right);
  });

  it('needs the A47', async () => {
    expect(await strict(created, update)).toMatchObject({ findings: [], needs: ['need/ins-removal out.hl7'] });
  });

  it('is wrong with the INS, with another event, with PROV, or when the A47 does not tell the INS', async () => {
    const kept = feedMessage('A31', { ...alpha, family: 'TEST-ALFA' }, at('093000'));
    expect((await strict(created, kept, removal)).findings).toEqual(['ins-kept out.hl7:7 < out.hl7']);
    expect((await strict(created, update.replace('^A31^', '^A08^'), removal)).findings).toEqual([
      'event out.hl7:7 < out.hl7',
    ]);
    expect((await strict(created, update.replace('N||VALI', 'N||PROV'), removal)).findings).toEqual([
      'status out.hl7:7 < out.hl7',
    ]);
    const empty = removal.replace(/MRG\|.*/, 'MRG|9^^^IPP-EXEMPLE&2.999.1.1&ISO^PI');
    expect((await strict(created, update, empty)).findings).toEqual(['removal out.hl7:11 < out.hl7']);
  });

  it('may be qualified again afterwards', async () => {
    const again = feedMessage('A31', { ...renamed, ins: alpha.ins }, at('110000'));
    expect((await strict(created, update, removal, again)).findings).toEqual([]);
  });

  it('may be what INSi says, when the identity gets its INS', async () => {
    const local = feedMessage('A28', { ...alpha, ins: undefined, family: 'TEST-ALFA' }, at('080000'));
    expect((await strict(local, created.replace('^A28^', '^A31^'))).findings).toEqual([]);
    const doubtful = created.replace('N||VALI', 'N||PROV');
    expect((await strict(local, doubtful.replace('^A28^', '^A31^'))).findings).toEqual([
      'ins-kept out.hl7:7 < out.hl7',
    ]);
  });

  it.each([
    ['sex', { ...renamed, family: alpha.family, sex: 'M' as const }],
    ['birth date', { ...renamed, family: alpha.family, birthDate: '19850715' }],
    ['place of birth', { ...renamed, family: alpha.family, birthPlace: { code: '69123', name: 'LYON' } }],
    ['given names', { ...renamed, family: alpha.family, givenList: 'CAMILLE ANNE' }],
  ])('is judged whichever it is: %s', async (_, patient) => {
    const kept = feedMessage('A31', { ...patient, ins: alpha.ins }, at('093000'));
    const withdrawn = feedMessage('A47', patient, { ...at('093001'), status: 'VALI', removed: alpha.ins });
    expect((await strict(created, kept, withdrawn)).findings).toEqual(['ins-kept out.hl7:7 < out.hl7']);
  });

  it('is no other writing of the same name, no message of an order, no merge, and nobody else', async () => {
    const accents = feedMessage('A31', { ...alpha, family: 'Test Alpha' }, at('093000'));
    const order = orderMessage(renamed, at('093000'));
    const merge = update.replace('^A31^ADT_A05', '^A40^ADT_A39');
    const other = feedMessage('A31', charlie, at('093000'));
    for (const message of [accents, order, merge, other])
      expect(await strict(created, message)).toMatchObject({
        findings: [],
        needs: ['need/strict-trait-change'],
        evaluated: 0,
      });
  });
});

describe('a strict trait of an identity that is not qualified', () => {
  const corrected = { ...delta, family: 'TEST-DELTA-CORRIGE' };
  const before = feedMessage('A28', delta, at('090000'));

  it('is right by an A31 with PROV, or with VALI after VALI', async () => {
    const after = feedMessage('A31', corrected, at('093000'));
    expect(await strict(before, after)).toMatchObject({ findings: [], needs: [], evaluated: 1 });
    const valid = [before, after].map((message) => message.replace('N||PROV', 'N||VALI'));
    expect((await strict(...valid)).findings).toEqual([]);
  });

  it('is wrong with a status that rises, or by another event than the A31', async () => {
    const raised = feedMessage('A31', corrected, { ...at('093000'), status: 'VALI' });
    expect((await strict(before, raised)).findings).toEqual(['status out.hl7:7 < out.hl7']);
    const a47 = feedMessage('A47', corrected, at('093000'));
    expect((await strict(before, a47)).findings).toEqual(['event out.hl7:7 < out.hl7']);
  });
});

describe('what was sent', () => {
  it('needs its order where nothing tells it', async () => {
    const files = [sent(created, {}, 'a.hl7'), sent(update.replaceAll('093000', '090000'), {}, 'b.hl7')];
    expect((await runFeed(strictTraitChange, files)).needs).toContain('need/message-order a.hl7 b.hl7');
    const ordered = [
      sent(removal, { order: 3 }, 'c.hl7'),
      sent(update.replaceAll('093000', '080000'), { order: 2 }, 'b.hl7'),
      sent(created, { order: 1 }, 'a.hl7'),
    ];
    expect(await runFeed(strictTraitChange, ordered)).toMatchObject({ findings: [], needs: [], evaluated: 1 });
  });

  it("is nobody's without a dossier, and nothing when it was received", async () => {
    const files = [sent(created)];
    expect(await runFeed(strictTraitChange, files, NOTHING_DECLARED)).toMatchObject({ applies: false, needs: [] });
    const received = [{ ...sent(created), declared: { role: 'incoming' as const } }];
    expect(await runFeed(usedNameChange, received)).toMatchObject({ applies: false, needs: [] });
  });
});

describe('a used name', () => {
  const used = (...messages: string[]) => runFeed(usedNameChange, [sent(messages.join('\n'))]);
  const named = feedMessage('A28', alpha, { ...at('090000'), used: 'ESSAI' });
  const again = feedMessage('A31', alpha, { ...at('093000'), used: 'AUTRE' });

  it('is right by an A31 that keeps the rest; it may appear or go', async () => {
    const right = { findings: [], needs: [], applies: true, evaluated: 1 };
    expect(await used(named, again)).toEqual(right);
    expect(await used(created, again)).toEqual(right);
    expect(await used(named, feedMessage('A31', alpha, at('093000')))).toEqual(right);
    const unqualified = [
      feedMessage('A28', delta, { ...at('090000'), used: 'ESSAI' }),
      feedMessage('A31', delta, { ...at('093000'), used: 'AUTRE' }),
    ];
    expect(await used(...unqualified)).toEqual(right);
  });

  it('is wrong by another event, with another status, or without the INS', async () => {
    expect((await used(named, again.replace('^A31^', '^A08^'))).findings).toEqual(['event out.hl7:7 < out.hl7']);
    expect((await used(named, again.replace('N||VALI', 'N||PROV'))).findings).toEqual(['status out.hl7:7 < out.hl7']);
    const lost = feedMessage('A31', { ...alpha, ins: undefined }, { ...at('093000'), used: 'AUTRE', status: 'VALI' });
    expect((await used(named, lost)).findings).toEqual(['ins-lost out.hl7:7 < out.hl7']);
  });

  it('is not judged with a strict trait, nor when it is the same or is only told in an admission', async () => {
    const both = feedMessage('A31', renamed, { ...at('093000'), used: 'AUTRE', status: 'VALI' });
    const same = feedMessage('A31', alpha, { ...at('093000'), used: 'Essaï' });
    const admission = again.replace('^A31^ADT_A05', '^A01^ADT_A01');
    for (const messages of [
      [named, both],
      [named, same],
      [created, admission],
    ])
      expect(await used(...messages)).toMatchObject({ findings: [], needs: ['need/used-name-change'] });
  });
});
