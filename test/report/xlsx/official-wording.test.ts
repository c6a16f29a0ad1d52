import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { report as en } from '../../../src/messages/en/report.js';
import { report as fr } from '../../../src/messages/fr/report.js';
import type { Report, ReportOpinion } from '../../../src/report/report.js';
import { toRemXlsx, toXlsx } from '../../../src/report/xlsx.js';
import { judged, officialReport, writtenRequirement } from '../official-report.js';
import { sampleEvidence, sampleReport, sampleRequirement, sampleScenario, sampleStep } from '../sample-report.js';

type Make = typeof toXlsx;
type Row = readonly unknown[];

async function rowsOf(report: Report, make: Make, sheet = 'Exigences', texts = fr): Promise<readonly Row[]> {
  const workbook = await readXlsx(await make(report, texts));
  return (workbook.sheets.find(({ name }) => name === sheet)?.rows ?? []).map((row) => [...row].map((v) => v ?? ''));
}

/** The cells of one row, by header; of the proofs of a REM, by `N° preuve 1`. */
async function cellsOf(report: Report, make: Make, row: number): Promise<Record<string, unknown>> {
  const [headers = [], ...rows] = await rowsOf(report, make);
  return Object.fromEntries(headers.map((header, index) => [String(header), rows[row]?.[index] ?? '']));
}

const [LAST] = ['Précisions'];

describe('official cells', () => {
  const requirement = writtenRequirement('MSS/CONF.25', [2]);
  const shared = {
    Périmètre: 'Vague 2',
    ID: 'SC.MSS/CONF.25',
    Chapitre: 'Échanges fictifs',
    Fonction: 'Fonction fictive',
    Exigence: requirement.official.statement,
    Commentaire: 'Commentaire officiel',
    Profil: 'Général , BAL PER-ORG',
    'N° scénario': 'MSS/CONF.25.01',
    'Scénario de conformité': 'Scénario officiel 1\nsur deux lignes',
    Criticité: 'Mineure',
    Ordre: '12',
    Verdict: 'à vérifier',
  };

  test('Convergence has a row per proof', async () => {
    expect(await cellsOf(officialReport([requirement]), toXlsx, 1)).toMatchObject({
      ...shared,
      'N° preuve': 'MSS/CONF.25.01.02',
      Preuve: 'Preuve officielle 2',
      'Profil historique': 'Général',
      'Fichier de preuve': 'preuves/MSS-CONF.25.01.02.mp4',
    });
  });

  test('the REM has a row per scenario, its proofs side by side', async () => {
    expect(await cellsOf(officialReport([requirement]), toRemXlsx, 0)).toMatchObject({
      ...shared,
      "Nature de l'exigence": 'EXIGENCE',
      'N° preuve 1': 'MSS/CONF.25.01.01',
      'Preuve 1': 'Preuve officielle 1',
      'N° preuve 2': 'MSS/CONF.25.01.02',
      'Preuve 2': 'Preuve officielle 2',
      'N° preuve 3': '',
      'Statut publication': 'Inchangée',
      'VA N-1': 'NON',
      'Fichier de preuve':
        'MSS/CONF.25.01.01 : preuves/MSS-CONF.25.01.01.mp4\nMSS/CONF.25.01.02 : preuves/MSS-CONF.25.01.02.mp4',
      'SHA-256': expect.stringMatching(/^MSS\/CONF\.25\.01\.01 : [0-9a-f]{64}\nMSS\/CONF\.25\.01\.02 : [0-9a-f]{64}$/),
    });
  });

  test('our own words go to our column', async () => {
    const result = { ...judged(requirement), correction: 'FAQ du 2023-05-02', reason: 'Motif.' };
    for (const make of [toXlsx, toRemXlsx]) {
      const cells = await cellsOf(officialReport([], { requirements: [result] }), make, 0);
      expect(cells.Commentaire).toBe('Commentaire officiel');
      expect(cells[LAST]).toBe('Motif.\nRectificatif appliqué : FAQ du 2023-05-02\n1. Envoyer le document 1');
    }
  });

  test('without a workbook, the REM holds our own words', async () => {
    const report = sampleReport({
      requirements: [
        sampleRequirement(
          'MSS/va1.33',
          [
            sampleScenario(
              'MSS/va1.33.01',
              [sampleStep(1, 'conforming')],
              [sampleEvidence('MSS/va1.33.01.01', 'missing')],
            ),
          ],
          { nature: 'préconisation', wave: 1, criticality: null },
        ),
      ],
    });
    expect(await cellsOf(report, toRemXlsx, 0)).toMatchObject({
      Périmètre: 'Vague 1',
      ID: 'MSS/va1.33',
      Exigence: 'Ce que demande MSS/va1.33',
      "Nature de l'exigence": 'PRECONISATION',
      'Scénario de conformité': 'Scénario MSS/va1.33.01\n1. Envoyer le document 1',
      'Preuve 1': "Vérifier que l'objet complet est lisible sur la copie d'écran.",
      Criticité: '',
      Ordre: '',
      'Fichier de preuve': 'preuve manquante',
    });
  });

  test('the synthesis and the provenance name the workbook', async () => {
    const report = officialReport([requirement]);
    expect((await rowsOf(report, toXlsx, 'Synthèse')).flat()).toContain('REM-LGC-Va2.xlsx (Exigences)');
    expect(await rowsOf(report, toRemXlsx, 'Provenance')).toContainEqual(
      expect.arrayContaining(['classeur REM', 'REM-LGC-Va2.xlsx (Exigences)', 'rem', 'c'.repeat(64)]),
    );
  });
});

