import type { Person, PostalAddress } from '../../artifacts/people/person.js';
import { telecoms } from '../../artifacts/people/telecoms.js';
import { type XmlElement, XmlText } from '../../artifacts/xml/tree.js';

const STREET: ReadonlySet<string> = new Set([
  'houseNumber',
  'houseNumberNumeric',
  'streetNameType',
  'streetNameBase',
  'streetName',
  'direction',
]);
const LINES: ReadonlySet<string> = new Set([
  'streetAddressLine',
  'additionalLocator',
  'unitID',
  'unitType',
  'deliveryAddressLine',
  'postBox',
  'precinct',
  'careOf',
]);

/** Where a person of HL7 v3 lives and is reached: its own `addr` and `telecom`. */
export function placesOfXml(role: XmlElement): Pick<Person, 'addresses' | 'phones' | 'mails'> {
  return {
    addresses: role.childrenNamed('addr').map(addressOf),
    ...telecoms(role.childrenNamed('telecom').flatMap((each) => each.attribute('value') ?? [])),
  };
}

/** The place of birth of a person of HL7 v3, by its code and by its names. */
export function birthPlacesOfXml(person: XmlElement | undefined): string[] {
  const places = (person?.elements ?? [])
    .filter(({ localName }) => localName === 'birthplace' || localName === 'birthPlace')
    .flatMap((each) => [each, ...each.childrenNamed('place')]);
  const addresses = places.flatMap((each) => each.childrenNamed('addr'));
  return [
    ...places.flatMap((each) => each.childrenNamed('name')),
    ...['county', 'city', 'postalCode'].flatMap((name) => addresses.flatMap((each) => each.childrenNamed(name))),
  ].flatMap((each) => each.normalizedText || []);
}

function addressOf(addr: XmlElement): PostalAddress {
  const textsOf = (names: ReadonlySet<string>): string[] =>
    addr.elements.flatMap((each) => (names.has(each.localName) && each.normalizedText) || []);
  const street = textsOf(STREET);
  const bare = addr.childNodes.flatMap((node) => (node instanceof XmlText && node.data.trim()) || []);
  return {
    // The number alone is nobody's; the street may be told without it.
    lines: [street.join(' '), ...(street.length > 1 ? [street.slice(1).join(' ')] : []), ...textsOf(LINES), ...bare],
    postalCode: addr.first('postalCode')?.normalizedText,
    city: addr.first('city')?.normalizedText,
  };
}
