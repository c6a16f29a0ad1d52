import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import type { ReportEvidence, ReportRequirement } from '../report.js';
import { type CellContent, verdictCell } from './cell.js';
import type { OpinionLines } from './opinions.js';
import { type Link, proofTargets } from './proof-link.js';
import { plainColumn, plainTable, type Table } from './table-sheet.js';

/** Files of one proof that have a row: a proof is one file, unless a selection of artifacts is one. */
const MAX_FILES = 100;

/** Gives where to see all the files of some proofs: themselves when there is one, else their rows in the sheet of proofs. */
export type LinkTo = (proofs: readonly ReportEvidence[]) => Link | undefined;

/** Table of the proofs, one row per file or page up to 100, each with its link; a proof that nobody gave has one row too. */
export function proofsTable(
  requirements: readonly ReportRequirement[],
  texts: ReportTexts,
  opinions: OpinionLines | undefined,
): { table: Table; linkTo: LinkTo } {
  const { xlsx, labels } = texts;
  const columns = [
    plainColumn(xlsx.requirement, 16),
    plainColumn(xlsx.scenario, 18),
    plainColumn(xlsx.evidence, 20),
    plainColumn(xlsx.kind, 16, 'center'),
    plainColumn(labels.verdict, 16, 'center'),
    plainColumn(xlsx.evidenceFile, 60),
    plainColumn(xlsx.bytes, 12, 'center'),
    plainColumn(xlsx.sha256, 66),
    plainColumn(xlsx.reasons, 60),
    ...(opinions ? [plainColumn(xlsx.opinions, 50)] : []),
  ];
  const rows: CellContent[][] = [];
  const firstRows = new Map<ReportEvidence | undefined, number>();
  for (const requirement of requirements)
    for (const scenario of requirement.scenarios)
      for (const proof of scenario.evidence) {
        // Of the sheet, whose first row is the header.
        firstRows.set(proof, rows.length + 2);
        for (const [content, bytes, sha256] of proofFiles(proof, texts))
          rows.push([
            requirement.official?.id ?? requirement.id,
            scenario.official?.id ?? scenario.id,
            proof.official?.id ?? proof.id,
            texts.evidenceKinds[proof.kind],
            verdictCell(proof.verdict, texts),
            content,
            bytes,
            sha256,
            [proof.reason ?? '', fill(texts.review, { review: proof.review })].filter((text) => text !== '').join('\n'),
            ...(opinions ? [opinions([], [proof])] : []),
          ]);
      }
  const linkTo: LinkTo = (proofs) => {
    const targets = proofs.flatMap(proofTargets);
    const row = firstRows.get(proofs.find((proof) => proofTargets(proof).length > 0));
    const [target] = targets;
    if (target === undefined || row === undefined) return undefined;
    return targets.length === 1 ? { target } : { location: `${xlsx.sheets.proofs}!F${row}` };
  };
  return { table: plainTable(xlsx.sheets.proofs, columns, rows), linkTo };
}

/** What each row says of a proof: file or page, size, hash. */
function proofFiles(proof: ReportEvidence, texts: ReportTexts): [CellContent, CellContent, CellContent][] {
  const rows = proof.files.slice(0, MAX_FILES).map((file): [CellContent, CellContent, CellContent] => {
    const [target] = proofTargets({ ...proof, files: [file], value: null });
    return [linked(file.path, target), file.bytes, file.sha256];
  });
  const more = proof.files.length - rows.length;
  if (more > 0) rows.push([fill(texts.moreFindings, { count: more }), '', '']);
  if (rows.length > 0 && proof.value === null) return rows;
  const [page] = proofTargets({ ...proof, files: [] });
  return [...rows, [linked(proof.value ?? '', page), '', '']];
}

function linked(text: string, target: string | undefined): CellContent {
  return target === undefined ? text : { text, link: { target } };
}
