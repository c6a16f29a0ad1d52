import { vi } from 'vitest';
import { main } from '../../src/cli/main.js';

/** Runs the command in this process: all that it writes on both of its streams. */
export async function said(args: readonly string[]): Promise<string> {
  let text = '';
  const take = (written: string | Uint8Array, ...rest: unknown[]): boolean => {
    text += typeof written === 'string' ? written : Buffer.from(written).toString('utf8');
    for (const each of rest) if (typeof each === 'function') each();
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(take));
  try {
    await main(args);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return text;
}
