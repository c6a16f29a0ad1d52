import { readInstant } from '../../artifacts/logs/instant.js';
import type { SamlAssertion } from '../../artifacts/soap/saml.js';
import type { SoapMessage } from '../../artifacts/soap/soap.js';
import type { XdsMetadata } from '../../artifacts/xds/metadata.js';
import type { XmlValue } from '../../artifacts/xml/value.js';
import { isSystem, readHl7Organization, readHl7Person } from '../../identity/hl7-name.js';
import { readDtm, readTs } from '../../identity/hl7-time.js';
import { isProfessionalId, isStructureId } from '../../identity/national-ids.js';
import { XDS_HEALTHCARE_FACILITY_TYPE_CODE_DMP } from '../../terminology/value-sets/xds-healthcare-facility-type-code-dmp.js';
import { defineCheck, type Outcome } from '../define.js';
import { messageRule } from '../sources/message-rule.js';
import { isDmpRequest, vihfOf } from './messages/dmp-messages.js';
import { type Fault, foundInMessage } from './messages/exchanges.js';
import { codeOf, VIHF, valuesOf } from './messages/vihf-attributes.js';

type RuleName = 'author' | 'structure' | 'sector' | 'issued-later' | 'authenticated-later' | 'expired' | 'validity';

const MAPPING = 'CI-SIS, volet Transmission de documents CDA en HL7 v2, mapping VIHF';
const SAML = 'OASIS, SAML 2.0 core §2.5.1.2';

/** Clocks of a workstation and of a server differ. */
const TOLERANCE = 5 * 60_000;

/** Actors that act for others: the author of what they send is not they. */
const FOR_OTHERS = /^(?:AUTOMATE|SECRETARIAT_MEDICAL|ALIM_AM|DISPOSITIF|99)$/;

/**
 * The VIHF and the message that it authorises tell the same user, the same structure and times that go together. The patient of both is judged by
 * `ins/call-identity`.
 */
export const vihfAndMessage = defineCheck({
  id: 'dmp/vihf-and-message',
  on: 'soap',
  rules: {
    author: messageRule('warning', 'primary', `${MAPPING}, NameID et authorPerson`, 0, 3),
    structure: messageRule('warning', 'primary', `${MAPPING}, Identifiant_Structure et authorInstitution`, 0, 3),
    sector: messageRule('warning', 'primary', `${MAPPING}, Secteur_Activite et healthcareFacilityTypeCode`, 1, 1),
    'issued-later': messageRule('warning', 'primary', `${SAML} ; IssueInstant`, 0, 5),
    'authenticated-later': messageRule('warning', 'primary', 'OASIS, SAML 2.0 core §2.7.2', 0, 18),
    expired: messageRule('error', 'primary', SAML, 0, 0),
    validity: messageRule('error', 'primary', SAML, 0, 0),
  },
  examples: [
    inHeader('author', '<saml2:NameID>899700100011<', '<saml2:NameID>899700100029<'),
    inHeader('structure', '>1990000010<', '>1990000028<'),
    inHeader('sector', '>SA07^', '>SA25^'),
    inHeader('issued-later', ' IssueInstant="2026-03-16T09:30:00Z"', ' IssueInstant="2026-03-16T10:30:00Z"'),
    inHeader('authenticated-later', 'AuthnInstant="2026-03-16T09:30:00Z"', 'AuthnInstant="2026-03-16T09:50:00Z"'),
    inHeader(
      'expired',
      '<saml2:AuthnStatement',
      '<saml2:Conditions NotBefore="2026-03-16T11:00:00Z" NotOnOrAfter="2026-03-16T12:00:00Z"/><saml2:AuthnStatement',
    ),
    inHeader(
      'validity',
      '<saml2:AuthnStatement',
      '<saml2:Conditions NotBefore="2026-03-16T09:30:00Z" NotOnOrAfter="2026-03-16T09:30:00Z"/><saml2:AuthnStatement',
    ),
  ],
  run(artifact): Outcome<RuleName> {
    const requests = artifact.content.messages.flatMap((message) => {
      const vihf = isDmpRequest(message) ? vihfOf(message) : undefined;
      return vihf ? [{ message, vihf }] : [];
    });
    return {
      evaluated: requests.length,
      findings: requests.flatMap(({ message, vihf }) =>
        foundInMessage(artifact, message, [...actorFaults(message, vihf), ...timeFaults(message, vihf)]),
      ),
      ...(requests.length === 0 && { applies: false }),
    };
  },
});

function inHeader(rule: RuleName, good: string, bad: string) {
  return { rule, base: 'dmp-publication', part: 'header', good, bad } as const;
}

/**
 * The user and the structure are those of the author of the submission; an actor who acts for others, and whoever lets a system submit, is told
 * by the structure only.
 */
