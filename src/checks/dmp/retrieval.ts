import type { SoapMessage } from '../../artifacts/soap/soap.js';
import { isWellFormedOid } from '../../identity/oids.js';
import { defineSetCheck, type Place } from '../define.js';
import { messageRule } from '../sources/message-rule.js';
import { type Fault, judgeExchanges, keeperOf, MOST_FAULTS } from './messages/exchanges.js';
import { type OutcomeRule, outcomeFaults, outcomeRules } from './messages/outcome.js';

type RuleName =
  | OutcomeRule
  | 'nothing-asked'
  | 'repository'
  | 'entry-uuid'
  | 'unique-id'
  | 'not-given'
  | 'not-asked'
  | 'empty-document';

const ITI43 = 'ITI TF-2 §3.43.4.1.2';

interface Told {
  readonly at: Place;
  /** Whether an answer says that it gives all that was asked. */
  readonly isSuccess: boolean;
  /** Unique ids asked for, or given. */
  readonly ids: readonly string[];
  /** Where each is, as far as there are places to tell. */
  readonly places: readonly Place[];
}

const keep = keeperOf<RuleName, Told | undefined>({
  request: ({ body }) => (body.type === 'retrieve' ? requestFaults(body) : undefined),
  answer(message) {
    const { body } = message;
    if (body.type !== 'retrieve-response') return body.type === 'fault' ? outcomeFaults(body) : undefined;
    return [...outcomeFaults(body), ...emptyFaults(message)];
  },
  told({ body }, place) {
    if (body.type !== 'retrieve' && body.type !== 'retrieve-response') return undefined;
    return {
      at: place(body.node),
      isSuccess: body.type === 'retrieve-response' && /:Success$/.test(body.status?.value ?? ''),
      ids: body.documents.map(({ documentUniqueId }) => documentUniqueId?.value ?? ''),
      places: body.documents
        .slice(0, MOST_FAULTS)
        .map(({ documentUniqueId, node }) => place(documentUniqueId?.node ?? node)),
    };
  },
});

