// @ts-check
import { readFileSync } from 'node:fs';

/** @typedef {import('./measure.js').Measure} Measure */

/** @type {readonly { rule: string, remark: string }[]} */
const REMARKS = JSON.parse(readFileSync(new URL('remarks.json', import.meta.url), 'utf8'));

/** A warning that fires more often than this on official samples teaches a vendor to read no warning. */
const NOISE = 0.3;

/**
 * The warnings that too many of the official samples break, of all the corpora together.
 *
 * @param {readonly { id: string, rules: Readonly<Record<string, { severity: string }>> }[]} checks
 * @param {readonly Measure[]} measures
 */
export function noisyRules(checks, measures) {
  return checks.flatMap(({ id, rules }) =>
    Object.entries(rules).flatMap(([rule, { severity }]) => {
      const code = `${id}/${rule}`;
      const looked = measures.reduce((sum, each) => sum + (each.looked.get(id) ?? 0), 0);
      const broken = measures.reduce((sum, each) => sum + (each.broken.get(code)?.size ?? 0), 0);
      return severity === 'warning' && broken > NOISE * looked ? [{ code, broken, looked }] : [];
    }),
  );
}

/**
 * Why a noisy rule stays a warning, in `remarks.json`.
 *
 * @param {string} code
 */
export function remarkOn(code) {
  return REMARKS.find(({ rule }) => rule === code)?.remark;
}
