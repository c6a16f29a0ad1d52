import { authorityOf, bareOid, isInsOid, isTestOid } from '../../identity/oids.js';
import { traitKey } from '../../identity/traits.js';
import { type CheckContext, placeIn } from '../context.js';
import { defineSetCheck, type Example, type RawFinding, type Rule } from '../define.js';
import { type LinkedIdentities, linkedIdentities, TELLING_KINDS } from '../identities/linked-identities.js';
import type { ToldMatricule } from '../identities/told-identity.js';

const REAL: Omit<Rule, 'severity'> = {
  mark: 'primary',
  clause:
    "ANS, liste des OID des autorités d'affectation des INS : .8 et .9 en production, .10 en test, .11 en démonstration",
  // Fictitious persons, all the same: their matricules have wrong keys, or are those of the test sets of the ANS.
  samples: {
    broken: 40,
    of: 269,
    corpus: 'TestContenuCDA-3-0, 94 CDA ; interop-exemples-xdm, 110 archives ; hl7V2-exemples, 65 messages',
  },
};

/** The examples of both rules: what tells them apart is an option of the command. */
const UNDER_PRODUCTION: Omit<Example, 'rule'> = {
  base: 'cda-n1',
  part: 'cda',
  good: '<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>',
  bad: '<id root="1.2.250.1.213.1.4.8" extension="285076311399048"/>',
  trips: ['ins/one-identity'],
};

/**
 * A dossier of tests holds no real patient: a matricule under an OID of production is one, until the vendor says that it is nobody's. A dossier of
 * production holds no other: a matricule under an OID of test or of demonstration got there by mistake.
 */
export const productionIdentity = defineSetCheck({
  id: 'ins/production-identity',
  on: TELLING_KINDS,
  rules: {
    production: { ...REAL, severity: 'warning' },
    denied: { ...REAL, severity: 'error' },
    'test-identity': { ...REAL, severity: 'warning', samples: null },
  },
  examples: [
    { rule: 'production', ...UNDER_PRODUCTION },
    { rule: 'denied', ...UNDER_PRODUCTION },
    {
      rule: 'test-identity',
      base: 'cda-unqualified',
      part: 'cda',
      good: '<id root="2.999.1.1" extension="10004"/>',
      bad: '<id root="1.2.250.1.213.1.4.10" extension="171041305599142"/>',
      trips: ['ins/one-identity', 'ins/unqualified-document'],
    },
  ],
  keep: linkedIdentities,
  run(kept, context) {
    const inProduction = context.environment === 'production';
    const rule = inProduction ? 'test-identity' : context.denyProductionIdentities ? 'denied' : 'production';
    const isFictitious = fictitious(context);
    const told = kept.flatMap((artifact) => matriculesOf(artifact).map((matricule) => ({ artifact, matricule })));
    const findings: RawFinding<typeof rule>[] = told
      .filter(({ artifact, matricule }) =>
        inProduction ? isTestOid(matricule.oid?.value) : isReal(matricule) && !isFictitious(artifact, matricule),
      )
      .map(({ artifact, matricule: { value, oid, at } }) => ({
        rule,
        at: placeIn(artifact, at),
        args: { oid: bareOid(oid?.value ?? ''), ...declaredAs(context, artifact, value) },
        actual: value,
      }));
    return { evaluated: told.length, findings };
  },
});

/** The matricules under the OID of an INS in an artifact, each where it stands first. */
function matriculesOf({ parts }: LinkedIdentities): ToldMatricule[] {
  const found = new Map<string, ToldMatricule>();
  for (const each of parts.flatMap(({ identities }) => identities.flatMap(({ matricules }) => matricules))) {
    const key = `${bareOid(each.oid?.value ?? '')} ${each.value}`;
    if (isInsOid(each.oid?.value) && !found.has(key)) found.set(key, each);
  }
  return [...found.values()];
}

function isReal({ oid }: ToldMatricule): boolean {
  return authorityOf(oid?.value)?.use === 'production';
}

/** The patient of the manifest whose declaration is to be completed: the one of this matricule, else of this artifact if no matricule is declared. */
function declaredAs(
  { patients }: CheckContext,
  { patient }: LinkedIdentities,
  matricule: string,
): { readonly patient: string } | undefined {
  const key = traitKey('matricule', matricule);
  const own =
    patients.find((each) => each.matricule !== undefined && traitKey('matricule', each.matricule) === key) ??
    patients.find((each) => each.matricule === undefined && each.id === patient);
  return own && { patient: own.id };
}

/** By the matricule that the vendor declares, wherever it stands; without any, in what is declared for the patient. */
function fictitious({ patients }: CheckContext): (artifact: LinkedIdentities, matricule: ToldMatricule) => boolean {
  const nobody = patients.filter((patient) => patient.fictitious);
  const matricules = new Set(nobody.flatMap(({ matricule }) => (matricule ? [traitKey('matricule', matricule)] : [])));
  const ids = new Set(nobody.filter(({ matricule }) => !matricule).map(({ id }) => id));
  return ({ patient }, { value }) => matricules.has(traitKey('matricule', value)) || ids.has(patient ?? '');
}
