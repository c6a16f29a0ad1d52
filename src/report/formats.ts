import type { Catalogue } from '../messages/catalogue-shape.js';
import type { ReportTexts } from '../messages/report-texts.js';
import type { Attachments } from './attachments.js';
import type { Report } from './report.js';

/** What some formats heed. */
interface RenderOptions {
  /** Of the terminal alone; false by default. */
  readonly color?: boolean;
  /** Columns of the terminal, 100 by default. */
  readonly width?: number;
  /** Details what conforms and what is to review too, for the terminal alone. */
  readonly verbose?: boolean;
  /** Path of what was judged from where the command runs, `/` between names, `''` when they are one: formats that show places in a repository need it. */
  readonly folder?: string;
  /** What the checks are, for formats that describe them. */
  readonly checks?: Catalogue['checks'];
  /** Hears what a format had to leave out. */
  readonly announce?: (text: string) => void;
  /** What the files themselves show, for the page alone; none without. */
  readonly attachments?: Attachments | undefined;
}

export interface ReportFormat {
  /** Extension of a file in this format, with its dot. */
  readonly extension: string;
  /** True when `render` gives bytes. */
  readonly binary: boolean;
  /** The text or the bytes, or a long text in pieces. */
  render(report: Report, texts: ReportTexts, options: RenderOptions): Promise<string | Uint8Array | Iterable<string>>;
  /** The files of a format that has several, and goes to a folder; `render` gives the first. */
  parts?(report: Report, texts: ReportTexts): Promise<ReportParts>;
}

export interface ReportParts {
  readonly parts: readonly ReportPart[];
  /** Paths of the artifacts that no part tells of. */
  readonly omitted: readonly string[];
}

export interface ReportPart {
  /** Safe file name, without folder; none is given twice. */
  readonly name: string;
  content(): string;
}

export type FormatName =
  | 'html'
  | 'json'
  | 'ndjson'
  | 'junit'
  | 'xlsx'
  | 'xlsx-rem'
  | 'svrl'
  | 'sarif'
  | 'github'
  | 'gitlab'
  | 'markdown'
  | 'tar'
  | 'terminal';

const DEFAULT_WIDTH = 100;

/** The formats of `--report`. Each module is loaded when it is used, so that start-up stays light. */
export const FORMATS: Readonly<Record<FormatName, ReportFormat>> = {
  json: { extension: '.json', binary: false, render: async (r) => (await import('./json.js')).jsonPieces(r) },
  html: {
    extension: '.html',
    binary: false,
    render: async (r, t, { attachments }) => (await import('./html.js')).toHtml(r, t, attachments),
  },
  junit: { extension: '.xml', binary: false, render: async (r, t) => (await import('./junit.js')).toJunit(r, t) },
  xlsx: { extension: '.xlsx', binary: true, render: async (r, t) => (await import('./xlsx.js')).toXlsx(r, t) },
  'xlsx-rem': { extension: '.xlsx', binary: true, render: async (r, t) => (await import('./xlsx.js')).toRemXlsx(r, t) },
  svrl: {
    extension: '.svrl',
    binary: false,
    render: async (r, t) => (await svrlParts(r, t)).parts[0]?.content() ?? '',
    parts: svrlParts,
  },
  ndjson: { extension: '.ndjson', binary: false, render: async (r) => (await import('./ndjson.js')).ndjsonLines(r) },
  sarif: {
    extension: '.sarif',
    binary: false,
    render: async (r, t, o) => (await import('./sarif.js')).toSarif(r, t, o),
  },
  github: {
    extension: '.txt',
    binary: false,
    render: async (r, t, o) => (await import('./github.js')).toGithub(r, t, o.folder),
  },
  gitlab: {
    extension: '.json',
    binary: false,
    render: async (r, t, o) => (await import('./gitlab.js')).gitlabPieces(r, t, o.folder),
  },
  markdown: {
    extension: '.md',
    binary: false,
    render: async (r, t) => (await import('./markdown.js')).toMarkdown(r, t),
  },
  tar: { extension: '.xml', binary: false, render: async (r, t) => (await import('./tar.js')).toTar(r, t) },
  terminal: { extension: '.txt', binary: false, render: async (r, t, o) => renderTerminal(r, t, o) },
};

async function svrlParts(report: Report, texts: ReportTexts): Promise<ReportParts> {
  const module = await import('./svrl.js');
  return module.svrlParts(report, texts);
}

async function renderTerminal(report: Report, texts: ReportTexts, options: RenderOptions): Promise<string> {
  const { toTerminal } = await import('./terminal.js');
  const { color = false, width = DEFAULT_WIDTH, verbose = false } = options;
  return toTerminal(report, texts, { color, width, verbose });
}
