import { defineSetCheck, type Rule } from '../define.js';
import { primary, transport } from '../sources/psc-rule.js';
import { type ExposureRule, exposuresOf } from './protection/exposures.js';
import { legsTo, NOT_PSC, traceOf } from './trace/exchange-legs.js';

const SEPARATION = 'Principes de sécurisation (séparation de la gestion des credentials)';

const URLS = 'EXI PSC 09 ; RFC 6750 §5.3 ; RFC 9700 §4.3.2';

const RULES: Readonly<Record<ExposureRule, Rule>> = {
  'token-in-url': primary(URLS),
  'id-token-in-url': primary(URLS, 'warning'),
  'secret-in-url': primary('EXI PSC 09, 15 ; RFC 6749 §2.3.1'),
  'verifier-in-url': primary('EXI PSC 15 ; RFC 7636 §4.5', 'warning'),
  'in-referer': primary(`${URLS} ; RFC 9700 §4.2`, 'warning'),
  'token-to-browser': transport(SEPARATION),
  'id-token-to-browser': transport(SEPARATION, 'warning'),
  'secret-to-browser': primary('EXI PSC 15 ; RFC 6749 §2.1, §2.3.1'),
  'token-in-cookie': transport(SEPARATION),
  'browser-token-request': transport(SEPARATION, 'warning'),
  'sent-elsewhere': transport(SEPARATION, 'warning'),
};

const HOME = '"name": "Location",\n          "value": "https://lgc.example.org/accueil"';

const edit = (good: string, bad: string) => ({ base: 'psc-web', part: 'har', good, bad }) as const;
const home = (bad: string) => edit(HOME, bad);
const cookie = (value: string) => home(`${HOME} }, { "name": "Set-Cookie", "value": "session=${value}; HttpOnly"`);
const arrival = (query: string) => home(HOME.replace('accueil', `accueil?${query}`));

const GOODBYE = 'GET",\n      "url": "https://lgc.example.org/deconnexion",\n      "headers": [';

/** The tokens of Pro Santé Connect and the client's secret stay on the software's server: no URL, no page, no cookie, no other host has them. */
export const tokenExposure = defineSetCheck({
  id: 'psc/token-exposure',
  on: 'har',
  rules: RULES,
  examples: [
    { rule: 'token-in-url', ...arrival('jeton={access-token}') },
    { rule: 'id-token-in-url', ...arrival('jeton={id-token}') },
    { rule: 'secret-in-url', ...secretShown('https://lgc.example.org/config?s=7hT2vQ9xLm4Rk8Zp', '') },
    { rule: 'verifier-in-url', ...arrival('v=fixture-verifier-0123456789-abcdefghijklmnopqrstuvwxyz') },
    {
      rule: 'in-referer',
      ...edit(GOODBYE, `${GOODBYE} { "name": "Referer", "value": "https://lgc.example.org/p?t={access-token}" }`),
    },
    { rule: 'token-to-browser', ...body('{access-token}') },
    { rule: 'id-token-to-browser', ...body('{id-token}') },
    { rule: 'secret-to-browser', ...secretShown('https://lgc.example.org/config', '7hT2vQ9xLm4Rk8Zp') },
    { rule: 'token-in-cookie', ...cookie('{access-token}') },
    {
      rule: 'browser-token-request',
      ...edit(
        'openid-connect/token",\n      "headers": [',
        'openid-connect/token",\n      "headers": [{ "name": "Sec-Fetch-Site", "value": "cross-site" },',
      ),
    },
    { rule: 'sent-elsewhere', ...elsewhere() },
  ],
  run(hars) {
    const trace = traceOf(hars);
    if (!trace) return NOT_PSC;
    // Without a login there is nothing to expose.
    const isLogin = trace.authorizations.length + trace.unresolved.length + legsTo(trace, 'token').length > 0;
    return { evaluated: isLogin ? trace.exchanges.length : 0, findings: exposuresOf(trace) };
  },
});

/** The software's page after the login answers with a text. */
function body(text: string) {
  const redirect = `"headers": [\n        {\n          ${HOME}\n        }\n      ]`;
  return edit(redirect, `${redirect}, "text": "{ \\"session\\": \\"${text}\\" }"`);
}

/** The software's server tells a token to another host. */
function elsewhere() {
  const headers = [{ name: 'Content-Type', value: 'application/json' }];
  const text = '{"contexte":"{access-token}"}';
  return inserted([{ method: 'POST', url: 'https://mesure.example.net/evenement', headers, text }]);
}

/** The server sends its secret to Pro Santé Connect, as it may, and shows it to the browser. */
function secretShown(url: string, text: string) {
  const headers = [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }];
  const revocation = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/revoke';
  const form = 'client_id=exemple-lgc-bas&client_secret=7hT2vQ9xLm4Rk8Zp&token=jeton-de-renouvellement-fictif';
  const requests = [
    { method: 'POST', url: revocation, headers, text: form },
    { method: 'GET', url, headers: [] },
  ];
  return inserted(requests, text);
}

/** Other exchanges between that of the tokens and that of the keys. */
function inserted(requests: readonly object[], text = '') {
  const keys = '"comment": "Serveur du logiciel : clés publiques",';
  const time = '"startedDateTime":"2026-03-16T10:30:16.500+01:00"';
  const response = JSON.stringify({ status: 200, headers: [], text });
  const written = requests.map((request) => `"request":${JSON.stringify(request)},"response":${response}},{${time},`);
  return edit(keys, `${written.join('')}${keys}`);
}
