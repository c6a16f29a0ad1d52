import { describe, expect, it } from 'vitest';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import type { Check } from '../../../src/checks/define.js';
import { ALL_CHECKS } from '../../../src/checks/registry.js';
import { runCheck } from '../../../src/engine/run-check.js';
import { validateJson } from '../../../src/packs/validate-json.js';
import { changed, type Entry, entryAt } from './psc-fixtures.js';

const CHECKS: readonly Check[] = ALL_CHECKS.filter(({ kinds }) => kinds.includes('har'));

/** Runs every check; those that fail, or take more than the time of a test, are faults. */
async function failuresOn(change: (entries: Entry[]) => Entry[]) {
  const har = await changed('psc-web', change);
  const context = { ...NOTHING_DECLARED, validateJson };
  return CHECKS.flatMap((check) => runCheck(check, [har], context)).flatMap(({ failure }) => failure ?? []);
}

/** The answer to the token request of the base, with a key that OpenSSL takes long to compute with. */
const longKeys = (count: number) => {
  const modulus = Buffer.alloc(2048, 0xff).toString('base64url');
  return JSON.stringify({
    keys: Array.from({ length: count }, (_, rank) => ({
      kty: 'RSA',
      kid: 'fixture-key-1',
      n: modulus,
      e: 'AQAB',
      rank,
    })),
  });
};

describe('a capture made to exhaust the checks', () => {
  it.each<[string, (entries: Entry[]) => Entry[]]>([
    [
      'a path of slashes',
      (entries) => {
        const slashes = structuredClone(entryAt(entries, 1));
        slashes.request.url = `https://lgc.example.org/${'/'.repeat(400_000)}a`;
        return [...entries, slashes];
      },
    ],
    [
      'long keys, and many tokens',
      (entries) => {
        entryAt(entries, 3).response.content = { text: longKeys(32) };
        return [...entries, ...Array.from({ length: 400 }, () => entryAt(entries, 2))];
      },
    ],
    [
      'a user info for each token, and a logout',
      (entries) => [0, 1, 2, 4, 5, 6].flatMap((rank) => Array.from({ length: 400 }, () => entryAt(entries, rank))),
    ],
  ])(
    '%s',
    async (_, change) => {
      expect(await failuresOn(change)).toEqual([]);
    },
    20_000,
  );
});
