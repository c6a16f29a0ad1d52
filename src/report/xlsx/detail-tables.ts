import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import type { Report } from '../report.js';
import { dossierRuns } from '../rules-runs.js';
import { type CellContent, MAX_CELL_LENGTH, verdictCell } from './cell.js';
import type { OpinionLines } from './opinions.js';
import { plainColumn, plainTable, type Table } from './table-sheet.js';

/** Table of the steps: one row per step of a dossier. */
export function stepsTable(report: Report, texts: ReportTexts): Table {
  const { xlsx, labels } = texts;
  const columns = [
    plainColumn(xlsx.requirement, 16),
    plainColumn(xlsx.requirementTitle, 45),
    plainColumn(xlsx.requirementVerdict, 16, 'center'),
    plainColumn(xlsx.scenario, 18),
    plainColumn(xlsx.scenarioVerdict, 16, 'center'),
    plainColumn(xlsx.stepNumber, 8, 'center'),
    plainColumn(xlsx.stepTitle, 45),
    plainColumn(labels.verdict, 16, 'center'),
    plainColumn(labels.checks, 32),
    plainColumn(xlsx.evaluated, 11, 'center'),
    plainColumn(xlsx.reasons, 50),
  ];
  const rows = report.requirements.flatMap((requirement) =>
    requirement.scenarios.flatMap((scenario) =>
      scenario.steps.map((step): CellContent[] => [
        requirement.id,
        requirement.title,
        verdictCell(requirement.verdict, texts),
        scenario.id,
        verdictCell(scenario.verdict, texts),
        step.number,
        step.title,
        verdictCell(step.verdict, texts),
        step.checks.map((check) => check.id).join('\n'),
        step.checks.reduce((sum, check) => sum + check.evaluated, 0),
        step.reasons.join('\n'),
      ]),
    ),
  );
  return plainTable(xlsx.sheets.steps, columns, rows);
}

/** Table of the command `check`: one row per file and check; a file that no check is about has one row too. */
export function filesTable(report: Report, texts: ReportTexts): Table {
  const { xlsx, labels } = texts;
  const columns = [
    plainColumn(xlsx.file, 50),
    plainColumn(xlsx.kind, 10, 'center'),
    plainColumn(xlsx.check, 32),
    plainColumn(labels.verdict, 16, 'center'),
    plainColumn(xlsx.evaluated, 11, 'center'),
    plainColumn(labels.findings, 20),
    plainColumn(xlsx.reasons, 50),
  ];
  const rows = report.files.flatMap((file): CellContent[][] => {
    const reasons = file.reasons.join('\n');
    if (file.checks.length === 0)
      return [[file.artifact, file.kind, '', verdictCell(file.verdict, texts), 0, '', reasons]];
    return file.checks.map((check) => [
      file.artifact,
      file.kind,
      check.id,
      verdictCell(check.verdict, texts),
      check.evaluated,
      check.findings.join(', '),
      reasons,
    ]);
  });
  return plainTable(xlsx.sheets.files, columns, rows);
}

/** Table of the checks of the dossier as a whole: one row per check. */
export function dossierTable(report: Report, texts: ReportTexts): Table {
  const { xlsx, labels } = texts;
  const columns = [
    plainColumn(xlsx.check, 32),
    plainColumn(labels.verdict, 16, 'center'),
    plainColumn(xlsx.evaluated, 11, 'center'),
    plainColumn(labels.findings, 20),
    plainColumn(xlsx.reasons, 50),
    plainColumn(xlsx.artifact, 45),
  ];
  const { byDocument } = dossierRuns(report);
  const rows = report.dossier.map((run): CellContent[] => [
    run.id,
    verdictCell(run.verdict, texts),
    run.evaluated,
    run.findings.join(', '),
    run.reasons.join('\n'),
    // A check of the dossier as a whole looked at them all.
    run.artifacts.filter((path) => byDocument.get(path)?.includes(run)).join('\n'),
  ]);
  return plainTable(xlsx.sheets.dossier, columns, rows);
}

/** Table of the findings: one row per finding, with all its fields. */
export function findingsTable(report: Report, texts: ReportTexts, opinions: OpinionLines | undefined): Table {
  const { xlsx, labels } = texts;
  const columns = [
    plainColumn(xlsx.number, 7, 'center'),
    plainColumn(xlsx.severity, 14, 'center'),
    plainColumn(xlsx.artifact, 40),
    plainColumn(xlsx.line, 8, 'center'),
    plainColumn(xlsx.column, 9, 'center'),
    plainColumn(xlsx.path, 40),
    plainColumn(xlsx.message, 50),
    plainColumn(xlsx.expected, 40),
    plainColumn(xlsx.actual, 40),
    plainColumn(xlsx.remedy, 45),
    plainColumn(xlsx.clause, 32),
    plainColumn(labels.requirements, 18),
    plainColumn(xlsx.check, 28),
    plainColumn(xlsx.pack, 12, 'center'),
    plainColumn(xlsx.code, 28),
    plainColumn(xlsx.fingerprint, 20),
    ...(opinions ? [plainColumn(xlsx.opinions, 50)] : []),
  ];
  const rows = report.findings.map((finding): CellContent[] => [
    finding.id,
    texts.severities[finding.severity],
    finding.artifact,
    finding.location.line ?? '',
    finding.location.column ?? '',
    finding.location.path ?? '',
    finding.message,
    finding.expected,
    finding.actual,
    finding.remedy,
    finding.clause,
    finding.requirements.join('\n'),
    finding.check,
    finding.pack,
    finding.code,
    finding.fingerprint,
    ...(opinions ? [opinions([finding], [])] : []),
  ]);
  return { ...plainTable(xlsx.sheets.findings, columns, rows), paper: 'a3' };
}

/**
 * Table of what judged and what was judged: tool, packs, base, workbook and artifacts, with what identifies each; and how many texts each
 * sheet had to cut.
 */
export function provenanceTable(report: Report, texts: ReportTexts, cuts: ReadonlyMap<string, number>): Table {
  const { xlsx } = texts;
  const columns = [
    plainColumn(xlsx.nature, 18),
    plainColumn(xlsx.name, 70),
    plainColumn(texts.labels.version, 16, 'center'),
    plainColumn(xlsx.kind, 10, 'center'),
    plainColumn(xlsx.sha256, 66),
    plainColumn(xlsx.bytes, 12, 'center'),
    plainColumn(xlsx.readable, 9, 'center'),
    plainColumn(xlsx.unrecognised, 50),
  ];
  const rows: CellContent[][] = [
    [xlsx.tool, report.tool.name, report.tool.version, '', '', '', '', ''],
    [xlsx.requirementBase, report.base.source, report.base.date, '', '', '', '', ''],
    ...(report.rem
      ? [[xlsx.remWorkbook, `${report.rem.file} (${report.rem.sheet})`, '', report.rem.layout, report.rem.sha256]]
      : []),
    ...report.packs.map((pack) => [xlsx.rulePack, pack.id, pack.version, '', pack.sha256, '', '', '']),
    ...report.artifacts.map(({ path, kind, sha256, bytes, readable, unrecognised }) => [
      xlsx.judgedArtifact,
      path,
      '',
      kind,
      sha256,
      bytes,
      readable ? texts.yes : texts.no,
      unrecognised?.message ?? '',
    ]),
    ...[...cuts].map(([sheet, count]) => [xlsx.cutTexts, fill(xlsx.cutCount, { sheet, count, max: MAX_CELL_LENGTH })]),
  ];
  return plainTable(xlsx.sheets.provenance, columns, rows);
}
