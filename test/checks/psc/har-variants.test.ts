import { describe, expect, it } from 'vitest';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { runCheck } from '../../../src/engine/run-check.js';
import { capture, type Entry, harOf, PSC_CHECKS } from './psc-fixtures.js';

type Har = Awaited<ReturnType<typeof capture>>;

const said = (har: Har) =>
  PSC_CHECKS.map((check) => {
    const [run] = runCheck(check, check.kinds.includes('har') ? [har] : [], NOTHING_DECLARED);
    return [check.id, run?.verdict, run?.evaluated, run?.findings.map(({ code, args }) => [code, args]), run?.needs];
  });

/** An entry with what tools add or leave out. */
interface Written extends Omit<Entry, 'request' | 'response'> {
  request: Omit<Entry['request'], 'postData'> & {
    httpVersion?: string;
    postData?: { mimeType?: string; text?: string; encoding?: string; params?: unknown };
  };
  response: Omit<Entry['response'], 'content'> & { content?: { text: string; encoding?: string } };
}

const sent = (text: string) =>
  text.split('&').map((pair) => ({ name: pair.split('=')[0], value: pair.split('=')[1] ?? '' }));

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** How tools write the same exchange. */
const VARIANTS: Readonly<Record<string, (entry: Written) => void>> = {
  'the parameters as they were sent, as Chrome does': ({ request: { postData } }) => {
    if (postData) postData.params = sent(postData.text ?? '');
  },
  'the parameters without their text': ({ request: { postData } }) => {
    if (postData) delete postData.text;
  },
  'the text without its parameters': ({ request: { postData } }) => {
    if (postData) delete postData.params;
  },
  'the text without its type, which a header tells': ({ request: { postData } }) => {
    if (!postData) return;
    delete postData.params;
    delete postData.mimeType;
  },
  'what is posted in base64': ({ request: { postData } }) => {
    if (!postData) return;
    delete postData.params;
    postData.text = base64(postData.text ?? '');
    postData.encoding = 'base64';
  },
  'the bodies of answers in base64': ({ response: { content } }) => {
    if (!content) return;
    content.text = base64(content.text);
    content.encoding = 'base64';
  },
  'names in lower case and the pseudo-headers of HTTP/2': ({ request, response }) => {
    const url = new URL(request.url);
    request.httpVersion = 'h2';
    const pseudo = {
      ':method': request.method,
      ':authority': url.host,
      ':scheme': 'https',
      ':path': `${url.pathname}${url.search}`,
    };
    const lower = (headers: Entry['request']['headers'] = []) =>
      headers.map(({ name, value }) => ({ name: name.toLowerCase(), value }));
    request.headers = [...Object.entries(pseudo).map(([name, value]) => ({ name, value })), ...lower(request.headers)];
    response.headers = lower(response.headers);
  },
  'redirects in a header alone': ({ response }) => {
    response.redirectURL = '';
  },
  'redirects in redirectURL alone': ({ response }) => {
    response.headers = (response.headers ?? []).filter(({ name }) => name !== 'Location');
  },
  'no time but the date of each answer': (entry) => {
    const date = new Date(entry.startedDateTime ?? '').toUTCString();
    entry.response.headers = [...(entry.response.headers ?? []), { name: 'date', value: date }];
    delete entry.startedDateTime;
  },
};

describe.each(['psc-web', 'psc-ciba'] as const)('%s', (base) => {
  it.each(Object.entries(VARIANTS))('is judged alike when a tool writes %s', async (_, change) => {
    const har = await capture(base);
    const value = JSON.parse(JSON.stringify(har.content.json.value)) as { log: { entries: Written[] } };
    for (const entry of value.log.entries) change(entry);
    expect(said(await harOf(JSON.stringify(value)))).toEqual(said(har));
  });
});
