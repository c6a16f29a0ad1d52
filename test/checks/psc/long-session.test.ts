import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, edit, type Recipe, recipe } from '../../../fixtures/make/recipe.js';
import type { Declaration } from '../../../src/artifacts/artifact.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { automaticLogout } from '../../../src/checks/psc/automatic-logout.js';
import { loginAgain } from '../../../src/checks/psc/login-again.js';
import { logout } from '../../../src/checks/psc/logout.js';
import { refresh } from '../../../src/checks/psc/refresh.js';
import { sessionDurations } from '../../../src/checks/psc/session-durations.js';
import { capture, changed, type Entry, entryAt, harOf, rulesOf, run } from './psc-fixtures.js';

type Edit = readonly [part: string, good: string, bad: string];

/** The two captures of the long session: up to the return after the automatic logout, then up to the user's logout. */
async function captures(
  { edits = [], declared = { logout: 'automatic' } }: { edits?: readonly Edit[]; declared?: Declaration } = {},
  change: (entries: Entry[]) => Entry[] = (entries) => entries,
) {
  const made = edits.reduce<Recipe>(
    (each, [part, good, bad]) => edit(each, part, good, bad),
    recipe('psc-long-session'),
  );
  const texts = assemble(made).map(({ bytes }) => {
    const value: { log: { entries: Entry[] } } = JSON.parse(new TextDecoder().decode(bytes));
    value.log.entries = change(value.log.entries);
    return JSON.stringify(value, null, 2);
  });
  const [beginning = '', end = ''] = texts;
  return { beginning: await harOf(beginning, declared, 'inactivite.har'), end: await harOf(end) };
}

const legs = (outcome: ReturnType<typeof run>) => (outcome.needs ?? []).map(({ args }) => args?.leg);

const isRenewal = (entry: Entry) => entry.request.postData?.text.includes('grant_type=refresh_token') ?? false;

/** The renewals of a capture, answered otherwise. */
const refused =
  (error: string, status = 400) =>
  (entries: Entry[]) => {
    for (const entry of entries.filter(isRenewal)) {
      entry.response.status = status;
      entry.response.content = { text: JSON.stringify({ error }) };
    }
    return entries;
  };

const at = (entry: Entry, time: string | undefined) => ({ ...entry, startedDateTime: time });

