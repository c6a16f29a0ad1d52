import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeHar, readHar } from '../../../src/artifacts/http/har.js';
import { parseJson } from '../../../src/artifacts/json/document.js';
import { caught } from '../../support/caught.js';

const har = (entries: readonly unknown[]) => readHar(parseJson(JSON.stringify({ log: { entries } }, null, 1)));
const get = (startedDateTime: string | undefined, url = 'https://a.example/') => ({
  startedDateTime,
  request: { method: 'get', url },
  response: {},
});

describe('readHar', () => {
  it('orders exchanges by the instant they start at, whatever its offset', () => {
    const { exchanges } = har([
      get('2026-03-16T10:00:02+01:00'),
      get('2026-03-16T09:00:01Z'),
      get('2026-03-16T10:00:02.000+01:00'),
      get('2026-03-16T09:00:00.500Z'),
    ]);
    expect(exchanges.map(({ index }) => index)).toEqual([3, 1, 0, 2]);
  });

  it('keeps the order of the file without times', () => {
    expect(har([get(undefined), get('hier'), get(undefined)]).exchanges.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  it('is in time order for any capture', () => {
    fc.assert(
      fc.property(fc.array(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(1e13) })), (dates) => {
        const { exchanges } = har(dates.map((date) => get(date.toISOString())));
        const times = exchanges.map(({ startedAt }) => Date.parse(startedAt ?? ''));
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(exchanges.map(({ index }) => index).sort((a, b) => a - b)).toEqual(dates.map((_, index) => index));
      }),
      { numRuns: 50 },
    );
  });

  it('reads a form from its parameters, else from its body', () => {
    const post = (postData: unknown) => ({ request: { method: 'POST', url: 'https://a.example/', postData } });
    const form = (postData: unknown) =>
      har([post(postData)]).exchanges[0]?.form.map(({ name, value }) => `${name}=${value}`);
    expect(
      form({
        mimeType: 'application/x-www-form-urlencoded',
        params: [
          { name: 'a', value: 'x' },
          { name: 'a', value: 'y' },
        ],
      }),
    ).toEqual(['a=x', 'a=y']);
    expect(form({ mimeType: 'application/x-www-form-urlencoded; charset=UTF-8', text: 'b=%C3%A9+%2B&c=' })).toEqual([
      'b=é +',
      'c=',
    ]);
    expect(form({ mimeType: 'application/json', text: 'b=1' })).toEqual([]);
    expect(form(undefined)).toEqual([]);
  });

  it('reads methods, headers, status and bodies', () => {
    const [exchange] = har([
      {
        startedDateTime: '2026-03-16T09:00:00Z',
        request: {
          method: 'post',
          url: 'https://a.example/x?y=1',
          headers: [{ name: 'A', value: 'b' }, 3],
          postData: { text: 'body' },
        },
        response: {
          status: 302,
          headers: [{ name: 'Location', value: '/back?code=1' }],
          content: { text: 'w6k=', encoding: 'base64' },
        },
      },
    ]).exchanges;
    expect(exchange).toMatchObject({
      path: ['log', 'entries', 0],
      method: 'POST',
      requestHeaders: [{ name: 'A', value: 'b' }],
      requestBody: 'body',
      status: 302,
      responseBody: 'é',
    });
    expect(exchange?.url.searchParams.get('y')).toBe('1');
    expect(exchange?.redirectUrl?.href).toBe('https://a.example/back?code=1');
  });

  it('prefers redirectURL to the header, and ignores an empty one', () => {
    const to = (redirectURL: string) =>
      har([
        {
          request: { url: 'https://a.example/' },
          response: { redirectURL, headers: [{ name: 'location', value: '/h' }] },
        },
      ]).exchanges[0]?.redirectUrl?.href;
    expect(to('https://b.example/r')).toBe('https://b.example/r');
    expect(to('')).toBe('https://a.example/h');
  });

  it('does without what a capture may lack', () => {
    expect(har([{ request: { url: 'myapp://callback?code=1' } }]).exchanges).toMatchObject([
      { method: 'GET', status: 0, form: [], requestHeaders: [], responseHeaders: [], responseBody: undefined },
    ]);
    expect(har([]).exchanges).toEqual([]);
  });

  it.each([
    ['no request', {}],
    ['no url', { request: { method: 'GET' } }],
    ['a url without scheme', { request: { url: '/relative' } }],
    ['a url that is a number', { request: { url: 3 } }],
    ['an entry that is none', null],
  ])('refuses %s, with its place', async (_, entry) => {
    expect(await caught(() => har([get('2026-03-16T09:00:00Z'), entry]))).toMatchObject({
      code: 'read/har',
      args: { entry: 1 },
      location: { line: expect.any(Number), path: '$.log.entries[1].request.url' },
    });
  });
});

it.each([
  [{ log: { entries: [] } }, true],
  [{ log: { entries: {} } }, false],
  [{ log: [] }, false],
  [[], false],
  [null, false],
])('looksLikeHar(%j) is %s', (value, expected) => {
  expect(looksLikeHar(value)).toBe(expected);
});
