import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareReports } from '../../src/compare/compare-reports.js';
import type { Comparison, VerdictChange } from '../../src/compare/comparison.js';
import { VERDICTS, type Verdict } from '../../src/engine/verdict.js';
import type { Report, ReportFinding, ReportOpinion, ReportRequirement } from '../../src/report/report.js';
import {
  sampleCheckReport,
  sampleCheckRun,
  sampleFinding,
  sampleReport,
  sampleRequirement,
  sampleScenario,
  sampleStep,
} from '../report/sample-report.js';

const schema = JSON.parse(readFileSync(new URL('../../src/compare/compare.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strictTypes: false, allErrors: true }).compile(schema);

/** A report of one step with one check. */
function oneStep(verdict: Verdict, fields: Partial<ReportRequirement> = {}, more: Partial<Report> = {}): Report {
  const scenario = sampleScenario('A.01.01', [sampleStep(1, verdict)], []);
  return sampleReport({ requirements: [sampleRequirement('A.01', [scenario], fields)], findings: [], ...more });
}

const effectOf = ({ verdicts }: Comparison, level: VerdictChange['level']) =>
  verdicts.find((each) => each.level === level)?.effect;

const opinion: ReportOpinion = {
  kind: 'derogation',
  on: { evidence: 'A.01.01.01' },
  decision: null,
  by: 'Q',
  date: '2026-11-20',
  text: 'x',
  until: '2027-01-01',
  current: true,
};

const verdict = fc.constantFrom(...VERDICTS);
const requirement = fc
  .record({
    id: fc.constantFrom('A.01', 'A.02', 'B.01'),
    mandatory: fc.boolean(),
    verdicts: fc.array(verdict, { maxLength: 3 }),
    correction: fc.constantFrom(null, 'x'),
  })
  .map(({ id, mandatory, verdicts, correction }) => {
    const steps = verdicts.map((each, index) => sampleStep(index + 1, each));
    return sampleRequirement(id, steps.length > 0 ? [sampleScenario(`${id}.01`, steps, [])] : [], {
      mandatory,
      correction,
    });
  });
const finding = fc
  .record({
    fingerprint: fc.constantFrom('1'.repeat(16), '2'.repeat(16), '3'.repeat(16)),
    severity: fc.constantFrom('error' as const, 'warning' as const),
    artifact: fc.constantFrom('a.eml', 'b.eml', 'c.eml'),
    line: fc.integer({ min: 1, max: 3 }),
    actual: fc.constantFrom('x', 'y'),
    requirements: fc.subarray(['A.01', 'B.01']),
  })
  .map(({ line, ...fields }) => sampleFinding('f1', { ...fields, location: { line } }));
const report: fc.Arbitrary<Report> = fc
  .record({
    requirements: fc.array(requirement, { maxLength: 3 }),
    findings: fc.array(finding, { maxLength: 6 }),
    artifacts: fc.array(
      fc.record({
        path: fc.constantFrom('a.eml', 'b.eml', 'c.eml', 'd.eml'),
        kind: fc.constant('mail'),
        sha256: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
        bytes: fc.constant(1),
        readable: fc.constant(true),
      }),
      { maxLength: 3 },
    ),
    partial: fc.boolean(),
    tool: fc.record({ name: fc.constant('segur-check'), version: fc.constantFrom('1', '2') }),
    opinions: fc.option(fc.constant([opinion]), { nil: undefined }),
  })
  .map(({ opinions, findings, ...fields }) => {
    const numbered: ReportFinding[] = findings.map((each, index) => ({ ...each, id: `f${index + 1}` }));
    return sampleReport({ ...fields, findings: numbered, ...(opinions && { opinions }) });
  });

/** The comparison the other way round. */
function mirror(comparison: Comparison): unknown {
  const effects = { regression: 'fix', fix: 'regression', worse: 'better', better: 'worse' } as const;
  const turn = <T extends { a: unknown; b: unknown }>({ a, b, ...rest }: T) => ({ ...rest, a: b, b: a });
  const { a, b, added, removed, findings, artifacts, opinions, counts, judging, verdicts } = comparison;
  const { outcome: _, ...rest } = comparison;
  return {
    ...rest,
    a: b,
    b: a,
    added: removed,
    removed: added,
    counts: { regressions: counts.fixes, fixes: counts.regressions },
    judging: judging
      .map(turn)
      .map((each) => JSON.stringify(each, ['what', 'name', 'a', 'b']))
      .sort(),
    verdicts: verdicts.map((each) => ({
      ...turn(each),
      effect: each.effect === 'applicability' ? each.effect : effects[each.effect],
      rules: each.rules.map(turn),
    })),
    findings: {
      ...findings,
      added: findings.removed,
      removed: findings.added,
      moved: sorted(findings.moved.map(turn)),
      turned: sorted(findings.turned.map(turn)),
    },
    artifacts: { ...artifacts, added: artifacts.removed, removed: artifacts.added },
    opinions: { added: opinions.removed, removed: opinions.added },
  };
}

function sorted(pairs: readonly { a: unknown; b: unknown }[]): string[] {
  return pairs.map(({ a, b }) => JSON.stringify([a, b])).sort();
}

function plain(comparison: Comparison): unknown {
  const { outcome: _, judging, findings, ...rest } = comparison;
  return {
    ...rest,
    judging: judging.map((each) => JSON.stringify(each, ['what', 'name', 'a', 'b'])).sort(),
    findings: { ...findings, moved: sorted(findings.moved), turned: sorted(findings.turned) },
  };
}

describe('a comparison', () => {
  it('takes a number that stands twenty thousand times in linear time', () => {
    const report = sampleReport({
      requirements: Array.from({ length: 20_000 }, () => sampleRequirement('A.01', [])),
      findings: [],
    });
    const start = performance.now();
    expect(compareReports(report, report).identical).toBe(true);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('of a report with itself is empty', () => {
    fc.assert(
      fc.property(report, (a) => {
        const compared = compareReports(a, structuredClone(a));
        expect(compared).toMatchObject({ identical: true, outcome: 'no-regression', verdicts: [], judging: [] });
        expect(compared.findings).toMatchObject({ added: [], removed: [], moved: [], turned: [] });
      }),
    );
  });

  it('is mirrored by that the other way round', () => {
    fc.assert(
      fc.property(report, report, (a, b) => {
        expect(plain(compareReports(b, a))).toEqual(mirror(compareReports(a, b)));
      }),
      { numRuns: 500 },
    );
  });

  it('has the shape of its schema', () => {
    fc.assert(
      fc.property(report, report, (a, b) => {
        expect(validate(JSON.parse(JSON.stringify(compareReports(a, b)))), JSON.stringify(validate.errors)).toBe(true);
      }),
    );
    expect(validate(compareReports(sampleCheckReport(), sampleCheckReport()))).toBe(true);
    expect(validate({ ...compareReports(sampleReport(), sampleReport()), more: 1 })).toBe(false);
  });

  it('does not depend on the language nor on the texts', () => {
    const english = { ...oneStep('missing', { title: 'What it asks' }), language: 'en' as const, caveats: ['x'] };
    expect(compareReports(oneStep('missing'), english).identical).toBe(true);
  });
});

describe('a verdict that changes', () => {
  it.each([
    ['conforming', 'nonconforming', 'regression'],
    ['conforming', 'not-tested', 'regression'],
    ['conforming', 'to-review', 'regression'],
    ['to-review', 'not-tested', 'regression'],
    ['to-review', 'missing', 'regression'],
    ['nonconforming', 'undetermined', 'regression'],
    ['not-tested', 'to-review', 'fix'],
    ['nonconforming', 'conforming', 'fix'],
    ['undetermined', 'nonconforming', 'fix'],
    ['not-applicable', 'nonconforming', 'applicability'],
    ['conforming', 'not-applicable', 'applicability'],
  ] as const)('from %s to %s is a %s', (a, b, effect) => {
    expect(effectOf(compareReports(oneStep(a), oneStep(b)), 'step')).toBe(effect);
  });

  it('weighs nothing where the requirement is optional, or where it sums up others', () => {
    const optional = { mandatory: false };
    const compared = compareReports(oneStep('conforming', optional), oneStep('nonconforming', optional));
    expect(effectOf(compared, 'step')).toBe('worse');
    expect(compared).toMatchObject({ outcome: 'no-regression', counts: { regressions: 0, fixes: 0 } });
    const mandatory = compareReports(oneStep('conforming'), oneStep('nonconforming'));
    expect(effectOf(mandatory, 'requirement')).toBe('regression');
    for (const level of ['report', 'chapter', 'scenario', 'check'] as const)
      expect(effectOf(mandatory, level)).toBe('worse');
    expect(mandatory.counts.regressions).toBe(2);
  });

  it('weighs nothing in a scenario that is shown for information', () => {
    const informative = (verdict: Verdict) => {
      const scenario = sampleScenario('A.01.01', [sampleStep(1, verdict)], [], { informative: true });
      return sampleReport({
        requirements: [sampleRequirement('A.01', [scenario], { verdict: 'to-review' })],
        findings: [],
      });
    };
    const compared = compareReports(informative('conforming'), informative('nonconforming'));
    expect([effectOf(compared, 'step'), compared.outcome]).toEqual(['worse', 'no-regression']);
  });

  it('names the checks inside whose results differ', () => {
    const compared = compareReports(oneStep('conforming'), oneStep('nonconforming'));
    expect(compared.verdicts.find(({ level }) => level === 'requirement')?.rules).toEqual([
      { check: 'mss/subject-form', a: 'conforming', b: 'nonconforming' },
    ]);
  });

  it('to undetermined says nothing of the vendor', () => {
    expect(compareReports(oneStep('conforming'), oneStep('undetermined')).outcome).toBe('undetermined');
  });

  it('of a check of the dossier that has nothing to look at is no lack', () => {
    const run = (verdict: Verdict) =>
      oneStep('conforming', {}, { dossier: [{ ...sampleCheckRun(verdict), id: 'ins/one-identity', reasons: [] }] });
    expect(effectOf(compareReports(run('conforming'), run('not-tested')), 'dossier')).toBe('applicability');
    expect(effectOf(compareReports(run('conforming'), run('nonconforming')), 'dossier')).toBe('regression');
  });

  it('of a file of the command check counts', () => {
    const [first, ...others] = sampleCheckReport().files;
    const files = [{ ...first, verdict: 'conforming' } as (typeof others)[number], ...others];
    const compared = compareReports({ ...sampleCheckReport(), files }, sampleCheckReport());
    expect(effectOf(compared, 'file')).toBe('regression');
  });
});

describe('findings', () => {
  const withFindings = (...findings: ReportFinding[]) =>
    oneStep('nonconforming', {}, { findings: findings.map((each, index) => ({ ...each, id: `f${index + 1}` })) });
  const one = sampleFinding('f1', { requirements: ['A.01'] });

  it('that are new errors are a regression; warnings and those of optional requirements are not', () => {
    const before = withFindings();
    expect(compareReports(before, withFindings(one))).toMatchObject({
      outcome: 'regression',
      counts: { regressions: 1 },
    });
    expect(compareReports(withFindings(one), before)).toMatchObject({ counts: { fixes: 1 } });
    expect(compareReports(before, withFindings({ ...one, severity: 'warning' })).counts.regressions).toBe(0);
    const optional = (report: Report): Report => ({
      ...report,
      requirements: report.requirements.map((each) => ({ ...each, mandatory: false })),
    });
    expect(compareReports(optional(before), optional(withFindings(one))).counts.regressions).toBe(0);
    expect(compareReports(before, withFindings({ ...one, requirements: [] })).counts.regressions).toBe(1);
  });

  it('that moved are neither new nor gone', () => {
    const lower = { ...one, location: { ...one.location, line: 9 } };
    const elsewhere = { ...one, fingerprint: 'c'.repeat(16), location: { line: 4, path: 'To' } };
    for (const other of [lower, elsewhere]) {
      const { findings, counts } = compareReports(withFindings(one), withFindings(other));
      expect(findings).toMatchObject({ added: [], removed: [], moved: [{}], same: 0 });
      expect(counts).toEqual({ regressions: 0, fixes: 0 });
    }
  });

  it('of a file with another name move with it, those of another file do not', () => {
    const renamed = { ...one, artifact: 'mail/2.eml', fingerprint: 'c'.repeat(16) };
    const artifact = (path: string, sha256: string) => ({ path, kind: 'mail', sha256, bytes: 1, readable: true });
    const before = { ...withFindings(one), artifacts: [artifact('mail/1.eml', 'a'.repeat(64))] };
    const later = (sha256: string) => ({ ...withFindings(renamed), artifacts: [artifact('mail/2.eml', sha256)] });
    expect(compareReports(before, later('a'.repeat(64))).findings).toMatchObject({ added: [], moved: [{}] });
    expect(compareReports(before, later('b'.repeat(64))).findings).toMatchObject({ added: [{}], removed: [{}] });
  });

  it('whose severity changed name the rule', () => {
    const compared = compareReports(withFindings({ ...one, severity: 'warning' }), withFindings(one));
    expect(compared.judging).toEqual([{ what: 'severity', name: one.code, a: 'warning', b: 'error' }]);
    expect(compared.findings.turned).toHaveLength(1);
    expect(compared.counts.regressions).toBe(1);
  });
});

describe('what is new, removed, or judged otherwise', () => {
  it('is listed at each level', () => {
    const empty = sampleReport({ requirements: [], findings: [] });
    const { added, removed } = compareReports(empty, oneStep('conforming'));
    expect(removed).toEqual([]);
    expect(added.map(({ level, id }) => `${level} ${id}`)).toEqual([
      'requirement A.01',
      'scenario A.01.01',
      'step A.01.01',
      'check A.01.01',
    ]);
  });

  it('tells the tool, packs, base, workbook, limits, candidate and requirements', () => {
    const a = oneStep('conforming');
    const b: Report = {
      ...oneStep('conforming', { mandatory: false, correction: 'FAQ' }),
      tool: { name: 'segur-check', version: '0.2.0' },
      packs: [{ id: 'other', version: '1', sha256: 'c'.repeat(64) }],
      base: { source: 'Base de travail', date: '2026-01-01' },
      rem: { file: 'rem.xlsx', sha256: 'd'.repeat(64), sheet: 'x', layout: 'rem' } as NonNullable<Report['rem']>,
      limits: [{ name: 'xmlDepth', value: 512, default: 256 }],
      candidate: { ...(a.candidate as NonNullable<Report['candidate']>), version: '5' },
    };
    const { judging } = compareReports(a, b);
    expect(judging.map(({ what, name }) => `${what} ${name}`.trim())).toEqual([
      'base',
      'candidate version',
      'correction A.01',
      'limit xmlDepth',
      'mandatory A.01',
      'pack builtin',
      'pack other',
      'rem',
      'tool segur-check',
    ]);
  });

  it('compares a derogation as a text', () => {
    const other = { ...opinion, until: '2028-01-01' };
    const compared = compareReports(
      oneStep('conforming', {}, { opinions: [opinion] }),
      oneStep('conforming', {}, { opinions: [other] }),
    );
    expect(compared.opinions).toEqual({ added: [other], removed: [opinion] });
    expect(compared).toMatchObject({ outcome: 'no-regression', identical: false });
  });
});

describe('a partial report', () => {
  const whole = (verdict: Verdict) => {
    const requirements = ['A.01', 'B.01'].map((id) =>
      sampleRequirement(id, [
        sampleScenario(
          `${id}.01`,
          [sampleStep(1, verdict, { checks: [sampleCheckRun(verdict, [id === 'A.01' ? 'f1' : 'f2'])] })],
          [],
        ),
      ]),
    );
    const findings = [
      sampleFinding('f1', { requirements: ['A.01'], fingerprint: '1'.repeat(16) }),
      sampleFinding('f2', { requirements: ['B.01'], fingerprint: '2'.repeat(16) }),
    ];
    return sampleReport({ requirements, findings });
  };
  const narrowed = (report: Report): Report => ({
    ...report,
    partial: true,
    requirements: report.requirements.slice(0, 1),
    findings: report.findings.slice(0, 1),
  });

  it('is compared on what both judged', () => {
    const compared = compareReports(whole('conforming'), narrowed(whole('nonconforming')));
    expect(compared).toMatchObject({ partial: true, added: [], removed: [], outcome: 'regression' });
    expect(compared.verdicts.map(({ level, id }) => `${level} ${id}`)).toEqual([
      'requirement A.01',
      'scenario A.01.01',
      'step A.01.01',
      'check A.01.01',
    ]);
    expect(compared.findings).toMatchObject({ added: [], removed: [], same: 1 });
  });
});
