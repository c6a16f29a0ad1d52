import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../src/artifacts/artifact.js';
import { NOTHING_DECLARED } from '../../src/checks/context.js';
import { type Check, defineSetCheck, type Outcome } from '../../src/checks/define.js';
import { exitOfRun } from '../../src/cli/exit-codes.js';
import { type Execution, Executor, execute } from '../../src/engine/execute.js';
import { Judging, type Tools } from '../../src/engine/judging.js';
import { makePlan } from '../../src/engine/plan.js';
import type { EvidenceGiven } from '../../src/engine/results.js';
import type { Verdict } from '../../src/engine/verdict.js';
import type { Requirement, Scenario } from '../../src/scenarios/scenario.js';
import { fakeArtifact, fakeBase, fakeCheck, fakeRequirement, fakeScenario, proof, step } from '../support/fake-base.js';

const PRESENT: EvidenceGiven = { status: 'present', files: [], value: null, reason: undefined };
const MISSING: EvidenceGiven = {
  status: 'missing',
  files: [],
  value: null,
  reason: { code: 'reason/evidence-missing', args: {} },
};

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  conforming: { evaluated: 1, findings: [] },
  nonconforming: { evaluated: 1, findings: [{ rule: 'rule', at: { artifact: 'a' } }] },
  missing: { evaluated: 0, findings: [], needs: [{ code: 'need/nil' }] },
  'not-tested': { evaluated: 0, findings: [] },
  'not-applicable': { evaluated: 0, findings: [], applies: false },
};

/** A check whose verdict on an artifact is the first word of its path. */
const byName: Check = fakeCheck('mss/by-name', ({ path }) => {
  const outcome = OUTCOMES[path.split(' ')[0]?.split('!').at(-1) ?? ''];
  if (!outcome) throw new Error('the check is broken');
  return outcome;
});

interface World extends Partial<Pick<Tools, 'runExpression'> & Pick<Execution, 'evidence'>> {
  readonly checks?: readonly Check[];
  /** Paths of artifacts of which some content could not be read. */
  readonly incomplete?: readonly string[];
}

const world = (fields: World = {}): World => fields;

const pdfs = (...paths: string[]) => paths.map((path) => fakeArtifact('pdf', path));

const LGC = { wave: 2, corridor: 'LGC', profiles: ['Général'] } as const;

/** Judges requirements on artifacts, read one after the other. */
function judgeAll(
  requirements: readonly Partial<Requirement>[],
  artifacts: readonly Artifact[],
  { checks = [], incomplete = [], evidence = () => PRESENT, ...tools }: World = {},
  conditions = {},
) {
  const plan = makePlan(fakeBase(requirements.map(fakeRequirement)), { ...LGC, conditions });
  const judging = new Judging(plan, {
    checkById: (id) => [byName, ...checks].find((check) => check.id === id),
    runExpression: () => {
      throw new Error('no expression here');
    },
    context: NOTHING_DECLARED,
    ...tools,
  });
  const lost = incomplete.map((path) => ({ ...LOST, path: `${path}!lost`, containers: [path] }));
  for (const artifact of artifacts) judging.add(artifact, lost);
  const executor = new Executor({ judging, evidence });
  return plan.requirements.map((planned) => executor.requirement(planned));
}

const LOST = { kind: 'cda', sha256: '', bytes: 1, declared: {}, problems: [] } as const;

const judge = (
  fields: Partial<Requirement>,
  artifacts: readonly Artifact[] = [],
  execution = world(),
  conditions = {},
) => judgeAll([fields], artifacts, execution, conditions)[0] ?? expect.fail('nothing planned');

const USES = step({ checks: [{ use: 'mss/by-name', on: 'some' }] });
const one = (fields: Partial<Scenario> = {}) => ({
  scenarios: [fakeScenario({ artifacts: { some: { kind: 'pdf' } }, steps: [USES], ...fields })],
});
const firstStep = (result: ReturnType<typeof judge>) => result.scenarios[0]?.steps[0];
const codes = (result: ReturnType<typeof judge>) => firstStep(result)?.reasons.map(({ code }) => code);

