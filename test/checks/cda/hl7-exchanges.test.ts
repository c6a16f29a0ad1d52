import { describe, expect, it } from 'vitest';
import { edit } from '../../../fixtures/make/recipe.js';
import type { Declaration } from '../../../src/artifacts/artifact.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { exampleRecipe } from '../../support/example-recipe.js';
import { artifactsOf, knownCheck, runCheck } from '../../support/run-check.js';

/** What a check on several messages gives, with other declarations or without any. */
async function ranOn(
  id: string,
  base: ExampleBase,
  edits: readonly (readonly [part: string, good: string, bad: string])[] = [],
  given?: { declared?: Declaration; own?: Readonly<Record<string, Declaration>>; without?: readonly string[] },
) {
  const made = exampleRecipe(base);
  const recipe = edits.reduce((each, [part, good, bad]) => edit(each, part, good, bad), made.recipe);
  const parts = Object.fromEntries(Object.entries(recipe.parts).filter(([part]) => !given?.without?.includes(part)));
  const artifacts = await artifactsOf({ ...recipe, parts }, given?.declared ?? made.declared, given?.own ?? made.own);
  const context = given?.declared ? NOTHING_DECLARED : made.context;
  const { findings, needs, applies, evaluated } = runCheck(knownCheck(`cda/${id}`), artifacts, context);
  return {
    found: findings.map(({ rule, at }) => `${rule} ${at.artifact}`),
    needs: needs.map(({ code, args }) => `${code} ${args?.file ?? ''} ${args?.event ?? ''}`.trim()),
    applies,
    evaluated,
  };
}

describe('cda/transport-acknowledgement', () => {
  const ran = (...args: Parameters<typeof ranOn> extends [string, ...infer Rest] ? Rest : never) =>
    ranOn('transport-acknowledgement', ...args);

  it('asks for the acknowledgement of a message that was sent', async () => {
    expect(await ran('hl7v2-exchange', [], { without: ['ack'] })).toMatchObject({
      found: [],
      needs: ['need/acknowledgement request.hl7'],
    });
  });

  it('asks for the direction of a message of a dossier, and for nothing without a dossier', async () => {
    const given = { own: {}, without: ['ack'] };
    const files = { 'ack.hl7': { role: 'incoming' } } as const;
    expect((await ran('hl7v2-removal')).needs).toEqual(['need/message-role request.hl7']);
    expect(await ran('hl7v2-exchange', [], { ...given, declared: {} })).toMatchObject({ needs: [], applies: false });
    expect((await ran('hl7v2-exchange', [], { declared: {}, own: files })).evaluated).toBe(1);
  });

  it('takes an acknowledgement of transport, and a refusal that says why', async () => {
    expect((await ran('hl7v2-exchange', [['ack', 'MSA|AA', 'MSA|CA']])).found).toEqual([]);
    expect(await ran('hl7v2-refusal')).toMatchObject({ found: [], needs: [], evaluated: 1 });
  });

  it('finds an acknowledgement that names another message', async () => {
    const { found, needs } = await ran('hl7v2-exchange', [['ack', 'AA|MDM-1', 'AA|ACK-1']]);
    expect({ found, needs }).toEqual({ found: ['control-id ack.hl7'], needs: [] });
    // Of another exchange, it accuses nobody.
    const stranger = await ran('hl7v2-exchange', [
      ['ack', 'AA|MDM-1', 'AA|ACK-1'],
      ['ack', 'ACK^T02', 'ACK^T10'],
    ]);
    expect(stranger).toMatchObject({ found: [], needs: ['need/acknowledgement request.hl7'] });
  });

  it('tells messages of two senders apart, though their identifiers are the same', async () => {
    const made = exampleRecipe('hl7v2-exchange').recipe;
    const twin = edit(made, 'request', 'MSH|^~\\&|EXEMPLE-DPI|', 'MSH|^~\\&|EXEMPLE-RIS|');
    const parts = { ...made.parts, request2: twin.parts.request ?? '' };
    const declared = { role: 'outgoing' } as const;
    const artifacts = await artifactsOf({ ...made, parts }, declared);
    const { findings, needs } = runCheck(knownCheck('cda/transport-acknowledgement'), artifacts, NOTHING_DECLARED);
    expect(findings).toEqual([]);
    expect(needs.map(({ args }) => args?.file)).toEqual(['request2.hl7']);
  });
});

