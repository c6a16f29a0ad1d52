import type { Artifact } from '../artifact.js';
import type { ExchangeMessage } from '../exchanges.js';
import { MSA, MSH } from './fields.js';
import type { Hl7Message } from './message.js';

/** The messages of an HL7 v2 artifact, to be paired: one that has an MSA answers the message of the identifier it gives (HL7 v2.5 §2.9.2). */
export function hl7ExchangeMessages({
  path,
  content,
}: Artifact<'hl7v2'>): (ExchangeMessage & { readonly message: Hl7Message })[] {
  return content.messages.map((message, index) => {
    const segment = (name: string) => message.segments.find((each) => each.name === name);
    const answer = segment('MSA');
    return {
      path,
      index,
      direction: answer ? 'response' : 'request',
      id: segment('MSH')?.field(MSH.controlId).text || undefined,
      answers: answer?.field(MSA.controlId).text || undefined,
      ordered: false,
      message,
    };
  });
}
