import { describe, expect, it } from 'vitest';
import { NOTHING_DECLARED } from '../../src/checks/context.js';
import { Identities } from '../../src/report/mask.js';

const MARK = 'zQ7kMarker9Kx2Lw';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64Url = (text: string): string => Buffer.from(text).toString('base64url');
const token = `${base64Url('{"alg":"RS256","typ":"JWT"}')}.${base64Url(`{"sub":"${MARK}"}`)}.${MARK}`;
const percent = (text: string): string =>
  text.replace(/[^\w]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

/** A text that a check may quote, whole or by its lines, with a secret in it. */
const PLACES: Readonly<Record<string, string>> = {
  'signed token': token,
  'signed token in percent': percent(token),
  'token in base64 in a cookie': `Cookie: sso=${base64(token)}; lang=fr`,
  'token in a cookie in percent': `Cookie: sso=${percent(token)}`,
  'Set-Cookie': `Set-Cookie: KEYCLOAK_SESSION=${MARK}; Path=/; HttpOnly`,
  'Set-Cookie in a HAR': `{"name":"Set-Cookie","value":"AUTH_SESSION_ID=${MARK}; Path=/"}`,
  'cookies of a HAR': `"cookies":[{"name":"JSESSIONID","value":"${MARK}"},{"name":"b","value":"${MARK}"}]`,
  'header of a HAR': `{ "name": "Authorization", "value": "Bearer ${MARK}" }`,
  'parameters of a HAR': `"params":[{"name":"code","value":"${MARK}"},{"name":"client_secret","value":"${MARK}"}]`,
  'parameter of a HAR, value first': `{"value":"${MARK}","name":"code_verifier"}`,
  'query of a HAR': `"queryString":[{"name":"state","value":"${MARK}"},{"name":"nonce","value":"${MARK}"}]`,
  'web socket message': `"_webSocketMessages":[{"type":"send","data":"{\\"access_token\\":\\"${MARK}\\"}"}]`,
  fragment: `https://lgc.example.org/retour#access_token=${MARK}&state=${MARK}&id_token=${token}`,
  query: `https://lgc.example.org/retour?code=${MARK}&session_state=${MARK}&sid=${MARK}&state=${MARK}&nonce=${MARK}`,
  'hint of logout': `https://auth.example/logout?id_token_hint=${token}&logout_hint=${MARK}`,
  form: `grant_type=authorization_code&code=${MARK}&code_verifier=${MARK}&client_secret=${MARK}`,
  'form of CIBA': `grant_type=urn%3Aopenid%3Aparams%3Agrant-type%3Aciba&auth_req_id=${MARK}`,
  'form of refresh': `refresh_token=${MARK}&grant_type=refresh_token`,
  'form of exchange': `subject_token=${MARK}&subject_token_type=urn:ietf:params:oauth:token-type:access_token&actor_token=${MARK}`,
  'form of revocation': `token=${MARK}&token_type_hint=refresh_token`,
  'client assertion': `client_assertion_type=urn&client_assertion=${MARK}`,
  'pushed request': `{"request_uri":"urn:ietf:params:oauth:request_uri:${MARK}","expires_in":60}`,
  XOAUTH2: `AUTH XOAUTH2 ${base64(`user=a@b.mssante.fr\x01auth=Bearer ${MARK}\x01\x01`)}`,
  PLAIN: `AUTH PLAIN ${base64(`\0a@b.mssante.fr\0${MARK}`)}`,
  Basic: `Authorization: Basic ${base64(`lgc:${MARK}`)}`,
  'Basic in curl': `curl -u lgc:${MARK} https://auth.example/token`,
  'Basic in curl, quoted': `curl --user 'lgc:${MARK}' https://auth.example/token`,
  'header in curl': `curl -H 'Authorization: Bearer ${MARK}' https://api.example`,
  'form in curl': `curl -d 'client_secret=${MARK}' --data-urlencode "code=${MARK}" https://auth.example/token`,
  'cookie in curl': `curl -b 'SESSION=${MARK}' https://lgc.example.org`,
  'cookie in curl, long': `curl --cookie "a=${MARK}; b=${MARK}" https://lgc.example.org`,
  'OAuth in curl': `curl --oauth2-bearer ${MARK} https://api.example`,
  JSON: `{"access_token":"${MARK}","refresh_token":"${MARK}","id_token":"${token}","session_state":"${MARK}"}`,
  'JSON of CIBA': `{"auth_req_id":"${MARK}","expires_in":120}`,
  'JSON in JSON': JSON.stringify({
    text: JSON.stringify({ access_token: MARK, client_secret: MARK, code_verifier: MARK }),
  }),
  'JSON in a page': `<script>window.__STATE__ = {"accessToken":"${MARK}","sessionId":"${MARK}"};</script>`,
  'object of JavaScript': `localStorage.setItem('access_token', '${MARK}'); var refreshToken = '${MARK}';`,
  'field of a page': `<input type="hidden" name="code" value="${MARK}"/><input value="${MARK}" name="session_code">`,
  'JSON with entities': `data-state="{&quot;access_token&quot;:&quot;${MARK}&quot;}"`,
  'SAML response': `SAMLResponse=${base64(`<Assertion><Subject>${MARK}</Subject></Assertion>`)}`,
  'SAML in XML': `<wsse:BinarySecurityToken EncodingType="x">${MARK}</wsse:BinarySecurityToken>`,
  'password in XML': `<wsse:Password Type="x">${MARK}</wsse:Password>`,
  'assertion in base64': base64(`{"access_token":"${MARK}"}`),
  claims: `{"nonce":"${MARK}","sid":"${MARK}","session_state":"${MARK}","jti":"${MARK}"}`,
  'user and password': `https://lgc:${MARK}@auth.example/token`,
  'private key': `-----BEGIN PRIVATE KEY-----\n${MARK}\n-----END PRIVATE KEY-----`,
  'private key in JSON': `"key":"-----BEGIN RSA PRIVATE KEY-----\\n${MARK}\\n-----END RSA PRIVATE KEY-----"`,
  'private JWK': `{"kty":"RSA","d":"${MARK}","p":"${MARK}"}`,
  'log of an application': `access_token: ${MARK} refresh_token=${MARK} id_token="${token}" client_secret => ${MARK}`,
  'log in French': `jeton d'accès : ${token}, mot de passe : ${MARK}`,
  'header of a log': `x-api-key: ${MARK}\nESANTE-API-KEY: ${MARK}\nX-Auth-Token: ${MARK}`,
  GraphQL: JSON.stringify({ query: `mutation { login(password: "${MARK}") { id } }` }),
  'part of a form': `Content-Disposition: form-data; name="client_secret"\r\n\r\n${MARK}`,
  'signed address': `https://api.example.org/x?a=1&sig=${MARK}&X-Amz-Signature=${MARK}`,
  'key of a cloud': `AWS_SECRET_ACCESS_KEY=${MARK} SECRET_KEY=${MARK}`,
  sentence: `the password is ${MARK}`,
  'JSON in JSON in JSON': JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ idToken: MARK }) }) }),
  'file name': `psc/retour-code=${MARK}&state=${MARK}.txt`,
  'state of SAML': `SAMLResponse=x&RelayState=${MARK}`,
  DPoP: `Authorization: DPoP ${MARK}\nDPoP: ${token}`,
};

describe('a text that a report quotes shows no secret', () => {
  const mask = new Identities().mask(NOTHING_DECLARED);

  it.each(Object.entries(PLACES))('%s', (_, text) => {
    for (const quoted of [text, `« ${text} »`, text.split('\n')[0] ?? '']) {
      const shown = mask(quoted);
      expect(shown).not.toContain(MARK);
      for (const start of [0, 1, 2]) expect(shown).not.toContain(base64(MARK.slice(start)).slice(0, 16));
    }
  });
});
