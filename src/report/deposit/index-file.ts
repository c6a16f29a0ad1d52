import type { ReportTexts } from '../../messages/report-texts.js';
import { showHidden } from '../escape-text.js';
import type { DepositChapter } from './plan.js';
import { wordWarning } from './words.js';

/** A cell that a spreadsheet takes for a formula begins so; those of full width are taken too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/**
 * The index of a deposit, one line for each proof and file: CSV as French spreadsheets open it (UTF-8 with a byte order mark, semicolons, quoted), whose
 * cells are text.
 */
export function indexFile(chapters: readonly DepositChapter[], texts: ReportTexts): string {
  const { columns } = texts.deposit;
  const rows = chapters.flatMap(({ folder, chapter, proofs }) =>
    proofs.flatMap(({ requirement, scenario, evidence, entries, warnings }) => {
      const proof = [folder, chapter, requirement.id, scenario, evidence.id];
      const state = [
        texts.evidenceKinds[evidence.kind],
        texts.deposit.statuses[evidence.status],
        texts.verdicts[evidence.verdict],
      ];
      const notes = [
        evidence.status === 'present' ? '' : (evidence.reason ?? ''),
        warnings.map((each) => wordWarning(each, texts)).join(' '),
      ];
      const lines = entries.map(({ name, source, bytes, sha256 }) => [
        ...proof,
        ...state,
        name,
        source?.shown ?? '',
        String(bytes),
        sha256 ?? '',
        source ? '' : (evidence.value ?? ''),
        ...notes,
      ]);
      return lines.length > 0 ? lines : [[...proof, ...state, '', '', '', '', evidence.value ?? '', ...notes]];
    }),
  );
  const header = [
    columns.folder,
    columns.chapter,
    columns.requirement,
    columns.scenario,
    columns.proof,
    columns.kind,
    columns.status,
    columns.verdict,
    columns.file,
    columns.source,
    columns.bytes,
    columns.sha256,
    columns.value,
    columns.reason,
    columns.warnings,
  ];
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const shown = showHidden(text);
  return `"${(FORMULA.test(shown) ? `'${shown}` : shown).replaceAll('"', '""')}"`;
}
