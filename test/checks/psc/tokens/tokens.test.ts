import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { clientId, nonce, sessionStart } from '../../../../fixtures/make/psc-session.js';
import { signedToken, testJwks, tokenHeader } from '../../../../fixtures/make/signed-token.js';
import type { Artifact } from '../../../../src/artifacts/artifact.js';
import { NOTHING_DECLARED } from '../../../../src/checks/context.js';
import type { SetCheck } from '../../../../src/checks/define.js';
import { accessToken } from '../../../../src/checks/psc/access-token.js';
import { idToken } from '../../../../src/checks/psc/id-token.js';
import { tokenSignature } from '../../../../src/checks/psc/token-signature.js';
import { isExpired } from '../../../../src/checks/psc/tokens/claim-faults.js';
import { goodArtifacts } from '../../../support/example-runs.js';
import { artifactsOfFile } from '../../../support/run-check.js';
import { changed, type Entry, entryAt } from '../psc-fixtures.js';

const ISSUER = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet';

const CLAIMS = {
  iss: ISSUER,
  sub: 'f:9b2e7c14-5d3f-4a86-bf01-2c8d6e4a7f90:899700100011',
  aud: clientId,
  azp: clientId,
  iat: sessionStart,
  exp: sessionStart + 120,
  acr: 'eidas1',
  typ: 'ID',
  preferred_username: '899700100011',
};

const file = (path: string, content: unknown): Promise<Artifact[]> =>
  artifactsOfFile(
    { path, bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)) },
    {},
  );
const token = (claims: Record<string, unknown>, path = 'token.jwt', header: string = tokenHeader) =>
  file(path, signedToken(header, JSON.stringify({ ...CLAIMS, ...claims })));
const KEYS = file('jwks.json', testJwks);

async function judged(check: SetCheck, ...given: readonly (Promise<Artifact[]> | Promise<Artifact>)[]) {
  const artifacts = (await Promise.all(given)).flat().filter(({ kind }) => check.kinds.includes(kind));
  const { findings, needs = [], ...outcome } = check.run(artifacts.map(check.keep), NOTHING_DECLARED);
  const places = findings.map(({ rule, at }) => `${rule} ${at.path ?? ''}`);
  return { ...outcome, found: findings.map(({ rule }) => rule), places, needs: needs.map(({ code }) => code) };
}

