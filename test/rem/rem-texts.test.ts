import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { remImport as en } from '../../src/messages/en/rem-import.js';
import { remImport as fr } from '../../src/messages/fr/rem-import.js';

it('every code of the reader of workbooks has a text', () => {
  const files = ['rem-ids', 'read-rows', 'merge-rows', 'read-rem-workbook'];
  const code = files.map((file) => readFileSync(new URL(`../../src/rem/${file}.ts`, import.meta.url), 'utf8')).join('');
  const codes = [...new Set([...code.matchAll(/'(rem\/[\w-]+)'/g)].map(([, each]) => each))].sort();
  for (const texts of [fr, en]) {
    const known = [...Object.keys(texts.repairs), ...Object.keys(texts.warnings)].sort();
    expect(known).toEqual(codes);
  }
});