describe('rows', () => {
  test.each([
    [10, ['']],
    [11, ['', 'Suite du scénario : preuves 11 à 11 sur 11.\n1. Envoyer le document 1']],
    [21, ['', 'Suite du scénario : preuves 11 à 20 sur 21.', 'Suite du scénario : preuves 21 à 21 sur 21.']],
  ])('a scenario of %i proofs loses none in the REM', async (count, notes) => {
    const rows = (await rowsOf(officialReport([writtenRequirement('MSS/CONF.25', [count])]), toRemXlsx)).slice(1);
    const written = rows
      .flatMap((row) => row.slice(10, 30).filter((_, index) => index % 2 === 0))
      .filter((id) => id !== '');
    expect(written).toHaveLength(count);
    expect(new Set(written).size).toBe(count);
    expect(rows).toHaveLength(notes.length);
    // The further rows repeat the requirement and the scenario, and say what they are.
    for (const row of rows) expect(row.slice(0, 10)).toEqual(rows[0]?.slice(0, 10));
    for (const [index, note] of notes.entries()) expect(String(rows[index]?.at(-1))).toContain(note);
  });

  test('a missing proof shows in its row only', async () => {
    const written = writtenRequirement('MSS/CONF.25', [11]);
    const result = judged(written);
    const [scenario] = result.scenarios;
    const evidence = scenario?.evidence.map((proof, index) =>
      index === 10 ? { ...proof, status: 'missing' as const, verdict: 'missing' as const, files: [] } : proof,
    );
    const report = officialReport([], {
      requirements: [{ ...result, scenarios: [{ ...scenario, evidence, verdict: 'missing' } as never] }],
    });
    const rows = (await rowsOf(report, toRemXlsx)).slice(1);
    expect(rows.map((row) => row[34])).toEqual(['à vérifier', 'preuve manquante']);
  });

  test.each([toXlsx, toRemXlsx])('come in the order of the ANS, then of the column Ordre', async (make) => {
    const ids = ['SSI/GEN.02', 'MSS/CONF.25', 'INS/va1.40', 'AAT.01', 'DMP/UX.10'];
    const requirements = ids.map((id) => writtenRequirement(id, [1]));
    const twice = ['10', 'annexe', '2,5'].map((order) =>
      writtenRequirement('PSC.01', [1], { id: `PSC.01 ${order}`, order }),
    );
    const rows = (await rowsOf(officialReport([...twice, ...requirements]), make)).slice(1);
    expect(rows.map((row) => String(row[1]).replace(/^SC\./, ''))).toEqual([
      'INS/va1.40',
      'DMP/UX.10',
      'MSS/CONF.25',
      'PSC.01 2,5',
      'PSC.01 10',
      'PSC.01 annexe',
      'AAT.01',
      'SSI/GEN.02',
    ]);
  });

  test.each([toXlsx, toRemXlsx])('what the workbook has not is in a sheet of its own', async (make) => {
    const official = judged(writtenRequirement('MSS/CONF.25', [1]));
    const [scenario] = official.scenarios;
    const proof = sampleEvidence('MSS/CONF.25.01.09', 'missing');
    const extra = sampleScenario('MSS/CONF.25.02', [sampleStep(1, 'nonconforming')], []);
    const requirements = [
      { ...official, scenarios: [{ ...scenario, evidence: [...(scenario?.evidence ?? []), proof] } as never, extra] },
      sampleRequirement('MSS/CONF.30', [sampleScenario('MSS/CONF.30.01', [sampleStep(1, 'conforming')], [])]),
      sampleRequirement('MSS/CONF.31', [], { verdict: 'missing' }),
    ];
    const report = officialReport([], { requirements });
    const rows = (await rowsOf(report, make)).slice(1);
    expect(rows.map((row) => row[1])).toEqual(['SC.MSS/CONF.25']);
    const beyond = (await rowsOf(report, make, 'HorsREM')).slice(1);
    expect(beyond.map((row) => [row[0], row[3], row[5], row[7]])).toEqual([
      ['MSS/CONF.25', 'MSS/CONF.25.01', 'MSS/CONF.25.01.09', expect.any(String)],
      ['MSS/CONF.25', 'MSS/CONF.25.02', '', 'non conforme'],
      ['MSS/CONF.30', 'MSS/CONF.30.01', '', 'conforme'],
      ['MSS/CONF.31', '', '', 'preuve manquante'],
    ]);
  });
});

