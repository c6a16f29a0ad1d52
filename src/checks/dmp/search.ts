import type { SoapMessage } from '../../artifacts/soap/soap.js';
import type { XdsValue } from '../../artifacts/xds/metadata.js';
import { isAfter, readDtm } from '../../identity/hl7-time.js';
import { defineSetCheck } from '../define.js';
import { messageRule } from '../sources/message-rule.js';
import { AVAILABILITY_STATUSES } from '../submissions/availability-statuses.js';
import { type Fault, judgeExchanges, keeperOf } from './messages/exchanges.js';
import { type OutcomeRule, outcomeFaults, outcomeRules } from './messages/outcome.js';
import { readLiterals } from './messages/query-literals.js';
import { CODED, FIND_DOCUMENTS, FIND_PARAMETERS, PERIODS, STATUS, STORED_QUERIES } from './messages/stored-queries.js';

type RuleName =
  | OutcomeRule
  | 'query-id'
  | 'return-type'
  | 'required-parameter'
  | 'unknown-parameter'
  | 'quotes'
  | 'list'
  | 'status'
  | 'coded-value'
  | 'unknown-code'
  | 'date'
  | 'period';

type StoredQuery = Extract<SoapMessage['body'], { type: 'stored-query' }>;

const ITI18 = 'ITI TF-2 §3.18.4.1.2.3';

/** Criteria that a search may well have. */
const CRITERIA = [
  '$XDSDocumentEntryClassCode',
  "('10^^1.2.250.1.213.1.1.4.1')",
  '$XDSDocumentEntryPracticeSettingCode',
  "('AMBULATOIRE^^1.2.250.1.213.1.1.4.9')",
];

const keep = keeperOf<RuleName>({
  request: ({ body }) => (body.type === 'stored-query' ? queryFaults(body) : undefined),
  answer: ({ body }) =>
    body.type === 'stored-query-response' || body.type === 'fault' ? outcomeFaults(body) : undefined,
});

/** A search of documents (TD3.1, ITI-18) is a query that the registry knows, with its parameters, written as the registry reads them. */
export const search = defineSetCheck({
  id: 'dmp/search',
  on: 'soap',
  rules: {
    ...outcomeRules(1),
    'query-id': messageRule('error', 'primary', 'ITI TF-2 §3.18.4.1.2.4', 0, 1),
    'return-type': messageRule('error', 'primary', 'ITI TF-2 §3.18.4.1.2.2', 0, 1),
    'required-parameter': messageRule('error', 'primary', `${ITI18}.7`, 0, 1),
    'unknown-parameter': messageRule('warning', 'primary', `${ITI18}.7.1`, 0, 1),
    quotes: messageRule('error', 'primary', `${ITI18}.5`, 0, 1),
    list: messageRule('warning', 'primary', `${ITI18}.5`, 0, 1),
    status: messageRule('error', 'primary', 'CI-SIS, JDV_J52-AvailabilityStatus ; OASIS ebRIM 3.0', 0, 1),
    'coded-value': messageRule('error', 'primary', `${ITI18}.5 (code^^système)`, 0, 0),
    'unknown-code': messageRule('warning', 'primary', 'CI-SIS, jeux de valeurs du DMP', 0, 0),
    date: messageRule('error', 'primary', 'ITI TF-3 table 4.2.3.1.7-2 (DTM) ; EX_3.1-1070', 0, 0),
    period: messageRule('error', 'primary', `${ITI18}.7.1`, 0, 0),
  },
  examples: [
    {
      rule: 'refused',
      base: 'dmp-exchanges',
      part: 'searchAnswer',
      good: 'status="urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success">',
      bad: 'status="urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Failure"><rs:RegistryErrorList xmlns:rs="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0"><rs:RegistryError errorCode="XDSStoredQueryParamNumber" codeContext="" severity="urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error"/></rs:RegistryErrorList>',
    },
    {
      rule: 'outcome',
      base: 'dmp-exchanges',
      part: 'searchAnswer',
      good: 'ResponseStatusType:Success',
      bad: 'ResponseStatusType:OK',
    },
    ...inSearch('query-id', 'a90016b0af0d', 'a90016b0af0e'),
    ...inSearch('return-type', 'returnType="LeafClass"', 'returnType="Leaf"'),
    ...inSearch('required-parameter', 'name="$XDSDocumentEntryStatus"', 'name="$XDSDocumentEntryType"'),
    ...inSearch(
      'quotes',
      "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')",
      '(urn:oasis:names:tc:ebxml-regrep:StatusType:Approved)',
    ),
    ...inSearch(
      'list',
      "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')",
      "'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved'",
    ),
    ...inSearch('status', ':StatusType:Approved', ':StatusType:Valid'),
    ...added('unknown-parameter', '$XDSDocumentEntryAuthor', "('MARTIN')"),
    ...added('coded-value', '$XDSDocumentEntryTypeCode', "('11488-4')"),
    ...added('unknown-code', '$XDSDocumentEntryTypeCode', "('11488-9^^2.16.840.1.113883.6.1')"),
    ...added('date', '$XDSDocumentEntryServiceStartTimeFrom', '2026-01-01'),
    ...added(
      'period',
      '$XDSDocumentEntryServiceStartTimeFrom',
      '20260201',
      '$XDSDocumentEntryServiceStartTimeTo',
      '20260101',
    ),
  ],
  keep,
  run: (kept) => judgeExchanges(kept),
});

