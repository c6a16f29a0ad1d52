import { describe, expect, it } from 'vitest';
import { outlineOf, type Unreadable, withContents } from '../../src/artifacts/artifact.js';
import type { PlannedRequirement, PlannedScenario } from '../../src/engine/plan.js';
import type { CheckRun, EvidenceResult, Finding, RequirementResult, StepResult } from '../../src/engine/results.js';
import { VERDICTS, type Verdict } from '../../src/engine/verdict.js';
import { loadCatalogue } from '../../src/messages/catalogue.js';
import { buildReport } from '../../src/report/build.js';
import type { FileResult, ReportInput } from '../../src/report/report-input.js';
import type { Evidence, Requirement, Scenario } from '../../src/scenarios/scenario.js';
import { reportInput } from '../support/check-report.js';
import { fakeArtifact, fakeRequirement, fakeScenario, proof, step } from '../support/fake-base.js';

const french = await loadCatalogue('fr');
const english = await loadCatalogue('en');
const mask = (text: string) => text.replaceAll('SECRET', '[P1-nom]');
const build = (fields: Partial<ReportInput> = {}, catalogue = french) =>
  buildReport(reportInput(fields), catalogue, mask);

const finding = (fields: Partial<Finding> = {}): Finding => ({
  check: 'mss/nil-header',
  code: 'mss/nil-header/different',
  severity: 'error',
  clause: 'clause',
  args: { actual: 'SECRET', declared: '1234' },
  at: { artifact: 'SECRET.eml', line: 3, path: 'X-MSS-NIL' },
  actual: 'SECRET',
  ...fields,
});

const run = (fields: Partial<CheckRun> = {}): CheckRun => ({
  check: 'mss/nil-header',
  artifacts: ['SECRET.eml'],
  verdict: 'conforming',
  evaluated: 1,
  findings: [],
  needs: [],
  failure: undefined,
  ...fields,
});

const planned = (requirement: Partial<Requirement>, scenarios: readonly PlannedScenario[] = []): PlannedRequirement => {
  const whole = fakeRequirement(requirement);
  return {
    requirement: whole,
    mandatory: whole.nature === 'exigence',
    excluded: undefined,
    unanswered: undefined,
    scenarios,
  };
};

const plannedScenario = (scenario: Partial<Scenario>): PlannedScenario => ({
  scenario: fakeScenario(scenario),
  excluded: undefined,
});

const result = (verdict: Verdict, requirement: Partial<Requirement> = {}): RequirementResult => ({
  planned: planned(requirement),
  verdict,
  reason: undefined,
  scenarios: [],
});

/** A requirement of one scenario, with these steps and proofs. */
function detailed(
  steps: readonly StepResult[],
  evidence: readonly EvidenceResult[] = [],
  requirement: Partial<Requirement> = {},
): RequirementResult {
  const scenario = plannedScenario({
    steps: steps.map((_, index) => step({ title: { fr: `étape ${index}`, en: `step ${index}` } })),
    evidence: evidence.map((_, index) => proof(`P${index}`) as Evidence),
  });
  return {
    planned: planned(requirement, [scenario]),
    verdict: 'nonconforming',
    reason: undefined,
    scenarios: [{ planned: scenario, verdict: 'nonconforming', reason: undefined, steps, evidence }],
  };
}

const oneStep = (fields: Partial<StepResult> = {}): StepResult => ({
  verdict: 'conforming',
  runs: [],
  reasons: [],
  ...fields,
});

