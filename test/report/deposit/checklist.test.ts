import { expect, test } from 'vitest';
import { report as en } from '../../../src/messages/en/report.js';
import { report as fr } from '../../../src/messages/fr/report.js';
import { chapterChecklist, wholeChecklist } from '../../../src/report/deposit/checklist.js';
import { indexFile } from '../../../src/report/deposit/index-file.js';
import { depositPlan } from '../../../src/report/deposit/plan.js';
import type { Report, ReportRequirement } from '../../../src/report/report.js';
import {
  NASTY,
  sampleCheckRun,
  sampleFinding,
  sampleReport,
  sampleRequirement,
  sampleScenario,
  sampleStep,
} from '../sample-report.js';
import { proof } from './sample-proofs.js';

const limits = { fileBytes: 1000, chapterBytes: 1500 };

function chaptersOf(requirements: readonly ReportRequirement[], fields: Partial<Report> = {}) {
  const report = sampleReport({ requirements, ...fields });
  const secrets = [
    { kind: 'token', until: '2030-01-01T00:00:00.000Z' },
    { kind: 'client-secret', until: undefined },
  ];
  const files = new Map([['secret.har', { kind: 'har', format: undefined, encrypted: false, secrets } as const]]);
  const given = new Map(
    requirements.map(({ id, scenarios, reason }) => [
      id,
      {
        reason: reason === null ? undefined : { code: 'reason/condition-false' },
        scenarios: scenarios.map(({ evidence }) => ({ reason: undefined, evidence })),
      },
    ]),
  );
  const candidate = { vendor: 'A', product: 'B', version: '1' };
  return { report, chapters: depositPlan({ report, given, files, candidate, statements: {}, limits }, fr.deposit) };
}

const missing = (id: string, kind: 'demonstration' | 'permalink' | 'execution' | 'statement' | 'log') =>
  ({ ...proof(id, []), kind }) as const;

test('says of each chapter what is missing, what is wrong, and what is to be signed', () => {
  const { report, chapters } = chaptersOf([
    sampleRequirement('A.01', [
      sampleScenario(
        'A.01.01',
        [
          sampleStep(1, 'nonconforming', { checks: [sampleCheckRun('nonconforming', ['f1'])] }),
          sampleStep(2, 'missing', { reasons: ['Ajouter un export.'] }),
        ],
        [
          missing('A.01.01.01', 'demonstration'),
          missing('A.01.01.02', 'permalink'),
          missing('A.01.01.03', 'execution'),
          missing('A.01.01.04', 'statement'),
          { ...missing('A.01.01.05', 'log'), reason: 'Le fichier trace.log est illisible.' },
        ],
      ),
    ]),
    sampleRequirement('A.02', [], { verdict: 'not-applicable', reason: 'Sans objet : réponse non.', chapter: 'Autre' }),
    sampleRequirement('A.03', [], { verdict: 'to-review', chapter: 'Autre' }),
  ]);
  const [first, second] = chapters;
  if (!first || !second) throw new Error('no chapter');
  const text = wholeChecklist(chapters, { report: { ...report, findings: [sampleFinding('f1')] }, limits, texts: fr });
  for (const part of [
    '| 01 Transmission documents | incomplet | 0 | 5 | 0 |',
    '| 02 Autre | complet | 0 | 0 | 0 |',
    '`A.01.01.01: preuves/A.01.01.01.mp4`',
    '`A.01.01.02: { permalink: "https://interop.referencement.esante.gouv.fr/…" }`',
    '`A.01.01.03: { execution: 12345 }`',
    'sous `statements` : `A.01.01.04: { by: fonction du signataire, on: AAAA-MM-JJ, text: "…" }`',
    'Le fichier trace.log est illisible.',
    'Le vérificateur doit voir : Vérifier que tout se lit.',
    '- [ ] `A.01` : Ajouter un export.',
    "`mail/1.eml:4:10` : L'objet ne commence pas",
    '- [ ] `A.02` : Sans objet : réponse non.',
    "Déclaration sur l'honneur attendue, datée et signée par le représentant légal, qui cite `A.02`",
    '- [ ] `A.03` Ce que demande A.03',
    'ne sont pas publiées',
  ])
    expect(text).toContain(part);
  expect(chapterChecklist(second, { report, limits, texts: fr })).not.toContain('A.01');
  expect(wholeChecklist(chapters, { report, limits, texts: en })).toContain('# Checklist of the deposit');
});

