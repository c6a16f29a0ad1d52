import { isObject, type JsonPath, type JsonView, viewAt } from '../json/document.js';
import type { Limits } from '../limits.js';
import { overLimit, ReadError } from '../read-error.js';
import type { AnyRecognised, Contained } from '../source.js';
import { decodeBase64 } from '../text/base64.js';
import { type FhirContent, fhirResourceType } from './fhir.js';

/**
 * What a resource contains: the resources of a Bundle's entries, else the inline data of attachments and of a Binary. An entry is a part of
 * the same file, so it is pointed at there; an attachment is a file of its own.
 * @throws ReadError `read/limit` when it contains more than the limit.
 */
export function containedIn(
  { resourceType, json }: FhirContent,
  read: (view: JsonView) => AnyRecognised | undefined,
  limits: Limits,
): Contained[] {
  const contains: Contained[] = [];
  const found = resourceType === 'Bundle' ? entriesOf(json, read) : attachmentsOf(json, json.value);
  for (const each of found)
    if (contains.push(each) > limits.contained) throw overLimit(limits, 'contained', contains.length);
  return contains;
}

function* entriesOf(json: JsonView, read: (view: JsonView) => AnyRecognised | undefined): Generator<Contained> {
  const entries: readonly unknown[] = isObject(json.value) && Array.isArray(json.value.entry) ? json.value.entry : [];
  for (const [index, entry] of entries.entries()) {
    const resource = isObject(entry) ? entry.resource : undefined;
    if (!isObject(entry) || fhirResourceType(resource) === undefined) continue;
    const path = ['entry', index, 'resource'];
    const view = viewAt(json, path, resource);
    const recognised = (): AnyRecognised => {
      const found = read(view);
      if (!found) throw new ReadError('read/fhir', { reason: 'no-resource' }, json.locate(path));
      return found;
    };
    const name = typeof entry.fullUrl === 'string' && entry.fullUrl !== '' ? entry.fullUrl : `entry[${index}]`;
    yield { name, bytes: Buffer.from(json.sourceOf(path) ?? ''), recognised };
  }
}

/** Attachments at any depth: `data` beside a media type. A Binary has the same two (R4 §2.24.1, §2.31). */
function* attachmentsOf(json: JsonView, root: unknown): Generator<Contained> {
  // One path, and no generator inside another: values may be a million, at a depth of hundreds.
  const path: (string | number)[] = [];
  const open = [innerOf(root)];
  yield* own(root);
  for (let inner = open.at(-1); inner; inner = open.at(-1)) {
    const next = inner.next();
    if (next.done) {
      open.pop();
      path.pop();
      continue;
    }
    const [name, value] = next.value;
    if (typeof value !== 'object' || value === null) continue;
    path.push(name);
    open.push(innerOf(value));
    yield* own(value);
  }

  function* own(value: unknown): Generator<Contained> {
    if (!isObject(value)) return;
    const { data, contentType } = value;
    if (typeof data === 'string' && data !== '' && typeof contentType === 'string')
      yield attachment(json, value, data, [...path]);
  }
}

function innerOf(value: unknown): Iterator<readonly [string | number, unknown]> {
  if (Array.isArray(value)) return value.entries();
  return (isObject(value) ? Object.entries(value) : []).values();
}

function attachment(json: JsonView, { title }: Record<string, unknown>, data: string, path: JsonPath): Contained {
  const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  const name = typeof title === 'string' && title !== '' ? title : place.slice(1) || 'data';
  const bytes = decodeBase64(data);
  if (bytes) return { name, bytes };
  const location = json.locate([...path, 'data']);
  const problem = { code: 'read/fhir', args: { reason: 'attachment-not-base64' }, location } as const;
  return { name, bytes: Buffer.from(data), problem };
}
