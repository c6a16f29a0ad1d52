import { type Alteration, alterationsOf } from './alteration.js';

/** A login without browser: the request, the polls, the logout. */
export const CIBA: readonly Alteration[] = [
  ...alterationsOf(
    'psc-ciba',
    'har',
    ['scope=openid+scope_all', 'scope=scope_all', 'psc/ciba-request'],
    ['scope=openid+scope_all', 'scope=openid', 'psc/ciba-request'],
    ['acr_values=eidas1', 'acr_values=eidas', 'psc/acr-values'],
    ['acr_values=eidas1', 'acr_values=eidas2', 'psc/acr-values'],
    ['&login_hint=899700100011', '', 'psc/ciba-request'],
    ['login_hint=899700100011', 'login_hint=99700100011', 'psc/ciba-request'],
    ['login_hint=899700100011', 'login_hint=899700100029', 'psc/ciba-request'],
    ['binding_message=42', 'binding_message=4', 'psc/ciba-request'],
    ['binding_message=42', 'binding_message=123', 'psc/ciba-request'],
    ['&binding_message=42', '', 'psc/ciba-request'],
    ['login_hint=899700100011', 'login_hint=camille.martin%40exemple.fr', 'psc/ciba-request'],
    ['ext/ciba/auth"', 'ext/ciba/auth?scope=openid+scope_all"', 'psc/ciba-request'],
    [
      'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/ext',
      'http://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/ext',
      'psc/environment',
    ],
    ['"auth_req_id": "a17c5e92', '"auth_req_id": "00000000', 'psc/ciba-request'],
    ['2026-03-16T10:30:10.000+01:00', '2026-03-16T10:30:06.000+01:00', 'psc/ciba-request'],
    ['client_id=exemple-lgc-bas&id_token_hint={id-token}', '', 'psc/logout'],
    ['"status": 204', '"status": 400', 'psc/logout'],
  ),
];
