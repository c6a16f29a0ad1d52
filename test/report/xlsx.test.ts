import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { report as en } from '../../src/messages/en/report.js';
import { report as fr } from '../../src/messages/fr/report.js';
import type { Report } from '../../src/report/report.js';
import { MAX_CELL_LENGTH } from '../../src/report/xlsx/cell.js';
import { inOfficialOrder } from '../../src/report/xlsx/wording.js';
import { toXlsx } from '../../src/report/xlsx.js';
import { NASTY, sampleCheckReport, sampleFinding, sampleReadReport, sampleReport } from './sample-report.js';

const CONVERGENCE_HEADERS = [
  'Périmètre',
  'ID',
  'Chapitre',
  'Fonction',
  'Exigence',
  'Commentaire',
  'Profil',
  'N° scénario',
  'Scénario de conformité',
  'N° preuve',
  'Preuve',
  'Profil historique',
  'Criticité',
  'Ordre',
];

type Row = readonly unknown[];

async function rowsOf(report: Report, sheet: string, texts = fr): Promise<readonly Row[]> {
  const workbook = await readXlsx(await toXlsx(report, texts));
  const found = workbook.sheets.find(({ name }) => name === sheet);
  if (found === undefined) throw new Error(`no sheet is named ${sheet}`);
  return found.rows;
}

