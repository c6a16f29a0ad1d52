import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the small pack of our own: `fixtures/make/packs/mini`. */
export const MINI_PACK = fileURLToPath(new URL('../../fixtures/packs/mini', import.meta.url));

/** Its schemas, by `SchemaInfo.id`: paths in the pack. */
export const MINI_SCHEMAS = {
  IHE: 'schematrons/profils/IHE.sch',
  'CI-SIS_ModelesDeContenusCDA': 'schematrons/profils/CI-SIS_ModelesDeContenusCDA.sch',
  'CI-SIS_Modeles_ANS': 'schematrons/profils/CI-SIS_Modeles_ANS.sch',
  'ASIP-STRUCT-MIN-StrucMin': 'schematrons/profils/structurationMinimale/ASIP-STRUCT-MIN-StrucMin.sch',
  terminologie: 'schematrons/profils/terminologies/schematron/terminologie.sch',
  'CI-SIS_BIO-CR-BIO_2024.01': 'schematrons/CI-SIS_BIO-CR-BIO_2024.01.sch',
  'CI-SIS_ESSAI-CR_2026.01': 'schematrons/CI-SIS_ESSAI-CR_2026.01.sch',
} as const;

/** What a schema must say of a document of `ExemplesCDA`. */
export interface ExpectedFinding {
  readonly document: string;
  readonly schema: keyof typeof MINI_SCHEMAS;
  readonly kind: 'assert' | 'report';
  /** Names of elements from the root, `[2]` where it is not the first of its name; see `locationOf`. */
  readonly path: string;
  /** Where the node begins: this text is once in the document. */
  readonly at: string;
  readonly role?: 'error' | 'warning' | 'info';
  readonly id?: string;
  readonly flag?: string;
  readonly text: string;
}

const ACT = 'ClinicalDocument/component/structuredBody/component/section/component/section/entry/act/entryRelationship';
const CHAPTER = 'ClinicalDocument/component/structuredBody/component/section';
const RESULTS = '<section>\n              <templateId root="1.3.6.1.4.1.19376.1.3.3.2.2"/>';
const POTASSIUM = 'Potassium [Moles/Volume] Sérum/Plasma ; Numérique';
const SECOND_MEASURE = `<observation classCode="OBS" moodCode="EVN">
                      <templateId root="1.3.6.1.4.1.19376.1.3.1.6"/>
                      <templateId root="1.2.250.1.213.1.1.3.80"/>
                      <code code="2823-3"`;

/** What S_resultats tells of the conforming measures. */
const outOfRange = (document: string, labels = POTASSIUM): ExpectedFinding => ({
  document,
  schema: 'IHE',
  kind: 'report',
  path: `${CHAPTER}/component/section`,
  at: RESULTS,
  role: 'info',
  text: `[S_resultats] Hors des valeurs de référence : ${labels}.`,
});
const HOSTILE = "</svrl:text><!-- `$\u007b1}` '\\u0022{vue} \u202e-->";

/**
 * Everything that the four profiles, the schema of terminologies and the volet of each document say of the examples, in the order in which
 * each schema says it. Whole: an example that is not named conforms. As the ISO skeleton and Saxon-HE 9.9 find them.
 */
