import { isObject } from '../../artifacts/json/document.js';
import type { Person, PostalAddress } from '../../artifacts/people/person.js';
import { telecoms } from '../../artifacts/people/telecoms.js';
import { isInsOid } from '../../identity/oids.js';

/** Resources about a person who is no professional. */
const ABOUT_PEOPLE: ReadonlySet<unknown> = new Set(['Patient', 'RelatedPerson', 'Person']);
/** Members that refer to whom a resource is about. */
const SUBJECTS: ReadonlySet<string> = new Set(['subject', 'patient', 'for', 'beneficiary', 'sourcePatientInfo']);
const TO_PEOPLE = /(?:^|\/)(?:Patient|RelatedPerson|Person)\/([^/?#]+)/;

/**
 * The people that a FHIR resource names: the resource itself, those it contains, and those that it refers to anywhere. Resources of a
 * Bundle are artifacts of their own.
 */
export function peopleOfFhir(value: unknown): Person[] {
  if (!isObject(value) || value.resourceType === 'Bundle') return [];
  return [...peopleIn(value)];
}

function* peopleIn(value: unknown, member?: string): Generator<Person> {
  if (Array.isArray(value)) {
    for (const each of value) yield* peopleIn(each, member);
    return;
  }
  if (!isObject(value)) return;
  if (ABOUT_PEOPLE.has(value.resourceType)) {
    yield personOf(value);
    for (const contact of objects(value.contact))
      yield { ...named(objects(contact.name)), ...placesOf(contact), close: true };
  }
  const refers = typeof value.reference === 'string' ? TO_PEOPLE.exec(value.reference) : null;
  const other =
    typeof value.reference === 'string' && /(?:^|\/)[A-Z][A-Za-z]+\/[^/]+$/.test(value.reference) && !refers;
  if (refers || ABOUT_PEOPLE.has(value.type) || (member && SUBJECTS.has(member) && !other)) {
    const { ins, ids = [] } = identified(objects(value.identifier));
    const displayed = strings(value.display);
    yield {
      ...(ins && { ins }),
      ids: [...ids, ...idOf(refers?.[1])],
      names: [...displayed, ...displayed.flatMap(longWords)],
    };
  }
  for (const [name, each] of Object.entries(value)) if (typeof each === 'object') yield* peopleIn(each, name);
}

function personOf(resource: Readonly<Record<string, unknown>>): Person {
  const { id, identifier, name, birthDate } = resource;
  const { ins = [], ids = [] } = identified(objects(identifier));
  return {
    ...named(objects(name)),
    ins,
    ids: [...ids, ...idOf(id)],
    birthDates: strings(birthDate),
    birthPlaces: extended(resource, 'birthPlace').flatMap((each) => birthPlaceOf(each.valueAddress)),
    ...placesOf(resource),
    ...(resource.resourceType === 'RelatedPerson' && { close: true }),
  };
}

function placesOf({ address, telecom }: Readonly<Record<string, unknown>>): Person {
  return {
    addresses: objects(address).map(({ line, text, postalCode, city, district }): PostalAddress => {
      const [code, town] = [strings(postalCode)[0], strings(city)[0]];
      return { lines: [line, text, district].flatMap(strings), postalCode: code, city: town };
    }),
    ...telecoms(objects(telecom).flatMap(({ value }) => strings(value))),
  };
}

/** The code and the names of a place of birth (FHIR `patient-birthPlace`, FR Core `fr-core-address-insee-code`). */
function birthPlaceOf(address: unknown): string[] {
  return objects(address).flatMap((each) => [
    ...[each.city, each.text, each.district, each.postalCode].flatMap(strings),
    ...extended(each, 'insee-code').flatMap(({ valueCoding }) =>
      objects(valueCoding).flatMap(({ code, display }) => [...strings(code), ...strings(display)]),
    ),
  ]);
}

/** The extensions whose address ends by a name. */
function extended({ extension }: Readonly<Record<string, unknown>>, name: string): Record<string, unknown>[] {
  return objects(extension).filter(({ url }) => typeof url === 'string' && url.endsWith(name));
}

/** An id made by a server tells nothing: only one that may be a local identifier, or a name, does. */
function idOf(id: unknown): string[] {
  return typeof id === 'string' && !/^[0-9a-f-]{32,36}$/i.test(id) ? [id] : [];
}

function named(names: readonly Record<string, unknown>[]): Person {
  const texts = names.flatMap(({ text }) => strings(text));
  return {
    names: [...names.flatMap(({ family }) => strings(family)), ...texts, ...texts.flatMap(longWords)],
    givens: names.flatMap((name) => [
      ...strings(name.given),
      ...extended(name, 'birth-list-given-name').flatMap(({ valueString }) => strings(valueString)),
    ]),
  };
}

/** Words of a name whose parts nothing tells apart; titles are shorter. */
function longWords(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .filter((word) => word.length >= 3 && !/^(?:mme|mlle|monsieur|madame|mrs?|dr)\.?$/i.test(word));
}

function identified(identifiers: readonly Record<string, unknown>[]): Person {
  const isIns = ({ system }: Record<string, unknown>): boolean => typeof system === 'string' && isInsOid(system);
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
