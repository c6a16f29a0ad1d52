import { describe, expect, it } from 'vitest';
import { artifactFiles } from '../../../fixtures/make/artifacts/artifact-files.js';
import { idToken } from '../../../fixtures/make/artifacts/jwt.js';
import { type Reading, read } from '../../../src/artifacts/read.js';

const readText = (text: string) => read({ path: 'a', bytes: Buffer.from(text), declared: {} });
const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const reservesOf = ({ artifact }: Reading) => artifact?.reserves?.map(({ args }) => args.reason);
const problemOf = ({ unreadable }: Reading) => unreadable[0]?.problems[0];
const CLAIMS = part({ sub: '1' });
const RS256 = part({ alg: 'RS256' });

describe('a token', () => {
  it.each([
    ['jwt/compact.jwt', 'compact', []],
    ['jwt/flattened.json', 'flattened', []],
    ['jwt/general.json', 'general', []],
    ['jwt/nested.jwt', 'compact', []],
    ['jwt/bearer.txt', 'compact', ['wrapped']],
    ['jwt/quoted.txt', 'compact', ['wrapped']],
    ['jwt/unsecured.jwt', 'compact', ['alg-none']],
  ])('is read in each of its forms: %s', async (path, form, reserves) => {
    const bytes = artifactFiles().find((file) => file.path === path)?.bytes ?? Buffer.of();
    const reading = await read({ path, bytes, declared: {} });
    if (reading.artifact?.kind !== 'jwt') throw new Error(path);
    const { content } = reading.artifact;
    expect(content).toMatchObject({ form, claims: { aud: 'exemple-lgc-bas', acr: 'eidas1' } });
    expect(content.signatures).toHaveLength(form === 'general' ? 2 : 1);
    if (path.startsWith('jwt/nested')) expect(content.nested?.token).toBe(idToken);
    else expect(content.nested).toBeUndefined();
    if (!/nested|unsecured/.test(path)) expect(content.token).toBe(idToken);
    expect(reservesOf(reading)).toEqual(reserves);
  });

  it.each([
    ['bearer ', ''],
    ['Authorization: "', '"'],
    ['Authorization: Bearer ', '\r\n'],
    ["'", "'"],
    ['`', '`,'],
    ['', '";'],
  ])('is found between %j and %j', async (before, after) => {
    const reading = await readText(`${before}${idToken}${after}`);
    expect(reading.artifact?.kind).toBe('jwt');
    expect(reservesOf(reading)).toEqual(['wrapped']);
  });

  it.each(['\n', '\r\n'])('is read when a terminal cut it in lines of one length, with %j', async (end) => {
    const lines = idToken.match(/.{1,76}/g) ?? [];
    const reading = await readText(lines.join(end));
    expect(reading.artifact?.kind === 'jwt' && reading.artifact.content.token).toBe(idToken);
    expect(reservesOf(reading)).toEqual(['wrapped']);
    // Lines of any length are not one token that was cut.
    const [first = '', second = '', ...others] = lines;
    for (const uneven of [
      [first, second.slice(0, 9), second.slice(9), ...others],
      [first.slice(0, 60), idToken.slice(60)],
    ])
      expect((await readText(uneven.join(end))).artifact?.kind).not.toBe('jwt');
  });

  it.each([
    [
      { alg: 'RSA-OAEP', enc: 'A256GCM' },
      { code: 'read/jwt', args: { reason: 'jwe' } },
    ],
    [{ alg: 'RSA-OAEP' }, undefined],
  ])('of five parts is encrypted when its header says how: %j', async (header, problem) => {
    const text = `${part(header)}.QQ.QQ.QQ.QQ`;
    const found = problemOf(await readText(text));
    if (problem) expect(found).toMatchObject(problem);
    else expect(found?.args).not.toMatchObject({ reason: 'jwe' });
  });

  it.each([
    [`${part({ alg: 'RS256' })}.${CLAIMS}.`, 'signature-empty'],
    [`${part({ typ: 'JWT' })}.${CLAIMS}.c2ln`, 'alg-missing'],
    [`${part({ alg: 'None' })}.${CLAIMS}.`, 'alg-none'],
    [`${RS256}.${part(`${part({ alg: 'none' })}.${CLAIMS}.`)}.c2ln`, 'alg-none'],
  ])('%s has the reserve %s', async (text, reserve) => {
    expect(reservesOf(await readText(text))).toEqual([reserve]);
  });

  it.each([
    [JSON.stringify({ payload: CLAIMS, protected: RS256, header: { alg: 'none' }, signature: 'c2ln' }), 'header-twice'],
    [JSON.stringify({ payload: CLAIMS, signatures: [] }), 'jws-no-signature'],
    [JSON.stringify({ payload: CLAIMS, signatures: [{ protected: RS256 }] }), 'jws-no-signature'],
    [JSON.stringify({ payload: CLAIMS, header: { alg: 'RS256', crit: ['exp'] }, signature: 'c2ln' }), 'crit'],
    [JSON.stringify({ payload: '*', protected: RS256, signature: 'c2ln' }), 'claims-not-base64url'],
    [JSON.stringify({ payload: CLAIMS, protected: '*', signature: 'c2ln' }), 'header-not-base64url'],
    [JSON.stringify({ protected: RS256, iv: 'QQ', ciphertext: 'QQ', tag: 'QQ' }), 'jwe'],
    [`${part('{"alg":1')}.${CLAIMS}.c2ln`, 'header-not-object'],
    [`${RS256}.${part('[]')}.c2ln`, 'claims-not-object'],
  ])('%s is refused: %s', async (text, reason) => {
    expect(problemOf(await readText(text))).toMatchObject({ code: 'read/jwt', args: { reason } });
  });

  it('shows the part and the path of a header parameter that stands twice', async () => {
    const twice = part('{"alg": "RS256", "a": {"b": 1, "b": 2}}');
    const problem = problemOf(await readText(`\n${twice}.${CLAIMS}.c2ln`));
    expect(problem?.args).toEqual({ reason: 'duplicate-key' });
    expect(problem?.location).toEqual({ line: 1, column: 1, path: '$.a.b' });
  });

  it('takes the last value of a claim that its issuer wrote twice', async () => {
    const claims = part('{"sub": "1", "acr": "0", "a": {"b": 1, "b": 2}, "acr": "eidas3"}');
    const { artifact } = await readText(`${RS256}.${claims}.c2ln`);
    if (artifact?.kind !== 'jwt') throw new Error('not read');
    expect(artifact.content.claims).toEqual({ sub: '1', acr: 'eidas3', a: { b: 2 } });
    expect(artifact.reserves).toEqual([
      {
        code: 'read/forgiven',
        args: { reason: 'claim-twice', claim: 'b', count: 2 },
        location: expect.objectContaining({ line: 1 }),
      },
    ]);
  });

  it('does not take a claim named as the machinery of objects', async () => {
    const claims = part('{"__proto__": {}, "__proto__": {}}');
    expect(problemOf(await readText(`${RS256}.${claims}.c2ln`))?.args).toEqual({ reason: 'machinery-key' });
  });

  it('keeps members that no signature covers apart', async () => {
    const { artifact } = await readText(
      JSON.stringify({ payload: CLAIMS, protected: RS256, header: { kid: 'x' }, signature: 'c2ln' }),
    );
    expect(artifact?.kind === 'jwt' && artifact.content.signatures[0]).toMatchObject({
      header: { alg: 'RS256', kid: 'x' },
      unprotected: { kid: 'x' },
    });
  });

  it('does not unfold without end', async () => {
    let token = `${RS256}.${CLAIMS}.c2ln`;
    for (let depth = 0; depth < 6; depth++) token = `${RS256}.${part(token)}.c2ln`;
    expect(problemOf(await readText(token))).toMatchObject({ args: { limit: 'nesting' } });
    const signatures = Array(10_001).fill({});
    expect(problemOf(await readText(JSON.stringify({ payload: CLAIMS, signatures })))).toMatchObject({
      args: { limit: 'contained', actual: 10_001 },
    });
  });
});
