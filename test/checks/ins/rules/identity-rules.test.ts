import { describe, expect, it } from 'vitest';
import type { ToldIdentity, ToldMatricule } from '../../../../src/checks/identities/told-identity.js';
import {
  type IdentityRule,
  identityRules,
  judgeIdentity,
  judgeMatricule,
} from '../../../../src/checks/ins/rules/identity-rules.js';
import { matriculeKey } from '../../../../src/identity/matricule.js';
import type { TraitName } from '../../../../src/identity/traits.js';

const ARC = '1.2.250.1.213.1.4';
const AT = { line: 1, column: 1, path: '/id' };
const place = (at: ToldIdentity['at']) => ({ artifact: 'a.xml', ...at });
const told = (value: string, path = '/id') => ({ value, at: { ...AT, path } });
const under = (value: string, oid: string | undefined): ToldMatricule => ({
  ...told(value),
  oid: oid === undefined ? undefined : told(oid, '/id/@root'),
});

const KEY_RULES: readonly IdentityRule[] = ['matricule-form', 'matricule-key', 'matricule-key-test'];
const RULES = identityRules([...KEY_RULES, 'matricule-unusual']);
const severityOf = (rule: IdentityRule): string => RULES[rule as keyof typeof RULES].severity;

/**
 * Matricules of official material: examples of the ANS (ansforge/TestContenuCDA-3-0, ansforge/hl7V2-exemples), messages of the DMP
 * (GIE SESAM-Vitale, 02.05.00), test replies of INSi (CNDA, TEST_2.08 among them). All of fictitious people.
 */
const RIGHT_KEYS = [
  '279035121518989',
  '277076322082910',
  '207058575627097',
  '180032B02040123',
  '160012B02077713',
  '297022A02077878',
  '253072A07300443',
  '253072B07300470',
  '109076322083489',
  '109076322088835',
  '236066322083656',
  '781102A12500908',
  '885997512345663',
];
/** As they stand there, with a wrong key; then the right one. */
const WRONG_KEYS: readonly (readonly [string, string])[] = [
  ['289057545611404', '73'],
  ['221042545611404', '83'],
  ['223042545611404', '82'],
  ['224027511583555', '12'],
  ['276059205062865', '83'],
  ['222127505611201', '47'],
  ['276037510669380', '26'],
  ['181036322045660', '76'],
  ['281036322045610', '26'],
];

describe.each([
  ['8', 'error'],
  ['9', 'error'],
  ['10', 'warning'],
  ['11', 'warning'],
])('the key of an official matricule under .%s', (end, severity) => {
  const keyFindings = (value: string) =>
    judgeMatricule(under(value, `${ARC}.${end}`), place).filter(({ rule }) => KEY_RULES.includes(rule));

  it.each(RIGHT_KEYS)('is right in %s', (matricule) => {
    expect(keyFindings(matricule)).toEqual([]);
  });

  it.each(WRONG_KEYS)(`is wrong in %s, which wants %s: ${severity}`, (matricule, key) => {
    expect(matriculeKey(matricule.slice(0, 13))).toBe(key);
    const findings = keyFindings(matricule);
    expect(findings.map(({ rule, at, actual }) => [severityOf(rule), at.path, actual])).toEqual([
      [severity, '/id', matricule],
    ]);
  });

  it.each([...RIGHT_KEYS, ...WRONG_KEYS.map(([matricule]) => matricule)])(
    'does not hide what is rare in %s',
    (matricule) => {
      const rare = judgeMatricule(under(matricule, `${ARC}.${end}`), place).filter(
        ({ rule }) => rule === 'matricule-unusual',
      );
      const parts = ['781102A12500908', '885997512345663'].includes(matricule) ? ['sex'] : [];
      const month = matricule === '885997512345663' ? ['month'] : [];
      expect(rare.map(({ args }) => args?.part)).toEqual([...parts, ...month]);
      for (const { rule } of rare) expect(severityOf(rule)).toBe('warning');
    },
  );
});