describe('the findings of a report', () => {
  const results = [
    detailed([oneStep({ runs: [run({ findings: [finding(), finding({ at: { artifact: 'A' } })] })] })], [], {
      requirement: 'B.01',
    }),
    detailed([oneStep({ runs: [run({ findings: [finding()] })] })], [], { requirement: 'A.01' }),
  ];

  it('are numbered in order, and named by the runs that found them', () => {
    const report = build({ command: 'run', results });
    expect(report.findings.map(({ id, artifact }) => [id, artifact])).toEqual([
      ['f1', 'A'],
      ['f2', '[P1-nom].eml'],
    ]);
    const named = report.requirements.map(({ scenarios }) => scenarios[0]?.steps[0]?.checks[0]?.findings);
    expect(named).toEqual([['f1', 'f2'], ['f2']]);
  });

  it('list the requirements that they concern, sorted', () => {
    expect(build({ command: 'run', results }).findings.map(({ requirements }) => requirements)).toEqual([
      ['B.01'],
      ['A.01', 'B.01'],
    ]);
  });

  it('of a file judged alone are for the requirements that use the check', () => {
    const files: FileResult[] = [
      {
        artifact: fakeArtifact('mail', 'a'),
        verdict: 'nonconforming',
        reasons: [],
        runs: [run({ findings: [finding()] })],
      },
    ];
    const report = build({
      files,
      requirementsOf: (check) => [`requirement of ${check}`],
      packOf: (check) => `pack of ${check}`,
    });
    expect(report.findings).toMatchObject([
      { requirements: ['requirement of mss/nil-header'], pack: 'pack of mss/nil-header' },
    ]);
    expect(report.files[0]?.checks[0]?.findings).toEqual(['f1']);
  });

  it('are sorted by number, even from the tenth', () => {
    const many = Array.from({ length: 12 }, (_, index) => finding({ at: { artifact: 'a', line: index + 1 } }));
    const report = build({
      command: 'run',
      results: [detailed([oneStep({ runs: [run({ findings: many.reverse() })] })])],
    });
    expect(report.requirements[0]?.scenarios[0]?.steps[0]?.checks[0]?.findings).toEqual(
      Array.from({ length: 12 }, (_, index) => `f${index + 1}`),
    );
  });
});

describe('a step of a report', () => {
  it('merges the runs of a check on several artifacts', () => {
    const runs = [
      run({ evaluated: 2, verdict: 'conforming' }),
      run({ check: 'mss/mes-header', artifacts: ['b'] }),
      run({ artifacts: ['b'], evaluated: 3, verdict: 'nonconforming', findings: [finding()] }),
    ];
    const [merged] = build({ results: [detailed([oneStep({ runs })])] }).requirements[0]?.scenarios[0]?.steps ?? [];
    expect(merged?.checks).toEqual([
      {
        id: 'mss/nil-header',
        verdict: 'nonconforming',
        artifacts: ['[P1-nom].eml', 'b'],
        evaluated: 5,
        findings: ['f1'],
      },
      { id: 'mss/mes-header', verdict: 'conforming', artifacts: ['b'], evaluated: 1, findings: [] },
    ]);
  });

  it('is numbered from 1, with its title and its reasons in words', () => {
    const reasons = [
      { code: 'reason/check-failed', args: { check: 'mss/x', path: 'SECRET.eml', reason: 'SECRET' } },
      { code: 'reason/need', args: { need: 'need/psc-leg', leg: 'logout', check: 'psc/logout', path: 'a.har' } },
      { code: 'reason/need', args: { need: 'need/nil', check: 'mss/nil-header', path: 'SECRET.eml' } },
      {
        code: 'reason/need',
        args: { need: 'need/acknowledgement', file: 'in.hl7', id: 'M1', check: 'ins/feed-creation', path: 'a, in.hl7' },
      },
    ] as const;
    const report = build({ results: [detailed([oneStep(), oneStep({ verdict: 'undetermined', reasons })])] });
    const steps = report.requirements[0]?.scenarios[0]?.steps;
    expect(steps?.map(({ number, title, verdict }) => [number, title, verdict])).toEqual([
      [1, 'étape 0', 'conforming'],
      [2, 'étape 1', 'undetermined'],
    ]);
    expect(steps?.[1]?.reasons).toEqual([
      expect.stringContaining('mss/x a échoué sur [P1-nom].eml : [P1-nom]'),
      expect.stringContaining(french.legs.logout ?? '-'),
      `${french.needs['need/nil']} (mss/nil-header, [P1-nom].eml)`,
      expect.stringContaining('message M1 de in.hl7 :'),
    ]);
    expect(JSON.stringify(report)).not.toMatch(/SECRET|\{\w+\}/);
  });
});

