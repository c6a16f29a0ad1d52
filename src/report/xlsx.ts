import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { ReportTexts } from '../messages/report-texts.js';
import { indexFindings } from './find-findings.js';
import type { Report } from './report.js';
import { countCut } from './xlsx/cell.js';
import { dossierTable, filesTable, findingsTable, provenanceTable, stepsTable } from './xlsx/detail-tables.js';
import { CONVERGENCE, type Layout, ownLayout, REM } from './xlsx/layouts.js';
import { type OpinionLines, opinionLines, opinionsTable } from './xlsx/opinions.js';
import { proofsTable } from './xlsx/proofs-table.js';
import { requirementsTable } from './xlsx/requirements-table.js';
import { summarySheet } from './xlsx/summary-sheet.js';
import { plainTable, type Table, tableSheet } from './xlsx/table-sheet.js';
import { byWording, inOfficialOrder } from './xlsx/wording.js';

const FILTER_NAME = '_xlnm._FilterDatabase';

/** A report holds no clock: its workbook bears the first date that a ZIP archive can. */
const DOCUMENT_DATE = new Date(Date.UTC(1980, 0, 1));

/**
 * Workbook of a report: sheet `Exigences` in the layout of the ANS Convergence export, then synthesis, steps, proofs, findings and what
 * judged. The command `check` has no requirement: its synthesis comes first, and a sheet of the files stands for those of requirements,
 * steps and proofs.
 *
 * @returns the bytes of an XLSX file, the same for the same report
 * @throws Error when a result names a finding that the report does not hold
 */
export function toXlsx(report: Report, texts: ReportTexts): Promise<Uint8Array> {
  return workbook(report, texts, CONVERGENCE);
}

/** The same workbook with the sheet `Exigences` in the layout of the REM that the ANS publishes. */
export function toRemXlsx(report: Report, texts: ReportTexts): Promise<Uint8Array> {
  return workbook(report, texts, REM);
}

async function workbook(report: Report, texts: ReportTexts, layout: Layout): Promise<Uint8Array> {
  const sheets = sheetsOf(report, texts, layout);
  const bytes = await writeXlsx({
    sheets,
    namedRanges: sheets.flatMap(filterName),
    properties: {
      title: texts.xlsx.title,
      creator: `${report.tool.name} ${report.tool.version}`,
      description: texts.preVerification,
      created: DOCUMENT_DATE,
      modified: DOCUMENT_DATE,
    },
  });
  return withFixedBytes(bytes);
}

function sheetsOf(report: Report, texts: ReportTexts, layout: Layout): WriteSheet[] {
  const opinions = opinionLines(report, texts);
  const { first, second } =
    report.command === 'check'
      ? { first: [], second: [filesTable(report, texts)] }
      : requirementTables(report, texts, layout, opinions);
  const tables = [
    ...second,
    dossierTable(report, texts),
    findingsTable(report, texts, opinions),
    ...(report.opinions?.length ? [opinionsTable(report.opinions, texts)] : []),
  ];
  const summary = summarySheet(report, texts);
  const cuts = [...first, ...tables].map((table) => [table.name, countCut(table.rows)] as const);
  const counts = new Map([...cuts, [summary.sheet.name, summary.cuts] as const].filter(([, count]) => count > 0));
  const sheet = (table: Table): WriteSheet => tableSheet(table, texts);
  return [...first.map(sheet), summary.sheet, ...tables.map(sheet), sheet(provenanceTable(report, texts, counts))];
}

/** Excel names the range of each filter, and LibreOffice drops a filter without its name. */
function filterName({ name, autoFilter }: WriteSheet): NonNullable<Parameters<typeof writeXlsx>[0]['namedRanges']> {
  if (autoFilter === undefined) return [];
  const range = autoFilter.range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return [{ name: FILTER_NAME, scope: name, range: `${name}!${range}` }];
}

/** The tables of a dossier: what the ANS workbook has, then what follows the synthesis. */
function requirementTables(
  report: Report,
  texts: ReportTexts,
  layout: Layout,
  opinions: OpinionLines | undefined,
): { first: Table[]; second: Table[] } {
  const { table: proofs, linkTo } = proofsTable(inOfficialOrder(report.requirements), texts, opinions);
  const context = { texts, find: indexFindings(report), linkTo, opinions };
  const { written, beyond } = byWording(report);
  const notes = layout === REM || report.rem !== undefined;
  const own = requirementsTable(beyond, ownLayout(texts), { ...context, notes: false });
  return {
    first: [requirementsTable(written, layout, { ...context, notes })],
    second: [
      ...(beyond.length > 0 ? [plainTable(texts.xlsx.sheets.beyond, own.columns, own.rows)] : []),
      stepsTable(report, texts),
      proofs,
    ],
  };
}

/**
 * The writer stamps its entries with the clock and compresses with the host's zlib: both differ from one machine to the next. Nor can it
 * hide a name.
 */
function withFixedBytes(archive: Uint8Array): Uint8Array {
  const entries = unzipSync(archive);
  const workbookPath = 'xl/workbook.xml';
  const names = strFromU8(entries[workbookPath] ?? new Uint8Array());
  entries[workbookPath] = strToU8(names.replaceAll(`name="${FILTER_NAME}"`, `name="${FILTER_NAME}" hidden="1"`));
  const paths = Object.keys(entries).sort();
  // Local time, since the ZIP format has no time zone: the bytes are the same everywhere.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(paths.map((path) => [path, entries[path] ?? new Uint8Array()])), {
    mtime,
    level: 6,
  });
}
