import type { Rule } from '../../define.js';
import { type IdentityRule, identityRules } from '../rules/identity-rules.js';

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
  'sex',
  'sex-unknown',
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

/** What 16 published examples gave: those of FR Core by hand from their source, the others as they stand. Placeholders for matricules fail the key. */
const CORPUS =
  'exemples de FR Core, PDSm, PDSm pour le DMP, Cercle de soins, FR Core Document, CDA vers FHIR et socle EDS, 16 fichiers';

function measured(broken: number, of: number): Rule['samples'] {
  return { broken, of, corpus: CORPUS };
}

const PROFILE = 'FR Core, FRCorePatientINSProfile';
const RELIABILITY = 'FR Core, FRCorePatientIdentityReliabilityExtension';

const OWN: Readonly<Record<(typeof OWN_NAMES)[number], Rule>> = {
  'identifier-slice': {
    severity: 'error',
    mark: 'primary',
    clause: `${PROFILE}, tranches d'identifier`,
    samples: measured(0, 15),
  },
  'identifier-incomplete': {
    severity: 'warning',
    mark: 'primary',
    clause: `${PROFILE}, tranches d'identifier`,
    samples: measured(1, 8),
  },
  'element-missing': {
    severity: 'error',
    mark: 'primary',
    clause: `${PROFILE}, cardinalités`,
    samples: measured(0, 9),
  },
  'trait-missing': {
    severity: 'warning',
    mark: 'primary',
    clause: 'Modèle des objets de santé, Personne prise en charge',
    samples: measured(1, 1),
  },
  'official-name': { severity: 'error', mark: 'primary', clause: `${PROFILE}, name`, samples: measured(0, 9) },
  sex: { severity: 'error', mark: 'primary', clause: `${PROFILE}, gender`, samples: measured(0, 10) },
  'sex-unknown': {
    severity: 'warning',
    mark: 'primary',
    clause: 'Modèle des objets de santé, Personne prise en charge',
    samples: measured(0, 9),
  },
  'status-system': {
    severity: 'warning',
    mark: 'primary',
    clause: `${RELIABILITY}, identityStatus`,
    samples: measured(1, 9),
  },
  'status-missing': {
    severity: 'warning',
    mark: 'primary',
    clause: `${RELIABILITY}, identityStatus`,
    samples: measured(0, 8),
  },
  'status-unqualified': {
    severity: 'error',
    mark: 'primary',
    clause: `${PROFILE}, description ; Guide d'implémentation de l'INS, règle 28 (INS/va1.53)`,
    samples: measured(0, 8),
  },
  'validated-without-ins': {
    severity: 'error',
    mark: 'primary',
    clause: `${PROFILE}, fr-core-1`,
    samples: measured(0, 6),
  },
  'qualified-without-ins': {
    severity: 'warning',
    mark: 'second-hand',
    clause: `${PROFILE}, fr-core-1 transposé à QUAL`,
    samples: measured(0, 2),
  },
  'several-official': { severity: 'error', mark: 'primary', clause: `${PROFILE}, fr-core-2`, samples: measured(0, 6) },
  'attribute-status': {
    severity: 'error',
    mark: 'primary',
    clause: `${RELIABILITY}, fr-core-identity-reliability-1 ; RNIV EXI SI 09`,
    samples: measured(0, 9),
  },
  'attribute-combination': {
    severity: 'error',
    mark: 'primary',
    clause: `${RELIABILITY}, fr-core-identity-reliability-2 ; RNIV EXI SI 09`,
    samples: measured(0, 9),
  },
};

export const RESOURCE_IDENTITY_RULES: Readonly<Record<ResourceRule, Rule>> = {
  ...identityRules(SHARED, {
    'matricule-form': { samples: measured(1, 15) },
    'matricule-key': { samples: measured(10, 12) },
    'matricule-key-test': { samples: measured(1, 2) },
    'matricule-unusual': { samples: measured(10, 15) },
    'ins-c': { samples: measured(0, 15) },
    'several-ins': { samples: measured(0, 15) },
    'name-form': { samples: measured(6, 8) },
    'first-given': { samples: measured(0, 8) },
    'birth-date': { samples: measured(0, 9) },
    'birth-place': { samples: measured(0, 8) },
    'birth-place-unknown': { samples: measured(0, 8) },
  }),
  ...OWN,
};
