import type { SoapBody } from '../../../artifacts/soap/body.js';

/** The actions that a body may be sent with, and those of what answers it; none when we do not know. */
interface Actions {
  readonly request: readonly string[];
  readonly answer: readonly string[];
}

const NOTHING: Actions = { request: [], answer: [] };
const own = (action: string, ...answer: string[]): Actions => ({ request: [action], answer });

const UPDATE = own(
  'urn:ihe:iti:2010:UpdateDocumentSet',
  'urn:ihe:iti:2010:UpdateDocumentSet-Response',
  'urn:ihe:iti:2010:UpdateDocumentSetResponse',
);

/** Bodies of IHE (ITI TF-2, WSDL of the transactions). The DMP takes nothing that is registered without its document: a registration is an update. */
const TRANSACTIONS: ReadonlyMap<string, Actions> = new Map([
  [
    'provide-and-register',
    own('urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b', 'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-bResponse'),
  ],
  ['register', UPDATE],
  ['update', UPDATE],
  ['stored-query', own('urn:ihe:iti:2007:RegistryStoredQuery', 'urn:ihe:iti:2007:RegistryStoredQueryResponse')],
  ['retrieve', own('urn:ihe:iti:2007:RetrieveDocumentSet', 'urn:ihe:iti:2007:RetrieveDocumentSetResponse')],
]);

/** The port of each service of the DMP. */
const PORTS: ReadonlyMap<string, string> = new Map([
  ['urn:si-dmp-habilitations', 'HabilitationsEndPoint'],
  ['urn:si-dmp-patients', 'PatientSpecificEndPoint'],
]);

/** What wsa:Action may be for a body: of IHE, of HL7 v3, or of a service of the DMP, whose WSDL and whose messages write it in two ways. */
export function actionsOf({ type, node }: SoapBody): Actions {
  const transaction = TRANSACTIONS.get(type);
  if (transaction) return transaction;
  const namespace = node?.namespaceURI ?? '';
  const name = node?.localName ?? '';
  if (namespace === 'urn:hl7-org:v3') {
    const answer = name === 'PRPA_IN201307UV02' ? ['urn:hl7-org:v3:PRPA_IN201308UV02'] : [];
    return own(`urn:hl7-org:v3:${name}`, ...answer);
  }
  const port = PORTS.get(namespace);
  if (!port) return NOTHING;
  const written = [`${namespace}:${port}:${name}`, `urn:hl7-org:v3:${name}`];
  return { request: written, answer: written.map((action) => `${action}Response`) };
}