/** A retrieval (TD3.2, ITI-43) asks for documents by their unique ids in a repository, and the answer holds those. */
export const retrieval = defineSetCheck({
  id: 'dmp/retrieval',
  on: 'soap',
  rules: {
    ...outcomeRules(1),
    'nothing-asked': messageRule('error', 'primary', ITI43, 0, 1),
    repository: messageRule('error', 'primary', `${ITI43}, RepositoryUniqueId`, 0, 1),
    'entry-uuid': messageRule('error', 'primary', `${ITI43}, DocumentUniqueId ; XDSDocumentUniqueIdError`, 0, 1),
    'unique-id': messageRule('error', 'primary', `${ITI43}, DocumentUniqueId (OID)`, 0, 1),
    'not-given': messageRule('warning', 'primary', 'ITI TF-2 §3.43.4.2.2', 0, 0),
    'not-asked': messageRule('warning', 'primary', 'ITI TF-2 §3.43.4.2.2', 0, 0),
    'empty-document': messageRule('warning', 'primary', 'ITI TF-2 §3.43.4.2.2', 0, 1),
  },
  examples: [
    {
      rule: 'refused',
      base: 'dmp-exchanges',
      part: 'retrievalAnswer',
      good: 'ResponseStatusType:Success"/>',
      bad: 'ResponseStatusType:Failure"><rs:RegistryErrorList><rs:RegistryError errorCode="XDSDocumentUniqueIdError" codeContext="" severity="urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error"/></rs:RegistryErrorList></rs:RegistryResponse>',
    },
    {
      rule: 'outcome',
      base: 'dmp-exchanges',
      part: 'retrievalAnswer',
      good: 'ResponseStatusType:Success"/>',
      bad: 'ResponseStatusType:OK"/>',
    },
    {
      rule: 'nothing-asked',
      base: 'dmp-exchanges',
      part: 'retrieval',
      good: '<DocumentRequest><RepositoryUniqueId>1.2.250.1.213.4.1.1.1.2</RepositoryUniqueId><DocumentUniqueId>2.999.2.20260316.1.1</DocumentUniqueId></DocumentRequest>',
      bad: '',
    },
    {
      rule: 'repository',
      base: 'dmp-exchanges',
      part: 'retrieval',
      good: '<RepositoryUniqueId>1.2.250.1.213.4.1.1.1.2</RepositoryUniqueId>',
      bad: '<RepositoryUniqueId/>',
    },
    {
      rule: 'entry-uuid',
      base: 'dmp-exchanges',
      part: 'retrieval',
      good: '<DocumentUniqueId>2.999.2.20260316.1.1<',
      bad: '<DocumentUniqueId>urn:uuid:6bf6d7e8-472e-54e0-8e4e-2cc55f6dfef9<',
    },
    {
      rule: 'unique-id',
      base: 'dmp-exchanges',
      part: 'retrieval',
      good: '<DocumentUniqueId>2.999.2.20260316.1.1<',
      bad: '<DocumentUniqueId>DOC0001.XML<',
    },
    {
      rule: 'not-given',
      base: 'dmp-exchanges',
      part: 'retrieval',
      good: '<DocumentRequest>',
      bad: '<DocumentRequest><RepositoryUniqueId>1.2.250.1.213.4.1.1.1.2</RepositoryUniqueId><DocumentUniqueId>2.999.2.9</DocumentUniqueId></DocumentRequest><DocumentRequest>',
    },
    {
      rule: 'not-asked',
      base: 'dmp-exchanges',
      part: 'retrievalAnswer',
      good: '<DocumentUniqueId>2.999.2.20260316.1.1<',
      bad: '<DocumentUniqueId>2.999.2.9<',
    },
    {
      rule: 'empty-document',
      base: 'dmp-exchanges',
      part: 'retrievalAnswer',
      good: '</DocumentResponse>',
      bad: '</DocumentResponse><DocumentResponse><RepositoryUniqueId>1.2.250.1.213.4.1.1.1.2</RepositoryUniqueId><DocumentUniqueId>2.999.2.20260316.1.1</DocumentUniqueId><mimeType>text/xml</mimeType><Document/></DocumentResponse>',
    },
  ],
  keep,
  run: (kept) =>
    judgeExchanges(kept, (request, answer) => {
      if (!request || !answer) return [];
      const [asked, given] = [new Set(request.ids), new Set(answer.ids)];
      // A request that is itself wrong is told as such.
      const isClear = request.ids.every(isUniqueId);
      return [
        ...answer.places.flatMap((at, rank) => {
          const id = answer.ids[rank] ?? '';
          return asked.has(id) || !isClear ? [] : [{ rule: 'not-asked' as const, at, actual: id }];
        }),
        ...request.ids
          .slice(0, MOST_FAULTS)
          .filter((id) => answer.isSuccess && !given.has(id) && isUniqueId(id))
          .map((id) => ({ rule: 'not-given' as const, at: answer.at, actual: id })),
      ];
    }),
});

function requestFaults(body: Extract<SoapMessage['body'], { type: 'retrieve' }>): Fault<RuleName>[] {
  const faults: Fault<RuleName>[] = [];
  if (body.documents.length === 0) faults.push({ rule: 'nothing-asked', at: body.node });
  for (const { node, repositoryUniqueId, documentUniqueId } of body.documents) {
    if (!isWellFormedOid(repositoryUniqueId?.value))
      faults.push({
        rule: 'repository',
        at: repositoryUniqueId?.node ?? node,
        actual: repositoryUniqueId?.value ?? '',
      });
    const id = documentUniqueId?.value ?? '';
    const at = documentUniqueId?.node ?? node;
    if (/^(?:urn:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
      faults.push({ rule: 'entry-uuid', at, actual: id });
    else if (!isUniqueId(id)) faults.push({ rule: 'unique-id', at, actual: id });
  }
  return faults;
}

function emptyFaults({ documents }: SoapMessage): Fault<RuleName>[] {
  return documents
    .filter(({ form }) => form === 'empty')
    .map(({ node, id }) => ({ rule: 'empty-document', at: node, actual: id }));
}

/** An OID, with an extension perhaps. */
function isUniqueId(id: string): boolean {
  return isWellFormedOid(id.split('^', 1)[0]);
}
