import { type Artifact, contained } from '../../artifacts/artifact.js';
import { isResponse } from '../../artifacts/soap/body.js';
import type { SoapMessage } from '../../artifacts/soap/soap.js';
import { readHl7Identifier } from '../../identity/hl7-identifier.js';
import { isInsOid } from '../../identity/oids.js';
import { placeIn } from '../context.js';
import { defineCheck, type Example, type Outcome, type Place, type RawFinding, type Rule } from '../define.js';
import { DMP_RESOURCE, resourcesOf } from '../dmp/messages/dmp-messages.js';
import { currentIns } from '../identities/current-ins.js';
import { identitiesOfMessage, writtenPatientIds } from '../identities/identities-of-soap.js';
import { xdsObjectsOf } from '../identities/identities-of-xds.js';
import { metadataIdentity } from './metadata-identity.js';
import { judgeIdentity } from './rules/identity-rules.js';
import {
  carryIns,
  judgeMetadata,
  localPatientIdsOf,
  METADATA_RULES,
  type MetadataRule,
} from './rules/metadata-rules.js';

type CallRule = MetadataRule | 'dmp-ins' | 'call-id' | 'query-quotes' | 'one-patient';
type Found = RawFinding<CallRule>;

const CORPUS = 'DMP_LPS Exemple de messages v02.05.00, messages qui nomment un patient';
/** Rules of metadata that the messages with metadata of the corpus break, of three. */
const BROKEN: Partial<Readonly<Record<MetadataRule, number>>> = { 'name-form': 1, 'birth-name': 1 };
const MATRICULE = '285076311399048^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH';

const ownRule = (severity: Rule['severity'], mark: Rule['mark'], clause: string, of: number): Rule => {
  return { severity, mark, clause, samples: { broken: 0, of, corpus: CORPUS } };
};

/** The patient whom a call names (VIHF, XDS metadata, query, test of existence) is told in the right form, and is the same all over the message. */
export const callIdentity = defineCheck({
  id: 'ins/call-identity',
  on: 'soap',
  rules: {
    ...metadataRules(),
    'dmp-ins': ownRule(
      'error',
      'primary',
      "CI-SIS, métadonnées XDS, patientId ; volet Transmission de documents CDA en HL7 v2 : le DMP veut l'INS qualifiée (DMP/HISTO.05)",
      3,
    ),
    'call-id': ownRule('error', 'primary', 'CI-SIS, VIHF, resource-id ; métadonnées XDS, patientId (type CX)', 18),
    'query-quotes': ownRule('warning', 'observed', 'ITI TF-2 §3.18.4.1.2.3.5 ; messages du DMP', 1),
    'one-patient': ownRule('error', 'primary', 'CI-SIS, VIHF, resource-id : le patient de la transaction', 8),
  },
  examples: [
    ...metadataExamples(),
    {
      rule: 'matricule-oid',
      base: 'soap-unqualified',
      part: 'metadata',
      good: '<rim:Value>10004^^^',
      bad: '<rim:Value>171041305599142^^^',
    },
    {
      rule: 'dmp-ins',
      base: 'soap-unqualified',
      part: 'header',
      good: 'urn:exemple:registre',
      bad: 'urn:dmp',
      trips: ['dmp/vihf'],
    },
    { rule: 'call-id', base: 'soap-publish', part: 'header', good: MATRICULE, bad: MATRICULE.replace('NH', 'INS') },
    { rule: 'query-quotes', base: 'dmp-queries', part: 'search', good: `'${MATRICULE}'`, bad: MATRICULE },
    {
      rule: 'one-patient',
      base: 'soap-publish',
      part: 'header',
      good: MATRICULE,
      bad: MATRICULE.replace('285076311399048', '152026912399191'),
    },
  ],
  run(artifact): Outcome<CallRule> {
    const underIns = carryIns(contained(artifact, 'cda'));
    const judged = artifact.content.messages
      // An answer is the service's, and a search of INSi has its own check.
      .filter(({ body }) => !isResponse(body) && body.type !== 'insi-request')
      .map((message) => judgeCall(artifact, message, underIns));
    const evaluated = judged.reduce((sum, each) => sum + each.evaluated, 0);
    const findings = judged.flatMap((each) => each.findings);
    return { evaluated, findings, ...(evaluated === 0 && { applies: false }) };
  },
});

