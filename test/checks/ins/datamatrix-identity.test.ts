import { expect, it } from 'vitest';
import { insCode } from '../../../fixtures/make/datamatrix.js';
import { patients } from '../../../fixtures/make/patients.js';
import { read } from '../../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { datamatrixIdentity } from '../../../src/checks/ins/datamatrix-identity.js';
import { runCheck } from '../../support/run-check.js';

async function judge(code: string) {
  const { artifact } = await read({ path: 'code.txt', bytes: Buffer.from(code), declared: {} });
  return artifact ? runCheck(datamatrixIdentity, [artifact], NOTHING_DECLARED) : undefined;
}

const rulesOf = async (code: string) => (await judge(code))?.findings.map(({ rule }) => rule);

it.each([patients.alpha, patients.bravo, patients.charlie])('accepts the code of $family', async (patient) => {
  expect(await rulesOf(insCode(patient))).toEqual([]);
});

const GOOD = insCode();
const HEADER = GOOD.slice(0, 26);

it.each([
  [
    'the published vector of a library',
    `${HEADER}S1277010115400329S21.2.250.1.213.1.4.8\x1dS3SARAH-LOU ANNA\x1dS4GARCIA-HAMMADI\x1dS5FS621-01-1977`,
  ],
  ['no place of birth', GOOD.slice(0, -7)],
  ['an apostrophe', GOOD.replace('TEST-ALPHA', "L'ESSAI--ALPHA")],
])('accepts %s', async (_, code) => {
  const rules = await rulesOf(code);
  expect(rules?.filter((rule) => rule !== 'matricule-key')).toEqual([]);
});

it.each([
  ['another order', GOOD.replace(/(S5F)(S614-07-1985)/, '$2$1'), ['field-order']],
  ['a name at the end', GOOD.replace('S4TEST-ALPHA\x1d', '').concat('S4TEST-ALPHA'), ['field-order']],
  ['a separator behind a fixed length', GOOD.replace('S5F', 'S5F\x1d'), ['separator']],
  ['a separator behind an OID of greatest length', GOOD.replace('4.10', '4.10\x1d'), ['separator']],
  ['a separator at the end', `${GOOD}\x1d`, ['separator']],
  ['a field twice', GOOD.replace('S5F', 'S5FS5F'), ['field-twice']],
  ['a field of no format', `${GOOD}S9X`, ['field-unknown']],
  ['a version to come', GOOD.replace('IS01', 'IS02'), ['header']],
  ['a header that is not zeros', GOOD.replace(/^(.{20})0/, '$11'), ['header']],
  ['no birth name', GOOD.replace('S4TEST-ALPHA\x1d', ''), ['field-missing']],
  ['accents', GOOD.replace('CAMILLE', 'CÉLINE'), ['name-form']],
  ['a given name of two hyphens', GOOD.replace('CAMILLE LOUISE', 'CAMILLE--LOUISE'), ['name-shape']],
  ['a sex that is not told', GOOD.replace('S5F', 'S5U'), ['sex']],
  ['a sex in lower case', GOOD.replace('S5F', 'S5f'), ['sex']],
  ['a date with slashes', GOOD.replace('14-07-1985', '14/07/1985'), ['birth-date-form']],
  ['a lunar date', GOOD.replace('14-07-1985', '00-07-1985'), ['birth-date']],
  ['an INS-C', GOOD.replace('4.10', '4.2\x1d'), ['oid']],
])('finds %s', async (_, code, expected) => {
  expect(await rulesOf(code)).toEqual(expected);
});

it('tells a 2D-Doc from a datamatrix INS', async () => {
  const ran = await judge(`DC03FR0000011E7C1E7C070143TEST-ALPHA\x1d\x1f${'A7'.repeat(50)}`);
  expect(ran).toMatchObject({ evaluated: 1, findings: [{ rule: 'other-code' }] });
});

it('points at the field', async () => {
  const ran = await judge(GOOD.replace('S5F', 'S5I'));
  expect(ran?.findings).toMatchObject([{ at: { line: 1, column: GOOD.indexOf('S5F') + 3, path: 'S5' }, actual: 'I' }]);
});