describe('a proof of a report', () => {
  const evidence: EvidenceResult[] = [
    {
      status: 'present',
      verdict: 'to-review',
      files: [{ path: 'SECRET.mp4', sha256: 'b', bytes: 2 }],
      value: null,
      reason: undefined,
    },
    {
      status: 'missing',
      verdict: 'missing',
      files: [],
      value: 'signé SECRET',
      reason: { code: 'reason/evidence-file-missing', args: { path: 'SECRET.pdf' } },
    },
  ];

  it('says what it is, what to look for, and where it is, masked', () => {
    expect(build({ results: [detailed([], evidence)] }).requirements[0]?.scenarios[0]?.evidence).toEqual([
      {
        id: 'P0',
        kind: 'demonstration',
        status: 'present',
        verdict: 'to-review',
        review: 'look (fr)',
        reason: null,
        files: [{ path: '[P1-nom].mp4', sha256: 'b', bytes: 2 }],
        value: null,
      },
      {
        id: 'P1',
        kind: 'demonstration',
        status: 'missing',
        verdict: 'missing',
        review: 'look (fr)',
        reason: expect.stringContaining('[P1-nom].pdf'),
        files: [],
        value: 'signé [P1-nom]',
      },
    ]);
  });
});

describe('a requirement of a report', () => {
  it('says where it is from', () => {
    const report = build({
      candidate: {
        vendor: 'V',
        product: 'P',
        version: '1',
        corridor: 'LGC',
        wave: 2,
        profiles: ['A'],
        environment: 'test',
      },
      results: [
        result('to-review', {
          requirement: 'MSS/CONF.01',
          function: 'Fonction',
          criticality: 'Majeure',
          nature: 'préconisation',
          source: { clause: 'ECO.1', mark: 'primary', date: '2023-02-21' },
          applies: { wave: 1, corridors: ['LGC'], profiles: { LGC: ['A'] } },
          correction: { source: 'FAQ', date: '2023-05-02', changes: { fr: 'Change', en: 'Changes' } },
        }),
      ],
    });
    expect(report.requirements).toEqual([
      {
        id: 'MSS/CONF.01',
        title: 'MSS/CONF.01 (fr)',
        chapter: 'Chapitre',
        function: 'Fonction',
        wave: 1,
        nature: 'préconisation',
        mandatory: false,
        criticality: 'Majeure',
        profiles: ['A'],
        clause: 'ECO.1',
        correction: 'Change (2023-05-02, FAQ)',
        verdict: 'to-review',
        reason: null,
        scenarios: [],
      },
    ]);
  });

  it('gives null for what the base does not say', () => {
    expect(build({ results: [result('to-review')] }).requirements[0]).toMatchObject({
      function: null,
      criticality: null,
      clause: null,
      correction: null,
      profiles: ['Général'],
    });
  });

  it('says the question that it asks', () => {
    const reason = {
      code: 'reason/condition-unanswered',
      args: { condition: 'question' },
      text: { fr: 'Êtes-vous ?', en: 'Are you?' },
    } as const;
    expect(build({ results: [{ ...result('missing'), reason }] }).requirements[0]?.reason).toMatch(
      /Êtes-vous \?.*question: true/,
    );
    expect(build({ results: [{ ...result('missing'), reason }] }, english).requirements[0]?.reason).toMatch(
      /Are you\?.*question: true/,
    );
  });
});