describe('psc/refresh', () => {
  it('follows the renewals from capture to capture', async () => {
    const { beginning, end } = await captures();
    expect(run(refresh, beginning, end)).toMatchObject({ evaluated: 3, findings: [], needs: [] });
    expect(run(refresh, end)).toMatchObject({ evaluated: 1, findings: [] });
  });

  it('asks a dossier for a renewal when none was captured, and nothing of a capture alone or without a session', async () => {
    const dossier = { ...NOTHING_DECLARED, productReferences: ['1234'] };
    for (const base of ['psc-web', 'psc-ciba'] as const) {
      const har = await capture(base);
      expect(legs(run(refresh, har))).toEqual([]);
      expect(legs(refresh.run([har], dossier))).toEqual(['refresh']);
    }
    const outcome = run(refresh, await changed('psc-web', (entries) => entries.slice(4, 5)));
    expect(outcome).toEqual({ evaluated: 0, findings: [] });
  });

  it('leaves alone renewals that cross, and one that is sent again after an error of the platform', async () => {
    const crossing = await captures({}, (entries) => {
      const renewal = entries.find(isRenewal);
      const twin = renewal && at(structuredClone(renewal), '2026-03-16T10:31:51.000+01:00');
      return twin ? [...entries, twin] : entries;
    });
    expect(rulesOf(run(refresh, crossing.beginning))).toEqual([]);
    const again = await captures({}, (entries) => {
      const renewal = entries.find(isRenewal);
      const failed =
        renewal && at({ ...structuredClone(renewal), response: { status: 503 } }, '2026-03-16T10:31:40.000+01:00');
      return failed ? [failed, ...entries] : entries;
    });
    expect(rulesOf(run(refresh, again.beginning))).toEqual([]);
  });

  it('says nothing of refresh tokens that were masked', async () => {
    const masked = await captures({}, (entries) =>
      JSON.parse(JSON.stringify(entries).replaceAll(/eyJmaXh0dXJlIjoicmVmcmVzaCJ9[\w.-]+/g, '***')),
    );
    const outcome = run(refresh, masked.beginning, masked.end);
    expect(outcome).toMatchObject({ evaluated: 3, findings: [] });
    expect(run(sessionDurations, masked.beginning, masked.end).findings).toEqual([]);
  });

  it('takes a new login after a refresh token that was over, and asks for what followed', async () => {
    const over = await captures({}, refused('invalid_grant'));
    expect(run(refresh, over.beginning)).toMatchObject({ findings: [], needs: [] });
    const short = await captures({}, (entries) => refused('invalid_grant')(entries).slice(0, 9));
    expect(run(refresh, short.beginning).findings).toEqual([]);
    expect(legs(run(refresh, short.beginning))).toEqual(['new-login']);
  });

  it.each([
    ['invalid_client', 401, ['refused', 'refused']],
    ['invalid_scope', 400, ['refused', 'refused']],
    ['temporarily_unavailable', 400, []],
    ['server_error', 500, []],
  ])('reads the refusal %s (%i)', async (error, status, rules) => {
    expect(rulesOf(run(refresh, (await captures({}, refused(error, status))).beginning))).toEqual(rules);
  });

  it.each([
    ['openid+scope_all', []],
    ['scope_all', []],
    ['openid+scope_all+offline_access', ['scope']],
  ])('reads scope=%s', async (scope, rules) => {
    const edits: Edit[] = [['inactivity', 'fictif-2&client_id', `fictif-2&scope=${scope}&client_id`]];
    expect(rulesOf(run(refresh, (await captures({ edits })).beginning))).toEqual(rules);
  });

  it('cannot tell lateness without times, and says so', async () => {
    const { beginning } = await captures({}, (entries) => entries.map((entry) => at(entry, undefined)));
    expect(run(refresh, beginning)).toMatchObject({ findings: [], needs: [{ code: 'need/capture-time' }] });
    expect(run(sessionDurations, beginning)).toMatchObject({ findings: [], needs: [{ code: 'need/capture-time' }] });
  });
});

describe('psc/session-durations', () => {
  const later = (first: number, seconds: number) => (entries: Entry[]) =>
    entries.map((entry, index) => {
      const time = Date.parse(entry.startedDateTime ?? '') + (index < first ? 0 : seconds * 1000);
      return at(entry, new Date(time).toISOString());
    });

  // Its first renewal comes 95 s after the login.
  it('wants a renewal within the life of the refresh token', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 6000 }), async (seconds) => {
        const { beginning } = await captures({}, later(5, seconds));
        const rules = rulesOf(run(sessionDurations, beginning));
        expect(rules.includes('inactive')).toBe(seconds + 95 > 1800 + 60);
      }),
      { numRuns: 15 },
    );
  });

  it('wants a new authentication after four hours', async () => {
    const early = (time: number): Edit[] => [['id-token', '"auth_time": 1773653413', `"auth_time": ${time}`]];
    const rules = async (time: number) => rulesOf(run(sessionDurations, await capture('psc-web', early(time))));
    expect(await rules(1773653413 - 14_300)).toEqual([]);
    expect(await rules(1773653413 - 14_600)).toEqual(['session-over']);
  });

  it('has nothing to judge in the browser alone', async () => {
    const browser = await changed('psc-web', (entries) => entries.slice(0, 2));
    expect(run(sessionDurations, browser)).toMatchObject({ evaluated: 0, needs: [{ code: 'need/token-exchange' }] });
  });
});

