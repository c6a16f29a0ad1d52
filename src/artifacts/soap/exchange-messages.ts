import type { Artifact } from '../artifact.js';
import type { ExchangeMessage } from '../exchanges.js';
import { isResponse } from './body.js';
import type { SoapMessage } from './soap.js';

/** The messages of a SOAP artifact, to be paired. A lone assertion is none. */
export function soapExchangeMessages({
  path,
  content,
}: Artifact<'soap'>): (ExchangeMessage & { readonly message: SoapMessage })[] {
  return content.messages
    .filter(({ version }) => version !== undefined)
    .map((message, index) => {
      const { addressing, http, body } = message;
      const answers = addressing.relatesTo?.value;
      return {
        path,
        index,
        direction: http?.direction ?? (answers || isResponse(body) ? 'response' : 'request'),
        id: addressing.messageId?.value,
        answers,
        // Several in one file stand there in the order in which they were exchanged.
        ordered: http !== undefined || content.messages.length > 1,
        message,
      };
    });
}
