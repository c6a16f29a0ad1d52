import type { Location } from '../../artifacts/location.js';
import { isInsOid } from '../../identity/oids.js';
import type { TraitName, Traits } from '../../identity/traits.js';

/** A value as written, and where it stands. What stands in another file than the artifact itself, e.g. METADATA.XML, has a `Place`, which `placeIn` keeps. */
export interface Told {
  readonly value: string;
  readonly at: Location;
}

/** A matricule, or another national identifier, with the OID of its authority where it is written. */
export interface ToldMatricule extends Told {
  readonly oid: Told | undefined;
  /** It is told as one that the person had, and has no more (INSHISTO, FHIR `use: old`). */
  readonly former?: boolean;
}

/** How many national identifiers, local ones, and different answers of INSi, are kept of one patient: far above what exists, since what is read may be hostile. */
export const LONGEST_LIST = 50;

/** What one place of an artifact tells of a patient's identity: a recordTarget, a PID segment, a Patient, the metadata of an entry… */
export interface ToldIdentity {
  readonly source: IdentitySource;
  readonly at: Location;
  /** Identifiers under an OID of the national authorities (`authorityOf`), or that nothing tells to be local (a patient's mailbox). In order. */
  readonly matricules: readonly ToldMatricule[];
  /** Others, with their authority. */
  readonly localIds: readonly (Told & { readonly authority: string })[];
  /** The traits but for the matricule and its OID. What stands empty is absent. */
  readonly traits: Partial<Readonly<Record<Exclude<TraitName, 'matricule' | 'oid'>, Told>>>;
  /** It is asked about, e.g. in the search of INSi or of the DMP: nobody says yet that such a person exists. */
  readonly asked?: boolean;
}

/** The traits that stand somewhere. */
export function presentTraits(
  traits: {
    readonly [T in keyof ToldIdentity['traits']]: Told | undefined;
  },
): ToldIdentity['traits'] {
  return Object.fromEntries(Object.entries(traits).filter(([, told]) => told !== undefined));
}

/** A patient told by a matricule alone. */
export function toldByMatricule(source: IdentitySource, matricule: ToldMatricule): ToldIdentity {
  return { source, at: matricule.at, matricules: [matricule], localIds: [], traits: {} };
}

/** Where identities stand. */
export type IdentitySource =
  | 'cda'
  | 'hl7v2'
  | 'fhir'
  | 'xds'
  | 'vihf'
  | 'insi'
  | 'dmp-query'
  | 'mailbox'
  | 'datamatrix'
  | 'log'
  | 'http';

/** The identity alone, without its places. Of several identifiers, the first INS that is not a former one; a mailbox tells no OID. */
export function traitsOf({ matricules, traits }: ToldIdentity): Traits {
  const current = matricules.find(({ oid, former }) => !former && (oid === undefined || isInsOid(oid.value)));
  return {
    ...(current && { matricule: current.value, ...(current.oid && { oid: current.oid.value }) }),
    ...Object.fromEntries(Object.entries(traits).map(([trait, { value }]) => [trait, value])),
  };
}

/** Names a local identifier under its authority. */
export function keyOfLocalId({ authority, value }: ToldIdentity['localIds'][number]): string {
  return JSON.stringify([authority, value]);
}