function inSearch(rule: RuleName, good: string, bad: string) {
  return [{ rule, base: 'dmp-exchanges', part: 'search', good, bad }] as const;
}

/** The search of the example with more parameters. */
function added(rule: RuleName, ...parameters: string[]) {
  const all = [...CRITERIA, ...parameters];
  const slots = all.flatMap((name, index) =>
    index % 2
      ? []
      : `<rim:Slot name="${name}"><rim:ValueList><rim:Value>${all[index + 1]}</rim:Value></rim:ValueList></rim:Slot>`,
  );
  return inSearch(rule, '</rim:AdhocQuery>', `${slots.join('')}</rim:AdhocQuery>`);
}

function queryFaults(body: StoredQuery): Fault<RuleName>[] {
  const { node, queryId, returnType, parameters } = body;
  const faults: Fault<RuleName>[] = [];
  const id = queryId?.value.toLowerCase() ?? '';
  const query = STORED_QUERIES.get(id);
  if (!query) faults.push({ rule: 'query-id', at: queryId?.node ?? node, actual: queryId?.value ?? '' });
  if (returnType?.value !== 'LeafClass' && returnType?.value !== 'ObjectRef')
    faults.push({ rule: 'return-type', at: returnType?.node ?? node, actual: returnType?.value ?? '' });
  const filled = new Set(parameters.filter(({ values }) => values.some(({ value }) => value)).map(({ name }) => name));
  for (const group of query?.required ?? []) {
    if (!group.some((name) => filled.has(name)))
      faults.push({
        rule: 'required-parameter',
        at: queryId?.node ?? node,
        args: { parameter: group.join(' / '), query: query?.name ?? '' },
      });
  }
  return id === FIND_DOCUMENTS ? [...faults, ...criteriaFaults(parameters)] : faults;
}

function criteriaFaults(parameters: StoredQuery['parameters']): Fault<RuleName>[] {
  const dates = new Map(PERIODS.flat().map((name): [string, XdsValue[]] => [name, []]));
  const faults = parameters.flatMap(({ name, values, node }): Fault<RuleName>[] => {
    if (!FIND_PARAMETERS.has(name)) return [{ rule: 'unknown-parameter', at: node, actual: name }];
    const own = dates.get(name);
    if (own) {
      own.push(...values);
      return values
        .filter((each) => !timeOf(each))
        .map(({ value, node: at }) => ({ rule: 'date', at, args: { parameter: name }, actual: value }));
    }
    if (name !== STATUS && !CODED.has(name)) return [];
    return values.flatMap((value) => literalFaults(name, value));
  });
  const periods = PERIODS.flatMap(([from, to]): Fault<RuleName>[] => {
    const [start] = dates.get(from) ?? [];
    const [end] = dates.get(to) ?? [];
    const [first, last] = [start && timeOf(start), end && timeOf(end)];
    return start && end && first && last && isAfter(first, last)
      ? [{ rule: 'period', at: end.node, args: { start: start.value }, actual: end.value }]
      : [];
  });
  return [...faults, ...periods];
}

/** A status, or codes, between quotes and parentheses. */
function literalFaults(parameter: string, { value, node }: XdsValue): Fault<RuleName>[] {
  const { isList, texts } = readLiterals(value);
  const told = { at: node, args: { parameter } };
  if (!texts) return [{ rule: 'quotes', ...told, actual: value }];
  const codes = CODED.get(parameter);
  return [
    ...(isList ? [] : [{ rule: 'list' as const, ...told, actual: value }]),
    ...texts.flatMap((text): Fault<RuleName>[] => {
      if (parameter === STATUS)
        return AVAILABILITY_STATUSES.includes(text) ? [] : [{ rule: 'status', ...told, actual: text }];
      const [code = '', display, system = ''] = text.split('^');
      if (!code || !system || display === undefined) return [{ rule: 'coded-value', ...told, actual: text }];
      if (!codes || codes.has(code)) return [];
      const { name, version } = codes;
      return [{ rule: 'unknown-code', at: node, args: { parameter, set: name, version }, actual: code }];
    }),
  ];
}

/** A date may stand between quotes. */
function timeOf({ value }: XdsValue) {
  return readDtm(value.replace(/^'(.*)'$/, '$1'));
}
