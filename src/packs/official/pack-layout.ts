import { byCodeUnit } from '../../artifacts/by-code-unit.js';
import { fileStem } from '../pack-files.js';

/** Where a pack such as the ANS publishes keeps its rules. */
export const XSD = 'infrastructure/cda/CDA_extended.xsd';

/** Profiles that every document is judged by, and those whose rules are about parts that few documents have. */
const STRUCTURE = /^schematrons\/profils\/structurationMinimale\/[^/]+\.sch$/;
export const PROFILES = /^schematrons\/profils\/(?:[^/]+|terminologies\/schematron\/[^/]+)\.sch$/;
const MODELS = /^schematrons\/CI-SIS_[^/]+\.sch$/;

/** The profiles that the ANS publishes, as the official tool runs them: a pack that lacks one is not whole. */
const PUBLISHED = [
  'schematrons/profils/CI-SIS_ModelesDeContenusCDA.sch',
  'schematrons/profils/CI-SIS_Modeles_ANS.sch',
  'schematrons/profils/IHE.sch',
  'schematrons/profils/structurationMinimale/ASIP-STRUCT-MIN-StrucMin.sch',
  'schematrons/profils/terminologies/schematron/terminologie.sch',
];

/** The schemas that every document is judged by: those that are there, and those that should be. */
export function commonSchemas(paths: readonly string[]): string[] {
  const found = paths.filter((path) => STRUCTURE.test(path) || PROFILES.test(path));
  return [...new Set([...found, ...PUBLISHED])].sort(byCodeUnit);
}

/** The pack that a check is from, by its prefix, if it is from this one. */
export function packOfCheck(check: string, pack: string | undefined): string | undefined {
  return pack !== undefined && check.startsWith(`${pack}/`) ? pack : undefined;
}

/** What is said of the models that a document claims. */
export function voletCheck(pack: string): string {
  return `${pack}/volet`;
}

/** The check that a schema of a pack is: `PACK/SCHEMA`, its file name without extension. */
export function checkOfSchema(pack: string, path: string): string {
  return `${pack}/${fileStem(path)}`;
}

/** Every check that the rules of a pack may run. */
export function officialChecks(pack: string, paths: readonly string[]): string[] {
  return [...[XSD, ...commonSchemas(paths)].map((path) => checkOfSchema(pack, path)), ...modelChecks(pack, paths)];
}

/** Those that depend on the models that a document claims. */
export function modelChecks(pack: string, paths: readonly string[]): string[] {
  return [...paths.filter((path) => MODELS.test(path)).map((path) => checkOfSchema(pack, path)), voletCheck(pack)];
}
