import type { LimitName, Limits } from '../limits.js';
import { overLimit, type ReadProblem } from '../read-error.js';

/** What was forgiven while a mail was read; words are in the catalogue. */
export type MailReserve =
  | 'cr-line-ends'
  | 'mixed-line-ends'
  | 'mbox-from-line'
  | 'no-blank-line'
  | 'header-8bit'
  | 'encoded-control'
  | 'undecodable-word'
  | 'repeated-mime-field'
  | 'boundary-too-long'
  | 'bad-quoted-printable'
  | 'uuencode'
  | 'unknown-encoding'
  | 'partial-message'
  | 'external-body';

/** Holds a mail to its limits, and collects the reserves: one of each, at its first place, since a bad export repeats its faults. */
export class MailWatch {
  readonly #noted = new Set<string>();
  #fields = 0;

  constructor(
    readonly limits: Limits,
    readonly reserves: ReadProblem[],
  ) {}

  keepTo(limit: LimitName, actual: number, line: number): void {
    if (actual > this.limits[limit]) throw overLimit(this.limits, limit, actual, { line });
  }

  countField(line: number): void {
    this.keepTo('mailFields', ++this.#fields, line);
  }

  /** @param path name of a field, or path of a part. */
  note(reason: MailReserve, line: number, path?: string): void {
    this.add({ code: 'read/forgiven', args: { reason }, location: { line, ...(path && { path }) } });
  }

  add(problem: ReadProblem): void {
    const fault = `${problem.code} ${problem.args.reason ?? problem.args.charset}`;
    if (this.#noted.has(fault)) return;
    this.#noted.add(fault);
    this.reserves.push(problem);
  }
}
