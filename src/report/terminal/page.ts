import { Chalk, type ChalkInstance } from 'chalk';
import type { Severity } from '../../checks/define.js';
import type { Verdict } from '../../engine/verdict.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import { onOneLine, showHidden } from '../escape-text.js';
import { VERDICT_MARKS } from '../verdict-marks.js';
import { displayWidth, type Segment, truncate, wrapSegments } from '../wrap-text.js';

/** A string in the plain style, or a styled segment. */
export type Piece = string | Segment;

/** Narrower, a column of text would hold no word. */
const MIN_WIDTH = 40;

/** Lines of a report for a terminal. Whatever is added is wrapped, and nothing in it can drive the terminal. */
export class Page {
  readonly #lines: string[] = [];
  readonly #width: number;
  readonly #chalk: ChalkInstance;

  constructor(
    readonly texts: ReportTexts,
    options: { readonly color: boolean; readonly width: number },
  ) {
    this.#width = Math.max(options.width, MIN_WIDTH);
    this.#chalk = new Chalk({ level: options.color ? 1 : 0 });
  }

  blank(): void {
    this.#lines.push('');
  }

  /** One paragraph; its lines after the first are indented by `hanging` columns more. */
  add(indent: number, pieces: readonly Piece[], hanging = 2): void {
    this.#lines.push(...wrapSegments(pieces.map(toSegment), this.#width, indent, indent + hanging));
  }

  /** `head` and as much of `text` as one line holds, then `tail`. */
  addOneLine(indent: number, head: readonly Piece[], text: string, tail: readonly Piece[]): void {
    const around = [...head, ...tail].map((piece) => displayWidth(toSegment(piece).text) + 1);
    const room = this.#width - indent - around.reduce((sum, width) => sum + width, 0);
    const clean = showHidden(onOneLine(text));
    this.add(indent, [...head, room < 12 ? clean : truncate(clean, room), ...tail]);
  }

  /** A label in a column of `labelWidth`, then a paragraph beside it. */
  addField(indent: number, label: string, labelWidth: number, pieces: readonly Piece[]): void {
    const padded = `${label}${' '.repeat(Math.max(labelWidth - displayWidth(label), 0))} `;
    this.add(indent, [this.dim(padded), ...pieces], displayWidth(padded) + 1);
  }

  addHeading(text: string): void {
    this.blank();
    this.add(0, [this.strong(text)]);
  }

  mark(verdict: Verdict): Segment {
    return { text: VERDICT_MARKS[verdict], style: this.#verdictStyle(verdict) };
  }

  word(verdict: Verdict): Segment {
    return { text: this.texts.verdicts[verdict], style: this.#verdictStyle(verdict) };
  }

  severity(severity: Severity): Segment {
    const styles = { error: this.#chalk.red, warning: this.#chalk.yellow, info: this.#chalk.cyan };
    return { text: this.texts.severities[severity], style: styles[severity] };
  }

  /** What must not be missed. */
  alarm(text: string): Segment {
    return { text, style: this.#chalk.red.bold };
  }

  strong(text: string): Segment {
    return { text, style: this.#chalk.bold };
  }

  dim(text: string): Segment {
    return { text, style: this.#chalk.dim };
  }

  /** The whole, with a final newline. */
  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  #verdictStyle(verdict: Verdict): (text: string) => string {
    const { magenta, red, yellow, cyan, green, dim } = this.#chalk;
    const styles: Readonly<Record<Verdict, (text: string) => string>> = {
      undetermined: magenta,
      nonconforming: red,
      missing: yellow,
      'to-review': cyan,
      'not-tested': yellow,
      conforming: green,
      'not-applicable': dim,
    };
    return styles[verdict];
  }
}

function toSegment(piece: Piece): Segment {
  const { text, style } = typeof piece === 'string' ? { text: piece, style: (plain: string) => plain } : piece;
  return { text: showHidden(text), style };
}
