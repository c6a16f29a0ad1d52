import { vi } from 'vitest';
import { type Browser, browserOf } from './browser.js';
import { type Platform, PSC_HOSTS, startPlatform } from './psc-platform.js';
import { type Entry, type Recorder, startRecorder } from './recorder.js';
import { type Software, startSoftware } from './software.js';

const SITE = 'https://lgc.example.org';

/** The instant at which a session starts, for all that asks for the date. */
const START = new Date('2026-03-16T09:30:00Z');

/** What a real provider, a software and a browser exchanged, by the code flow and by CIBA. */
export async function recordedSessions(): Promise<{ readonly web: Entry[]; readonly ciba: Entry[] }> {
  const platform = await startPlatform();
  const recorders: Recorder[] = [];
  const software = await startSoftware(() => recorders.at(-1) ?? record());
  const hosts = new Map([
    ...PSC_HOSTS.map((host) => [host, platform.origin] as const),
    [new URL(SITE).host, software.origin],
  ]);
  const record = (): Recorder => {
    const recorder = startRecorder(hosts, START);
    recorders.push(recorder);
    return recorder;
  };
  try {
    const web = record();
    await codeFlow(web, browserOf(web), software);
    const ciba = record();
    await cibaFlow(ciba, software, platform);
    return { web: web.entries, ciba: ciba.entries };
  } finally {
    vi.useRealTimers();
    await software.stop();
    await platform.stop();
  }
}

/** A login, what the software does in a session, its end, and a new request of a login. */
async function codeFlow(recorder: Recorder, browser: Browser, software: Software): Promise<void> {
  const login = await browser.open(`${SITE}/psc/connexion`);
  await browser.submit(login);
  await software.introspect();
  recorder.wait(90);
  await software.renew();
  const question = await browser.open(`${SITE}/deconnexion`);
  await browser.submit(question, ['logout', 'yes']);
  await browser.open(`${SITE}/psc/connexion`);
}

async function cibaFlow(recorder: Recorder, software: Software, platform: Platform): Promise<void> {
  await software.ciba(() => platform.approve());
  recorder.wait(60);
  await software.cibaLogout();
  await software.cibaRequest();
}
