import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { report as fr } from '../../../src/messages/fr/report.js';
import { plainText } from '../../../src/rem/html-text.js';
import { readRemWorkbook } from '../../../src/rem/read-rem-workbook.js';
import { MAX_CELL_LENGTH } from '../../../src/report/xlsx/cell.js';
import { toRemXlsx, toXlsx } from '../../../src/report/xlsx.js';
import type { OfficialRequirement, RemWorkbook } from '../../../src/scenarios/rem-workbook.js';
import {
  officialReport,
  officialRequirement,
  type WrittenRequirement,
  writtenRequirement,
} from '../official-report.js';

/** Each layout, and what its columns do not hold. */
const LAYOUTS: readonly Layout[] = [
  { name: 'convergence', make: toXlsx, absent: { nature: '', publication: '', previousWave: '' } },
  { name: 'rem', make: toRemXlsx, absent: { historicalProfile: '' } },
];

interface Layout {
  readonly name: string;
  readonly make: typeof toXlsx;
  readonly absent: Partial<OfficialRequirement>;
}

/** What a workbook says, without the rows where it says it. */
function modelOf({ requirements }: RemWorkbook): WrittenRequirement[] {
  return requirements.map(({ id, official, scenarios }) => ({ id, official, scenarios }));
}

async function readBack(requirements: readonly WrittenRequirement[], { make }: Layout): Promise<RemWorkbook> {
  return readRemWorkbook(await make(officialReport(requirements), fr), 'rapport.xlsx');
}

const without = (requirements: readonly WrittenRequirement[], { absent }: Layout): WrittenRequirement[] =>
  requirements.map((each) => ({ ...each, official: { ...each.official, ...absent } }));

/** Texts as a workbook holds them: what its reader cleans is no text of the model. */
const FRAGMENTS = [
  ...[
    '<NOM>',
    '<Titre>_<NOM>_<Prénom>',
    '&lt;',
    '&amp;',
    '&',
    '<',
    '>',
    '"',
    "'",
    '=1+1',
    '+1',
    '-2',
    '@SUM(A1)',
    '#REF!',
  ],
  ...[
    '_x0041_',
    '_x005F_',
    '__x',
    '\n',
    '\n\n',
    '  ',
    ' ',
    '\t',
    '\u00A0',
    '* ',
    '1. ',
    '💊',
    '👩‍⚕️',
    'é',
    'e\u0301',
    '12',
    '01',
    '1E5',
  ],
  ...['VRAI', 'TRUE', 'Le système DOIT', '{count}', '$&', '\\', '</x>', ']]>', 'MSS/CONF.25.01.01 : x'],
];
const text = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength })
    .map((parts) => plainText(parts.join(''), false))
    // Reading takes an error value for what it is.
    .filter((each) => !each.startsWith('#') && plainText(each, false) === each);

const official = (id: string): fc.Arbitrary<OfficialRequirement> =>
  fc
    .record({
      perimeter: text(2),
      chapter: text(3),
      function: text(3),
      statement: text(12),
      comment: text(6),
      nature: text(1),
      profile: text(2),
      historicalProfile: text(2),
      criticality: text(1),
      order: text(1),
      publication: fc.constantFrom('', 'Modifiée'),
      previousWave: fc.constantFrom('', 'OUI', 'NON'),
    })
    .map((fields) => ({ ...officialRequirement(id), ...fields, statement: `${id} ${fields.statement}`.trim() }));

const workbook: fc.Arbitrary<WrittenRequirement[]> = fc
  .uniqueArray(fc.constantFrom('INS/va1.01', 'DMP/UX.10', 'MSS/CONF.25', 'MSS/UX.28', 'PSC.01', 'CDA/DD.04'), {
    maxLength: 4,
  })
  .chain((ids) =>
    fc.tuple(
      ...ids
        .sort((a, b) => rank(a) - rank(b))
        .map((id) =>
          fc
            .tuple(
              official(id),
              fc.array(fc.tuple(text(6), fc.array(text(4), { maxLength: 23 }), text(4)), { maxLength: 3 }),
            )
            .map(([cells, scenarios]) => written(id, cells, scenarios)),
        ),
    ),
  );

const rank = (id: string): number =>
  ['INS', 'DMP', 'MSS/C', 'MSS/U', 'PSC', 'CDA'].findIndex((each) => id.startsWith(each));

function written(
  id: string,
  cells: OfficialRequirement,
  scenarios: readonly [string, readonly string[], string][],
): WrittenRequirement {
  const shape = writtenRequirement(
    id,
    scenarios.map(([, proofs]) => proofs.length),
  );
  return {
    id,
    official: cells,
    scenarios: shape.scenarios.map((scenario, s) => ({
      ...scenario,
      official: {
        id: scenario.id,
        text: scenarios[s]?.[0] ?? '',
        ...(scenarios[s]?.[2] && { verificationPoints: scenarios[s][2] }),
      },
      proofs: scenario.proofs.map((proof, p) => ({
        ...proof,
        official: { id: proof.id, text: scenarios[s]?.[1][p] ?? '' },
      })),
    })),
  };
}

describe.each(LAYOUTS)('the layout $name, read back', (layout) => {
  test('says what the workbook of the report said', async () => {
    const requirements = [
      writtenRequirement('DMP/UX.10', [2, 0, 24], { statement: 'Si <NOM> & <Prénom>,\n=1+1\n_x0041_ 💊' }),
      writtenRequirement('MSS/CONF.25', []),
      writtenRequirement('MSS/UX.28', [1], { id: 'LGC.MSS/UX.28' }),
    ];
    const read = await readBack(requirements, layout);
    expect(read.layout).toBe(layout.name);
    expect(read.sheet).toBe('Exigences');
    expect(modelOf(read)).toEqual(without(requirements, layout));
    expect(read.repairs).toEqual([]);
  });

  test('says the same again whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(workbook, async (requirements) => {
        const read = await readBack(requirements, layout);
        expect(modelOf(read)).toEqual(without(requirements, layout));
      }),
      { numRuns: 40 },
    );
  });

  test('announces what a cell could not hold, and keeps its beginning', async () => {
    const statement = `${'é💊'.repeat(20_000)} fin`;
    const [read, ...others] = (await readBack([writtenRequirement('MSS/CONF.25', [1], { statement })], layout))
      .requirements;
    expect(others).toEqual([]);
    const kept = read?.official.statement ?? '';
    expect(kept.length).toBeLessThanOrEqual(MAX_CELL_LENGTH);
    const [, beginning = '', cut] = /^(.*)… \[texte coupé, (\d+) caractères de plus\]$/.exec(kept) ?? [];
    expect(statement.startsWith(beginning)).toBe(true);
    expect(beginning.length + Number(cut)).toBe(statement.length);
  });

  test('has a text of exactly what a cell holds whole', async () => {
    const requirements = [writtenRequirement('MSS/CONF.25', [1], { statement: 'x'.repeat(MAX_CELL_LENGTH) })];
    expect(modelOf(await readBack(requirements, layout))).toEqual(without(requirements, layout));
  });
});
