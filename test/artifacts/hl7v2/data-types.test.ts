import { describe, expect, it } from 'vitest';
import { hl7v2Files } from '../../../fixtures/make/artifacts/hl7v2.js';
import { cwe, cx, ed, ei, hd, msg, vid, xad, xcn, xon, xpn, xtn } from '../../../src/artifacts/hl7v2/data-types.js';
import {
  BTS,
  ERR,
  EVN,
  MSA,
  MSH,
  NTE,
  OBR,
  OBX,
  ORC,
  PID,
  PRT,
  PV1,
  TXA,
  ZFD,
} from '../../../src/artifacts/hl7v2/fields.js';
import type { Hl7Value } from '../../../src/artifacts/hl7v2/value.js';
import { readHl7, segmentOf } from '../../support/hl7.js';

const example = (name: string) =>
  readHl7(hl7v2Files().find(({ path }) => path === `hl7v2/${name}`)?.bytes ?? '').content;
const find = (name: string, segment: string, message = 0, rank = 0) => {
  const found = example(name).messages[message]?.segments.filter((each) => each.name === segment)[rank];
  if (!found) throw new Error(`no ${segment}`);
  return found;
};

/** The texts of what an accessor gives. */
function texts(parts: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, 'raw' in part ? (part as Hl7Value).text : texts(part)]),
  );
}

describe('the header', () => {
  const msh = find('adt.hl7', 'MSH');

  it('says what the message is', () => {
    expect(texts(msg(msh.field(MSH.type)))).toEqual({ type: 'ADT', event: 'A01', structure: 'ADT_A01' });
    expect(texts(vid(msh.field(MSH.version)))).toEqual({ version: '2.5', country: 'FRA', extension: '2.11' });
    expect(texts(hd(msh.field(MSH.sendingApplication)))).toEqual({
      namespace: 'EXEMPLE-DPI',
      universalId: '',
      type: '',
    });
    expect(msh.field(MSH.profiles).repetitions.map(ei).map(texts)).toEqual([
      { id: '2.11', namespace: 'IHE_FRANCE-2.11-PAM', universalId: '', type: '' },
    ]);
    expect([MSH.controlId, MSH.processing, MSH.country, MSH.charsets].map((n) => msh.field(n).text)).toEqual([
      'ADT-1',
      'D',
      'FRA',
      'UNICODE UTF-8',
    ]);
  });
});

describe('the patient', () => {
  const pid = find('adt.hl7', 'PID');

  it('has identifiers', () => {
    expect(pid.field(PID.identifiers).repetitions.map(cx).map(texts)).toMatchObject([
      { id: '10001', authority: { universalId: '2.999.1.1', type: 'ISO' }, type: 'PI' },
      {
        id: expect.stringMatching(/^\d{15}$/),
        authority: { namespace: 'ASIP-SANTE-INS-NIR', universalId: '1.2.250.1.213.1.4.10', type: 'ISO' },
        type: 'INS',
        effectiveDate: '20210101',
        expirationDate: '',
      },
    ]);
    expect(texts(cx(pid.field(PID.account)))).toMatchObject({ id: '26000001', type: 'AN' });
  });

  it('has the place of each part', () => {
    const ins = cx(pid.field(PID.identifiers).repetition(2));
    expect(ins.authority.universalId.location).toMatchObject({ line: 3, path: 'PID[1]-3[2].4.2' });
  });

  it('has traits', () => {
    expect(texts(xpn(pid.field(PID.names)))).toEqual({
      family: 'TEST-ALPHA',
      given: 'CAMILLE',
      givenList: 'CAMILLE LOUISE ANNE',
      prefix: '',
      type: 'L',
    });
    expect(texts(xad(pid.field(PID.addresses)))).toMatchObject({
      city: 'CLERMONT-FERRAND',
      type: 'BDL',
      county: '63113',
    });
    expect([PID.birthDate, PID.sex, PID.identityUnknown, PID.reliability].map((n) => pid.field(n).text)).toEqual([
      '19850714',
      'F',
      '',
      'VALI',
    ]);
    expect(pid.field(PID.deathIndicator).text).toBe('N');
  });

  it('has what PAM France adds', () => {
    const zfd = find('adt.hl7', 'ZFD');
    expect([ZFD.smsConsent, ZFD.correctedDate, ZFD.collectionMode, ZFD.insiDate].map((n) => zfd.field(n).text)).toEqual(
      ['Y', 'N', 'INSI', '20260315'],
    );
  });

  it('is the same in 8859/15', () => {
    expect(find('adt-8859-15.er7', 'ZBE').field(7).component(1).text).toBe('Unité de soins');
  });

  it('has a stay', () => {
    expect(texts(cx(find('adt.hl7', 'PV1').field(PV1.visit)))).toMatchObject({ id: 'S26000001', type: 'VN' });
  });
});

