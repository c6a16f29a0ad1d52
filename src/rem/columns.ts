import type { RemLayout } from '../scenarios/rem-workbook.js';

/** What a column of a workbook can be taken for; `ignored` for one that is known and not read. */
export const REM_FIELDS = [
  'statement',
  'id',
  'perimeter',
  'chapter',
  'function',
  'comment',
  'nature',
  'historical-profile',
  'profile',
  'criticality',
  'order',
  'publication',
  'previous-wave',
  'scenario-id',
  'scenario',
  'verification-points',
  'proof-id',
  'proof',
  'ignored',
] as const;
export type RemField = (typeof REM_FIELDS)[number];

/** Headers of each field, the surest first: of two columns, the one whose header comes first is taken. */
const HEADERS: Readonly<Record<RemField, readonly string[]>> = {
  statement: [
    "Énoncé de l'exigence",
    'Énoncé',
    "Texte de l'exigence",
    'Exigence',
    'Exigences',
    "Description de l'exigence",
    "Libellé de l'exigence",
    'Description',
    'Libellé',
  ],
  id: [
    'ID',
    'N° exigence',
    'Identifiant',
    'ID exigence',
    "Identifiant de l'exigence",
    'Numéro',
    'Référence',
    'Code',
    'Code exigence',
    'Référence exigence',
    'Exigence',
  ],
  perimeter: ['Périmètre', 'Vague'],
  chapter: ['Chapitre', 'Bloc', 'Bloc fonctionnel', 'Thématique', 'Thème'],
  function: ['Fonction', 'Fonctions', 'Fonctionnalité'],
  comment: ['Commentaire', 'Commentaires', "Commentaire de l'exigence", 'Remarque', 'Remarques'],
  nature: ["Nature de l'exigence", 'Nature', "Type d'exigence", 'Exigence / Préconisation'],
  'historical-profile': ['Profil historique', 'Profils historiques'],
  profile: ['Profil', 'Profils', "Profil de l'exigence"],
  criticality: ['Criticité', "Criticité de l'exigence"],
  order: ['Ordre', "Ordre d'affichage"],
  publication: ['Statut publication', 'Statut de publication', 'Statut', 'Évolution'],
  'previous-wave': ['VA N-1'],
  'scenario-id': [
    'N° scénario',
    'ID scénario',
    'Identifiant du scénario',
    'N° du scénario de conformité',
    'Référence du scénario',
    'Réf scénario',
  ],
  scenario: ['Scénario de conformité', 'Scénario', 'Scénarios de conformité', 'Scénarios', 'Description du scénario'],
  'verification-points': ['points de vérification', 'Point de vérification', 'Points à vérifier'],
  'proof-id': ['N° preuve', 'ID preuve', 'Identifiant de la preuve', 'Référence de la preuve', 'Réf preuve'],
  proof: [
    'Preuve',
    'Preuves',
    'Preuve de conformité',
    'Preuve attendue',
    'Preuves attendues',
    'Description de la preuve',
  ],
  ignored: [
    'bon pour publication',
    'référence exigence',
    'référence cas de test',
    'référence exigence socle',
    'Note interne',
    'Rem Ségur',
    'Exigence conditionnelle OUI/NON',
    'Exigence conditionnelle',
    'ID Section',
    'Section',
  ],
};

/** How a header of several words begins, where none is known as a whole: "Énoncé de l'exigence (DOIT) ou de la préconisation (PEUT)". */
const STARTS: Partial<Record<RemField, readonly string[]>> = {
  statement: ['Énoncé'],
  nature: ["Nature de l'exigence"],
  chapter: ['Chapitre'],
  'scenario-id': ['N° scénario'],
  scenario: ['Scénario de conformité'],
  criticality: ['Criticité'],
  publication: ['Statut publication', 'Statut de publication'],
};

const COMMON = ['Périmètre', 'ID', 'Chapitre', 'Fonction', 'Exigence', 'Commentaire', 'Profil', 'N° scénario'];
const CONVERGENCE = [
  ...COMMON,
  ...['Scénario de conformité', 'N° preuve', 'Preuve', 'Profil historique', 'Criticité', 'Ordre'],
];
const REM = [
  ...COMMON,
  ...["Nature de l'exigence", 'Scénario de conformité', 'Statut publication', 'VA N-1', 'Criticité', 'Ordre'],
  ...Array.from({ length: 10 }, (_, index) => [`N° preuve ${index + 1}`, `Preuve ${index + 1}`]).flat(),
];
const PREPUBLICATION = [...REM, ...HEADERS.ignored.slice(0, 6), ...HEADERS['verification-points'].slice(0, 1)];

/** A column that is read. */
export interface RemColumn {
  /** From 0. */
  readonly at: number;
  readonly header: string;
  readonly field: RemField;
  /** Of a proof: its rank in the row, from 1. */
  readonly rank: number;
}