describe('a requirement', () => {
  it('that is excluded does not apply, and says why', () => {
    expect(
      judge({ ...one(), condition: 'question' }, pdfs('nonconforming'), world(), { question: false }),
    ).toMatchObject({
      verdict: 'not-applicable',
      reason: { code: 'reason/condition-false' },
      scenarios: [],
    });
  });

  it('whose question is open is missing', () => {
    expect(judge({ ...one(), condition: 'question' }, pdfs('conforming'))).toMatchObject({
      verdict: 'missing',
      reason: { code: 'reason/condition-unanswered' },
    });
  });

  it('without scenario is to review, with what the base says of it', () => {
    const review = { fr: 'Regarder', en: 'Look' };
    expect(judge({ review })).toMatchObject({
      verdict: 'to-review',
      reason: { code: 'reason/no-scenario', text: review },
    });
    expect(judge({}).reason).toEqual({ code: 'reason/no-scenario', args: {} });
  });

  it('needs every scenario', () => {
    const other = fakeScenario({ id: '2', artifacts: { some: { kind: 'image' } }, steps: [USES] });
    const result = judge({ scenarios: [...one().scenarios, other] }, pdfs('conforming'));
    expect(result.scenarios.map(({ verdict }) => verdict)).toEqual(['conforming', 'missing']);
    expect(result.verdict).toBe('missing');
  });

  it.each<[boolean | undefined, Verdict]>([
    [true, 'conforming'],
    [false, 'not-applicable'],
    [undefined, 'missing'],
  ])('with a scenario whose question is answered %s is %s', (answer, verdict) => {
    const conditions = answer === undefined ? {} : { question: answer };
    expect(judge(one({ condition: 'question' }), pdfs('conforming'), world(), conditions).verdict).toBe(verdict);
  });
});

