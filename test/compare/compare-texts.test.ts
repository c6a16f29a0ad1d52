import { describe, expect, it } from 'vitest';
import { compareMarkdown } from '../../src/compare/compare-markdown.js';
import { compareReports } from '../../src/compare/compare-reports.js';
import { compareText } from '../../src/compare/compare-text.js';
import type { Comparison } from '../../src/compare/comparison.js';
import type { CompareTexts } from '../../src/compare/sections.js';
import { loadCatalogue } from '../../src/messages/catalogue.js';
import { compare as en } from '../../src/messages/en/compare.js';
import { compare as fr } from '../../src/messages/fr/compare.js';
import type { ReportFinding } from '../../src/report/report.js';
import { NASTY, sampleFinding, sampleReport } from '../report/sample-report.js';

const french: CompareTexts = { compare: fr, report: (await loadCatalogue('fr')).report };
const english: CompareTexts = { compare: en, report: (await loadCatalogue('en')).report };

/** From no finding to these. */
function withNew(findings: readonly ReportFinding[]): Comparison {
  const before = sampleReport({ findings: [] });
  return compareReports(before, { ...before, findings });
}

function finding(rank: number, artifact: string, message = ''): ReportFinding {
  return sampleFinding(`f${rank + 1}`, { artifact, message, fingerprint: rank.toString(16).padStart(16, '0') });
}

describe('the Markdown of a comparison', () => {
  it('begins with the outcome and a table, regressions unfolded and the rest folded', () => {
    const text = compareMarkdown(withNew([finding(0, 'mail/1.eml')]), french);
    const places = [
      '### Comparaison',
      '**Régressions : 1.**',
      '| Ce qui diffère |',
      '<details open>',
      '<details><summary>',
    ];
    const found = places.map((each) => text.indexOf(each));
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found).not.toContain(-1);
    expect(text).toContain('mail/1.eml:4:10 Subject');
  });

  it('shows what a vendor named as it is: no table cell, tag, mention, reference nor code', () => {
    const hostile = [
      'a|b',
      '<script>alert(1)</script>',
      '@someone',
      '#123',
      '`x`',
      '</details>',
      '[x](http://e.invalid)',
      '![x](y)',
    ];
    const text = compareMarkdown(withNew([finding(0, hostile.join(' '))]), french);
    expect(text).not.toContain('<script');
    expect(text).not.toMatch(/@someone|#123|[^\\]`x|[^\\]\]\(/);
    expect(text.match(/<\/details>/g)?.length).toBe(text.match(/<details/g)?.length);
    for (const artifact of Object.values(NASTY)) {
      const one = compareMarkdown(withNew([finding(0, artifact)]), french);
      expect(one.match(/<\/?details/g)?.length).toBe((one.match(/<summary>/g)?.length ?? 0) * 2);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there.
      expect(one).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\u2066]/);
    }
  });

  it('has at most 60,000 characters, and counts what it leaves out', () => {
    const many = Array.from({ length: 3000 }, (_, rank) => finding(rank, `mail/${rank}.eml`));
    const comparison = withNew(many);
    const text = compareMarkdown(comparison, french);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.length).toBeGreaterThan(55_000);
    const shown = text.match(/^- .*mss\/subject-form\/prefix/gm)?.length ?? 0;
    const [, left] = /: (\d+) ligne\(s\) omise\(s\)/.exec(text) ?? [];
    expect(shown + Number(left)).toBe(6000);
    expect(text).toContain('(3000)');
    expect(text.match(/<\/details>/g)?.length).toBe(text.match(/<details/g)?.length);
  });

  it('of equal reports is short', () => {
    const text = compareMarkdown(compareReports(sampleReport(), sampleReport()), english);
    expect(text).toContain('Nothing differs.');
    expect(text).not.toContain('<details');
  });
});

describe('the text of a comparison', () => {
  it('ends with the outcome, drives no terminal and counts the lines that it leaves out', () => {
    const many = Array.from({ length: 60 }, (_, rank) => finding(rank, `${NASTY.escape}${rank}`));
    const text = compareText(withNew(many), english);
    expect(text).toMatch(/Regressions: 60\.\nPre-verification.*\n$/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(text).toContain('… and 10 more.');
    expect(compareText(withNew(many), english, true)).not.toContain('more.');
  });

  it('says that a report is partial', () => {
    const partial = sampleReport({ partial: true });
    expect(compareText(compareReports(partial, partial), french)).toContain('partiel');
  });
});
