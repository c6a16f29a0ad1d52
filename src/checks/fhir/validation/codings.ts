import { isObject } from '../../../artifacts/json/document.js';

/** Codes that a value tells: itself for a code, one or several for Coding and CodeableConcept. A Quantity's is its unit. */
export function codings(value: unknown, type: string): { system: string | undefined; code: string }[] {
  if (typeof value === 'string') return [{ system: undefined, code: value }];
  if (!isObject(value)) return [];
  const given: unknown[] = type === 'CodeableConcept' ? (Array.isArray(value.coding) ? value.coding : []) : [value];
  return given.flatMap((each) =>
    isObject(each) && typeof each.code === 'string'
      ? [{ system: typeof each.system === 'string' ? each.system : undefined, code: each.code }]
      : [],
  );
}

/** Whether a code is in a value set; without a system, whether any system of the set has it. */
export function isAmong(
  codes: Readonly<Record<string, readonly string[]>>,
  system: string | undefined,
  code: string,
): boolean {
  if (system === undefined) return Object.values(codes).some((each) => each.includes(code));
  return Object.hasOwn(codes, system) && codes[system]?.includes(code) === true;
}
