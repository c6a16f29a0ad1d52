import { isObject } from '../../artifacts/json/document.js';
import { isInsOid } from '../../identity/oids.js';
import type { Person } from './people.js';

/** Resources about a person who is no professional. */
const ABOUT_PEOPLE: ReadonlySet<unknown> = new Set(['Patient', 'RelatedPerson', 'Person']);

/**
 * The people that a FHIR resource names: the resource itself, those it contains, and the identifiers by which it refers to a patient. Resources of a
 * Bundle are artifacts of their own.
 */
export function peopleOfFhir(value: unknown): Person[] {
  if (!isObject(value)) return [];
  const resources = [value, ...objects(value.contained)];
  return resources.flatMap((resource) =>
    ABOUT_PEOPLE.has(resource.resourceType) ? personOf(resource) : referredTo(resource),
  );
}

function personOf({ identifier, name, birthDate }: Readonly<Record<string, unknown>>): Person {
  const names = objects(name);
  return {
    ...identified(objects(identifier)),
    names: names.flatMap(({ family }) => strings(family)),
    givens: names.flatMap(({ given }) => strings(given)),
    birthDates: strings(birthDate),
  };
}

/** `subject`, `patient`, `for`…: whom the resource is about. */
function referredTo(resource: Readonly<Record<string, unknown>>): Person[] {
  return ['subject', 'patient', 'for', 'beneficiary', 'sourcePatientInfo']
    .flatMap((name) => objects(resource[name]))
    .map(({ identifier }) => identified(objects(identifier)));
}

function identified(identifiers: readonly Record<string, unknown>[]): Person {
  const isIns = ({ system }: Record<string, unknown>): boolean =>
    typeof system === 'string' && isInsOid(system.replace(/^urn:oid:/, ''));
  return {
    ins: identifiers.filter(isIns).flatMap(({ value }) => strings(value)),
    ids: identifiers.filter((each) => !isIns(each)).flatMap(({ value }) => strings(value)),
  };
}

/** FHIR writes one or several: both are given as a list. */
function objects(value: unknown): Record<string, unknown>[] {
  return [value].flat().filter(isObject);
}

function strings(value: unknown): string[] {
  return [value].flat().filter((each): each is string => typeof each === 'string');
}
