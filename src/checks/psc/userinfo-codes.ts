import { type JsonPath, jsonPath } from '../../artifacts/json/document.js';
import { isFiness, isSiren, isSiret } from '../../identity/registry-keys.js';
import { knowHowTypesOf, PROFESSIONAL_TABLES } from '../../terminology/professional-tables.js';
import type { ValueSet } from '../../terminology/value-set.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { observed } from '../sources/psc-rule.js';
import { type GivenObject, materialOf, PSC_KINDS } from './trace/material.js';
import { distinctUserInfos, outlineOf } from './userinfos/given-userinfo.js';
import { type Pair, type Placed, pairsOf, practicesOf, professionalOf, topOf } from './userinfos/members.js';

type Table = keyof typeof PROFESSIONAL_TABLES;

const edit = (good: string, bad: string) => ({ base: 'psc-web', part: 'har', good, bad }) as const;
const NOS = 'ANS, nomenclatures des objets de santé (NOS) et réponses enregistrées de Pro Santé Connect';

/** The codes of a professional are those of the tables of the ANS, and agree with one another. */
export const userinfoCodes = defineSetCheck({
  id: 'psc/userinfo-codes',
  on: PSC_KINDS,
  rules: {
    'unknown-code': observed(NOS),
    'code-system': observed(NOS),
    'sector-activity': observed('Réponses enregistrées de Pro Santé Connect'),
    'role-practice': observed('Réponses enregistrées de Pro Santé Connect'),
    'know-how': observed(NOS),
    'pharmacy-section': observed(NOS),
    'structure-key': observed('INSEE, Sirene ; FINESS ; réponses enregistrées de Pro Santé Connect'),
  },
  examples: [
    { rule: 'unknown-code', ...edit('"codeModeExercice": "L"', '"codeModeExercice": "Z"') },
    { rule: 'code-system', ...edit('10^1.2.250.1.213.1.1.5.5', '10') },
    { rule: 'sector-activity', ...edit('"codeSecteurDactivite": "SA07"', '"codeSecteurDactivite": "SA01"') },
    { rule: 'role-practice', ...edit('10^1.2.250.1.213.1.1.5.5', '21^1.2.250.1.213.1.1.5.5') },
    { rule: 'know-how', ...edit('"codeTypeSavoirFaire": "S"', '"codeTypeSavoirFaire": "CAPA"') },
    { rule: 'pharmacy-section', ...edit('"codeSectionPharmacien": ""', '"codeSectionPharmacien": "A"') },
    { rule: 'structure-key', ...edit('"numeroFinessSite": "990000010"', '"numeroFinessSite": "990000011"') },
  ],
  run(artifacts) {
    const material = materialOf(artifacts);
    const given = distinctUserInfos(material).filter(({ value }) => 'SubjectRefPro' in value || 'SubjectRole' in value);
    const outline = outlineOf(material, 'userinfo', distinctUserInfos(material));
    const isReduced = given.length === 0 && outline.needs === undefined;
    return {
      evaluated: given.length,
      findings: given.flatMap(judge),
      // A reduced answer holds no code: another check says it.
      ...(isReduced ? { applies: false } : outline),
    };
  },
});

type Rule =
  | 'unknown-code'
  | 'code-system'
  | 'sector-activity'
  | 'role-practice'
  | 'know-how'
  | 'pharmacy-section'
  | 'structure-key';

/** A professional has a few practices: beyond this, what was given is no user info, and says the same again. */
const MOST_FAULTS = 100;

interface Fault {
  readonly rule: Rule;
  readonly path: JsonPath;
  readonly args?: Readonly<Record<string, string>>;
  readonly actual?: string;
}