export const EXPECTED_FINDINGS: readonly ExpectedFinding[] = [
  ...header('n1-entete.xml', [
    ['error', '', '<ClinicalDocument', '(En-tête) : realmCode FR est obligatoire, une fois.'],
    [
      'error',
      '/code',
      '<code code="00000-0"',
      "(En-tête) : le code « 00000-0 » (CR ou fiche de consultation ou de visite) n'est pas du jeu 2.999.9.1.",
    ],
    [
      'error',
      '/effectiveTime',
      '<effectiveTime value="20260316103000"/>',
      "dt-TS.ZONE : effectiveTime « 20260316103000 » n'a pas de fuseau.",
    ],
    [
      'error',
      '/recordTarget/patientRole/patient/name',
      '<name>\n          <family qualifier="CL">',
      '(En-tête) : 0 nom(s) de naissance pour TEST-ALPHA.',
    ],
    ['warning', '/author/time', '<time value="20260320', "(En-tête) : l'auteur signe le 20260320, un autre jour."],
    ['warning', '/copyTime', '<copyTime', "(En-tête) : copyTime n'est pas prévu, après versionNumber."],
  ]),
  terminology('n1-entete.xml', 'ClinicalDocument/code', '<code code="00000-0"', '00000-0'),
  ...header('n1-remplacement.xml', [
    ['info', '', '<ClinicalDocument', '(En-tête) : version 2 de 2.999.2.20260316.1.'],
  ]).map((each): ExpectedFinding => ({ ...each, kind: 'report' })),
  ...header('n1-autopresentable.xml', [
    ['error', '', '<ClinicalDocument', '(En-tête) : realmCode FR est obligatoire, une fois.'],
  ]),
  outOfRange('n3-conforme.xml'),
  {
    document: 'n3-corps.xml',
    schema: 'IHE',
    kind: 'assert',
    path: CHAPTER,
    at: '<section>\n          <templateId root="1.3.6.1.4.1.19376.1.3.3.2.1"/>',
    role: 'warning',
    text: '[S_copie] Titre de 8 mots : Biochimie…',
  },
  {
    document: 'n3-corps.xml',
    schema: 'IHE',
    kind: 'assert',
    path: 'ClinicalDocument/component/structuredBody/component[2]/section',
    at: '<section>\n          <templateId root="1.2.250.1.213.1.1.2.243"/>',
    id: 'copie-titre',
    text: '[S_copie] La section de la copie doit avoir un titre.',
  },
  {
    document: 'n3-corps.xml',
    schema: 'IHE',
    kind: 'assert',
    path: `${CHAPTER}/component/section`,
    at: RESULTS,
    flag: 'doublon',
    text: '[S_resultats] Deux mesures ont le même code.',
  },
  ...contents('n3-corps.xml', [
    [
      `${ACT}/observation`,
      '<observation classCode="OBS" moodCode="EVN">\n                      <templateId root="1.3.6.1.4.1.19376.1.3.1.6"/>\n                      <templateId root="1.2.250.1.213.1.1.3.80"/>\n                      <code code="2951-2" displayName="Sodium',
      "[E_mesure] La valeur « cent quarante » n'est pas un nombre.",
    ],
    [
      `${ACT}[2]/observation`,
      '<observation classCode="OBS" moodCode="EVN">\n                      <templateId root="1.3.6.1.4.1.19376.1.3.1.6"/>\n                      <templateId root="1.2.250.1.213.1.1.3.80"/>\n                      <code code="2951-2" displayName="Potassium',
      `[E_mesure] L'unité mg/L de ${POTASSIUM} n'est pas admise.`,
    ],
    [
      'ClinicalDocument/recordTarget/patientRole/patient/administrativeGenderCode',
      '<administrativeGenderCode',
      '[codeDuJeu] administrativeGenderCode : le code Z (2.16.840.1.113883.5.1) est absent de ../../jeuxDeValeurs/JDV_Sexe_Essai.xml.',
    ],
    [
      `${ACT}[2]/observation/interpretationCode`,
      '<interpretationCode code="X"',
      '[codeDuJeu] observation/interpretationCode : le code X (2.16.840.1.113883.5.83) est absent de ../../jeuxDeValeurs/JDV_Interpretation_Essai.xml.',
    ],
    [
      'ClinicalDocument/documentationOf/serviceEvent/effectiveTime',
      '<effectiveTime>\n        <low value="20260317',
      '[bornes] effectiveTime commence le 2.0260317E7 et finit le 2.0260316E7.',
    ],
  ]),
  {
    document: 'n3-corps.xml',
    schema: 'CI-SIS_Modeles_ANS',
    kind: 'assert',
    path: `${ACT}/observation/referenceRange/observationRange/value`,
    at: '<value xsi:type="IVL_PQ">\n                            <low value="146"',
    text: '[E_intervalle] 146 dépasse 145.',
  },
  terminology(
    'n3-corps.xml',
    'ClinicalDocument/component/structuredBody/component/section/component/section/entry/act/code',
    '<code code="00000-1"',
    '00000-1',
  ),
  outOfRange('n3-essai.xml'),
  {
    document: 'n3-essai.xml',
    schema: 'CI-SIS_ESSAI-CR_2026.01',
    kind: 'assert',
    path: 'ClinicalDocument',
    at: '<ClinicalDocument',
    text: "[ESSAI-CR] Le titre est « Compte rendu d'examens biologiques ».",
  },
  outOfRange('n3-hostile.xml', HOSTILE),
  ...contents('n3-hostile.xml', [
    [`${ACT}[2]/observation`, SECOND_MEASURE, `[E_mesure] L'unité ]]>"&\u2028 de ${HOSTILE} n'est pas admise.`],
  ]),
  {
    document: 'n3-hostile.xml',
    schema: 'CI-SIS_Modeles_ANS',
    kind: 'assert',
    path: `${ACT}[2]/observation/code`,
    at: '<code code="2823-3"',
    text: `[libelles] Le libellé ${HOSTILE.toUpperCase().replaceAll(' ', '_')} porte un caractère réservé.`,
  },
  outOfRange('n3-erreur-dynamique.xml'),
  outOfRange('n3-volet-absent.xml'),
];

