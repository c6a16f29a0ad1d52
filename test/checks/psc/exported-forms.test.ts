import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { traceOf } from '../../../src/checks/psc/trace/exchange-legs.js';
import { materialOf, type PscArtifact } from '../../../src/checks/psc/trace/material.js';
import { runCheck } from '../../../src/engine/run-check.js';
import { capture, changed, type Entry, entryAt, PSC_CHECKS } from './psc-fixtures.js';
import { exported, type Form } from './session-exports.js';

const FORMS: readonly Form[] = ['raw', 'curl', 'burp', 'mitmproxy', 'separate'];

/** What every check says, without where: the files are others. */
function said(artifacts: readonly PscArtifact[]) {
  return PSC_CHECKS.map((check) => {
    const own = artifacts.filter(({ kind }) => check.kinds.includes(kind));
    const runs = runCheck(check, own, NOTHING_DECLARED);
    return runs.map(({ check: id, verdict, evaluated, findings, needs, failure }) => {
      const found = findings.map(({ code, args: { file: _, ...args } }) => [code, args]);
      const asked = needs.map(({ code, args: { file: __, ...args } = {} }) => [code, args]);
      return { id, verdict, evaluated, found, asked, failure };
    });
  });
}

const legsOf = (artifacts: readonly Artifact<'har'>[]) =>
  traceOf(artifacts)?.legs.map(({ endpoint, environment, exchange, parameters }) => [
    endpoint,
    environment,
    exchange.method,
    exchange.url.href,
    exchange.status,
    exchange.redirectUrl?.href,
    exchange.responseBody || undefined,
    Date.parse(exchange.startedAt ?? ''),
    [...parameters].map(([name, { value }]) => [name, value]),
  ]);

const SESSIONS = {
  'a web session': () => capture('psc-web', [], { 'psc-mode': 'web' }),
  'a CIBA session': () => capture('psc-ciba', [], { 'psc-mode': 'ciba' }),
  'another state': () =>
    capture('psc-web', [['har', '?state=9c41e7a05d2b4f86b3a7c0d9e1f25864&code=', '?state=0000000000000000&code=']]),
  'another return address': () => capture('psc-web', [['har', 'f319&redirect_uri=https', 'f319&redirect_uri=http']]),
  'another nonce': () => capture('psc-web', [['id-token', '"nonce": "6f1d0c', '"nonce": "000000']]),
  'no hint at logout': () => capture('psc-web', [['har', 'id_token_hint={id-token}&', '']]),
  'hasty polls': () => capture('psc-ciba', [['har', '2026-03-16T10:30:10.000+01:00', '2026-03-16T10:30:07.000+01:00']]),
  'a refused code': () =>
    changed('psc-web', (entries) => {
      const { response } = entryAt(entries, 2);
      response.status = 400;
      response.content = { text: '{"error":"invalid_grant"}' };
      return entries;
    }),
} as const;

describe.each(Object.entries(SESSIONS))('%s', (_, made) => {
  it.each(FORMS)('is the same trace, judged alike, exported as %s', async (form) => {
    const har = await made();
    const files = await exported(har, form);
    expect(legsOf(files.filter((each) => each.kind === 'har'))).toEqual(legsOf([har]));
    expect(said(files)).toEqual(said([har]));
  });
});

describe('files of their own', () => {
  it('are joined when a body alone answers a request: its tokens are counted once, with the request that they answer', async () => {
    const har = await capture('psc-web');
    const files = (await exported(har, 'separate')).filter(({ path }) => path !== '3-response.http');
    const text = har.content.exchanges[2]?.responseBody ?? '';
    const { artifact } = await read({ path: '3-response.json', bytes: Buffer.from(text), declared: {} });
    if (artifact?.kind !== 'oidc') throw new Error('no answer');
    const material = materialOf([...files, artifact, ...artifact.children] as PscArtifact[]);
    expect(material?.tokens.map(({ use, leg }) => [use, leg?.endpoint])).toEqual(
      ['id', 'access', 'refresh'].map((use) => [use, 'token']),
    );
    expect(material?.tokens[0]?.at()).toMatchObject({ artifact: '3-response.json', line: 1 });
    expect(material?.keySets).toHaveLength(1);
  });

  it('are put in the order that is declared, else in that of their numbers', async () => {
    const har = await changed('psc-web', (entries) => entries, { 'psc-mode': 'web' });
    const files = await exported(har, 'separate', false);
    const whole = traceOf([har])?.legs.map(({ endpoint }) => endpoint);
    expect(traceOf([...files].reverse())?.legs.map(({ endpoint }) => endpoint)).toEqual(whole);
    const last = files.map((each, index) => ({
      ...each,
      path: `${index % 3}-${each.path}`,
      declared: { order: index },
    }));
    expect(traceOf(last.reverse())?.legs.map(({ endpoint }) => endpoint)).toEqual(whole);
  });
});

