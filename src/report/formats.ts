import type { ReportTexts } from '../messages/report-texts.js';
import type { Report } from './report.js';

/** What only the terminal report heeds. */
interface RenderOptions {
  /** False by default. */
  readonly color?: boolean;
  /** Columns, 100 by default. */
  readonly width?: number;
  /** Details what conforms and what is to review too. */
  readonly verbose?: boolean;
}

export interface ReportFormat {
  /** Extension of a file in this format, with its dot. */
  readonly extension: string;
  /** True when `render` gives bytes. */
  readonly binary: boolean;
  /** The text or the bytes, or a long text in pieces. */
  render(report: Report, texts: ReportTexts, options: RenderOptions): Promise<string | Uint8Array | Iterable<string>>;
}

export type FormatName = 'json' | 'junit' | 'xlsx' | 'terminal';

const DEFAULT_WIDTH = 100;

/** The formats of `--report`. Each module is loaded when it is used, so that start-up stays light. */
export const FORMATS: Readonly<Record<FormatName, ReportFormat>> = {
  json: { extension: '.json', binary: false, render: async (r) => (await import('./json.js')).jsonPieces(r) },
  junit: { extension: '.xml', binary: false, render: async (r, t) => (await import('./junit.js')).toJunit(r, t) },
  xlsx: { extension: '.xlsx', binary: true, render: async (r, t) => (await import('./xlsx.js')).toXlsx(r, t) },
  terminal: { extension: '.txt', binary: false, render: async (r, t, o) => renderTerminal(r, t, o) },
};

async function renderTerminal(report: Report, texts: ReportTexts, options: RenderOptions): Promise<string> {
  const { toTerminal } = await import('./terminal.js');
  const { color = false, width = DEFAULT_WIDTH, verbose = false } = options;
  return toTerminal(report, texts, { color, width, verbose });
}
