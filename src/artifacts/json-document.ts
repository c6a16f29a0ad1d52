import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { LIMITS, type Limits } from './limits.js';
import type { Location } from './location.js';
import { overLimit, ReadError } from './read-error.js';
import { SourceText } from './text.js';

export type JsonPath = readonly (string | number)[];

/** A JSON document whose values can be pointed at. */
export class JsonDocument {
  constructor(
    readonly source: SourceText,
    readonly root: Node,
    readonly value: unknown,
  ) {}

  /** Line, column and JSONPath (RFC 9535) of the value at `path`, or of the nearest value above it. */
  locate(path: JsonPath): Location {
    for (let length = path.length; length >= 0; length--) {
      const node = findNodeAtLocation(this.root, path.slice(0, length));
      if (node) return { ...this.source.locate(node.offset), path: jsonPath(path) };
    }
    return { path: jsonPath(path) };
  }
}

export function jsonPath(path: JsonPath): string {
  return `$${path.map((step) => (typeof step === 'number' ? `[${step}]` : /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`)).join('')}`;
}

/**
 * Parses strict JSON (RFC 8259).
 * @throws ReadError `read/json` with line and column, `read/json-limit` when nested deeper than the limit.
 */
export function parseJson(text: string, limits: Limits = LIMITS): JsonDocument {
  const source = new SourceText(text);
  refuseDepth(source, limits);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const error = errors[0];
  if (error || !root) {
    throw new ReadError(
      'read/json',
      { reason: error ? printParseErrorCode(error.error) : 'ValueExpected' },
      source.locate(error?.offset ?? 0),
    );
  }
  return new JsonDocument(source, root, JSON.parse(text));
}

/** The parser recurses: depth is measured before it runs. */
function refuseDepth(source: SourceText, limits: Limits): void {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < source.text.length; at++) {
    const character = source.text.charCodeAt(at);
    if (inString) {
      if (character === 0x5c) at++;
      else if (character === 0x22) inString = false;
    } else if (character === 0x22) inString = true;
    else if (character === 0x5b || character === 0x7b) {
      if (++depth > limits.jsonDepth) throw overLimit(limits, 'jsonDepth', depth, source.locate(at));
    } else if (character === 0x5d || character === 0x7d) depth--;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