describe('cda/business-acknowledgement', () => {
  const ran = (...args: Parameters<typeof ranOn> extends [string, ...infer Rest] ? Rest : never) =>
    ranOn('business-acknowledgement', ...args);

  it('asks for those that the message wants', async () => {
    expect((await ran('hl7v2-exchange', [], { without: ['received', 'read'] })).needs).toEqual([
      'need/business-acknowledgement request.hl7 Z01',
      'need/business-acknowledgement request.hl7 Z03',
    ]);
    const unwanted = ['request', 'ACK_RECEPTION^MetaDMPMSS||Y', 'ACK_RECEPTION^MetaDMPMSS||N'] as const;
    expect((await ran('hl7v2-exchange', [unwanted], { without: ['received', 'delivered'] })).needs).toEqual([]);
  });

  it('asks for none of a message that was refused', async () => {
    expect(await ran('hl7v2-refusal', [], { without: ['received'] })).toMatchObject({ needs: [], applies: false });
  });

  it('asks for the message that one reports on', async () => {
    const { found, needs } = await ran('hl7v2-exchange', [['received', '|MDM-1|Y', '|MDM-9|Y']]);
    expect(found).toEqual([]);
    expect(needs).toEqual([
      'need/acknowledged-message received.hl7 Z01',
      'need/business-acknowledgement request.hl7 Z01',
    ]);
  });

  it('judges one that stands alone', async () => {
    const alone = { declared: {}, own: {}, without: ['request', 'ack', 'delivered', 'read'] };
    expect(await ran('hl7v2-exchange', [], alone)).toMatchObject({ found: [], needs: [], evaluated: 1 });
  });
});

describe('cda/mail-forwarded', () => {
  it('asks for the messages of a mail that was received', async () => {
    expect(
      await ranOn('mail-forwarded', 'hl7v2-delivery', [
        ['forwarded', '{cda}', ''],
        ['forwarded2', '{cda2}', ''],
      ]),
    ).toMatchObject({
      found: [],
      needs: ['need/forwarded-message message.eml'],
    });
  });

  it('is not about a mail that was sent', async () => {
    expect(await ranOn('mail-forwarded', 'mail')).toMatchObject({ applies: false });
  });

  it.each([
    ['another case', '^^X.400^claire.martin@exemple.mssante.fr', '^^X.400^Claire.Martin@exemple.mssante.fr'],
    ['brackets', 'OBX|2|ED|20260316103000.1@exemple.mssante.fr', 'OBX|2|ED|<20260316103000.1@exemple.mssante.fr>'],
    [
      'an unknown recipient',
      'PRT||UC||RCT^Result Copies To^participation|||||||||||^^X.400^jean.correspondant@exemple.mssante.fr\n',
      '',
    ],
  ])('accepts %s', async (_, good, bad) => {
    expect((await ranOn('mail-forwarded', 'hl7v2-delivery', [['forwarded', good, bad]])).found).toEqual([]);
  });

  it('says of each document which is not passed on', async () => {
    const { found, evaluated } = await ranOn('mail-forwarded', 'hl7v2-delivery', [['forwarded2', '{cda2}', '']]);
    expect(found).toEqual(['not-forwarded message.eml!IHE_XDM.zip!IHE_XDM/SUBSET01/DOC0002.XML']);
    expect(evaluated).toBe(2);
  });
});

describe('cda/mail-receipt', () => {
  const ran = (...args: Parameters<typeof ranOn> extends [string, ...infer Rest] ? Rest : never) =>
    ranOn('mail-receipt', ...args);

  it('asks for the acknowledgement and for the receipt', async () => {
    const { found, needs } = await ran('hl7v2-delivery', [
      ['ack', 'MSA|AA|MDM-1', 'MSA|AA|X'],
      ['receipt', 'Original-Message-ID: <20260316103000.1@', 'Original-Message-ID: <other@'],
    ]);
    expect(found).toEqual([]);
    expect(needs).toEqual(['need/acknowledgement forwarded.hl7', 'need/mail-receipt message.eml']);
  });

  it('wants one document at least to be taken in', async () => {
    const { needs } = await ran('hl7v2-delivery-refused', [['ack2', 'MSA|AA', 'MSA|AR']]);
    expect(needs).toEqual(['need/accepted-delivery forwarded.hl7']);
  });

  it('finds a receipt that hides a refusal', async () => {
    const { found } = await ran('hl7v2-delivery-refused', [
      ['receipt', '; processed/error\nError: 902^Identifiant patient inconnu', '; processed'],
    ]);
    expect(found).toEqual(['receipt-contradicts receipt.eml']);
  });

  it('reads the error where the volet writes it too', async () => {
    const { found } = await ran('hl7v2-delivery-refused', [
      [
        'receipt',
        '; processed/error\nError: 902^Identifiant patient inconnu',
        '; processed/Error: 902^Identifiant patient inconnu',
      ],
    ]);
    expect(found).toEqual([]);
  });

  it('finds a receipt that does not say of which mail', async () => {
    const { found } = await ran('hl7v2-delivery', [['receipt', 'Original-Message-ID', 'X-Original']]);
    expect(found).toEqual(['receipt-field receipt.eml']);
  });

  it('compares the exports of the software only', async () => {
    const own = { ...exampleRecipe('hl7v2-delivery').own, 'exported.xml': { role: 'incoming' } } as const;
    const changed = [['exported', '{cda}', '{cda}\n']] as const;
    expect((await ran('hl7v2-delivery', changed)).found).toEqual(['altered exported.xml']);
    expect((await ran('hl7v2-delivery', changed, { own })).found).toEqual([]);
  });
});
