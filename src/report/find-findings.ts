import type { Report, ReportFinding } from './report.js';

/** Gives the findings of a check run, a step or a scenario from their ids. */
export type FindFindings = (ids: readonly string[]) => readonly ReportFinding[];

/**
 * Indexes the findings of `report`. The function it returns keeps the order of the ids and gives each finding once.
 *
 * @throws Error when a result names a finding that the report does not hold: such a report can't be rendered
 * faithfully.
 */
export function indexFindings(report: Report): FindFindings {
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  return (ids) =>
    [...new Set(ids)].map((id) => {
      const finding = byId.get(id);
      if (finding === undefined) throw new Error(`the report names finding ${id} but does not hold it`);
      return finding;
    });
}

/** What the readers could not read, which no check could judge. */
export function unreadableFindings(report: Report): readonly ReportFinding[] {
  return readFindings(report).filter((finding) => finding.severity === 'error');
}

/** What the readers forgave: it was judged all the same. */
export function forgivenFindings(report: Report): readonly ReportFinding[] {
  return readFindings(report).filter((finding) => finding.severity !== 'error');
}

function readFindings(report: Report): readonly ReportFinding[] {
  return report.findings.filter((finding) => finding.check.startsWith('read/'));
}

/** Errors, then warnings, then advice, each in the order of the report: formats that show some only show the worst. */
export function worstFirst({ findings }: Pick<Report, 'findings'>): readonly ReportFinding[] {
  const severities = ['error', 'warning', 'info'] as const;
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** `path`, `path:line` or `path:line:column`, as editors and CI logs know it. */
export function placeOf(finding: ReportFinding): string {
  const { line, column } = finding.location;
  return [finding.artifact, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':');
}
