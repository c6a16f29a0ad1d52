import type { Artifact } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import type { Entry } from './psc-fixtures.js';

/** The ways in which tools export a session of which a HAR is one. */
export type Form = 'raw' | 'curl' | 'burp' | 'mitmproxy' | 'separate';

/** The same exchanges, exported in another form, and read; `dated` when the platform's answers say when. */
export async function exported(har: Artifact<'har'>, form: Form, dated = true): Promise<Artifact<'har'>[]> {
  const { log } = har.content.json.value as { log: { entries: Entry[] } };
  const files = form === 'separate' ? separate(log.entries) : new Map([['psc.http', WRITERS[form](log.entries)]]);
  const { declared } = har;
  const written = (text: string): string => (dated ? text : text.replace(/^Date: .*\n/gm, ''));
  const made = [...files].map(
    async ([path, text]) => (await read({ path, bytes: Buffer.from(written(text)), declared })).artifact,
  );
  return (await Promise.all(made)).map((artifact) => {
    if (artifact?.kind !== 'har') throw new Error(`${form}: ${artifact?.kind} is no capture`);
    return artifact;
  });
}

/** Lines of a message: those of its head, an empty one, its body. */
interface Message {
  readonly head: readonly string[];
  readonly body: string;
}

function requestOf({ request }: Entry, absolute = false): Message {
  const url = new URL(request.url);
  const target = absolute ? request.url : `${url.pathname}${url.search}`;
  const headers = (request.headers ?? []).map(({ name, value }) => `${name}: ${value}`);
  const version = absolute ? 'HTTP/2.0' : 'HTTP/1.1';
  return {
    head: [`${request.method} ${target} ${version}`, `Host: ${url.host}`, ...headers],
    body: request.postData?.text ?? '',
  };
}

function responseOf({ response, startedDateTime }: Entry): Message {
  const date = new Date(startedDateTime ?? '').toUTCString();
  const headers = (response.headers ?? []).map(({ name, value }) => `${name}: ${value}`);
  return {
    head: [`HTTP/1.1 ${response.status} Status`, `Date: ${date}`, ...headers],
    body: response.content?.text ?? '',
  };
}

const textOf = ({ head, body }: Message): string => `${[...head, '', body].join('\n')}\n`;

/** The hour as the tool's clock shows it, which tells neither day nor zone. */
const hourOf = ({ startedDateTime = '' }: Entry): string => startedDateTime.slice(11, 19);

const originOf = ({ request }: Entry): string => new URL(request.url).origin;

const WRITERS: Readonly<Record<Exclude<Form, 'separate'>, (entries: readonly Entry[]) => string>> = {
  raw: (entries) => entries.map((entry) => `${textOf(requestOf(entry))}\n${textOf(responseOf(entry))}`).join('\n'),
  curl: (entries) => entries.map(curl).join(''),
  burp: (entries) =>
    entries
      .map((entry) => {
        const rule = '======================================================';
        const item = `${rule}\n${hourOf(entry)}  ${originOf(entry)}:443  [192.0.2.1]\n${rule}\n`;
        return `${item}${textOf(requestOf(entry))}${rule}\n${textOf(responseOf(entry))}${rule}\n`;
      })
      .join('\n\n'),
  mitmproxy: (entries) =>
    entries
      .map((entry) => {
        const [start = '', ...head] = requestOf(entry, true).head;
        const request = indented({ head, body: requestOf(entry).body });
        const [, ...received] = responseOf(entry).head;
        const response = indented({ head: received, body: responseOf(entry).body });
        const time = `[${hourOf(entry)}.000]`;
        return `${time} 192.0.2.7:50001: ${start}\n${request}\n << HTTP/2.0 ${entry.response.status} Status\n${response}`;
      })
      .join('\n'),
};

function curl(entry: Entry): string {
  const time = `${hourOf(entry)}.000000`;
  const url = new URL(entry.request.url);
  const [scheme, port] = url.protocol === 'https:' ? ['https', '443'] : ['http', url.port];
  const sent = requestOf(entry);
  const received = responseOf(entry);
  return [
    `${time} * Connected to ${url.hostname} (192.0.2.1) port ${port}`,
    ...(scheme === 'https' ? [`${time} * SSL connection using TLSv1.3`] : []),
    ...[...sent.head, ''].map((line) => `${time} > ${line}`),
    // curl does not show what it sends without --trace-ascii; wrappers print it there.
    ...(sent.body === '' ? [] : [sent.body]),
    ...[...received.head, ''].map((line) => `${time} < ${line}`),
    ...(received.body === '' ? [] : [received.body]),
    `${time} * Connection #0 to host ${url.hostname} left intact`,
    '',
  ].join('\n');
}

function indented({ head, body }: Message): string {
  return [...head, '', ...(body === '' ? [] : body.split('\n'))].map((line) => `    ${line}`).join('\n');
}

function separate(entries: readonly Entry[]): Map<string, string> {
  return new Map(
    entries.flatMap((entry, index) => [
      [`${index + 1}-request.http`, textOf(requestOf(entry))],
      [`${index + 1}-response.http`, textOf(responseOf(entry))],
    ]),
  );
}
