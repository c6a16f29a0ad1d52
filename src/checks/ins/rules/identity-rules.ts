import { birthDateFault } from '../../../identity/birth-date.js';
import { isCogForm, UNKNOWN_BIRTH_PLACE } from '../../../identity/birth-place.js';
import { startsList } from '../../../identity/compare-traits.js';
import { matriculeFault, matriculeOddities } from '../../../identity/matricule.js';
import { nameFault } from '../../../identity/name-form.js';
import { authorityOf, bareOid, isInsOid, isTestOid } from '../../../identity/oids.js';
import { sexOf } from '../../../identity/traits.js';
import type { Place, RawFinding, Rule } from '../../define.js';
import { everyIns } from '../../identities/current-ins.js';
import type { ToldIdentity, ToldMatricule } from '../../identities/told-identity.js';

/** The rules that an identity with an INS obeys in every encoding. */
export const IDENTITY_RULES = [
  'matricule-form',
  'matricule-key',
  'matricule-key-test',
  'matricule-unusual',
  'ins-c',
  'several-ins',
  'name-form',
  'first-given',
  'sex',
  'birth-date',
  'birth-place',
  'birth-place-unknown',
] as const;

export type IdentityRule = (typeof IDENTITY_RULES)[number];

type Found = RawFinding<IdentityRule>;

const GUIDE = "Guide d'implémentation de l'INS";

const BASE: Readonly<Record<IdentityRule, Omit<Rule, 'samples'>>> = {
  'matricule-form': { severity: 'error', mark: 'primary', clause: 'Décret 82-103 art. 4 ; INSi, type du matricule' },
  'matricule-key': {
    severity: 'error',
    mark: 'primary',
    clause: `${GUIDE}, règle 17 (INS/va1.41) ; décret 82-103 art. 4`,
  },
  'matricule-key-test': { severity: 'warning', mark: 'primary', clause: `${GUIDE}, règle 17 (INS/va1.41)` },
  'matricule-unusual': { severity: 'warning', mark: 'second-hand', clause: 'Décret 82-103 art. 4' },
  'ins-c': { severity: 'warning', mark: 'primary', clause: "ANS, liste des OID des autorités d'affectation des INS" },
  'several-ins': {
    severity: 'error',
    mark: 'primary',
    clause: 'FR Core, fr-core-2 ; référentiel INS : un matricule et son OID par identité',
  },
  'name-form': { severity: 'warning', mark: 'primary', clause: `${GUIDE}, règle 1 (INS/va1.56)` },
  'first-given': { severity: 'warning', mark: 'primary', clause: `${GUIDE}, règle 6 (INS/va1.51)` },
  sex: { severity: 'error', mark: 'primary', clause: 'Modèle des objets de santé, Personne prise en charge' },
  'birth-date': { severity: 'error', mark: 'primary', clause: `${GUIDE}, règle 11 (INS/va1.28)` },
  'birth-place': { severity: 'error', mark: 'primary', clause: `${GUIDE}, règle 5 (INS/va1.21) ; INSi, LieuNaissance` },
  'birth-place-unknown': { severity: 'warning', mark: 'primary', clause: `${GUIDE}, règle 5 (INS/va1.21)` },
};

/**
 * The rules of an identity for one encoding.
 * @param own severity and record on the official samples, rule by rule, of this encoding.
 */
export function identityRules<R extends IdentityRule>(
  names: readonly R[],
  own: Partial<Readonly<Record<R, Partial<Rule>>>> = {},
): Record<R, Rule> {
  const rules = names.map((name): [R, Rule] => [name, { samples: null, ...BASE[name], ...own[name] }]);
  return Object.fromEntries(rules) as Record<R, Rule>;
}

/** What is wrong in an identity that carries an INS; nothing for one that carries none. `place` makes a finding's place of a location. */
export function judgeIdentity(identity: ToldIdentity, place: (at: ToldIdentity['at']) => Place): Found[] {
  const current = identity.matricules.filter((each) => !each.former);
  const ins = everyIns(identity);
  const found: Found[] = current.flatMap((each) => judgeMatricule(each, place));
  const second = ins.find(({ value }) => value !== ins[0]?.value);
  if (second) found.push({ rule: 'several-ins', at: place(second.at), actual: second.value });
  if (ins.length > 0) found.push(...judgeTraits(identity, place));
  return found;
}

/** A matricule by itself: its form, its key by the severity of its OID, what is rare in it. */
export function judgeMatricule({ value, oid, at }: ToldMatricule, place: (at: ToldIdentity['at']) => Place): Found[] {
  const bare = bareOid(oid?.value ?? '');
  // A mailbox is written in any case.
  const matricule = oid === undefined ? value.toUpperCase() : value;
  const authority = authorityOf(bare);
  if (authority?.nature === 'INS-C') return [{ rule: 'ins-c', at: place(oid?.at ?? at), args: { oid: bare } }];
  if (oid !== undefined && !isInsOid(bare)) return [];
  const fault = matriculeFault(matricule);
  const odd = matriculeOddities(matricule).map(
    (part): Found => ({
      rule: 'matricule-unusual',
      at: place(at),
      args: { part },
      actual: value,
    }),
  );
  if (fault === undefined) return odd;
  if (fault !== 'key')
    return [{ rule: 'matricule-form', at: place(at), args: { fault, length: value.length }, actual: value }];
  // Official samples under the OIDs of test have wrong keys; a mailbox tells no OID.
  const rule = oid === undefined || isTestOid(bare) ? 'matricule-key-test' : 'matricule-key';
  return [{ rule, at: place(at), args: { oid: bare }, actual: value }, ...odd];
}

/** The traits that go with an INS, where they are told: what is absent is for the encoding to ask for. */
function judgeTraits(identity: ToldIdentity, place: (at: ToldIdentity['at']) => Place): Found[] {
  const found: Found[] = [];
  const { traits } = identity;
  for (const [trait, kind] of [
    ['birthName', 'birth-name'],
    ['firstGiven', 'given'],
    ['givenList', 'given'],
  ] as const) {
    const told = traits[trait];
    const fault = told && nameFault(told.value, kind);
    if (told && fault)
      found.push({ rule: 'name-form', at: place(told.at), args: { trait, fault }, actual: told.value });
  }
  const { firstGiven, givenList, sex, birthDate, birthPlace } = traits;
  if (firstGiven && givenList && !startsList(firstGiven.value, givenList.value))
    found.push({
      rule: 'first-given',
      at: place(firstGiven.at),
      args: { list: givenList.value },
      actual: firstGiven.value,
    });
  if (sex && !['F', 'M'].includes(sexOf(sex.value) ?? ''))
    found.push({ rule: 'sex', at: place(sex.at), actual: sex.value });
  const fault = birthDate && birthDateFault(birthDate.value);
  if (birthDate && fault)
    found.push({ rule: 'birth-date', at: place(birthDate.at), args: { fault }, actual: birthDate.value });
  if (birthPlace && !isCogForm(birthPlace.value))
    found.push({
      rule: 'birth-place',
      at: place(birthPlace.at),
      args: { length: birthPlace.value.length },
      actual: birthPlace.value,
    });
  if (birthPlace?.value === UNKNOWN_BIRTH_PLACE)
    found.push({ rule: 'birth-place-unknown', at: place(birthPlace.at), actual: birthPlace.value });
  return found;
}
