import { describe, expect, it } from 'vitest';
import { knowHowTypesOf, PROFESSIONAL_TABLES } from '../../src/terminology/professional-tables.js';

const has = (table: keyof typeof PROFESSIONAL_TABLES, code: string) =>
  PROFESSIONAL_TABLES[table].some((each) => each.has(code));

describe('the tables of the codes of a professional', () => {
  it('are dated and sourced', () => {
    for (const table of Object.values(PROFESSIONAL_TABLES).flat()) {
      expect(table.version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(table.source).toMatch(/^ANS/);
      expect(table.oid).toMatch(/^1\.2\.250\.1\.\d/);
    }
  });

  it.each([
    ['sector', ['SA01', 'SA07', 'SA69'], ['SA00', 'SA70', 'SA1', '']],
    ['role', ['10', '60', 'SM26', 'A', '312', 'FON-01', 'GENR01'], ['11', 'SA07']],
    ['profession', ['10', '21', '41', '93', '99'], ['SM26', '300', 'ALIM_AM']],
    ['category', ['C', 'E', 'F', 'M'], ['S']],
    ['title', ['DR', 'PR', 'M', 'MME'], ['Docteur']],
    ['civility', ['M', 'MME', 'MLLE'], ['DR']],
    ['practiceMode', ['L', 'S', 'B', 'I'], ['C']],
    ['pharmacySection', ['A', 'DH', 'EH', 'M'], ['DB', 'F']],
    ['function', ['FON-01', 'FON-63', 'FON-AU', '372', '409'], ['FON-06', 'FON-08', '373', '410']],
    ['activityKind', ['GENR01', 'GENR13', 'GENR99'], ['GENR14']],
    ['knowHowType', ['S', 'C', 'CM', 'SST'], ['SM']],
    ['knowHow', ['SM54', 'C01', 'DSM240', 'CAPA16', '80', 'SST26'], ['SM96', 'C02', 'DSM241', '79']],
  ] as const)('%s: knows its codes and no other', (table, known, unknown) => {
    for (const code of known) expect(has(table, code), code).toBe(true);
    for (const code of unknown) expect(has(table, code), code).toBe(false);
  });

  it('tell the type of a know-how by its code', () => {
    expect(knowHowTypesOf('SM54')).toEqual(['S']);
    expect(knowHowTypesOf('C83')).toEqual(['C']);
    expect(knowHowTypesOf('DSM200')).toEqual(['DNQ']);
    expect(knowHowTypesOf('constructor')).toEqual([]);
  });

  it('hold as many functions as the ANS counts', () => {
    expect(PROFESSIONAL_TABLES.function[0].codes).toHaveLength(57);
  });
});
