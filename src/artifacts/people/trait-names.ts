import type { Person } from './person.js';

/** Kinds of values that a name of a member may announce. */
export type NamedTrait = Exclude<keyof Person, 'ins' | 'ids' | 'close'>;

const TRAITS: readonly (readonly [RegExp, NamedTrait])[] = [
  [/^(?:patient)?(?:prenoms?\w*|liste(?:des)?prenoms?|given(?:names?)?|firstnames?|forenames?)$/, 'givens'],
  [
    /^(?:patient)?(?:nom(?:de|d)?(?:naissance|usuel|usage|utilise|famille|marital|patronymique|jeunefille|patient)?|nompatient|patronyme|family(?:name)?|lastname|surname|birthname|maidenname)$/,
    'names',
  ],
  [/^(?:patient)?(?:date(?:de)?naissance|naissance|ddn|dob|birth(?:date|time|day)|dateofbirth)$/, 'birthDates'],
  [
    /^(?:patient)?(?:(?:codeinsee|codecog|codecommune|ville|commune|lieu)(?:de|du)?(?:lieu)?(?:de)?naissance|birth(?:place|city)|placeofbirth|cog)$/,
    'birthPlaces',
  ],
  [/^(?:patient)?(?:adresse(?:postale|ligne)?|ligneadresse|(?:street)?address(?:line)?|voie)$/, 'addresses'],
  [/^(?:patient)?(?:tel|telephone|phone|mobile|portable)(?:number|portable|mobile|fixe|domicile)?$/, 'phones'],
  [/^(?:patient)?(?:e?mail|courriel|adressemail)$/, 'mails'],
];

/** The trait of a person that a member, an element or a column is called by, as exports name them in French and English. */
export function traitNamed(name: string): NamedTrait | undefined {
  const key = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]+/g, '');
  return TRAITS.find(([form]) => form.test(key))?.[1];
}
