import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readRemWorkbook } from '../../src/rem/read-rem-workbook.js';
import type { OfficialRequirement, RemRequirement } from '../../src/scenarios/rem-workbook.js';
import { copyOfDossier, segurCheck, temporaryFolder } from '../support/cli.js';

const PROOFS = 13;
const HEADERS = [
  ...['Périmètre', 'ID', 'Chapitre', 'Fonction', 'Exigence', 'Commentaire', "Nature de l'exigence", 'Profil'],
  ...['N° scénario', 'Scénario de conformité'],
  ...Array.from({ length: PROOFS }, (_, index) => [`N° preuve ${index + 1}`, `Preuve ${index + 1}`]).flat(),
  ...['Profil historique', 'Statut publication', 'VA N-1', 'Criticité', 'Ordre'],
];

/** A row of a fictitious workbook: a scenario of `count` proofs of requirement `id`. */
function row(id: string, rank: number, count: number, statement = `Énoncé fictif de ${id}`): string[] {
  const scenario = `${id}.${String(rank).padStart(2, '0')}`;
  return [
    ...[
      'Vague 2',
      `LGC.${id}`,
      'Chapitre fictif',
      'Fonction fictive',
      statement,
      'Un\nCommentaire',
      'EXIGENCE',
      'Général',
    ],
    ...(count < 0 ? ['', ''] : [`LGC.${scenario}`, `Scénario fictif ${rank}\n* <NOM> & "x"\n=1+1`]),
    ...Array.from({ length: PROOFS }, (_, index) =>
      index < count
        ? [`LGC.${scenario}.${String(index + 1).padStart(2, '0')}`, `Preuve fictive ${index + 1}`]
        : ['', ''],
    ).flat(),
    ...['Général', 'Inchangée', 'OUI', 'Mineure', ''],
  ];
}

const ROWS = [
  // Our base has it: steps and checks judge it.
  row('MSS/CONF.25', 1, 1, '=cmd|calc <Titre>_<NOM> & _x0041_ 💊'),
  row('MSS/CONF.25', 7, 0),
  row('MSS/UX.99', 1, PROOFS),
  // No scenario: those of our base are no part of the workbook.
  row('MSS/va1.15', 1, -1),
  row('SSI/GEN.02', 1, 2),
].map((cells, index) => (index === 1 ? cells.map((cell, at) => (at === 4 ? '' : cell)) : cells));

type Absent = Partial<OfficialRequirement>;

async function modelOf(path: string, absent: Absent = {}): Promise<unknown> {
  const { requirements } = await readRemWorkbook(readFileSync(path), basename(path));
  return requirements.map(({ id, official, scenarios }: RemRequirement) => ({
    id,
    official: { ...official, ...absent },
    scenarios,
  }));
}

test('what run --rem exports, in either layout, is read back as the workbook was, again and again', async () => {
  const folder = temporaryFolder();
  const source = join(folder, 'REM.xlsx');
  writeFileSync(source, await writeXlsx({ sheets: [{ name: 'Exigences', rows: [HEADERS, ...ROWS] }] }));
  const dossier = copyOfDossier('lgc-conforming');
  const layouts: readonly [string, Absent][] = [
    ['xlsx', { nature: '', publication: '', previousWave: '' }],
    ['xlsx-rem', { historicalProfile: '' }],
  ];
  for (const [format, absent] of layouts) {
    const [once, twice] = [join(folder, `1-${format}.xlsx`), join(folder, `2-${format}.xlsx`)];
    const first = await segurCheck(['run', dossier, '--rem', source, '--report', `${format}=${once}`]);
    const second = await segurCheck(['run', dossier, '--rem', once, '--report', `${format}=${twice}`]);
    expect([first.exitCode, second.exitCode], first.stderr + second.stderr).not.toContain(2);
    expect(await modelOf(once)).toEqual(await modelOf(source, absent));
    expect(await modelOf(twice)).toEqual(await modelOf(once));
    const { sheets } = await readXlsx(readFileSync(once));
    // The scenarios of our base that the workbook does not have are judged beside it.
    const beyond = sheets.find(({ name }) => name === 'HorsREM')?.rows ?? [];
    expect(beyond.slice(1).map((cells) => cells[0])).toContain('MSS/va1.15');
  }
});