describe('a step', () => {
  it.each<[string[], Verdict]>([
    [['conforming 1', 'conforming 2'], 'conforming'],
    [['conforming', 'nonconforming'], 'nonconforming'],
    [['conforming', 'not-tested'], 'not-tested'],
    [['conforming', 'not-applicable'], 'conforming'],
    [['conforming', 'missing'], 'missing'],
    [['conforming', 'nonconforming', 'broken'], 'undetermined'],
  ])('of every artifact, on %j, is %s', (paths, verdict) => {
    expect(judge(one(), pdfs(...paths))).toMatchObject({ verdict });
  });

  it.each<[string[], Verdict]>([
    [['nonconforming', 'conforming'], 'conforming'],
    [['nonconforming', 'not-tested'], 'nonconforming'],
    [['missing', 'not-applicable'], 'missing'],
    [['conforming', 'broken'], 'undetermined'],
  ])('of some artifact, on %j, is %s', (paths, verdict) => {
    const some = step({ needs: 'some', checks: [{ use: 'mss/by-name', on: 'some' }] });
    expect(judge(one({ steps: [some] }), pdfs(...paths)).verdict).toBe(verdict);
  });

  it('of some artifact shows only what shows it', () => {
    const some = step({ needs: 'some', checks: [{ use: 'mss/by-name', on: 'some' }] });
    const result = judge(one({ steps: [some] }), pdfs('nonconforming', 'conforming', 'missing'));
    expect(firstStep(result)?.runs.map(({ artifacts }) => artifacts)).toEqual([['conforming']]);
    expect(firstStep(result)?.reasons).toEqual([]);
  });

  it('without check is for a person', () => {
    const result = judge(one({ steps: [step()] }), pdfs('conforming'));
    expect(firstStep(result)).toEqual({
      verdict: 'to-review',
      runs: [],
      reasons: [{ code: 'reason/human-step', args: {} }],
    });
  });

  it('whose check throws is undetermined, and says which and why', () => {
    expect(firstStep(judge(one(), pdfs('broken')))).toMatchObject({
      verdict: 'undetermined',
      reasons: [
        { code: 'reason/check-failed', args: { check: 'mss/by-name', path: 'broken', reason: 'the check is broken' } },
      ],
    });
  });

  it('whose check needs something is missing, and says what', () => {
    expect(firstStep(judge(one(), pdfs('missing')))).toMatchObject({
      verdict: 'missing',
      reasons: [{ code: 'reason/need', args: { need: 'need/nil', check: 'mss/by-name', path: 'missing' } }],
    });
  });

  it('whose check looked at nothing is not tested', () => {
    const result = judge(one(), pdfs('not-tested'));
    expect(firstStep(result)?.verdict).toBe('not-tested');
    expect(codes(result)).toEqual(['reason/nothing-looked-at']);
  });

  it('of which no check is about the artifacts is not tested', () => {
    const result = judge(one(), pdfs('not-applicable'));
    expect(firstStep(result)?.verdict).toBe('not-tested');
    expect(codes(result)).toEqual(['reason/no-check-applies']);
  });

  it('of which no check is about artifacts that nobody had to give does not apply', () => {
    const result = judge(one({ artifacts: { some: { kind: 'pdf', min: 0 } } }), pdfs('not-applicable'));
    expect(firstStep(result)?.verdict).toBe('not-applicable');
    expect(codes(result)).toEqual(['reason/no-check-applies']);
  });

  it('is not tested when one of the selections had to be given', () => {
    const artifacts = { some: { kind: 'pdf' }, other: { kind: 'image', min: 0 } } as const;
    const checks = [
      { use: 'mss/by-name', on: 'some' },
      { use: 'mss/by-name', on: 'other' },
    ];
    const result = judge(one({ artifacts, steps: [step({ checks })] }), pdfs('not-applicable'));
    expect(firstStep(result)?.verdict).toBe('not-tested');
    expect(codes(result)).toEqual(['reason/no-artifact-optional', 'reason/no-check-applies']);
  });

  it('leaves out a check that is not about the artifacts when another is', () => {
    const never = fakeCheck('mss/never', () => ({ evaluated: 0, findings: [], applies: false }));
    const steps = [
      step({
        checks: [
          { use: 'mss/never', on: 'some' },
          { use: 'mss/by-name', on: 'some' },
        ],
      }),
    ];
    expect(judge(one({ steps }), pdfs('conforming'), world({ checks: [never] })).verdict).toBe('conforming');
  });

  it('says a reason once', () => {
    const steps = [
      step({
        checks: [
          { use: 'mss/by-name', on: 'some' },
          { use: 'mss/by-name', on: 'some' },
        ],
      }),
    ];
    expect(codes(judge(one({ steps }), pdfs('not-tested')))).toEqual(['reason/nothing-looked-at']);
  });

  it('looks at what the artifacts hold', () => {
    const inside = [
      fakeArtifact('pdf', 'm!conforming'),
      fakeArtifact('cda', 'm!d', { children: pdfs('m!nonconforming') }),
    ];
    const mail = fakeArtifact('mail', 'm', { children: inside });
    const on = (selection: string) =>
      judge(
        one({
          artifacts: { mail: { kind: 'mail' } },
          steps: [step({ checks: [{ use: 'mss/by-name', on: selection }] })],
        }),
        [mail],
      );
    expect(firstStep(on('mail.documents.pdf'))?.runs.map(({ artifacts }) => artifacts)).toEqual([
      ['m!conforming'],
      ['m!nonconforming'],
    ]);
    expect(on('mail.documents').verdict).toBe('nonconforming');
    expect(firstStep(on('mail.documents.image'))?.verdict).toBe('not-tested');
    expect(firstStep(on('mail'))?.runs).toEqual([]);
  });
});

