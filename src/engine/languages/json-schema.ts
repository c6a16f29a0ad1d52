import { Ajv } from 'ajv';
import type { JsonView } from '../../artifacts/json/document.js';
import type { Evaluate } from '../evaluate.js';
import { selectJson } from './jsonpath.js';
import { safeRegex } from './safe-regex.js';

const ajv = new Ajv({
  allErrors: true,
  strict: false,
  validateFormats: false,
  code: {
    regExp: Object.assign((pattern: string, flags: string) => safeRegex(pattern, flags.replace('u', '')), {
      code: 'safeRegex',
    }) as never,
  },
});

/** Throws what is wrong with a JSON Schema. */
export function compileJsonSchema(test: unknown): void {
  if (typeof test !== 'object' || test === null) throw new TypeError('a JSON Schema test is an object');
  ajv.compile(test);
}

/** Validates each value that `each` (a JSONPath) selects, or the document, against the JSON Schema in `test`. */
export const evaluateJsonSchema: Evaluate<JsonView> = (document, each, test) => {
  if (typeof test !== 'object') throw new TypeError('a JSON Schema test is an object');
  const validate = ajv.compile(test);
  const values =
    each === undefined
      ? [{ value: document.value, path: [] as readonly (string | number)[] }]
      : selectJson(document, each);
  const failures = values.flatMap(({ value, path }) => {
    if (validate(value)) return [];
    const places = (validate.errors ?? []).map((error) => error.instancePath);
    return [...new Set(places)].map((pointer) => document.locate([...path, ...stepsOf(pointer)]));
  });
  return { evaluated: values.length, failures };
};

function stepsOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}