/** The rules of an archive's metadata, with the record of messages. */
function metadataRules(): Record<MetadataRule, Rule> {
  const rules: Record<MetadataRule, Rule> = { ...METADATA_RULES };
  for (const name of Object.keys(rules).filter(isMetadataRule))
    rules[name] = { ...rules[name], samples: { broken: BROKEN[name] ?? 0, of: 3, corpus: CORPUS } };
  return rules;
}

/** The examples of an archive's metadata: those of a message obey the same rules. */
function metadataExamples(): Example<MetadataRule>[] {
  return metadataIdentity.examples.flatMap(({ rule, base, part, good, bad }) =>
    isMetadataRule(rule) && base === 'xdm' ? [{ rule, base: 'soap-publish', part, good, bad }] : [],
  );
}

function isMetadataRule(rule: string): rule is MetadataRule {
  return Object.hasOwn(METADATA_RULES, rule);
}

function judgeCall(
  artifact: Artifact<'soap'>,
  message: SoapMessage,
  underIns: boolean,
): { evaluated: number; findings: Found[] } {
  const { body } = message;
  const place = (at: Place | object): Place => placeIn(artifact, at);
  const metadata =
    'metadata' in body ? judgeMetadata(body.metadata, artifact.path, underIns) : { evaluated: 0, findings: [] };
  const written = writtenPatientIds(message);
  const identities = identitiesOfMessage(message, artifact.path);
  const own = 'metadata' in body ? identities.filter(({ source }) => source === 'vihf') : identities;
  return {
    evaluated: metadata.evaluated + own.length,
    findings: [
      ...metadata.findings,
      ...(underIns ? [] : judgePublication(message, artifact)),
      ...own.flatMap((identity) => judgeIdentity(identity, place)),
      ...written.flatMap((each) => judgeWritten(each, place(each.at))),
      ...judgeOnePatient(identities, place),
    ],
  };
}

/** What goes to the DMP stands under an INS: without any, nobody's DMP is meant. */
function judgePublication(message: SoapMessage, artifact: Artifact<'soap'>): Found[] {
  const { body, document } = message;
  if (!('metadata' in body) || !resourcesOf(message).includes(DMP_RESOURCE)) return [];
  return localPatientIdsOf(xdsObjectsOf(body.metadata)).map(({ value, node }) => ({
    rule: 'dmp-ins',
    at: placeIn(artifact, document.locate(node)),
    actual: value,
  }));
}

function judgeWritten({ value, source, isQuoted }: ReturnType<typeof writtenPatientIds>[number], at: Place): Found[] {
  const { oid, namespace, oidType, type } = readHl7Identifier(value);
  const told = { at, actual: value };
  const isRight = isInsOid(oid) ? namespace === '' && oidType === 'ISO' && type === 'NH' : oid !== '';
  return [
    ...(isRight ? [] : [{ rule: 'call-id' as const, ...told }]),
    ...(source === 'xds' && !isQuoted ? [{ rule: 'query-quotes' as const, ...told }] : []),
  ];
}

/** The first INS of the message that is not the one told before. */
function judgeOnePatient(
  identities: ReturnType<typeof identitiesOfMessage>,
  place: (at: Place | object) => Place,
): Found[] {
  const told = identities.flatMap((identity) => currentIns(identity) ?? []);
  const [first] = told;
  const other = told.find((each) => each.value !== first?.value || each.oid?.value !== first.oid?.value);
  if (!first || !other) return [];
  const { artifact, line = 0 } = place(first.at);
  const written = ({ value, oid }: typeof first): string => `${value} (${oid?.value ?? ''})`;
  return [
    {
      rule: 'one-patient',
      at: place(other.at),
      args: { other: written(first), otherPath: artifact, otherLine: line },
      actual: written(other),
    },
  ];
}
