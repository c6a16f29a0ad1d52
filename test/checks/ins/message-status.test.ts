import { describe, expect, it } from 'vitest';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { messageStatus } from '../../../src/checks/ins/message-status.js';
import { runOn } from '../../support/run-check.js';

async function foundAfter(base: ExampleBase, ...edits: [string, string][]): Promise<string[]> {
  const { findings } = await runOn(
    messageStatus,
    base,
    edits.map(([good, bad]) => ['message', good, bad] as const),
  );
  return findings.map(({ rule, at }) => `${rule} ${at.path}`);
}

describe('ins/message-status', () => {
  it('is not about a message without PID', async () => {
    const ran = await runOn(messageStatus, 'hl7v2-adt', [['message', 'PID|', 'ZZZ|']]);
    expect(ran).toMatchObject({ applies: false, evaluated: 0, findings: [] });
  });

  it.each(['VALI', 'VALI~HOMD', 'VALI~IDVER', 'VALI^Validée'])('accepts an INS with %s', async (reliability) => {
    expect(await foundAfter('hl7v2-adt', ['|N||VALI', `|N||${reliability}`])).toEqual([]);
  });

  it.each([
    ['', ['ins-not-validated PID[1]-32']],
    ['PROV', ['ins-not-validated PID[1]-32']],
    ['RECUP', ['ins-not-validated PID[1]-32', 'unknown-code PID[1]-32[1]']],
    ['QUAL', ['unknown-code PID[1]-32[1]']],
    ['vali', ['ins-not-validated PID[1]-32', 'unknown-code PID[1]-32[1]']],
    ['VALI~DOUT', ['ins-with-doubt PID[1]-32']],
    ['PROV~FICT', ['ins-with-doubt PID[1]-32']],
    ['PROV~VALI', ['several-statuses PID[1]-32']],
  ])('finds an INS with %s', async (reliability, expected) => {
    expect(await foundAfter('hl7v2-adt', ['|N||VALI', `|N||${reliability}`])).toEqual(expected);
  });

  it.each([
    ['', []],
    ['VALI', []],
    ['VIDE', []],
    ['PROV~DOUT', []],
    ['FICT~PROV', []],
    ['PROV~DOUT~HOMA', []],
    ['VALI~FICT', ['doubt-not-provisional PID[1]-32']],
    ['DOUT', ['doubt-without-status PID[1]-32']],
    ['PROV~DOUT~FICT', ['attributes-together PID[1]-32']],
    ['PROV~FICT~HOMD', ['attributes-together PID[1]-32']],
  ])('judges an identity without INS told %s', async (reliability, expected) => {
    expect(await foundAfter('hl7v2-unqualified', ['|N||PROV', `|N||${reliability}`])).toEqual(expected);
  });

  it('does not hold a former INS against an identity', async () => {
    const mrg = 'MRG|285076311399048^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS\nPV1|1|N';
    expect(await foundAfter('hl7v2-unqualified', ['PV1|1|N', mrg])).toEqual([]);
  });

  it.each([
    ['no lunar date', '||N|Y', '19850714', []],
    ['an unknown day', '00^07^1985||N|Y', '19850701', []],
    ['an unknown month', '14^00^1985||N|Y', '19850114', []],
    ['an unknown day and month', '00^00^1985||N|Y', '19851231', []],
    ['only a year', '^^1985||N|Y', '19851231', []],
    ['a date that is known', '14^07^1985||N|N', '19850714', []],
    ['an unknown year', '00^00^0000||N|Y', '19801231', []],
    ['components that hold nothing', '^^||N|N', '19850714', []],
    ['the explicit null', '""||N|N', '19850714', []],
    ['a correction that is not told', '00^07^1985||N|N', '19850701', ['correction-untold ZFD[1]-4']],
    ['another correction', '00^00^1985||N|Y', '19850101', ['lunar-date ZFD[1]-1']],
    ['another date', '15^07^1985||N|N', '19850714', ['lunar-date ZFD[1]-1']],
    ['a date in one component', '19850700||N|Y', '19850701', ['lunar-date-form ZFD[1]-1']],
    ['a year of two digits', '00^07^85||N|Y', '19850701', ['lunar-date-form ZFD[1]-1']],
    ['a flag of another table', '||N|O', '19850714', ['corrected-date ZFD[1]-4']],
  ])('judges a birth date with %s', async (_, lunar, birthDate, expected) => {
    const found = await foundAfter('hl7v2-adt', ['ZFD|||N|N', `ZFD|${lunar}`], ['|19850714|F|', `|${birthDate}|F|`]);
    expect(found).toEqual(expected);
  });

  it.each([
    ['|||', []],
    ['|SM||', []],
    ['|INSI|20260315101500|PA|20300101', []],
    ['|CV|20260315|', []],
    ['|INSI', ['insi-date ZFD[1]-6']],
    ['|insi|20260315', ['collection-mode ZFD[1]-5']],
    ['|SM||PA|20300231', ['zfd-date ZFD[1]-8']],
    ['|INSI|2026-03-15', ['zfd-date ZFD[1]-6']],
  ])('judges how an identity was obtained: %s', async (fields, expected) => {
    expect(await foundAfter('hl7v2-adt', ['|INSI|20260315|PA', fields])).toEqual(expected);
  });

  it('quotes a lunar date', async () => {
    const { findings } = await runOn(messageStatus, 'hl7v2-adt', [['message', 'ZFD|||N|N', 'ZFD|00^00^1985||N|']]);
    expect(findings.map(({ rule, args, actual }) => [rule, args, actual])).toEqual([
      ['lunar-date', undefined, '00^00^1985'],
      ['correction-untold', undefined, ''],
    ]);
  });
});
