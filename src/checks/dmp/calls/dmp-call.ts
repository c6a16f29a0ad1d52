import { type Artifact, isKind } from '../../../artifacts/artifact.js';
import type { ExchangeMessage } from '../../../artifacts/exchanges.js';
import { soapExchangeMessages } from '../../../artifacts/soap/exchange-messages.js';
import { RESOURCE_ID } from '../../../artifacts/soap/saml.js';
import type { SoapMessage } from '../../../artifacts/soap/soap.js';
import { readHl7Identifier } from '../../../identity/hl7-identifier.js';
import { placeIn } from '../../context.js';
import type { Place } from '../../define.js';
import { codeOf, VIHF, valuesOf } from '../messages/vihf-attributes.js';
import { answerOf, type DmpAnswer } from './dmp-answer.js';
import { type EntryChange, entryChangesOf } from './entry-changes.js';
import { criteriaOf, type SearchCriteria } from './search-criteria.js';

/**
 * What a request asks of the DMP. A search that wants references only (TD3.1b) reads nothing: it comes before a replacement or a deletion.
 * `retrieval` is TD3.2, `deletion` TD3.3c, `update` the others of TD3.3.
 */
type DmpTransaction =
  | 'existence'
  | 'authorization'
  | 'patient-list'
  | 'search'
  | 'reference-search'
  | 'retrieval'
  | 'publication'
  | 'deletion'
  | 'update';

/** A message exchanged with the DMP, without its XML. */
export interface DmpMessage extends ExchangeMessage {
  /** The body's element. */
  readonly at: Place;
  /** What it asks; undefined for an answer. */
  readonly asks: DmpTransaction | undefined;
  readonly answer: DmpAnswer | undefined;
  /** NameID of the VIHF, where it stands, and its qualifier; the user is empty without VIHF. */
  readonly user: string;
  readonly userAt: Place;
  /** Whether the message has a VIHF. */
  readonly hasVihf: boolean;
  /** What the VIHF says of the user's practice: `Secteur_Activite`, and the codes of the roles. */
  readonly practice: { readonly sectors: readonly TextAt[]; readonly roles: readonly TextAt[] };
  /** Matricule of the patient whom the VIHF is about, else the body; empty when nothing tells. */
  readonly patient: string;
  /** Milliseconds of UTC. */
  readonly time: number | undefined;
  /** Access token that goes with it (`Authorization: Bearer`). */
  readonly bearer: string | undefined;
  /** TD0.3: `AJOUT` or `SUPPRESSION`. */
  readonly action: string;
  readonly criteria: SearchCriteria | undefined;
  /** What it does to the entries that the DMP holds. */
  readonly changes: readonly EntryChange<Place>[];
  readonly order: number | undefined;
  /** User 1 or 2, as the vendor declares. */
  readonly declaredUser: 1 | 2 | undefined;
  /** The vendor declares that the user is one of Pro Santé Connect. */
  readonly isPsc: boolean;
}

interface TextAt {
  readonly value: string;
  readonly at: Place;
}

/** An exchange of a capture: what tells when the messages that it holds were sent. */
export interface CapturedExchange {
  readonly rank: number;
  readonly startedAt: string | undefined;
  readonly bearer: string | undefined;
}

/** A capture of HTTP exchanges, in which SOAP messages stand. */
interface Capture {
  readonly path: string;
  /** By the name of the exchange in the paths of its messages: `exchange-3`. */
  readonly exchanges: readonly (readonly [name: string, exchange: CapturedExchange])[];
}

/** What checks on exchanges with the DMP keep of an artifact. */
export interface DmpFile {
  readonly messages: readonly DmpMessage[];
  readonly capture: Capture | undefined;
}

export function dmpFileOf(artifact: Artifact<'soap'> | Artifact<'har'>): DmpFile {
  if (isKind(artifact, 'har')) return { messages: [], capture: captureOf(artifact) };
  return {
    messages: soapExchangeMessages(artifact).flatMap(({ message, ...exchange }) => {
      const asks = transactionOf(message);
      const answer = asks === undefined ? answerOf(message.body) : undefined;
      if (asks === undefined && answer === undefined) return [];
      return [{ ...exchange, ...toldBy(artifact, message), asks, answer }];
    }),
    capture: undefined,
  };
}

