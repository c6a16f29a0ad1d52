import { matriculeFault } from '../../../identity/matricule.js';
import { traitKey } from '../../../identity/traits.js';
import type { Place, RawFinding, Rule } from '../../define.js';
import { currentIns } from '../../identities/current-ins.js';
import type { ToldIdentity } from '../../identities/told-identity.js';

/** It may be the billing number, which is written the same: then it has an OID of its own too. */
export const MATRICULE_OID: Rule = {
  severity: 'warning',
  mark: 'second-hand',
  clause: "Référentiel INS §5.3.3, le matricule et son OID ; liste des OID des autorités d'affectation des INS",
  samples: null,
};

/** The matricules of an identity without INS that stand among the local identifiers: of right key, and of the patient's birth year and month. */
export function misplacedMatricules(
  identity: ToldIdentity,
  place: (at: ToldIdentity['at']) => Place,
): RawFinding<'matricule-oid'>[] {
  const { localIds, traits } = identity;
  const birth = traits.birthDate && traitKey('birthDate', traits.birthDate.value).slice(2, 6);
  if (birth === undefined || currentIns(identity)) return [];
  return localIds
    .filter(({ value }) => matriculeFault(value) === undefined && value.slice(1, 5) === birth)
    .map(({ value, at, authority }) => ({
      rule: 'matricule-oid',
      at: place(at),
      args: { authority },
      actual: value,
    }));
}