describe('the summary', () => {
  it('counts verdicts and severities, zeros too', () => {
    const results = [
      detailed([oneStep(), oneStep({ verdict: 'missing' })]),
      result('conforming'),
      result('conforming'),
    ];
    const files = [
      run({
        findings: [
          finding(),
          finding({ severity: 'info', at: { artifact: 'b' } }),
          finding({ severity: 'warning', at: { artifact: 'c' } }),
        ],
      }),
    ];
    const { summary } = build({
      command: 'run',
      results,
      files: [{ artifact: fakeArtifact('mail', 'a'), verdict: 'conforming', reasons: [], runs: files }],
      otherCorridors: 7,
      exit: 3,
    });
    expect(Object.keys(summary.requirements).sort()).toEqual([...VERDICTS].sort());
    expect(summary.requirements).toMatchObject({ conforming: 2, nonconforming: 1, missing: 0 });
    expect(summary.steps).toMatchObject({ conforming: 1, missing: 1, nonconforming: 0 });
    expect(summary.findings).toEqual({ error: 1, warning: 1, info: 1 });
    expect(summary).toMatchObject({ otherCorridors: 7, exit: 3 });
  });

  it('rolls chapters up, in the order they come', () => {
    const results = [
      result('conforming', { chapter: 'Z' }),
      result('missing', { chapter: 'A' }),
      result('nonconforming', { chapter: 'Z' }),
    ];
    expect(build({ command: 'run', results }).summary.chapters).toEqual([
      { chapter: 'Z', verdict: 'nonconforming' },
      { chapter: 'A', verdict: 'missing' },
    ]);
  });

  const lost: Unreadable = {
    path: 'SECRET.xml',
    containers: [],
    kind: 'cda',
    sha256: 'c',
    bytes: 3,
    declared: {},
    problems: [{ code: 'read/empty', location: {}, args: {} }],
  };

  it('of a dossier is that of what is mandatory', () => {
    const verdict = (fields: Partial<ReportInput>) => build({ command: 'run', ...fields }).summary.verdict;
    expect(verdict({ results: [result('conforming'), result('nonconforming', { nature: 'préconisation' })] })).toBe(
      'conforming',
    );
    expect(verdict({ results: [result('conforming'), result('to-review')] })).toBe('to-review');
    expect(verdict({ results: [result('conforming')], unreadable: [lost] })).toBe('missing');
    expect(verdict({ results: [result('conforming')], partial: 'interrupted' })).toBe('not-tested');
    expect(verdict({ results: [] })).toBe('not-tested');
  });

  it('of files is that of those that checks are about', () => {
    const file = (verdict: Verdict): FileResult => ({
      artifact: fakeArtifact('pdf', 'a'),
      verdict,
      reasons: [],
      runs: [],
    });
    const verdict = (...files: FileResult[]) => build({ files }).summary.verdict;
    expect(verdict(file('conforming'), file('not-tested'))).toBe('conforming');
    expect(verdict(file('not-tested'))).toBe('not-tested');
    expect(verdict(file('conforming'), file('nonconforming'))).toBe('nonconforming');
    expect(build({ files: [file('conforming')], unreadable: [lost] }).summary.verdict).toBe('missing');
  });

  it('lists artifacts read and lost by path, masked', () => {
    const held = fakeArtifact('mail', 'z.eml', { children: [fakeArtifact('cda', 'z.eml!SECRET')] });
    const { artifacts } = build({ artifacts: [...withContents(outlineOf(held))], unreadable: [lost] });
    expect(artifacts.map(({ path, kind, readable }) => [path, kind, readable])).toEqual([
      ['[P1-nom].xml', 'cda', false],
      ['z.eml', 'mail', true],
      ['z.eml![P1-nom]', 'cda', true],
    ]);
  });
});

describe('caveats', () => {
  it('say what a report is, on what base, and what nobody judged', () => {
    const { caveats } = build({ masked: false });
    expect(caveats).toHaveLength(3);
    expect(caveats[0]).toBe(french.caveats.preVerification);
    expect(caveats[1]).toMatch(/source.*2023-02-21/);
    expect(caveats[2]).toBe(french.caveats.notJudged);
    expect(caveats.join()).not.toMatch(/\{\w+\}/);
  });

  it('say that identities are masked, and how many requirements have no scenario', () => {
    const orphan: RequirementResult = { ...result('to-review'), reason: { code: 'reason/no-scenario', args: {} } };
    const { caveats } = build({ results: [orphan, orphan, result('conforming')] });
    expect(caveats).toContain(french.caveats.masked);
    expect(caveats.some((each) => each.startsWith('2 exigence'))).toBe(true);
  });

  it('say why a report is partial', () => {
    expect(build().partial).toBe(false);
    const interrupted = build({ partial: 'interrupted' });
    expect(interrupted.partial).toBe(true);
    expect(interrupted.caveats.join()).toContain(french.partialReasons.interrupted);
    expect(build({ partial: { narrowed: 'MSS/*' } }).caveats.join()).toContain('MSS/*');
  });
});

