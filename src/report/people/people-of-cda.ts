import type { CdaContent } from '../../artifacts/cda/cda.js';
import type { Person } from '../../artifacts/people/person.js';
import { type XmlElement, XmlText } from '../../artifacts/xml/tree.js';
import { isInsOid } from '../../identity/oids.js';
import { personOfTitle } from './people-of-text.js';
import { birthPlacesOfXml, placesOfXml } from './places-of-xml.js';

/** Elements about someone close to the patient. */
const CLOSE = ['guardian', 'relatedEntity', 'relatedSubject'];
/** Roles of those who write, sign, inform or receive: a patient may, under a matricule. */
const ACTING = ['assignedAuthor', 'assignedEntity', 'intendedRecipient', 'associatedEntity'];
/** What makes a participant someone close: next of kin, emergency contact, guardian, caregiver. */
const CLOSE_CLASSES: ReadonlySet<string | undefined> = new Set(['NOK', 'ECON', 'GUARD', 'CAREGIVER', 'PRS', 'AGNT']);

/** The patients of a document, and those close to them. */
export function peopleOfCda({ document, patients }: CdaContent): Person[] {
  const relatives = CLOSE.flatMap((name) => document.named(name));
  const participants = document
    .named('associatedEntity')
    .filter((each) => CLOSE_CLASSES.has(each.attribute('classCode')));
  return [
    ...patients.map((patient): Person => {
      const idsOf = (ins: boolean): string[] =>
        patient.ids.filter((id) => isInsOid(id.root) === ins).flatMap((id) => id.extension ?? []);
      const role = patient.node.first('patient');
      return {
        ...traitsOf(role ? namesIn(role) : []),
        ins: idsOf(true),
        ids: idsOf(false),
        birthDates: [patient.birthTime?.attribute('value') ?? ''].filter((value) => value !== ''),
        birthPlaces: birthPlacesOfXml(role),
        ...placesOfXml(patient.node),
      };
    }),
    ...ACTING.flatMap((name) => document.named(name)).flatMap((role): Person[] => {
      const ins = role
        .childrenNamed('id')
        .flatMap((id) => (isInsOid(id.attribute('root')) && id.attribute('extension')) || []);
      return ins.length === 0 ? [] : [{ ...personOfRole(role), ins }];
    }),
    // That of the document comes first; those of sections tell what they are about.
    ...document
      .named('title')
      .slice(0, 1)
      .map(({ normalizedText }) => personOfTitle(normalizedText)),
    ...[...relatives, ...participants].map((role): Person => ({ ...personOfRole(role), close: true })),
  ];
}

function personOfRole(role: XmlElement): Person {
  const names = role.elements
    .filter(({ localName }) => !localName.endsWith('Organization'))
    .flatMap((person) => [...namesIn(person), ...(person.localName === 'name' ? [person] : [])]);
  return { ...traitsOf(names), ...placesOfXml(role) };
}

function namesIn(person: XmlElement): XmlElement[] {
  return person.childrenNamed('name');
}

/** All the names of a person: of birth, of use. One without parts is a text. */
function traitsOf(names: readonly XmlElement[]): Person {
  const parts = (part: string): string[] =>
    names.flatMap((name) => name.childrenNamed(part).map((each) => each.normalizedText));
  const bare = names
    .flatMap((name) => name.childNodes)
    .flatMap((node) => (node instanceof XmlText ? node.data.trim() : []))
    .filter((text) => text !== '');
  return { names: [...parts('family'), ...bare, ...bare.flatMap(longWords)], givens: parts('given') };
}

function longWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word.length >= 3);
}
