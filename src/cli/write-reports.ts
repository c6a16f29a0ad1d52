import { dirname, extname, join, resolve } from 'node:path';
import { UserError } from '../dossier/user-error.js';
import { cannotWrite, ensureFolder, writeWhole } from '../dossier/whole-file.js';
import { loadCatalogue } from '../messages/catalogue.js';
import type { Catalogue } from '../messages/catalogue-shape.js';
import { fill, type Language } from '../messages/fill.js';
import type { Attachments } from '../report/attachments.js';
import { FORMATS, type ReportParts } from '../report/formats.js';
import { hideForms } from '../report/hide-forms.js';
import type { Report } from '../report/report.js';
import { cliTexts } from './cli-texts.js';
import type { ReportRequest } from './report-requests.js';
import type { Terminal } from './terminal.js';
import { usageMessage } from './usage-message.js';

/**
 * Writes the reports asked for; without any, the terminal's. What goes to a file is in French unless `--lang` says otherwise; the terminal
 * follows its own language.
 */
export async function writeReports(
  build: (catalogue: Catalogue) => Report,
  requests: readonly ReportRequest[],
  options: {
    readonly terminal: Terminal;
    readonly lang: Language | undefined;
    readonly quiet: boolean;
    readonly verbose: boolean;
    /** Path of what was judged from where the command runs. */
    readonly folder?: string;
    /** What the files themselves show, for the formats that show it. */
    readonly attachments?: Attachments | undefined;
  },
): Promise<void> {
  const { terminal } = options;
  const reports = new Map<Language, { report: Report; catalogue: Catalogue }>();
  const inLanguage = async (language: Language): Promise<{ report: Report; catalogue: Catalogue }> => {
    const known = reports.get(language);
    if (known) return known;
    const catalogue = await loadCatalogue(language);
    const made = { report: build(catalogue), catalogue };
    reports.set(language, made);
    return made;
  };
  const wanted: readonly ReportRequest[] =
    requests.length > 0 ? requests : options.quiet ? [] : [{ format: 'terminal', path: undefined }];
  const failures: UserError[] = [];
  for (const request of wanted) {
    const onTerminal = request.format === 'terminal' && request.path === undefined;
    const made = await inLanguage(onTerminal ? terminal.language : (options.lang ?? 'fr'));
    try {
      await writeReport(made, request, options);
    } catch (error) {
      // The others are written all the same.
      if (!(error instanceof UserError)) throw error;
      failures.push(error);
    }
  }
  const last = failures.pop();
  const texts = await cliTexts(terminal.language);
  for (const each of failures) terminal.err(hideForms(usageMessage(each, texts)));
  if (last) throw last;
}

type WriteOptions = Parameters<typeof writeReports>[2];

async function writeReport(
  { report, catalogue }: { readonly report: Report; readonly catalogue: Catalogue },
  request: ReportRequest,
  options: WriteOptions,
): Promise<void> {
  const { terminal, quiet, verbose, folder = '', attachments } = options;
  const { format, path } = request;
  const parts = await FORMATS[format].parts?.(report, catalogue.report);
  if (parts) return await writeParts(parts, request, options);
  const say = (text: string): void => {
    if (!quiet) terminal.err(`${text}\n`);
  };
  const content = await FORMATS[format].render(report, catalogue.report, {
    color: format === 'terminal' && path === undefined && terminal.color,
    width: terminal.columns,
    verbose,
    folder,
    checks: catalogue.checks,
    announce: say,
    attachments,
  });
  if (path === undefined) for (const each of chunks(content)) await terminal.out(each);
  else {
    await writeReportFile(path, content);
    say(fill((await cliTexts(terminal.language)).cli.written, { format, path }));
  }
}

/** Extensions of one file: any other path is a folder, made when it is needed. */
const FILE_EXTENSIONS = ['.svrl', '.xml'];
/** Paths that one message names. */
const MAX_NAMED = 5;

/**
 * Writes the files of a format that has several in a folder; in one file, or to standard output, when there is one only.
 *
 * @throws UserError when there are several and one place
 */
async function writeParts(
  { parts, omitted }: ReportParts,
  { format, path }: ReportRequest,
  { terminal, quiet }: { readonly terminal: Terminal; readonly quiet: boolean },
): Promise<void> {
  const { cli } = await cliTexts(terminal.language);
  const say = (text: string): void => {
    if (!quiet) terminal.err(`${text}\n`);
  };
  if (path !== undefined && !FILE_EXTENSIONS.includes(extname(path).toLowerCase())) {
    for (const { name, content } of parts) await writeReportFile(join(path, name), content());
    if (parts.length > 0) say(fill(cli.writtenParts, { format, path, count: parts.length }));
  } else {
    const [only, ...others] = parts;
    if (others.length > 0) throw new UserError('several-parts', { name: format, count: parts.length });
    if (only && path === undefined) await terminal.out(only.content());
    else if (only && path !== undefined) {
      await writeReportFile(path, only.content());
      say(fill(cli.written, { format, path }));
    }
  }
  const named = omitted.slice(0, MAX_NAMED);
  if (omitted.length > 0 || parts.length === 0)
    say(
      fill(cli.unjudged, {
        format,
        count: omitted.length,
        paths: omitted.length > named.length ? `${named.join(', ')}…` : named.join(', ') || '–',
      }),
    );
}

/** Characters that are written at once: a report in pieces is never whole in memory. */
const CHUNK = 65_536;

function* chunks(content: string | Uint8Array | Iterable<string>): Generator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    yield content;
    return;
  }
  let chunk = '';
  for (const piece of content) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** Writes the file of a report, and makes its folder. @throws UserError when it can't be written. */
export async function writeReportFile(path: string, content: string | Uint8Array | Iterable<string>): Promise<void> {
  await ensureFolder(dirname(resolve(path))).catch((error: unknown) => {
    throw cannotWrite(error, path);
  });
  await writeWhole(path, chunks(content));
}