describe('a token exported alone', () => {
  it('is judged for what it says, but for its time', async () => {
    expect(await judged(idToken, token({}))).toMatchObject({ evaluated: 1, found: [], needs: ['need/capture-time'] });
    const access = token({ typ: 'Bearer', aud: undefined });
    expect(await judged(accessToken, access)).toMatchObject({ evaluated: 1, found: [], needs: ['need/capture-time'] });
    expect(await judged(idToken, access)).toMatchObject({ applies: false });
    expect(await judged(accessToken, token({}))).toMatchObject({ applies: false });
  });

  it('without typ is an access token by its scope, else an ID token by its audience, else none', async () => {
    const untyped = (claims: Record<string, unknown>) => token({ typ: undefined, ...claims });
    expect(await judged(accessToken, untyped({ scope: 'openid' }))).toMatchObject({ evaluated: 1, found: [] });
    expect(await judged(idToken, untyped({ scope: 'openid' }))).toMatchObject({ applies: false });
    expect(await judged(idToken, untyped({}))).toMatchObject({ evaluated: 1, found: [] });
    expect(await judged(accessToken, untyped({}))).toMatchObject({ applies: false });
    for (const check of [idToken, accessToken])
      expect(await judged(check, untyped({ aud: undefined }))).toMatchObject({ applies: false });
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['no subject', { sub: undefined }, ['claim-missing $.sub']],
    ['a subject that is a number', { sub: 899700100011 }, ['claim-missing $.sub']],
    ['a subject too long', { sub: 'f'.repeat(256) }, ['subject-form $.sub', 'claim-missing $.sub']],
    ['an empty subject', { sub: '' }, ['subject-form $.sub', 'claim-missing $.sub']],
    ['the longest subject', { sub: 'f'.repeat(255) }, ['subject-form $.sub']],
    ['an audience that is an empty text', { aud: '', azp: undefined }, ['claim-missing $.aud']],
    ['one audience in a list and no azp', { aud: [clientId], azp: undefined }, []],
    ['a kind of its own', { typ: 'Autre' }, []],
    ['no kind', { typ: undefined }, []],
    ['an identifier that is a text of nothing', { SubjectNameID: '' }, []],
    ['an authentication as it is issued', { auth_time: sessionStart }, []],
    ['no audience', { aud: undefined, azp: undefined }, ['claim-missing $.aud']],
    ['an empty audience', { aud: [] }, ['claim-missing $.aud']],
    ['no end', { exp: undefined }, ['expired $.exp']],
    ['an end that is a text', { exp: '2026' }, ['expired $.exp']],
    ['no time of issue', { iat: undefined }, ['claim-missing $.iat']],
    ['several audiences and no azp', { aud: [clientId, 'account'], azp: undefined }, ['authorized-party $.azp']],
    ['several audiences and an azp', { aud: [clientId, 'account'] }, []],
    ['the older sandbox', { iss: ISSUER.replace('bas.psc', 'bas.esw') }, []],
    ['production', { iss: 'https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet' }, []],
    ['another realm', { iss: `${ISSUER}-autre` }, ['issuer $.iss']],
    ['the level of a card', { acr: 'eidas3', authMode: 'CARD', auth_level: '1', amr: ['pwd'] }, []],
    ['the type of an access token', { typ: 'Bearer' }, []],
    ['another user name', { preferred_username: '899700100022' }, ['identity $.preferred_username']],
    ['an opaque subject', { sub: '3f6c' }, ['subject-form $.sub']],
    ['another date of authentication', { auth_time: sessionStart + 1 }, ['authentication-time $.auth_time']],
    ['a type of its own', { session_state: 12 }, ['claim-type $.session_state']],
    ['five minutes', { exp: sessionStart + 300 }, []],
    ['more than five minutes', { exp: sessionStart + 301 }, ['lifetime $.exp']],
  ])('with %s gives its own fault, where it stands', async (_, claims, places) => {
    const { places: found } = await judged(idToken, token(claims));
    expect(found).toEqual(places);
  });

  it('tells by how many seconds its times differ', async () => {
    const argsOf = async (claims: Record<string, unknown>) =>
      idToken.run((await token(claims)).map(idToken.keep), NOTHING_DECLARED).findings.map(({ args }) => args);
    expect(await argsOf({ exp: sessionStart + 301 })).toEqual([{ seconds: 301, longest: 300 }]);
    expect(await argsOf({ auth_time: sessionStart + 7 })).toEqual([{ seconds: 7 }]);
  });

  it('is over from the second that it tells, and five minutes', () => {
    const end = (sessionStart + 300) * 1000;
    expect([end - 1, end, undefined].map((at) => isExpired(sessionStart, at))).toEqual([false, true, false]);
  });

  it('is not of Pro Santé Connect because another provider writes alike', async () => {
    const other = { iss: 'https://sso.example.org/realms/main', acr: '1', typ: 'ID' };
    for (const check of [idToken, accessToken, tokenSignature])
      expect(await judged(check, token(other))).toMatchObject({ applies: false });
  });

  it('is found in the answer that gave it, with its access token', async () => {
    const answer = (nonceOf: string) =>
      file('tokens.json', {
        access_token: signedToken(tokenHeader, JSON.stringify({ ...CLAIMS, typ: 'Bearer' })),
        id_token: signedToken(tokenHeader, JSON.stringify({ ...CLAIMS, nonce: nonceOf, at_hash: 'AAAA' })),
        token_type: 'Bearer',
        expires_in: 120,
      });
    expect(await judged(idToken, answer(nonce))).toMatchObject({ found: ['hash'], evaluated: 1 });
  });
});

