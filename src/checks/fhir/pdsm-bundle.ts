import type { Artifact } from '../../artifacts/artifact.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { type FhirObject, fhirObjects } from '../identities/fhir-objects.js';
import { judgeHashAndSize, type Measured, measure } from './pdsm/attachments.js';
import { attachmentsOf, type BundleEntry, bundleEntries, byAddress } from './pdsm/bundle-entries.js';
import { BUNDLE_EXAMPLES } from './pdsm/bundle-examples.js';
import { isProvideBundle } from './pdsm/claims.js';
import { foundIn, objectsAt, rootOf, textOf } from './pdsm/found.js';
import { judgeReplacements } from './pdsm/replacements.js';

export type BundleRule =
  | 'profile'
  | 'type'
  | 'entry-kind'
  | 'submission-set'
  | 'document-reference'
  | 'patient'
  | 'document-missing'
  | 'document-unused'
  | 'entry-missing'
  | 'reference'
  | 'replacement-patch'
  | 'patch-orphan'
  | 'patch-content'
  | 'hash'
  | 'size';

const rule = (severity: Rule['severity'], clause: string, broken = 0, of = 2): Rule => ({
  severity,
  mark: 'primary',
  clause,
  samples: { broken, of, corpus: 'exemples publiés du guide PDSm4DMP (lot de soumission, remplacement)' },
});
const MHD = 'IHE MHD 4.2.3, IHE.MHD.Minimal.ProvideBundle';

/** What each kind of entry is asked with (slices of the profile, which is closed). A Binary has no method of its own. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  'List (submissionset)': ['POST'],
  'List (folder)': ['POST', 'PUT'],
  DocumentReference: ['POST'],
  Parameters: ['PATCH'],
  // R4 carries a JSON Patch in a Binary (§3.1.0.9.1), and this slice tells no method.
  Binary: ['POST', 'PUT', 'PATCH'],
  'Bundle (document)': ['POST'],
  Patient: ['GET', 'POST', 'PUT'],
};

/** A Bundle that publishes documents with their submission set, as PDSm sends it (ITI-65). */
export const pdsmBundle = defineCheck({
  id: 'fhir/pdsm-bundle',
  on: 'fhir',
  rules: {
    profile: rule('error', `${MHD}, meta.profile 1..*`),
    type: rule('error', `${MHD}, type`),
    'entry-kind': rule('error', `${MHD}, entry (tranches fermées)`),
    'submission-set': rule('error', `${MHD}, entry[SubmissionSet] 1..1`),
    'document-reference': rule('error', 'PDSm 3.1.1, flux 01 : une à plusieurs fiches'),
    patient: rule('error', `${MHD}, entry[Patient] 0..1`),
    'document-missing': rule('error', 'PDSm 3.1.1, flux 01, constr-bind-attachmenturl ; MHD §2:3.65.4.1.2.1'),
    'document-unused': rule('warning', `${MHD}, entry[Documents]`),
    'entry-missing': rule('error', `${MHD}, List.entry ; ITI TF-3 §4.1.9.1`),
    reference: rule('error', 'HL7 FHIR R4 (4.0.1), §2.36.4.1 Bundle, références'),
    'replacement-patch': rule('error', 'MHD §2:3.65.4.1.2.3, entry[UpdateDocumentRefs]', 0, 1),
    'patch-orphan': rule('warning', `${MHD}, entry[UpdateDocumentRefs]`, 0, 1),
    'patch-content': rule('error', 'IHE MHD 4.2.3, IHE.MHD.Patch.Parameters', 0, 1),
    hash: rule('error', 'MHD §2:3.65.4.1.2.1, content.attachment.hash'),
    size: rule('error', 'MHD §2:3.65.4.1.2.1, content.attachment.size'),
  },
  examples: BUNDLE_EXAMPLES,
  run(bundle) {
    if (!isProvideBundle(bundle)) return { evaluated: 0, findings: [], applies: false };
    const entries = bundleEntries(bundle);
    return { evaluated: Math.max(1, entries.length), findings: judgeBundle(bundle, entries) };
  },
});

function judgeBundle(bundle: Artifact<'fhir'>, entries: readonly BundleEntry[]): RawFinding<BundleRule>[] {
  const root = rootOf(bundle);
  const type = textOf(root, 'type');
  return [
    ...(bundle.content.profiles.length === 0 ? [foundIn(bundle, 'profile', ['meta'])] : []),
    ...(type === undefined || type === 'transaction' ? [] : [foundIn(bundle, 'type', ['type'], { actual: type })]),
    ...judgeKinds(bundle, entries),
    ...judgeCounts(bundle, entries),
    ...judgeDocuments(bundle, entries),
    ...judgeReferences(entries),
    ...judgeReplacements(bundle, entries),
  ];
}

