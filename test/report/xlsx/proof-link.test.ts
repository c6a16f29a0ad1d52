import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { runNumberOf } from '../../../src/dossier/run-number.js';
import { report as fr } from '../../../src/messages/fr/report.js';
import { proofTargets } from '../../../src/report/xlsx/proof-link.js';
import { toRemXlsx, toXlsx } from '../../../src/report/xlsx.js';
import { sampleEvidence, sampleReport, sampleRequirement, sampleScenario } from '../sample-report.js';

const file = (path: string) => ({ path, sha256: 'a'.repeat(64), bytes: 1 });
const proofOf = (...paths: string[]) => sampleEvidence('P.01', 'to-review', { files: paths.map(file) });

describe('proofTargets', () => {
  test.each([
    ['preuves/a.mp4', 'preuves/a.mp4'],
    ["preuves/capture d'écran n° 1 (100 %).png", "preuves/capture%20d'%C3%A9cran%20n%C2%B0%201%20(100%20%25).png"],
    ['a#b?c&d.pdf', 'a%23b%3Fc%26d.pdf'],
    // The report writes `!` as %21.
    ['fini%21.pdf', 'fini!.pdf'],
    ['..a/b..c', '..a/b..c'],
  ])('leads to the file %s from the dossier', (path, target) => {
    expect(proofTargets(proofOf(path))).toEqual([target]);
  });

  test.each([
    '../secret.pdf',
    'a/../../b.pdf',
    'a/.. /b',
    './a',
    '/etc/passwd',
    '//host/share',
    'a//b',
    'C:/a.pdf',
    'a\\..\\b',
    'javascript:alert(1)',
    'file:///a',
    'a\nb',
    'a\uD800b',
    `${'é'.repeat(400)}.pdf`,
  ])('leads nowhere for %j', (path) => {
    expect(proofTargets(proofOf(path))).toEqual([]);
  });

  const page = (kind: 'permalink' | 'execution' | 'statement' | 'document', value: string) =>
    proofTargets(sampleEvidence('P.01', 'to-review', { kind, value, files: [] }));

  test('leads to a permalink over https only', () => {
    const link = 'https://interop.referencement.esante.gouv.fr/PatientManager/messages/messageDisplay.seam?id=12';
    expect(page('permalink', link)).toEqual([link]);
    for (const other of [
      'http://a.example/',
      'javascript:alert(1)',
      'https://u:p@a.example/',
      'https://a.example/ x',
      'x',
    ])
      expect(page('permalink', other)).toEqual([]);
    expect(page('statement', `${link} (Une personne, 2026-11-20)`)).toEqual([]);
    // A proof that only a workbook asks for may have any form.
    expect(page('document', link)).toEqual([link]);
    expect(proofTargets(sampleEvidence('P.01', 'missing', { kind: 'permalink', value: link }))).toEqual([]);
  });

  test('leads to the page of a run of the MSSanté test tool', () => {
    const [target] = page('execution', '12345');
    expect(runNumberOf(target)).toBe(12345);
    expect(page('execution', '12345/../..')).toEqual([]);
  });
});

describe('cells', () => {
  const proofs = [
    sampleEvidence('MSS/X.01.01.01', 'to-review', { files: [file('preuves/a b.pdf')] }),
    sampleEvidence('MSS/X.01.01.02', 'to-review', { files: [file('1.png'), file('../2.png'), file('3.png')] }),
    sampleEvidence('MSS/X.01.01.03', 'missing'),
  ];
  const report = sampleReport({
    requirements: [sampleRequirement('MSS/X.01', [sampleScenario('MSS/X.01.01', [], proofs)])],
  });

  test('lead to the proof, or to its rows in the sheet of proofs', async () => {
    const workbook = await readXlsx(await toXlsx(report, fr));
    const linkOf = (sheet: string, cell: string) =>
      workbook.sheets.find(({ name }) => name === sheet)?.cells?.get(cell)?.hyperlink;
    expect(linkOf('Exigences', '1,15')?.target).toBe('preuves/a%20b.pdf');
    expect(linkOf('Exigences', '2,15')?.location).toBe('Preuves!F3');
    expect(linkOf('Exigences', '3,15')).toBeUndefined();
    expect([1, 2, 3, 4, 5].map((row) => linkOf('Preuves', `${row},5`)?.target)).toEqual([
      'preuves/a%20b.pdf',
      '1.png',
      undefined,
      '3.png',
      undefined,
    ]);
    expect(workbook.sheets.find(({ name }) => name === 'Preuves')?.rows[2]?.[2]).toBe('MSS/X.01.01.02');
  });

  test('of a REM, which have several proofs, lead to their rows', async () => {
    const workbook = await readXlsx(await toRemXlsx(report, fr));
    expect(workbook.sheets[0]?.cells?.get('1,35')?.hyperlink?.location).toBe('Preuves!F2');
  });

  test('say how many files of a proof they leave out', async () => {
    const files = Array.from({ length: 130 }, (_, index) => file(`${index}.xml`));
    const many = sampleReport({
      requirements: [
        sampleRequirement('MSS/X.01', [
          sampleScenario('MSS/X.01.01', [], [sampleEvidence('MSS/X.01.01.01', 'to-review', { files })]),
        ]),
      ],
    });
    const workbook = await readXlsx(await toXlsx(many, fr));
    const rows = workbook.sheets.find(({ name }) => name === 'Preuves')?.rows ?? [];
    expect(rows).toHaveLength(1 + 101);
    expect(rows.at(-1)?.[5]).toBe('… et 30 de plus.');
  });
});
