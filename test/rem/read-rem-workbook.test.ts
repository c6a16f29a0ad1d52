import fc from 'fast-check';
import type { CellValue } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import segurSchema from '../../src/dossier/segur.schema.json' with { type: 'json' };
import { REM_FIELDS } from '../../src/rem/columns.js';
import { readRemWorkbook } from '../../src/rem/read-rem-workbook.js';
import type { RemLayout, RemRequirement, RemWorkbook } from '../../src/scenarios/rem-workbook.js';
import { remRequirement } from '../support/rem-values.js';
import { asHtml, HEADERS, remXlsx, type WorkbookOptions } from '../support/rem-workbooks.js';

const STATEMENT = "Le système DOIT nommer <Titre>_<NOM> l'émetteur :\n- si a < b & c > d ;\n- sinon « rien » (§ 2.1).";
const REQUIREMENTS = [
  remRequirement('MSS/CONF.25', { statement: STATEMENT, comment: 'Une remarque,\nsur deux lignes' }, [
    [
      'SC.MSS/CONF.25.01',
      'Envoyer un message',
      [
        ['MSS/CONF.25.01.01', 'Vidéo'],
        ['MSS/CONF.25.01.02', 'Fichier .eml'],
      ],
    ],
    [
      'SC.MSS/CONF.25.02',
      'En recevoir un',
      [['MSS/CONF.25.02.01', "Copie d'écran"]],
      'Le titre\nLe patient <qualifié>',
    ],
  ]),
  remRequirement('SSI/GEN.02 BIS', { statement: 'Autre énoncé', criticality: 'Mineure' }, [
    ['SSI/GEN.02 BIS.01', 'Scénario sans preuve', []],
  ]),
  remRequirement('LABEL.06', { statement: 'Sans scénario', nature: 'PRECONISATION' }),
];
const LAYOUTS: readonly RemLayout[] = ['rem', 'prepublication', 'convergence', 'published'];

async function imported(
  requirements: readonly RemRequirement[],
  options: WorkbookOptions = {},
  columns = {},
): Promise<RemWorkbook> {
  return readRemWorkbook(await remXlsx(requirements, options), 'dossier/REM-MDV-LGC-Va2.xlsx', { columns });
}

/** Without rows, and without the fields that a layout has no column for. */
function model(requirements: readonly RemRequirement[], layout: RemLayout) {
  const absent = {
    rem: { historicalProfile: '' },
    prepublication: { historicalProfile: '' },
    convergence: { nature: '', publication: '', previousWave: '' },
    published: {},
  }[layout];
  return requirements.map(({ id, official, scenarios }) => ({
    id,
    official: { ...official, ...absent },
    scenarios: scenarios.map(({ official: { verificationPoints, ...text }, ...each }) => ({
      ...each,
      id: each.id.replace(/^SC\./, ''),
      official:
        layout === 'prepublication' && verificationPoints !== undefined ? { ...text, verificationPoints } : text,
    })),
  }));
}

const codes = ({ repairs, warnings }: RemWorkbook) =>
  [...repairs, ...warnings].map(({ row, code }) => `${row} ${code}`);

