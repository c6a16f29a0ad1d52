import { vi } from 'vitest';

/** What stands for the network: hosts that are asked for, and where they listen on the loopback. */
export type Hosts = ReadonlyMap<string, string>;

interface Pair {
  name: string;
  value: string;
}

/** An entry of a HAR 1.2 file, as the recorder writes it and as tests change it. */
export interface Entry {
  startedDateTime: string;
  time: number;
  request: { method: string; url: string; headers: Pair[]; postData?: { mimeType: string; text: string } };
  response: { status: number; headers: Pair[]; redirectURL: string; content: { mimeType: string; text: string } };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Sends requests to the hosts and keeps what went over the wire. */
export interface Recorder {
  readonly entries: Entry[];
  send(
    method: string,
    url: string | URL,
    headers?: Record<string, string>,
    form?: Record<string, string>,
  ): Promise<Answer>;
  /** Lets seconds go by, for all that asks for the date. */
  wait(seconds: number): void;
}

/** A recorder whose clock starts at an instant and goes on by a second for each request. The clock is that of the whole process. */
export function startRecorder(hosts: Hosts, start: Date): Recorder {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  const wait = (seconds: number): void => {
    vi.setSystemTime(Date.now() + seconds * 1000);
  };
  const entries: Entry[] = [];
  return {
    entries,
    wait,
    async send(method, url, headers = {}, form) {
      const asked = new URL(url);
      const origin = hosts.get(asked.host);
      if (origin === undefined) throw new Error(`nobody listens for ${asked.host}`);
      wait(1);
      const mimeType = 'application/x-www-form-urlencoded';
      const body = form && new URLSearchParams(form).toString();
      const sent = { ...headers, ...(body !== undefined && { 'content-type': mimeType }) };
      const entry: Entry = {
        startedDateTime: new Date().toISOString(),
        time: 40,
        request: {
          method,
          url: asked.href,
          headers: Object.entries(sent).map(([name, value]) => ({ name, value })),
          ...(body !== undefined && { postData: { mimeType, text: body } }),
        },
        response: { status: 0, headers: [], redirectURL: '', content: { mimeType: '', text: '' } },
      };
      entries.push(entry);
      const response = await fetch(`${origin}${asked.pathname}${asked.search}`, {
        method,
        redirect: 'manual',
        headers: { ...sent, 'x-forwarded-host': asked.host, 'x-forwarded-proto': 'https' },
        ...(body !== undefined && { body }),
      });
      const text = await response.text();
      entry.response = {
        status: response.status,
        headers: [...response.headers].map(([name, value]) => ({ name, value })),
        redirectURL: response.headers.get('location') ?? '',
        content: { mimeType: response.headers.get('content-type') ?? '', text },
      };
      return { status: response.status, headers: response.headers, body: text };
    },
  };
}

/** The file that a recorder would save. */
export function harText(entries: readonly Entry[]): string {
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'recorder', version: '1' }, entries } }, null, 2);
}
