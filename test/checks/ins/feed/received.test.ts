import { describe, expect, it } from 'vitest';
import { acknowledgement, feedMessage, orderMessage } from '../../../../fixtures/make/feed-messages.js';
import { patients } from '../../../../fixtures/make/patients.js';
import type { Declaration } from '../../../../src/artifacts/artifact.js';
import { NOTHING_DECLARED } from '../../../../src/checks/context.js';
import { feedCreation } from '../../../../src/checks/ins/feed-creation.js';
import { feedDeletion } from '../../../../src/checks/ins/feed-deletion.js';
import { feedUnqualified } from '../../../../src/checks/ins/feed-unqualified.js';
import { messageReception } from '../../../../src/checks/ins/message-reception.js';
import { DOSSIER, type FeedFileOf, runFeed } from '../../../support/feed.js';

const { alpha, bravo, charlie } = patients;
const bare = { ...alpha, ins: undefined };

const received = (time: string) => ({ from: 'GAM', to: 'DPI', time: `20260316${time}` });
const sent = (time: string) => ({ from: 'DPI', to: 'SGL', time: `20260316${time}` });

const incoming = (text: string, declared: Declaration = {}): FeedFileOf => ({
  path: 'in.hl7',
  text,
  declared: { role: 'incoming', ...declared },
});
const outgoing = (text: string, declared: Declaration = {}): FeedFileOf => ({
  path: 'out.hl7',
  text,
  declared: { role: 'outgoing', ...declared },
});
const ack = (text: string): FeedFileOf => ({ path: 'ack.hl7', text });

const creation = feedMessage('A28', alpha, received('090000'));
const accepted = acknowledgement('A28', received('090000'));
const deletion = feedMessage('A47', bare, { ...received('100000'), removed: alpha.ins });
const deletionAccepted = acknowledgement('A47', received('100000'));

