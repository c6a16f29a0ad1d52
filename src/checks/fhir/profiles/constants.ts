import { isObject } from '../../../artifacts/json/document.js';
import type { ElementDefinition } from '../validation/definitions.js';

/** What a value must be (`fixed[x]`), or must at least hold (`pattern[x]`). */
export interface Constant {
  readonly kind: 'fixed' | 'pattern';
  readonly value: unknown;
}

/** The constant that an element states, or undefined. */
export function constantOf(definition: ElementDefinition): Constant | undefined {
  for (const [name, value] of Object.entries(definition)) {
    if (/^fixed[A-Z]/.test(name)) return { kind: 'fixed', value };
    if (/^pattern[A-Z]/.test(name)) return { kind: 'pattern', value };
  }
  return undefined;
}

export function meets(value: unknown, { kind, value: wanted }: Constant): boolean {
  return kind === 'fixed' ? isSame(value, wanted) : holds(value, wanted);
}

function isSame(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return (
      Array.isArray(value) &&
      value.length === wanted.length &&
      wanted.every((each, index) => isSame(value[index], each))
    );
  if (!isObject(wanted)) return value === wanted;
  if (!isObject(value)) return false;
  const names = Object.keys(wanted);
  return (
    names.length === Object.keys(value).length &&
    names.every((name) => Object.hasOwn(value, name) && isSame(value[name], wanted[name]))
  );
}

/** Each member of the pattern is in the value; each item of a list of the pattern is among the items of the value's. */
function holds(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return Array.isArray(value) && wanted.every((each) => value.some((given) => holds(given, each)));
  if (!isObject(wanted)) return value === wanted;
  return (
    isObject(value) &&
    Object.entries(wanted).every(([name, each]) => Object.hasOwn(value, name) && holds(value[name], each))
  );
}
