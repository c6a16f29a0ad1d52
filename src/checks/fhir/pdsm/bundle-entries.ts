import type { Artifact } from '../../../artifacts/artifact.js';
import { isObject, type JsonPath } from '../../../artifacts/json/document.js';
import { type FhirObject, objectsOf } from '../../identities/fhir-objects.js';
import { entriesOf, listCode } from './claims.js';
import { objectsAt, rootOf, textOf } from './found.js';

/** An entry of a Bundle, with its resource as an artifact. */
export interface BundleEntry {
  readonly path: JsonPath;
  readonly fullUrl: string | undefined;
  readonly method: string | undefined;
  /** Address of the request. */
  readonly url: string | undefined;
  readonly resource: Artifact<'fhir'> | undefined;
  /** What MHD takes it for: its type, or what a List or a Bundle is. */
  readonly kind: string;
}

/** Entries of a Bundle in order. */
export function bundleEntries(bundle: Artifact<'fhir'>): BundleEntry[] {
  const byValue = new Map(entriesOf(bundle).map((child) => [child.content.json.value, child]));
  return objectsOf(rootOf(bundle), 'entry').map((entry) => {
    const resource = byValue.get(entry.value.resource);
    const [request] = objectsOf(entry, 'request');
    return {
      path: entry.path,
      fullUrl: textOf(entry, 'fullUrl'),
      method: textOf(request, 'method'),
      url: textOf(request, 'url'),
      resource,
      kind: resource ? kindOf(resource) : '',
    };
  });
}

function kindOf(resource: Artifact<'fhir'>): string {
  const { resourceType, json } = resource.content;
  if (resourceType === 'List') return `List (${listCode(resource) ?? '?'})`;
  if (resourceType === 'Bundle') return `Bundle (${isObject(json.value) ? String(json.value.type) : '?'})`;
  return resourceType;
}

/** The entries by every address that a reference may write: fullUrl, and type with id. */
export function byAddress(entries: readonly BundleEntry[]): ReadonlyMap<string, BundleEntry> {
  const found = new Map<string, BundleEntry>();
  for (const entry of entries) {
    const { fullUrl, resource } = entry;
    if (fullUrl !== undefined && !found.has(fullUrl)) found.set(fullUrl, entry);
    const own = resource?.content.id === undefined ? '' : `${resource.content.resourceType}/${resource.content.id}`;
    if (own && !found.has(own)) found.set(own, entry);
  }
  return found;
}

/** Attachments of a document. */
export function attachmentsOf(document: Artifact<'fhir'>): FhirObject[] {
  return objectsAt(rootOf(document), 'content.attachment');
}

/** What a patch of FHIRPath changes: the path and the new value of each operation. */
export function operationsOf(patch: Artifact<'fhir'>): {
  readonly object: FhirObject;
  readonly type: string | undefined;
  readonly path: string | undefined;
  readonly name: string | undefined;
  readonly value: unknown;
}[] {
  return objectsOf(rootOf(patch), 'parameter')
    .filter(({ value }) => value.name === 'operation')
    .map((object) => {
      const parts = new Map(objectsOf(object, 'part').map((part) => [part.value.name, part]));
      const told = (name: string): unknown => {
        const part = parts.get(name)?.value ?? {};
        return Object.entries(part).find(([key]) => key.startsWith('value'))?.[1];
      };
      const text = (name: string): string | undefined => {
        const value = told(name);
        return typeof value === 'string' ? value : undefined;
      };
      return { object, type: text('type'), path: text('path'), name: text('name'), value: told('value') };
    });
}