describe.each(LAYOUTS)('the layout %s', (layout) => {
  it('is read without loss', async () => {
    const workbook = await imported(REQUIREMENTS, { layout });
    expect(model(workbook.requirements, layout)).toEqual(model(REQUIREMENTS, layout));
    expect(codes(workbook)).toEqual([]);
    expect(workbook).toMatchObject({
      file: 'REM-MDV-LGC-Va2.xlsx',
      layout,
      sheet: layout === 'published' ? 'Exigences REM vague 2' : 'Exigences',
    });
    expect(workbook.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(workbook.columns.map(({ header }) => header)).toEqual(HEADERS[layout]);
    const unknown = workbook.columns.filter(({ field }) => field === undefined).map(({ header }) => header);
    expect(unknown).toEqual(layout === 'published' ? ['Porteur', 'Lien utile'] : []);
  });

  it('is read whatever the order of its columns and the texts of its cells', async () => {
    const word = fc.constantFrom(
      'Le',
      'système',
      'DOIT',
      '<Titre>_<NOM>',
      'a < b',
      '&',
      '&amp;',
      "l'été",
      '«',
      '1.',
      '* x',
      '=1+1',
      '\n',
      '𝄞',
    );
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map(
      (words) =>
        words
          .join(' ')
          .replace(/ *\n */g, '\n')
          .replace(/\n+/g, '\n')
          .trim() || 'x',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...HEADERS[layout]], { minLength: HEADERS[layout].length }),
        fc.array(text, { minLength: 4, maxLength: 4 }),
        async (headers, [statement = '', scenario = '', proof = '', comment = '']) => {
          const given = [
            remRequirement('MSS/CONF.25', { statement, comment }, [
              ['MSS/CONF.25.01', scenario, [['MSS/CONF.25.01.01', proof]]],
            ]),
            ...REQUIREMENTS.slice(1),
          ];
          const html = layout === 'convergence' ? { text: asHtml } : {};
          const workbook = await imported(given, { layout, headers, ...html });
          expect(model(workbook.requirements, layout)).toEqual(model(given, layout));
          expect(workbook.layout).toBe(layout);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('gives what it gave when it is written again from what was read', async () => {
    const once = await imported(REQUIREMENTS, { layout, text: (plain) => asHtml(plain) || plain });
    const again = await imported(once.requirements, { layout });
    expect(again.requirements).toEqual(once.requirements);
  });
});

describe('the sheet and its header', () => {
  it('are found under other rows, among other sheets, whatever their names', async () => {
    const workbook = await imported(REQUIREMENTS, {
      rows: (rows) => [["Référentiel d'exigences"], [], ['ID', 'Version'], [null, '2026-06-08'], ...rows],
      sheet: { name: 'Feuil2' },
      others: [
        {
          name: 'Lisez-moi',
          rows: [
            ['ID', 'Commentaire'],
            ['1', 'texte'],
          ],
        },
      ],
    });
    expect([workbook.sheet, workbook.requirements[0]?.rows]).toEqual(['Feuil2', [6, 7]]);
    expect(model(workbook.requirements, 'rem')).toEqual(model(REQUIREMENTS, 'rem'));
  });

  it('are those that are shown, and another sheet of requirements is told of', async () => {
    const rows = [
      ['ID', 'Exigence', 'Chapitre', 'Fonction'],
      ['MSS/CONF.01', 'Ancien', 'c', 'f'],
    ];
    const hidden = await imported(REQUIREMENTS, {
      headers: ['ID', 'Exigence'],
      others: [{ name: 'Ancienne', rows, hidden: true }],
    });
    expect([hidden.sheet, hidden.warnings]).toEqual(['Exigences', []]);
    const shown = await imported(REQUIREMENTS, { others: [{ name: 'Ancienne', rows }] });
    expect([shown.sheet, shown.warnings]).toEqual([
      'Exigences',
      [{ row: undefined, code: 'rem/other-sheet', args: { sheet: 'Ancienne' } }],
    ]);
  });

  it('are compared without case, accents, spaces nor punctuation', async () => {
    const headers = HEADERS.rem.map(
      (header) => ` ${header.normalize('NFD').toUpperCase().replaceAll(' ', '\u00a0')} :`,
    );
    const workbook = await readRemWorkbook(
      await remXlsx(REQUIREMENTS, { rows: ([, ...rows]) => [headers, ...rows] }),
      'a.xlsx',
    );
    expect(workbook.layout).toBe('rem');
    expect(model(workbook.requirements, 'rem')).toEqual(model(REQUIREMENTS, 'rem'));
  });

  it('tell the column of the numbers from that of the keys of a database', async () => {
    const rows = [
      ['ID exigence', 'Référence', 'Exigence'],
      ['25274', 'SC.MSS/CONF.25', 'x'],
    ];
    const { requirements, columns } = await imported([], { rows: () => rows });
    expect(requirements.map(({ id }) => id)).toEqual(['MSS/CONF.25']);
    expect(columns.map(({ field }) => field)).toEqual([undefined, 'id', 'statement']);
  });

  it('can be mapped by the user, over what is recognised', async () => {
    const rename = ([, ...rows]: readonly (readonly unknown[])[]) =>
      [['Clé', 'Ce qu’il faut', 'ID'], ...rows] as string[][];
    const given = { headers: ['ID', 'Exigence', 'Ordre'], rows: rename };
    await expect(imported(REQUIREMENTS, given)).rejects.toMatchObject({
      code: 'rem-columns',
      args: { missing: 'statement', headers: '« Clé », « Ce qu’il faut », « ID »' },
    });
    const workbook = await imported(REQUIREMENTS, given, { CLE: 'id', 'ce qu’il faut': 'statement', ID: 'ignored' });
    expect(workbook.requirements.map(({ id, official }) => [id, official.statement])).toEqual(
      REQUIREMENTS.map(({ id, official }) => [id, official.statement]),
    );
    expect(workbook.columns.map(({ field }) => field)).toEqual(['id', 'statement', 'ignored']);
  });

  it('tell a mapped header that is nowhere', async () => {
    const { warnings } = await imported(REQUIREMENTS, {}, { 'Colonne ancienne': 'comment' });
    expect(warnings).toEqual([{ row: undefined, code: 'rem/absent-header', args: { header: 'Colonne ancienne' } }]);
  });

  it('has fields that segur.yaml lists', () => {
    const { enum: fields } = segurSchema.properties.rem.properties.columns.additionalProperties;
    expect([...fields].sort()).toEqual([...REM_FIELDS].sort());
  });
});

describe('rows', () => {
  it('are read when they are hidden, filtered, or followed by blank ones', async () => {
    const workbook = await imported(REQUIREMENTS, {
      rows: (rows) => [...rows, [], ['', ' ', '\u00a0'], []],
      sheet: {
        rowDefs: new Map([[1, { hidden: true }]]),
        columns: HEADERS.rem.map((_, index) => ({ hidden: index === 1 || index === 4 })),
        autoFilter: { range: 'A1:AH4' },
      },
    });
    expect(model(workbook.requirements, 'rem')).toEqual(model(REQUIREMENTS, 'rem'));
    expect(codes(workbook)).toEqual([]);
  });

  it('take the value of a merged cell, and nothing of a blank one that is not merged', async () => {
    const blank = (rows: readonly (readonly unknown[])[]) =>
      rows.map((row, index) => (index === 2 ? row.map((cell, at) => (at < 8 ? null : cell)) : row)) as string[][];
    const merges = Array.from({ length: 8 }, (_, column) => ({
      startRow: 1,
      endRow: 2,
      startCol: column,
      endCol: column,
    }));
    const merged = await imported(REQUIREMENTS, { rows: blank, merges });
    expect(model(merged.requirements, 'rem')).toEqual(model(REQUIREMENTS, 'rem'));
    const apart = await imported(REQUIREMENTS, { rows: blank });
    expect(apart.requirements[0]?.scenarios).toHaveLength(1);
    expect(apart.warnings).toEqual([{ row: 3, code: 'rem/row-without-id', args: { text: 'En recevoir un' } }]);
  });

  it('hold rich texts, numbers, dates, formulas and errors', async () => {
    const headers = ['ID', 'Exigence', 'Ordre', 'Commentaire', 'N° scénario', 'Scénario'];
    const bytes = await remXlsx([], {
      headers,
      rows: ([header = []]) => [
        header,
        ['PSC.08', 'x', 12, new Date(Date.UTC(2026, 5, 8)), 8.1, true],
        ['PSC.09', '#REF!', 1.5, '', '', ''],
      ],
      cells: new Map([
        [
          '1,1',
          {
            value: 'Le système DOIT',
            type: 'richText',
            richText: [{ text: 'Le système ' }, { text: 'DOIT', font: { bold: true } }],
          },
        ],
        ['2,3', { value: 'calculé', formula: '"calc"&"ulé"', formulaResult: 'calculé' }],
      ]),
    });
    const { requirements, warnings } = await readRemWorkbook(bytes, 'a.xlsx');
    expect(requirements.map(({ official: { statement, order, comment } }) => [statement, order, comment])).toEqual([
      ['Le système DOIT', '12', '2026-06-08'],
      ['', '1.5', 'calculé'],
    ]);
    expect(requirements[0]?.scenarios).toEqual([
      { id: 'PSC.08.10', official: { id: '8.10', text: 'VRAI' }, proofs: [] },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['rem/error-cell', 'rem/no-statement']);
  });

  it('announce a text that was cut', async () => {
    const { warnings } = await imported([remRequirement('MSS/CONF.25', { statement: 'a'.repeat(32_767) })]);
    expect(warnings).toEqual([{ row: 2, code: 'rem/truncated', args: { header: 'Exigence', characters: 32_767 } }]);
  });

  it('that contradict one another keep the first and are told', async () => {
    const [first, ...others] = REQUIREMENTS;
    if (!first) throw new Error('no requirement');
    const other = {
      ...first,
      official: { ...first.official, chapter: 'Autre' },
      scenarios: [{ ...first.scenarios[0], official: { id: 'MSS/CONF.25.01', text: 'Autre texte' } }],
    };
    const workbook = await imported([first, ...others, other as RemRequirement]);
    expect(workbook.requirements[0]?.official.chapter).toBe(first.official.chapter);
    expect(workbook.requirements[0]?.rows).toEqual([2, 3, 6]);
    expect(workbook.warnings.map(({ row, code, args }) => [row, code, args.id, args.field])).toEqual([
      [6, 'rem/contradiction', 'MSS/CONF.25', 'chapter'],
      [6, 'rem/contradiction', 'MSS/CONF.25.01', 'text'],
    ]);
  });

  it('of one number and two texts are never joined', async () => {
    const twin = remRequirement('MSS/CONF.25', { id: 'LGC.MSS/CONF.25', statement: 'Un autre énoncé' }, [
      ['LGC.MSS/CONF.25.01', 'x', []],
    ]);
    const workbook = await imported([...REQUIREMENTS, twin]);
    expect(model(workbook.requirements, 'rem')).toEqual(model(REQUIREMENTS, 'rem'));
    expect(workbook.warnings).toEqual([
      {
        row: 6,
        code: 'rem/twin-id',
        args: { id: 'MSS/CONF.25', written: 'LGC.MSS/CONF.25', kept: 'SC.MSS/CONF.25', text: 'Un autre énoncé' },
      },
    ]);
  });
});

describe('irregular numbers', () => {
  it('are repaired from the requirement, and the repairs listed', async () => {
    const workbook = await imported([
      remRequirement('DMP/UX.39', {}, [['39.01', 'a', [['39.01.01', 'p']]]]),
      remRequirement('INS/va1.07', {}, [
        [
          '07.01',
          'a',
          [
            ['07.01.01', 'p'],
            ['', 'sans numéro'],
          ],
        ],
      ]),
      remRequirement('PSC.02', {}, [['PSC.02.01', 'a', [['PSC.01.02.01', 'p']]]]),
      remRequirement('DMP/UX.29', {}, [['DMP/INT.09.01', 'a', [['DMP/INT.09.01.01', 'p']]]]),
      remRequirement('DMP/HISTO.03', {}, [['DMP/HISTO.03', 'a', [['DMP/HISTO.03.01', 'p']]]]),
      remRequirement('DMP/UX.30p', {}, [['', 'a', []]]),
    ]);
    expect(workbook.repairs.map(({ row, written, repaired }) => [row, written, repaired])).toEqual([
      [2, '39.01', 'DMP/UX.39.01'],
      [2, '39.01.01', 'DMP/UX.39.01.01'],
      [3, '07.01', 'INS/va1.07.01'],
      [3, '07.01.01', 'INS/va1.07.01.01'],
      [3, '', 'INS/va1.07.01.02'],
      [7, '', 'DMP/UX.30p.01'],
    ]);
    expect(workbook.warnings).toEqual([]);
    expect(
      workbook.requirements.flatMap(({ scenarios }) =>
        scenarios.map(({ id, proofs }) => [id, ...proofs.map((each) => each.id)]),
      ),
    ).toEqual([
      ['DMP/UX.39.01', 'DMP/UX.39.01.01'],
      ['INS/va1.07.01', 'INS/va1.07.01.01', 'INS/va1.07.01.02'],
      ['PSC.02.01', 'PSC.01.02.01'],
      ['DMP/INT.09.01', 'DMP/INT.09.01.01'],
      ['DMP/HISTO.03', 'DMP/HISTO.03.01'],
      ['DMP/UX.30p.01'],
    ]);
  });

  it('of proofs that share a cell are read', async () => {
    const headers = ['ID', 'Exigence', 'N° scénario', 'Scénario', 'Preuve'];
    const text = 'DMP/CONF.03.01.01 : Vidéo du scénario\r\nà 10:30 : suite\r\n\r\nDMP/CONF.03.01.02 : Procédure';
    const { requirements } = await imported(
      [remRequirement('DMP/CONF.03', {}, [['DMP/CONF.03.01', 's', [['', text]]]])],
      { headers },
    );
    expect(requirements[0]?.scenarios[0]?.proofs.map(({ official }) => official)).toEqual([
      { id: 'DMP/CONF.03.01.01', text: 'Vidéo du scénario\nà 10:30 : suite' },
      { id: 'DMP/CONF.03.01.02', text: 'Procédure' },
    ]);
  });

  it('of an eleventh proof is found where the plug-in writes it', async () => {
    const proofs = Array.from(
      { length: 10 },
      (_, index) => [`MSS/CONF.25.01.${String(index + 1).padStart(2, '0')}`, `p${index}`] as const,
    );
    const cells = { publication: 'MSS/CONF.25.01.11', previousWave: 'la onzième' };
    const { requirements, repairs } = await imported([
      remRequirement('MSS/CONF.25', cells, [['MSS/CONF.25.01', 's', proofs]]),
    ]);
    expect(requirements[0]?.scenarios[0]?.proofs.at(-1)).toEqual({
      id: 'MSS/CONF.25.01.11',
      official: { id: 'MSS/CONF.25.01.11', text: 'la onzième' },
    });
    expect(requirements[0]?.official.publication).toBe('');
    expect(repairs.map(({ code }) => code)).toEqual(['rem/eleventh-proof']);
  });
});

describe('verification points', () => {
  const [first] = REQUIREMENTS;
  const rowOf = (points: string) => (rows: CellValue[][]) => [
    ...rows,
    HEADERS.prepublication.map((header): CellValue => {
      const key = header.toLowerCase();
      return key === 'id' ? 'SC.LABEL.06' : key === 'points de vérification' ? points : '';
    }),
  ];

  it('are of their scenario, and told when there is none to bear them', async () => {
    const read = await imported([...REQUIREMENTS], { layout: 'prepublication', rows: rowOf('Le titre') });
    expect(read.requirements[0]?.scenarios.map(({ official }) => official.verificationPoints)).toEqual([
      undefined,
      'Le titre\nLe patient <qualifié>',
    ]);
    expect(read.requirements.at(-1)?.scenarios).toEqual([]);
    expect(read.warnings.map(({ code, args }) => [code, args])).toEqual([
      ['rem/points-without-scenario', { id: 'LABEL.06', text: 'Le titre' }],
    ]);
  });

  it('may be in a column that the user names, or left out', async () => {
    if (!first) throw new Error('no requirement');
    const headers = [...HEADERS.rem, 'Points de vérification'];
    const points = async (columns: Record<string, string>) =>
      (await imported([first], { headers, layout: 'rem' }, columns)).requirements[0]?.scenarios[1]?.official
        .verificationPoints;
    expect(await points({})).toBe('Le titre\nLe patient <qualifié>');
    expect(await points({ 'Points de vérification': 'ignored' })).toBeUndefined();
  });
});