/** An entry that no slice takes; one without request or without resource is for fhir/structure. */
function judgeKinds(bundle: Artifact<'fhir'>, entries: readonly BundleEntry[]): RawFinding<'entry-kind'>[] {
  return entries.flatMap(({ kind, method, path }) => {
    if (kind === '' || method === undefined) return [];
    const methods = Object.hasOwn(METHODS, kind) ? (METHODS[kind] ?? []) : [];
    if (methods.includes(method)) return [];
    const args = { kind, methods: methods.join(', ') || '—' };
    const at = methods.length === 0 ? [...path, 'resource'] : [...path, 'request', 'method'];
    return [foundIn(bundle, 'entry-kind', at, { args, actual: method })];
  });
}

function judgeCounts(bundle: Artifact<'fhir'>, entries: readonly BundleEntry[]): RawFinding<BundleRule>[] {
  const count = (kind: string): number => entries.filter((each) => each.kind === kind).length;
  const sets = count('List (submissionset)');
  const patients = count('Patient');
  return [
    ...(sets === 1 ? [] : [foundIn(bundle, 'submission-set', ['entry'], { args: { count: sets } })]),
    ...(count('DocumentReference') > 0 ? [] : [foundIn(bundle, 'document-reference', ['entry'])]),
    ...(patients <= 1 ? [] : [foundIn(bundle, 'patient', ['entry'], { args: { count: patients } })]),
  ];
}

/** Each document of the set is there: its bytes as a Binary (or as a FHIR document), and its place in the set. */
function judgeDocuments(bundle: Artifact<'fhir'>, entries: readonly BundleEntry[]): RawFinding<BundleRule>[] {
  const known = byAddress(entries);
  const findings: RawFinding<BundleRule>[] = [];
  const used = new Set<BundleEntry>();
  const measured = measuredIn(known);
  for (const { resource, kind } of entries) {
    if (!resource || kind !== 'DocumentReference') continue;
    for (const attachment of attachmentsOf(resource)) {
      const url = textOf(attachment, 'url');
      const target = url === undefined ? undefined : known.get(url);
      if (target && ['Binary', 'Bundle (document)'].includes(target.kind)) used.add(target);
      else if (url !== undefined)
        findings.push(foundIn(resource, 'document-missing', [...attachment.path, 'url'], { actual: url }));
    }
    findings.push(...judgeHashAndSize(resource, measured));
  }
  const unused = entries.filter((each) => each.kind === 'Binary' && each.method !== 'PATCH' && !used.has(each));
  return [
    ...findings,
    ...unused.map(({ path }) => foundIn(bundle, 'document-unused', path)),
    ...judgeMembers(entries, known),
  ];
}

/** The Binary of an attachment, measured once: a thousand documents may name the same. */
function measuredIn(known: ReadonlyMap<string, BundleEntry>): (attachment: FhirObject) => Measured | undefined {
  const done = new Map<BundleEntry, Measured | undefined>();
  return (attachment) => {
    const binary = known.get(textOf(attachment, 'url') ?? '');
    if (binary?.kind !== 'Binary' || !binary.resource) return undefined;
    if (!done.has(binary)) done.set(binary, measure(textOf(rootOf(binary.resource), 'data')));
    return done.get(binary);
  };
}

/** The submission set refers to each document that it submits. */
function judgeMembers(
  entries: readonly BundleEntry[],
  known: ReadonlyMap<string, BundleEntry>,
): RawFinding<'entry-missing'>[] {
  const [set] = entries.flatMap(({ kind, resource }) =>
    kind === 'List (submissionset)' && resource ? [resource] : [],
  );
  if (!set) return [];
  const items = objectsAt(rootOf(set), 'entry.item');
  // An empty set is for fhir/pdsm-submission-set.
  if (items.length === 0) return [];
  const members = new Set(items.map((item) => known.get(textOf(item, 'reference') ?? '')));
  return entries
    .filter((each) => each.kind === 'DocumentReference' && !members.has(each))
    .map(({ fullUrl }) => foundIn(set, 'entry-missing', ['entry'], { args: { document: fullUrl ?? '?' } }));
}

/** A reference by a temporary address is to an entry of the Bundle; that of an attachment has a rule of its own. */
function judgeReferences(entries: readonly BundleEntry[]): RawFinding<'reference'>[] {
  const urls = new Set(entries.map(({ fullUrl }) => fullUrl));
  return entries.flatMap(({ resource, kind }) => {
    // A FHIR document has references of its own.
    if (!resource || kind.startsWith('Bundle')) return [];
    const wanted = (value: Readonly<Record<string, unknown>>): boolean => isUnresolved(value.reference, urls);
    return [...fhirObjects(resource.content.json.value, wanted)].map((object) =>
      foundIn(resource, 'reference', [...object.path, 'reference'], { actual: textOf(object, 'reference') ?? '' }),
    );
  });
}

function isUnresolved(reference: unknown, urls: ReadonlySet<string | undefined>): boolean {
  return typeof reference === 'string' && /^urn:(?:uuid|oid):/i.test(reference) && !urls.has(reference);
}
