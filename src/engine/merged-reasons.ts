import type { Reason } from './plan.js';

/** How many artifacts or checks a reason names: those beyond are counted. */
const NAMED = 3;

/** Each reason once; what several checks lack of the same artifacts is one, with their names. */
export function mergedReasons(reasons: readonly Reason[]): Reason[] {
  const byCause = new Map<string, { reason: Reason; checks: Set<string> }>();
  for (const reason of reasons) {
    const { check, ...args } = reason.args;
    const isNeed = reason.code === 'reason/need' && typeof check === 'string';
    const key = JSON.stringify([reason.code, isNeed ? args : reason.args]);
    const known = byCause.get(key) ?? { reason, checks: new Set<string>() };
    if (isNeed) known.checks.add(check);
    byCause.set(key, known);
  }
  return [...byCause.values()].map(({ reason, checks }) =>
    checks.size < 2 ? reason : { ...reason, args: { ...reason.args, check: named([...checks]) } },
  );
}

/** The first names, and how many more. */
export function named(names: readonly string[]): string {
  const more = names.length - NAMED;
  return more > 0 ? `${names.slice(0, NAMED).join(', ')}… (+${more})` : names.join(', ');
}