describe('psc/token-signature', () => {
  it('verifies with keys that a file gives', async () => {
    expect(await judged(tokenSignature, token({}), KEYS)).toMatchObject({ evaluated: 1, found: [], needs: [] });
  });

  it('never concludes without the keys, or with those of others', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
    const others = file('jwks.json', { keys: [{ ...stranger, kid: 'other', use: 'sig' }] });
    for (const given of [[token({})], [token({}), others]])
      expect(await judged(tokenSignature, ...given)).toMatchObject({ evaluated: 0, found: [], needs: ['need/jwks'] });
  });

  it('tells the algorithm that no key suits, and no other value', async () => {
    const actual = async (text: string) => {
      const given = [...(await file('token.jwt', text)), ...(await KEYS)];
      const { findings } = tokenSignature.run(given.map(tokenSignature.keep), NOTHING_DECLARED);
      return findings.map((each) => [each.rule, each.actual]);
    };
    const other = signedToken(tokenHeader.replace('RS256', 'ES256'), JSON.stringify(CLAIMS));
    expect(await actual(other)).toEqual([['unsuitable-key', 'ES256']]);
    const [header, , signature] = signedToken(tokenHeader, '{}').split('.');
    const forged = `${header}.${Buffer.from(JSON.stringify(CLAIMS)).toString('base64url')}.${signature}`;
    expect(await actual(forged)).toEqual([['false-signature', undefined]]);
  });

  it('takes any key that suits for a token that names none', async () => {
    const unnamed = token({}, 'token.jwt', '{"alg":"RS256"}');
    expect(await judged(tokenSignature, unnamed, KEYS)).toMatchObject({ evaluated: 1, found: [], needs: [] });
  });

  it('does not verify what was masked, nor judge what nobody signed', async () => {
    const [head, body] = signedToken(tokenHeader, JSON.stringify(CLAIMS)).split('.');
    const redacted = file('token.jwt', `${head}.${body}.SEGURCHECKREDACTED${'0'.repeat(300)}`);
    expect(await judged(tokenSignature, redacted, KEYS)).toMatchObject({
      evaluated: 0,
      needs: ['need/masked-value'],
    });
    const unsigned = token({}, 'token.jwt', '{"alg":"none"}');
    expect(await judged(tokenSignature, unsigned, KEYS)).toMatchObject({ evaluated: 0, found: [], needs: [] });
    expect(await judged(idToken, unsigned)).toMatchObject({ found: ['unsigned'] });
  });

  const certs = (change: (entry: Entry) => void) =>
    changed('psc-web', (entries) => {
      change(entryAt(entries, 3));
      return entries;
    });

  it('does not take the keys of one platform for those of the other', async () => {
    const production = certs((entry) => {
      entry.request.url = entry.request.url.replace('auth.bas.psc', 'auth.esw');
    });
    expect(await judged(tokenSignature, production)).toMatchObject({ evaluated: 0, found: [], needs: ['need/jwks'] });
  });

  const renamed = (startedDateTime: string | undefined) =>
    certs((entry) => {
      entry.startedDateTime = startedDateTime;
      entry.response.content = { text: JSON.stringify({ keys: testJwks.keys.map((key) => ({ ...key, kid: 'new' })) }) };
    });

  it.each([
    ['beside the token', '2026-03-16T10:30:16+01:00', ['unknown-key', 'unknown-key'], []],
    ['a few minutes before it', '2026-03-16T10:28:00+01:00', ['unknown-key', 'unknown-key'], []],
    ['on another day', '2026-03-12T10:28:00+01:00', [], ['need/jwks']],
    ['hours later', '2026-03-16T14:28:00+01:00', [], ['need/jwks']],
    ['at a time that nobody tells', undefined, [], ['need/jwks']],
  ])('judges a key that was not published %s', async (_, instant, found, needs) => {
    expect(await judged(tokenSignature, renamed(instant))).toMatchObject({ found, needs });
  });

  it('ignores a set of keys that can not be read', async () => {
    for (const keys of [undefined, {}, [], [1], [{ kty: 'RSA' }]]) {
      const broken = certs((entry) => {
        entry.response.content = { text: JSON.stringify({ keys }) };
      });
      const outcome = await judged(tokenSignature, broken);
      expect(outcome.found.filter((rule) => rule !== 'unknown-key')).toEqual([]);
    }
  });
});