/** What the headers of a row were taken for. */
export interface RemHeader {
  readonly columns: readonly RemColumn[];
  readonly layout: RemLayout;
  /** Every header, in the order of the columns. */
  readonly headers: readonly { readonly header: string; readonly field: string | undefined }[];
}

/**
 * A header as it is compared: without case, accents, punctuation, white space nor articles; `N°`, `numéro` and `n` are one word. The number
 * at its end is apart.
 */
function headerKey(header: string): { readonly key: string; readonly number: number | undefined } {
  const words = header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=[a-z])(?=\d)/g, ' ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !/^(?:d|de|des|du|l|la|le|les)$/.test(word))
    .map((word) => (/^(?:n|no|num|numero)$/.test(word) ? 'n' : word));
  const last = words.at(-1) ?? '';
  const numbered = words.length > 1 && /^\d{1,3}$/.test(last);
  return { key: (numbered ? words.slice(0, -1) : words).join(''), number: numbered ? Number(last) : undefined };
}

const keyOf = (header: string): string => {
  const { key, number } = headerKey(header);
  return number === undefined ? key : `${key} ${number}`;
};

/** The headers of a field as they are compared; the number of a proof is left out. */
const KEYS = new Map(REM_FIELDS.map((field) => [field, HEADERS[field].map(keyOf)]));
const START_KEYS = new Map(REM_FIELDS.map((field) => [field, (STARTS[field] ?? []).map(keyOf)]));
const LAYOUTS = (
  [
    ['prepublication', PREPUBLICATION],
    ['rem', REM],
    ['convergence', CONVERGENCE],
  ] as const
).map(([layout, headers]) => ({ layout, keys: headers.map(keyOf) }));

/**
 * Takes the cells of a row for headers.
 * @param given fields by header, of the user: they go before what is known.
 * @param holdsIds whether the cells under a header are numbers of requirements: of several headers that may be theirs, it is that one.
 */
export function readHeader(
  cells: readonly string[],
  given: ReadonlyMap<string, RemField>,
  holdsIds: (at: number) => boolean,
): RemHeader {
  const keys = cells.map(keyOf);
  const fields = new Map<number, RemField>();
  for (const [at, key] of keys.entries()) {
    const field = given.get(key);
    if (key !== '' && field !== undefined) fields.set(at, field);
  }
  for (const field of REM_FIELDS) for (const at of columnsOf(field, keys, fields, holdsIds)) fields.set(at, field);
  for (const [field, starts] of START_KEYS) {
    const at = keys.findIndex((key, index) => !fields.has(index) && starts.some((start) => key.startsWith(start)));
    if (at !== -1 && ![...fields.values()].includes(field)) fields.set(at, field);
  }
  const ranks = { 'proof-id': 0, proof: 0 };
  const columns = [...fields.entries()]
    .sort(([a], [b]) => a - b)
    .map(([at, field]): RemColumn => {
      const header = cells[at] ?? '';
      if (!isOfProof(field)) return { at, header, field, rank: 0 };
      ranks[field] = headerKey(header).number ?? ranks[field] + 1;
      return { at, header, field, rank: ranks[field] };
    });
  const headers = cells.flatMap((header, at) => (header === '' ? [] : [{ header, field: fields.get(at) }]));
  const present = new Set(keys);
  const layout = LAYOUTS.find((each) => each.keys.every((key) => present.has(key)))?.layout ?? 'published';
  return { columns, layout, headers };
}

/** The fields that the user gives, by header as it is compared. @param given header → field; a field that there is not is left out. */
export function givenFields(given: Readonly<Record<string, string>>): Map<string, RemField> {
  return new Map(
    Object.entries(given).flatMap(([header, name]) => {
      const field = REM_FIELDS.find((each) => each === name);
      return field ? [[keyOf(header), field] as const] : [];
    }),
  );
}

/** Headers that the user gives a field, and that a sheet does not have. */
export function absentHeaders({ headers }: RemHeader, given: Readonly<Record<string, string>>): string[] {
  const present = new Set(headers.map(({ header }) => keyOf(header)));
  return Object.keys(given).filter((header) => !present.has(keyOf(header)));
}

function isOfProof(field: RemField): field is 'proof-id' | 'proof' {
  return field === 'proof-id' || field === 'proof';
}

/** Columns of a field that no other field has: all those of the proofs and those that nobody reads, one of any other. */
function columnsOf(
  field: RemField,
  keys: readonly string[],
  taken: ReadonlyMap<number, RemField>,
  holdsIds: (at: number) => boolean,
): number[] {
  const several = isOfProof(field) || field === 'ignored';
  if (!several && [...taken.values()].includes(field)) return [];
  const compared = isOfProof(field) ? keys.map((key) => key.replace(/ \d+$/, '')) : keys;
  const ranked = (KEYS.get(field) ?? []).flatMap((wanted) =>
    compared.flatMap((key, at) => (key === wanted && !taken.has(at) ? [at] : [])),
  );
  if (several) return ranked;
  const [first] = field === 'id' ? [...ranked.filter(holdsIds), ...ranked] : ranked;
  return first === undefined ? [] : [first];
}
