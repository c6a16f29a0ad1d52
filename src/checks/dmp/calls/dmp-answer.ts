import type { SoapBody } from '../../../artifacts/soap/body.js';

/** What an answer of the DMP tells of the transaction that it answers. */
export type DmpAnswer =
  /** TD0.2: whether the patient has a DMP, and the state of the user's authorisation: `VALIDE` opens it. */
  | { readonly to: 'existence'; readonly exists: boolean; readonly authorization: string }
  /** TD0.3 and the XDS transactions. */
  | { readonly to: 'other'; readonly succeeded: boolean; readonly status: string }
  /** TD0.4: matricules of the patients whose DMP the user may open. */
  | { readonly to: 'patient-list'; readonly patients: readonly string[] };

export function answerOf(body: SoapBody): DmpAnswer | undefined {
  switch (body.type) {
    case 'patient-query-response':
      return {
        to: 'existence',
        exists: body.queryResponseCode?.value === 'OK',
        authorization: body.attentionLines.find(({ keyword }) => keyword?.value === 'AUTORISATION')?.value?.value ?? '',
      };
    case 'set-authorization-response':
      return outcome(body.status?.value, /^DMPOk$/i);
    case 'patient-list-response':
      return {
        to: 'patient-list',
        patients: body.patients.flatMap(({ ids }) => ids.flatMap(({ id }) => id?.value ?? [])),
      };
    case 'stored-query-response':
    case 'retrieve-response':
    case 'registry-response':
      return outcome(body.status?.value, /:(?:Success|PartialSuccess)$/);
    case 'fault':
      return { to: 'other', succeeded: false, status: 'Fault' };
    default:
      return undefined;
  }
}

function outcome(status: string | undefined, success: RegExp): DmpAnswer {
  return { to: 'other', succeeded: success.test(status ?? ''), status: status ?? '' };
}
