import { LIMITS, type Limits } from '../limits.js';
import type { Location } from '../location.js';
import { SourceText } from '../text/source-text.js';
import { type JsonPath, jsonPath } from './path.js';
import { decodeString, endOfString, type JsonOffsets, scanJson } from './scan.js';

export { type JsonPath, jsonPath } from './path.js';

/** A value of JSON's model and where its parts stand, whatever syntax it was read from. */
export interface JsonView {
  readonly value: unknown;
  /** Place of what is at `path`, or of the nearest value above it. */
  locate(path: JsonPath): Location;
  /** What is at `path` as it is written: numbers keep their digits (1.10 is not 1.1 in FHIR). Undefined when nothing is. */
  sourceOf(path: JsonPath): string | undefined;
}

/** What is at `base` in a document, as a document of its own whose places are those of the whole. */
export function viewAt(view: JsonView, base: JsonPath, value: unknown): JsonView {
  return {
    value,
    locate: (path) => view.locate([...base, ...path]),
    sourceOf: (path) => view.sourceOf([...base, ...path]),
  };
}

/** What is at `path` in a value, undefined when nothing is. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  let at = value;
  for (const step of path) at = Array.isArray(at) ? at[Number(step)] : isObject(at) ? at[step] : undefined;
  return at;
}

/** A JSON document whose values can be pointed at. */
export class JsonDocument implements JsonView {
  /** Children of containers that were looked into: by name, or by rank. */
  readonly #children = new Map<number, ReadonlyMap<string | number, number>>();

  constructor(
    readonly source: SourceText,
    readonly offsets: JsonOffsets,
    readonly value: unknown,
  ) {}

  /** Line, column and JSONPath (RFC 9535) of the value at `path`, or of the nearest value above it. */
  locate(path: JsonPath): Location {
    let index = 0;
    for (const step of path) {
      const child = this.#child(index, step);
      if (child === undefined) break;
      index = child;
    }
    return { ...this.source.locate(this.offsets.start[index] ?? 0), path: jsonPath(path) };
  }

  sourceOf(path: JsonPath): string | undefined {
    let index: number | undefined = 0;
    for (const step of path) index = index === undefined ? undefined : this.#child(index, step);
    return index === undefined ? undefined : this.source.text.slice(this.offsets.start[index], this.offsets.end[index]);
  }

  #child(container: number, step: string | number): number | undefined {
    let children = this.#children.get(container);
    if (!children) {
      children = this.#childrenOf(container);
      this.#children.set(container, children);
    }
    return children.get(step);
  }

  #childrenOf(container: number): ReadonlyMap<string | number, number> {
    const { key, next } = this.offsets;
    const children = new Map<string | number, number>();
    const end = next[container] ?? 0;
    for (let child = container + 1; child < end; child = next[child] ?? end) {
      const at = key[child] ?? -1;
      children.set(at === -1 ? children.size : this.#name(at), child);
    }
    return children;
  }

  #name(at: number): string {
    const { text } = this.source;
    return decodeString(text.slice(at, endOfString(text, at)));
  }
}

/**
 * Parses strict JSON (RFC 8259) whose objects have each name once.
 * @param repeated when given, it receives each name that an object gives more than once, and whose last value counts.
 * @throws ReadError `read/json` with line and column, `read/json-limit` when nested deeper, or of more values, than the limits.
 */
export function parseJson(text: string, limits: Limits = LIMITS, repeated?: Set<string>): JsonDocument {
  const source = new SourceText(text);
  const offsets = scanJson(source, limits, repeated);
  return new JsonDocument(source, offsets, JSON.parse(text));
}

/** True for a JSON object: neither a list nor null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