/** The only rule that cannot be evaluated on an example: Saxon stops there, and says nothing more of that document and profile. */
export const EXPECTED_FAILURE = {
  document: 'n3-erreur-dynamique.xml',
  schema: 'CI-SIS_Modeles_ANS',
  path: `${ACT}/observation/referenceRange/observationRange/value`,
  at: '<value xsi:type="IVL_PQ">\n                            <low value="136"',
  id: 'borne-basse',
  code: 'XPTY0004',
} as const;

/** What the XSD says: the element that stands where it may not. */
export const EXPECTED_XSD_FAULT = { document: 'n1-ordre.xml', at: '<languageCode' } as const;

/** The document whose volet the pack lacks, and the one whose root is a style sheet. */
export const WITHOUT_VOLET = 'n3-volet-absent.xml';

export function exampleText(document: string): string {
  return readFileSync(`${MINI_PACK}/ExemplesCDA/${document}`, 'utf8');
}

export function exampleNames(): string[] {
  return readdirSync(`${MINI_PACK}/ExemplesCDA`).sort();
}

/** The line, from 1, on which `at` begins. @throws RangeError unless it is in the text once. */
export function lineOf(document: string, at: string): number {
  const [before = '', ...after] = exampleText(document).split(at);
  if (after.length !== 1) throw new RangeError(`${document}: ${JSON.stringify(at)} is there ${after.length} times`);
  return before.split('\n').length;
}

/** A path of the table as SVRL writes it. */
export function locationOf(path: string): string {
  return path
    .split('/')
    .map((step) => /^([^[]+)(\[\d+\])?$/.exec(step))
    .map((step) => `/*:${step?.[1]}[namespace-uri()='urn:hl7-org:v3']${step?.[2] ?? '[1]'}`)
    .join('');
}

function header(
  document: string,
  findings: readonly (readonly [role: 'error' | 'warning' | 'info', path: string, at: string, text: string])[],
): ExpectedFinding[] {
  return findings.map(([role, path, at, text]) => ({
    document,
    schema: 'ASIP-STRUCT-MIN-StrucMin',
    kind: 'assert',
    path: `ClinicalDocument${path}`,
    at,
    role,
    text,
  }));
}

function contents(
  document: string,
  findings: readonly (readonly [path: string, at: string, text: string])[],
): ExpectedFinding[] {
  return findings.map(([path, at, text]) => ({
    document,
    schema: 'CI-SIS_ModelesDeContenusCDA',
    kind: 'assert',
    path,
    at,
    text,
  }));
}

function terminology(document: string, path: string, at: string, code: string): ExpectedFinding {
  const text = `(Terminologies) : 2.16.840.1.113883.6.1 ne connaît pas ${code}.`;
  return { document, schema: 'terminologie', kind: 'assert', path, at, role: 'error', text };
}