describe('psc/automatic-logout', () => {
  it('is about captures that are declared so, and leaves the others to psc/logout', async () => {
    const { beginning, end } = await captures();
    expect(run(automaticLogout, beginning, end)).toMatchObject({ evaluated: 1, findings: [] });
    expect(run(automaticLogout, end)).toMatchObject({ applies: false });
    expect(run(logout, beginning)).toMatchObject({ applies: false });
    expect(run(loginAgain, beginning)).toMatchObject({ applies: false });
    expect(run(logout, beginning, end)).toMatchObject({ evaluated: 1, findings: [] });
    expect(run(loginAgain, beginning, end)).toMatchObject({ evaluated: 1, findings: [] });
    const { beginning: byUser } = await captures({ declared: { logout: 'user' } });
    expect(rulesOf(run(logout, byUser))).toEqual(['no-logout']);
  });

  it('asks for the return of the user', async () => {
    const { beginning } = await captures({}, (entries) => entries.slice(0, 10));
    expect(run(automaticLogout, beginning)).toMatchObject({ evaluated: 0, findings: [] });
    expect(legs(run(automaticLogout, beginning))).toEqual(['return']);
  });

  it('sees the return in the capture of the back end alone, and by CIBA', async () => {
    const ofServer = (entries: Entry[]) => entries.filter(({ request }) => request.url.includes('/protocol/'));
    const { beginning } = await captures({}, ofServer);
    expect(run(automaticLogout, beginning)).toMatchObject({ evaluated: 1, findings: [] });
    const again = (entries: Entry[]) => [
      ...entries.slice(0, 6),
      at(entryAt(entries, 0), '2026-03-16T11:00:00.000+01:00'),
    ];
    const ciba = await changed('psc-ciba', again, { logout: 'automatic' });
    expect(run(automaticLogout, ciba)).toMatchObject({ evaluated: 1, findings: [] });
  });
});

describe('psc/logout, by its parameters', () => {
  const logoutOf = (change: (url: URL) => void) => (entries: Entry[]) => {
    const entry = entryAt(entries, 6);
    const url = new URL(entry.request.url);
    change(url);
    entry.request.url = url.href;
    return entries;
  };

  it.each<[string, (url: URL) => void, string[]]>([
    [
      'without hint, with the client',
      ({ searchParams }) => {
        searchParams.delete('id_token_hint');
        searchParams.set('client_id', 'exemple-lgc-bas');
      },
      [],
    ],
    ['with a masked hint', ({ searchParams }) => searchParams.set('id_token_hint', '***'), []],
    ['without return address', ({ searchParams }) => searchParams.delete('post_logout_redirect_uri'), []],
    [
      'back to the workstation',
      ({ searchParams }) => searchParams.set('post_logout_redirect_uri', 'http://127.0.0.1:8642/fin'),
      [],
    ],
    [
      'back to an application',
      ({ searchParams }) => searchParams.set('post_logout_redirect_uri', 'fr.exemple.lgc:/fin'),
      [],
    ],
    ['back to a path', ({ searchParams }) => searchParams.set('post_logout_redirect_uri', '/fin'), ['return-address']],
  ])('takes one %s', async (_, change, rules) => {
    expect(rulesOf(run(logout, await changed('psc-web', logoutOf(change))))).toEqual(rules);
  });

  it('takes any ID token of the session, and that of a login before the capture when none is left open', async () => {
    const { beginning, end } = await captures({
      edits: [['har', 'id_token_hint={id-token-5}', 'id_token_hint={id-token}']],
    });
    expect(run(logout, beginning, end).findings).toEqual([]);
    expect(run(logout, end).findings).toEqual([]);
  });

  it('wants more than a revocation', async () => {
    const { end } = await captures({
      edits: [['har', '/protocol/openid-connect/logout', '/protocol/openid-connect/revoke']],
    });
    const { beginning } = await captures({ declared: {} });
    expect(rulesOf(run(logout, beginning, end))).toEqual(['no-logout']);
  });
});
