import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { report as en } from '../../src/messages/en/report.js';
import { report as fr } from '../../src/messages/fr/report.js';
import type { Attachments } from '../../src/report/attachments.js';
import { toHtml } from '../../src/report/html.js';
import type { Report, ReportOpinion } from '../../src/report/report.js';
import { attached } from '../support/attached.js';
import { manyFindings } from '../support/many-findings.js';
import {
  NASTY,
  sampleCheckReport,
  sampleFinding,
  sampleReport,
  sampleRequirement,
  sampleScenario,
} from './sample-report.js';

const ATTACK = '<script>alert(1)</script>';

async function page(report: Report, attachments: Attachments = attached()): Promise<string> {
  return [...(await toHtml(report, report.language === 'en' ? en : fr, attachments))].join('');
}

/** What the page's script reads. */
function dataOf(text: string) {
  const json = /<script type="application\/json" id="data">([^<]*)<\/script>/.exec(text)?.[1];
  return JSON.parse(json ?? '') as { strings: string[]; findings: number[][]; opinions: Record<string, string[]> };
}

const hashOf = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('toHtml', () => {
  test.each(['fr', 'en'] as const)(
    'is a page in %s that may run and fetch nothing but what is in it',
    async (language) => {
      const text = await page(sampleReport({ language }));
      expect(text).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`));
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1]?.replaceAll('&#39;', "'");
      const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1];
      const script = /<script type="module">([\s\S]*?)<\/script>/.exec(text)?.[1];
      expect(policy).toBe(
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; " +
          `script-src ${hashOf(script)}; style-src ${hashOf(style)}`,
      );
      expect(text.match(/<script\b/g)).toHaveLength(2);
      expect(text).not.toMatch(/<(?:link|iframe|object|embed|base|svg)\b|\bstyle="|\ssrc="(?!data:)|@import|url\(/);
      expect(script).not.toMatch(/\b(?:innerHTML|outerHTML|insertAdjacentHTML|eval|fetch|XMLHttpRequest|Function)\b/);
    },
  );

  test('without its script it says all but the detail of findings, and runs nothing', async () => {
    const text = [...(await toHtml(sampleReport(), fr))].join('');
    expect(text).not.toContain('<script');
    expect(text).toContain('script-src &#39;none&#39;');
    expect(text).not.toMatch(/href="#f\d/);
    expect(text).toContain('Les 7 derniers constats');
  });

  test('the same report gives the same bytes', async () => {
    expect(await page(sampleReport())).toBe(await page(structuredClone(sampleReport())));
  });

  test('says first what it is, then the alarms, the verdict, the caveats and what judged', async () => {
    const text = await page(
      sampleReport({
        alarms: ['Patient peut-être réel.'],
        partial: true,
        rem: { file: 'REM.xlsx', sha256: 'e'.repeat(64), sheet: 'Exigences', layout: 'rem' },
      }),
    );
    const order = [
      'Pré-vérification, sans valeur',
      'Rapport partiel',
      'Patient peut-être réel.',
      'Exemple LGC 4.2.0',
      fr.closing.undetermined.replaceAll("'", '&#39;'),
      'Sections non jugées',
      'segur-check 0.1.0',
      'Base de travail',
      'REM.xlsx',
      'a'.repeat(64),
    ].map((words) => text.indexOf(words, text.indexOf('<body>')));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(await page(sampleReport())).not.toContain('Rapport partiel');
    expect(await page(sampleReport())).toContain(fr.html.noRem.replaceAll("'", '&#39;'));
  });

  test('tells each requirement, scenario, step, check and proof in words, without a script', async () => {
    const report = sampleReport();
    const text = (await page(report)).split('<script type="application/json"')[0] ?? '';
    for (const requirement of report.requirements) {
      expect(text).toContain(`data-id="${requirement.id}" data-verdict="${requirement.verdict}"`);
      for (const { id, evidence } of requirement.scenarios)
        for (const each of [id, ...evidence.map((proof) => proof.id)]) expect(text).toContain(each);
    }
    for (const verdict of Object.values(fr.verdicts)) expect(text).toContain(`</span> ${verdict}</span>`);
    expect(text).toContain('Ajouter un message de rôle outgoing.');
    expect(text).toContain('<a href="#f1">');
    expect(text).toContain(`sha256</span> <code>${'a'.repeat(64)}</code>`);
    expect(text).toContain('Rectificatif appliqué : FAQ du 2023-05-02');
    expect(text).toMatch(/<noscript><p>[^<]+<\/p><\/noscript>/);
  });

  test('headings follow each other without a gap', async () => {
    for (const report of [sampleReport(), sampleCheckReport()]) {
      const levels = [...(await page(report)).matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels[0]).toBe(1);
      for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  test('every link inside leads somewhere, and no id is given twice', async () => {
    for (const report of [sampleReport(), sampleCheckReport()]) {
      const text = await page(report);
      const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const links = [...text.matchAll(/href="#([^"]*)"/g)].map(([, id = '']) => id);
      for (const id of links) if (!/^f\d+$/.test(id)) expect(ids).toContain(id);
    }
  });

  test('no value is more than text, wherever it stands', async () => {
    const report = JSON.parse(
      JSON.stringify(sampleReport()).replaceAll(
        /"(Exemple LGC|Général|mail\/1\.eml|Compte rendu|Transmission documents)"/g,
        () => JSON.stringify(`${ATTACK}"><img src=x onerror=alert(1)></script><!--`),
      ),
    ) as Report;
    const text = await page({ ...report, alarms: [ATTACK], caveats: [ATTACK], language: 'fr' });
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('<img');
    expect(text.match(/<script\b/g)).toHaveLength(2);
    expect(text).not.toMatch(/<[^<>]*\sonerror=/);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(dataOf(text).strings.some((each) => each.includes(ATTACK))).toBe(true);
  });

  test('what could hide or turn a text is visible in the data too', async () => {
    const { strings } = dataOf(await page(sampleReport()));
    expect(strings.join('\n')).not.toMatch(/[\p{Cc}\p{Bidi_Control}](?<!\n)/u);
    expect(strings).toContain('abc\\u{202E}fdp.exe\\u{2066}');
    expect(Math.max(...strings.map(({ length }) => length))).toBeLessThan(10_000);
    expect(NASTY.long.length).toBeGreaterThan(10_000);
  });

  test('a link leads to https only', async () => {
    const withValue = (value: string) =>
      page(
        sampleReport({
          findings: [],
          requirements: [
            sampleRequirement('X', [
              {
                id: 'X.01',
                title: 't',
                verdict: 'to-review',
                reason: null,
                steps: [],
                evidence: [
                  {
                    id: 'X.01.01',
                    kind: 'permalink',
                    status: 'present',
                    verdict: 'to-review',
                    review: '',
                    reason: null,
                    files: [],
                    value,
                  },
                ],
              },
            ]),
          ],
        }),
      );
    expect(await withValue('https://example.invalid/a?b&c')).toContain(
      '<a href="https://example.invalid/a?b&amp;c" rel',
    );
    for (const value of [
      'javascript:alert(1)',
      'http://example.invalid',
      'https://a.invalid/" onclick="x',
      'data:text/html,x',
    ])
      expect(await withValue(value)).not.toMatch(/href="(?!#)/);
  });

  test('tells the files of check', async () => {
    const text = await page(sampleCheckReport());
    expect(text).toContain('data-id="mail/1.eml" data-verdict="nonconforming"');
    expect(text).toContain('La règle a échoué.');
    expect(text).toContain('mss/message-id');
    expect(text).not.toContain('name="chapter"');
  });

  test('shows opinions where they belong, those of what is gone apart', async () => {
    const opinion = (fields: Partial<ReportOpinion>): ReportOpinion => ({
      kind: 'opinion',
      on: { finding: 'b'.repeat(16) },
      decision: 'refused',
      by: 'Ada',
      date: '2026-11-20',
      text: 'Non.',
      until: null,
      current: true,
      ...fields,
    });
    const text = await page(
      sampleReport({
        opinions: [
          opinion({}),
          opinion({ on: { evidence: 'MSS/CONF.25.01.04' }, decision: 'accepted', text: 'Vu.' }),
          opinion({
            kind: 'derogation',
            decision: null,
            on: { finding: 'c'.repeat(16) },
            until: '2027-01-31',
            current: false,
          }),
        ],
      }),
    );
    expect(dataOf(text).opinions['b'.repeat(16)]).toEqual(['Avis : refusé (Ada, 2026-11-20) — Non.']);
    expect(text).toContain('Avis : accepté (Ada, 2026-11-20) — Vu.');
    expect(text).toContain('Dérogation (Ada, 2026-11-20, jusqu&#39;au 2027-01-31) — Non.');
    expect(text).toContain(fr.html.outdated);
  });

  test('shows the wording of the ANS beside ours', async () => {
    const official = {
      id: 'SC.MSS/CONF.25',
      perimeter: 'Vague 2',
      chapter: 'c',
      function: '',
      statement: 'Première ligne\nSeconde <ligne>',
      comment: 'Remarque',
      nature: 'EXIGENCE',
      profile: '',
      historicalProfile: '',
      criticality: '',
      order: '',
      publication: '',
      previousWave: '',
    };
    const text = await page(
      sampleReport({ findings: [], requirements: [sampleRequirement('MSS/CONF.25', [], { official })] }),
    );
    expect(text).toContain('SC.MSS/CONF.25');
    expect(text).toContain('Première ligne<br>Seconde &lt;ligne&gt;<br>Remarque');
  });

  test('shows what the ANS verifies of a scenario', async () => {
    const points = { id: 'SC.MSS/CONF.25.01', text: 'Envoyer', verificationPoints: 'Le titre\nLe <patient>' };
    const scenario = sampleScenario('MSS/CONF.25.01', [], []);
    const shown = (official: typeof scenario.official) =>
      page(
        sampleReport({
          findings: [],
          requirements: [sampleRequirement('MSS/CONF.25', [{ ...scenario, ...(official && { official }) }])],
        }),
      );
    const text = await shown(points);
    expect(text).toContain(fr.html.verificationPoints.replace('{id}', points.id).replaceAll("'", '&#39;'));
    expect(text).toContain('Le titre<br>Le &lt;patient&gt;');
    expect(await shown({ id: points.id, text: 'Envoyer' })).not.toContain('Points de vérification');
  });

  test('shows an image only when it is given one', async () => {
    const path = 'preuves/MSS-CONF.25.01.04.mp4';
    const artifacts = [{ path, kind: 'image', sha256: 'a'.repeat(64), bytes: 10, readable: true }];
    const shown = (images: ReadonlyMap<string, string> | undefined) =>
      page(sampleReport({ artifacts }), attached({ images: () => (images ? Promise.resolve(images) : undefined) }));
    expect(await shown(undefined)).toContain(fr.html.pictureHidden);
    expect(await shown(new Map())).toContain(fr.html.pictureLarge.replaceAll("'", '&#39;'));
    expect(await shown(new Map([[path, 'data:image/png;base64,AAAA']]))).toContain(
      `<img class="thumbnail" src="data:image/png;base64,AAAA" alt="Aperçu de ${path}">`,
    );
  });

  test('a hundred thousand findings make a page that a browser opens', async () => {
    const report = manyFindings(100_000);
    const text = await page(report);
    expect(text.length).toBeLessThan(40_000_000);
    expect(dataOf(text).findings).toHaveLength(100_000);
    expect(text.indexOf('id="data"')).toBeLessThan(2_000_000);
  });

  test('what is too much for a browser is left out, and said', async () => {
    const findings = Array.from({ length: 30_000 }, (_, index) =>
      sampleFinding(`f${index + 1}`, { message: `${index} ${'x'.repeat(1990)}`, actual: '' }),
    );
    const text = await page(sampleReport({ findings }));
    const { length } = dataOf(text).findings;
    expect(length).toBeLessThan(30_000);
    expect(text.length).toBeLessThan(60_000_000);
    expect(text).toContain(`Les ${30_000 - length} derniers constats`);
  });
});