/** XML parts of the workbook by path. */
async function partsOf(report: Report): Promise<Map<string, string>> {
  const entries = Object.entries(unzipSync(await toXlsx(report, fr)));
  return new Map(entries.map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** Text of one finding field after a round trip. */
async function roundTrip(actual: string): Promise<unknown> {
  const report = sampleReport({ requirements: [], findings: [sampleFinding('f1', { actual })] });
  return (await rowsOf(report, 'Constats'))[1]?.[8];
}

describe('toXlsx', () => {
  test.each([
    [
      'run, French',
      sampleReport(),
      fr,
      ['Exigences', 'Synthèse', 'Étapes', 'Preuves', 'Dossier', 'Constats', 'Provenance'],
    ],
    [
      'run, English',
      sampleReport(),
      en,
      ['Exigences', 'Summary', 'Steps', 'Proofs', 'Dossier', 'Findings', 'Provenance'],
    ],
    ['check', sampleCheckReport(), en, ['Summary', 'Files', 'Dossier', 'Findings', 'Provenance']],
  ])('has its sheets in order (%s)', async (_, report, texts, names) => {
    const workbook = await readXlsx(await toXlsx(report, texts));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(names);
    // The library writes names unquoted in print titles, which holds for letters only.
    for (const name of names) expect(name).toMatch(/^\p{L}+$/u);
  });

  test('gives the columns of the ANS export, then ours', async () => {
    const [header] = await rowsOf(sampleReport(), 'Exigences');
    expect(header).toEqual([...CONVERGENCE_HEADERS, 'Verdict', 'Fichier de preuve', 'SHA-256', 'Constats']);
    const [english] = await rowsOf(sampleReport(), 'Exigences', en);
    expect(english?.slice(0, 14)).toEqual(CONVERGENCE_HEADERS);
    expect(english?.slice(14)).toEqual(['Verdict', 'Evidence file', 'SHA-256', 'Findings']);
  });

  test('has a row per proof, per scenario without proof and per requirement without scenario', async () => {
    const report = sampleReport();
    const rows = (await rowsOf(report, 'Exigences')).slice(1);
    const expected = inOfficialOrder(report.requirements).flatMap(({ id, scenarios }) =>
      scenarios.length === 0
        ? [[id, null, null]]
        : scenarios.flatMap((scenario) =>
            scenario.evidence.length === 0
              ? [[id, scenario.id, null]]
              : scenario.evidence.map((evidence) => [id, scenario.id, evidence.id]),
          ),
    );
    expect(rows.map((row) => [row[1], row[7] ?? null, row[9] ?? null])).toEqual(expected);
  });

  test('fills the columns from the requirement, the scenario and the proof', async () => {
    const row = (await rowsOf(sampleReport(), 'Exigences')).find((each) => each[1] === 'MSS/CONF.25') ?? [];
    expect(row.slice(0, 7)).toEqual([
      'Vague 2',
      'MSS/CONF.25',
      'Transmission documents',
      'Objet du message',
      'Ce que demande MSS/CONF.25',
      'Rectificatif appliqué : FAQ du 2023-05-02',
      'Général , BAL PER-ORG',
    ]);
    expect(String(row[8])).toMatch(/^Scénario MSS\/CONF\.25\.01\n1\. Envoyer le document 1\n2\. /);
    expect(row[10]).toContain('Vérifier que');
    expect([row[11] ?? null, row[12], row[13] ?? null]).toEqual([null, 'Majeure', null]);
    expect(row[14]).toBe('indéterminé');
    expect(row[15]).toBe('preuves/MSS-CONF.25.01.01.mp4');
    expect(row[16]).toMatch(/^[0-9a-f]{64}$/);
    expect(row[17]).toContain("f1 [erreur] mail/1.eml:4:10 — L'objet ne commence pas");
  });

  test('keeps the look of the ANS export', async () => {
    const parts = await partsOf(sampleReport());
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const widths = [...sheet.matchAll(/<col min="\d+" max="\d+" width="([\d.]+)"/g)].map((match) => Number(match[1]));
    expect(widths.slice(0, 14)).toEqual([
      13.43, 13.21, 37.93, 35.21, 66.43, 32.79, 12.21, 18.57, 66.43, 18.57, 30.57, 16.43, 12.36, 9.21,
    ]);
    expect(sheet).toContain('zoomScale="70"');
    expect(sheet).toMatch(/<pane ySplit="1" topLeftCell="A2" state="frozen"/);
    expect(sheet).toMatch(/<row r="1" ht="56.25"/);
    expect(sheet).toMatch(/<autoFilter ref="C1:R17"\/>/);
    const styles = parts.get('xl/styles.xml') ?? '';
    expect(styles).toContain('FF0070C0');
    expect(styles).toMatch(/<font><b\/><color rgb="FFFFFFFF"\/><sz val="12"\/><name val="Arial"\/><\/font>/);
  });

  test('writes the steps, the findings and what judged', async () => {
    const report = sampleReport();
    const steps = await rowsOf(report, 'Étapes');
    expect(steps).toHaveLength(1 + report.requirements.flatMap((r) => r.scenarios.flatMap((s) => s.steps)).length);
    expect(steps[3]?.slice(5)).toEqual([
      3,
      'Envoyer le document 3',
      'preuve manquante',
      'mss/subject-form',
      2,
      'Ajouter un message de rôle outgoing.',
    ]);
    const findings = await rowsOf(report, 'Constats');
    expect(findings).toHaveLength(1 + report.findings.length);
    expect(findings[1]?.slice(0, 6)).toEqual(['f1', 'erreur', 'mail/1.eml', 4, 10, 'Subject']);
    const provenance = (await rowsOf(report, 'Provenance')).map((row) => row[1]);
    expect(provenance.slice(1)).toEqual([
      'segur-check',
      'Base de travail',
      'builtin',
      'mail/1.eml',
      NASTY.formula,
      'Constats : 2 texte(s) de plus de 32767 caractères, coupés ; le rapport JSON les a entiers.',
    ]);
    const summary = (await rowsOf(report, 'Synthèse')).flat();
    for (const text of ['Exemple LGC', 'indéterminé', 'Sections non jugées : SSI, TBB.'])
      expect(summary).toContain(text);
  });

  test('says of a file that no reader knows why', async () => {
    const rows = await rowsOf(sampleReadReport(), 'Provenance');
    expect([rows[0]?.[7], rows.at(-1)?.[7]]).toEqual(['Non reconnu', 'Texte inconnu. Proche : log.']);
  });

  test('for files, has a row per file and check', async () => {
    const rows = (await rowsOf(sampleCheckReport(), 'Files', en)).slice(1);
    expect(rows.map((row) => [row[2] ?? null, row[3]])).toEqual([
      ['mss/subject-form', 'non-conforming'],
      ['mss/message-id', 'conforming'],
      ['mss/reply-to', 'not applicable'],
      [null, 'not tested'],
      ['cda/title', 'undetermined'],
    ]);
  });

  test('writes text as text: no formula, no error value, no link of its own', async () => {
    const parts = await partsOf(sampleReport());
    for (const [path, xml] of parts) {
      if (!path.startsWith('xl/worksheets/')) continue;
      expect(xml).not.toMatch(/<f[ >/]/);
      expect(new Set([...xml.matchAll(/<c [^>]*?\bt="(\w+)"/g)].map((match) => match[1]))).not.toContain('e');
    }
    for (const text of [
      NASTY.formula,
      NASTY.plus,
      NASTY.minus,
      NASTY.at,
      NASTY.tab,
      NASTY.errorValue,
      NASTY.escapeLike,
    ]) {
      expect(await roundTrip(text)).toBe(text);
    }
  });

  test('gives what looks like a formula the text format, so that editing the cell does not make it one', async () => {
    const parts = await partsOf(sampleReport());
    expect(parts.get('xl/styles.xml')).toMatch(/<numFmt numFmtId="(\d+)" formatCode="@"\/>[\s\S]*<xf numFmtId="\1"/);
  });

  test('cuts what a cell can not hold and says so', async () => {
    const text = String(await roundTrip(NASTY.long));
    expect(text.length).toBeLessThanOrEqual(MAX_CELL_LENGTH);
    expect(text.length).toBeGreaterThan(MAX_CELL_LENGTH - 10);
    expect(text).toMatch(/^début é+… \[texte coupé, \d+ caractères de plus\]$/);
    const emoji = String(await roundTrip(NASTY.longEmoji));
    expect(emoji.length).toBeLessThanOrEqual(MAX_CELL_LENGTH);
    expect(emoji).not.toMatch(/\p{Cs}/u);
  });

  test('leaves out what XML forbids and keeps the rest', async () => {
    expect(await roundTrip(NASTY.illegal)).toBe('abcdefg');
    expect(await roundTrip(NASTY.emoji)).toBe(NASTY.emoji);
    expect(await roundTrip(NASTY.lines)).toBe('première ligne\nseconde ligne');
    expect(await roundTrip(NASTY.bidi)).toBe('abc\\u{202E}fdp.exe\\u{2066}');
    for (const [, xml] of await partsOf(sampleReport())) {
      expect(xml).not.toMatch(/(?![\t\n\r\u007F-\u009F])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u);
    }
  });

  test('gives the same bytes again, in any time zone', async () => {
    const zone = process.env.TZ;
    const bytes = await toXlsx(sampleReport(), fr);
    try {
      for (const other of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu']) {
        process.env.TZ = other;
        expect(Buffer.from(await toXlsx(sampleReport(), fr)).equals(bytes)).toBe(true);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});

test('alarms are at the top of the synthesis, and the checks of the dossier have a sheet', async () => {
  const run = { id: 'ins/one-identity', verdict: 'conforming' as const, artifacts: [], evaluated: 2, findings: [] };
  const report = sampleReport({ alarms: ['ALERTE !'], dossier: [{ ...run, reasons: ['rien'] }] });
  expect((await rowsOf(report, 'Synthèse'))[1]).toContain('ALERTE !');
  expect((await rowsOf(report, 'Dossier'))[1]).toEqual([
    'ins/one-identity',
    fr.verdicts.conforming,
    2,
    null,
    'rien',
    null,
  ]);
});
