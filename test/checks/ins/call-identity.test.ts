import { describe, expect, it } from 'vitest';
import { callIdentity } from '../../../src/checks/ins/call-identity.js';
import { runOn } from '../../support/run-check.js';

type Edit = readonly [part: string, good: string, bad: string];

const ID = '285076311399048^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH';
const PARAMETER = `'${ID}'`;

describe('ins/call-identity', () => {
  it('looks at the VIHF, at the metadata and at what is asked', async () => {
    for (const base of ['soap-publish', 'dmp-queries'] as const) {
      const { evaluated, findings, applies } = await runOn(callIdentity, base);
      expect(evaluated).toBeGreaterThan(1);
      expect(findings).toEqual([]);
      expect(applies).toBe(true);
    }
  });

  it('is not about INSi', async () => {
    expect(await runOn(callIdentity, 'insi')).toMatchObject({ evaluated: 0, applies: false });
  });

  it.each([
    ['a list of one identifier', ['search', PARAMETER, `(${PARAMETER})`]],
    ['a date in CX.7', ['search', PARAMETER, PARAMETER.replace("NH'", "NH^^20100907'")]],
    ['no patient in a VIHF', ['existence', `<saml2:AttributeValue>${ID}<`, '<saml2:AttributeValue><']],
    ['a local identifier in a VIHF', ['existence', ID, '10001^^^&amp;2.999.1.1&amp;ISO^PI']],
  ] as const)('takes %s', async (_, edit: Edit) => {
    expect((await runOn(callIdentity, 'dmp-queries', [edit])).findings).toEqual([]);
  });

  it.each([
    ['no OID', ID, '285076311399048', 'call-id'],
    ['the name of the authority', '^^^&amp;1.2', '^^^ASIP-SANTE-INS-NIR&amp;1.2', 'call-id'],
    ['no type', 'ISO^NH', 'ISO', 'call-id'],
    ['a wrong key', '285076311399048', '285076311399049', 'matricule-key-test'],
    ['a short matricule', '285076311399048', '28507631139904', 'matricule-form'],
    ['the INS-C', '4.10', '4.2', 'ins-c'],
  ])('finds %s in the VIHF', async (_, good, bad, rule) => {
    const { findings } = await runOn(callIdentity, 'soap-publish', [['header', ID, ID.replace(good, bad)]]);
    expect(findings.map((each) => each.rule)).toContain(rule);
  });

  it('finds another patient in the body, or another OID for the same number', async () => {
    for (const [good, bad] of [
      ['285076311399048', '152026912399108'],
      ['4.10', '4.11'],
    ] as const) {
      const { findings } = await runOn(callIdentity, 'dmp-queries', [
        ['search', PARAMETER, PARAMETER.replace(good, bad)],
      ]);
      expect(findings).toMatchObject([
        { rule: 'one-patient', at: { artifact: 'recherche.xml' }, args: { otherPath: 'recherche.xml' } },
      ]);
      expect(findings[0]?.at.line).toBeGreaterThan(Number(findings[0]?.args?.otherLine));
    }
  });

  it('finds another patient in a test of existence', async () => {
    const { findings } = await runOn(callIdentity, 'dmp-queries', [
      ['existence', 'extension="285076311399048"', 'extension="152026912399108"'],
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual(['one-patient']);
  });
});
