import { rollUp, VERDICTS, type Verdict } from '../../src/engine/verdict.js';
import type {
  Report,
  ReportCheckRun,
  ReportEvidence,
  ReportFinding,
  ReportRequirement,
  ReportScenario,
  ReportStep,
} from '../../src/report/report.js';

/** Strings that a careless reporter would let out: each must be harmless in every format. */
export const NASTY = {
  formula: '=HYPERLINK("http://example.invalid","x")',
  plus: '+1+1',
  minus: '-2+3',
  at: '@SUM(A1)',
  tab: '\t=1+1',
  carriageReturn: '\r=1+1',
  errorValue: '#REF!',
  escapeLike: 'a_x0041_b',
  long: `début ${'é'.repeat(40_000)} fin`,
  longEmoji: '🩺'.repeat(20_000),
  escape: '\u001B[31mrouge\u001B]0;titre\u0007',
  c1: '\u009B31m',
  bidi: 'abc\u202Efdp.exe\u2066',
  illegal: 'a\u0000b\u0008c\u000Bd\uFFFEe\uFFFFf\uD800g',
  emoji: 'ordonnance 💊 👩‍⚕️',
  markup: '</failure><script>alert("1") & ]]> </script>',
  lines: 'première ligne\r\nseconde ligne',
} as const;

const SHA256 = 'a'.repeat(64);

/** Counts of each verdict, 0 for those that are not given. */
function countsOf(verdicts: readonly Verdict[]): Record<Verdict, number> {
  return Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, verdicts.filter((other) => other === verdict).length]),
  ) as Record<Verdict, number>;
}

export function sampleFinding(id: string, fields: Partial<ReportFinding> = {}): ReportFinding {
  return {
    id,
    check: 'mss/subject-form',
    pack: 'builtin',
    severity: 'error',
    code: 'mss/subject-form/prefix',
    args: { value: 'Compte rendu', count: 2 },
    message: "L'objet ne commence pas par XDM/1.0/DDM+.",
    artifact: 'mail/1.eml',
    location: { line: 4, column: 10, path: 'Subject' },
    expected: 'XDM/1.0/DDM+',
    actual: 'Compte rendu',
    remedy: 'Composer le champ Subject avec le préfixe XDM/1.0/DDM+.',
    requirements: ['MSS/CONF.25'],
    clause: '[MSS2_1] ECO.2.1.3',
    fingerprint: 'b'.repeat(16),
    ...fields,
  };
}

export function sampleCheckRun(verdict: Verdict, findings: readonly string[] = []): ReportCheckRun {
  const evaluated = verdict === 'not-tested' ? 0 : 2;
  return { id: 'mss/subject-form', verdict, artifacts: ['mail/1.eml'], evaluated, findings };
}

export function sampleStep(number: number, verdict: Verdict, fields: Partial<ReportStep> = {}): ReportStep {
  return {
    number,
    title: `Envoyer le document ${number}`,
    verdict,
    reasons: [],
    checks: [sampleCheckRun(verdict)],
    ...fields,
  };
}

export function sampleEvidence(id: string, verdict: Verdict, fields: Partial<ReportEvidence> = {}): ReportEvidence {
  const missing = verdict === 'missing';
  return {
    id,
    kind: 'demonstration',
    status: missing ? 'missing' : 'present',
    verdict,
    review: "Vérifier que l'objet complet est lisible sur la copie d'écran.",
    reason: null,
    files: missing ? [] : [{ path: `preuves/${id.replaceAll('/', '-')}.mp4`, sha256: SHA256, bytes: 1234 }],
    value: null,
    ...fields,
  };
}

export function sampleScenario(
  id: string,
  steps: readonly ReportStep[],
  evidence: readonly ReportEvidence[],
  fields: Partial<ReportScenario> = {},
): ReportScenario {
  const verdict = rollUp([...steps, ...evidence].map((part) => part.verdict));
  return { id, title: `Scénario ${id}`, verdict, reason: null, steps, evidence, ...fields };
}

