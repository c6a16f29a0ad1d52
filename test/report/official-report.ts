import type { Report, ReportEvidence, ReportRequirement, ReportScenario } from '../../src/report/report.js';
import type { OfficialRequirement, OfficialScenario, OfficialText } from '../../src/scenarios/rem-workbook.js';
import { sampleEvidence, sampleReport, sampleRequirement, sampleScenario, sampleStep } from './sample-report.js';

/** A requirement as a workbook writes it, in texts of our own. */
export interface WrittenRequirement {
  readonly id: string;
  readonly official: OfficialRequirement;
  readonly scenarios: readonly {
    readonly id: string;
    readonly official: OfficialScenario;
    readonly proofs: readonly { readonly id: string; readonly official: OfficialText }[];
  }[];
}

/** What a workbook could write of requirement `id`. */
export function officialRequirement(id: string, fields: Partial<OfficialRequirement> = {}): OfficialRequirement {
  return {
    id: `SC.${id}`,
    perimeter: 'Vague 2',
    chapter: 'Échanges fictifs',
    function: 'Fonction fictive',
    statement: `Le système DOIT faire ce que dit ${id}.\n* un point\n* un autre`,
    comment: 'Commentaire officiel',
    nature: 'EXIGENCE',
    profile: 'Général , BAL PER-ORG',
    historicalProfile: 'Général',
    criticality: 'Mineure',
    order: '12',
    publication: 'Inchangée',
    previousWave: 'NON',
    ...fields,
  };
}

/** A requirement with `counts[n]` proofs in its scenario n. */
export function writtenRequirement(
  id: string,
  counts: readonly number[],
  fields: Partial<OfficialRequirement> = {},
): WrittenRequirement {
  const two = (rank: number): string => String(rank + 1).padStart(2, '0');
  return {
    id,
    official: officialRequirement(id, fields),
    scenarios: counts.map((count, s) => ({
      id: `${id}.${two(s)}`,
      official: { id: `${id}.${two(s)}`, text: `Scénario officiel ${s + 1}\nsur deux lignes` },
      proofs: Array.from({ length: count }, (_, p) => ({
        id: `${id}.${two(s)}.${two(p)}`,
        official: { id: `${id}.${two(s)}.${two(p)}`, text: `Preuve officielle ${p + 1}` },
      })),
    })),
  };
}

/** The report of a run with a workbook that has `requirements`. */
export function officialReport(requirements: readonly WrittenRequirement[], fields: Partial<Report> = {}): Report {
  return sampleReport({
    requirements: requirements.map(judged),
    rem: { file: 'REM-LGC-Va2.xlsx', sha256: 'c'.repeat(64), sheet: 'Exigences', layout: 'rem' },
    ...fields,
  });
}

/** Result of one requirement of a workbook. */
export function judged({ id, official, scenarios }: WrittenRequirement): ReportRequirement {
  return sampleRequirement(
    id,
    scenarios.map(({ id: scenario, official: wording, proofs }): ReportScenario => {
      const evidence = proofs.map(
        (proof): ReportEvidence => ({
          ...sampleEvidence(proof.id, 'to-review', { review: proof.official.text }),
          official: proof.official,
        }),
      );
      return { ...sampleScenario(scenario, [sampleStep(1, 'conforming')], evidence), official: wording };
    }),
    { title: official.statement, official },
  );
}
