import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import { indexOpinions, targetOf } from '../opinions.js';
import type { Report, ReportEvidence, ReportFinding, ReportOpinion } from '../report.js';
import type { CellContent } from './cell.js';
import { plainColumn, plainTable, type Table } from './table-sheet.js';

/** Gives what people said of findings and proofs, one line each; undefined when nobody said anything. */
export type OpinionLines = (findings: readonly ReportFinding[], proofs: readonly ReportEvidence[]) => string;

/** The lines of a report that has opinions or derogations. */
export function opinionLines(report: Report, texts: ReportTexts): OpinionLines | undefined {
  if (!report.opinions?.length) return undefined;
  const { ofFinding, ofEvidence } = indexOpinions(report);
  return (findings, proofs) => {
    const found = [
      ...findings.flatMap(({ fingerprint }) => ofFinding(fingerprint)),
      ...proofs.flatMap(({ id, official }) => [...ofEvidence(id), ...ofEvidence(official?.id ?? id)]),
    ];
    return [...new Set(found)].map((opinion) => opinionLine(opinion, texts)).join('\n');
  };
}

/** Table of the opinions and derogations: one row each, those on what this report has not included. */
export function opinionsTable(opinions: readonly ReportOpinion[], texts: ReportTexts): Table {
  const { xlsx } = texts;
  const columns = [
    plainColumn(xlsx.nature, 18),
    plainColumn(xlsx.decision, 14, 'center'),
    plainColumn(xlsx.on, 30),
    plainColumn(xlsx.by, 25),
    plainColumn(xlsx.date, 13, 'center'),
    plainColumn(xlsx.said, 70),
    plainColumn(xlsx.until, 13, 'center'),
    plainColumn(xlsx.current, 14, 'center'),
  ];
  const rows = opinions.map((opinion): CellContent[] => [
    xlsx.opinionKinds[opinion.kind],
    opinion.decision === null ? '' : xlsx.decisions[opinion.decision],
    targetOf(opinion),
    opinion.by,
    opinion.date,
    opinion.text,
    opinion.until ?? '',
    opinion.current ? texts.yes : texts.no,
  ]);
  return plainTable(xlsx.sheets.opinions, columns, rows);
}

function opinionLine({ decision, by, date, text, until }: ReportOpinion, { xlsx }: ReportTexts): string {
  const what = decision === null ? fill(xlsx.derogationUntil, { until: until ?? '' }) : xlsx.decisions[decision];
  return fill(xlsx.opinionLine, { what, by, date, text });
}
