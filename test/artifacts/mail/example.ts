import { readFileSync } from 'node:fs';
import type { Limits } from '../../../src/artifacts/limits.js';
import { LIMITS } from '../../../src/artifacts/limits.js';
import type { MailContent } from '../../../src/artifacts/mail/mail.js';
import { readMail } from '../../../src/artifacts/mail/read-mail.js';
import type { ReadProblem } from '../../../src/artifacts/read-error.js';

/** Bytes of an example of `fixtures/artifacts`. */
export function example(path: string): Buffer {
  return readFileSync(new URL(`../../../fixtures/artifacts/${path}`, import.meta.url));
}

/** A mail and what was forgiven in it, as `reason` or `code`, with its line and path. */
export function readWith(
  source: string | Uint8Array,
  limits: Partial<Limits> = {},
): { mail: MailContent; reserves: (string | number | undefined)[][] } {
  const problems: ReadProblem[] = [];
  // One character a byte.
  const bytes = typeof source === 'string' ? Buffer.from(source, 'latin1') : source;
  const mail = readMail(bytes, { ...LIMITS, ...limits }, problems);
  const reserves = problems.map(({ code, args, location }) => [
    code === 'read/forgiven' ? args.reason : code,
    location.line,
    location.path,
  ]);
  return { mail, reserves };
}
