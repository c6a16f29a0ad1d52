import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { segurCheck, temporaryFolder } from '../support/cli.js';
import { textOfWorkbook } from '../support/searched-identities.js';

const MARK = 'zQ7kMarker9Kx2Lw';
const FORMATS = ['json', 'junit', 'xlsx', 'terminal'];
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = `${part({ alg: 'none', kid: MARK })}.${part({ iss: 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet', nonce: MARK, sid: MARK, jti: MARK, acr: 'x' })}.${MARK}`;
const ISSUER = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect';

/** A login in which everything is wrong, so that checks have much to say, and everything is secret. */
const HAR = JSON.stringify({
  log: {
    version: '1.2',
    entries: [
      {
        startedDateTime: '2026-03-16T10:30:00.000+01:00',
        request: {
          method: 'GET',
          url: `http://wallet.bas.psc.esante.gouv.fr/auth?response_type=token&state=${MARK}&nonce=${MARK}&scope=${MARK}openid&client_secret=${MARK}`,
          headers: [
            { name: 'Cookie', value: `AUTH_SESSION_ID=${MARK}; sso=${base64(token)}; p=${encodeURIComponent(token)}` },
          ],
          cookies: [{ name: 'AUTH_SESSION_ID', value: MARK }],
          queryString: [{ name: 'state', value: MARK }],
        },
        response: {
          status: 302,
          headers: [
            {
              name: 'Location',
              value: `https://lgc.example.org/psc/retour?state=other&code=${MARK}#access_token=${token}&id_token=${token}`,
            },
            { name: 'Set-Cookie', value: `KEYCLOAK_IDENTITY=${token}; Path=/` },
          ],
          redirectURL: `https://lgc.example.org/psc/retour?state=other&code=${MARK}#access_token=${MARK}x`,
          content: {
            mimeType: 'text/html',
            text: `<script>var s = {"accessToken":"${MARK}"}</script><input name="SAMLResponse" value="${base64(`<Assertion>${MARK}</Assertion>`)}">`,
          },
        },
        _webSocketMessages: [{ type: 'send', data: JSON.stringify({ access_token: MARK, token }) }],
      },
      {
        startedDateTime: '2026-03-16T10:30:15.000+01:00',
        request: {
          method: 'GET',
          url: `${ISSUER}/token?client_secret=${MARK}&code=${MARK}&refresh_token=${MARK}`,
          headers: [{ name: 'Authorization', value: `Basic ${base64(`lgc:${MARK}`)}` }],
          postData: {
            mimeType: 'application/x-www-form-urlencoded',
            params: ['code', 'code_verifier', 'client_secret', 'auth_req_id', 'id_token_hint', 'subject_token'].map(
              (name) => ({ name, value: MARK }),
            ),
          },
        },
        response: {
          status: 200,
          headers: [],
          content: {
            mimeType: 'application/json',
            text: JSON.stringify({
              access_token: token,
              id_token: token,
              refresh_token: MARK,
              session_state: MARK,
              error: MARK,
              auth_req_id: MARK,
            }),
          },
        },
      },
      {
        startedDateTime: '2026-03-16T10:40:00.000+01:00',
        request: {
          method: 'GET',
          url: `${ISSUER}/logout?id_token_hint=${token}&state=${MARK}&post_logout_redirect_uri=http%3A%2F%2Flgc%2F%3Ftoken%3D${MARK}`,
          headers: [],
        },
        response: { status: 400, headers: [], content: { text: '' } },
      },
    ],
  },
});

