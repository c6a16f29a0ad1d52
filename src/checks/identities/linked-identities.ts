import { type Artifact, isKind, type Kind } from '../../artifacts/artifact.js';
import { MSH } from '../../artifacts/hl7v2/fields.js';
import { segmentsNamed } from '../../artifacts/hl7v2/named-segments.js';
import { fhirLinks, hl7Links, linksOf, soapLinks } from './document-links.js';
import { identitiesOf } from './identities-of.js';
import type { ToldIdentity } from './told-identity.js';

/** What is kept of an artifact to compare its identities with those of the rest of a dossier. */
export interface LinkedIdentities {
  readonly path: string;
  /** Outermost first. */
  readonly containers: readonly string[];
  readonly kind: Kind;
  /** Id of the patient declared for it, or for the file that contains it. */
  readonly patient: string | undefined;
  /** Declared rank in a trace that spans several files. */
  readonly order: number | undefined;
  /** A FHIR Patient. */
  readonly isPatient: boolean;
  readonly parts: readonly IdentityPart[];
}

/** What is about one person in an artifact: the whole of it, or one message of several. */
export interface IdentityPart {
  readonly identities: readonly ToldIdentity[];
  /** Names that it shares with whatever is about the same person: a mail thread, a document. */
  readonly links: readonly string[];
  /** Names of the contained artifacts that are its own, or the message that their names start with; all of them when absent. */
  readonly holds?: readonly string[];
  /** Event of an HL7 v2 message, MSH-9.2. */
  readonly event?: string;
  /** Its time, MSH-7. */
  readonly time?: string;
}

/** The kinds that tell identities, or contain what does. */
export const TELLING_KINDS = [
  'cda',
  'xdm',
  'mail',
  'soap',
  'hl7v2',
  'fhir',
  'har',
  'log',
  'datamatrix',
] as const satisfies readonly Kind[];

type TellingKind = (typeof TELLING_KINDS)[number];

/** What an artifact tells of patients, by person as far as it tells them apart. */
export function linkedIdentities(artifact: Artifact<TellingKind>): LinkedIdentities {
  const { path, containers, kind, declared } = artifact;
  return {
    path,
    containers,
    kind,
    patient: declared.patient,
    order: declared.order,
    isPatient: isKind(artifact, 'fhir') && artifact.content.resourceType === 'Patient',
    parts: partsOf(artifact),
  };
}

function partsOf(artifact: Artifact<TellingKind>): IdentityPart[] {
  if (isKind(artifact, 'hl7v2')) return messageParts(artifact);
  if (isKind(artifact, 'soap')) return callParts(artifact);
  const identities = identitiesOf(artifact);
  if (isKind(artifact, 'fhir')) {
    const { resourceType } = artifact.content;
    if (resourceType === 'Bundle' || resourceType === 'Parameters') return apart(identities);
    return [{ identities, links: fhirLinks(artifact) }];
  }
  // A capture and a trace pass from one patient to the next.
  if (artifact.kind === 'har' || artifact.kind === 'log') return apart(identities);
  return [{ identities, links: linksOf(artifact) }];
}

/** Of several identities nothing tells whether they are one person's. */
function apart(identities: readonly ToldIdentity[]): IdentityPart[] {
  return identities.map((identity) => ({ identities: [identity], links: [], holds: [] }));
}

function messageParts(artifact: Artifact<'hl7v2'>): IdentityPart[] {
  const { messages } = artifact.content;
  return messages.flatMap((message, index) => {
    const identities = identitiesOf({ ...artifact, content: { messages: [message], envelope: [] } });
    const header = segmentsNamed(message, 'MSH')[0];
    const event = header?.field(MSH.type).component(2).text.trim() ?? '';
    const time = header?.field(MSH.time).component(1).text.trim() ?? '';
    // A link of two patients (A24), the answer to a query.
    if (identities.filter(({ source }) => source === 'hl7v2').length > 1)
      return apart(identities).map((part) => ({ ...part, event, time }));
    const own = messages.length > 1 && { holds: [`message[${index + 1}]`] };
    return [{ identities, links: hl7Links(message), ...own, event, time }];
  });
}

function callParts(artifact: Artifact<'soap'>): IdentityPart[] {
  const { messages } = artifact.content;
  return messages.flatMap((message) => {
    const identities = identitiesOf({ ...artifact, content: { messages: [message] } });
    const told = identities.filter(({ source, asked }) => source !== 'vihf' && !asked);
    // The list of the patients of a professional.
    if (told.length > 1) return apart(identities);
    const names = [...message.documents, ...message.attachments].flatMap(({ name }) => name ?? []);
    return [{ identities, links: soapLinks(message), ...(messages.length > 1 && { holds: names }) }];
  });
}