describe('a document', () => {
  it('is announced', () => {
    const txa = find('mdm-mllp.hl7', 'TXA');
    expect(texts(ei(txa.field(TXA.documentId)))).toEqual({
      id: 'DOC-2',
      namespace: '',
      universalId: '2.999.1.4',
      type: 'ISO',
    });
    expect([TXA.type, TXA.presentation, TXA.completion].map((n) => txa.field(n).text)).toEqual([
      '18748-4',
      'TEXT',
      'AU',
    ]);
    expect(find('mdm-mllp.hl7', 'EVN').field(EVN.recorded).text).toBe('20260316093000');
  });

  it('is ordered', () => {
    expect(find('oru.hl7', 'ORC').field(ORC.control).text).toBe('NW');
    const obr = find('oru.hl7', 'OBR');
    expect(texts(cwe(obr.field(OBR.service)))).toEqual({
      code: '11502-2',
      text: "CR d'examens biologiques",
      system: 'LN',
    });
    expect([OBR.time, OBR.status].map((n) => obr.field(n).text)).toEqual(['20260316083000', 'F']);
    expect(texts(xcn(obr.field(OBR.orderingProviders)))).toMatchObject({ family: 'MARTIN', given: 'Claire' });
  });

  it('is observed', () => {
    const obx = find('oru.hl7', 'OBX');
    expect(texts(ed(obx.field(OBX.value)))).toMatchObject({ type: 'TEXT', subtype: 'XML', encoding: 'Base64' });
    expect([OBX.valueType, OBX.status].map((n) => obx.field(n).text)).toEqual(['ED', 'F']);
    expect(find('mdm-mllp.hl7', 'OBX', 0, 2).field(OBX.value).text).toBe('Valeurs & unités ^ libres\nvoir C:\\notes');
    expect(find('oru.hl7', 'NTE').field(NTE.commentType).text).toBe('FIN');
  });

  it('has participants', () => {
    const prt = find('oru.hl7', 'PRT', 0, 1);
    expect(cwe(prt.field(PRT.participation)).code.text).toBe('RCT');
    expect(texts(xcn(prt.field(PRT.persons)))).toEqual({
      id: '899700100011',
      family: 'MARTIN',
      given: 'Claire',
      authority: { namespace: 'ASIP-SANTE-PS', universalId: '1.2.250.1.71.4.2.1', type: 'ISO' },
      nameType: 'D',
      idType: 'IDNPS',
    });
    expect(texts(xtn(prt.field(PRT.telecoms)))).toEqual({
      number: '',
      use: '',
      equipment: 'X.400',
      address: 'claire.martin@exemple.mssante.fr',
    });
    const organization = segmentOf('PRT||UC||SB||||Labo^^^^^N&1.2&ISO^FINEG^^^99').field(PRT.organizations);
    expect(texts(xon(organization))).toEqual({
      name: 'Labo',
      authority: { namespace: 'N', universalId: '1.2', type: 'ISO' },
      idType: 'FINEG',
      id: '99',
    });
  });
});

describe('an acknowledgement', () => {
  it('says of what', () => {
    const msa = find('mdm-mllp.hl7', 'MSA', 1);
    expect([MSA.code, MSA.controlId].map((n) => msa.field(n).text)).toEqual(['AA', 'MDM-1']);
  });

  it('says the error', () => {
    const err = find('zam', 'ERR');
    expect(cwe(err.field(ERR.code)).code.text).toBe('207');
    expect(texts(cwe(err.field(ERR.applicationCode)))).toEqual({
      code: 'DMPClosed',
      text: 'DMP fermé',
      system: 'DMPERRORCODE',
    });
    expect(find('zam', 'OBX').field(OBX.subId).text).toBe('MDM-1');
  });

  it('of a batch counts its messages', () => {
    const bts = example('batch.txt').envelope.find(({ name }) => name === 'BTS');
    expect(bts?.field(BTS.messageCount).text).toBe(String(example('batch.txt').messages.length));
  });
});
