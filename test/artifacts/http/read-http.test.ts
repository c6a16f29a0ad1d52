import { describe, expect, it } from 'vitest';
import { artifactFiles } from '../../../fixtures/make/artifacts/artifact-files.js';
import type { HarContent } from '../../../src/artifacts/http/har.js';
import { LIMITS, type Limits } from '../../../src/artifacts/limits.js';
import { read } from '../../../src/artifacts/read.js';

const readText = (text: string | Uint8Array, limits: Limits = LIMITS) =>
  read({ path: 'a', bytes: Buffer.from(text as string), declared: {} }, limits);

async function contentOf(text: string | Uint8Array): Promise<HarContent> {
  const { artifact, unreadable } = await readText(text);
  if (artifact?.kind !== 'har') throw new Error(JSON.stringify([artifact?.kind, unreadable]));
  return artifact.content;
}

const example = (name: string) => artifactFiles().find(({ path }) => path === `har/${name}`)?.bytes ?? Buffer.of();

const TOKEN = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/token';

describe('a log of HTTP exchanges', () => {
  it.each([
    ['raw.txt', TOKEN],
    ['burp.txt', TOKEN],
    ['mitmproxy.txt', TOKEN],
  ])('gives the exchanges that a HAR would: %s', async (name, url) => {
    const { format, exchanges, orphans } = await contentOf(example(name));
    expect([format, orphans]).toEqual(['text', []]);
    expect(exchanges).toHaveLength(1);
    const [exchange] = exchanges;
    expect(exchange?.url.href).toBe(url);
    expect(exchange).toMatchObject({
      method: 'POST',
      status: 400,
      form: [
        { name: 'grant_type', value: 'refresh_token' },
        { name: 'refresh_token', value: 'jeton-opaque' },
      ],
      responseBody: '{"error":"invalid_grant"}',
      bodies: { response: { mediaType: 'application/json' } },
      startedAt: undefined,
    });
  });

  it('of curl has the server of the connection, and marks are not content', async () => {
    const { exchanges, json } = await contentOf(example('curl.log'));
    expect(exchanges.map(({ url, status }) => [url.href, status])).toEqual([
      ['https://lgc.example.org/fhir/Patient/alpha', 200],
    ]);
    expect(JSON.parse(exchanges[0]?.responseBody ?? '')).toEqual({ resourceType: 'Patient', id: 'alpha' });
    expect(json.locate(['log', 'entries', 0, 'request', 'url'])).toEqual({ line: 7, column: 7 });
    expect(json.locate(['log', 'entries', 0, 'response', 'status'])).toEqual({ line: 12, column: 10 });
    expect(json.locate(['log', 'entries', 0, 'response', 'headers', 0, 'value'])).toEqual({
      line: 13,
      column: 1,
      path: 'content-type',
    });
    expect(json.locate(['log', 'entries', 0, 'response', 'content', 'text'])).toEqual({ line: 15, column: 1 });
    expect(json.locate(['log', 'entries', 4])).toEqual({ line: 1, column: 1 });
    expect(json.sourceOf(['log', 'entries', 0, 'response', 'status'])).toBe('200');
    expect(json.sourceOf(['log', 'entries', 0])).toBeUndefined();
  });

  it('of curl without encryption says so', async () => {
    const text = (port: number) =>
      `12:00:00.123456 * Connected to a.example (192.0.2.1) port ${port} (#0)\n> GET /x HTTP/1.1\n> Host: a.example${port === 80 ? '' : `:${port}`}\n>\n< HTTP/1.1 204 No Content\n<\n`;
    expect((await contentOf(text(80))).exchanges[0]?.url.href).toBe('http://a.example/x');
    expect((await contentOf(text(8080))).exchanges[0]?.url.href).toBe('http://a.example:8080/x');
    expect((await contentOf(text(443).replace(':443', ''))).exchanges[0]?.url.href).toBe('https://a.example/x');
  });

  it('of a REST client has its variables and no scripts', async () => {
    const { exchanges } = await contentOf(example('requests.http'));
    expect(exchanges.map(({ method, url, requestBody, status }) => [method, url.href, requestBody, status])).toEqual([
      ['POST', TOKEN, 'grant_type=refresh_token&refresh_token=jeton-opaque', 0],
      ['PUT', 'https://lgc.example.org/fhir/Patient/alpha?_pretty=true', '{"resourceType":"Patient","id":"alpha"}', 0],
    ]);
  });

  it('with a response alone keeps it for who pairs files', async () => {
    const { exchanges, orphans } = await contentOf(example('response.txt'));
    expect(exchanges).toEqual([]);
    expect(orphans).toMatchObject([
      { status: 400, line: 1, headers: [{ name: 'Content-Type' }, {}], body: { mediaType: 'application/json' } },
    ]);
  });

  it('pairs a response with the request just before it, interim ones aside', async () => {
    const text = [
      'GET https://a.example/1 HTTP/1.1\n',
      'CONNECT a.example:443 HTTP/1.1\n',
      'HTTP/1.1 200 Connection established\n',
      'POST /2 HTTP/1.1\nHost: a.example:80\n\nx\n',
      'HTTP/1.1 100 Continue\n',
      'HTTP/1.1 302 Found\nLocation: /3\n',
      'HTTP/1.1 500 Oops\n',
    ].join('\n');
    const { exchanges, orphans, json } = await contentOf(text);
    expect(exchanges.map(({ url, status, redirectUrl }) => [url.href, status, redirectUrl?.pathname])).toEqual([
      ['https://a.example/1', 0, undefined],
      ['https://a.example/', 200, undefined],
      ['http://a.example/2', 302, '/3'],
    ]);
    expect(orphans.map(({ status }) => status)).toEqual([500]);
    expect(json.locate(['log', 'entries', 2, 'response', 'redirectURL'])).toMatchObject({ path: 'Location' });
    expect(json.locate(['log', 'entries', 0, 'response', 'status'])).toMatchObject({ line: 1 });
  });

  it.each([
    ['5\nHello\n6\r\n World\n0\n', 'Hello World'],
    ['not chunked', 'not chunked'],
    ['ff\nshort', 'ff\nshort'],
    ['5\nHello\nzz\n', '5\nHello\nzz'],
    ['5', '5'],
  ])('puts chunks together when they are: %j', async (body, expected) => {
    const text = `GET https://a.example/ HTTP/1.1\n\nHTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n${body}`;
    expect((await contentOf(text)).exchanges[0]?.responseBody).toBe(expected);
  });

  it.each([
    'Bonjour,\nGET https://a.example/\n',
    'GET lost',
    'From: a\nTo: b\n\nGET https://a.example/ HTTP/1.1\n',
    '* OK IMAP4 ready\na1 LOGIN x y\n',
    '192.0.2.1 - - [16/Mar/2026:09:00:00 +0100] "GET /a HTTP/1.1" 200 12\n',
  ])('is not any text: %j', async (text) => {
    expect((await readText(text)).artifact?.kind).not.toBe('har');
  });

  it('refuses too many lines', async () => {
    const text = `GET https://a.example/ HTTP/1.1\n${'\n'.repeat(20)}`;
    expect((await readText(text, { ...LIMITS, logLines: 10 })).unreadable[0]?.problems).toMatchObject([
      { code: 'read/limit', args: { limit: 'logLines', actual: 11 } },
    ]);
  });
});

