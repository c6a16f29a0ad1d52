import type { Artifact } from '../../../artifacts/artifact.js';
import type { RawFinding } from '../../define.js';
import { objectsOf } from '../../identities/fhir-objects.js';
import { type BundleEntry, operationsOf } from './bundle-entries.js';
import { foundIn, objectsAt, rootOf, textOf } from './found.js';

type ReplacementRule = 'replacement-patch' | 'patch-orphan' | 'patch-content';

/** A document that replaces one comes with a patch that sets the other aside, and there is no patch but for that. */
export function judgeReplacements(
  bundle: Artifact<'fhir'>,
  entries: readonly BundleEntry[],
): RawFinding<ReplacementRule>[] {
  const patches = entries.filter(({ method }) => method === 'PATCH');
  const addresses = new Set(patches.map(({ url }) => addressOf(url ?? '')));
  // A search may find any document.
  const searches = patches.some(({ url }) => url?.includes('?'));
  const replaced = entries.flatMap(({ kind, resource }) =>
    resource && kind === 'DocumentReference'
      ? objectsAt(rootOf(resource), 'relatesTo')
          .filter(({ value }) => value.code === 'replaces')
          .map((relation) => ({ resource, relation }))
      : [],
  );
  const findings = replaced.flatMap(({ resource, relation }): RawFinding<ReplacementRule>[] => {
    const [target] = objectsOf(relation, 'target');
    const reference = textOf(target, 'reference');
    const isPatched = searches || (reference === undefined ? patches.length > 0 : addresses.has(addressOf(reference)));
    if (isPatched) return [];
    const args = { target: reference ?? '?' };
    return [foundIn(resource, 'replacement-patch', relation.path, { args })];
  });
  return [
    ...findings,
    ...(replaced.length === 0 ? patches.map(({ path }) => foundIn(bundle, 'patch-orphan' as const, path)) : []),
    ...patches.flatMap(({ kind, resource }) => (kind === 'Parameters' && resource ? judgePatch(resource) : [])),
  ];
}

/** `DocumentReference/id`, whatever the server and the version. */
function addressOf(url: string): string {
  return /([A-Z]\w{0,99}\/[\w.-]{1,64})(?:\/_history\/[\w.-]{1,64})?$/.exec(url.slice(-300))?.[1] ?? url;
}

/** The patch makes one change: the status becomes `superseded`. */
function judgePatch(patch: Artifact<'fhir'>): RawFinding<'patch-content'>[] {
  const [operation, ...others] = operationsOf(patch);
  const isRight =
    others.length === 0 &&
    operation?.type === 'replace' &&
    operation.path === 'DocumentReference.status' &&
    operation.value === 'superseded';
  if (isRight) return [];
  const path = operation?.path ?? '?';
  return [foundIn(patch, 'patch-content', ['parameter'], { args: { path, operations: others.length + 1 } })];
}
