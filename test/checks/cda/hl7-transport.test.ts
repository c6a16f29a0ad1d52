import { describe, expect, it } from 'vitest';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { exampleRecipe } from '../../support/example-recipe.js';
import { knownCheck, runOn } from '../../support/run-check.js';

type Edit = readonly [good: string, bad: string];

/** What a check on one message finds after edits of it, as `rule place`. */
async function foundIn(id: string, base: ExampleBase, part: string, ...edits: Edit[]): Promise<string[]> {
  const { findings } = await runOn(
    knownCheck(`cda/${id}`),
    base,
    edits.map(([good, bad]) => [part, good, bad] as const),
  );
  return findings.map(({ rule, at }) => `${rule} ${at.path}`);
}

describe('cda/transport-message', () => {
  const find = (base: ExampleBase, part: string, ...edits: Edit[]) =>
    foundIn('transport-message', base, part, ...edits);

  it.each<ExampleBase>(['hl7v2-document', 'hl7v2-results', 'hl7v2-exchange', 'hl7v2-refusal', 'hl7v2-removal'])(
    'accepts %s',
    async (base) => {
      const ran = await runOn(knownCheck('cda/transport-message'), base);
      expect(ran.findings).toEqual([]);
      expect(ran.evaluated).toBe(1);
    },
  );

  it('is not about a message that carries no document', async () => {
    expect(await runOn(knownCheck('cda/transport-message'), 'hl7v2-adt')).toMatchObject({
      applies: false,
      evaluated: 0,
    });
  });

  it.each<[string, Edit[]]>([
    ['a French extension of the version', [['|2.5|', '|2.5^FRA^2.11|']]],
    ['Latin-9', [['UNICODE UTF-8', '8859/15']]],
    ['a profile among others', [['2.1^CISIS_CDA_HL7_V2', '2.11^IHE_FRANCE-2.11-PAM~2.1^CISIS_CDA_HL7_V2']]],
    ['spaces in the profile', [['2.1^CISIS', '2.1^ CISIS']]],
    ['version 2.0 of the volet', [['2.1^CISIS', '2.0^CISIS']]],
    [
      'no visit out of the hospital',
      [['PV1|1|I|UF-EXEMPLE||||||||||||||||S26000001', 'PV1|1|N|UF-EXEMPLE||||||||||||||||']],
    ],
  ])('accepts %s', async (_, edits) => {
    expect(await find('hl7v2-document', 'message', ...edits)).toEqual([]);
  });

  it.each<[Edit[], string[]]>([
    [[['|2.5|', '|2.6|']], ['value MSH[1]-12[1].1']],
    [[['ORU^R01^ORU_R01', 'ORU^R01']], ['value MSH[1]-9']],
    [[['|FRA|', '||']], ['required-field MSH[1]-17']],
    [[['UNICODE UTF-8', '8859/1']], ['value MSH[1]-18[1]']],
    [[['|20260316093000||ORU', '|16/03/2026||ORU']], ['value MSH[1]-7[1].1']],
    [[['^~\\&', '^~\\&#']], ['value MSH[1]-2']],
    [[['2.1^CISIS_CDA_HL7_V2', '2.11^IHE_FRANCE-2.11-PAM']], ['profile MSH[1]-21']],
    [[['ORC|NW', 'ORC|SC']], ['value ORC[1]-1']],
    [[['{cda}||||||F', '{cda}||||||X']], ['value OBX[1]-11']],
    [[['TEXT^XML^Base64^{cda}', 'application^XML^Base64^{cda}']], ['value OBX[1]-5[1].2']],
  ])('finds %j', async (edits, expected) => {
    expect(await find('hl7v2-document', 'message', ...edits)).toEqual(expected);
  });

  it('takes a device for a sender', async () => {
    const person = '899700100011^MARTIN^Claire^^^^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS';
    const { recipe } = exampleRecipe('hl7v2-document');
    const structure = /SB\^.*\|\|\|(.*)/.exec(recipe.parts.message ?? '')?.[1] ?? '';
    expect(structure).not.toBe('');
    expect(
      await find('hl7v2-document', 'message', [`|${person}|||${structure}`, `||||${structure}||DISPOSITIF-1`]),
    ).toEqual([]);
    expect(await find('hl7v2-document', 'message', [`|${person}|||${structure}`, `||||${structure}`])).toEqual([
      'sender-field PRT[1]-5[1].1',
    ]);
  });

  it('asks for the replaced document of a replacement only', async () => {
    expect(await find('hl7v2-refusal', 'request', ['|2.999.2.20260316.1.1|', '||'])).toEqual([
      'required-field TXA[1]-13',
    ]);
    expect(await find('hl7v2-removal', 'request', ['|2.999.2.20260316.1.1|', '||'])).toEqual([]);
  });

  it.each([
    ['ORC|RO', 'ORC|NW'],
    ['MDM^T10^', 'MDM^T04^'],
    ['{cda}||||||C', '{cda}||||||D'],
  ])('finds a request that contradicts itself: %s as %s', async (good, bad) => {
    expect(await find('hl7v2-refusal', 'request', [good, bad])).toEqual(['coherence OBX[1]-11']);
  });

  it('wants no sender of a document that does not go to the DMP', async () => {
    const toMail: Edit = ['DESTDMP^DESTDMP^MetaDMPMSS||Y', 'DESTDMP^DESTDMP^MetaDMPMSS||N'];
    const nobody: Edit = ['SB^Send by^', 'AUT^Author^'];
    expect(await find('hl7v2-exchange', 'request', nobody)).toEqual(['sender-missing OBX[1]']);
    expect(await find('hl7v2-exchange', 'request', nobody, toMail)).toEqual([]);
  });

  it('wants the class N in what delivers a mail', async () => {
    expect(await find('hl7v2-delivery', 'forwarded', ['PV1|1|N', 'PV1|1|O'])).toEqual(['value PV1[1]-2']);
  });
});