const HTTP = `curl -u lgc:${MARK} -d client_secret=${MARK} -b 'S=${MARK}' ${ISSUER}/token\n> POST /auth/realms/esante-wallet/protocol/openid-connect/token HTTP/1.1\n> Host: auth.bas.psc.esante.gouv.fr\n> Authorization: Bearer ${MARK}\n> Cookie: S=${MARK}\n> Content-Type: application/x-www-form-urlencoded\n>\n> grant_type=refresh_token&refresh_token=${MARK}\n< HTTP/1.1 400 Bad Request\n< Set-Cookie: S=${MARK}\n<\n< {"error":"${MARK}","access_token":"${MARK}"}\n`;
const SMTP = `S: 220 smtp.exemple.mssante.fr ESMTP\nC: EHLO poste\nS: 250 AUTH XOAUTH2 PLAIN\nC: AUTH XOAUTH2 ${base64(`user=a@b.mssante.fr\x01auth=Bearer ${MARK}\x01\x01`)}\nS: 535 ${base64(`{"status":"401","token":"${MARK}"}`)}\nC: AUTH PLAIN ${base64(`\0a@b.mssante.fr\0${MARK}`)}\nS: 235 Ok\nC: QUIT\nS: 221 Bye\n`;
const SOAP = `<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Header><wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"><wsse:UsernameToken><wsse:Username>a</wsse:Username><wsse:Password>${MARK}</wsse:Password></wsse:UsernameToken><wsse:BinarySecurityToken>${MARK}</wsse:BinarySecurityToken></wsse:Security></soap:Header><soap:Body><a/></soap:Body></soap:Envelope>`;

const FILES: Readonly<Record<string, string>> = {
  'psc.har': HAR,
  'cut.har': HAR.slice(0, -30),
  'psc.http': HTTP,
  'smtp.log': SMTP,
  'soap.xml': SOAP,
  'cut.xml': SOAP.slice(0, -20),
  'id.jwt': token,
  'broken.jwt': `${token}.${MARK}`,
  'tokens.json': JSON.stringify({
    access_token: token,
    refresh_token: MARK,
    id_token: token,
    token_type: 'Bearer',
    expires_in: 120,
    session_state: MARK,
  }),
  'jwks.json': JSON.stringify({ keys: [{ kty: 'RSA', kid: 'k', n: 'AQAB', e: 'AQAB', d: MARK, p: MARK }] }),
  'ciba.json': JSON.stringify({ auth_req_id: MARK, expires_in: 120, interval: 5 }),
  [`retour-code=${MARK}&state=${MARK}.txt`]: 'x',
};

it.each(['fr', 'en'])(
  'no output in %s shows a secret, wherever a file writes it',
  async (language) => {
    const folder = temporaryFolder();
    const dossier = join(folder, 'dossier');
    mkdirSync(dossier);
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(dossier, name), text);
    writeFileSync(
      join(dossier, 'segur.yaml'),
      'candidate: { vendor: A, product: B, version: "1", nil: "1" }\napplies: { wave: 2, corridor: LGC }\nartifacts:\n  - { path: "*.har", psc-mode: web }\n',
    );
    const encoded = [0, 1, 2].map((start) => base64(MARK.slice(start)).slice(0, 16));
    const leak = new RegExp([MARK, ...encoded].join('|'));
    for (const command of ['run', 'check']) {
      const reports = FORMATS.flatMap((each) => ['--report', `${each}=${join(folder, `r.${each}`)}`]);
      const { stdout, stderr } = await segurCheck([command, dossier, '--verbose', '--lang', language, ...reports]);
      const texts = FORMATS.map((each) => {
        const bytes = readFileSync(join(folder, `r.${each}`));
        return each === 'xlsx' ? textOfWorkbook(bytes) : bytes.toString('utf8');
      });
      expect(texts.join('')).toContain('psc/');
      for (const text of [...texts, stdout, stderr]) expect(around(text, leak)).toBeUndefined();
    }
    const said = await segurCheck(['explain', `access_token=${MARK}`, '--lang', language]);
    expect(around(said.stderr, leak)).toBeUndefined();
    expect(around((await segurCheck(['run', join(dossier, `x?code=${MARK}`)])).stderr, leak)).toBeUndefined();
    const redacted = await segurCheck(['redact', dossier, '-o', join(folder, 'copy'), '--lang', language]);
    expect(around(redacted.stdout + redacted.stderr, leak)).toBeUndefined();
    const copied = readdirSync(join(folder, 'copy'));
    expect(copied).toEqual(expect.arrayContaining(['psc.har', 'psc.http', 'id.jwt', 'tokens.json', 'segur.yaml']));
    for (const name of copied)
      expect(around(`${name} ${readFileSync(join(folder, 'copy', name), 'utf8')}`, leak)).toBeUndefined();
  },
  120_000,
);

/** Where a leak stands, for whoever mends it. */
function around(text: string, leak: RegExp): string | undefined {
  const at = text.search(leak);
  return at === -1 ? undefined : text.slice(Math.max(0, at - 120), at + 40);
}
