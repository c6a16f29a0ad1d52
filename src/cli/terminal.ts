import type { Language } from '../messages/fill.js';

/** Where a command writes, and what it may know of the terminal. */
export interface Terminal {
  readonly language: Language;
  readonly columns: number;
  readonly color: boolean;
  /** True when progress may be shown. */
  readonly interactive: boolean;
  /** Writes to standard output; resolves when it was taken, so that nothing is lost on a pipe. */
  out(text: string | Uint8Array): Promise<void>;
  err(text: string): void;
  /** Replaces the progress line; an empty text clears it. */
  progress(text: string): void;
}

/** The terminal of this process. */
export function processTerminal(
  language: Language,
  options: { color?: string | undefined; quiet?: boolean | undefined },
): Terminal {
  const { stdout, stderr, env } = process;
  const color = options.color === 'always' || (options.color !== 'never' && stdout.isTTY === true && !env.NO_COLOR);
  const interactive = stderr.isTTY === true && options.quiet !== true;
  let shown = false;
  return {
    language,
    columns: Math.max(60, Math.min(stdout.columns ?? 100, 160)),
    color,
    interactive,
    out: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => (error && !isClosedPipe(error) ? reject(error) : resolve()));
      }),
    err: (text) => {
      stderr.write(text);
    },
    progress: (text) => {
      if (!interactive || (text === '' && !shown)) return;
      stderr.write(`\r\u001b[K${text}`);
      shown = text !== '';
    },
  };
}

/** A reader that stops reading, as `head` does, is no failure. */
export function isClosedPipe(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
