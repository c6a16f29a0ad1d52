/** Names of members and ranks in arrays that lead to a value. */
export type JsonPath = readonly (string | number)[];

/** A path as JSONPath (RFC 9535) writes it. */
export function jsonPath(path: JsonPath): string {
  return `$${path.map((step) => (typeof step === 'number' ? `[${step}]` : /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`)).join('')}`;
}