describe('a creation received', () => {
  it('is right when it is accepted and passed on', async () => {
    const files = [incoming(creation), ack(accepted), outgoing(orderMessage(alpha, sent('091000')))];
    expect(await runFeed(feedCreation, files)).toEqual({ findings: [], needs: [], applies: true, evaluated: 2 });
  });

  it('may be answered in the same dump, after other messages, and by the transport first', async () => {
    const commit = accepted.replace('MSA|AA', 'MSA|CA');
    const dump = incoming(`${feedMessage('A28', bravo, received('085900'))}\n${creation}\n${commit}\n${accepted}`);
    const others = ack(acknowledgement('A28', received('085900')));
    expect(await runFeed(feedCreation, [dump, others])).toMatchObject({ findings: [], needs: [] });
  });

  it.each(['AE', 'AR', 'CE', 'CR', ''])('that is answered by %s is not accepted', async (code) => {
    const refusal = accepted.replace('MSA|AA', `MSA|${code}`);
    expect((await runFeed(feedCreation, [incoming(creation), ack(refusal)])).findings).toEqual([
      'refused ack.hl7:2 < in.hl7',
    ]);
  });

  it('that the transport accepts and the application refuses is not accepted', async () => {
    const answers = `${accepted.replace('MSA|AA', 'MSA|CA')}\n${accepted.replace('MSA|AA', 'MSA|AE')}`;
    expect((await runFeed(feedCreation, [incoming(creation), ack(answers)])).findings).toEqual([
      'refused ack.hl7:4 < in.hl7',
    ]);
  });

  it('that is refused, sent again and accepted is accepted', async () => {
    const again = { ...incoming(creation), path: 'again.hl7' };
    const answers = `${accepted.replace('MSA|AA', 'MSA|AE')}\n${accepted}`;
    const result = await runFeed(feedCreation, [incoming(creation), again, ack(answers)]);
    expect(result).toEqual({ findings: [], needs: [], applies: true, evaluated: 1 });
    const mended = incoming(`${creation}\n${feedMessage('A28', alpha, received('091000'))}`);
    const refusal = accepted.replace('MSA|AA', 'MSA|AE');
    const then = acknowledgement('A28', received('091000'));
    expect(await runFeed(feedCreation, [mended, ack(`${refusal}\n${then}`)])).toMatchObject({
      findings: [],
      needs: [],
    });
    const turned = `${accepted}\n${then.replace('MSA|AA', 'MSA|AE')}`;
    expect((await runFeed(feedCreation, [mended, ack(turned)])).findings).toHaveLength(1);
  });

  it('needs its acknowledgement', async () => {
    expect((await runFeed(feedCreation, [incoming(creation)])).needs).toEqual(['need/acknowledgement in.hl7']);
    const ofAnother = acknowledgement('A28', received('090001'));
    expect((await runFeed(feedCreation, [incoming(creation), ack(ofAnother)])).needs).toEqual([
      'need/acknowledgement in.hl7',
    ]);
  });

  it('is not answered by the acknowledgement of a message that another application numbers alike', async () => {
    const own = feedMessage('A28', charlie, sent('090000'));
    const ownRefused = acknowledgement('A28', sent('090000')).replace('MSA|AA', 'MSA|AE');
    const files = [incoming(creation), ack(`${accepted}\n${ownRefused}`), outgoing(own)];
    expect((await runFeed(feedCreation, files)).findings).toEqual([]);
  });

  it.each([
    ['ins-lost', orderMessage(bare, sent('091000'))],
    ['ins-changed', orderMessage({ ...alpha, ins: charlie.ins }, sent('091000'))],
    ['status-lost', orderMessage(alpha, sent('091000')).replace('N||VALI', 'N||PROV')],
  ])('that is passed on wrong is found: %s', async (rule, message) => {
    const { findings } = await runFeed(feedCreation, [incoming(creation), ack(accepted), outgoing(message)]);
    expect(findings).toEqual([`${rule} out.hl7:2 < in.hl7`]);
  });

  it.each([
    ['of another patient', orderMessage({ ...charlie, ins: undefined }, sent('091000'))],
    ['sent before', orderMessage(bare, sent('085900'))],
    [
      'of a name that the software changed',
      feedMessage('A31', { ...bare, family: 'AUTRE' }, { ...sent('091000'), status: 'VALI' }),
    ],
    ['that withdraws the INS', feedMessage('A47', bare, { ...sent('091000'), removed: alpha.ins })],
  ])('says nothing of a message %s', async (_, message) => {
    const result = await runFeed(feedCreation, [incoming(creation), ack(accepted), outgoing(message)]);
    expect(result).toMatchObject({ findings: [], needs: [] });
  });

  it('holds until the feed says otherwise', async () => {
    const later = feedMessage('A31', bare, received('100000'));
    const answers = `${accepted}\n${acknowledgement('A31', received('100000'))}`;
    const files = [incoming(`${creation}\n${later}`), ack(answers), outgoing(orderMessage(bare, sent('101000')))];
    expect((await runFeed(feedCreation, files)).findings).toEqual([]);
    expect((await runFeed(feedDeletion, files)).findings).toEqual([]);
  });

  it('needs the order of messages of the same second, which a declaration gives', async () => {
    const lost = orderMessage(bare, sent('090000'));
    const undeclared = await runFeed(feedCreation, [incoming(creation), ack(accepted), outgoing(lost)]);
    expect(undeclared).toMatchObject({ findings: [], needs: ['need/message-order in.hl7 out.hl7'] });
    const files = [incoming(creation, { order: 1 }), ack(accepted), outgoing(lost, { order: 2 })];
    expect((await runFeed(feedCreation, files)).findings).toEqual(['ins-lost out.hl7:2 < in.hl7']);
    const kept = outgoing(orderMessage(alpha, sent('090000')));
    expect(await runFeed(feedCreation, [incoming(creation), ack(accepted), kept])).toMatchObject({
      findings: [],
      needs: [],
    });
  });

  it('finds the patient by what is declared when each application numbers patients its own way', async () => {
    const theirs = { ...bare, ipp: { value: '77', oid: '2.999.1.7' } };
    const message = orderMessage(theirs, sent('091000'));
    const alone = [incoming(creation), ack(accepted), outgoing(message)];
    expect((await runFeed(feedCreation, alone)).findings).toEqual([]);
    const linked = [incoming(creation, { patient: 'A' }), ack(accepted), outgoing(message, { patient: 'A' })];
    expect((await runFeed(feedCreation, linked)).findings).toEqual(['ins-lost out.hl7:2 < in.hl7']);
  });

  it('is not linked by a declaration that one authority contradicts', async () => {
    const files = [
      incoming(creation, { patient: 'A' }),
      ack(accepted),
      outgoing(orderMessage({ ...charlie, ins: undefined }, sent('091000')), { patient: 'A' }),
    ];
    expect((await runFeed(feedCreation, files)).findings).toEqual([]);
  });

  it("needs its direction in a dossier, and is nobody's without one", async () => {
    const file = { path: 'in.hl7', text: creation };
    expect(await runFeed(feedCreation, [file])).toMatchObject({ needs: ['need/message-role in.hl7'] });
    expect(await runFeed(feedCreation, [file], NOTHING_DECLARED)).toMatchObject({ applies: false, needs: [] });
    expect(await runFeed(feedCreation, [outgoing(creation)])).toMatchObject({ applies: false });
  });
});

