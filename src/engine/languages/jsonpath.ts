import { FunctionExpressionType, JSONPathEnvironment, type JSONValue } from 'json-p3';
import type { JsonPath, JsonView } from '../../artifacts/json/document.js';
import type { Evaluate } from '../evaluate.js';
import { safeRegex } from './safe-regex.js';

const environment = new JSONPathEnvironment();
const regexFunction = (anchored: boolean) => ({
  argTypes: [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType],
  returnType: FunctionExpressionType.LogicalType,
  call: (text: unknown, pattern: unknown): boolean =>
    typeof text === 'string' &&
    typeof pattern === 'string' &&
    safeRegex(anchored ? `^(?:${pattern})$` : pattern).test(text),
});
environment.functionRegister.set('match', regexFunction(true));
environment.functionRegister.set('search', regexFunction(false));

/** Values that a JSONPath (RFC 9535) selects, with their place. */
export function selectJson(document: JsonView, path: string): { value: unknown; path: JsonPath }[] {
  return [...environment.query(path, document.value as JSONValue)].map((node) => ({
    value: node.value,
    path: node.location as JsonPath,
  }));
}

/** Throws what is wrong with a JSONPath. */
export function compileJsonPath(test: unknown): void {
  if (typeof test !== 'string') throw new TypeError('a JSONPath test is a string');
  environment.compile(test);
}

/** A JSONPath test holds when it selects something in each value that `each` selects, or in the document. */
export const evaluateJsonPath: Evaluate<JsonView> = (document, each, test) => {
  if (typeof test !== 'string') throw new TypeError('a JSONPath test is a string');
  const values = each === undefined ? [{ value: document.value, path: [] }] : selectJson(document, each);
  const failures = values.filter(({ value }) => [...environment.query(test, value as JSONValue)].length === 0);
  return { evaluated: values.length, failures: failures.map(({ path }) => document.locate(path)) };
};
