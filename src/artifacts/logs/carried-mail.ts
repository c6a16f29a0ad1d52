import type { SaidLine } from './dialogue-lines.js';

/** A mail that a dialogue told whole. */
export interface ToldMail {
  readonly text: string;
  /** The server gave it: nothing says that the client made it. */
  readonly fetched: boolean;
}

/** The content of a mail while the lines that carry it are read. */
export class CarriedMail {
  readonly #lines: string[] = [];
  /** Where it starts. */
  first: SaidLine | undefined;

  get lineCount(): number {
    return this.#lines.length;
  }

  add(content: string, at: SaidLine): void {
    this.first ??= at;
    this.#lines.push(content);
  }

  /** With the line ends that mails have. */
  get text(): string {
    return this.#lines.map((line) => `${line}\r\n`).join('');
  }
}
