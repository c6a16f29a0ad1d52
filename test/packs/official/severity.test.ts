import { expect, it } from 'vitest';
import { fingerprintOf, severityOf } from '../../../src/packs/official/severity.js';
import type { SchemaInfo } from '../../../src/packs/schematron/outcome.js';

const place = { file: 'a.sch', line: 1, column: 1 };
const info = (role?: string, ruleRole?: string): SchemaInfo => ({
  id: 'ASIP-STRUCT-MIN-StrucMin',
  path: 'a.sch',
  title: '',
  version: '',
  phase: undefined,
  namespaces: {},
  patterns: [{ id: 'p', name: '' }],
  rules: [{ pattern: 0, id: undefined, context: 'a', role: ruleRole, flag: undefined, place }],
  assertions: [{ rule: 0, kind: 'assert', id: undefined, test: 'b  = 1', role, flag: undefined, place, documents: [] }],
  defects: [],
  missing: [],
  unresolved: [],
});

it.each([
  [undefined, undefined, 'error'],
  ['error', undefined, 'error'],
  ['fatal', undefined, 'error'],
  ['constructor', undefined, 'error'],
  ['Warning', undefined, 'warning'],
  ['information', undefined, 'info'],
  ['info', 'warning', 'info'],
  [undefined, 'warning', 'warning'],
])('role %s of an assertion, %s of its rule: %s', (role, ruleRole, severity) => {
  expect(severityOf(info(role, ruleRole), 0, false)).toBe(severity);
});

it('names an assertion by what it says, wherever it stands', () => {
  const given = info();
  const [assertion] = given.assertions;
  if (!assertion) throw new Error('no assertion');
  const same = { ...assertion, test: 'b\n= 1', place: { ...place, line: 9 } };
  expect(fingerprintOf(given, same)).toBe(fingerprintOf(given, assertion));
  expect(fingerprintOf(given, { ...assertion, kind: 'report' })).not.toBe(fingerprintOf(given, assertion));
});

it('knows no assertion beyond those of the schema', () => {
  expect(() => severityOf(info(), 1, false)).toThrow('nothing of rank 1');
});