describe('cda/transport-document', () => {
  const find = (base: ExampleBase, part: string, ...edits: Edit[]) =>
    foundIn('transport-document', base, part, ...edits);

  it.each([
    ['the issuer beside', '2.999.2.20260316.1.1|', '2.999.2.20260316.1.1^Organisation|'],
    ['the type of the id', '2.999.2.20260316.1.1|', '2.999.2.20260316.1.1^^^ISO|'],
  ])('accepts %s', async (_, good, bad) => {
    expect(await find('hl7v2-exchange', 'request', [good, bad])).toEqual([]);
  });

  it('compares the id of a document that has an extension', async () => {
    const id = ['cda', '<id root="2.999.2.20260316.1.1"/>', '<id root="2.999.2" extension="A7"/>'] as const;
    const idsAfter = async (written: string) => {
      const ran = await runOn(knownCheck('cda/transport-document'), 'hl7v2-exchange', [
        id,
        ['request', '2.999.2.20260316.1.1|', `${written}|`],
      ]);
      return ran.findings.map(({ rule }) => rule);
    };
    expect(await idsAfter('A7^^2.999.2^ISO')).toEqual([]);
    expect(await idsAfter('2.999.2^A7')).toEqual([]);
    expect(await idsAfter('A7^^2.999.3^ISO')).toEqual(['document-id']);
    expect(await idsAfter('2.999.2.A7')).toEqual(['document-id']);
  });

  it('finds the CDA by what it holds, among other encapsulated data', async () => {
    const mailBody = '\nOBX|12|ED|CORPSMAIL_PS^Corps^MetaDMPMSS||^text^^Base64^Qm9uam91cg==||||||F';
    const last = 'ACK_LECTURE_MSS^ACK_LECTURE_MSS^MetaDMPMSS||Y^^expandedYes-NoIndicator||||||F';
    expect(await find('hl7v2-exchange', 'request', [last, last + mailBody])).toEqual([]);
  });

  it('finds each place that tells another type', async () => {
    expect(await find('hl7v2-exchange', 'request', ['OBR|1|||11488-4', 'OBR|1|||34112-3'])).toEqual([
      'document-code OBR[1]-4[1].1',
    ]);
    expect(await find('hl7v2-exchange', 'request', ['OBX|1|ED|11488-4', 'OBX|1|ED|34112-3'])).toEqual([
      'document-code OBX[1]-3[1].1',
    ]);
  });

  it('compares no identifier whose issuer has no OID', async () => {
    const local: Edit = ['10001^^^IPP-EXEMPLE&2.999.1.1&ISO^PI', '10001^^^IPP-EXEMPLE^PI'];
    expect(await find('hl7v2-exchange', 'request', local)).toEqual(['patient-id-missing PID[1]-3']);
  });

  it('says once that a document can not be decoded', async () => {
    expect(await find('hl7v2-exchange', 'request', ['^Base64^{cda}', '^Base64^{cda}!'])).toEqual([]);
  });
});

