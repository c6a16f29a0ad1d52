import type { Artifact } from '../../artifacts/artifact.js';
import type { InsDatamatrix } from '../../artifacts/datamatrix/ins-datamatrix.js';
import { isAlphabetFault } from '../../identity/name-form.js';
import { isInsOid } from '../../identity/oids.js';
import { placeIn } from '../context.js';
import { defineCheck, type Place, type RawFinding, type Rule } from '../define.js';
import { identitiesOfDatamatrix } from '../identities/identities-of-datamatrix.js';
import type { ToldIdentity } from '../identities/told-identity.js';
import { type IdentityRule, identityRules, judgeIdentity } from './rules/identity-rules.js';

/** Its fields in the order of the writers, and whether each must be there. */
const FIELDS: readonly (readonly [id: string, isMandatory: boolean])[] = [
  ['S1', true],
  ['S2', true],
  ['S3', true],
  ['S4', true],
  ['S5', true],
  ['S6', true],
  ['S7', false],
];
/** Greatest lengths: a field that has it is not ended by a separator. */
const LENGTHS: Readonly<Record<string, number>> = { S1: 15, S2: 20, S3: 100, S4: 100, S5: 1, S6: 10, S7: 5 };

/** The specification was read through two independent implementations; the official style sheet of CDA writes the same header and fields. */
const FORMAT: Rule = { severity: 'error', mark: 'primary', clause: 'ANS, INS – Format datamatrix 2.2', samples: null };
const ADVICE: Rule = { ...FORMAT, severity: 'warning', mark: 'second-hand' };

/** A datamatrix INS is written as its format says, and tells a whole identity. */
export const datamatrixIdentity = defineCheck({
  id: 'ins/datamatrix-identity',
  on: 'datamatrix',
  rules: {
    ...identityRules(
      [
        'matricule-form',
        'matricule-key',
        'matricule-key-test',
        'matricule-unusual',
        'name-form',
        'birth-date',
        'birth-place',
        'birth-place-unknown',
      ],
      { 'name-form': { severity: 'error' } },
    ),
    'name-shape': { ...ADVICE, clause: 'SEL-MP-043, EF_INS01_03, EF_INS10_01 et EF_INS10_02' },
    'other-code': { ...ADVICE, clause: "Guide d'implémentation de l'INS, règle 32 (INS/va1.03)" },
    header: FORMAT,
    'field-missing': FORMAT,
    'field-twice': ADVICE,
    'field-unknown': ADVICE,
    'field-order': { ...ADVICE, severity: 'info' },
    separator: ADVICE,
    oid: FORMAT,
    sex: FORMAT,
    'birth-date-form': FORMAT,
  },
  examples: [
    example('matricule-form', 'S1285076311399048', 'S128507631139904X'),
    example('matricule-key', '285076311399048S21.2.250.1.213.1.4.10', '285076311399049S21.2.250.1.213.1.4.8<GS>'),
    example('matricule-key-test', 'S1285076311399048', 'S1285076311399049'),
    example('matricule-unusual', 'S1285076311399048', 'S1285206311399062'),
    example('name-form', 'S4TEST-ALPHA', 'S4Test-Alpha'),
    example('name-shape', 'S3CAMILLE LOUISE', 'S3CAMILLE--LOUISE'),
    example('birth-date', 'S614-07-1985', 'S631-02-1985'),
    example('birth-place', 'S763113', 'S7PARIS'),
    example('birth-place-unknown', 'S763113', 'S799999'),
    {
      rule: 'other-code',
      base: 'datamatrix',
      part: 'code',
      good: 'IS010000000000000000000000S1285076311399048S2',
      bad: 'DC03FR0000011E7C1E7C07010143',
    },
    example('header', 'IS0100000000', 'IS0200000000'),
    example('field-missing', 'S5FS6', 'S6'),
    example('field-twice', 'S5FS6', 'S5FS5FS6'),
    example('field-unknown', 'S5FS6', 'S81<GS>S5FS6'),
    example('field-order', 'S5FS614-07-1985', 'S614-07-1985S5F'),
    example('separator', 'S5FS6', 'S5F<GS>S6'),
    example('oid', 'S21.2.250.1.213.1.4.10', 'S21.2.250.1.213.1.4.13'),
    example('sex', 'S5F', 'S5I'),
    example('birth-date-form', 'S614-07-1985', 'S61985-07-14'),
  ],
  run(datamatrix) {
    const { content } = datamatrix;
    if (content.form === '2d-doc') {
      const found = { rule: 'other-code' as const, at: placeIn(datamatrix, { line: 1, column: 1 }) };
      return { evaluated: 1, findings: [{ ...found, args: { type: content.type } }] };
    }
    const place = (at: { column: number; path?: string }): Place => placeIn(datamatrix, { line: 1, ...at });
    return { evaluated: content.fields.length, findings: [...judgeForm(content, place), ...judgeContent(datamatrix)] };
  },
});