describe('too few artifacts', () => {
  const select = (selector: object, paths: readonly Artifact[] = []) =>
    judge(one({ artifacts: { some: { kind: 'pdf', ...selector } } }), paths);

  it('is missing, and says how many were found', () => {
    expect(firstStep(select({}))).toMatchObject({
      verdict: 'missing',
      reasons: [{ code: 'reason/too-few-artifacts', args: { name: 'some', selector: 'pdf', minimum: 1, found: 0 } }],
    });
    expect(
      firstStep(select({ min: 3, role: 'outgoing' }, [fakeArtifact('pdf', 'a', { declared: { role: 'outgoing' } })])),
    ).toMatchObject({
      verdict: 'missing',
      reasons: [{ args: { minimum: 3, found: 1, selector: 'pdf, role: outgoing' } }],
    });
    expect(firstStep(select({ protocol: ['smtp', 'imap'] }))).toMatchObject({
      reasons: [{ args: { selector: 'pdf, protocol: smtp|imap' } }],
    });
  });

  it('says which line to add for a file that was not declared', () => {
    const held = fakeArtifact('mail', 'm.eml', { children: pdfs('m.eml!a.pdf') });
    expect(firstStep(select({ role: 'outgoing', 'patient-status': 'qualified' }, [held]))?.reasons[1]).toEqual({
      code: 'reason/undeclared-artifacts',
      args: { path: 'm.eml', line: '- { path: m.eml, role: outgoing, patient: … }' },
    });
  });

  it('says which line to add for a file that may be a proof, though none is needed', () => {
    const scenario = (from: string) => ({
      artifacts: { some: { kind: 'pdf', role: 'outgoing', min: 0 }, other: { kind: 'cda', min: 0 } } as const,
      evidence: [proof('p', { from: [from, 'other'] })],
    });
    expect(codes(judge(one(scenario('some')), pdfs('a')))).toEqual([
      'reason/no-artifact-optional',
      'reason/undeclared-artifacts',
    ]);
    expect(codes(judge(one(scenario('other')), pdfs('a')))).toEqual(['reason/no-artifact-optional']);
  });

  it('is neutral where none is needed', () => {
    const steps = [USES, step({ checks: [{ use: 'mss/by-name', on: 'other' }] })];
    const artifacts = { some: { kind: 'pdf', min: 0 }, other: { kind: 'image', min: 1 } } as const;
    const result = judge(one({ artifacts, steps }), []);
    expect(result.scenarios[0]?.steps.map(({ verdict }) => verdict)).toEqual(['not-applicable', 'missing']);
    expect(codes(result)).toEqual(['reason/no-artifact-optional']);
    expect(select({ min: 0 }, pdfs('nonconforming')).verdict).toBe('nonconforming');
  });
});

it('says once what several artifacts of a step have in common, naming the first three', () => {
  const paths = ['not-tested 1', 'not-tested 2', 'not-tested 3', 'not-tested 4', 'not-tested 5'];
  expect(firstStep(judge(one(), pdfs(...paths)))?.reasons).toEqual([
    {
      code: 'reason/nothing-looked-at',
      args: { check: 'mss/by-name', path: 'not-tested 1, not-tested 2, not-tested 3… (+2)' },
    },
  ]);
});

describe('a container whose content could not be read whole', () => {
  const incomplete = world({ incomplete: ['conforming lost'] });

  it('is missing, and not judged', () => {
    const result = judge(one(), pdfs('conforming lost', 'conforming'), incomplete);
    expect(firstStep(result)).toMatchObject({
      verdict: 'missing',
      reasons: [{ code: 'reason/unreadable-content', args: { path: 'conforming lost' } }],
    });
    expect(firstStep(result)?.runs.map(({ artifacts }) => artifacts)).toEqual([['conforming']]);
  });

  it('hides no error of another', () => {
    expect(judge(one(), pdfs('conforming lost', 'nonconforming'), incomplete).verdict).toBe('nonconforming');
  });
});