describe('an identity received that is not qualified', () => {
  const unqualified = feedMessage('A28', bravo, { ...received('090000'), status: 'PROV' });

  it('leaves its INS aside', async () => {
    const kept = outgoing(orderMessage(bravo, sent('091000')));
    expect((await runFeed(feedUnqualified, [incoming(unqualified), ack(accepted), kept])).findings).toEqual([
      'ins-kept out.hl7:2 < in.hl7',
    ]);
    const without = outgoing(orderMessage({ ...bravo, ins: undefined }, sent('091000')));
    const result = await runFeed(feedUnqualified, [incoming(unqualified), ack(accepted), without]);
    expect(result).toEqual({ findings: [], needs: [], applies: true, evaluated: 2 });
  });

  it('may be qualified later', async () => {
    const qualified = feedMessage('A31', bravo, received('100000'));
    const files = [
      incoming(`${unqualified}\n${qualified}`),
      ack(`${accepted}\n${acknowledgement('A31', received('100000'))}`),
      outgoing(orderMessage(bravo, sent('101000'))),
    ];
    expect((await runFeed(feedUnqualified, files)).findings).toEqual([]);
    expect((await runFeed(feedCreation, files)).findings).toEqual([]);
  });

  it('is none that tells no INS, nor one that is VALI', async () => {
    const none = feedMessage('A28', bare, received('090000'));
    expect((await runFeed(feedUnqualified, [incoming(none)])).applies).toBe(false);
    expect((await runFeed(feedUnqualified, [incoming(creation)])).applies).toBe(false);
  });
});

describe('a deletion received', () => {
  it('takes the INS out of what is sent', async () => {
    const answers = ack(`${accepted}\n${deletionAccepted}`);
    const kept = [incoming(`${creation}\n${deletion}`), answers, outgoing(orderMessage(alpha, sent('101000')))];
    expect((await runFeed(feedDeletion, kept)).findings).toEqual(['ins-kept out.hl7:2 < in.hl7']);
    expect((await runFeed(feedCreation, kept)).findings).toEqual([]);
    const before = outgoing(orderMessage(alpha, sent('091000')));
    expect((await runFeed(feedDeletion, [incoming(deletion), answers, before])).findings).toEqual([]);
  });

  it('may be an A31 without the INS that the feed gave before', async () => {
    const update = feedMessage('A31', bare, received('100000'));
    const files = [incoming(`${creation}\n${update}`), outgoing(orderMessage(alpha, sent('101000')))];
    expect((await runFeed(feedDeletion, files)).findings).toEqual(['ins-kept out.hl7:2 < in.hl7']);
    expect((await runFeed(feedDeletion, [incoming(update)])).applies).toBe(false);
  });

  it('leaves the INS that the same person gets afterwards, and that of someone else', async () => {
    const again = feedMessage('A31', { ...alpha, ins: charlie.ins }, received('110000'));
    const files = [
      incoming(`${deletion}\n${again}`),
      outgoing(orderMessage({ ...alpha, ins: charlie.ins }, sent('111000'))),
    ];
    expect((await runFeed(feedDeletion, files)).findings).toEqual([]);
    const someoneElse = outgoing(orderMessage({ ...charlie, ins: alpha.ins }, sent('101000')));
    expect((await runFeed(feedDeletion, [incoming(deletion), someoneElse])).findings).toEqual([]);
  });

  it('is no A47 that changes a local identifier', async () => {
    const local = deletion.replace(/MRG\|.*/, 'MRG|9^^^IPP-EXEMPLE&2.999.1.1&ISO^PI');
    expect((await runFeed(feedDeletion, [incoming(local)])).applies).toBe(false);
  });
});

describe('any message received', () => {
  const order = orderMessage(alpha, received('090000'));
  const answer = ack(acknowledgement('O01', received('090000')));

  it('is accepted, and passed on with the same INS', async () => {
    const passed = outgoing(orderMessage(alpha, sent('091000')));
    expect(await runFeed(messageReception, [incoming(order), answer, passed])).toEqual({
      findings: [],
      needs: [],
      applies: true,
      evaluated: 2,
    });
    const lost = outgoing(orderMessage(bare, sent('091000')));
    expect((await runFeed(messageReception, [incoming(order), answer, lost])).findings).toEqual([
      'ins-lost out.hl7:2 < in.hl7',
    ]);
  });

  it('is not expected to come back after the feed withdrew the INS', async () => {
    const files = [incoming(`${order}\n${deletion}`), answer, outgoing(orderMessage(bare, sent('101000')))];
    expect((await runFeed(messageReception, files)).findings).toEqual([]);
  });

  it('is not about an INS that is not VALI', async () => {
    expect((await runFeed(messageReception, [incoming(order.replace('N||VALI', 'N||PROV'))], DOSSIER)).applies).toBe(
      false,
    );
  });
});
