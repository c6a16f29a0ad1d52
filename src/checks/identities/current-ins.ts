import { bareOid, isInsOid } from '../../identity/oids.js';
import type { ToldIdentity, ToldMatricule } from './told-identity.js';

/** The INS that an identity carries now: the first under an OID of the INS that is not told as a former one. */
export function currentIns({ matricules }: ToldIdentity): ToldMatricule | undefined {
  return matricules.find(({ oid, former }) => !former && oid !== undefined && isInsOid(bareOid(oid.value)));
}