function actorFaults({ body }: SoapMessage, vihf: SamlAssertion): Fault<RuleName>[] {
  if (!('metadata' in body)) return [];
  const authors = body.metadata.submissionSet?.authors ?? [];
  const people = authors.flatMap((each) => each.persons.map(({ value }) => readHl7Person(value)));
  const persons = people.map(({ id }) => id).filter(Boolean);
  const structures = authors
    .flatMap((each) => each.institutions.map(({ value }) => readHl7Organization(value).id))
    .filter(Boolean);
  const [role] = valuesOf(vihf, VIHF.role);
  const [structure] = valuesOf(vihf, VIHF.structure);
  const { nameId } = vihf;
  const faults: Fault<RuleName>[] = [];
  const actor = role ? codeOf(role).code : '';
  // What is no identifier of a professional is told by dmp/vihf; a patient has another.
  if (
    nameId?.value &&
    (actor === 'EXP_PATIENT' || isProfessionalId(nameId.value)) &&
    persons.length > 0 &&
    !persons.includes(nameId.value) &&
    !people.some(isSystem) &&
    !FOR_OTHERS.test(actor)
  )
    faults.push({ rule: 'author', at: nameId.node, args: { expected: persons.join(', ') }, actual: nameId.value });
  if (
    structure?.value &&
    isStructureId(structure.value) &&
    structures.length > 0 &&
    !structures.includes(structure.value)
  )
    faults.push({
      rule: 'structure',
      at: structure.node,
      args: { expected: structures.join(', ') },
      actual: structure.value,
    });
  return [...faults, ...sectorFaults(body.metadata, vihf, structure?.value)];
}

/** A document that the structure of the VIHF produced was produced in its kind of place. */
function sectorFaults(metadata: XdsMetadata, vihf: SamlAssertion, structure: string | undefined): Fault<RuleName>[] {
  const [sector] = valuesOf(vihf, VIHF.sector);
  const [code] = sector?.value.split('^') ?? [];
  const [kind] = metadata.documentEntries
    .filter((entry) =>
      entry.authors.some((author) =>
        author.institutions.some(({ value }) => readHl7Organization(value).id === structure),
      ),
    )
    .flatMap((entry) => entry.codes('healthcareFacilityTypeCode'));
  const isKnown = XDS_HEALTHCARE_FACILITY_TYPE_CODE_DMP.has(code);
  return sector && code && isKnown && kind && kind.value !== code && /^SA/.test(kind.value)
    ? [{ rule: 'sector', at: sector.node, args: { expected: kind.value }, actual: code }]
    : [];
}

function timeFaults(message: SoapMessage, vihf: SamlAssertion): Fault<RuleName>[] {
  const { issueInstant, conditions, authnStatements } = vihf;
  const issued = timeOf(issueInstant);
  const [start, end] = [timeOf(conditions?.notBefore), timeOf(conditions?.notOnOrAfter)];
  const faults: Fault<RuleName>[] = [];
  const sent = sentAt(message);
  if (issueInstant && sent && issued > sent.to + TOLERANCE)
    faults.push({
      rule: 'issued-later',
      at: issueInstant.node,
      args: { sent: sent.written },
      actual: issueInstant.value,
    });
  for (const { authnInstant } of authnStatements)
    if (authnInstant && issueInstant && timeOf(authnInstant) > issued + TOLERANCE)
      faults.push({
        rule: 'authenticated-later',
        at: authnInstant.node,
        args: { issued: issueInstant.value },
        actual: authnInstant.value,
      });
  if (!conditions) return faults;
  if (end <= start || end <= issued - TOLERANCE) faults.push({ rule: 'validity', at: conditions.node });
  else if (sent && (sent.from >= end + TOLERANCE || sent.to < start - TOLERANCE))
    faults.push({
      rule: 'expired',
      at: conditions.node,
      args: {
        sent: sent.written,
        start: conditions.notBefore?.value ?? '',
        end: conditions.notOnOrAfter?.value ?? '',
      },
    });
  return faults;
}

function timeOf(value: XmlValue | undefined): number {
  return Date.parse(readInstant(value?.value ?? '').utc ?? '');
}

/** When the message was sent, by itself: its WS-Security timestamp, its submission time, or the time of its query. */
function sentAt({ security, body }: SoapMessage): { from: number; to: number; written: string } | undefined {
  const created = security?.timestamp?.created;
  const instant = timeOf(created);
  if (created && !Number.isNaN(instant)) return { from: instant, to: instant, written: created.value };
  const written =
    'metadata' in body
      ? body.metadata.submissionSet?.slot('submissionTime')[0]?.value
      : body.type === 'patient-query'
        ? body.creationTime?.value
        : undefined;
  const time = 'metadata' in body ? readDtm(written) : readTs(written);
  return time && written !== undefined ? { from: time.from, to: time.to, written } : undefined;
}
