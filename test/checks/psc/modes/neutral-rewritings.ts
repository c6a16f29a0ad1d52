import type { ExampleBase } from '../../../../src/checks/example-base.js';
import type { Rewriting } from './alteration.js';

const STATE = '9c41e7a05d2b4f86b3a7c0d9e1f25864';
const LOGOUT = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/logout';

const rewritten = (
  base: ExampleBase,
  part: string,
  ...pairs: readonly (readonly [good: string, bad: string])[]
): Rewriting[] => pairs.map(([good, bad]) => ({ base, part, good, bad }));

/** Other ways in which the same sessions go: they trip nothing. */
export const NEUTRAL: readonly Rewriting[] = [
  ...rewritten(
    'psc-web',
    'har',
    [`&state=${STATE}&nonce=`, `&kc_idp_hint=fi-local&state=${STATE}&nonce=`],
    [`&state=${STATE}&nonce=`, `&prompt=login&ui_locales=fr&state=${STATE}&nonce=`],
    [
      `?state=${STATE}&code=`,
      `?session_state=3d0a6c52&iss=https%3A%2F%2Fauth.bas.psc.esante.gouv.fr%2Fauth%2Frealms%2Fesante-wallet&state=${STATE}&code=`,
    ],
    ['"token_type": "Bearer"', '"token_type": "bearer"'],
    ['"email_verified": false,', ''],
    ['"authMode": "MOBILE",', ''],
    ['"application/x-www-form-urlencoded"', '"application/x-www-form-urlencoded;charset=UTF-8"'],
    ['"value": "Bearer {access-token}"', '"value": "bearer {access-token}"'],
    ['"name": "Authorization"', '"name": "authorization"'],
    [
      '"status": 200,\n      "headers": [\n        {\n          "name": "Content-Type",\n          "value": "text/html;charset=UTF-8"',
      '"status": 200,\n      "headers": [\n        {\n          "name": "content-type",\n          "value": "text/html"',
    ],
    [`${LOGOUT}?id_token_hint={id-token}&`, `${LOGOUT}?client_id=exemple-lgc-bas&id_token_hint={id-token}&`],
  ),
  ...rewritten(
    'psc-web',
    'id-token',
    ['"acr": "eidas1"', '"acr": "eidas2", "auth_level": "1"'],
    ['"acr": "eidas1"', '"acr": "eidas3"'],
    ['"aud": "exemple-lgc-bas"', '"aud": ["exemple-lgc-bas"]'],
    ['"authMode": "MOBILE"', '"authMode": "CARD", "amr": ["card"]'],
    ['"sid": "3d0a6c52-9f41-4b7e-8a1c-5e2f7d90b613",', ''],
  ),
  ...rewritten(
    'psc-web',
    'access-token',
    ['"acr": "eidas1"', '"acr": "eidas3", "nonce": ""'],
    ['"exp": 1773653535', '"exp": 1773653475'],
  ),
  ...rewritten('psc-web', 'token-header', ['"typ":"JWT",', '']),
  ...rewritten(
    'psc-ciba',
    'har',
    ['binding_message=42', 'binding_message=07'],
    ['binding_message=42', 'binding_message=42&channel=CARD'],
    ['2026-03-16T10:30:15.000+01:00', '2026-03-16T10:30:16.900+01:00'],
    ['"interval": 5', '"interval": 2'],
  ),
];