function example<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'datamatrix', part: 'code', good, bad } as const;
}

type Form = 'header' | 'field-missing' | 'field-twice' | 'field-unknown' | 'field-order' | 'separator';

function judgeForm(
  { version, reserved, fields, text }: InsDatamatrix,
  place: (at: { column: number; path?: string }) => Place,
): RawFinding<Form>[] {
  const found: RawFinding<Form>[] = [];
  if (version !== '01' || !/^0+$/.test(reserved))
    found.push({ rule: 'header', at: place({ column: 1 }), actual: text.slice(0, 26) });
  const ids = fields.map(({ id }) => id);
  for (const [id, isMandatory] of FIELDS)
    if (isMandatory && !ids.includes(id))
      found.push({ rule: 'field-missing', at: place({ column: 27 }), args: { id } });
  const seen = new Set<string>();
  for (const [index, { id, name, value, endedBy, column }] of fields.entries()) {
    const at = place({ column, path: id });
    if (seen.has(id)) found.push({ rule: 'field-twice', at, args: { id } });
    else if (name === undefined) found.push({ rule: 'field-unknown', at, args: { id } });
    seen.add(id);
    const isWhole = value.length === LENGTHS[id];
    if (endedBy === 'separator' && (isWhole || index === fields.length - 1))
      found.push({ rule: 'separator', at, args: { id } });
  }
  const known = ids.filter((id) => LENGTHS[id] !== undefined);
  const late = known.find((id, index) => index > 0 && id < (known[index - 1] ?? ''));
  if (late) found.push({ rule: 'field-order', at: place({ column: 27 }), args: { order: ids.join(' ') } });
  return found;
}

type Content = 'oid' | 'sex' | 'birth-date-form';

function judgeContent(datamatrix: Artifact<'datamatrix'>) {
  const found: RawFinding<Content | Shared | 'name-shape'>[] = [];
  for (const identity of identitiesOfDatamatrix(datamatrix)) {
    const [matricule] = identity.matricules;
    const { sex, birthDate } = identity.traits;
    if (matricule?.oid && !isInsOid(matricule.oid.value))
      found.push({ rule: 'oid', at: placeIn(datamatrix, matricule.oid.at), actual: matricule.oid.value });
    if (sex && !/^[FM]$/.test(sex.value))
      found.push({ rule: 'sex', at: placeIn(datamatrix, sex.at), actual: sex.value });
    if (birthDate && !/^\d\d-\d\d-\d{4}$/.test(birthDate.value))
      found.push({ rule: 'birth-date-form', at: placeIn(datamatrix, birthDate.at), actual: birthDate.value });
    found.push(...shared(identity, datamatrix));
  }
  return found;
}

type Shared = Exclude<IdentityRule, 'sex' | 'ins-c' | 'several-ins' | 'first-given'>;

/** What the shared rules find, but for those that the format itself replaces. Only the alphabet of names is primary. */
function shared(identity: ToldIdentity, datamatrix: Artifact<'datamatrix'>): RawFinding<Shared | 'name-shape'>[] {
  return judgeIdentity(identity, (at) => placeIn(datamatrix, at)).flatMap(({ rule, ...found }) => {
    if (rule === 'sex' || rule === 'ins-c' || rule === 'several-ins' || rule === 'first-given') return [];
    const isShape = rule === 'name-form' && !isAlphabetFault(String(found.args?.fault));
    return [{ rule: isShape ? 'name-shape' : rule, ...found }];
  });
}
