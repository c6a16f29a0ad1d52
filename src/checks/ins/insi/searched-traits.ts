import type { InsiRequest } from '../../../artifacts/soap/insi.js';
import type { XmlValue } from '../../../artifacts/xml/value.js';
import { birthDateFault } from '../../../identity/birth-date.js';
import { isCogForm } from '../../../identity/birth-place.js';
import { matriculeFault } from '../../../identity/matricule.js';
import { isAlphabetFault, nameFault } from '../../../identity/name-form.js';
import type { InsiFault } from './headers.js';

/** What may be wrong in what a search of INSi asks. */
type SearchedTraitRule =
  | 'trait-missing'
  | 'name-form'
  | 'name-shape'
  | 'sex'
  | 'birth-date'
  | 'birth-place'
  | 'matricule-form'
  | 'matricule-key';

type Fault = InsiFault<SearchedTraitRule>;

/** What a search asks, trait by trait: what the schema lets be absent is a fault only where no answer can come without it. */
export function searchedTraitFaults(request: InsiRequest): Fault[] {
  const { nomNaissance, prenoms, sexe, dateNaissance, lieuNaissance } = request.traits;
  return [
    ...missing(request),
    ...(nomNaissance?.value ? nameFaults(nomNaissance, 'birthName', 'birth-name') : []),
    ...prenoms.filter(({ value }) => value !== '').flatMap((each) => nameFaults(each, 'firstGiven', 'given')),
    ...(sexe?.value && !/^[FM]$/.test(sexe.value) ? [at('sex', sexe)] : []),
    ...(dateNaissance?.value ? dateFaults(dateNaissance) : []),
    ...(lieuNaissance?.value && !isCogForm(lieuNaissance.value)
      ? [at('birth-place', lieuNaissance, { length: lieuNaissance.value.length })]
      : []),
    ...[request.matriculeIndividu, request.matriculeOuvrantDroit].flatMap(matriculeFaults),
  ];
}

function at(rule: SearchedTraitRule, { node, value }: XmlValue, args?: Fault['args']): Fault {
  return { rule, node, actual: value, ...(args && { args }) };
}

function missing({ node, operation, traits, matriculeIndividu, matriculeOuvrantDroit }: InsiRequest): Fault[] {
  const told: Readonly<Record<string, string | undefined>> =
    operation === 'rechercherInsAvecTraitsIdentite'
      ? {
          NomNaissance: traits.nomNaissance?.value,
          Prenom: traits.prenoms.find(({ value }) => value !== '')?.value,
          Sexe: traits.sexe?.value,
          DateNaissance: traits.dateNaissance?.value,
        }
      : {
          'MatriculeIndividu, MatriculeOD':
            matriculeIndividu?.numIdentifiant?.value || matriculeOuvrantDroit?.numIdentifiant?.value,
        };
  return Object.entries(told)
    .filter(([, value]) => !value)
    .map(([element]): Fault => ({ rule: 'trait-missing', node, args: { element } }));
}

/** INSi refuses lowercase and diacritics; how blanks, hyphens and apostrophes follow each other is second-hand. */
function nameFaults(name: XmlValue, trait: string, kind: 'birth-name' | 'given'): Fault[] {
  const fault = nameFault(name.value, kind);
  if (fault === undefined) return [];
  const rule = isAlphabetFault(fault) ? 'name-form' : 'name-shape';
  return [at(rule, name, { trait, fault })];
}

/** `AAAA-MM-JJ`; the service knows dates whose month or day is 00. */
function dateFaults(date: XmlValue): Fault[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date.value)) return [at('birth-date', date, { fault: 'form' })];
  const digits = date.value.replaceAll('-', '');
  const fault = birthDateFault(digits);
  const isLunar = /00$|00..$/.test(digits) && Number(digits.slice(4, 6)) <= 12 && Number(digits.slice(6)) <= 31;
  return fault === undefined || isLunar ? [] : [at('birth-date', date, { fault })];
}

/** The key may be absent: nothing is said then but of the thirteen characters. */
function matriculeFaults(matricule: InsiRequest['matriculeIndividu']): Fault[] {
  const number = matricule?.numIdentifiant;
  if (!number?.value) return [];
  const key = matricule?.cle?.value;
  const whole = { ...number, value: `${number.value}${key || '00'}` };
  const fault = matriculeFault(whole.value);
  if (fault === undefined || (fault === 'key' && !key)) return [];
  return fault === 'key'
    ? [at('matricule-key', whole)]
    : [at('matricule-form', whole, { fault, length: number.value.length + (key ?? '').length })];
}