/** One finding for each rule and member: the practices of a professional repeat the same codes. */
function judge({ value, at }: GivenObject): RawFinding<Rule>[] {
  const pairs = { sector: pairsOf(value, 'Secteur_Activite'), roles: pairsOf(value, 'SubjectRole') };
  const practices = practicesOf(value);
  const faults: Fault[] = [
    ...unknown('sector', pairs.sector),
    ...unknown('role', pairs.roles),
    ...otherSystem(pairs.sector, '1.2.250.1.71.4.2.4'),
    // Recorded answers name the value set, not the code system of the profession.
    ...otherSystem(pairs.roles, '1.2.250.1.213.1.1.5.5'),
    ...coded(topOf(value), { codeCivilite: 'civility', codeGenreActivite: 'activityKind' }),
    ...coded(professionalOf(value), { codeCivilite: 'civility' }),
    ...practices.flatMap((practice) => [
      ...coded(practice, PRACTICE_CODES),
      ...knowHow(practice),
      ...practice.activities.flatMap((each) => [
        ...coded(each, ACTIVITY_CODES),
        ...pharmacySection(each, practice.text('codeProfession')),
        ...structureKeys(each),
      ]),
    ]),
    ...disagreeing(pairs, practices),
  ];
  const seen = new Set<string>();
  return faults.slice(0, MOST_FAULTS).flatMap(({ rule, path, args, actual }) => {
    const key = `${rule} ${path.at(-1)} ${actual}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const shown = actual === undefined ? {} : { actual };
    return [{ rule, at: at(...path), args: { member: jsonPath(path), ...args }, ...shown }];
  });
}

const PRACTICE_CODES: Readonly<Record<string, Table>> = {
  codeProfession: 'profession',
  codeCategorieProfessionnelle: 'category',
  codeCiviliteDexercice: 'title',
  codeTypeSavoirFaire: 'knowHowType',
  codeSavoirFaire: 'knowHow',
};

const ACTIVITY_CODES: Readonly<Record<string, Table>> = {
  codeModeExercice: 'practiceMode',
  codeSecteurDactivite: 'sector',
  codeSectionPharmacien: 'pharmacySection',
  codeRole: 'function',
  codeGenreActivite: 'activityKind',
};

/** Members of an activity that a role may tell instead of the profession. */
const ROLE_MEMBERS = ['codeSectionPharmacien', 'codeRole', 'codeGenreActivite'];

function coded(placed: Placed, members: Readonly<Record<string, Table>>): Fault[] {
  return Object.entries(members).flatMap(([name, table]) => {
    const code = placed.text(name);
    return code === undefined ? [] : unknown(table, [{ path: [...placed.path, name], code }]);
  });
}

function isKnown(table: Table, code: string): boolean {
  const tables: readonly ValueSet[] = PROFESSIONAL_TABLES[table];
  return tables.some((each) => each.has(code));
}

function unknown(table: Table, given: readonly Pick<Pair, 'path' | 'code'>[]): Fault[] {
  const tables: readonly ValueSet[] = PROFESSIONAL_TABLES[table];
  const [first] = tables;
  const missing = given.filter(({ code }) => !isKnown(table, code));
  return missing.map(({ path, code }) => ({
    rule: 'unknown-code',
    path,
    args: { table: first?.name ?? '', version: first?.version ?? '' },
    actual: code,
  }));
}

function otherSystem(pairs: readonly Pair[], expected: string): Fault[] {
  const other = pairs.filter(({ system }) => system !== expected);
  return other.map(({ path, system = '' }) => ({ rule: 'code-system', path, args: { expected }, actual: system }));
}

/** The code is one of its type's table. Both are absent for who has no know-how; a type whose table is not known admits any. */
function knowHow(practice: Placed): Fault[] {
  const type = practice.text('codeTypeSavoirFaire');
  const code = practice.text('codeSavoirFaire');
  if (code === undefined || type === 'CM') return [];
  const types = knowHowTypesOf(code);
  // A type that is none is said to be unknown already.
  if (type !== undefined && !isKnown('knowHowType', type)) return [];
  if (types.length === 0 || (type !== undefined && types.includes(type))) return [];
  const path = [...practice.path, 'codeTypeSavoirFaire'];
  return [{ rule: 'know-how', path, args: { code, types: types.join(', ') }, actual: type ?? '' }];
}

function pharmacySection(activity: Placed, profession: string | undefined): Fault[] {
  const section = activity.text('codeSectionPharmacien');
  if (section === undefined || !isKnown('pharmacySection', section) || profession === undefined || profession === '21')
    return [];
  const path = [...activity.path, 'codeSectionPharmacien'];
  return [{ rule: 'pharmacy-section', path, args: { profession }, actual: section }];
}

const KEYS: Readonly<Record<string, readonly [register: string, isRight: (number: string) => boolean]>> = {
  numeroSiretSite: ['SIRET', isSiret],
  numeroSirenSite: ['SIREN', isSiren],
  numeroFinessSite: ['FINESS', isFiness],
  numeroFinessetablissementJuridique: ['FINESS', isFiness],
};

function structureKeys(activity: Placed): Fault[] {
  const numbers = Object.entries(KEYS).flatMap(([name, [register, isRight]]): Fault[] => {
    const number = activity.text(name);
    if (number === undefined || isRight(number)) return [];
    return [{ rule: 'structure-key', path: [...activity.path, name], args: { register } }];
  });
  const [siret, siren] = [activity.text('numeroSiretSite'), activity.text('numeroSirenSite')];
  if (numbers.length > 0 || !siret || !siren || siret.startsWith(siren)) return numbers;
  return [{ rule: 'structure-key', path: [...activity.path, 'numeroSirenSite'], args: { register: 'SIREN' } }];
}

/** What is told at the top is the digest of the practices: of one of them at least. */
function disagreeing(
  { sector, roles }: { readonly sector: readonly Pair[]; readonly roles: readonly Pair[] },
  practices: ReturnType<typeof practicesOf>,
): Fault[] {
  const activities = practices.flatMap((practice) => practice.activities);
  const sectors = new Set(activities.flatMap((each) => each.text('codeSecteurDactivite') ?? []));
  const known = new Set([
    ...practices.flatMap((each) => [each.text('codeProfession'), each.text('codeSavoirFaire')]),
    ...activities.flatMap((each) => ROLE_MEMBERS.map((name) => each.text(name))),
  ]);
  const [main] = sector;
  const [role] = roles;
  const professions = practices.flatMap((each) => each.text('codeProfession') ?? []);
  const faults: Fault[] = [];
  const isComparable = [...sectors, main?.code ?? ''].every((code) => isKnown('sector', code));
  if (main && isComparable && sectors.size > 0 && !sectors.has(main.code))
    faults.push({ rule: 'sector-activity', path: main.path, args: { sectors: listed(sectors) }, actual: main.code });
  if (role && professions.length > 0 && !roles.some(({ code }) => known.has(code))) {
    const args = { professions: listed(new Set(professions)) };
    faults.push({ rule: 'role-practice', path: role.path, args, actual: role.code });
  }
  return faults;
}

/** The first of a list: a professional has no more. */
function listed(codes: ReadonlySet<string>): string {
  return [...codes].slice(0, 10).join(', ');
}
