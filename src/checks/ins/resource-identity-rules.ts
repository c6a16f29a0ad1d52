import type { Rule } from '../define.js';
import { type IdentityRule, identityRules } from './identity-rules.js';

const SHARED = [
  'matricule-form',
  'matricule-key',
  'matricule-key-test',
  'matricule-unusual',
  'ins-c',
  'several-ins',
  'name-form',
  'first-given',
  'birth-date',
  'birth-place',
  'birth-place-unknown',
] as const satisfies readonly IdentityRule[];

const OWN_NAMES = [
  'identifier-slice',
  'identifier-incomplete',
  'element-missing',
  'trait-missing',
  'official-name',
  'gender',
  'gender-unknown',
  'status-system',
  'status-missing',
  'status-unqualified',
  'validated-without-ins',
  'qualified-without-ins',
  'several-official',
  'attribute-status',
  'attribute-combination',
] as const;

export type ResourceRule = (typeof SHARED)[number] | (typeof OWN_NAMES)[number];

const CORPUS = 'exemples de FR Core, PDSm, PDSm pour le DMP, Cercle de soins, FR Core Document et CDA vers FHIR';

/** What the official examples that a rule applies to gave. */
function measured(broken: number, of: number): Rule['samples'] {
  return { broken, of, corpus: `${CORPUS}, ${of}` };
}

const PROFILE = 'FR Core, FRCorePatientINSProfile';
const RELIABILITY = 'FR Core, FRCorePatientIdentityReliabilityExtension';

const OWN: Readonly<Record<(typeof OWN_NAMES)[number], Rule>> = {
  'identifier-slice': {
    severity: 'error',
    mark: 'primary',
    clause: `${PROFILE}, tranches d'identifier`,
    samples: measured(0, 0),
  },
  'identifier-incomplete': {
    severity: 'warning',
    mark: 'primary',
    clause: `${PROFILE}, tranches d'identifier`,
    samples: measured(0, 0),
  },
  'element-missing': {
    severity: 'error',
    mark: 'primary',
    clause: `${PROFILE}, cardinalités`,
    samples: measured(0, 0),
  },
  'trait-missing': {
    severity: 'warning',
    mark: 'primary',
    clause: 'Modèle des objets de santé, Personne prise en charge',
    samples: null,
  },
  'official-name': { severity: 'error', mark: 'primary', clause: `${PROFILE}, name`, samples: measured(0, 0) },
  gender: { severity: 'error', mark: 'primary', clause: `${PROFILE}, gender`, samples: measured(0, 0) },
  'gender-unknown': {
    severity: 'warning',
    mark: 'primary',
    clause: 'Modèle des objets de santé, Personne prise en charge',
    samples: measured(0, 0),
  },
  'status-system': {
    severity: 'warning',
    mark: 'primary',
    clause: `${RELIABILITY}, identityStatus`,
    samples: measured(0, 0),
  },
  'status-missing': {
    severity: 'warning',
    mark: 'primary',
    clause: `${RELIABILITY}, identityStatus`,
    samples: measured(0, 0),
  },
  'status-unqualified': {
    severity: 'error',
    mark: 'primary',
    clause: `${PROFILE}, description ; Guide d'implémentation de l'INS, règle 28 (INS/va1.53)`,
    samples: measured(0, 0),
  },
  'validated-without-ins': {
    severity: 'error',
    mark: 'primary',
    clause: `${PROFILE}, fr-core-1`,
    samples: measured(0, 0),
  },
  'qualified-without-ins': {
    severity: 'warning',
    mark: 'second-hand',
    clause: `${PROFILE}, fr-core-1 transposé à QUAL`,
    samples: measured(0, 0),
  },
  'several-official': { severity: 'error', mark: 'primary', clause: `${PROFILE}, fr-core-2`, samples: measured(0, 0) },
  'attribute-status': {
    severity: 'error',
    mark: 'primary',
    clause: `${RELIABILITY}, fr-core-identity-reliability-1 ; RNIV EXI SI 09`,
    samples: measured(0, 0),
  },
  'attribute-combination': {
    severity: 'error',
    mark: 'primary',
    clause: `${RELIABILITY}, fr-core-identity-reliability-2 ; RNIV EXI SI 09`,
    samples: measured(0, 0),
  },
};

export const RESOURCE_IDENTITY_RULES: Readonly<Record<ResourceRule, Rule>> = { ...identityRules(SHARED), ...OWN };
