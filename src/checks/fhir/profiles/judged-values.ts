import { isObject, type JsonPath } from '../../../artifacts/json/document.js';
import type { FhirDefinitions, StructureDefinition } from '../validation/definitions.js';
import type { ProfileIssue } from './issue.js';
import type { Around } from './judge-profile.js';
import type { Occurrence } from './occurrences.js';

/** A resource or an extension, with a profile that it is judged by. */
interface JudgedValue {
  readonly value: Occurrence;
  readonly profile: StructureDefinition;
  readonly around: Around;
}

interface Named {
  readonly url: string;
  readonly path: JsonPath;
}

/** What of a file is judged by profiles. */
interface JudgedValues {
  readonly judged: readonly JudgedValue[];
  /** Profiles that are claimed, and that nobody defines. */
  readonly unknown: readonly Named[];
  /** Extensions that change the meaning of what holds them, and that nobody defines. */
  readonly modifiers: readonly Named[];
}

/**
 * The resource and its contained resources by the profiles that they claim, and every extension by its definition. The entries of a Bundle are
 * files of their own.
 */
export function judgedValues(root: unknown, definitions: FhirDefinitions): JudgedValues {
  const judged: JudgedValue[] = [];
  const unknown: Named[] = [];
  const modifiers: Named[] = [];
  const open: { value: unknown; path: JsonPath; around: Around }[] = [
    { value: root, path: [], around: { resource: root, rootResource: root } },
  ];
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, path } = at;
    if (typeof value !== 'object' || value === null) continue;
    let { around } = at;
    if (isObject(value) && typeof value.resourceType === 'string') {
      if (isEntry(root, path)) continue;
      if (path.length > 0) around = { resource: value, rootResource: path.at(-2) === 'contained' ? root : value };
      claim(value, path, around);
    }
    const list = path.at(-2);
    if (isObject(value) && typeof value.url === 'string' && (list === 'extension' || list === 'modifierExtension'))
      extend(value, value.url, path, around);
    const members = Array.isArray(value) ? value.entries() : Object.entries(value);
    const inner = [...members].map(([name, each]) => ({ value: each as unknown, path: [...path, name], around }));
    // In the order of the file.
    for (const each of inner.reverse()) open.push(each);
  }
  return { judged, unknown, modifiers };

  function claim(resource: Readonly<Record<string, unknown>>, path: JsonPath, around: Around): void {
    const { meta, resourceType } = resource;
    const claims: unknown[] = isObject(meta) && Array.isArray(meta.profile) ? meta.profile : [];
    for (const [index, url] of claims.entries()) {
      if (typeof url !== 'string') continue;
      const profile = definitions.profile(url);
      const value = occurrence(resource, String(resourceType), path);
      if (profile) judged.push({ value, profile, around });
      // The types of R4 are what the structure is judged by.
      else if (!definitions.structure(url)) unknown.push({ url, path: [...path, 'meta', 'profile', index] });
    }
  }

  function extend(extension: Readonly<Record<string, unknown>>, url: string, path: JsonPath, around: Around): void {
    const profile = definitions.profile(url);
    if (profile) judged.push({ value: occurrence(extension, 'Extension', path), profile, around });
    else if (path.at(-2) === 'modifierExtension') modifiers.push({ url, path: [...path, 'url'] });
  }
}

function isEntry(root: unknown, path: JsonPath): boolean {
  return isObject(root) && root.resourceType === 'Bundle' && path.length === 3 && path[0] === 'entry';
}

function occurrence(value: unknown, type: string, path: JsonPath): Occurrence {
  return { key: type, type, value, extra: undefined, path };
}

/** An element and its slice, or two profiles of one resource, may find the same. */
export function distinctIssues(issues: readonly ProfileIssue[]): ProfileIssue[] {
  const seen = new Map<string, ProfileIssue>();
  for (const issue of issues) {
    const { profile, ...args } = issue.args;
    const key = JSON.stringify([issue.fault, issue.path, args]);
    if (!seen.has(key)) seen.set(key, issue);
  }
  return [...seen.values()];
}
