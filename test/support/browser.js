// @ts-check
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Where systems put a Chromium; `SEGUR_BROWSER` names another. Nothing is downloaded. */
const PLACES = [
  process.env.SEGUR_BROWSER ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  chromium.executablePath(),
];

/** The browser of this machine; undefined when it has none. */
export const BROWSER = PLACES.find((path) => path !== '' && existsSync(path));

export const NO_BROWSER =
  'no Chromium on this machine (SEGUR_BROWSER names one): the HTML report is not tried in a browser';

/** Starts the browser of this machine, without a window. */
export function startBrowser() {
  if (BROWSER === undefined) throw new Error(NO_BROWSER);
  // A container gives no namespaces to a sandbox; the pages are ours.
  return chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
