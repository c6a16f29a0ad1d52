import { expect } from 'vitest';

/** What `act` throws, for tests that look at more than its message. */
export async function caught(act: () => unknown): Promise<unknown> {
  try {
    await act();
  } catch (error) {
    return error;
  }
  return expect.fail('nothing was thrown');
}
