import type { Limits } from '../artifacts/limits.js';
import { overLimit, type ReadCode, ReadError } from '../artifacts/read-error.js';
import type { Outcome } from './in-worker.js';
import type { Result } from './worker.js';

/** The result of a job. @throws ReadError that says why there is none: `code` unless a limit was exceeded. */
export function resultOf(outcome: Outcome, code: ReadCode, limits: Limits): Result {
  if ('result' in outcome) return outcome.result;
  const { failure, detail } = outcome;
  switch (failure) {
    case 'time':
      return raise(overLimit(limits, 'readMilliseconds', limits.readMilliseconds));
    case 'memory':
      return raise(overLimit(limits, 'readerBytes', limits.readerBytes));
    case 'pages':
      return raise(overLimit(limits, 'pdfPages', Number(detail)));
    case 'no-library':
      return raise(new ReadError(code, { reason: 'no-library', library: detail }));
    case 'password':
      return raise(new ReadError(code, { reason: 'pdf-password' }));
    case 'other':
      return raise(new ReadError(code, { reason: String(detail) }));
  }
}

function raise(error: ReadError): never {
  throw error;
}
