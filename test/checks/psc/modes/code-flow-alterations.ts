import { type Alteration, alterationsOf } from './alteration.js';

const AUTH = 'https://wallet.bas.psc.esante.gouv.fr/auth?response_type=code&client_id=exemple-lgc-bas';
const REALM = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet';
const STATE = '9c41e7a05d2b4f86b3a7c0d9e1f25864';
const NONCE = '6f1d0c8e4b7a49d2a35b90e17c62f8d40b96e3fa1857cd2e';
const CODE = 'c0de7f3a-1b52-4d8e-96a0-84e5d2c7f319';
const REDIRECT = 'redirect_uri=https%3A%2F%2Flgc.example.org%2Fpsc%2Fretour';
/** What is before the state in the first request. */
const FIRST = `response_type=code&client_id=exemple-lgc-bas&${REDIRECT}&scope=openid+scope_all&acr_values=eidas1&state=9c41`;
/** The address of an endpoint, with and without TLS. */
const inClear = (name: string): [string, string] => {
  const address = `"url": "${REALM}/protocol/openid-connect/${name}"`;
  return [address, address.replace('https', 'http')];
};
const first = (good: string, bad: string): [string, string] => [FIRST, FIRST.replace(good, bad)];
const RETURNED = `?state=${STATE}&code=${CODE}`;
const EXCHANGED = `grant_type=authorization_code&code=${CODE}`;

/** The code flow in a browser: what each leg says. */
export const CODE_FLOW: readonly Alteration[] = [
  ...alterationsOf(
    'psc-web',
    'har',
    [...first('response_type=code', 'response_type=code+id_token'), 'psc/authorization-request'],
    [...first('response_type=code', 'response_type=token'), 'psc/authorization-request'],
    [...first('client_id=exemple-lgc-bas', 'client_id='), 'psc/authorization-request'],
    [...first('client_id=exemple-lgc-bas', 'client_id=un-autre-logiciel'), 'psc/client-authentication'],
    [...first('openid+scope_all', 'scope_all'), 'psc/authorization-request'],
    [...first('openid+scope_all', 'openid+profile'), 'psc/authorization-request'],
    [...first('&acr_values=eidas1', ''), 'psc/acr-values'],
    [...first('acr_values=eidas1', 'acr=eidas1'), 'psc/acr-values'],
    [...first('acr_values=eidas1', 'acr_values=EIDAS1'), 'psc/acr-values'],
    [...first('acr_values=eidas1', 'acr_values=eidas3'), 'psc/acr-values'],
    [...first('https%3A%2F%2Flgc', 'http%3A%2F%2Flgc'), 'psc/authorization-request'],
    [
      `${AUTH}&${REDIRECT}&scope=openid+scope_all&acr_values=eidas1&state=9c41`,
      `http://wallet.bas.psc.esante.gouv.fr/auth?${FIRST}`,
      'psc/authorization-request',
    ],
    [`&state=${STATE}&nonce=`, '&nonce=', 'psc/authorization-request'],
    [`&nonce=${NONCE}`, '', 'psc/authorization-request'],
    [`&nonce=${NONCE}`, '&nonce=0000000000000000000000000000000000000000000000aa', 'psc/id-token'],
    ['&state=e85d3b90a7c14f62914fc2e0b6d7a813&nonce=', `&state=${STATE}&nonce=`, 'psc/authorization-request'],
    [RETURNED, `?state=${STATE}`, 'psc/callback'],
    [RETURNED, `?state=00000000000000000000000000000000&code=${CODE}`, 'psc/callback'],
    [RETURNED, `?state=${STATE.toUpperCase()}&code=${CODE}`, 'psc/callback'],
    [EXCHANGED, `grant_type=password&code=${CODE}`, 'psc/token-request'],
    [EXCHANGED, 'grant_type=authorization_code&code=c0de0000-0000-0000-0000-000000000000', 'psc/token-request'],
    [`${CODE}&${REDIRECT}`, `${CODE}&${REDIRECT}%2F`, 'psc/token-request'],
    ['&code_verifier=fixture-verifier-', '&verifier=fixture-verifier-', 'psc/token-request'],
    ['&code_verifier=fixture-verifier-', '&code_verifier=another-verifier-', 'psc/token-request'],
    ['"application/x-www-form-urlencoded"', '"application/json"', 'psc/token-request'],
    ['openid-connect/token"', 'openid-connect/token?client_secret=mot-de-passe-du-logiciel"', 'psc/token-request'],
    ['"token_type": "Bearer"', '"token_type": "mac"', 'psc/token-request'],
    [...inClear('token'), 'psc/environment'],
    [...inClear('userinfo'), 'psc/environment'],
    [...inClear('certs'), 'psc/environment'],
    [
      `${REALM}/protocol/openid-connect/logout?`,
      `${REALM.replace('https', 'http')}/protocol/openid-connect/logout?`,
      'psc/environment',
    ],
    [
      `${REALM}/protocol/openid-connect/logout?id_token_hint={id-token}&`,
      'https://lgc.example.org/session-fermee?',
      'psc/logout',
    ],
    ['id_token_hint={id-token}&', '', 'psc/logout'],
    [
      `${REALM}/protocol/openid-connect/logout?`,
      'https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/logout?',
      'psc/authorization-request',
    ],
  ),
  ...alterationsOf(
    'psc-external-browser',
    'har',
    [
      'http%3A%2F%2F127.0.0.1%3A8642%2Fpsc%2Fretour&scope=openid+scope_all&acr_values=eidas1&state=9c41',
      'http%3A%2F%2Flgc.example.org%2Fpsc%2Fretour&scope=openid+scope_all&acr_values=eidas1&state=9c41',
      'psc/authorization-request',
    ],
    [RETURNED, `?state=${STATE}&code=`, 'psc/callback'],
    ['"id_token": "{id-token}"', '"id_token": "illisible"', 'psc/id-token'],
  ),
  ...alterationsOf(
    'psc-embedded-browser',
    'har',
    ['acr_values=eidas1&state=9c41', 'acr_values=1&state=9c41', 'psc/acr-values'],
    ['id_token_hint={id-token}&', '', 'psc/logout'],
  ),
];