describe('a matricule', () => {
  const rules = (value: string, oid: string | undefined) =>
    judgeMatricule(under(value, oid), place).map(({ rule, args }) => [rule, args?.fault ?? args?.part ?? args?.oid]);

  it('without its key, or with blanks, has not the form', () => {
    expect(rules('2850763113990', `${ARC}.10`)).toEqual([['matricule-form', 'length']]);
    expect(rules('2 85 07 63 113 990 48', `${ARC}.8`)).toEqual([['matricule-form', 'length']]);
    expect(rules('285071A11399048', `${ARC}.8`)).toEqual([['matricule-form', 'characters']]);
    expect(rules('202112a00499202', `${ARC}.8`)).toEqual([['matricule-form', 'characters']]);
  });

  it('is known under the URN of its OID', () => {
    expect(rules('285076311399049', `urn:oid:${ARC}.8`)).toEqual([['matricule-key', `${ARC}.8`]]);
    expect(rules('285076311399049', `urn:oid:${ARC}.10`)).toEqual([['matricule-key-test', `${ARC}.10`]]);
  });

  it('of a mailbox tells no OID, and is written in any case', () => {
    expect(rules('285076311399049', undefined)).toEqual([['matricule-key-test', '']]);
    expect(rules('202112a00499202', undefined)).toEqual([]);
  });

  it('that is calculated is given up', () => {
    expect(judgeMatricule(under('0123456789012345678901', `${ARC}.2`), place)).toEqual([
      { rule: 'ins-c', at: { artifact: 'a.xml', ...AT, path: '/id/@root' }, args: { oid: `${ARC}.2` } },
    ]);
  });

  it('is not a billing number, nor an identifier of others', () => {
    expect(rules('12345', `${ARC}.13`)).toEqual([]);
    expect(rules('12345', '2.999.1.1')).toEqual([]);
  });
});

describe('an identity with an INS', () => {
  const identity = (
    traits: Partial<Record<Exclude<TraitName, 'matricule' | 'oid'>, string>>,
    matricules: readonly ToldMatricule[] = [under('285076311399048', `${ARC}.10`)],
  ): ToldIdentity => ({
    source: 'cda',
    at: AT,
    matricules,
    localIds: [],
    traits: Object.fromEntries(Object.entries(traits).map(([trait, value]) => [trait, told(value, `/${trait}`)])),
  });
  const found = (...given: Parameters<typeof identity>) =>
    judgeIdentity(identity(...given), place).map(({ rule, at, args }) => [rule, at.path, args?.fault ?? null]);

  const RIGHT = {
    birthName: "D'ESSAI-ALPHA",
    firstGiven: 'ANNE-MARIE',
    givenList: 'ANNE MARIE LOUISE',
    sex: 'F',
    birthDate: '19850714',
    birthPlace: '63113',
    usedName: 'Martin',
    usedGiven: 'Zoé',
  };

  it('that is right has no finding: names used are written as one likes', () => {
    expect(found(RIGHT)).toEqual([]);
    expect(found({ ...RIGHT, sex: 'female', birthDate: '1985-07-14', birthPlace: '2A004' })).toEqual([]);
    expect(found({})).toEqual([]);
  });

  it.each([
    [{ birthName: 'D’Essai' }, 'name-form', '/birthName', 'lowercase'],
    [{ firstGiven: 'ANNE-MARIE-' }, 'name-form', '/firstGiven', 'end'],
    [{ givenList: 'ANNE MARIE  LOUISE' }, 'name-form', '/givenList', 'doubled'],
    [{ firstGiven: 'LOUISE' }, 'first-given', '/firstGiven', null],
    [{ sex: 'UN' }, 'sex', '/sex', null],
    [{ sex: 'unknown' }, 'sex', '/sex', null],
    [{ birthDate: '19850700' }, 'birth-date', '/birthDate', 'unknown-day-or-month'],
    [{ birthDate: '1985' }, 'birth-date', '/birthDate', 'form'],
    [{ birthDate: '14071985' }, 'birth-date', '/birthDate', 'calendar'],
    [{ birthPlace: 'LYON' }, 'birth-place', '/birthPlace', null],
    [{ birthPlace: '99999' }, 'birth-place-unknown', '/birthPlace', null],
  ])('with %j: %s', (change, rule, path, fault) => {
    expect(found({ ...RIGHT, ...change })).toEqual([[rule, path, fault]]);
  });

  it('is one: several matricules are too many, the same one twice is not', () => {
    const [one, other] = [under('285076311399048', `${ARC}.10`), under('152026912399169', `${ARC}.10`)];
    expect(found(RIGHT, [one, one])).toEqual([]);
    expect(found(RIGHT, [one, other])).toContainEqual(['several-ins', '/id', null]);
    expect(found(RIGHT, [one, { ...other, former: true }])).toEqual([]);
  });

  it('is judged by its traits; another identity is not', () => {
    const wrong = { ...RIGHT, sex: 'UN', birthDate: '1985', birthName: 'd’essai' };
    expect(found(wrong, [])).toEqual([]);
    expect(found(wrong, [under('0123456789012345678901', `${ARC}.2`)])).toEqual([['ins-c', '/id/@root', null]]);
    expect(found(wrong)).toHaveLength(3);
  });
});

describe('the rules of an encoding', () => {
  it('take its own severity and samples over the common ones', () => {
    const samples = { broken: 1, of: 2, corpus: 'x' };
    expect(identityRules(['sex', 'ins-c'], { sex: { severity: 'warning', samples } })).toMatchObject({
      sex: { severity: 'warning', samples },
      'ins-c': { severity: 'warning', samples: null },
    });
  });
});