describe('cda/transport-metadata', () => {
  const set = (code: string, value: string): Edit => {
    const good = code === 'DESTDMP' || code.startsWith('DESTMSS') ? 'Y' : 'N';
    return [`${code}^${code}^MetaDMPMSS||${good}`, `${code}^${code}^MetaDMPMSS||${value}`];
  };
  const find = (...edits: Edit[]) => foundIn('transport-metadata', 'hl7v2-exchange', 'request', ...edits);

  it.each<[string, Edit[]]>([
    ['all', []],
    ['professionals, of what the patient may not see', [set('INVISIBLE_PATIENT', 'Y'), set('DESTMSSANTEPAT', 'N')]],
    [
      'the patient, of what professionals may not see',
      [set('MASQUE_PS', 'Y'), set('DESTDMP', 'N'), set('DESTMSSANTEPS', 'N')],
    ],
    [
      'nobody by mail, whatever is hidden',
      [set('MASQUE_PS', 'Y'), set('DESTMSSANTEPS', 'N'), set('DESTMSSANTEPAT', 'N')],
    ],
  ])('lets go to %s', async (_, edits) => {
    expect(await find(...edits)).toEqual([]);
  });

  it.each<[Edit[], string]>([
    [[set('INVISIBLE_PATIENT', 'Y')], 'matrix OBX[8]'],
    [[set('DESTMSSANTEPAT', 'N')], 'matrix OBX[8]'],
    [[set('DESTMSSANTEPS', 'N')], 'matrix OBX[9]'],
    [[set('MASQUE_PS', 'Y')], 'matrix OBX[8]'],
    [
      [set('MASQUE_PS', 'Y'), set('INVISIBLE_PATIENT', 'Y'), set('DESTMSSANTEPS', 'N'), set('DESTMSSANTEPAT', 'N')],
      'both-masks OBX[3]',
    ],
  ])('finds in %j what the volet does not foresee', async (edits, expected) => {
    expect(await find(...edits)).toEqual([expected]);
  });

  it('finds one fault in a flag that is neither Y nor N', async () => {
    expect(await find(set('DESTMSSANTEPAT', 'O'))).toEqual(['value OBX[9]-5[1].1']);
  });

  it('accepts FIN in NTE-4', async () => {
    const flag = 'DESTMSSANTEPAT^DESTMSSANTEPAT^MetaDMPMSS||Y^^expandedYes-NoIndicator||||||F';
    expect(await find([flag, `${flag}\nNTE|1|||FIN`])).toEqual([]);
    expect(await find([flag, `${flag}\nNTE|1||FIN`])).toEqual(['no-reply NTE[1]-4']);
  });

  it('holds the order of version 2.0 against nobody', async () => {
    const flag = (rank: number, code: string) => `OBX|${rank}|CWE|${code}^${code}^MetaDMPMSS||Y`;
    const swap: Edit = [
      `${flag(10, 'ACK_RECEPTION')}^^expandedYes-NoIndicator||||||F\n${flag(11, 'ACK_LECTURE_MSS')}`,
      `${flag(10, 'ACK_LECTURE_MSS')}^^expandedYes-NoIndicator||||||F\n${flag(11, 'ACK_RECEPTION')}`,
    ];
    expect(await find(swap)).toEqual(['order OBX[11]-3']);
    expect(await find(swap, ['2.1^CISIS', '2.0^CISIS'])).toEqual([]);
  });
});
