import type { Artifact } from '../../../artifacts/artifact.js';
import { isObject } from '../../../artifacts/json/document.js';

/** What a resource of PDSm is for, by the profile that it claims. */
export type PdsmRole = 'bundle' | 'document' | 'simplified' | 'submission-set';

const PROFILES: Readonly<Record<string, PdsmRole>> = {
  'comprehensive-provide-document-bundle': 'bundle',
  'comprehensive-document-reference': 'document',
  'simplified-publish': 'simplified',
  'submissionset-comprehensive': 'submission-set',
};

/** Canonical of the profiles of PDSm, whatever their version. */
const CANONICAL = /^https?:\/\/interop\.esante\.gouv\.fr\/ig\/fhir\/pdsm\/StructureDefinition\/pdsm-([^|]+)(?:\|.*)?$/i;

/** What the resource says that it is in PDSm; undefined when it claims none of its profiles. */
export function claimedRole({ content }: Artifact<'fhir'>): PdsmRole | undefined {
  for (const profile of content.profiles) {
    const name = CANONICAL.exec(profile.trim())?.[1]?.toLowerCase() ?? '';
    if (Object.hasOwn(PROFILES, name)) return PROFILES[name];
  }
  return undefined;
}

/** Code of a List of MHD: `submissionset`, `folder`. */
export function listCode({ content }: Artifact<'fhir'>): string | undefined {
  const { value } = content.json;
  if (content.resourceType !== 'List' || !isObject(value) || !isObject(value.code)) return undefined;
  const codings: readonly unknown[] = Array.isArray(value.code.coding) ? value.code.coding : [];
  const own = codings.find(
    (each) => isObject(each) && String(each.system).endsWith('/ITI/MHD/CodeSystem/MHDlistTypes'),
  );
  return isObject(own) && typeof own.code === 'string' ? own.code : undefined;
}

/** The resources that are entries of a Bundle. */
export function entriesOf(bundle: Artifact<'fhir'>): Artifact<'fhir'>[] {
  if (bundle.content.resourceType !== 'Bundle') return [];
  return bundle.children.filter((child): child is Artifact<'fhir'> => child.kind === 'fhir');
}

/**
 * True for a Bundle that publishes documents (ITI-65) as PDSm wants it: it claims the profile, one of its entries claims one, or it is a transaction
 * with a submission set that claims nothing. A Bundle of another guide claims its own profiles.
 */
export function isProvideBundle(bundle: Artifact<'fhir'>): boolean {
  const { resourceType, profiles, json } = bundle.content;
  if (resourceType !== 'Bundle') return false;
  if (claimedRole(bundle) === 'bundle') return true;
  const isTransaction = isObject(json.value) && json.value.type === 'transaction';
  if (!isTransaction) return false;
  const entries = entriesOf(bundle);
  return (
    entries.some((each) => ['document', 'submission-set'].includes(claimedRole(each) ?? '')) ||
    (profiles.length === 0 &&
      entries.some((each) => listCode(each) === 'submissionset' && each.content.profiles.length === 0))
  );
}

/**
 * The resources of that role: the one that claims it, and those of a published Bundle that claim nothing, which are judged with the Bundle.
 */
export function resourcesOf(
  artifact: Artifact<'fhir'>,
  role: PdsmRole,
  isOne: (resource: Artifact<'fhir'>) => boolean,
): Artifact<'fhir'>[] {
  if (claimedRole(artifact) === role) return [artifact];
  if (!isProvideBundle(artifact)) return [];
  return entriesOf(artifact).filter((each) => each.content.profiles.length === 0 && isOne(each));
}
