import { readdirSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { UserError } from '../dossier/user-error.js';
import { FORMATS, type FormatName } from '../report/formats.js';
import { isFolder, refuseSharedPaths } from './report-paths.js';

/** One `--report FORMAT[=PATH]`. */
export interface ReportRequest {
  readonly format: FormatName;
  /** Undefined: standard output. */
  readonly path: string | undefined;
}

/** Name of the format that `run` alone writes: it needs the bytes of the dossier. */
const DEPOSIT = 'deposit';

/**
 * The folder of `--report deposit=DIR`, and the other reports.
 * @throws UserError without a folder, or for two of them.
 */
export function takeDeposit(values: readonly string[]): { deposit: string | undefined; others: string[] } {
  const isDeposit = (value: string): boolean => value.split('=')[0] === DEPOSIT;
  const [first, ...more] = values.filter(isDeposit);
  if (more.length > 0) throw new UserError('deposit-twice');
  const deposit = first?.slice(DEPOSIT.length + 1);
  if (deposit === '') throw new UserError('deposit-needs-folder');
  return { deposit, others: values.filter((value) => !isDeposit(value)) };
}

/**
 * @param inputs files that the command names, which no report may replace
 * @throws UserError for an unknown format, a binary one without path, two on standard output, or paths that would overwrite one another
 */
export function parseReports(values: readonly string[], inputs: readonly string[]): ReportRequest[] {
  const names = Object.keys(FORMATS) as FormatName[];
  const requests = values.map((value): ReportRequest => {
    const [name = '', ...rest] = value.split('=');
    const format = names.find((each) => each === name);
    if (name === DEPOSIT) throw new UserError('deposit-needs-dossier');
    if (!format) throw new UserError('unknown-format', { name, expected: [...names, DEPOSIT].join(', ') });
    const path = rest.length > 0 ? rest.join('=') : undefined;
    if (FORMATS[format].binary && !path) throw new UserError('format-needs-path', { name });
    return { format, path: path || undefined };
  });
  if (requests.filter((each) => each.path === undefined).length > 1) throw new UserError('two-on-stdout');
  refuseSharedPaths(requests, inputs);
  return requests;
}

/** True when a format tells more of what official schemas said than findings do. */
export function wantsSchemaReports(requests: readonly ReportRequest[]): boolean {
  return requests.some(({ format }) => format === 'svrl');
}

/** Paths, from `folder`, of the report files that lie inside it: they are not artifacts of the next run. */
export function reportPathsInside(folder: string, requests: readonly ReportRequest[]): Set<string> {
  const paths = requests
    .flatMap(({ format, path }) => (path === undefined ? [] : [path, ...partsBefore(format, path)]))
    .map((path) => relative(folder, resolve(path)).replaceAll('\\', '/'));
  return new Set(paths.filter((path) => !path.startsWith('..')));
}

/** Files that an earlier run wrote in the folder of a format that has several. */
function partsBefore(format: FormatName, folder: string): string[] {
  if (!FORMATS[format].parts || !isFolder(folder)) return [];
  return readdirSync(folder)
    .filter((name) => extname(name) === FORMATS[format].extension)
    .map((name) => join(folder, name));
}
