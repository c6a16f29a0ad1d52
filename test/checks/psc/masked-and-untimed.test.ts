import { describe, expect, it } from 'vitest';
import { authorizationRequest } from '../../../src/checks/psc/authorization-request.js';
import { callback } from '../../../src/checks/psc/callback.js';
import { cibaRequest } from '../../../src/checks/psc/ciba-request.js';
import { changed, type Entry, entryAt, rulesOf, run } from './psc-fixtures.js';

/** The entries with the state of the first request masked, where the second argument says. */
function masked(entries: readonly Entry[], isMasked: (index: number) => boolean): Entry[] {
  const state = new URL(entryAt(entries, 0).request.url).searchParams.get('state') ?? '';
  return entries.map((entry, index) =>
    isMasked(index) ? JSON.parse(JSON.stringify(entry).replaceAll(state, '***')) : entry,
  );
}

describe('a state that the capture masks', () => {
  it.each<[string, (index: number) => boolean]>([
    ['everywhere', () => true],
    ['in the request', (index) => index === 0],
    ['in the return', (index) => index > 0],
  ])('is missing evidence: %s', async (_, isMasked) => {
    const outcome = run(callback, await changed('psc-web', (entries) => masked(entries, isMasked)));
    expect(rulesOf(outcome)).toEqual([]);
    expect(outcome.needs).toEqual([{ code: 'need/masked-value', args: { name: 'state' } }]);
  });
});

it('polls without their times are not judged in time, and say so', async () => {
  const har = await changed('psc-ciba', (entries) => {
    for (const entry of entries) entry.startedDateTime = undefined;
    return undefined;
  });
  expect(run(cibaRequest, har).needs).toContainEqual({ code: 'need/capture-time' });
});

it('a verifier is shown wherever the authorization request holds it', async () => {
  const har = await changed('psc-web', (entries) => {
    const { request } = entryAt(entries, 0);
    const [address = '', query = ''] = request.url.split('?');
    request.method = 'POST';
    request.url = address;
    request.postData = { mimeType: 'application/x-www-form-urlencoded', text: `${query}&code_verifier=abc` };
    return undefined;
  });
  expect(rulesOf(run(authorizationRequest, har))).toContain('verifier-shown');
});
