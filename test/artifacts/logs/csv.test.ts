import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { LIMITS } from '../../../src/artifacts/limits.js';
import { csvRows } from '../../../src/artifacts/logs/csv.js';

const START = { offset: 0, line: 1 };
const cellsOf = (text: string, delimiter: string) =>
  [...csvRows(text, START, delimiter, LIMITS, () => {})].map(({ cells }) => cells);

it('cuts as another reader of CSV does', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'é', ' ', "'", '=') }),
    fc.string({ unit: fc.constantFrom('a', ';', '""', '\n', '|', ' ') }).map((text) => `"${text}"`),
  );
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.constantFrom(';', '|', '\t'), (rows, delimiter) => {
      const text = rows.map((row) => row.join(delimiter)).join('\n');
      expect(cellsOf(text, delimiter)).toEqual(Papa.parse(text, { delimiter, newline: '\n' }).data);
    }),
  );
});

it('tells the line where each row starts, in any mixture of line ends', () => {
  const rows = [...csvRows('a;b\r\n"c\r\nd";e\rf;g\n\nh;i', START, ';', LIMITS, () => {})];
  expect(rows.map(({ line }) => line)).toEqual([1, 2, 4, 6]);
});
