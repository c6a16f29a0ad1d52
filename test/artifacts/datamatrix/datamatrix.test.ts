import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datamatrixFiles } from '../../../fixtures/make/artifacts/datamatrix.js';
import { insCode } from '../../../fixtures/make/datamatrix.js';
import { patients } from '../../../fixtures/make/patients.js';
import { datamatrix } from '../../../src/artifacts/datamatrix/datamatrix.js';
import { readInsDatamatrix } from '../../../src/artifacts/datamatrix/ins-datamatrix.js';
import { LIMITS } from '../../../src/artifacts/limits.js';
import { ReadError } from '../../../src/artifacts/read-error.js';
import { Source } from '../../../src/artifacts/source.js';

const HEADER = `IS01${'0'.repeat(22)}`;
const read = async (text: string | Uint8Array) =>
  (await datamatrix(new Source('code.txt', Buffer.from(text), LIMITS)))?.content;
const valuesOf = (text: string) => readInsDatamatrix(text).fields.map(({ id, value, endedBy }) => [id, value, endedBy]);
const problemOf = (text: string): unknown => {
  try {
    readInsDatamatrix(text);
  } catch (error) {
    if (error instanceof ReadError) return [error.args.reason, error.location.column, error.location.path];
    throw error;
  }
  return undefined;
};

describe('a datamatrix INS', () => {
  it('is read field by field', () => {
    expect(readInsDatamatrix(insCode())).toMatchObject({ form: 'ins', version: '01', reserved: '0'.repeat(22) });
    expect(readInsDatamatrix(insCode()).fields).toEqual([
      { id: 'S1', name: 'matricule', value: patients.alpha.ins?.matricule, endedBy: 'length', column: 27 },
      { id: 'S2', name: 'oid', value: '1.2.250.1.213.1.4.10', endedBy: 'length', column: 44 },
      { id: 'S3', name: 'given-names', value: 'CAMILLE LOUISE ANNE', endedBy: 'separator', column: 66 },
      { id: 'S4', name: 'birth-name', value: 'TEST-ALPHA', endedBy: 'separator', column: 88 },
      { id: 'S5', name: 'sex', value: 'F', endedBy: 'length', column: 101 },
      { id: 'S6', name: 'birth-date', value: '14-07-1985', endedBy: 'length', column: 104 },
      { id: 'S7', name: 'birth-place', value: '63113', endedBy: 'end', column: 116 },
    ]);
  });

  it('has its fields in any order, the last without separator', () => {
    expect(valuesOf(`${HEADER}S5MS618-06-1985S713201S4TEST`)).toEqual([
      ['S5', 'M', 'length'],
      ['S6', '18-06-1985', 'length'],
      ['S7', '13201', 'length'],
      ['S4', 'TEST', 'end'],
    ]);
  });

  it('separates an OID of 19 characters, and not one of 20', () => {
    expect(valuesOf(`${HEADER}S21.2.250.1.213.1.4.8\x1dS5F`)[0]).toEqual(['S2', '1.2.250.1.213.1.4.8', 'separator']);
    expect(valuesOf(`${HEADER}S21.2.250.1.213.1.4.10S5F`)[0]).toEqual(['S2', '1.2.250.1.213.1.4.10', 'length']);
  });

  it('keeps a field that is not known, up to its separator, and a separator too many', () => {
    expect(valuesOf(`${HEADER}Z9autre chose\x1dS5F\x1dS6`.slice(0, -2))).toEqual([
      ['Z9', 'autre chose', 'separator'],
      ['S5', 'F', 'separator'],
    ]);
  });

  it.each([
    [`${HEADER}S112345\x1dS5F`, ['datamatrix-length', 27, 'S1']],
    [`${HEADER}S5FS614-07`, ['datamatrix-length', 30, 'S6']],
    [`${HEADER}S21.2.250\x1dS5F`, ['datamatrix-length', 27, 'S2']],
    [`${HEADER}S4\x1dS5F`, ['datamatrix-length', 27, 'S4']],
    [`${HEADER}S5MM`, ['datamatrix-id', 30, 'M']],
    [`${HEADER}s5M`, ['datamatrix-id', 27, 's5']],
    [HEADER, ['datamatrix-no-field', 26, undefined]],
    [`${HEADER.slice(0, 20)}S5M`, ['datamatrix-header', 1, undefined]],
  ])('is refused where its fields can not be told apart: %j', (text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });

  it('is read or refused whatever stands in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void problemOf(HEADER + text)));
    const part = fc.constantFrom('S1', 'S2', 'S3', 'S7', '\x1d', '1', 'A', '0'.repeat(15));
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = HEADER + parts.join('');
        if (problemOf(text) !== undefined) return;
        const pieces = readInsDatamatrix(text).fields.map(
          (each) => each.id + each.value + (each.endedBy === 'separator' ? '\x1d' : ''),
        );
        expect(HEADER + pieces.join('')).toBe(text);
      }),
    );
  });
});

describe('a file that holds a code', () => {
  it.each(['<GS>', '[GS]', '{GS}', '\\x1d', '\\x1D', '\\u001d', '&#29;', '&#x1d;', '^029', '\u241d'])(
    'may write its separators as %s',
    async (separator) => {
      expect(await read(insCode().replaceAll('\x1d', separator))).toMatchObject({ text: insCode() });
    },
  );

  it('may have a symbology, blanks and a line end around it', async () => {
    expect(await read(`\ufeff ]d1${insCode()}\r\n`)).toMatchObject({ text: insCode() });
  });

  it('may be in base64, in lines', async () => {
    const file = datamatrixFiles().find(({ path }) => path.includes('base64'));
    expect(await read(file?.bytes ?? '')).toMatchObject({ text: insCode(patients.bravo) });
    await expect(read(Buffer.from(insCode()).toString('base64').slice(0, -1).replace('=', ''))).rejects.toMatchObject({
      args: { reason: 'datamatrix-base64' },
    });
  });

  it('may be a 2D-Doc, which is no datamatrix INS', async () => {
    const file = datamatrixFiles().find(({ path }) => path.includes('2d-doc'));
    expect(await read(file?.bytes ?? '')).toMatchObject({
      form: '2d-doc',
      version: '03',
      authority: 'FR00',
      certificate: '0001',
      type: '07',
      data: '43TEST-ALPHA\x1d44CAMILLE\x1d',
      signature: 'A7'.repeat(50),
    });
    expect(await read(`DC02FR0000011E7C1E7C07${'43TEST'}`)).toMatchObject({ data: '43TEST', signature: undefined });
  });

  it.each([
    'IS20 est une norme',
    'DC04 tension continue',
    'SVMwMTAw',
    `Le code est ${insCode()}`,
    insCode() + ' '.repeat(20_000),
  ])('is not any text: %j', async (text) => {
    expect(await read(text)).toBeUndefined();
  });
});
