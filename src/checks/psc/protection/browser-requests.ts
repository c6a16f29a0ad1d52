import { type HarExchange, headerNamed } from '../../../artifacts/http/har.js';

/** Engines of browsers; tools that call themselves Mozilla (PowerShell) name none. */
const ENGINE = /\b(?:AppleWebKit|Gecko|Trident)\//;

/**
 * True for a request that a page of a browser made. False when another program is named; undefined when the capture does not tell. Libraries of servers
 * imitate browsers in part: that of Node sends Sec-Fetch-Mode, and none sends Sec-Fetch-Site.
 */
export function isOfBrowser({ requestHeaders }: HarExchange): boolean | undefined {
  const agent = headerNamed(requestHeaders, 'user-agent');
  if (headerNamed(requestHeaders, 'sec-fetch-site') !== undefined) return true;
  if (agent !== undefined) return ENGINE.test(agent);
  return headerNamed(requestHeaders, 'origin') === undefined ? undefined : true;
}
