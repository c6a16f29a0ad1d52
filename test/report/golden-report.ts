import type { Report } from '../../src/report/report.js';
import {
  sampleCheckRun,
  sampleFinding,
  sampleReport,
  sampleRequirement,
  sampleScenario,
  sampleStep,
} from './sample-report.js';

const ARCHIVE = 'mail/2.eml!IHE_XDM.ZIP!DOC0001.XML';

/** A small report with what formats part: a finding in a file, in an archive and of a whole file, a lack, a failure of ours, a derogation. */
export function goldenReport(fields: Partial<Report> = {}): Report {
  const findings = [
    sampleFinding('f1', { severity: 'info', fingerprint: 'a'.repeat(16), location: {}, actual: '' }),
    sampleFinding('f2', { fingerprint: 'b'.repeat(16) }),
    sampleFinding('f3', {
      artifact: ARCHIVE,
      check: 'cda/title',
      code: 'cda/title/empty',
      message: 'Titre « 100 %, vide | <b>@equipe</b> #12 ::error::x » à revoir, [lien](http://exemple.invalid).',
      fingerprint: 'c'.repeat(16),
    }),
    sampleFinding('f4', { severity: 'warning', location: { line: 7 }, fingerprint: 'b'.repeat(16) }),
  ];
  const steps = [
    sampleStep(1, 'nonconforming', { checks: [sampleCheckRun('nonconforming', ['f1', 'f2', 'f4'])] }),
    sampleStep(2, 'missing', { reasons: ['Ajouter un message de rôle outgoing.'] }),
    sampleStep(3, 'undetermined', { reasons: ["La règle n'a pas pu être évaluée."] }),
    sampleStep(4, 'to-review'),
    sampleStep(5, 'conforming'),
  ];
  const report = sampleReport({
    requirements: [
      sampleRequirement('MSS/CONF.25', [sampleScenario('MSS/CONF.25.01', steps, [])]),
      sampleRequirement('MSS/va1.33', [sampleScenario('MSS/va1.33.01', [sampleStep(1, 'not-tested')], [])], {
        nature: 'préconisation',
        mandatory: false,
      }),
    ],
    findings,
    alarms: ['Un patient qui peut être réel : [P1-INS] (mail/1.eml).'],
    artifacts: ['mail/1.eml', 'mail/2.eml', 'mail/2.eml!IHE_XDM.ZIP', ARCHIVE].map((path) => ({
      path,
      kind: 'other',
      sha256: 'a'.repeat(64),
      bytes: 1,
      readable: true,
    })),
    opinions: [
      {
        kind: 'derogation',
        on: { finding: 'c'.repeat(16) },
        decision: null,
        by: 'Exemple Santé',
        date: '2026-11-20',
        text: 'Corrigé en 4.3.',
        until: '2027-03-31',
        current: true,
      },
    ],
  });
  return { ...report, ...fields };
}

/** A report of `count` findings, none like another. */
export function longReport(count: number, message = (rank: number): string => `Constat ${rank}`): Report {
  const severities = ['info', 'warning', 'error'] as const;
  const findings = Array.from({ length: count }, (_, rank) =>
    sampleFinding(`f${rank + 1}`, {
      severity: severities[rank % 3] ?? 'error',
      message: message(rank),
      location: { line: rank + 1 },
      fingerprint: rank.toString(16).padStart(16, '0'),
    }),
  );
  return sampleReport({ requirements: [], findings });
}
