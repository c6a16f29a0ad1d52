import { expect, it } from 'vitest';
import { secretsIn } from '../../../../src/checks/psc/logs/logged-secrets.js';

const OPAQUE = '0123456789abcdef0123456789abcdef0123456789abcdef';
const JWT = `eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJleGVtcGxlIn0.${OPAQUE}`;

it.each([
  [`Authorization: Bearer ${OPAQUE}`, ['token']],
  [`id_token_hint=${JWT}&state=1`, ['token']],
  [`{"access_token":"${OPAQUE}","expires_in":120}`, ['token']],
  [`accessToken=${OPAQUE}`, ['token']],
  [
    `AUTH XOAUTH2 ${Buffer.from(`user=claire@exemple.fr\x01auth=Bearer ${OPAQUE}\x01\x01`).toString('base64')}`,
    ['token'],
  ],
  [`grant_type=refresh_token&refresh_token=${OPAQUE}`, ['refresh-token']],
  [`"refreshToken": "${OPAQUE}"`, ['refresh-token']],
  ['client_id=lgc&client_secret=4f1e9c0d7a2b', ['client-secret']],
  ['Authorization: Basic ZXhlbXBsZTo3aFQydlE5eExtNFJrOFpw', ['client-secret']],
  [`code=abc&code_verifier=${OPAQUE}`, ['code-verifier']],
  [`Set-Cookie: JSESSIONID=${OPAQUE}; Path=/; HttpOnly`, ['cookie']],
  [`grant_type=refresh_token&refresh_token=${OPAQUE}&client_secret=4f1e9c0d7a2b`, ['refresh-token', 'client-secret']],
])('finds what %s shows', (text, secrets) => {
  expect(secretsIn(text)).toEqual(secrets);
});

it.each([
  'Authorization: Bearer ***',
  'Authorization: Bearer xxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'access_token=************************',
  'access_token=sha256:0123456789abcdef0123456789abcdef',
  'refresh_token=[masqué]',
  'refresh_token=<redacted>',
  'grant_type=refresh_token&scope=openid',
  'refresh_token_expires_in=1800, token_type=Bearer, expires_in=120',
  'token_endpoint_auth_method=client_secret_basic',
  'client_secret=configured',
  'client_secret={PSC_CLIENT_SECRET_2}',
  'code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256',
  'Set-Cookie: langue=fr; Path=/',
  'GET /retour?code=5e55107e-0000-4000-8000-000000000000&state=e85d3b90a7c14f62914fc2e0b6d7a813 302',
  'jti=c72092d0-0000-4000-8000-000000000000 sid=3d0a6c52-9f41-4b7e-8a1c-5e2f7d90b613',
  "Le jeton (token) d'accès de la session a été renouvelé",
  'Bearer token received from Pro Santé Connect',
])('takes %s for no secret', (text) => {
  expect(secretsIn(text)).toEqual([]);
});

it('reads what is hostile as fast as the rest', () => {
  for (const piece of ['eyJ', 'Bearer ', 'access_token=', 'Set-Cookie: sess', 'dXNlcj', '"', 'client_secret=a'])
    expect(secretsIn(piece.repeat(20_000 / piece.length)).length).toBeLessThan(3);
});
