import { describe, expect, it } from 'vitest';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { metadataIdentity } from '../../../src/checks/ins/metadata-identity.js';
import { runOn } from '../../support/run-check.js';

const LOCAL = '<rim:Value>10001^^^&amp;2.999.1.1&amp;ISO^PI</rim:Value>';
const NAME = '<rim:Value>PID-5|TEST-ALPHA^CAMILLE^CAMILLE LOUISE ANNE^^^^L</rim:Value>';
const SEX = '<rim:Value>PID-8|F</rim:Value>';
const PLACE = '<rim:Value>PID-11|^^^^^^BDL^^63113</rim:Value>';

async function rules(good: string, bad: string, base: ExampleBase = 'xdm'): Promise<string[]> {
  return (await runOn(metadataIdentity, base, [['metadata', good, bad]])).findings.map(({ rule }) => rule);
}

describe('the identifiers', () => {
  it('may be the INS, with its date, in sourcePatientId', async () => {
    const value = (cx: string) => `<rim:Value>${cx}</rim:Value>`;
    const ins = '285076311399048^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH';
    expect(await rules(LOCAL, value(ins))).toEqual([]);
    expect(await rules(LOCAL, value(`${ins}^^20100907`))).toEqual([]);
    expect(await rules(LOCAL, value(ins.replace('NH', 'INS')))).toEqual(['ins-type']);
    expect(await rules(LOCAL, value(ins.replace('NH', 'PI')))).toEqual(['ins-type']);
  });

  it('may be a billing number, of either type', async () => {
    for (const type of ['PI', 'NH'])
      expect(await rules(LOCAL, LOCAL.replace('2.999.1.1', '1.2.250.1.213.1.4.13').replace('PI', type))).toEqual([]);
  });

  it.each([
    ['CX.1', LOCAL.replace('10001', '')],
    ['CX.4.1', LOCAL.replace('&amp;2', 'CHU&amp;2')],
    ['CX.4.2', LOCAL.replace('2.999.1.1', 'CHU')],
    ['CX.4.2', LOCAL.replaceAll('&amp;', '&amp;amp;')],
    ['CX.4.3', LOCAL.replace('ISO', 'DNS')],
    ['CX.5', LOCAL.replace('^PI', '')],
  ])('lack %s', async (component, bad) => {
    const { findings } = await runOn(metadataIdentity, 'xdm', [['metadata', LOCAL, bad]]);
    expect(findings.map(({ rule, args }) => [rule, args])).toEqual([
      ['id-form', { attribute: 'sourcePatientId', component }],
    ]);
  });

  it('are local for a patient who is not qualified', async () => {
    expect((await runOn(metadataIdentity, 'xdm-unqualified')).findings).toEqual([]);
  });
});

describe('sourcePatientInfo', () => {
  it('may have a name used, a second identifier and a list of given names', async () => {
    expect(await rules(NAME, `${NAME}<rim:Value>PID-5|USED^CAMILLE^^^^^D</rim:Value>`)).toEqual([]);
    expect(await rules(SEX, `${SEX}<rim:Value>PID-3|7^^^&amp;2.999.9&amp;ISO^PI</rim:Value>`)).toEqual([]);
    expect(await rules(SEX, `${SEX}<rim:Value>PID-18|9^^^&amp;2.999.9&amp;ISO^AN</rim:Value>`)).toEqual([]);
  });

  it('may have no place of birth nor sex', async () => {
    expect(await rules(PLACE, '')).toEqual([]);
    expect(await rules(SEX, '')).toEqual([]);
  });

  it.each([
    ['XPN.7', 'PID-5|TEST-ALPHA^CAMILLE^CAMILLE LOUISE ANNE'],
    ['XPN.7', 'PID-5|TEST-ALPHA^CAMILLE^^^^^D'],
    ['XPN.3', 'PID-5|TEST-ALPHA^CAMILLE^^^^^L'],
    ['XPN.2', 'PID-5|TEST-ALPHA^^CAMILLE LOUISE ANNE^^^^L'],
  ])('lacks %s in %s', async (component, value) => {
    const { findings } = await runOn(metadataIdentity, 'xdm', [['metadata', NAME, `<rim:Value>${value}</rim:Value>`]]);
    expect(findings.map(({ rule, args }) => [rule, args])).toEqual([['birth-name', { component }]]);
  });

  it('has a name', async () => {
    expect(await rules(NAME, '')).toEqual(['info-name']);
    expect(await rules('name="sourcePatientInfo"', 'name="sourcepatientinfo"')).toEqual(['info-name']);
  });

  it('writes its fields in one way', async () => {
    expect(await rules(SEX, '<rim:Value>PID8|F</rim:Value>')).toEqual(['info-form']);
    expect(await rules(SEX, SEX.replace('PID-8|', 'PID-8'))).toEqual(['info-form']);
    expect(await rules(SEX, SEX + SEX + SEX)).toEqual(['info-repeated', 'info-repeated']);
  });

  it('asks an identity without INS for its name only', async () => {
    const name = '<rim:Value>PID-5|TEST-DELTA^MARIUS^MARIUS HENRI^^^^L</rim:Value>';
    expect(await rules(name, '<rim:Value>PID-5|Delta^Marius</rim:Value>', 'xdm-unqualified')).toEqual([]);
  });
});
