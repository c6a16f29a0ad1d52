import type { Declaration } from '../artifact.js';
import type { SaidLine } from './dialogue-lines.js';

/** A mail that a log tells. */
export interface LoggedMail {
  readonly text: string;
  /** `incoming` when the client got it from the server. */
  readonly role?: Declaration['role'];
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