export function sampleRequirement(
  id: string,
  scenarios: readonly ReportScenario[],
  fields: Partial<ReportRequirement> = {},
): ReportRequirement {
  return {
    id,
    title: `Ce que demande ${id}`,
    chapter: 'Transmission documents',
    function: 'Objet du message',
    wave: 2,
    nature: 'exigence',
    mandatory: true,
    criticality: 'Majeure',
    profiles: ['Général', 'BAL PER-ORG'],
    clause: '[MSS2_1] ECO.2.1.3',
    correction: null,
    verdict: rollUp(scenarios.map((scenario) => scenario.verdict)),
    reason: null,
    scenarios,
    ...fields,
  };
}

/** A report around requirements, with counts that agree with them. */
export function sampleReport(fields: Partial<Report> = {}): Report {
  const requirements = fields.requirements ?? sampleRequirements();
  const findings = fields.findings ?? sampleFindings();
  const files = fields.files ?? [];
  const steps = requirements.flatMap((r) => r.scenarios.flatMap((s) => s.steps.map((step) => step.verdict)));
  const verdict = rollUp([...requirements, ...files].map((result) => result.verdict));
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {
    schema: 'segur-check/report/1',
    language: 'fr',
    command: 'run',
    tool: { name: 'segur-check', version: '0.1.0' },
    packs: [{ id: 'builtin', version: '0.1.0', sha256: SHA256 }],
    base: { source: 'Base de travail', date: '2023-02-21' },
    candidate: {
      vendor: 'Exemple Santé',
      product: 'Exemple LGC',
      version: '4.2.0',
      corridor: 'LGC',
      wave: 2,
      profiles: ['Général'],
      environment: 'test',
    },
    partial: false,
    alarms: [],
    caveats: ["Pré-vérification : seule l'ANS décide.", 'Sections non jugées : SSI, TBB.'],
    summary: {
      verdict,
      exit: 4,
      requirements: countsOf(requirements.map((requirement) => requirement.verdict)),
      steps: countsOf(steps),
      findings: { error: count('error'), warning: count('warning'), info: count('info') },
      chapters: [{ chapter: 'Transmission documents', verdict }],
      otherCorridors: 12,
    },
    dossier: [],
    artifacts: [
      { path: 'mail/1.eml', kind: 'mail', sha256: SHA256, bytes: 1000, readable: true },
      { path: NASTY.formula, kind: 'other', sha256: SHA256, bytes: 1, readable: false },
    ],
    ...fields,
    requirements,
    findings,
    files,
  };
}

/** A report of the command `check`. */
export function sampleCheckReport(): Report {
  return sampleReport({
    command: 'check',
    candidate: null,
    requirements: [],
    files: [
      {
        artifact: 'mail/1.eml',
        kind: 'mail',
        verdict: 'nonconforming',
        reasons: [],
        checks: [
          sampleCheckRun('nonconforming', ['f1', 'f2']),
          { ...sampleCheckRun('conforming'), id: 'mss/message-id' },
          { ...sampleCheckRun('not-applicable'), id: 'mss/reply-to' },
        ],
      },
      { artifact: NASTY.bidi, kind: 'other', verdict: 'not-tested', reasons: ['Aucun contrôle.'], checks: [] },
      {
        artifact: 'cda/2.xml',
        kind: 'cda',
        verdict: 'undetermined',
        reasons: ['La règle a échoué.'],
        checks: [{ ...sampleCheckRun('undetermined'), id: 'cda/title' }],
      },
    ],
  });
}

