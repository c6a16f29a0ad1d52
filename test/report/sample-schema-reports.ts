import type { SchemaInfo } from '../../src/packs/schematron/outcome.js';
import type { ReportedSchema, SchemaReports } from '../../src/report/report.js';

const place = { file: 'schematrons/profils/IHE.sch', line: 3, column: 1 };
const none = { id: undefined, role: undefined, flag: undefined };

export function sampleSchema(fields: Partial<SchemaInfo> = {}): SchemaInfo {
  return {
    id: 'IHE',
    path: 'schematrons/profils/IHE.sch',
    title: 'Profil d’essai',
    version: '1.0',
    phase: 'IHE',
    namespaces: { cda: 'urn:hl7-org:v3' },
    patterns: [
      { id: 'first', name: 'Premier motif' },
      { id: 'silent', name: '' },
      { id: undefined, name: 'Dernier' },
    ],
    rules: [
      { ...none, pattern: 0, id: 'entete', context: 'cda:ClinicalDocument', place },
      { ...none, pattern: 2, context: 'cda:code', role: 'error', flag: 'code', place },
    ],
    assertions: [
      {
        ...none,
        rule: 0,
        kind: 'assert',
        id: 'a1',
        test: 'cda:code and count(cda:id) < 2',
        role: 'error',
        place,
        documents: [],
      },
      { ...none, rule: 0, kind: 'report', test: 'cda:title', role: 'info', place, documents: [] },
      { ...none, rule: 1, kind: 'assert', test: "@code = 'é&<>\"'", flag: 'code', place, documents: [] },
    ],
    defects: [],
    missing: [],
    unresolved: [],
    ...fields,
  };
}

export const ROOT = "/*:ClinicalDocument[namespace-uri()='urn:hl7-org:v3'][1]";

export function sampleSchemaReport(fields: Partial<ReportedSchema> = {}): ReportedSchema {
  return {
    artifact: 'cda/un.xml',
    schema: 'schematrons/profils/IHE.sch',
    fired: [0, 1, 1],
    results: [
      { assertion: 0, firing: 0, location: ROOT, line: 2, column: 1, text: 'Le code manque.' },
      { assertion: 1, firing: 0, location: ROOT, line: 2, column: 1, text: 'Un titre est donné.' },
      {
        assertion: 2,
        firing: 2,
        location: `${ROOT}/*:code[namespace-uri()='urn:hl7-org:v3'][2]`,
        line: 5,
        column: 3,
        text: 'Code inconnu.',
      },
    ],
    failures: [],
    ...fields,
  };
}

export function sampleSchemaReports(
  reports: readonly ReportedSchema[] = [sampleSchemaReport()],
  schema = sampleSchema(),
): SchemaReports {
  return { schemas: new Map([[schema.path, schema]]), reports };
}
