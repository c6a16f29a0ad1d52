import { describe, expect, it } from 'vitest';
import { sessionTrace } from '../../../src/checks/psc/session-trace.js';
import { capture, changed, type Entry, entryAt, harOf, rulesOf, run } from './psc-fixtures.js';

const needsOf = (outcome: ReturnType<typeof run>) =>
  (outcome.needs ?? []).map(({ code, args }) => args?.leg ?? code.replace('need/', ''));
const keep = (kept: readonly number[]) => (entries: Entry[]) => entries.filter((_, index) => kept.includes(index));

/** A copy of an entry, so much later. */
const later = (entry: Entry, seconds: number): Entry => ({
  ...structuredClone(entry),
  startedDateTime: new Date(Date.parse(entry.startedDateTime ?? '') + seconds * 1000).toISOString(),
});

const judged = async (change: (entries: Entry[]) => Entry[], base: 'psc-web' | 'psc-ciba' = 'psc-web') =>
  rulesOf(run(sessionTrace, await changed(base, change)));

describe('psc/session-trace', () => {
  it.each([
    ['psc-web', 'web', 5],
    ['psc-ciba', 'ciba', 6],
  ] as const)('looks at each step of %s', async (base, mode, evaluated) => {
    const outcome = run(sessionTrace, await capture(base, [], { 'psc-mode': mode }));
    expect(outcome).toEqual({ evaluated, findings: [], needs: [] });
  });

  it.each([
    ['psc-web', [0, 5, 6], undefined, ['token-exchange']],
    ['psc-web', [2, 3, 4], undefined, ['authorization']],
    ['psc-web', [7], undefined, ['callback', 'token-exchange']],
    ['psc-web', [4], 'web', ['authorization', 'token-exchange']],
    ['psc-web', [4], 'ciba', ['backchannel', 'token-exchange']],
    ['psc-ciba', [0], undefined, ['token-exchange']],
    ['psc-ciba', [0, 1, 2], undefined, ['ciba-approval']],
    ['psc-ciba', [3, 4, 5, 6], undefined, ['backchannel']],
  ] as const)('names the steps that %s lacks with %j alone in mode %s', async (base, kept, mode, needs) => {
    const declared = mode === undefined ? {} : { 'psc-mode': mode };
    const outcome = run(sessionTrace, await changed(base, keep(kept), declared));
    expect(outcome.findings).toEqual([]);
    expect(needsOf(outcome)).toEqual(needs);
  });

  it.each([[3], [4], [6]])('says nothing of a call alone, which no login goes with', async (index) => {
    expect(run(sessionTrace, await changed('psc-web', keep([index])))).toEqual({ evaluated: 0, findings: [] });
  });

  it('takes an exchange that a log of answers without bodies shows', async () => {
    const outcome = run(
      sessionTrace,
      await changed('psc-web', (entries) =>
        entries.map((entry) => ({ ...entry, response: { ...entry.response, content: { text: '' } } })),
      ),
    );
    expect(outcome).toMatchObject({ findings: [], needs: [] });
  });

  const again = (status: number) => (entries: Entry[]) => {
    const exchange = entryAt(entries, 2);
    const first = later(exchange, -1);
    first.response = { ...first.response, status };
    return [...entries, first];
  };

  it.each([0, 401, 407, 429, 500, 503])('lets a code be sent again after %d', async (status) => {
    expect(await judged(again(status))).toEqual([]);
  });

  it('takes two captures of one exchange for one, and masked codes for no code', async () => {
    const [one, two] = [
      await changed('psc-web', keep([0, 1, 2])),
      await changed('psc-web', keep([2]), {}, 'proxy.har'),
    ];
    expect(run(sessionTrace, one, two).findings).toEqual([]);
    const masked = (entries: Entry[]) => {
      const { request } = entryAt(entries, 2);
      const text = (request.postData?.text ?? '').replace(/code=c0de[^&]*/, 'code=REDACTED_SECRET_VALUE');
      const exchange = { ...entryAt(entries, 2), request: { ...request, postData: { mimeType: FORM, text } } };
      return [...entries.filter((_, index) => index !== 2), exchange, later(exchange, 1)];
    };
    expect(await judged(masked)).toEqual([]);
  });

  const call = (entries: Entry[], seconds: number, url = 'https://api.example.org/dossier') => {
    const made = later(entryAt(entries, 4), seconds);
    return { ...made, request: { ...made.request, url } };
  };

  it.each([
    ['well before the logout', 30, []],
    ['under way at the logout', 76, []],
    ['after the logout', 90, ['call-after-logout']],
  ] as const)('judges a call to an interface %s', async (_, seconds, rules) => {
    expect(await judged((entries) => [...entries, call(entries, seconds)])).toEqual(rules);
  });

  it('says once that calls follow the logout', async () => {
    const har = await changed('psc-web', (entries) => [...entries, call(entries, 90), call(entries, 100)]);
    expect(run(sessionTrace, har).findings).toMatchObject([{ args: { count: 2, host: 'api.example.org' } }]);
  });

  it('lets a token be revoked after the logout', async () => {
    const revoke = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/revoke';
    expect(await judged((entries) => [...entries, call(entries, 90, revoke)])).toEqual([]);
  });

  it('does not take the logout of another user for that of the session', async () => {
    const other = (entries: Entry[]) => {
      const { request } = entryAt(entries, 6);
      request.url = request.url.replace(/id_token_hint=[^&]+/, 'id_token_hint=eyJhbGciOiJSUzI1NiJ9.e30.c2ln');
      return [...entries, call(entries, 90)];
    };
    expect(await judged(other)).toEqual([]);
  });

  it('does not judge the order of two captures, whose clocks may be apart', async () => {
    const late = (entries: Entry[]) => keep([2, 3, 4])(entries).map((entry) => later(entry, 600));
    const early = (entries: Entry[]) => keep([2, 3, 4])(entries).map((entry) => later(entry, -600));
    const browser = await changed('psc-web', keep([0, 1, 5, 6, 7]), {}, 'browser.har');
    for (const server of [late, early])
      expect(run(sessionTrace, browser, await changed('psc-web', server, {}, 'server.har')).findings).toEqual([]);
  });

  it('leaves the tokens of other sessions of a server alone', async () => {
    const bearer = (entries: Entry[], token: string) => {
      const other = later(entryAt(entries, 4), 1);
      other.request.headers = [{ name: 'Authorization', value: `Bearer ${token}` }];
      return other;
    };
    const foreign = 'eyJhbGciOiJSUzI1NiJ9.eyJzaWQiOiJhdXRyZSJ9.c2lnbmF0dXJl';
    expect(await judged((entries) => [...entries, bearer(entries, foreign)])).toEqual([]);
    const instead = (token: string) => (entries: Entry[]) => [...keep([0, 1, 2, 3])(entries), bearer(entries, token)];
    expect(await judged(instead(foreign))).toEqual(['foreign-token']);
    expect(await judged(instead('[masqué]'))).toEqual([]);
    expect(await judged(instead('opaque-0123456789-abcdef'))).toEqual([]);
  });

  it('judges the files that hold the answers with the captures, and nothing without a capture', async () => {
    const alone = JSON.stringify({ log: { entries: [] } });
    expect(run(sessionTrace, await harOf(alone))).toMatchObject({ evaluated: 0, applies: false });
  });
});

const FORM = 'application/x-www-form-urlencoded';
