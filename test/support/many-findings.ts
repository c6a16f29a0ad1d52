import type { Report } from '../../src/report/report.js';
import {
  sampleCheckRun,
  sampleFinding,
  sampleReport,
  sampleRequirement,
  sampleScenario,
  sampleStep,
} from '../report/sample-report.js';

/** A report of that many findings over a hundred requirements and a thousand files, each with its own values. */
export function manyFindings(count: number): Report {
  const findings = Array.from({ length: count }, (_, index) =>
    sampleFinding(`f${index + 1}`, {
      check: `mss/check-${index % 60}`,
      severity: index % 3 === 0 ? 'error' : index % 3 === 1 ? 'warning' : 'info',
      message: `La valeur « ${index * 7919} » de l'élément ${index % 40} n'est pas celle qui est attendue.`,
      artifact: `cda/lot-${index % 10}/document-${index % 1000}.xml`,
      location: {
        line: 1 + (index % 900),
        column: 1 + (index % 80),
        path: `/ClinicalDocument/component[${index % 300}]/entry`,
      },
      actual: String(index * 7919),
      requirements: [`MSS/CONF.${index % 100}`],
      fingerprint: index.toString(16).padStart(16, '0'),
    }),
  );
  const requirements = Array.from({ length: 100 }, (_, rank) => {
    const ids = findings.filter((_, index) => index % 100 === rank).map(({ id }) => id);
    const step = sampleStep(1, 'nonconforming', { checks: [sampleCheckRun('nonconforming', ids)] });
    return sampleRequirement(`MSS/CONF.${rank}`, [sampleScenario(`MSS/CONF.${rank}.01`, [step], [])], {
      chapter: `Chapitre ${rank % 8}`,
    });
  });
  return sampleReport({ findings, requirements });
}
