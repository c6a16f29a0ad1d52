import { describe, expect, it } from 'vitest';
import type { Check, RawFinding } from '../../src/checks/define.js';
import type { CheckTexts } from '../../src/messages/check-texts.js';
import { cda as cdaEn } from '../../src/messages/en/checks/cda.js';
import { dmp as dmpEn } from '../../src/messages/en/checks/dmp.js';
import { ins as insEn } from '../../src/messages/en/checks/ins.js';
import { fill } from '../../src/messages/fill.js';
import { cda as cdaFr } from '../../src/messages/fr/checks/cda.js';
import { dmp as dmpFr } from '../../src/messages/fr/checks/dmp.js';
import { ins as insFr } from '../../src/messages/fr/checks/ins.js';
import { CLINICAL_CHECKS } from './clinical-checks.js';
import { runOn, trippedBy } from './run-check.js';

const CATALOGUES: readonly Readonly<Record<string, CheckTexts>>[] = [
  { ...cdaFr, ...insFr, ...dmpFr },
  { ...cdaEn, ...insEn, ...dmpEn },
];

const DOMAINS = new Set(CLINICAL_CHECKS.map((check) => check.id));

/** The good version of each example is clean, and the bad one trips its rule and no other check than those it names. */
export function describeExamples(checks: readonly Check[]): void {
  describe.each(checks)('$id', (check) => {
    it('has an example of each rule', () => {
      expect(new Set(check.examples.map((each) => each.rule))).toEqual(new Set(Object.keys(check.rules)));
    });

    it.each([...new Set(check.examples.map((each) => each.base))])('finds nothing in %s', async (base) => {
      const { evaluated, findings } = await runOn(check, base);
      expect(findings).toEqual([]);
      expect(evaluated).toBeGreaterThan(0);
    });

    it.each(check.examples)('finds $rule in its bad example', async (example) => {
      const { findings } = await runOn(check, example.base, [[example.part, example.good, example.bad]]);
      expect(findings.map((finding) => finding.rule)).toContain(example.rule);
      for (const finding of findings)
        expect(textsOf(check, finding).filter((text) => /\{\w+\}/.test(text))).toEqual([]);
      const others = (example.trips ?? []).filter((id) => DOMAINS.has(id));
      expect(await trippedBy(example, CLINICAL_CHECKS)).toEqual(
        CLINICAL_CHECKS.map((each) => each.id).filter((id) => id === check.id || others.includes(id)),
      );
    });
  });
}

/** What is told of a finding, in both languages. */
function textsOf(check: Check, { rule, args, actual }: RawFinding): string[] {
  return CATALOGUES.flatMap((catalogue) => {
    const texts = catalogue[check.id]?.rules[rule];
    const values = { ...args, ...(actual !== undefined && { actual }) };
    return texts ? [texts.finding, texts.expected, texts.remedy].map((text) => fill(text, values)) : ['{none}'];
  });
}
