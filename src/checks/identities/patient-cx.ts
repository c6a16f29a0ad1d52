import type { Location } from '../../artifacts/location.js';
import { authorityOf } from '../../identity/oids.js';
import type { ToldIdentity } from './told-identity.js';

/** An identifier of a patient in the HL7 data type CX, as XDS and the VIHF write it: `<id>^^^&<OID>&ISO^<type>`. */
export interface PatientCx {
  readonly id: string;
  /** Namespace of the authority, that XDS leaves empty. */
  readonly namespace: string;
  readonly oid: string;
  /** `ISO`. */
  readonly oidType: string;
  /** `NH` for the INS, `PI` for a local identifier. */
  readonly type: string;
}

/** Reads a CX; what it does not tell is empty. */
export function readPatientCx(value: string): PatientCx {
  const [id = '', , , authority = '', type = ''] = value.trim().split('^', 5);
  const [namespace = '', oid = '', oidType = ''] = authority.split('&', 3);
  return { id: id.trim(), namespace, oid: oid.trim(), oidType, type };
}

/** Where an identifier belongs in an identity: a matricule under a national authority, or without any; else a local identifier. */
export function toldId(id: string, oid: string, at: Location): Pick<ToldIdentity, 'matricules' | 'localIds'> {
  if (id === '') return { matricules: [], localIds: [] };
  if (oid !== '' && !authorityOf(oid)) return { matricules: [], localIds: [{ value: id, authority: oid, at }] };
  return { matricules: [{ value: id, at, oid: oid === '' ? undefined : { value: oid, at } }], localIds: [] };
}
