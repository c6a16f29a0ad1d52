import type { Artifact } from '../artifact.js';
import type { ExchangeMessage } from '../exchanges.js';
import type { HarExchange, HttpResponse } from './har.js';

/** One side of an exchange by HTTP. */
interface HttpSide extends ExchangeMessage {
  /** What asked, and was answered if the capture holds the answer; or a response alone. */
  readonly message: HarExchange | HttpResponse;
}

/**
 * The messages of a capture, to be paired: an exchange is a pair already; a request that nothing answers, and a response alone, may be answered, or
 * asked, in another file.
 */
export function httpExchangeMessages({ path, content }: Artifact<'har'>): HttpSide[] {
  const messages: HttpSide[] = [];
  const add = (direction: HttpSide['direction'], message: HttpSide['message'], ordered: boolean): void => {
    messages.push({ path, index: messages.length, direction, id: undefined, answers: undefined, ordered, message });
  };
  for (const exchange of content.exchanges) {
    const isAnswered = exchange.status !== 0;
    add('request', exchange, isAnswered);
    if (isAnswered) add('response', exchange, true);
  }
  for (const orphan of content.orphans) add('response', orphan, false);
  return messages;
}
