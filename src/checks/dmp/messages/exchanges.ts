import type { Artifact } from '../../../artifacts/artifact.js';
import { type ExchangeMessage, pairExchanges } from '../../../artifacts/exchanges.js';
import { soapExchangeMessages } from '../../../artifacts/soap/exchange-messages.js';
import type { SoapMessage } from '../../../artifacts/soap/soap.js';
import type { XmlValue } from '../../../artifacts/xml/value.js';
import { placeIn } from '../../context.js';
import type { Outcome, Place, RawFinding } from '../../define.js';
import { isDmpAnswer, isDmpRequest } from './dmp-messages.js';

type FaultPlace = XmlValue['node'] | { readonly line: number };

/** A fault of a message, at one of its nodes, or at a line of its header fields. */
export interface Fault<R extends string> {
  readonly rule: R;
  readonly at: FaultPlace;
  readonly args?: Readonly<Record<string, string | number>>;
  readonly actual?: string | undefined;
}

/** How the two messages of an exchange are judged, each by itself. `undefined`: the message is none of this exchange. */
interface Exchange<R extends string, T> {
  request(message: SoapMessage): readonly Fault<R>[] | undefined;
  answer(message: SoapMessage): readonly Fault<R>[] | undefined;
  /** What the other message is compared with, in plain values. */
  told?(message: SoapMessage, place: (at: FaultPlace) => Place): T;
}

/** What is kept of a message, without its XML. */
export interface KeptMessage<R extends string, T> extends ExchangeMessage {
  /** Answers of IHE do not tell whose they are. */
  readonly isDmp: boolean;
  readonly findings: readonly RawFinding<R>[];
  readonly told: T | undefined;
}

/** Faults of one message that are told: each is located, which costs as much as its element has siblings. */
export const MOST_FAULTS = 100;

/** The findings at the faults of a message. */
export function foundInMessage<R extends string>(
  artifact: Artifact<'soap'>,
  message: SoapMessage,
  faults: readonly Fault<R>[],
): RawFinding<R>[] {
  return faults.slice(0, MOST_FAULTS).map(({ rule, at, args, actual }) => ({
    rule,
    at: placeOfFault(artifact, message, at),
    ...(args && { args }),
    ...(actual !== undefined && { actual }),
  }));
}

function placeOfFault(artifact: Artifact<'soap'>, { document }: SoapMessage, at: FaultPlace): Place {
  return placeIn(artifact, 'line' in at ? { line: at.line } : document.locate(at));
}

/** The function by which a check keeps what it needs of the DMP's messages. */
export function keeperOf<R extends string, T = undefined>(
  exchange: Exchange<R, T>,
): (artifact: Artifact<'soap'>) => readonly KeptMessage<R, T>[] {
  return (artifact) =>
    soapExchangeMessages(artifact).flatMap(({ message, ...kept }): KeptMessage<R, T>[] => {
      const isAnswer = kept.direction === 'response';
      const isDmp = isAnswer ? isDmpAnswer(message.body) : isDmpRequest(message);
      if (!isAnswer && !isDmp) return [];
      const faults = isAnswer ? exchange.answer(message) : exchange.request(message);
      if (!faults) return [];
      const place = (at: FaultPlace): Place => placeOfFault(artifact, message, at);
      const findings = foundInMessage(artifact, message, faults);
      return [{ ...kept, isDmp, findings, told: exchange.told?.(message, place) }];
    });
}

/**
 * Judges the requests to the DMP and what answers them, wherever they were saved: an answer that does not tell by itself that it is the DMP's is judged
 * beside its request only.
 *
 * @param judgePair what only both messages tell.
 */
export function judgeExchanges<R extends string, T>(
  kept: readonly (readonly KeptMessage<R, T>[])[],
  judgePair: (request: T, answer: T) => readonly RawFinding<R>[] = () => [],
): Outcome<R> {
  const messages = kept.flat();
  const { pairs } = pairExchanges(messages);
  const answers = new Set(pairs.map(({ response }) => response));
  const judged = messages.filter((each) => each.isDmp || answers.has(each));
  const findings = [
    ...judged.flatMap((each) => each.findings),
    ...pairs.flatMap(({ request, response }) =>
      request.told === undefined || response.told === undefined ? [] : judgePair(request.told, response.told),
    ),
  ];
  return { evaluated: judged.length, findings, ...(judged.length === 0 && { applies: false }) };
}
