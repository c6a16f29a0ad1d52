import { byCodeUnit } from './by-code-unit.js';
import { groupBy } from './group-by.js';

/**
 * What pairing needs to know of a message, of SOAP (`soapExchangeMessages` gives it) or of HL7 v2, where a message that has an MSA answers.
 * The entries of a HAR are pairs already.
 */
export interface ExchangeMessage {
  /** Path of the artifact that holds it. */
  readonly path: string;
  /** Rank in that artifact, from 0. */
  readonly index: number;
  readonly direction: 'request' | 'response';
  /** WS-Addressing MessageID; MSH-10. */
  readonly id: string | undefined;
  /** Id of the message that it answers: WS-Addressing RelatesTo; MSA-2. */
  readonly answers: string | undefined;
  /** Whether its place among the messages of its artifact is that of an HTTP exchange. */
  readonly ordered: boolean;
}

/** `id`: the response names its request; `order`: it follows it in one capture; `name`: their files are called alike. */
type PairedBy = 'id' | 'order' | 'name';

interface Exchange<M> {
  readonly request: M;
  readonly response: M;
  readonly by: PairedBy;
}

/** Why a message has no other half. */
type UnpairedReason =
  /** The response names a message that no file holds. */
  | 'unknown-request'
  /** Several requests have the id that the response names. */
  | 'ambiguous-id'
  /** Another response answers the request that it names. */
  | 'already-answered'
  /** Several files could be the other half, by their names. */
  | 'ambiguous-name'
  | 'no-request'
  | 'no-response';

interface Unpaired<M> {
  readonly message: M;
  readonly why: UnpairedReason;
}

export interface Exchanges<M> {
  /** In the order of the requests. */
  readonly pairs: readonly Exchange<M>[];
  readonly unpaired: readonly Unpaired<M>[];
}

/**
 * Pairs each request with its response: by what the response names, else by the order of a capture, else by the names of their files. A
 * response that names an unknown message is never given to another: its request was not exported.
 */
export function pairExchanges<M extends ExchangeMessage>(messages: readonly M[]): Exchanges<M> {
  const given = [...messages].sort((a, b) => byCodeUnit(a.path, b.path) || a.index - b.index);
  const pairs: Exchange<M>[] = [];
  const paired = new Set<M>();
  const reasons = new Map<M, UnpairedReason>();
  const pair = (request: M, response: M, by: PairedBy): void => {
    pairs.push({ request, response, by });
    paired.add(request).add(response);
  };
  pairById(given, pair, (message, why) => reasons.set(message, why));
  const left = (): M[] => given.filter((each) => !paired.has(each) && !reasons.has(each));
  pairByOrder(left(), pair);
  pairByName(left(), pair, (message) => reasons.set(message, 'ambiguous-name'));
  const rank = new Map(given.map((message, index) => [message, index]));
  return {
    pairs: pairs.sort((a, b) => (rank.get(a.request) ?? 0) - (rank.get(b.request) ?? 0)),
    unpaired: given
      .filter((each) => !paired.has(each))
      .map((message) => ({
        message,
        why: reasons.get(message) ?? (message.direction === 'request' ? 'no-response' : 'no-request'),
      })),
  };
}

type Pair<M> = (request: M, response: M, by: PairedBy) => void;

function pairById<M extends ExchangeMessage>(
  messages: readonly M[],
  pair: Pair<M>,
  refuse: (message: M, why: UnpairedReason) => void,
): void {
  const byId = groupBy(messages, ({ id, direction }) => (direction === 'request' && id ? id : undefined));
  const answered = new Set<M>();
  for (const response of messages) {
    if (response.direction !== 'response' || !response.answers) continue;
    const [request, twin] = byId.get(response.answers) ?? [];
    if (!request) refuse(response, 'unknown-request');
    else if (twin) refuse(response, 'ambiguous-id');
    else if (answered.has(request)) refuse(response, 'already-answered');
    else {
      answered.add(request);
      pair(request, response, 'id');
    }
  }
}

/** In an HTTP capture a response answers the request just before it. */
function pairByOrder<M extends ExchangeMessage>(messages: readonly M[], pair: Pair<M>): void {
  let before: M | undefined;
  for (const message of messages) {
    const follows = before?.path === message.path && before.index + 1 === message.index;
    if (before && follows && message.direction === 'response' && before.ordered && message.ordered) {
      pair(before, message, 'order');
    }
    before = message.direction === 'request' ? message : undefined;
  }
}

function pairByName<M extends ExchangeMessage>(
  messages: readonly M[],
  pair: Pair<M>,
  ambiguous: (message: M) => void,
): void {
  for (const group of groupBy(messages, exchangeName).values()) {
    const requests = group.filter(({ direction }) => direction === 'request');
    const responses = group.filter(({ direction }) => direction === 'response');
    const [request] = requests;
    const [response] = responses;
    if (!request || !response) continue;
    if (requests.length === 1 && responses.length === 1) pair(request, response, 'name');
    else for (const each of group) ambiguous(each);
  }
}

const DIRECTIONS = {
  request: /(?<![a-z])(?:request|requete|req|question|query|demande|envoi|aller|in)(?![a-z])/,
  response: /(?<![a-z])(?:response|reponse|resp|res|rep|answer|reply|retour|ack|out)(?![a-z])/,
};

/** Name that the two files of an exchange share, once the word that tells which is which is taken out; nothing without such a word. */
function exchangeName({ path, direction }: ExchangeMessage): string | undefined {
  const name = path
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase();
  const start = name.lastIndexOf('/') + 1;
  const file = name.slice(start);
  if (!DIRECTIONS[direction].test(file)) return undefined;
  // The other word may be a format's: both halves lose it, or keep it, alike.
  return name.slice(0, start) + file.replace(DIRECTIONS[direction], '*');
}
