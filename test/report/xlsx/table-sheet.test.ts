import { expect, test } from 'vitest';
import { report as fr } from '../../../src/messages/fr/report.js';
import { plainColumn, plainTable, tableSheet } from '../../../src/report/xlsx/table-sheet.js';

test('a sheet has no more links than Excel takes; the texts stay', () => {
  const rows = Array.from({ length: 65_531 }, (_, index) => [{ text: `${index}`, link: { target: `${index}.pdf` } }]);
  const { cells } = tableSheet(plainTable('Preuves', [plainColumn('Fichier', 20)], rows), fr);
  expect(cells?.get('65530,0')).toMatchObject({ value: '65529', hyperlink: { target: '65529.pdf' } });
  expect(cells?.get('65531,0')).toMatchObject({ value: '65530' });
  expect(cells?.get('65531,0')?.hyperlink).toBeUndefined();
});
