import { createHash } from 'node:crypto';
import type { Severity } from '../../checks/define.js';
import type { AssertionInfo, SchemaInfo } from '../schematron/outcome.js';
import { at } from './schema-report.js';

type Assertions = Readonly<Record<string, readonly string[]>>;

/**
 * Assertions that official samples of the same pack break, by schema and fingerprint: an error needs a clean record on them, so these are warnings.
 * The samples and the reasons stand in `docs/official-rules.md`. A rule that changes has another fingerprint, and is an error again.
 */
const BROKEN_BY_SAMPLES: Assertions = {
  // Value set of the authors' professions: CANCER-FRCP_2022.01 (2 samples), TLM-DA_2022.01 (3).
  'CI-SIS_ModelesDeContenusCDA': ['d38c43e6029e687a'],
  // Qualifiers of a patient's family name: eDISP-MED_2024.01.
  'ASIP-STRUCT-MIN-StrucMin': ['950f5f1f41cfbcb2'],
};

/** The same, where a sample does not say which version it follows, so that it may be one of another. */
const BROKEN_WITHOUT_VERSION: Assertions = {
  // Sections of the first level: BIO-CR-BIO_2024.01_TSH_1 and _TSH_2, named after 2024.
  'CI-SIS_BIO-CR-BIO_2021.01': ['03ec515110a96335'],
  // Code and sections: the catalogue 01_Modèles_contenus_CDA, which claims to be a VSM.
  'CI-SIS_VSM_1.4_2022.01': ['5ccbcb2e6872a22f', '229067542dd45f7d', '2121dbe0c086f73d', '05b8a7119ce6a43b'],
};

/** ISO Schematron leaves `role` free: the words of the official rules, none meaning an error. */
const ROLES: ReadonlyMap<string, Severity> = new Map([
  ['warning', 'warning'],
  ['warn', 'warning'],
  ['info', 'info'],
  ['information', 'info'],
]);

/**
 * How serious it is that an assertion fails. The role of an assertion goes before its rule's.
 * @param unversioned the document does not say which version of the schema's model it follows.
 */
export function severityOf(info: SchemaInfo, rank: number, unversioned: boolean): Severity {
  const assertion = at(info.assertions, rank);
  const role = assertion.role ?? info.rules[assertion.rule]?.role;
  const severity = ROLES.get(role?.toLowerCase() ?? '') ?? 'error';
  if (severity !== 'error') return severity;
  const tables = unversioned ? [BROKEN_BY_SAMPLES, BROKEN_WITHOUT_VERSION] : [BROKEN_BY_SAMPLES];
  const broken = tables.flatMap((table) => (Object.hasOwn(table, info.id) ? (table[info.id] ?? []) : []));
  return broken.length > 0 && broken.includes(fingerprintOf(info, assertion)) ? 'warning' : 'error';
}

/** Names an assertion whatever its place in the pack: by the context of its rule and its test. */
export function fingerprintOf(info: SchemaInfo, { rule, kind, test }: AssertionInfo): string {
  const words = [kind, info.rules[rule]?.context ?? '', test].map((each) => each.replace(/\s+/g, ' ').trim());
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16);
}
