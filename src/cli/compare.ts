import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { compareMarkdown } from '../compare/compare-markdown.js';
import { compareReports } from '../compare/compare-reports.js';
import { compareText } from '../compare/compare-text.js';
import type { Comparison } from '../compare/comparison.js';
import { readReport } from '../compare/read-report.js';
import type { CompareTexts } from '../compare/sections.js';
import { UserError } from '../dossier/user-error.js';
import { loadCatalogue } from '../messages/catalogue.js';
import { fill, type Language } from '../messages/fill.js';
import { showHidden } from '../report/escape-text.js';
import type { Report } from '../report/report.js';
import type { AlteredSeal } from '../seal/integrity.js';
import { cliTexts } from './cli-texts.js';
import { EXIT } from './exit-codes.js';
import { judgeAndTell } from './judge-and-tell.js';
import type { CommonOptions, JudgingOptions } from './options.js';
import { alteredLines } from './replay-lines.js';
import { reportPathsInside } from './report-requests.js';
import { processTerminal, type Terminal } from './terminal.js';
import { writeReportFile } from './write-reports.js';

/** The formats of a comparison, and how each is made. */
const FORMATS = {
  text: compareText,
  json: (comparison: Comparison) => `${JSON.stringify(comparison, null, 2)}\n`,
  markdown: compareMarkdown,
} as const;

interface Request {
  readonly format: keyof typeof FORMATS;
  /** Undefined: standard output. */
  readonly path: string | undefined;
}

/** A report, and whether judging it was interrupted; or what was done to the seal that should hold it. */
type Side = { readonly report: Report; readonly interrupted: boolean } | { readonly altered: AlteredSeal };

/** `segur-check compare`: what differs between two reports, dossiers or seals. Resolves to the exit code. */
export async function compare(
  a: string,
  b: string,
  options: CommonOptions & JudgingOptions,
  language: Language,
): Promise<number> {
  const terminal = processTerminal(language, options);
  const { cli, usage } = await cliTexts(language);
  const requests = parseRequests(options.report, [a, b]);
  const missing: string[] = [];
  for (const path of [a, b]) if (!(await stat(path).catch(() => undefined))) missing.push(path);
  if (missing.length > 0) {
    for (const path of missing) terminal.err(`segur-check: ${showHidden(fill(usage['no-file'], { path }))}\n`);
    return EXIT.missing;
  }
  const left = await sideOf(a, requests, options, terminal);
  const right = 'interrupted' in left && left.interrupted ? left : await sideOf(b, requests, options, terminal);
  if ('altered' in left || 'altered' in right) {
    for (const [path, side] of [[a, left] as const, [b, right] as const])
      if ('altered' in side) await sayAltered(path, side.altered, terminal);
    return EXIT.nonconforming;
  }
  if (left.interrupted || right.interrupted) return EXIT.interrupted;
  if (left.report.command !== right.report.command)
    throw new UserError('other-command', { a: left.report.command, b: right.report.command });
  const comparison = compareReports(left.report, right.report);
  const wanted: readonly Request[] =
    requests.length > 0 ? requests : options.quiet ? [] : [{ format: 'text', path: undefined }];
  for (const { format, path } of wanted) {
    const texts = await textsIn(path === undefined && format === 'text' ? language : (options.lang ?? 'fr'));
    const content = FORMATS[format](comparison, texts, options.verbose);
    if (path === undefined) await terminal.out(content);
    else {
      await writeReportFile(path, content);
      if (!options.quiet) terminal.err(`${fill(cli.written, { format, path })}\n`);
    }
  }
  return { 'no-regression': EXIT.ok, regression: EXIT.nonconforming, undetermined: EXIT.undetermined }[
    comparison.outcome
  ];
}

async function textsIn(language: Language): Promise<CompareTexts> {
  const texts = language === 'fr' ? import('../messages/fr/compare.js') : import('../messages/en/compare.js');
  return { compare: (await texts).compare, report: (await loadCatalogue(language)).report };
}

/** @throws UserError for an unknown format, two on standard output, or a file that is written twice or over what is read. */
function parseRequests(values: readonly string[], inputs: readonly string[]): Request[] {
  const names = Object.keys(FORMATS) as (keyof typeof FORMATS)[];
  const taken = new Set(inputs.map((path) => resolve(path)));
  const requests = values.map((value): Request => {
    const [name = '', ...rest] = value.split('=');
    const format = names.find((each) => each === name);
    if (!format) throw new UserError('unknown-format', { name, expected: names.join(', ') });
    const path = rest.join('=') || undefined;
    if (path !== undefined && taken.has(resolve(path))) throw new UserError('written-over', { path });
    if (path !== undefined) taken.add(resolve(path));
    return { format, path };
  });
  if (requests.filter((each) => each.path === undefined).length > 1) throw new UserError('two-on-stdout');
  return requests;
}

/** The report of a file, or that of a dossier judged now. */
async function sideOf(
  path: string,
  requests: readonly Request[],
  options: CommonOptions & JudgingOptions,
  terminal: Terminal,
): Promise<Side> {
  if (!(await stat(path)).isDirectory()) {
    const read = await readReport(path);
    return 'outcome' in read ? { altered: read } : { report: read, interrupted: false };
  }
  const judged = await judgeAndTell(path, options, terminal, { except: pathsInside(path, requests) });
  return { report: judged.report(await loadCatalogue('fr')), interrupted: judged.interrupted };
}

async function sayAltered(path: string, altered: AlteredSeal, terminal: Terminal): Promise<void> {
  const lines = await alteredLines(path, altered, await loadCatalogue(terminal.language));
  terminal.err(`segur-check: ${lines.join('\n')}\n`);
}

/** What is written inside a dossier is no artifact of it. */
function pathsInside(folder: string, requests: readonly Request[]): Set<string> {
  const files = requests.map(({ path }) => ({ format: 'json' as const, path }));
  return reportPathsInside(resolve(folder), files);
}
