import { unzipSync, zipSync } from 'fflate';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { ReportTexts } from '../messages/report-texts.js';
import { indexFindings } from './find-findings.js';
import type { Report } from './report.js';
import { dossierSheet, filesSheet, findingsSheet, provenanceSheet, stepsSheet } from './xlsx/detail-sheets.js';
import { requirementsSheet } from './xlsx/requirements-sheet.js';
import { summarySheet } from './xlsx/summary-sheet.js';

/** A report holds no clock: its workbook bears the first date that a ZIP archive can. */
const DOCUMENT_DATE = new Date(Date.UTC(1980, 0, 1));

/**
 * Workbook of a report: sheet `Exigences` in the layout of the ANS Convergence export, then synthesis, steps, findings
 * and what judged. The command `check` has no requirement: its synthesis comes first, and a sheet of the files stands
 * for those of requirements and steps.
 *
 * @returns the bytes of an XLSX file, the same for the same report
 * @throws Error when a result names a finding that the report does not hold
 */
export async function toXlsx(report: Report, texts: ReportTexts): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    sheets: sheetsOf(report, texts),
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

function sheetsOf(report: Report, texts: ReportTexts): WriteSheet[] {
  const shared = [dossierSheet(report, texts), findingsSheet(report, texts), provenanceSheet(report, texts)];
  if (report.command === 'check') return [summarySheet(report, texts), filesSheet(report, texts), ...shared];
  const requirements = requirementsSheet(report, texts, indexFindings(report));
  return [requirements, summarySheet(report, texts), stepsSheet(report, texts), ...shared];
}

/**
 * The writer stamps its entries with the clock and compresses with the host's zlib: both differ from one machine to
 * the next.
 */
function withFixedBytes(archive: Uint8Array): Uint8Array {
  const entries = unzipSync(archive);
  const paths = Object.keys(entries).sort();
  // Local time, since the ZIP format has no time zone: the bytes are the same everywhere.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(paths.map((path) => [path, entries[path] ?? new Uint8Array()])), {
    mtime,
    level: 6,
  });
}
