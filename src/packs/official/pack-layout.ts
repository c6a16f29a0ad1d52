/** Where a pack such as the ANS publishes keeps its rules. */
export const XSD = 'infrastructure/cda/CDA_extended.xsd';

/** Profiles that every document is judged by, and those whose rules are about parts that few documents have. */
const STRUCTURE = /^schematrons\/profils\/structurationMinimale\/[^/]+\.sch$/;
export const PROFILES = /^schematrons\/profils\/(?:[^/]+|terminologies\/schematron\/[^/]+)\.sch$/;
const MODELS = /^schematrons\/CI-SIS_[^/]+\.sch$/;

/** The schemas that every document is judged by. */
export function commonSchemas(paths: readonly string[]): string[] {
  return paths.filter((path) => STRUCTURE.test(path) || PROFILES.test(path));
}

/** What is said of the models that a document claims. */
export function voletCheck(pack: string): string {
  return `${pack}/volet`;
}

/** The check that a schema of a pack is: `PACK/SCHEMA`, its file name without extension. */
export function checkOfSchema(pack: string, path: string): string {
  return `${pack}/${schemaName(path)}`;
}

export function schemaName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

/** Every check that the rules of a pack may run. */
export function officialChecks(pack: string, paths: readonly string[]): string[] {
  return [...[XSD, ...commonSchemas(paths)].map((path) => checkOfSchema(pack, path)), ...modelChecks(pack, paths)];
}

/** Those that depend on the models that a document claims. */
export function modelChecks(pack: string, paths: readonly string[]): string[] {
  return [...paths.filter((path) => MODELS.test(path)).map((path) => checkOfSchema(pack, path)), voletCheck(pack)];
}
