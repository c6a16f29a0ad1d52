import { canonicalReport, isList } from './json.js';
import type { Report } from './report.js';

/** What a line of each list of the report is. */
const TYPES = {
  requirements: 'requirement',
  files: 'file',
  dossier: 'dossierRun',
  artifacts: 'artifact',
  findings: 'finding',
  opinions: 'opinion',
} as const;

/**
 * The report as one JSON object a line, as `ndjson.schema.json` describes it: first `{ "type": "report", "report": … }`, which counts the lines
 * that follow, then what the lists of the JSON report hold, in its order. Each line is made when it is asked for.
 */
export function* ndjsonLines(report: Report): Generator<string> {
  const members = Object.entries(canonicalReport(report));
  const lists = members.flatMap(([key, member]) =>
    isList(member) ? [{ ...member, type: TYPES[key as keyof typeof TYPES] }] : [],
  );
  const header = Object.fromEntries(members.filter(([, member]) => !isList(member)));
  const lines = Object.fromEntries(lists.map(({ type, parts }) => [type, parts.length]));
  yield line({ type: 'report', report: { ...header, schema: 'segur-check/ndjson/1', lines } });
  for (const { type, parts, canonical } of lists)
    for (const part of parts) yield line({ type, [type]: canonical(part as never) });
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
