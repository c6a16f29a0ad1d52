import type { InsiResponse } from '../../../artifacts/soap/insi.js';
import { childCalled, type XmlValue } from '../../../artifacts/xml/value.js';

/** A reason for which an identity that INSi found must not be imported, where the answer shows it. */
interface ImportBar {
  readonly rule: 'incomplete-date' | 'empty-trait';
  readonly node: XmlValue['node'];
  /** `element`: how the service calls the trait. */
  readonly args: { readonly element: string };
  readonly actual: string;
  /** Only the list of given names is missing, and one given name is told: INSi itself answered so in the examples of 2021. */
  readonly isMinor: boolean;
}

/**
 * Why software may not import what INSi found: a birth date whose month or day is 00 (rule 11, va1.28); no birth name, no list of given names or no
 * sex (rule 12, va1.31). Nothing for an answer that found nobody.
 */
export function notImportable({ node, traits }: InsiResponse): ImportBar[] {
  const person = childCalled(node, 'INDIVIDU', 'TIQ');
  if (!traits || !person) return [];
  const { nomNaissance, prenoms, listePrenom, sexe, dateNaissance } = traits;
  const hasGiven = prenoms.some(({ value }) => value !== '');
  const told = { NomNaissance: nomNaissance, ListePrenom: listePrenom, Sexe: sexe };
  const bars = Object.entries(told)
    .filter(([, value]) => !value?.value)
    .map(([element, value]): ImportBar => {
      const isMinor = element === 'ListePrenom' && hasGiven;
      return { rule: 'empty-trait', node: value?.node ?? person, args: { element }, actual: '', isMinor };
    });
  if (dateNaissance && /^\d{4}-(?:00-\d{2}|\d{2}-00)$/.test(dateNaissance.value)) {
    const { value, node: at } = dateNaissance;
    bars.push({ rule: 'incomplete-date', node: at, args: { element: 'DateNaissance' }, actual: value, isMinor: false });
  }
  return bars;
}
