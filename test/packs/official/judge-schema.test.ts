import { describe, expect, it } from 'vitest';
import { parseXmlText } from '../../../src/artifacts/xml/parse.js';
import { schemaRun } from '../../../src/packs/official/judge-schema.js';
import { schemaReport } from '../../../src/packs/official/schema-report.js';
import type { Defect, RuleFailure, SchemaInfo, SchemaOutcome } from '../../../src/packs/schematron/outcome.js';
import { buildTree } from '../../../src/packs/schematron/tree/build.js';

const place = (line: number) => ({ file: 'schematrons/T.sch', line, column: 1 });
const info: SchemaInfo = {
  id: 'T',
  path: 'schematrons/T.sch',
  title: 'Essai',
  version: '1',
  phase: undefined,
  namespaces: {},
  patterns: [
    { id: 'codes', name: 'Codes' },
    { id: undefined, name: ' Les   titres ' },
    { id: undefined, name: '' },
  ],
  rules: [
    { pattern: 0, id: undefined, context: 'code', role: undefined, flag: undefined, place: place(1) },
    { pattern: 1, id: undefined, context: 'title', role: 'warning', flag: undefined, place: place(5) },
    { pattern: 2, id: undefined, context: 'id', role: undefined, flag: undefined, place: place(9) },
  ],
  assertions: [
    {
      rule: 0,
      kind: 'assert',
      id: 'a',
      test: "@code =\n 'A'",
      role: undefined,
      flag: undefined,
      place: place(2),
      documents: [],
    },
    {
      rule: 0,
      kind: 'report',
      id: undefined,
      test: '@x',
      role: 'info',
      flag: undefined,
      place: place(3),
      documents: [],
    },
    {
      rule: 1,
      kind: 'assert',
      id: undefined,
      test: '.',
      role: undefined,
      flag: undefined,
      place: place(6),
      documents: [],
    },
    {
      rule: 2,
      kind: 'assert',
      id: undefined,
      test: '.',
      role: 'error',
      flag: undefined,
      place: place(10),
      documents: [],
    },
  ],
  defects: [],
  missing: [],
  unresolved: [],
};

const document = parseXmlText('<d>\n<code code="B"\n x="1"/><title/><id/></d>');
const tree = buildTree(document.documentElement);
const nodes = [tree.elements[1], tree.elements[2], tree.elements[3]];
const NOTHING: SchemaOutcome = { fired: [], nodes: [], results: [], failures: [] };

function run(
  outcome: Partial<SchemaOutcome>,
  given: Partial<SchemaInfo> = {},
  unfired: 'not-tested' | 'not-applicable' = 'not-tested',
) {
  return schemaRun('P/T', { path: 'a.xml', document }, { ...info, ...given }, { ...NOTHING, ...outcome }, { unfired });
}

const fired = { fired: [0, 1, 2], nodes };
const failed = (assertion: number, firing: number, text = 'Faux.') => ({ assertion, firing, text });