test('begins with the alarms, says that a run is partial, and names the secrets and their end', () => {
  const scenario = sampleScenario('A.01.01', [], [{ ...proof('A.01.01.01', ['secret.har'], 2000), kind: 'log' }]);
  const { report, chapters } = chaptersOf([sampleRequirement('A.01', [scenario])], {
    alarms: ['Un patient est peut-être réel.'],
    partial: true,
  });
  const text = wholeChecklist(chapters, { report, limits, texts: fr });
  expect(text.indexOf('Un patient est peut-être réel')).toBeLessThan(text.indexOf('pré-vérification'));
  expect(text).toContain(fr.partial);
  expect(text).toContain(
    "`01 Transmission documents/A.01.01.01.har` : jeton (jusqu'au 2030-01-01T00:00:00.000Z), secret du client",
  );
  expect(text).toContain('Le chapitre fait 0.1 Mo');
});

test('shows what people said of a proof and of an error', () => {
  const opinion = {
    kind: 'opinion',
    decision: 'refused',
    by: 'ANS',
    date: '2026-11-01',
    until: null,
    current: true,
  } as const;
  const step = sampleStep(1, 'nonconforming', { checks: [sampleCheckRun('nonconforming', ['f1'])] });
  const { report, chapters } = chaptersOf(
    [sampleRequirement('A.01', [sampleScenario('A.01.01', [step], [proof('A.01.01.01', ['a.png'])])])],
    {
      findings: [sampleFinding('f1')],
      opinions: [
        { ...opinion, on: { evidence: 'A.01.01.01' }, text: 'Image floue.' },
        { ...opinion, on: { finding: sampleFinding('f1').fingerprint }, text: 'À reprendre.' },
        { ...opinion, on: { finding: '0'.repeat(16) }, text: 'Sur ce qui a disparu.', current: false },
      ],
    },
  );
  const text = wholeChecklist(chapters, { report, limits, texts: fr });
  expect(text).toMatch(/- \[ \] `A\.01\.01\.01` : .*ANS.*Image floue/);
  expect(text).toMatch(/^ {4}- .*ANS.*À reprendre/m);
  const all = text.slice(text.indexOf(`## ${fr.opinions.heading}`), text.indexOf('`A.01'));
  for (const each of ['Image floue', 'À reprendre', 'Sur ce qui a disparu']) expect(all).toContain(each);
});

test('neither Markdown nor a spreadsheet reads what values say', () => {
  const nasty = Object.values(NASTY).map((text) => text.slice(0, 100));
  const { report, chapters } = chaptersOf(
    nasty.map((text, index) =>
      sampleRequirement(
        text,
        [
          sampleScenario(
            `${text}.01`,
            [sampleStep(1, 'missing', { reasons: [text] })],
            [
              { ...proof(`${text}${index}`, [text]), review: text, reason: text },
              { ...proof(`${text}${index}b`, []), review: text, reason: text },
            ],
          ),
        ],
        { title: text, chapter: text },
      ),
    ),
  );
  const text = wholeChecklist(chapters, { report, limits, texts: fr }).replace(/(`+)[^`].*?\1/g, '');
  expect(text.replace('<!-- segur-check/deposit/1 -->', '')).not.toMatch(/<(?!br)|(?!\n)[\p{Bidi_Control}\p{Cc}]/u);
  const index = indexFile(chapters, fr);
  expect(index.startsWith('\uFEFF"Dossier";"Chapitre"')).toBe(true);
  expect(index).not.toMatch(/(?:^|;)"\s*[=+\-@]/m);
  const rows = index.slice(1).trimEnd().split('\r\n');
  expect(rows).toHaveLength(1 + 2 * nasty.length);
  for (const row of rows) expect(row).toMatch(/^(?:"(?:[^"]|"")*";){14}"(?:[^"]|"")*"$/);
});
