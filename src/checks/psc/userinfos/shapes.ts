import { isObject } from '../../../artifacts/json/document.js';

type Members = Readonly<Record<string, unknown>>;

const TEXT = { type: 'string' } as const;
const FILLED = { type: 'string', minLength: 1 } as const;

const all = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, TEXT]));

/** Members of an activity; an empty text stands for what is absent. The spelling is that of Pro Santé Connect. */
const ACTIVITY = [
  ...['codeModeExercice', 'codeSecteurDactivite', 'codeSectionPharmacien', 'codeRole', 'codeGenreActivite'],
  ...['numeroSiretSite', 'numeroSirenSite', 'numeroFinessSite', 'numeroFinessetablissementJuridique'],
  ...['identifiantTechniqueDeLaStructure', 'raisonSocialeSite', 'enseigneCommercialeSite', 'complementDestinataire'],
  ...['complementPointGeographique', 'numeroVoie', 'indiceRepetitionVoie', 'codeTypeDeVoie', 'libelleVoie'],
  ...['mentionDistribution', 'bureauCedex', 'codePostal', 'codeCommune', 'codePays', 'telephone', 'telephone2'],
  ...['telecopie', 'adresseEMail', 'codeDepartement', 'ancienIdentifiantDeLaStructure', 'autoriteDenregistrement'],
];

const without = (name: string) => ACTIVITY.filter((each) => each !== name);

const PRACTICE = [
  ...['codeProfession', 'codeCategorieProfessionnelle', 'codeCiviliteDexercice', 'nomDexercice', 'prenomDexercice'],
  ...['codeTypeSavoirFaire', 'codeSavoirFaire'],
];

const IDENTITY = {
  sub: FILLED,
  SubjectNameID: FILLED,
  preferred_username: FILLED,
  family_name: FILLED,
  given_name: TEXT,
} as const;

const ABOUT = [
  ...['Secteur_Activite', 'SubjectOrganization', 'Mode_Acces_Raison', 'Acces_Regulation_Medicale', 'UITVersion'],
  ...['Palier_Authentification', 'PSI_Locale'],
];

const list = (name: string, items: object) => ({ [name]: { type: 'array', items } });

const OTHER_ID = {
  type: 'object',
  required: ['identifiant', 'origine', 'qualite'],
  properties: { identifiant: TEXT, origine: TEXT, qualite: { type: 'integer' } },
};

function professional(own: readonly string[], activity: readonly string[]): object {
  return {
    type: 'object',
    required: ['exercices', ...own],
    properties: {
      codeCivilite: TEXT,
      exercices: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: [...PRACTICE, 'activities'],
          properties: {
            ...all(PRACTICE),
            ...list('activities', { type: 'object', required: activity, properties: all(ACTIVITY) }),
          },
        },
      },
    },
  };
}

/** A whole answer: what it must have beside what all have, at the top and in `SubjectRefPro`. Members that are not named are tolerated. */
function whole(own: readonly string[], professionalOwn: readonly string[], activity = ACTIVITY): object {
  return {
    type: 'object',
    required: [...Object.keys(IDENTITY), ...ABOUT, 'SubjectRole', 'SubjectRefPro', ...own],
    properties: {
      ...IDENTITY,
      ...all([...ABOUT, 'SubjectOrganizationID', 'authMode', 'codeCivilite', 'codeGenreActivite']),
      email_verified: { type: 'boolean' },
      ...list('SubjectRole', TEXT),
      ...list('otherIds', OTHER_ID),
      SubjectRefPro: professional(professionalOwn, activity),
    },
  };
}

/**
 * JSON Schemas of what the userinfo endpoint answered over the years, as far as recorded answers and the schema of PSC-POC
 * (`psc-data.json`) tell. `reduced` is what it answers when `scope_all` was not granted.
 */
export const SHAPES: Readonly<Record<Shape, object>> = {
  // The earliest answers of all tell no kind of activity.
  '2021': whole([], ['codeCivilite'], without('codeGenreActivite')),
  '2023-02': whole(['otherIds', 'authMode'], ['codeCivilite']),
  '2023-11': whole(['otherIds', 'codeCivilite'], []),
  reduced: {
    type: 'object',
    required: Object.keys(IDENTITY),
    properties: { ...IDENTITY, codeCivilite: TEXT },
  },
};

type Shape = '2021' | '2023-02' | '2023-11' | 'reduced';

/** The shape that an answer is meant to have, by the members that each brought. */
export function shapeOf(value: Members): Shape {
  if (!('SubjectRefPro' in value)) return 'reduced';
  const isOlder = isObject(value.SubjectRefPro) && 'codeCivilite' in value.SubjectRefPro;
  if (!isOlder && ('codeCivilite' in value || 'codeGenreActivite' in value)) return '2023-11';
  return 'authMode' in value ? '2023-02' : '2021';
}
