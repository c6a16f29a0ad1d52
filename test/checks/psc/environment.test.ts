import { describe, expect, it } from 'vitest';
import { discovery } from '../../../fixtures/make/psc-session.js';
import { read } from '../../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { environment } from '../../../src/checks/psc/environment.js';
import type { PscArtifact } from '../../../src/checks/psc/trace/material.js';
import { runCheck } from '../../../src/engine/run-check.js';
import { capture, changed, type Entry, entryAt, harOf } from './psc-fixtures.js';
import { exported } from './session-exports.js';

const PRODUCTION = { ...NOTHING_DECLARED, environment: 'production' } as const;

function judged(artifacts: readonly PscArtifact[], context: typeof NOTHING_DECLARED = NOTHING_DECLARED) {
  const [result] = runCheck(environment, artifacts, context);
  if (!result || result.failure) throw new Error(result?.failure);
  return result;
}

const rulesOf = (...given: Parameters<typeof judged>): string[] =>
  judged(...given).findings.map(({ code }) => code.replace('psc/environment/', ''));

async function document(value: object, path = 'discovery.json'): Promise<PscArtifact> {
  const { artifact } = await read({ path, bytes: Buffer.from(JSON.stringify(value)), declared: {} });
  if (artifact?.kind !== 'oidc') throw new Error(`${path}: ${artifact?.kind}`);
  return artifact;
}

const inProduction = (text: string): string => text.replaceAll('bas.psc.esante', 'esw.esante');

/** Some entries of the web session go to production. */
const moved = (...indexes: number[]) =>
  changed('psc-web', (entries) => {
    for (const index of indexes) {
      const { request } = entryAt(entries, index);
      request.url = inProduction(request.url);
    }
    return entries;
  });

describe('psc/environment', () => {
  it('finds nothing in a capture of the sandbox, unless the dossier is of production', async () => {
    const har = await capture('psc-web');
    expect(judged([har])).toMatchObject({ verdict: 'conforming', findings: [] });
    expect(rulesOf([har], PRODUCTION)).toEqual(['not-production']);
  });

  it('says nothing of what another check says: two platforms with an authorization or a CIBA request', async () => {
    expect(rulesOf([await moved(6)])).toEqual([]);
    expect(rulesOf(await exported(await moved(6), 'raw'))).toEqual([]);
  });

  it('joins what was exported as a file for each exchange', async () => {
    expect(rulesOf(await exported(await moved(6), 'separate'))).toEqual(['mixed']);
    expect(rulesOf(await exported(await capture('psc-web'), 'separate'))).toEqual([]);
  });

  it('compares captures and files with each other', async () => {
    const har = await capture('psc-web');
    const other = await document({ ...JSON.parse(inProduction(JSON.stringify(discovery))) });
    expect(judged([har, other]).findings).toMatchObject([
      {
        code: 'psc/environment/other-platform',
        at: { artifact: 'discovery.json', line: 1 },
        actual: 'auth.esw.esante.gouv.fr',
      },
    ]);
    expect(rulesOf([har, await document(discovery)])).toEqual([]);
  });

  it.each([
    [
      'the other platform',
      { jwks_uri: 'https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet/certs' },
      ['discovery'],
    ],
    ['a wrong scheme', { userinfo_endpoint: 'http://auth.bas.psc.esante.gouv.fr/userinfo' }, ['discovery']],
    ['a stranger', { token_endpoint: 'https://example.org/token' }, ['discovery']],
    ['no URL', { end_session_endpoint: 'logout' }, ['discovery']],
    [
      'an alias of the other platform',
      { mtls_endpoint_aliases: { token_endpoint: 'https://auth.esw.esante.gouv.fr/t' } },
      ['discovery'],
    ],
    [
      'a new host of the agency',
      { mtls_endpoint_aliases: { token_endpoint: 'https://mtls.psc.esante.gouv.fr/t' } },
      [],
    ],
    [
      'links for people',
      { op_policy_uri: 'http://esante.gouv.fr/psc', service_documentation: 'http://esante.gouv.fr' },
      [],
    ],
  ] as const)('judges a discovery document that names %s', async (_, change, rules) => {
    expect(rulesOf([await document({ ...discovery, ...change })])).toEqual(rules);
  });

  it('does not judge the document of another provider', async () => {
    const other = JSON.parse(JSON.stringify(discovery).replaceAll('bas.psc.esante.gouv.fr', 'sso.example.org'));
    expect(judged([await document(other)])).toMatchObject({ verdict: 'not-applicable', findings: [] });
  });

  it('compares what is called with what is discovered, a slash apart', async () => {
    const har = await capture('psc-web');
    expect(
      rulesOf([har, await document({ ...discovery, userinfo_endpoint: `${discovery.userinfo_endpoint}/` })]),
    ).toEqual([]);
    const moved = { ...discovery, userinfo_endpoint: discovery.userinfo_endpoint.replace('userinfo', 'identity') };
    expect(rulesOf([har, await document(moved)])).toEqual(['undiscovered']);
  });

  it('says an unknown host once, unless a discovery document names it', async () => {
    const through = (host: string) =>
      changed('psc-web', (entries: Entry[]) => {
        for (const index of [3, 4])
          entryAt(entries, index).request.url = entryAt(entries, index).request.url.replace(
            'auth.bas.psc.esante.gouv.fr',
            host,
          );
        return entries;
      });
    expect(rulesOf([await through('auth.bas.psc.esante-gouv.fr')])).toEqual(['unknown-host']);
    expect(rulesOf([await through('relais.chu.example.org')])).toEqual([]);
    const har = await through('auth.mtls.esw.esante.gouv.fr');
    expect(rulesOf([har])).toEqual(['unknown-host']);
    const aliases = { userinfo_endpoint: 'https://auth.mtls.esw.esante.gouv.fr/userinfo' };
    const named = await document({ ...discovery, mtls_endpoint_aliases: aliases });
    expect(rulesOf([har, named])).not.toContain('unknown-host');
  });

  it('finds a capture that only asks a name that looks like the platform', async () => {
    const url = 'https://auth.psc.esante-gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/token';
    const entry = { request: { method: 'POST', url }, response: { status: 200 } };
    expect(rulesOf([await harOf(JSON.stringify({ log: { entries: [entry] } }))])).toEqual(['unknown-host']);
  });

  it.each([
    [{ SubjectNameID: '899700000000' }, ['test-identity']],
    [{ SubjectNameID: '3990000036/AGENT01' }, []],
    [{ preferred_username: 'ANS20230000001' }, ['test-identity']],
    [{ otherIds: [{ identifiant: '1', origine: 'EDIT' }, 7] }, ['test-identity']],
  ])('tells a test identity in production: %j', async (claims, rules) => {
    const iss = 'https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet';
    const answer = await document({ active: true, iss, sub: 'f:1:2', exp: 1, ...claims }, 'introspection.json');
    expect(rulesOf([answer])).toEqual(rules);
  });
});
