import type { Answer, Recorder } from './recorder.js';

/** A browser: it keeps cookies, follows redirects and sends the form of a page. */
export interface Browser {
  /** Opens an address, and gives the page that it leads to. */
  open(url: string): Promise<Page>;
  /** Sends the only form of a page, with one more field. */
  submit(page: Page, field?: readonly [string, string]): Promise<Page>;
}

interface Page {
  readonly url: URL;
  readonly status: number;
  readonly body: string;
}

const MOST_REDIRECTS = 10;

export function browserOf(recorder: Recorder): Browser {
  const cookies = new Map<string, Map<string, string>>();
  const jarOf = ({ host }: URL): Map<string, string> => {
    // One platform under two names.
    const site = host.endsWith('.esante.gouv.fr') ? 'esante.gouv.fr' : host;
    const jar = cookies.get(site) ?? new Map<string, string>();
    cookies.set(site, jar);
    return jar;
  };
  const keep = (url: URL, { headers }: Answer): void => {
    for (const cookie of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') jarOf(url).delete(name);
      else jarOf(url).set(name, value);
    }
  };
  const go = async (method: string, address: URL, form?: Record<string, string>): Promise<Page> => {
    let [url, asked, sent] = [address, method, form];
    for (let count = 0; count < MOST_REDIRECTS; count++) {
      const cookie = [...jarOf(url)].map((pair) => pair.join('=')).join('; ');
      const answer = await recorder.send(asked, url, { accept: 'text/html', ...(cookie && { cookie }) }, sent);
      keep(url, answer);
      const location = answer.headers.get('location');
      if (location === null) return { url, status: answer.status, body: answer.body };
      [url, asked, sent] = [new URL(location, url), 'GET', undefined];
    }
    throw new Error(`too many redirects from ${address.host}`);
  };
  return {
    open: (url) => go('GET', new URL(url)),
    submit({ url, body }, field) {
      const action = /<form[^>]*action="([^"]*)"/.exec(body)?.[1];
      if (action === undefined) throw new Error(`no form at ${url.host}${url.pathname}`);
      const hidden = [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
      const fields = hidden.map(([, name = '', value = '']) => [name, value] as const);
      return go('POST', new URL(action, url), Object.fromEntries(field ? [...fields, field] : fields));
    },
  };
}
