import { type ValueSet, valueSet } from './value-set.js';
import { SUBJECT_ROLE_DMP } from './value-sets/subject-role-dmp.js';

/**
 * Tables (TRE) that Pro Santé Connect takes the codes of a professional from. Codes that were withdrawn are kept: a practice that was registered with
 * one keeps it.
 */
const SOURCE = 'ANS, nomenclatures des objets de santé (NOS), IG-terminologie-de-sante v1.12';

/** Codes that are numbered one after the other: `SA01` to `SA69`. */
function numbered(prefix: string, first: number, last: number, digits = 2): string {
  const ranks = Array.from({ length: last - first + 1 }, (_, index) => String(first + index).padStart(digits, '0'));
  return ranks.map((rank) => `${prefix}${rank}`).join(' ');
}

function table(name: string, oid: string, version: string, codes: string): ValueSet {
  return valueSet({ oid, name, version, source: SOURCE, codes: { [oid]: codes } });
}

const SECTORS = table('TRE_R02-SecteurActivite', '1.2.250.1.71.4.2.4', '2025-05-23', numbered('SA', 1, 69));
const CATEGORIES = table('TRE_R09-CategorieProfessionnelle', '1.2.250.1.213.1.6.1.10', '2026-02-23', 'C E F M');
const PRACTICE_MODES = table('TRE_R23-ModeExercice', '1.2.250.1.213.1.6.1.18', '2026-02-02', 'S L B I');
const PHARMACY_SECTIONS = table(
  'TRE_G05-SousSectionTableauCNOP',
  '1.2.250.1.71.4.2.6',
  '2023-12-15',
  'A B C D DA DH DM E EA EB EC ED EG EH G H M',
);
const ACTIVITY_KINDS = table(
  'TRE_R22-GenreActivite',
  '1.2.250.1.213.1.6.1.19',
  '2024-03-29',
  `${numbered('GENR', 1, 13)} GENR99`,
);
const FUNCTIONS = table(
  'TRE_R21-Fonction',
  '1.2.250.1.213.1.6.1.17',
  '2026-02-23',
  `${numbered('FON-', 1, 5)} FON-07 ${numbered('FON-', 9, 19)} ${numbered('FON-', 21, 24)} ${numbered('FON-', 27, 30)} FON-32
  FON-33 ${numbered('FON-', 35, 63)} FON-AU`,
);
const CARE_ROLES = table('TRE_R85-RolePriseCharge', '1.2.250.1.213.1.6.1.107', '2025-03-28', numbered('', 300, 372, 3));
const OTHER_FUNCTIONS = table(
  'TRE_R96-AutreFonctionSanitaire',
  '1.2.250.1.213.1.6.1.110',
  '2023-12-15',
  numbered('', 400, 409, 3),
);
/** Title of courtesy. */
const CIVILITIES = table('TRE_R81-Civilite', '1.2.250.1.213.1.6.1.69', '2023-12-15', 'M MLLE MME');
/** Title of a practice. */
const TITLES = table('TRE_R11-CiviliteExercice', '1.2.250.1.213.1.6.1.11', '2023-12-15', 'DR MC MG PC PG PR');

/** Types of know-how, and the codes of each as far as a table was read. */
const KNOW_HOW: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    C: '01 03 05 07 09 10 11 12 13 15 20 23 25 27 29 30 31 33 34 35 36 37 38 39 40 41 43 45 47 51 52 54 57 58 60 62 68 69 71 72 75 76 83'.replace(
      /\d+/g,
      'C$&',
    ),
    CAPA: numbered('CAPA', 1, 16),
    CEX: 'CEX22 CEX24 CEX26 CEX64',
    CM: '',
    DEC: numbered('DEC', 1, 24),
    DNQ: numbered('DSM', 200, 240, 3),
    FQ: numbered('FQ', 1, 5),
    OP: '80 81',
    PAC: 'PAC00',
    S: `${numbered('SM', 1, 95)} ${numbered('SCD', 1, 3)} ${numbered('SI', 1, 5)}`,
    SH: numbered('SCH', 1, 60),
    SST: numbered('SST', 1, 26),
  }).map(([type, codes]) => [type, codes.split(' ').filter((code) => code !== '')]),
);
const KNOW_HOW_TYPES = table(
  'TRE_R04-TypeSavoirFaire',
  '1.2.250.1.213.1.6.1.16',
  '2025-10-16',
  [...KNOW_HOW.keys()].join(' '),
);
const KNOW_HOW_CODES = valueSet({
  oid: '1.2.250.1.213.1.6.1.175',
  name: 'JDV_J107-EnsembleSavoirFaire-RASS',
  version: '2024-10-25',
  source: 'ANS, nomenclatures des objets de santé (NOS), jeux de valeurs de TestContenuCDA-3-0',
  codes: { '1.2.250.1.213.1.6.1.175': [...KNOW_HOW.values()].flat().join(' ') },
});

/** Code systems of professions among those of the roles of the DMP: health, in training, users of a title, social, others. */
const PROFESSION_SYSTEMS = [
  '1.2.250.1.71.1.2.7',
  '1.2.250.1.71.1.2.8',
  '1.2.250.1.213.1.6.1.109',
  '1.2.250.1.213.1.6.1.4',
  '1.2.250.1.213.1.6.1.140',
];
const PROFESSIONS: ValueSet = {
  ...SUBJECT_ROLE_DMP,
  name: 'TRE_G15, TRE_G16, TRE_R95, TRE_R94, TRE_R291 (JDV_J65-SubjectRole-DMP)',
  has: (code) => PROFESSION_SYSTEMS.some((system) => SUBJECT_ROLE_DMP.has(code, system)),
};

/** What one member may take its code from: the first table is the one that a finding names. */
export const PROFESSIONAL_TABLES = {
  sector: [SECTORS],
  role: [SUBJECT_ROLE_DMP, PHARMACY_SECTIONS, ACTIVITY_KINDS, FUNCTIONS, CARE_ROLES],
  profession: [PROFESSIONS],
  category: [CATEGORIES],
  civility: [CIVILITIES],
  // Recorded answers give a title of courtesy where the practice has no title of its own.
  title: [TITLES, CIVILITIES],
  knowHowType: [KNOW_HOW_TYPES],
  knowHow: [KNOW_HOW_CODES],
  practiceMode: [PRACTICE_MODES],
  pharmacySection: [PHARMACY_SECTIONS],
  function: [FUNCTIONS, CARE_ROLES, OTHER_FUNCTIONS],
  activityKind: [ACTIVITY_KINDS],
} satisfies Record<string, readonly [ValueSet, ...ValueSet[]]>;

/** The types of know-how whose table has this code: none for a code that is not known. */
export function knowHowTypesOf(code: string): string[] {
  return [...KNOW_HOW].flatMap(([type, codes]) => (codes.includes(code) ? [type] : []));
}
