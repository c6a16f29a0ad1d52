import { describe, expect, it } from 'vitest';
import { artifactFiles } from '../../../fixtures/make/artifacts/artifact-files.js';
import { read } from '../../../src/artifacts/read.js';

async function contentOf(text: string | Uint8Array) {
  const { artifact } = await read({ path: 'a', bytes: Buffer.from(text as string), declared: {} });
  return artifact?.kind === 'oidc' ? artifact.content : artifact?.kind;
}

const example = (name: string) =>
  contentOf(artifactFiles().find(({ path }) => path === `oidc/${name}.json`)?.bytes ?? Buffer.of());

describe('a document of an OpenID provider', () => {
  it('of discovery gives its endpoints and lists', async () => {
    const content = await example('discovery');
    if (typeof content !== 'object' || content.type !== 'discovery') throw new Error();
    expect(content.issuer).toBe('https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet');
    expect(content.endpoints.get('jwks_uri')).toBe(`${content.issuer}/protocol/openid-connect/certs`);
    expect(content.supported.get('scopes_supported')).toEqual(['openid', 'scope_all']);
    expect(content.json.locate(['issuer'])).toMatchObject({ line: 2, path: '$.issuer' });
  });

  it.each(['userinfo', 'userinfo-before-2023'])('of a user is the same whatever its shape: %s', async (name) => {
    expect(await example(name)).toMatchObject({
      type: 'userinfo',
      subject: expect.stringMatching(/^f:/),
      nationalId: '899700100011',
      civility: 'MME',
      sector: { code: 'SA07', system: '1.2.250.1.71.4.2.4' },
      roles: [{ code: '10', system: '1.2.250.1.213.1.1.5.5' }],
      organizationId: undefined,
      authenticationMode: 'CARD',
      otherIds: [{ value: '899700100011', origin: 'EDIT', quality: 1 }],
      practices: [
        {
          members: new Map([
            ['codeProfession', '10'],
            ['codeCategorieProfessionnelle', 'C'],
            ['codeSavoirFaire', 'SM54'],
          ]),
          activities: [
            new Map([
              ['codeSecteurDactivite', 'SA07'],
              ['raisonSocialeSite', 'Cabinet des Essais'],
            ]),
          ],
        },
      ],
    });
  });

  it.each([
    ['tokens', { type: 'tokens', tokenType: 'Bearer', expiresIn: 120, scopes: ['openid', 'scope_all'] }],
    ['backchannel', { type: 'backchannel', requestId: 'd3b0c2a1-essai', expiresIn: 120, interval: 5 }],
    ['introspection', { type: 'introspection', active: true }],
    ['introspection-inactive', { type: 'introspection', active: false }],
    ['error', { type: 'error', error: 'invalid_grant', description: 'Code not valid' }],
    ['jwks', { type: 'jwks', keys: [{ keyType: 'RSA', use: 'sig', algorithm: 'RS256', isSecret: false }] }],
  ])('is typed: %s', async (name, expected) => {
    expect(await example(name)).toMatchObject(expected);
  });

  it.each([
    ['{"sub": "1"}', 'other'],
    ['{"sub": "1", "given_name": "A", "exp": 1}', 'other'],
    ['{"issuer": "https://a"}', 'other'],
    ['{"keys": []}', 'other'],
    ['{"keys": [{"id": 1}]}', 'other'],
    ['{"active": true, "colour": "red"}', 'other'],
    ['{"error": "Not found here"}', 'other'],
    ['{"error": "oops", "patient": 1}', 'other'],
    ['{"resourceType": "Patient", "active": true}', 'fhir'],
    ['[1]', 'other'],
  ])('%s is none', async (text, kind) => {
    expect(await contentOf(text)).toBe(kind);
  });

  it('reads a minimal userinfo', async () => {
    expect(
      await contentOf('{"sub": "1", "given_name": "A", "otherIds": [{"origine": "X"}], "SubjectRole": "10"}'),
    ).toMatchObject({
      otherIds: [],
      practices: [],
      roles: [{ code: '10', system: undefined }],
    });
  });
});

it.each([
  ['{"keys": [{"kty": "RSA", "n": "AQAB", "e": "AQAB"}, {"kty": "RSA", "d": "AQAB"}]}', 'private-key', '$.keys[1]'],
  ['{"keys": [{"kty": "oct", "k": "AQAB"}]}', 'shared-secret', '$.keys[0]'],
])('a set that publishes a secret has a reserve: %s', async (text, reason, path) => {
  const { artifact } = await read({ path: 'a', bytes: Buffer.from(text), declared: {} });
  expect(artifact?.reserves).toMatchObject([{ code: 'read/oidc', args: { reason }, location: { path } }]);
});