function sampleFindings(): ReportFinding[] {
  return [
    sampleFinding('f1'),
    sampleFinding('f2', { severity: 'warning', location: {}, message: NASTY.markup, actual: NASTY.formula }),
    sampleFinding('f3', { severity: 'info', message: NASTY.escape, actual: NASTY.long, expected: NASTY.plus }),
    sampleFinding('f4', {
      message: NASTY.illegal,
      actual: NASTY.c1,
      remedy: NASTY.tab,
      expected: NASTY.carriageReturn,
    }),
    sampleFinding('f5', {
      message: NASTY.bidi,
      actual: NASTY.errorValue,
      expected: NASTY.escapeLike,
      location: { line: 7 },
    }),
    sampleFinding('f6', { message: NASTY.emoji, actual: NASTY.lines, expected: NASTY.at, remedy: NASTY.minus }),
    sampleFinding('f7', { artifact: NASTY.escape, actual: NASTY.longEmoji }),
  ];
}

/** Every verdict for steps, proofs and requirements, and requirements without scenario or without proof. */
function sampleRequirements(): ReportRequirement[] {
  const steps = VERDICTS.map((verdict, index) =>
    sampleStep(index + 1, verdict, verdict === 'missing' ? { reasons: ['Ajouter un message de rôle outgoing.'] } : {}),
  );
  const failing = sampleStep(8, 'nonconforming', {
    checks: [
      sampleCheckRun('nonconforming', ['f1', 'f2', 'f3', 'f4']),
      sampleCheckRun('nonconforming', ['f5', 'f6', 'f7']),
    ],
  });
  const proofs = VERDICTS.map((verdict, index) => sampleEvidence(`MSS/CONF.25.01.0${index + 1}`, verdict));
  return [
    sampleRequirement('MSS/CONF.25', [sampleScenario('MSS/CONF.25.01', [...steps, failing], proofs)], {
      correction: 'FAQ du 2023-05-02',
    }),
    sampleRequirement('MSS/CONF.26', [sampleScenario('MSS/CONF.26.01', [sampleStep(1, 'conforming')], [])]),
    sampleRequirement('MSS/UX.28', [
      sampleScenario('MSS/UX.28.01', [], [sampleEvidence('MSS/UX.28.01.01', 'to-review', { value: NASTY.formula })]),
    ]),
    sampleRequirement('MSS/CONF.30', [
      sampleScenario(
        'MSS/CONF.30.01',
        [sampleStep(1, 'nonconforming', { checks: [sampleCheckRun('nonconforming', ['f1'])] })],
        [],
      ),
    ]),
    sampleRequirement('MSS/va1.33', [sampleScenario('MSS/va1.33.01', [sampleStep(1, 'nonconforming')], [])], {
      nature: 'préconisation',
      mandatory: false,
      wave: 1,
    }),
    sampleRequirement('INS/va1.40', [], { verdict: 'to-review', reason: 'La base ne contient aucun scénario.' }),
    sampleRequirement('INS/va1.43', [], { verdict: 'missing', reason: 'Répondre à identity-referential.' }),
    sampleRequirement('DMP/CONF.05', [], { verdict: 'not-applicable', reason: 'Profil DMP non demandé' }),
    sampleRequirement('DMP/CONF.06', [], {
      verdict: 'not-applicable',
      reason: 'Profil DMP non demandé',
      title: NASTY.formula,
    }),
    sampleRequirement('PSC.01', [
      sampleScenario('PSC.01.01', [sampleStep(1, 'not-tested', { reasons: ['Rien à examiner.'] })], []),
    ]),
  ];
}

/** What readers say: a file that none knows, and one that was read with a reserve. */
export function sampleReadReport(unknown = 1): Report {
  const unrecognised = { code: 'unrecognised/text', args: {}, nearest: 'log', message: 'Texte inconnu. Proche : log.' };
  return sampleReport({
    requirements: [],
    findings: [sampleFinding('f1', { check: 'read/forgiven', code: 'read/forgiven', severity: 'warning' })],
    artifacts: Array.from({ length: unknown }, (_, index) => ({
      path: `inconnu-${index + 1}.txt`,
      kind: 'other',
      sha256: SHA256,
      bytes: 1,
      readable: true,
      unrecognised,
    })),
  });
}
