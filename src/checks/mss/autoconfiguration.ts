import type { Artifact } from '../../artifacts/artifact.js';
import { isKind } from '../../artifacts/artifact.js';
import type { HarExchange } from '../../artifacts/http/har.js';
import { ReadError } from '../../artifacts/read-error.js';
import { parseXml } from '../../artifacts/xml/parse.js';
import { isOfDossier } from '../context.js';
import { defineSetCheck, type Need, type Place, type RawFinding } from '../define.js';
import { placeInExchange } from '../psc/trace/exchange-legs.js';
import { mssRule } from '../sources/mss-rule.js';
import { loginsIn } from './connection/logins.js';
import { isExact, type Moment, momentOf } from './connection/moment.js';

const ECO_1_1_9 = mssRule('ECO.1.1.9', 'MSS/CONF.04');
const PATH = '/mail/config-v1.1.xml';
const PREFIX = 'autoconfig.';

/** A request for the settings of a mailbox. */
interface Request {
  readonly at: Place;
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
  readonly moment: Moment | undefined;
  /** True when the server answered with settings for reading and sending mail. */
  readonly isAnswered: boolean;
}

/** A mailbox that was opened: the test that closes the configuration. */
interface Opening {
  readonly domain: string | undefined;
  readonly moment: Moment | undefined;
}

const edit = (good: string, bad: string) => ({ base: 'mss-connection', part: 'autoconfig', good, bad }) as const;

/** The settings of a mailbox are asked of its operator at the address that its domain gives, then tried. */
export const autoconfiguration = defineSetCheck({
  id: 'mss/autoconfiguration',
  on: ['har', 'log'],
  rules: { address: ECO_1_1_9, insecure: ECO_1_1_9 },
  examples: [
    { rule: 'address', ...edit(PATH, '/.well-known/autoconfig/mail/config-v1.1.xml') },
    { rule: 'insecure', ...edit('https://', 'http://') },
  ],
  keep: (artifact) => ({ requests: requestsIn(artifact), openings: openingsIn(artifact) }),
  run(kept, context) {
    const requests = kept.flatMap((each) => each.requests);
    if (requests.length === 0) return { evaluated: 0, findings: [], applies: false };
    const right = requests.filter(isRight);
    const secure = right.filter(({ scheme }) => scheme === 'https:');
    const answered = secure.filter(({ isAnswered }) => isAnswered);
    const openings = lastByDomain(kept.flatMap((each) => each.openings));
    const findings: RawFinding<'address' | 'insecure'>[] = right
      .filter(({ scheme }) => scheme !== 'https:')
      .map(({ at }) => ({ rule: 'insecure', at }));
    // A client may look elsewhere too, as Thunderbird does: not instead.
    const [first] = requests;
    if (right.length === 0 && first)
      findings.push({ rule: 'address', at: first.at, actual: `${first.host}${first.path}`.slice(0, 200) });
    const needs: Need[] = [];
    if (secure.length > 0 && answered.length === 0) needs.push({ code: 'need/autoconfig-answer' });
    if (answered.length > 0 && isOfDossier(context) && !answered.some((each) => isTried(each, openings)))
      needs.push({ code: 'need/mailbox-test', args: { domain: answered[0]?.host.slice(PREFIX.length) ?? '' } });
    return { evaluated: requests.length, findings, ...(needs.length > 0 && { needs }) };
  },
});

function isRight({ host, path }: Request): boolean {
  return host.startsWith(PREFIX) && path === PATH;
}

/** The last time, in milliseconds, that a mailbox of each domain was opened: infinite when one does not tell it, since it may be any. */
function lastByDomain(openings: readonly Opening[]): Map<string | undefined, number> {
  const last = new Map<string | undefined, number>();
  for (const { domain, moment } of openings) {
    const time = moment && isExact(moment) ? moment.latest : Number.POSITIVE_INFINITY;
    last.set(domain, Math.max(last.get(domain) ?? time, time));
  }
  return last;
}

/** A mailbox of the same domain was opened, and not before when both tell their time. */
function isTried({ host, moment }: Request, openings: ReadonlyMap<string | undefined, number>): boolean {
  const asked = moment && isExact(moment) ? moment.earliest : Number.NEGATIVE_INFINITY;
  return [undefined, host.slice(PREFIX.length)].some((domain) => (openings.get(domain) ?? Number.NaN) >= asked);
}

function requestsIn(artifact: Artifact<'log' | 'har'>): Request[] {
  if (!isKind(artifact, 'har')) return [];
  return artifact.content.exchanges
    .filter(({ url }) => url.pathname.endsWith('/config-v1.1.xml') || url.hostname.startsWith(PREFIX))
    .map((exchange) => ({
      at: placeInExchange({ har: artifact, exchange }, 'request', 'url'),
      scheme: exchange.url.protocol,
      host: exchange.url.hostname,
      path: exchange.url.pathname,
      moment: momentOf(exchange.startedAt),
      isAnswered: hasSettings(exchange),
    }));
}

/** True for the format of Mozilla with a server for reading and one for sending. */
function hasSettings({ status, bodies }: HarExchange): boolean {
  if (status !== 200 || !bodies.response) return false;
  try {
    const { documentElement: root } = parseXml(bodies.response.bytes);
    const provider = root?.localName === 'clientConfig' ? root.childrenNamed('emailProvider')[0] : undefined;
    return ['incomingServer', 'outgoingServer'].every((name) => (provider?.childrenNamed(name).length ?? 0) > 0);
  } catch (error) {
    if (error instanceof ReadError) return false;
    throw error;
  }
}

function openingsIn(artifact: Artifact<'log' | 'har'>): Opening[] {
  if (!isKind(artifact, 'log')) return [];
  return loginsIn(artifact)
    .logins.filter(({ accepted }) => accepted !== false)
    .map(({ user, moment }) => ({ domain: /@([^@\s]+)$/.exec(user ?? '')?.[1]?.toLowerCase(), moment }));
}