describe('the run of a schema', () => {
  it('conforms when rules fired and nothing failed', () => {
    expect(run(fired)).toEqual({
      check: 'P/T',
      artifacts: ['a.xml'],
      verdict: 'conforming',
      evaluated: 3,
      findings: [],
      needs: [],
      failure: undefined,
    });
  });

  it.each(['not-tested', 'not-applicable'] as const)('is %s when no rule fired', (unfired) => {
    expect(run({}, {}, unfired).verdict).toBe(unfired);
  });

  it('tells a failed assertion with its place in the document and in the pack, and what is written there', () => {
    const { verdict, findings } = run({ ...fired, results: [failed(0, 0, '\n Le code\n est faux. ')] });
    expect(verdict).toBe('nonconforming');
    expect(findings).toEqual([
      {
        check: 'P/T/codes',
        code: 'official/assertion',
        severity: 'error',
        clause: 'schematrons/T.sch:2',
        args: {
          text: 'Le code est faux.',
          test: "@code = 'A'",
          pattern: 'codes',
          context: 'code',
          place: 'schematrons/T.sch:2',
        },
        at: { artifact: 'a.xml', line: 2, column: 1, path: '/d/code' },
        actual: '<code code="B" x="1"/>',
      },
    ]);
  });

  it('takes the severity of the role, of the assertion before the rule', () => {
    const { verdict, findings } = run({ ...fired, results: [failed(1, 0), failed(2, 1), failed(3, 2)] });
    expect(findings.map(({ code, check, severity }) => [code, check, severity])).toEqual([
      ['official/report', 'P/T/codes', 'info'],
      ['official/assertion', 'P/T/Les titres', 'warning'],
      ['official/assertion', 'P/T/3', 'error'],
    ]);
    expect(verdict).toBe('nonconforming');
    expect(run({ ...fired, results: [failed(2, 1)] }).verdict).toBe('conforming');
  });

  it('keeps a thousand findings, and counts the others', () => {
    const { findings, omitted } = run({ ...fired, results: Array.from({ length: 1200 }, () => failed(0, 0)) });
    expect([findings.length, omitted]).toEqual([1000, 200]);
  });

  it('is undetermined where a rule could not be evaluated, told once, and keeps what the others found', () => {
    const failure: RuleFailure = { assertion: 0, firing: 0, code: 'XPTY0004', detail: 'two values' };
    const { verdict, findings, reasons } = run({ ...fired, failures: [failure, failure], results: [failed(3, 2)] });
    expect([verdict, findings.length]).toEqual(['undetermined', 1]);
    expect(reasons).toEqual([
      {
        code: 'reason/rule-error',
        args: { check: 'P/T', detail: 'XPTY0004: two values', place: 'schematrons/T.sch:2', pattern: 'codes' },
      },
    ]);
  });

  it.each([
    ['missing-document', 'reason/rule-without-document'],
    ['xpath', 'reason/rule-not-run'],
    ['unsupported', 'reason/rule-not-run'],
  ] as const)('tells a defect (%s) of a rule that fired, and of no other', (reason, code) => {
    const defect: Defect = { reason, detail: 'd', place: place(2), rule: 0, assertion: 0 };
    const failure: RuleFailure = { assertion: 0, firing: 0, code: 'missing-document', detail: 'd' };
    expect(run({ ...fired, failures: [failure] }, { defects: [defect] }).reasons?.map((each) => each.code)).toEqual([
      code,
    ]);
    expect(run({ fired: [1], nodes: [nodes[1]] }, { defects: [defect] })).toMatchObject({ verdict: 'conforming' });
  });

  it('tells a rule whose context cannot be evaluated, and an include that is lost with its patterns, of every document', () => {
    const defect: Defect = { reason: 'xpath', detail: 'd', place: place(1), rule: 0, assertion: undefined };
    expect(run(fired, { defects: [defect] }).verdict).toBe('undetermined');
    const lost = { path: 'x.sch', reason: 'absent', place: place(1), patterns: ['p'] } as const;
    expect(run(fired, { missing: [lost] }).reasons).toEqual([
      { code: 'reason/include-missing', args: { check: 'P/T', file: 'x.sch', place: 'schematrons/T.sch:1' } },
    ]);
    const elsewhere = { missing: [{ ...lost, patterns: [] }] };
    expect(run(fired, { ...elsewhere, phase: 'P' }).verdict).toBe('conforming');
    // Without a phase all patterns are run: what is missing may hold any.
    expect(run(fired, elsewhere).reasons?.map(({ code }) => code)).toEqual(['reason/include-missing']);
  });

  it.each(['phase', 'pattern', 'rule', 'abstract'] as const)('tells a %s that the schema has not', (kind) => {
    const unresolved = [{ kind, name: 'x', place: place(7) }];
    const told = { code: `reason/unresolved-${kind}`, args: { check: 'P/T', name: 'x', place: 'schematrons/T.sch:7' } };
    expect(run(fired, { unresolved })).toMatchObject({ verdict: 'undetermined', reasons: [told] });
  });

  it('tells a pattern of the phase once, by the file that is missing with it', () => {
    const missing = [{ path: 'x.sch', reason: 'absent', place: place(1), patterns: ['x'] }] as const;
    const { reasons } = run(fired, { missing, unresolved: [{ kind: 'pattern', name: 'x', place: place(7) }] });
    expect(reasons?.map(({ code }) => code)).toEqual(['reason/include-missing']);
  });

  it('tells a schema without any rule', () => {
    const none = { fired: [], nodes: [], results: [], failures: [] };
    expect(run(none, { rules: [], assertions: [], patterns: [] })).toMatchObject({
      verdict: 'undetermined',
      reasons: [{ code: 'reason/schema-without-rules', args: { check: 'P/T', file: 'schematrons/T.sch' } }],
    });
  });

  it('tells what has one cause in one reason: the includes that are lost, the rules that stop on the same error', () => {
    const lost = (name: string) =>
      ({ path: `schematrons/in/${name}`, reason: 'absent', place: place(1), patterns: [name] }) as const;
    const missing = ['a.sch', 'b.sch', 'c.sch', 'd.sch'].map(lost);
    expect(run(fired, { missing }).reasons).toEqual([
      { code: 'reason/includes-missing', args: { check: 'P/T', count: 4, files: 'a.sch, b.sch, c.sch… (+1)' } },
    ]);
    const failures = [0, 1].map((assertion) => ({ assertion, firing: 0, code: 'XPTY0004', detail: 'two values' }));
    expect(run({ ...fired, failures }).reasons).toMatchObject([
      { code: 'reason/rules-error', args: { check: 'P/T', detail: 'XPTY0004: two values', count: 2 } },
    ]);
  });

  it('tells twenty causes, then how many more', () => {
    const assertions = Array.from({ length: 30 }, () => info.assertions[0] as (typeof info.assertions)[number]);
    const failures = assertions.map((_, assertion) => {
      return { assertion, firing: 0, code: 'FORG0001', detail: String(assertion) };
    });
    const { reasons = [] } = run({ ...fired, failures }, { assertions });
    expect(reasons).toHaveLength(21);
    expect(reasons.at(-1)).toEqual({ code: 'reason/more-undetermined', args: { check: 'P/T', count: 10 } });
  });
});

it('reports a schema in plain values, each result with the rule that it is of', () => {
  const failure: RuleFailure = { assertion: 2, firing: 1, code: 'XPTY0004', detail: 'two values' };
  const report = schemaReport({ artifact: 'a.xml', document }, info, {
    ...fired,
    results: [failed(0, 0)],
    failures: [failure],
  });
  expect(structuredClone(report)).toEqual(report);
  expect(report).toMatchObject({ artifact: 'a.xml', schema: info.path, fired: fired.fired });
  expect(report.results).toEqual([
    { assertion: 0, firing: 0, location: '/d[1]/code[1]', line: 2, column: 1, text: 'Faux.' },
  ]);
  expect(report.failures).toEqual([{ ...failure, location: '/d[1]/title[1]' }]);
});
