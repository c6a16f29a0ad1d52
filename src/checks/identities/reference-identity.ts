import { birthDateMeant } from '../../identity/birth-date.js';
import { UNKNOWN_BIRTH_PLACE } from '../../identity/birth-place.js';
import { hasMatriculeForm } from '../../identity/matricule.js';
import { authorityOf, isInsOid, isTestOid } from '../../identity/oids.js';
import { TRAITS, type TraitName, traitKey } from '../../identity/traits.js';
import { type DeclaredPatient, declaredTraits, placeIn } from '../context.js';
import type { Place } from '../define.js';
import type { IdentityPlace } from './patients-of.js';
import type { IdentitySource, Told, ToldIdentity, ToldMatricule } from './told-identity.js';

/** An identity with the place of each trait; one that is declared has none. */
export type ReferenceIdentity = Partial<
  Readonly<Record<TraitName, { readonly value: string; readonly at?: Partial<Place> }>>
>;

/** Whom to believe when as many say one thing as another: the service of reference first, then what a software writes, copies last. */
const AUTHORITY: readonly IdentitySource[] = [
  'insi',
  'cda',
  'hl7v2',
  'fhir',
  'xds',
  'vihf',
  'dmp-query',
  'mailbox',
  'datamatrix',
  'log',
  'http',
];

interface Candidate {
  value: string;
  artifact: IdentityPlace['artifact'];
  at: Told['at'];
  rank: number;
  readonly artifacts: Set<string>;
  count: number;
}

/**
 * The identity of a patient: each trait as it is declared, else as most artifacts tell it; of as many, as most places do, then as the most
 * authoritative source does, then as the first one does.
 */
export function referenceIdentity(
  declared: DeclaredPatient | undefined,
  places: readonly IdentityPlace[],
): ReferenceIdentity {
  const candidates = new Map<TraitName, Map<string, Candidate>>(TRAITS.map((trait) => [trait, new Map()]));
  for (const { artifact, identity } of places) {
    const rank = AUTHORITY.indexOf(identity.source);
    for (const [trait, { value, at }] of toldTraits(identity)) {
      const key = keyOf(trait, value);
      // What is not known says nothing.
      if (key === UNKNOWN_BIRTH_PLACE && trait === 'birthPlace') continue;
      const same = candidates.get(trait);
      const known = same?.get(key);
      if (!known) {
        same?.set(key, { value, artifact, at, rank, artifacts: new Set([artifact.path]), count: 1 });
        continue;
      }
      known.artifacts.add(artifact.path);
      known.count++;
      if (rank < known.rank) Object.assign(known, { value, artifact, at, rank });
    }
  }
  const found = TRAITS.flatMap((trait) => {
    const best = [...(candidates.get(trait)?.values() ?? [])].reduce<Candidate | undefined>(
      (most, each) => (most && !isBetter(each, most) ? most : each),
      undefined,
    );
    return best ? [[trait, { value: best.value, at: placeIn(best.artifact, best.at) }] as const] : [];
  });
  const given = Object.entries(declared ? declaredTraits(declared) : {}).map(
    ([trait, value]) => [trait, { value }] as const,
  );
  return Object.fromEntries([...found, ...given]);
}

function isBetter(one: Candidate, other: Candidate): boolean {
  if (one.artifacts.size !== other.artifacts.size) return one.artifacts.size > other.artifacts.size;
  if (one.count !== other.count) return one.count > other.count;
  return one.rank < other.rank;
}

function keyOf(trait: TraitName, value: string): string {
  const key = traitKey(trait, value);
  return trait === 'birthDate' ? birthDateMeant(key) : key;
}

/**
 * The traits that an identity tells, and where. Who only asks does not say who the person is, but names a matricule.
 * @param like the matricule to prefer, where it tells several.
 */
export function toldTraits({ matricules, traits, asked }: ToldIdentity, like?: string): [TraitName, Told][] {
  const current = likelyIns(matricules);
  const ins = current.find(({ value }) => traitKey('matricule', value) === like) ?? current[0];
  const rest = asked
    ? []
    : TRAITS.flatMap((trait) => (trait === 'matricule' || trait === 'oid' ? [] : told(trait, traits[trait])));
  return [...told('matricule', ins), ...told('oid', ins?.oid), ...rest];
}

function told(trait: TraitName, value: Told | undefined): [TraitName, Told][] {
  return value ? [[trait, value]] : [];
}

/** The matricules that are the person's now: an INS-C and a billing number are none; a mailbox tells no OID, and a test has some that are no matricule. */
export function likelyIns(matricules: readonly ToldMatricule[]): ToldMatricule[] {
  return matricules.filter(
    ({ value, oid, former }) => !former && (oid ? isInsOid(oid.value) : hasMatriculeForm(value)),
  );
}

/**
 * Places without the OID of production that INSi gives to the fictitious persons of its qualification platform, where others have them under
 * an OID of test, as they must.
 */
export function withoutInsiOids(
  places: readonly IdentityPlace[],
  declared: DeclaredPatient | undefined,
): readonly IdentityPlace[] {
  const oids = [declared?.oid, ...places.flatMap(({ identity }) => identity.matricules.map(({ oid }) => oid?.value))];
  if (!oids.some((oid) => isTestOid(oid))) return places;
  return places.map((place) => {
    const { identity } = place;
    if (identity.source !== 'insi') return place;
    const matricules = identity.matricules.map((each) =>
      authorityOf(each.oid?.value)?.use === 'production' ? { ...each, oid: undefined } : each,
    );
    return { ...place, identity: { ...identity, matricules } };
  });
}