describe('opinions and derogations', () => {
  const opinion: ReportOpinion = {
    kind: 'opinion',
    on: { finding: 'b'.repeat(16) },
    decision: 'refused',
    by: 'A. Relecteur',
    date: '2026-11-02',
    text: '=1+1',
    until: null,
    current: true,
  };
  const derogation: ReportOpinion = {
    ...opinion,
    kind: 'derogation',
    on: { evidence: 'MSS/UX.28.01.01' },
    decision: null,
    text: 'En cours.',
    until: '2027-01-31',
  };
  const gone: ReportOpinion = { ...opinion, on: { finding: 'd'.repeat(16) }, decision: 'question', current: false };
  const report = sampleReport({ opinions: [opinion, derogation, gone] });

  test.each([toXlsx, toRemXlsx])('are beside the findings and the proofs', async (make) => {
    const [headers = [], ...rows] = await rowsOf(report, make);
    const column = headers.indexOf('Avis et dérogations');
    expect(headers[column - 1]).toBe('Constats');
    const of = (id: string) => rows.find((row) => row[1] === id)?.[column];
    expect(of('MSS/CONF.30')).toBe('refusé (A. Relecteur, 2026-11-02) : =1+1');
    expect(of('MSS/UX.28')).toBe("dérogation jusqu'au 2027-01-31 (A. Relecteur, 2026-11-02) : En cours.");
    expect(of('MSS/CONF.26')).toBe('');
    expect((await rowsOf(report, make, 'Constats'))[1]?.at(-1)).toContain('refusé');
    expect((await rowsOf(report, make, 'Preuves')).flat()).toContain(of('MSS/UX.28'));
  });

  test('have a sheet that lists them all', async () => {
    const rows = await rowsOf(report, toXlsx, 'Opinions', en);
    expect(rows.slice(1)).toEqual([
      ['opinion', 'refused', 'b'.repeat(16), 'A. Relecteur', '2026-11-02', '=1+1', '', 'yes'],
      ['derogation', '', 'MSS/UX.28.01.01', 'A. Relecteur', '2026-11-02', 'En cours.', '2027-01-31', 'yes'],
      ['opinion', 'question', 'd'.repeat(16), 'A. Relecteur', '2026-11-02', '=1+1', '', 'no'],
    ]);
  });

  test('without any, nothing tells of them', async () => {
    const workbook = await readXlsx(await toXlsx(sampleReport(), fr));
    expect(workbook.sheets.map(({ name }) => name)).not.toContain('Avis');
    expect(workbook.sheets.flatMap(({ rows }) => rows[0])).not.toContain('Avis et dérogations');
  });
});

test('says in the provenance how many texts each sheet cut', async () => {
  const long = { ...writtenRequirement('MSS/CONF.25', [2], { statement: 'é'.repeat(40_000) }) };
  const rows = await rowsOf(officialReport([long]), toXlsx, 'Provenance');
  expect(rows.filter((row) => row[0] === 'textes coupés').map((row) => row[1])).toEqual([
    expect.stringMatching(/^Exigences : 2 texte\(s\)/),
    // Ours too: the step sheet repeats the statement.
    expect.stringMatching(/^Étapes : 1 texte\(s\)/),
    expect.stringMatching(/^Constats : 2 texte\(s\)/),
  ]);
});
