import type { Location, ReadCode } from './artifact.js';

/** Thrown by a reader for input that cannot be read; becomes a finding on the file, never a verdict on its conformity. */
export class ReadError extends Error {
  constructor(
    readonly code: ReadCode,
    readonly args: Readonly<Record<string, string | number>> = {},
    readonly location: Location = {},
  ) {
    super(code);
    this.name = 'ReadError';
  }
}