describe('a report', () => {
  it('is in the language of the catalogue, with the same codes', () => {
    const results = [
      detailed([
        oneStep({ runs: [run({ findings: [finding()] })], reasons: [{ code: 'reason/human-step', args: {} }] }),
      ]),
    ];
    const [fr, en] = [build({ command: 'run', results }), build({ command: 'run', results }, english)];
    expect([fr.language, en.language]).toEqual(['fr', 'en']);
    expect(en.requirements[0]?.title).toBe('MSS/CONF.01 (en)');
    expect(en.findings[0]?.message).not.toBe(fr.findings[0]?.message);
    expect(en.caveats).not.toEqual(fr.caveats);
    for (const key of ['code', 'args', 'fingerprint', 'id'] as const)
      expect(en.findings[0]?.[key]).toEqual(fr.findings[0]?.[key]);
  });

  it('is named after its tool, its packs and its base', () => {
    expect(build()).toMatchObject({
      schema: 'segur-check/report/1',
      command: 'check',
      tool: { name: 'segur-check', version: '1.2.3' },
      packs: [{ id: 'builtin' }],
      base: { source: 'source', date: '2023-02-21' },
      candidate: null,
    });
  });

  it('is the same for the same input', () => {
    const input = { results: [detailed([oneStep({ runs: [run({ findings: [finding()] })] })])] };
    expect(build(input)).toEqual(build(input));
  });
});

describe('a file that no reader knows', () => {
  const content = {
    code: 'unrecognised/xml-root',
    args: { root: 'SECRET', namespace: 'urn:x' },
    nearest: 'soap',
  } as const;
  const outlines = [outlineOf(fakeArtifact('other', 'a.xml', { content }))];

  it('is listed with why and the nearest kind, masked', () => {
    const { artifacts } = build({ artifacts: outlines }, english);
    expect(artifacts[0]?.unrecognised).toEqual({
      code: 'unrecognised/xml-root',
      args: { root: '[P1-nom]', namespace: 'urn:x' },
      nearest: 'soap',
      message:
        'XML document with root "[P1-nom]" (namespace "urn:x"), which no reader knows. Nearest kind: soap (root element Envelope of SOAP 1.1 or 1.2, or Assertion of SAML 2.0).',
    });
    const unlike = [outlineOf(fakeArtifact('other', 'a', { content: { ...content, nearest: undefined } }))];
    expect(build({ artifacts: unlike }).artifacts[0]?.unrecognised).toMatchObject({ nearest: null });
  });

  it('says why among its reasons when it is judged alone', () => {
    const [artifact = expect.fail('no outline')] = outlines;
    const { files } = build({ files: [{ artifact, verdict: 'not-tested', reasons: [], runs: [] }] }, english);
    expect(files[0]?.reasons).toEqual([expect.stringContaining('Nearest kind: soap')]);
  });
});

describe('what a reader forgave', () => {
  const forgiven = { code: 'read/forgiven', args: { reason: 'cut' }, location: { line: 3 } } as const;
  const artifact = { ...fakeArtifact('mail', 'a.eml'), reserves: [forgiven] };

  it('is a warning that changes no verdict', () => {
    const report = build({ command: 'run', artifacts: [outlineOf(artifact)], results: [result('conforming')] });
    expect(report.findings).toMatchObject([{ check: 'read/forgiven', severity: 'warning', artifact: 'a.eml' }]);
    expect(report.summary).toMatchObject({ verdict: 'conforming', findings: { error: 0, warning: 1 } });
  });
});
