import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import { targetOf } from '../opinions.js';
import type { Report, ReportEvidence, ReportFinding, ReportOpinion } from '../report.js';
import type { CellContent } from './cell.js';
import { plainColumn, plainTable, type Table } from './table-sheet.js';

/** Gives what people said of findings and proofs, one line each; undefined when nobody said anything. */
export type OpinionLines = (findings: readonly ReportFinding[], proofs: readonly ReportEvidence[]) => string;

/** Indexes the opinions and derogations of a report that has some. */
export function indexOpinions({ opinions = [] }: Report, texts: ReportTexts): OpinionLines | undefined {
  if (opinions.length === 0) return undefined;
  const byKey = new Map<string, ReportOpinion[]>();
  for (const opinion of opinions) {
    const key = keyOf(opinion);
    byKey.set(key, [...(byKey.get(key) ?? []), opinion]);
  }
  return (findings, proofs) => {
    const keys = [
      ...findings.map(({ fingerprint }) => `finding ${fingerprint}`),
      ...proofs.flatMap(({ id, official }) => [`evidence ${id}`, `evidence ${official?.id ?? id}`]),
    ];
    const found = [...new Set(keys)].flatMap((key) => byKey.get(key) ?? []);
    return found.map((opinion) => opinionLine(opinion, texts)).join('\n');
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

function keyOf({ on }: ReportOpinion): string {
  return 'finding' in on ? `finding ${on.finding}` : `evidence ${on.evidence}`;
}

function opinionLine({ decision, by, date, text, until }: ReportOpinion, { xlsx }: ReportTexts): string {
  const what = decision === null ? fill(xlsx.derogationUntil, { until: until ?? '' }) : xlsx.decisions[decision];
  return fill(xlsx.opinionLine, { what, by, date, text });
}
