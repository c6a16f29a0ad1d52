import { expect, it } from 'vitest';
import { authorizationRequest } from '../../../../src/checks/psc/authorization-request.js';
import { changed, type Entry, entryAt, rulesOf, run } from '../psc-fixtures.js';

const HOUR = 3600 * 1000;

function later(entries: readonly Entry[], hours: number): Entry[] {
  return entries.map((entry) => ({
    ...entry,
    startedDateTime: new Date(Date.parse(entry.startedDateTime ?? '') + hours * HOUR).toISOString(),
  }));
}

it.each<[string, (entries: Entry[]) => Entry[], boolean]>([
  ['at the same time', (entries) => entries, false],
  ['by a clock that is eleven hours off', (entries) => later(entries, 11), false],
  ['the next day', (entries) => later(entries, 24), true],
  [
    'with one more parameter',
    (entries) => {
      entryAt(entries, 0).request.url += '&prompt=login';
      return entries;
    },
    true,
  ],
  [
    'with another parameter',
    (entries) => {
      const { request } = entryAt(entries, 0);
      request.url = request.url.replace('acr_values=eidas1', 'acr_values=eidas2');
      return entries;
    },
    true,
  ],
])('a request that two captures show %s', async (_, change, isReused) => {
  const hars = [await changed('psc-web', (entries) => entries), await changed('psc-web', change, {}, 'other.har')];
  const found = rulesOf(run(authorizationRequest, ...hars)).filter((rule) => rule.endsWith('-reused'));
  expect(new Set(found)).toEqual(new Set(isReused ? ['state-reused', 'nonce-reused', 'challenge-reused'] : []));
});
