import { type ExchangeMessage, pairExchanges } from '../../../artifacts/exchanges.js';
import type { Answer } from './exchanged.js';

/** A message that may be answered. */
interface Asked {
  readonly path: string;
  readonly index: number;
  readonly id: string;
  /** MSH-3 to MSH-6. */
  readonly parties: readonly string[];
}

interface Answered<M, A> {
  readonly pairs: readonly { readonly request: M; readonly answer: A }[];
  /** Messages that nothing answers. */
  readonly unanswered: readonly M[];
  /** Answers to messages that were not given. */
  readonly strangers: readonly A[];
}

/**
 * Pairs messages with their acknowledgements: MSA-2 is the MSH-10 of the message. It is unique for who sends (HL7 v2.5 §2.15.9.10): the answer that
 * goes back to that one comes first, then any, since its own header may be wrong.
 */
export function answered<M extends Asked, A extends Answer>(
  requests: readonly M[],
  answers: readonly A[],
): Answered<M, A> {
  const own = paired(
    requests,
    answers,
    ([sender = '']) => sender,
    ([, , receiver = '']) => receiver,
  );
  const any = paired(
    own.unanswered,
    own.strangers,
    () => '',
    () => '',
  );
  return { ...any, pairs: [...own.pairs, ...any.pairs] };
}

type Party = (parties: readonly string[]) => string;

function paired<M extends Asked, A extends Answer>(
  requests: readonly M[],
  answers: readonly A[],
  sender: Party,
  receiver: Party,
): Answered<M, A> {
  const named = (id: string, party: string): string | undefined =>
    id === '' ? undefined : JSON.stringify([id, party]);
  const { pairs, unpaired } = pairExchanges<Half<M, A>>([
    ...requests.map((request): Half<M, A> => {
      const { path, index, id, parties } = request;
      const key = named(id, sender(parties));
      return { path, index, direction: 'request', id: key, answers: undefined, ordered: false, request };
    }),
    ...answers.map((answer): Half<M, A> => {
      const { path, index, answers: told, parties } = answer;
      const key = named(told.text, receiver(parties));
      return { path, index, direction: 'response', id: undefined, answers: key, ordered: false, answer };
    }),
  ]);
  // Several messages have the same MSH-10, as the official ones do: any of them may be the one that was answered.
  const doubtful = new Set(unpaired.flatMap(({ message, why }) => (why === 'ambiguous-id' ? [message.answers] : [])));
  return {
    pairs: pairs.flatMap(({ request: { request }, response: { answer } }) =>
      request && answer ? [{ request, answer }] : [],
    ),
    unanswered: unpaired.flatMap(({ message: { request, id } }) => (request && !doubtful.has(id) ? [request] : [])),
    strangers: unpaired.flatMap(({ message: { answer }, why }) =>
      answer && (why === 'unknown-request' || why === 'no-request') ? [answer] : [],
    ),
  };
}

interface Half<M, A> extends ExchangeMessage {
  readonly request?: M;
  readonly answer?: A;
}
