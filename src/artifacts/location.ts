/** A position in an artifact: 1-based line and column, and a path in the format's own language (XPath, JSONPath, header name). */
export interface Location {
  readonly line?: number;
  readonly column?: number;
  readonly path?: string;
}
