import { describe, expect, test } from 'vitest';
import { report as en } from '../../src/messages/en/report.js';
import { report as fr } from '../../src/messages/fr/report.js';
import { toMarkdown } from '../../src/report/markdown.js';
import { goldenReport, longReport } from './golden-report.js';
import { NASTY, sampleCheckReport, sampleFinding, sampleReport } from './sample-report.js';

/** What a comment of a merge request holds. */
const MAX = 60_000;

describe('toMarkdown', () => {
  test('has not changed', async () => {
    await expect(toMarkdown(goldenReport(), fr)).toMatchFileSnapshot('golden/markdown.golden');
    await expect(toMarkdown(goldenReport(), en)).toMatchFileSnapshot('golden/markdown-en.golden');
  });

  test('says first that it attests nothing, then the alarms and the caveats', () => {
    const text = toMarkdown(goldenReport(), fr);
    const places = [
      fr.preVerification,
      'P1-INS',
      'Sections non jugées',
      'Exemple LGC',
      '| Chapitre',
      '`mail/1.eml:4:10`',
    ];
    const found = places.map((each) => text.indexOf(each));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });

  test('of files, has no chapters', () => {
    const text = toMarkdown(sampleCheckReport(), fr);
    expect(text).not.toContain('| Chapitre');
    expect(text).toContain('**Fichiers :** indéterminé 1, non conforme 1, non testé 1');
  });

  test('holds in a comment, and says what is left out', () => {
    const text = toMarkdown(longReport(30_000), fr);
    expect(text.length).toBeLessThan(MAX);
    const shown = text.match(/^- \*\*erreur\*\*/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(50);
    expect(text).toContain(`… et ${30_000 - shown} de plus`);
    expect(text).toContain('(30000)');
  });

  test('holds in a comment whatever the texts', () => {
    const wild = '@a'.repeat(2000);
    const many = Array.from({ length: 200 }, () => wild);
    const report = longReport(500, () => wild);
    const { candidate, summary } = report;
    const text = toMarkdown(
      {
        ...report,
        alarms: many,
        caveats: many,
        base: { source: wild, date: wild },
        candidate: candidate && { ...candidate, vendor: wild, product: wild, corridor: wild },
        summary: { ...summary, chapters: many.map((chapter) => ({ chapter, verdict: 'missing' })) },
      },
      fr,
    );
    expect(text.length).toBeLessThan(MAX);
    expect(text.length).toBeGreaterThan(20_000);
  });

  test.each(Object.entries(NASTY))('no HTML, mention nor hidden character: %s', (_, text) => {
    const hostile = `${text} @equipe <img src=x onerror=alert(1)> #12 [x](http://y.invalid) \u2028`;
    const findings = [sampleFinding('f1', { message: hostile, artifact: hostile, actual: hostile })];
    const report = sampleReport({ requirements: [], findings, alarms: [hostile], caveats: [hostile] });
    const shown = toMarkdown(report, fr).replace(/(`+).*?\1|&#8203;/g, ' ');
    expect(shown.replaceAll('\n', '')).not.toMatch(/<|@\w|#\d|(?<!\\)\]\(|[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028]/u);
  });
});
