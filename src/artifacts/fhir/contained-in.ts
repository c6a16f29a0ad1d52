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
  const contains = resourceType === 'Bundle' ? entriesOf(json, read) : [...attachmentsOf(json, json.value, [])];
  if (contains.length > limits.contained) throw overLimit(limits, 'contained', contains.length);
  return contains;
}

function entriesOf(json: JsonView, read: (view: JsonView) => AnyRecognised | undefined): Contained[] {
  const entries = isObject(json.value) && Array.isArray(json.value.entry) ? json.value.entry : [];
  return entries.flatMap((entry: unknown, index) => {
    const resource = isObject(entry) ? entry.resource : undefined;
    if (!isObject(entry) || fhirResourceType(resource) === undefined) return [];
    const path = ['entry', index, 'resource'];
    const view = viewAt(json, path, resource);
    const recognised = (): AnyRecognised => {
      const found = read(view);
      if (!found) throw new ReadError('read/fhir', { reason: 'no-resource' }, json.locate(path));
      return found;
    };
    const name = typeof entry.fullUrl === 'string' && entry.fullUrl !== '' ? entry.fullUrl : `entry[${index}]`;
    return [{ name, bytes: Buffer.from(json.sourceOf(path) ?? ''), recognised }];
  });
}

/** Attachments at any depth: `data` beside a media type. A Binary has the same two (R4 §2.24.1, §2.31). */
function* attachmentsOf(json: JsonView, value: unknown, path: JsonPath): Generator<Contained> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* attachmentsOf(json, each, [...path, index]);
  } else if (isObject(value)) {
    const { data, contentType } = value;
    if (typeof data === 'string' && data !== '' && typeof contentType === 'string')
      yield attachment(json, value, data, path);
    for (const [name, each] of Object.entries(value))
      if (typeof each === 'object') yield* attachmentsOf(json, each, [...path, name]);
  }
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
