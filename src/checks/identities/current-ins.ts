import { isInsOid } from '../../identity/oids.js';
import type { ToldIdentity, ToldMatricule } from './told-identity.js';

/** The INS that an identity carries: what stands under an OID of the INS and is not told as a former one. More than one is a fault. */
export function everyIns({ matricules }: ToldIdentity): ToldMatricule[] {
  return matricules.filter(({ oid, former }) => !former && isInsOid(oid?.value));
}

/** The first of them. */
export function currentIns(identity: ToldIdentity): ToldMatricule | undefined {
  return everyIns(identity)[0];
}
