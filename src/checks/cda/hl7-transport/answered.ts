import type { Declaration } from '../../../artifacts/artifact.js';
import { type ExchangeMessage, pairExchanges } from '../../../artifacts/exchanges.js';
import type { Answer } from './exchanged.js';

/** A message that may be answered. */
interface Asked {
  readonly path: string;
  readonly index: number;
  readonly id: string;
  readonly role: Declaration['role'];
  readonly event: string;
}

interface Answered<M> {
  readonly pairs: readonly { readonly request: M; readonly answer: Answer }[];
  /** Messages that nothing answers. */
  readonly unanswered: readonly M[];
  /** Answers to messages that were not given. */
  readonly strangers: readonly Answer[];
}

/** Pairs messages with their acknowledgements: MSA-2 is the MSH-10 of the message. */
export function answered<M extends Asked>(requests: readonly M[], answers: readonly Answer[]): Answered<M> {
  const { pairs, unpaired } = pairExchanges<Half<M>>([
    ...requests.map((each) => asRequest<M>(each)),
    ...answers.map((each) => asResponse<M>(each)),
  ]);
  const found = pairs.flatMap(({ request, response }) =>
    request.request && response.answer ? [{ request: request.request, answer: response.answer }] : [],
  );
  // Several messages have the same MSH-10, as all the official ones do: any of them may be the one that was answered.
  const doubtful = new Set(unpaired.flatMap(({ message, why }) => (why === 'ambiguous-id' ? [message.answers] : [])));
  return {
    pairs: found,
    unanswered: unpaired.flatMap(({ message: { request } }) => (request && !doubtful.has(request.id) ? [request] : [])),
    strangers: unpaired.flatMap(({ message: { answer }, why }) =>
      answer && (why === 'unknown-request' || why === 'no-request') ? [answer] : [],
    ),
  };
}

interface Half<M> extends ExchangeMessage {
  readonly request?: M;
  readonly answer?: Answer;
}

function asRequest<M extends Asked>(request: M): Half<M> {
  const { path, index, id } = request;
  return { path, index, direction: 'request', id: id || undefined, answers: undefined, ordered: false, request };
}

function asResponse<M extends Asked>(answer: Answer): Half<M> {
  const { path, index, id, answers } = answer;
  return {
    path,
    index,
    direction: 'response',
    id: id || undefined,
    answers: answers.text || undefined,
    ordered: false,
    answer,
  };
}
