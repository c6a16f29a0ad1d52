import { createRequire } from 'node:module';
import type { Ajv, ValidateFunction } from 'ajv';
import { valueAt } from '../artifacts/json/document.js';
import type { ValidateJson } from '../checks/context.js';

/** A value with more faults than this is not what the schema is about. */
const MOST_FAULTS = 1000;

let ajv: Ajv | undefined;
const compiled = new WeakMap<object, ValidateFunction>();

/** Validates values against JSON Schemas, each compiled when it is first needed. */
export const validateJson: ValidateJson = (schema, value) => {
  const validate = compiled.get(schema) ?? compile(schema);
  compiled.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, MOST_FAULTS).map(({ keyword, instancePath, params }) => ({
    keyword,
    path: stepsOf(instancePath, value),
    missing: textOf(params.missingProperty),
    expected: textOf(params.type),
  }));
};

/** Loaded here because it costs a tenth of the start of the tool, and most files need none of it. */
function compile(schema: object): ValidateFunction {
  const { Ajv: Validator } = createRequire(import.meta.url)('ajv') as typeof import('ajv');
  ajv ??= new Validator({ allErrors: true, strictTypes: false });
  return ajv.compile(schema);
}

function textOf(parameter: unknown): string | undefined {
  return typeof parameter === 'string' ? parameter : undefined;
}

/** A JSON Pointer as a path: what is a rank depends on the value that it leads through. */
function stepsOf(pointer: string, value: unknown): (string | number)[] {
  const path: (string | number)[] = [];
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(valueAt(value, path)) ? Number(name) : name);
  }
  return path;
}
