import type { Artifact } from '../../../artifacts/artifact.js';
import { type ExchangeMessage, pairExchanges } from '../../../artifacts/exchanges.js';
import { httpExchangeMessages } from '../../../artifacts/http/exchange-messages.js';
import type { HarExchange, HttpResponse } from '../../../artifacts/http/har.js';
import { dateOf } from '../../../artifacts/http/message-time.js';

/** A response that stands in another file than its request. */
export interface SeparateAnswer {
  readonly artifact: Artifact<'har' | 'oidc'>;
  /** Line where it starts. */
  readonly line: number;
  /** The exchange, with what answered it. */
  readonly exchange: HarExchange;
}

interface Half extends ExchangeMessage {
  readonly asked?: HarExchange;
  readonly answer?: { readonly artifact: SeparateAnswer['artifact']; readonly response: HttpResponse };
}

/**
 * The answers to requests that were exported without theirs: `token-request.http` goes with `token-response.http`, or with
 * `token-response.json`, which holds the body alone.
 */
export function separateAnswers(
  hars: readonly Artifact<'har'>[],
  bodies: readonly Artifact<'oidc'>[],
): ReadonlyMap<HarExchange, SeparateAnswer> {
  const logs = hars.filter(({ content }) => content.format === 'text');
  const halves: Half[] = [...logs.flatMap(halvesOf), ...bodies.map(bodyAlone)];
  if (!halves.some(({ answer }) => answer)) return new Map();
  return new Map(
    pairExchanges(halves).pairs.flatMap(({ request: { asked }, response: { answer } }) => {
      if (!asked || !answer) return [];
      const { artifact, response } = answer;
      return [[asked, { artifact, line: response.line, exchange: answered(asked, response) }] as const];
    }),
  );
}

function halvesOf(artifact: Artifact<'har'>): Half[] {
  const messages = httpExchangeMessages({ ...artifact, path: withoutFormat(artifact.path) });
  return messages.flatMap(({ message, ...half }): Half[] => {
    if ('url' in message) return message.status === 0 ? [{ ...half, asked: message }] : [];
    return [{ ...half, answer: { artifact, response: message } }];
  });
}

function bodyAlone(artifact: Artifact<'oidc'>): Half {
  const { path, content } = artifact;
  const body = { mediaType: 'application/json', bytes: Buffer.from(JSON.stringify(content.json.value)) };
  const status = content.type === 'error' ? 400 : 200;
  return {
    path: withoutFormat(path),
    index: 0,
    direction: 'response',
    id: undefined,
    answers: undefined,
    ordered: false,
    answer: { artifact, response: { status, headers: [], body, line: 1 } },
  };
}

/** The two halves need not be of one format. */
function withoutFormat(path: string): string {
  return path.replace(/\.(?:http|txt|log|raw|json)$/i, '');
}

function answered(asked: HarExchange, { status, headers, body }: HttpResponse): HarExchange {
  const location = headers.find(({ name }) => name.toLowerCase() === 'location')?.value ?? '';
  return {
    ...asked,
    startedAt: asked.startedAt ?? dateOf(headers),
    status,
    responseHeaders: headers,
    redirectUrl: URL.canParse(location, asked.url.href) && location !== '' ? new URL(location, asked.url) : undefined,
    responseBody: body && Buffer.from(body.bytes).toString('utf8'),
    bodies: { ...asked.bodies, response: body },
  };
}
