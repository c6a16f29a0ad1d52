import type { Limits } from '../limits.js';
import { overLimit, ReadError, type ReadProblem } from '../read-error.js';

/** A row of a CSV text (RFC 4180), with the line where it starts, from 1. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Where the rows start in a text: after a comment, for one. */
export interface CsvStart {
  readonly offset: number;
  readonly line: number;
}

type Report = (problem: ReadProblem) => void;

/**
 * Rows of a CSV text, empty lines left out, whatever mixture of line ends it has. A quote that stands inside a cell without being doubled is
 * taken as it is, and reported.
 * @throws ReadError `read/log` (`csv-unclosed-quote`), `read/limit`.
 */
export function* csvRows(
  text: string,
  start: CsvStart,
  delimiter: string,
  limits: Limits,
  report: Report,
): Generator<CsvRow> {
  const scanner = new Scanner(text, start, delimiter, limits, report);
  for (let row = scanner.row(); row; row = scanner.row()) if (row.cells.length > 1 || row.cells[0] !== '') yield row;
}

class Scanner {
  #at: number;
  #line: number;
  #lineStart: number;
  /** The next of each, looked for once and not once a cell. */
  readonly #next: { delimiter: number; feed: number; carriage: number };

  constructor(
    readonly text: string,
    { offset, line }: CsvStart,
    readonly delimiter: string,
    readonly limits: Limits,
    readonly report: Report,
  ) {
    this.#at = offset;
    this.#lineStart = offset;
    this.#line = line;
    this.#next = { delimiter: text.indexOf(delimiter), feed: text.indexOf('\n'), carriage: text.indexOf('\r') };
  }

  row(): CsvRow | undefined {
    if (this.#at >= this.text.length) return undefined;
    if (this.#line > this.limits.logLines) throw overLimit(this.limits, 'logLines', this.#line, { line: this.#line });
    const line = this.#line;
    const cells: string[] = [];
    for (;;) {
      cells.push(this.text[this.#at] === '"' ? this.#quoted() : this.#plain());
      if (cells.length > this.limits.logFields) throw overLimit(this.limits, 'logFields', cells.length, { line });
      if (this.#at < this.text.length && this.text[this.#at] === this.delimiter) this.#at++;
      else break;
    }
    this.#endLine();
    return { cells, line };
  }

  #plain(): string {
    const start = this.#at;
    this.#at = this.#nextStop();
    if (this.#at - start > this.limits.logLineCharacters)
      throw overLimit(this.limits, 'logLineCharacters', this.#at - start, this.#place(start));
    return this.text.slice(start, this.#at);
  }

  /** Where the cell ends that holds no quote. */
  #nextStop(): number {
    const next = this.#next;
    const seek = (known: number, what: string): number =>
      known !== -1 && known < this.#at ? this.text.indexOf(what, this.#at) : known;
    next.delimiter = seek(next.delimiter, this.delimiter);
    next.feed = seek(next.feed, '\n');
    next.carriage = seek(next.carriage, '\r');
    return Math.min(...[next.delimiter, next.feed, next.carriage].map((at) => (at === -1 ? this.text.length : at)));
  }

  #quoted(): string {
    const start = this.#at;
    const place = this.#place(start);
    let quote = this.text.indexOf('"', start + 1);
    let doubled = false;
    for (; ; quote = this.text.indexOf('"', quote + 1)) {
      if (quote === -1) throw new ReadError('read/log', { reason: 'csv-unclosed-quote' }, place);
      const after = this.text[quote + 1];
      if (after === '"') {
        doubled = true;
        quote++;
      } else if (after === undefined || after === this.delimiter || after === '\n' || after === '\r') break;
      else this.report({ code: 'read/forgiven', args: { reason: 'csv-quote' }, location: place });
    }
    this.#at = quote + 1;
    const written = this.text.slice(start + 1, quote);
    const cell = doubled ? written.replaceAll('""', '"') : written;
    this.#countLines(start, this.#at);
    if (cell.length > this.limits.logLineCharacters)
      throw overLimit(this.limits, 'logLineCharacters', cell.length, place);
    return cell;
  }

  #countLines(start: number, end: number): void {
    for (const match of this.text.slice(start, end).matchAll(/\r\n|\r|\n/g)) {
      this.#line++;
      this.#lineStart = start + match.index + match[0].length;
    }
  }

  #endLine(): void {
    if (this.#at >= this.text.length) return;
    this.#at += this.text.startsWith('\r\n', this.#at) ? 2 : 1;
    this.#line++;
    this.#lineStart = this.#at;
  }

  #place(at: number): { line: number; column: number } {
    return { line: this.#line, column: at - this.#lineStart + 1 };
  }
}