describe('a HAR', () => {
  it('has what browsers add', async () => {
    const { exchanges } = await contentOf(example('browser.har'));
    expect(exchanges[0]).toMatchObject({
      comment: 'ouverture',
      messages: [
        { sent: true, text: 'bonjour' },
        { sent: false, text: 'bonsoir' },
      ],
    });
    expect(exchanges[1]?.responseBody).toBe('{"resourceType":"Patient","id":"alpha"}');
  });

  it('is read without a body that is not base64', async () => {
    const content = { mimeType: 'application/fhir+json', encoding: 'base64', text: 'e30*' };
    const entry = { request: { url: 'https://a.example/' }, response: { status: 200, content } };
    const { artifact, unreadable } = await readText(JSON.stringify({ log: { entries: [entry, entry] } }));
    expect([unreadable, artifact?.children]).toEqual([[], []]);
    expect(artifact?.reserves).toMatchObject([
      { code: 'read/har', args: { entry: 0, reason: 'body-not-base64' }, location: { line: 1 } },
      { args: { entry: 1 } },
    ]);
  });

  it('says that a capture was saved without its contents', async () => {
    const entry = { request: { method: 'POST', url: 'https://a.example/', bodySize: 12 }, response: { status: 200 } };
    const reservesOf = async (...entries: object[]) =>
      (await readText(JSON.stringify({ log: { entries } }))).artifact?.reserves;
    expect(await reservesOf(entry, entry)).toMatchObject([
      { code: 'read/forgiven', args: { reason: 'har-no-bodies', count: 2 }, location: { line: 1 } },
    ]);
    const whole = { ...entry, request: { ...entry.request, postData: { text: '<a/>' } } };
    expect(await reservesOf(entry, whole)).toEqual([]);
    expect(await reservesOf({ request: { url: 'https://a.example/', bodySize: 0 } })).toEqual([]);
  });

  it('gives an MTOM message with the header that tells its parts', async () => {
    const mimeType = 'multipart/related; type="application/xop+xml"; boundary=b';
    const text = '--b\r\nContent-Type: application/xop+xml\r\n\r\n<a/>\r\n--b--\r\n';
    const { artifact, unreadable } = await readText(
      JSON.stringify({ log: { entries: [{ request: { url: 'https://a.example/', postData: { mimeType, text } } }] } }),
    );
    const [child] = [...(artifact?.children ?? []), ...unreadable];
    expect(child).toMatchObject({
      path: 'a!exchange-1/request.mime',
      bytes: `Content-Type: ${mimeType}\r\n\r\n${text}`.length,
    });
  });

  it('gives its FHIR and SOAP messages, and no other body', async () => {
    const body = (mimeType: string, text: string) => ({
      request: { method: 'POST', url: 'https://a.example/', postData: { mimeType, text } },
      response: { status: 200, content: { mimeType, text } },
    });
    const envelope = '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>';
    const entries = [
      body('application/fhir+xml; charset=utf-8', '<Basic xmlns="http://hl7.org/fhir"/>'),
      body('text/xml', envelope),
      body('text/xml', '<ClinicalDocument xmlns="urn:hl7-org:v3"/>'),
      body('application/json', '{"access_token": "x"}'),
      body('application/fhir+json', ''),
    ];
    const { artifact } = await readText(JSON.stringify({ log: { entries } }));
    expect(artifact?.children.map(({ path }) => path)).toEqual([
      'a!exchange-1/request.xml',
      'a!exchange-1/response.xml',
      'a!exchange-2/request.xml',
      'a!exchange-2/response.xml',
    ]);
  });
});