describe('one of several scenarios', () => {
  const mode = (id: string, psc: 'web' | 'ciba', fields: Partial<Scenario> = {}) =>
    fakeScenario({ id, artifacts: { some: { kind: 'pdf', 'psc-mode': psc } }, steps: [USES], ...fields });
  const given = (path: string, psc: 'web' | 'ciba') => fakeArtifact('pdf', path, { declared: { 'psc-mode': psc } });
  const judgeModes = (artifacts: readonly Artifact[], execution = world(), fields: Partial<Scenario> = {}) =>
    judge({ needs: 'one-of', scenarios: [mode('1', 'web', fields), mode('2', 'ciba', fields)] }, artifacts, execution);

  it('is enough: the other is another vendor’s', () => {
    const result = judgeModes([given('conforming', 'ciba')]);
    expect(result.verdict).toBe('conforming');
    expect(result.scenarios).toMatchObject([
      { verdict: 'not-applicable', reason: { code: 'reason/other-mode' }, steps: [], evidence: [] },
      { verdict: 'conforming', reason: undefined },
    ]);
  });

  it('that fails is not hidden by one that succeeds', () => {
    expect(judgeModes([given('conforming', 'ciba'), given('nonconforming', 'web')]).verdict).toBe('nonconforming');
  });

  it('is missing when nothing was given for any', () => {
    const result = judgeModes([]);
    expect(result.verdict).toBe('missing');
    expect(result.scenarios.map(({ verdict }) => verdict)).toEqual(['missing', 'missing']);
  });

  it('is attempted by a proof too', () => {
    const evidence = world({ evidence: ({ id }) => (id === 'p1' ? PRESENT : MISSING) });
    const scenarios = [mode('1', 'web', { evidence: [proof('p1')] }), mode('2', 'ciba', { evidence: [proof('p2')] })];
    const result = judge({ needs: 'one-of', scenarios }, [], evidence);
    expect(result.scenarios.map(({ verdict }) => verdict)).toEqual(['missing', 'not-applicable']);
  });
});

describe('a scenario that the workbook no longer has', () => {
  const some = { artifacts: { some: { kind: 'pdf' as const } }, steps: [USES] };
  const official = fakeScenario({ id: '1', evidence: [proof('p')] });
  const informative = fakeScenario({ id: '2', ...some, informative: true });

  it('is judged and says so, and counts nowhere', () => {
    const result = judge({ scenarios: [official, informative] }, pdfs('nonconforming'), world());
    expect(result.verdict).toBe('to-review');
    expect(result.scenarios[1]).toMatchObject({ verdict: 'nonconforming', reason: { code: 'reason/informative' } });
    expect(exitOfRun([result], [], [], false)).toBe(0);
    const counted = judge(
      { scenarios: [official, fakeScenario({ id: '2', ...some })] },
      pdfs('nonconforming'),
      world(),
    );
    expect(exitOfRun([counted], [], [], false)).toBe(1);
  });

  it('stands for no other mode', () => {
    const missing = world({ evidence: () => MISSING });
    const result = judge({ needs: 'one-of', scenarios: [official, informative] }, pdfs('conforming'), missing);
    expect(result.scenarios.map(({ verdict }) => verdict)).toEqual(['missing', 'conforming']);
    expect(result.verdict).toBe('missing');
  });
});

