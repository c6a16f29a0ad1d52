import type { Artifact } from '../../../artifacts/artifact.js';
import { type ExchangeMessage, pairExchanges } from '../../../artifacts/exchanges.js';
import { soapExchangeMessages } from '../../../artifacts/soap/exchange-messages.js';
import { placeIn } from '../../context.js';
import type { Place } from '../../define.js';
import { identitiesOfMessage } from '../../identities/identities-of-soap.js';
import type { ToldIdentity } from '../../identities/told-identity.js';
import { notImportable } from './import-bars.js';

/** What is kept of a SOAP message to pair answers of INSi with their requests: nothing of its XML. */
export interface KeptMessage extends ExchangeMessage {
  /** Id of the patient that the vendor declares for its file. */
  readonly patient: string | undefined;
  /** The person that INSi found. */
  readonly found: FoundPerson | undefined;
}

/** A person that INSi found (code 00). */
interface FoundPerson {
  readonly identity: ToldIdentity;
  readonly at: Place;
  /** Names of the elements for which it must not be imported; none when it may be. */
  readonly bars: readonly string[];
  /** Only the list of given names is missing beside a given name. */
  readonly isMinor: boolean;
}

/** A person that INSi found, with the patient that the vendor declares for the answer, else for the request. */
export interface InsiFinding extends FoundPerson {
  readonly patient: string | undefined;
}

/** The messages of a SOAP artifact, without their XML. */
export function keptMessages(artifact: Artifact<'soap'>): KeptMessage[] {
  return soapExchangeMessages(artifact).map(({ message, ...kept }) => {
    const { body } = message;
    const bars = body.type === 'insi-response' ? notImportable(body) : [];
    const isFound = body.type === 'insi-response' && body.code?.value === '00';
    const identity = isFound
      ? identitiesOfMessage(message, artifact.path).find(({ source }) => source === 'insi')
      : undefined;
    const found = isFound &&
      identity && {
        identity,
        at: placeIn(artifact, identity.at),
        bars: bars.map(({ args }) => args.element),
        isMinor: bars.every((bar) => bar.isMinor),
      };
    return { ...kept, patient: artifact.declared.patient, found: found || undefined };
  });
}

/** The persons that INSi found, whatever messages were kept. */
export function insiFindings(messages: readonly KeptMessage[]): InsiFinding[] {
  const requests = new Map(pairExchanges(messages).pairs.map(({ request, response }) => [response, request]));
  return messages.flatMap((message) =>
    message.found ? [{ ...message.found, patient: message.patient ?? requests.get(message)?.patient }] : [],
  );
}
