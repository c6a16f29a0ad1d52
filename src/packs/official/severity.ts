import { createHash } from 'node:crypto';
import type { Severity } from '../../checks/define.js';
import type { AssertionInfo, SchemaInfo } from '../schematron/outcome.js';

/**
 * Assertions that official samples of the same pack break, by schema and fingerprint: an error needs a clean record on them, so these are warnings.
 * The samples and the reasons stand in `docs/official-rules.md`. A rule that changes has another fingerprint, and is an error again.
 */
const BROKEN_BY_SAMPLES: ReadonlyMap<string, ReadonlySet<string>> = new Map([]);

/** ISO Schematron leaves `role` free: the words of the official rules, none meaning an error. */
const ROLES: Readonly<Record<string, Severity>> = {
  warning: 'warning',
  warn: 'warning',
  info: 'info',
  information: 'info',
};

/** How serious it is that an assertion fails. The role of an assertion goes before its rule's. */
export function severityOf(info: SchemaInfo, rank: number): Severity {
  const assertion = info.assertions[rank];
  if (!assertion) throw new Error(`${info.id} has no assertion ${rank}`);
  const severity = ROLES[(assertion.role ?? info.rules[assertion.rule]?.role ?? '').toLowerCase()] ?? 'error';
  if (severity !== 'error') return severity;
  return BROKEN_BY_SAMPLES.get(info.id)?.has(fingerprintOf(info, assertion)) ? 'warning' : 'error';
}

/** Names an assertion whatever its place in the pack: by the context of its rule and its test. */
export function fingerprintOf(info: SchemaInfo, { rule, kind, test }: AssertionInfo): string {
  const words = [kind, info.rules[rule]?.context ?? '', test].map((each) => each.replace(/\s+/g, ' ').trim());
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16);
}