describe('a proof', () => {
  const UNREADABLE: EvidenceGiven = {
    ...MISSING,
    status: 'unreadable',
    reason: { code: 'reason/evidence-unreadable', args: {} },
  };
  const judgeProof = (given: EvidenceGiven, fields: object, artifacts = pdfs('conforming')) =>
    judge(one({ evidence: [proof('p', fields)] }), artifacts, world({ evidence: () => given }));

  it('that nobody gave, or that nobody can read, is missing', () => {
    for (const given of [MISSING, UNREADABLE]) {
      const result = judgeProof(given, {});
      expect(result.scenarios[0]?.evidence).toEqual([{ ...given, verdict: 'missing' }]);
      expect(result.verdict).toBe('missing');
    }
  });

  it('that is there is for a person to see', () => {
    expect(judgeProof(PRESENT, {})).toMatchObject({
      verdict: 'to-review',
      scenarios: [{ evidence: [{ verdict: 'to-review' }] }],
    });
  });

  it('is looked for among the artifacts of its selection, of which a person may have to see some', () => {
    const seen: string[][] = [];
    const evidence: Execution['evidence'] = (_, selected) => {
      seen.push(selected.map(({ path }) => path));
      return PRESENT;
    };
    const proofs = [
      proof('p', { from: 'some' }),
      proof('q'),
      proof('r', { from: 'none' }),
      proof('s', { from: ['none', 'some'] }),
    ];
    judge(one({ evidence: proofs }), pdfs('conforming', 'nonconforming'), world({ evidence }));
    expect(seen).toEqual([['conforming', 'nonconforming'], [], [], ['conforming', 'nonconforming']]);
  });

  it('that checks judged adds nothing', () => {
    expect(judgeProof(PRESENT, { kind: 'artifact', from: 'some' })).toMatchObject({
      verdict: 'conforming',
      scenarios: [{ evidence: [{ verdict: 'conforming' }] }],
    });
    expect(judgeProof(PRESENT, { kind: 'artifact', from: 'some' }, pdfs('nonconforming')).verdict).toBe(
      'nonconforming',
    );
  });

  it('of a selection that no check judged is for a person to see', () => {
    const scenario = { steps: [step()], evidence: [proof('p', { kind: 'artifact', from: 'some' })] };
    expect(judge(one(scenario), pdfs('conforming')).scenarios[0]?.evidence[0]?.verdict).toBe('to-review');
  });

  it('of which the checks said that they are not about it is for a person to see', () => {
    const evidence = [proof('p', { kind: 'artifact', from: 'some' })];
    const artifacts = { some: { kind: 'pdf', min: 0 } } as const;
    expect(judge(one({ artifacts, evidence }), pdfs('not-applicable')).scenarios[0]?.evidence[0]?.verdict).toBe(
      'to-review',
    );
  });

  it('that a scenario only asks for is enough to be to review', () => {
    expect(judge({ scenarios: [fakeScenario({ evidence: [proof('p')] })] }).verdict).toBe('to-review');
    expect(judge({ scenarios: [fakeScenario()] }).verdict).toBe('not-tested');
  });
});

describe('a check', () => {
  it('runs once on an artifact, however many steps ask for it', () => {
    const ran: string[] = [];
    const counting = fakeCheck('mss/counting', ({ path }) => {
      ran.push(path);
      return { evaluated: 1, findings: [] };
    });
    const use = step({ checks: [{ use: 'mss/counting', on: 'some' }] });
    const again = { ...one({ steps: [use, use] }), requirement: 'MSS/CONF.02' };
    for (const result of judgeAll([one({ steps: [use, use] }), again], pdfs('a', 'b'), { checks: [counting] }))
      expect(result.scenarios[0]?.steps.map(({ runs }) => runs.length)).toEqual([2, 2]);
    expect(ran).toEqual(['a', 'b']);
  });

  it('of a set runs once on the same set, and again on another', () => {
    const ran: string[][] = [];
    const set = defineSetCheck({
      id: 'mss/set',
      on: 'pdf',
      rules: {},
      examples: [],
      keep: ({ path }) => path,
      run: (paths) => {
        ran.push([...paths]);
        return { evaluated: 1, findings: [] };
      },
    });
    const use = step({ checks: [{ use: 'mss/set', on: 'some' }] });
    const some = (selector: object) => one({ artifacts: { some: { kind: 'pdf', ...selector } }, steps: [use, use] });
    const declared = fakeArtifact('pdf', 'a', { declared: { role: 'outgoing' } });
    judgeAll([some({}), some({ min: 1 }), some({ role: 'outgoing' })], [declared, ...pdfs('b')], { checks: [set] });
    expect(ran).toEqual([['a', 'b'], ['a']]);
  });

  it('of a set names the files that it wants more of, not all that they hold', () => {
    const set = defineSetCheck({
      id: 'mss/set',
      on: 'pdf',
      rules: {},
      examples: [],
      keep: ({ path }) => path,
      run: () => ({ evaluated: 0, findings: [], needs: [{ code: 'need/trust-anchors', args: {} }] }),
    });
    const scenario = one({ steps: [step({ checks: [{ use: 'mss/set', on: 'some' }] })] });
    const reasonOf = (...paths: string[]) =>
      judgeAll([scenario], pdfs(...paths), { checks: [set] })[0]?.scenarios[0]?.steps[0]?.reasons[0]?.args.path;
    expect(reasonOf('a.har!exchange-1/request.xml')).toBe('a.har!exchange-1/request.xml');
    expect(reasonOf('a.har', 'a.har!exchange-1/request.xml', 'b.xml')).toBe('a.har, b.xml');
    expect(reasonOf('a', 'b', 'c', 'd', 'e', 'f')).toBe('a, b, c… (+3)');
  });

  it('that does not exist is a defect of ours', () => {
    const steps = [step({ checks: [{ use: 'mss/none', on: 'some' }] })];
    expect(() => judge(one({ steps }), pdfs('a'))).toThrow('no check mss/none');
    const other = [step({ checks: [{ use: 'mss/by-name', on: 'none' }] })];
    expect(() => judge(one({ steps: other }), pdfs('a'))).toThrow('no selection none');
  });
});

