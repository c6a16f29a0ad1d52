import { isObject } from '../../../artifacts/json/document.js';
import { codings, isAmong } from '../validation/codings.js';
import type { ElementDefinition, FhirDefinitions } from '../validation/definitions.js';
import type { ProfileFault } from './issue.js';
import type { Occurrence } from './occurrences.js';

/** What is wrong with a code by the value set that a profile binds; `unknown` when its codes can't all be told. */
export function codeFault(
  { value, type }: Occurrence,
  definition: ElementDefinition,
  definitions: FhirDefinitions,
): { readonly fault: ProfileFault; readonly code: string } | 'unknown' | undefined {
  const { strength, valueSet } = definition.binding ?? {};
  if (!valueSet || (strength !== 'required' && strength !== 'extensible') || value === undefined) return undefined;
  if (isOfR4(definition, valueSet, definitions)) return undefined;
  const given = codings(value, type ?? definition.type?.[0]?.code ?? '');
  const isConcept = type === 'CodeableConcept' && isObject(value) && !Array.isArray(value.extension);
  const [first] = given;
  if (!first) return strength === 'required' && isConcept ? { fault: 'binding', code: '' } : undefined;
  const codes = definitions.valueSet(valueSet);
  if (!codes) return 'unknown';
  if (given.some(({ system, code }) => isAmong(codes, system, code))) return undefined;
  if (strength === 'required') return { fault: 'binding', code: first.code };
  const stranger = given.find(({ system }) => system !== undefined && Object.hasOwn(codes, system));
  return stranger && { fault: 'binding-extensible', code: stranger.code };
}

/** Whether R4 itself binds the element so: the judgement of the structure has said it. */
function isOfR4({ base, binding }: ElementDefinition, valueSet: string, definitions: FhirDefinitions): boolean {
  if (binding?.strength !== 'required' || !base) return false;
  const type = definitions.structure(base.path.replace(/\..*$/, ''));
  const own = type?.snapshot?.element.find(({ path }) => path === base.path)?.binding;
  return own?.strength === 'required' && own.valueSet?.replace(/\|.*$/, '') === valueSet.replace(/\|.*$/, '');
}
