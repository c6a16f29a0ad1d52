import { describe, expect, it } from 'vitest';
import { authorizationRequest } from '../../../src/checks/psc/authorization-request.js';
import { callback } from '../../../src/checks/psc/callback.js';
import { cibaRequest } from '../../../src/checks/psc/ciba-request.js';
import { idToken } from '../../../src/checks/psc/id-token.js';
import { logout } from '../../../src/checks/psc/logout.js';
import { sessionTrace } from '../../../src/checks/psc/session-trace.js';
import { tokenRequest } from '../../../src/checks/psc/token-request.js';
import { userinfoIdentity } from '../../../src/checks/psc/userinfo-identity.js';
import { capture, changed, type Entry, entryAt, run } from './psc-fixtures.js';

/** What the back end alone sends: the browser's exchanges are in another capture, which is not given. */
const server = () => changed('psc-web', (entries) => entries.slice(2, 5));

const needsOf = (outcome: ReturnType<typeof run>) => outcome.needs?.map(({ code, args }) => args?.leg ?? code) ?? [];

describe('a capture of the back end alone', () => {
  it.each([
    [authorizationRequest, ['authorization']],
    [callback, ['callback']],
    [logout, ['logout']],
  ])('lacks what the browser does: $id', async (check, legs) => {
    const outcome = run(check, await server());
    expect(outcome.findings).toEqual([]);
    expect(needsOf(outcome)).toEqual(legs);
  });

  it('is refused for a CIBA session, which has no browser, that nothing logs out of though its user left', async () => {
    const cut = (entries: Entry[]) => entries.slice(0, 6);
    expect(needsOf(run(logout, await changed('psc-ciba', cut)))).toEqual(['logout']);
    const left = await changed('psc-ciba', (entries) => {
      entryAt(entries, 6).request.url = 'https://lgc.example.org/deconnexion';
      return entries;
    });
    expect(run(logout, left).findings).toMatchObject([{ rule: 'no-logout' }]);
  });
});

describe('a check of one way to log in', () => {
  it.each([authorizationRequest, callback, tokenRequest])('is not about a session by CIBA: $id', async (check) => {
    expect(run(check, await capture('psc-ciba'))).toMatchObject({ evaluated: 0, findings: [], applies: false });
  });

  it('is not about a session through a browser: psc/ciba-request', async () => {
    expect(run(cibaRequest, await capture('psc-web'))).toMatchObject({ evaluated: 0, findings: [], applies: false });
  });
});

describe('a capture declared in another mode than its own', () => {
  it.each([
    ['psc-ciba', 'web', 'need/psc-mode-ciba'],
    ['psc-web', 'ciba', 'need/psc-mode-browser'],
  ] as const)('%s as %s', async (base, mode, need) => {
    expect(needsOf(run(sessionTrace, await capture(base, [], { 'psc-mode': mode })))).toEqual([need]);
  });

  it('is in order when nothing is declared, or what it is', async () => {
    expect(needsOf(run(sessionTrace, await capture('psc-ciba')))).toEqual([]);
    expect(needsOf(run(sessionTrace, await capture('psc-web', [], { 'psc-mode': 'embedded-browser' })))).toEqual([]);
  });
});

it('asks for the answer to the token request when the capture was saved without bodies', async () => {
  const har = await changed('psc-web', (entries) => {
    for (const { response } of entries) delete response.content;
    return undefined;
  });
  expect(needsOf(run(idToken, har))).toEqual(['need/token-answer']);
});

it('finds the same fault in userinfo whatever captures of the session stand beside', async () => {
  const other = await changed('psc-api', () => undefined, {}, 'appels.har');
  const har = await changed('psc-web', (entries) => {
    const { content } = entryAt(entries, 4).response;
    if (content) content.text = content.text.replace('"sub":"f:9b2e7c14', '"sub":"f:00000000');
    return undefined;
  });
  const alone = run(userinfoIdentity, har).findings;
  expect(alone).toMatchObject([{ rule: 'subject', args: { file: 'psc.har' } }]);
  expect(run(userinfoIdentity, other, har).findings).toEqual(alone);
});