describe('an expression', () => {
  it('runs on each artifact under the number of its scenario, step and rank', () => {
    const asked: string[] = [];
    const execution = world({
      runExpression: (use, id, artifact) => {
        asked.push(`${use.language} ${id} ${artifact.path}`);
        return {
          check: `expression/${id}`,
          artifacts: [artifact.path],
          verdict: 'conforming',
          evaluated: 1,
          findings: [],
          needs: [],
          failure: undefined,
        };
      },
    });
    const expression = { test: 'true()', language: 'xpath', on: 'some' } as const;
    const steps = [step(), step({ checks: [{ use: 'mss/by-name', on: 'some' }, expression] })];
    expect(judge(one({ steps }), pdfs('conforming 1', 'conforming 2'), execution).scenarios[0]?.steps[1]?.verdict).toBe(
      'conforming',
    );
    expect(asked).toEqual(['xpath MSS/CONF.01.01/2.2 conforming 1', 'xpath MSS/CONF.01.01/2.2 conforming 2']);
  });
});

describe('execute', () => {
  const plan = (count: number) =>
    makePlan(fakeBase(Array.from({ length: count }, (_, index) => fakeRequirement({ requirement: `A.0${index}` }))), {
      ...LGC,
      conditions: {},
    });
  const nothing = (planned: ReturnType<typeof plan>): Execution => {
    const tools = { checkById: () => undefined, runExpression: () => expect.fail(), context: NOTHING_DECLARED };
    return { judging: new Judging(planned, tools), evidence: () => PRESENT };
  };

  it('judges every requirement in the order of the plan', async () => {
    const seen: string[] = [];
    const { results, interrupted } = await execute(plan(3), nothing(plan(3)), {
      onRequirement: (done, total) => seen.push(`${done}/${total}`),
    });
    expect(results.map(({ planned }) => planned.requirement.requirement)).toEqual(['A.00', 'A.01', 'A.02']);
    expect(interrupted).toBe(false);
    expect(seen).toEqual(['0/3', '1/3', '2/3']);
  });

  it('stops between two requirements', async () => {
    const controller = new AbortController();
    const { results, interrupted } = await execute(plan(3), nothing(plan(3)), {
      signal: controller.signal,
      onRequirement: (done) => {
        if (done === 1) controller.abort();
      },
    });
    expect(results).toHaveLength(2);
    expect(interrupted).toBe(true);
  });
});
