import { type Cell, readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { report as fr } from '../../../src/messages/fr/report.js';
import { toRemXlsx, toXlsx } from '../../../src/report/xlsx.js';
import { officialReport, writtenRequirement } from '../official-report.js';

/**
 * Facts of the templates of the ANS: header, width, then the look of the header and that of the data. A look is the size of the font, B for
 * bold, C for centred or L and the indent, and ! for locked.
 */
const CONVERGENCE = `
  Périmètre               13.43  12BC    12C
  ID                      13.21  12BC    12BC
  Chapitre                37.93  12BC    12C
  Fonction                35.21  12BC    12C
  Exigence                66.43  12BL2!  12L2!
  Commentaire             32.79  12BL2!  12L2!
  Profil                  12.21  12BC    12C
  N° scénario             18.57  12BC!   10C!
  Scénario de conformité  66.43  12BL1   10L1
  N° preuve               18.57  12BC    10C
  Preuve                  30.57  12BL1   10L1
  Profil historique       16.43  12BC    12C
  Criticité               12.36  12BC    12C
  Ordre                   9.21   12BC    12C`;

/** Two columns late in the template, the data have the looks that their headers do not tell. */
const REM = `
  Périmètre               10.07  12BC    12C
  ID                      11.93  12BC    12BC
  Chapitre                31.21  12BC    12C
  Fonction                24.29  12BC    12C
  Exigence                37.93  12BL2!  12C
  Commentaire             30.57  10BL1   10C
  Nature de l'exigence    35.21  12BC    12C
  Profil                  35.21  12BC    12C
  N° scénario             15.07  10BC!   12C
  Scénario de conformité  42.21  10L1    12L2!
  N° preuve 1             21.5   10BC    10C!
  Preuve 1                50.71  10BL1   10L1
  N° preuve 2             21.5   10BC    10C
  Preuve 2                50.71  10BL1   10L1
  N° preuve 3             21.5   10BC    10C
  Preuve 3                50.71  10BL1   10L1
  N° preuve 4             21.5   10BC    10C
  Preuve 4                50.71  10BL1   10L1
  N° preuve 5             16.29  10BC    10C
  Preuve 5                37.43  10BL1   10L1
  N° preuve 6             16.29  10BC    10C
  Preuve 6                37.43  10BL1   10L1
  N° preuve 7             16.29  10BC    10C
  Preuve 7                37.43  10BL1   10L1
  N° preuve 8             16.29  10BC    10C
  Preuve 8                37.43  10BL1   10L1
  N° preuve 9             16.29  10BC    10C
  Preuve 9                37.43  10BL1   10L1
  N° preuve 10            16.29  10BC    10C
  Preuve 10               37.43  10BL1   10L1
  Statut publication      18.57  10BL1   10C
  VA N-1                  9.29   10BL1   10C
  Criticité               13.57  10BL1   10C
  Ordre                   13.57  10BL1   10C`;

function look(cell: Partial<Cell> | undefined): string {
  const { font, alignment, protection } = cell?.style ?? {};
  const place = alignment?.horizontal === 'center' ? 'C' : `L${alignment?.indent ?? 0}`;
  return `${font?.size}${font?.bold ? 'B' : ''}${place}${protection?.locked === false ? '' : '!'}`;
}

test.each([
  ['Convergence', toXlsx, CONVERGENCE],
  ['REM', toRemXlsx, REM],
] as const)('the layout %s looks as the template of the ANS', async (_, make, facts) => {
  const report = officialReport([writtenRequirement('MSS/CONF.25', [10])]);
  const workbook = await readXlsx(await make(report, fr), { readStyles: true });
  const sheet = workbook.sheets[0];
  const cell = (row: number, column: number) => sheet?.cells?.get(`${row},${column}`);
  const wanted = facts
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/));
  expect(
    wanted.map((_column, index) => [
      cell(0, index)?.value,
      String(sheet?.columns?.[index]?.width),
      look(cell(0, index)),
      look(cell(1, index)),
    ]),
  ).toEqual(wanted);
  for (const [index] of wanted.entries()) {
    const [head, data] = [cell(0, index)?.style, cell(1, index)?.style];
    expect(head?.fill).toMatchObject({ pattern: 'solid', fgColor: { rgb: expect.stringMatching(/0070C0$/) } });
    expect(data?.fill).toBeUndefined();
    for (const [style, color] of [
      [head, /FFFFFF$/],
      [data, /000000$/],
    ] as const) {
      expect(style?.font).toMatchObject({ name: 'Arial', color: { rgb: expect.stringMatching(color) } });
      expect(style?.alignment).toMatchObject({ vertical: 'center', wrapText: true });
      for (const side of ['top', 'right', 'bottom', 'left'] as const) expect(style?.border?.[side]?.style).toBe('thin');
    }
  }
  expect(sheet?.name).toBe('Exigences');
  expect(sheet?.rowDefs?.get(0)?.height).toBe(56.25);
});