describe('a capture', () => {
  const answer = (change: (answer: Record<string, unknown>) => void) =>
    changed('psc-web', (entries) => {
      const { content } = entryAt(entries, 2).response;
      if (!content) throw new Error('no answer');
      const value = JSON.parse(content.text);
      change(value);
      content.text = JSON.stringify(value);
      return entries;
    });

  it.each(['***', '[id_token]', '<masqué>', 'REDACTED', '…', 'xxxxxxxx', '[JETON CAVIARDÉ]'])(
    'whose tokens are masked as %s proves nothing, for or against',
    async (mask) => {
      const masked = answer((value) =>
        Object.assign(value, { id_token: mask, access_token: mask, refresh_token: mask }),
      );
      expect(await judged(idToken, masked)).toMatchObject({ evaluated: 0, found: [], needs: ['need/masked-value'] });
      expect(await judged(accessToken, masked)).toMatchObject({
        evaluated: 0,
        found: [],
        needs: ['need/masked-value'],
      });
      expect(await judged(tokenSignature, masked)).toMatchObject({ evaluated: 0, found: [] });
    },
  );

  it.each([
    ['id_token', 'Bearer', 'ID'],
    ['access_token', 'Refresh', 'Bearer'],
  ])('tells the kind that its %s should have, not %s', async (member, typ, kind) => {
    const check = member === 'id_token' ? idToken : accessToken;
    const har = await answer((value) => {
      const [, claims = ''] = String(value[member]).split('.');
      const own = JSON.parse(Buffer.from(claims, 'base64url').toString());
      value[member] = signedToken(tokenHeader, JSON.stringify({ ...own, typ }));
    });
    const { findings } = check.run([check.keep(har)], NOTHING_DECLARED);
    const found = findings.filter(({ rule }) => rule === 'token-kind');
    expect(found).toMatchObject([{ args: { kind }, actual: typ }]);
  });

  it('may hold an access token that is opaque', async () => {
    const opaque = answer((value) => Object.assign(value, { access_token: '9f1c0e77-opaque.text' }));
    expect(await judged(accessToken, opaque)).toMatchObject({ evaluated: 0, found: [], needs: [] });
    expect(await judged(idToken, opaque)).toMatchObject({ evaluated: 1, found: [] });
  });

  it('and a file of the same token are one: it was received then', async () => {
    const artifacts = await goodArtifacts('psc-web');
    const [har] = artifacts;
    if (har?.kind !== 'har') throw new Error('no capture');
    const body = har.content.exchanges[2]?.responseBody ?? '';
    const same = file('id.jwt', String(JSON.parse(body).id_token));
    const both = Promise.all([Promise.resolve([har]), same]).then((all) => all.flat());
    expect(await judged(idToken, both)).toMatchObject({ evaluated: 1, found: [], needs: [] });
  });

  it('of a browser alone asks for the rest', async () => {
    const browser = changed('psc-web', (entries) => [entryAt(entries, 0), entryAt(entries, 1)]);
    for (const check of [idToken, accessToken, tokenSignature])
      expect(await judged(check, browser)).toMatchObject({ evaluated: 0, found: [], needs: ['need/token-exchange'] });
  });

  const lateUserInfo = (status: number, renewed: boolean) =>
    changed('psc-web', (entries) => {
      const [exchange, userinfo] = [entryAt(entries, 2), entryAt(entries, 4)];
      const late = { ...userinfo, startedDateTime: '2026-03-16T10:32:30+01:00', response: { status } };
      const again = { ...exchange, startedDateTime: '2026-03-16T10:32:31+01:00' };
      return renewed ? [...entries, late, again] : [...entries, late];
    });

  it.each([
    [200, false, ['used-late']],
    [401, false, ['used-late']],
    [401, true, []],
  ])('that uses a token too late and gets %i, renewed then or not (%s)', async (status, renewed, found) => {
    expect(await judged(accessToken, lateUserInfo(status, renewed))).toMatchObject({ found });
  });
});
