import { expect, it } from 'vitest';
import { idToken } from '../../../../src/checks/psc/id-token.js';
import { alteredArtifacts, type Change, runsOf } from '../../../support/example-runs.js';

const BASE = 'psc-renewal';
const AT = '"iat": 1773653500';
const renewed = (bad: string): Change => ({ part: 'renewed-id-token', good: AT, bad });
const first = (good: string, bad: string): Change => ({ part: 'id-token', good, bad });
const OLDER = renewed('"iat": 1773653414');

async function found(...changes: readonly Change[]): Promise<string[]> {
  const runs = runsOf(idToken, BASE, await alteredArtifacts(BASE, changes));
  return runs.flatMap(({ findings }) => findings.map(({ code, args }) => [code, args.claim].filter(Boolean).join(' ')));
}

it.each<[string, Change, string[]]>([
  ['of the same time', renewed('"iat": 1773653415'), []],
  ['without nonce', renewed(AT), []],
  ['with a nonce of nothing', renewed(`"nonce": "", ${AT}`), []],
  ['with another nonce', renewed(`"nonce": "autre", ${AT}`), ['psc/id-token/renewed nonce']],
  [
    'of another subject',
    { part: 'renewed-id-token', good: '"sub": "f:9b2e7c14', bad: '"sub": "f:00000000' },
    ['psc/id-token/renewed sub'],
  ],
  ['older', OLDER, ['psc/id-token/renewed iat']],
])('a renewed ID token %s is compared with the one before', async (_, change, codes) => {
  expect(await found(change)).toEqual(codes);
});

it.each([
  ['"azp": "exemple-lgc-bas"', '"azp": "autre-logiciel"', 'authorized-party'],
  ['"iss": "https://auth.bas.psc.', '"iss": "https://auth.esw.', 'issuer'],
  ['"aud": "exemple-lgc-bas"', '"aud": "autre-logiciel"', 'audience'],
])('and with none that has a fault of its own: %s', async (good, bad, rule) => {
  expect(await found(first(good, bad), OLDER)).toEqual([`psc/id-token/${rule}`]);
});