describe('captures of one trace', () => {
  const BROWSER = [0, 1, 5, 6, 7];
  const at = (entries: Entry[], kept: (index: number) => boolean, hour: string): Entry[] =>
    entries
      .filter((_, index) => kept(index))
      .map((entry) => ({ ...entry, startedDateTime: entry.startedDateTime?.replace('T10', hour) }));
  const ends = (hars: readonly Artifact<'har'>[]) =>
    traceOf(hars)?.exchanges.map(({ har, exchange }) => [har.path, exchange.index]);

  it('are interleaved by time, and each keeps its own order', async () => {
    const browser = await changed('psc-web', (all) => at(all, (index) => BROWSER.includes(index), 'T10'), {}, 'b.har');
    const server = await changed('psc-web', (all) => at(all, (index) => !BROWSER.includes(index), 'T10'), {}, 's.har');
    const files = ['b', 'b', 's', 's', 's', 'b', 'b', 'b'];
    expect(ends([server, browser])?.map(([path]) => path)).toEqual(files.map((name) => `${name}.har`));
  });

  it('follow the order that is declared when their clocks are so far apart that they do not overlap', async () => {
    const first = await changed('psc-web', (all) => at(all, (index) => index < 5, 'T12'), { order: 1 }, 'a.har');
    const second = await changed('psc-web', (all) => at(all, (index) => index >= 5, 'T10'), { order: 2 }, 'b.har');
    expect(ends([second, first])?.map(([path]) => path)).toEqual([
      ...Array(5).fill('a.har'),
      ...Array(3).fill('b.har'),
    ]);
    const undeclared = { ...first, declared: {} };
    expect(ends([second, undeclared])?.[0]?.[0]).toBe('b.har');
  });
});

describe('what captures leave out', () => {
  const legs = async (change: (entries: Entry[]) => Entry[]) =>
    traceOf([await changed('psc-web', change)])?.legs.map(({ endpoint, environment }) => `${endpoint} ${environment}`);
  const WHOLE = ['authorization', 'token', 'keys', 'userinfo', 'logout', 'authorization'].map(
    (each) => `${each} sandbox`,
  );

  it('does not change the order: an exchange without time, one that was aborted, a login that goes through another provider', async () => {
    const change = (entries: Entry[]): Entry[] => {
      const login = entryAt(entries, 0);
      delete entryAt(entries, 3).startedDateTime;
      const aborted = { ...login, request: { ...login.request }, response: { status: 0 } };
      const local = {
        ...login,
        request: { method: 'GET', url: 'https://fi.chu.example.org/realms/chu/auth?client_id=psc' },
      };
      login.request.url += '&kc_idp_hint=fi-chu';
      return [aborted, login, local, ...entries.slice(1)];
    };
    expect(await legs(change)).toEqual(['authorization sandbox', ...WHOLE]);
  });

  const native = (url: string): string =>
    url.replace(
      '//wallet.bas.psc.esante.gouv.fr/auth?',
      '//auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/auth?',
    );

  it('takes a login asked of the server itself, and not that of the page of the wallet for another', async () => {
    const direct = (entries: Entry[]): Entry[] => {
      for (const { request } of entries) request.url = native(request.url);
      return entries;
    };
    expect(await legs(direct)).toEqual(WHOLE);
    const behind = (entries: Entry[]): Entry[] => {
      const login = entryAt(entries, 0);
      const page = { ...login, response: { status: 200, content: { text: '<html></html>' } } };
      return [page, { ...login, request: { ...login.request, url: native(login.request.url) } }, ...entries.slice(1)];
    };
    expect(await legs(behind)).toEqual(['authorization sandbox', 'other sandbox', ...WHOLE.slice(1)]);
    const har = await changed('psc-web', behind);
    for (const check of PSC_CHECKS.filter(({ kinds }) => kinds.includes('har')))
      expect(runCheck(check, [har], NOTHING_DECLARED).flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('takes a server that passes requests on for the platform, not a name that looks like it', async () => {
    const through = (host: string) => (entries: Entry[]) => {
      const { request } = entryAt(entries, 2);
      request.url = request.url.replace('auth.bas.psc.esante.gouv.fr', host);
      return entries;
    };
    expect(await legs(through('relais.chu.example.org:8443'))).toEqual(WHOLE);
    const without = WHOLE.filter((each) => !each.startsWith('token'));
    expect(await legs(through('auth.bas.psc.esante-gouv.fr'))).toEqual(without);
  });

  it('has nothing of Pro Santé Connect when only a server of the same software is asked', async () => {
    const har = await changed('psc-web', (entries) => {
      const { request } = entryAt(entries, 2);
      request.url = request.url.replace('auth.bas.psc.esante.gouv.fr', 'sso.chu.example.org');
      return [entryAt(entries, 2)];
    });
    expect(traceOf([har])).toBeUndefined();
  });
});