function captureOf({ path, content }: Artifact<'har'>): Capture {
  return {
    path,
    exchanges: content.exchanges.map(({ index, startedAt, requestHeaders }, rank) => [
      `exchange-${index + 1}`,
      { rank, startedAt, bearer: bearerOf(requestHeaders) },
    ]),
  };
}

function toldBy(
  artifact: Artifact<'soap'>,
  message: SoapMessage,
): Omit<DmpMessage, keyof ExchangeMessage | 'asks' | 'answer'> {
  const { body, document, security, http } = message;
  const [assertion] = security?.assertions ?? [];
  const placeOf = (node: Parameters<typeof document.locate>[0]): Place => placeIn(artifact, document.locate(node));
  const at = placeOf(body.node ?? document.documentElement);
  const written = security?.timestamp?.created?.value ?? assertion?.issueInstant?.value ?? '';
  const time = Date.parse(written);
  const { order, user, 'psc-mode': pscMode } = artifact.declared;
  return {
    at,
    user: assertion?.nameId?.value ?? '',
    userAt: assertion ? placeOf(assertion.nameId?.node ?? assertion.node) : at,
    hasVihf: assertion !== undefined,
    practice: {
      sectors: assertion
        ? valuesOf(assertion, VIHF.sector).map((each) => ({ value: each.value, at: placeOf(each.node) }))
        : [],
      roles: assertion
        ? valuesOf(assertion, VIHF.role).map((each) => ({ value: codeOf(each).code, at: placeOf(each.node) }))
        : [],
    },
    patient: matriculeIn(assertion?.attribute(RESOURCE_ID)[0]?.value) || patientOfBody(body),
    time: Number.isNaN(time) ? undefined : time,
    bearer: bearerOf(http?.headers ?? []),
    action: body.type === 'set-authorization' ? (body.action?.value ?? '') : '',
    criteria: body.type === 'stored-query' ? criteriaOf(body) : undefined,
    changes: entryChangesOf(body).map((change) => ({
      ...change,
      at: placeOf(change.at),
    })),
    order,
    declaredUser: user,
    isPsc: pscMode !== undefined || assertion?.nameId?.nameQualifier?.value === 'PSC',
  };
}

function transactionOf({ body }: SoapMessage): DmpTransaction | undefined {
  switch (body.type) {
    case 'patient-query':
      return 'existence';
    case 'set-authorization':
      return 'authorization';
    case 'patient-list':
      return 'patient-list';
    case 'stored-query':
      return body.returnType?.value === 'ObjectRef' ? 'reference-search' : 'search';
    case 'retrieve':
      return 'retrieval';
    case 'provide-and-register':
      return 'publication';
    case 'update': {
      const isDeletion = body.metadata.associations.some((each) =>
        each.slot('NewStatus').some(({ value }) => /:Deleted$/.test(value)),
      );
      return isDeletion ? 'deletion' : 'update';
    }
    default:
      return undefined;
  }
}

function patientOfBody(body: SoapMessage['body']): string {
  if (body.type === 'patient-query') return body.patientIds[0]?.extension?.value ?? '';
  if (body.type === 'stored-query')
    return matriculeIn(body.parameters.find(({ name }) => /PatientId$/i.test(name))?.values[0]?.value);
  if (body.type === 'provide-and-register' || body.type === 'update')
    return matriculeIn(body.metadata.submissionSet?.identifier('SubmissionSet.patientId')?.value);
  return '';
}

/** The first component of a CX, with or without the quotes of a query. */
function matriculeIn(cx: string | undefined): string {
  return readHl7Identifier((cx ?? '').replace(/^[('\s]+/, '')).value;
}

function bearerOf(headers: readonly { readonly name: string; readonly value: string }[]): string | undefined {
  const value = headers.find(({ name }) => /^authorization$/i.test(name))?.value.trim();
  return value && /^Bearer\s/i.test(value) ? value.slice('Bearer '.length).trim() : undefined;
}
