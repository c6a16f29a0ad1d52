import { isObject } from '../../../artifacts/json/document.js';

/** What an invariant is evaluated on. */
interface Evaluated {
  readonly value: unknown;
  readonly rootResource: unknown;
}

/** Invariants that hold of every value that the structure itself allows, or that nobody can evaluate without a server. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(['ele-1', 'txt-1', 'sdf-19']);

/**
 * Invariants that are judged by code: FHIRPath says them at a cost that grows with the square of the resource, or in a way that its evaluators do
 * not agree on.
 */
const BY_CODE: Readonly<Record<string, (evaluated: Evaluated) => boolean>> = {
  'ext-1': ({ value }) => isObject(value) && Array.isArray(value.extension) !== hasChoice(value, 'value'),
  'per-1': ({ value }) => !isObject(value) || inOrder(value.start, value.end),
  'ref-1': ({ value, rootResource }) => !isObject(value) || refersToContained(value.reference, rootResource),
  'dom-3': ({ value }) => !isObject(value) || containedAreUsed(value),
  'bdl-7': ({ value }) => !isObject(value) || fullUrlsAreDistinct(value.entry),
};

/** Whether an invariant is judged by FHIRPath, by code, or not at all. */
export function judgeByCode(key: string, evaluated: Evaluated): boolean | 'expression' {
  if (SAID_ELSEWHERE.has(key)) return true;
  const judge = Object.hasOwn(BY_CODE, key) ? BY_CODE[key] : undefined;
  return judge ? judge(evaluated) : 'expression';
}

function hasChoice(value: Readonly<Record<string, unknown>>, name: string): boolean {
  return Object.keys(value).some((key) => key.replace(/^_/, '').startsWith(name) && key.replace(/^_/, '') !== name);
}

/** At the precision of the less precise of the two; what can't be compared is in order. */
function inOrder(start: unknown, end: unknown): boolean {
  if (typeof start !== 'string' || typeof end !== 'string') return true;
  const exact = /T.*(?:Z|[+-]\d\d:\d\d)$/;
  if (exact.test(start) && exact.test(end)) return !(Date.parse(start) > Date.parse(end));
  const length = Math.min(start.split('T')[0]?.length ?? 0, end.split('T')[0]?.length ?? 0);
  return start.slice(0, length) <= end.slice(0, length);
}

function refersToContained(reference: unknown, rootResource: unknown): boolean {
  if (typeof reference !== 'string' || !reference.startsWith('#') || reference === '#') return true;
  const contained = isObject(rootResource) && Array.isArray(rootResource.contained) ? rootResource.contained : [];
  return contained.some((each) => isObject(each) && each.id === reference.slice(1));
}

/** Every contained resource is referred to from elsewhere in the resource, or refers to it (dom-3). */
function containedAreUsed(resource: Readonly<Record<string, unknown>>): boolean {
  const contained = Array.isArray(resource.contained) ? resource.contained : [];
  if (contained.length === 0) return true;
  const named = new Set(references(resource));
  return contained.every(
    (each) => !isObject(each) || named.has(`#${String(each.id)}`) || references(each).includes('#'),
  );
}

function references(value: unknown): string[] {
  const found: string[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const at = open.pop();
    if (typeof at === 'string') {
      if (at.startsWith('#')) found.push(at);
      // A narrative shows a contained image, or links to a contained resource.
      for (const [, shown] of at.matchAll(/\b(?:href|src)\s*=\s*["'](#[^"']+)["']/g)) if (shown) found.push(shown);
    } else if (typeof at === 'object' && at !== null) open.push(...Object.values(at));
  }
  return found;
}

/** The same fullUrl twice is only for two versions of a resource. */
function fullUrlsAreDistinct(entries: unknown): boolean {
  const seen = new Set<string>();
  for (const entry of Array.isArray(entries) ? entries : []) {
    if (!isObject(entry) || typeof entry.fullUrl !== 'string') continue;
    const meta = isObject(entry.resource) && isObject(entry.resource.meta) ? entry.resource.meta : {};
    const key = `${entry.fullUrl} ${String(meta.versionId ?? '')}`;
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}
