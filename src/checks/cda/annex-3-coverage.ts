import { defineSetCheck } from '../define.js';
import { documentTypeOf } from './header/document-type.js';

/** Where the vendor lists annex 3: what is missing has no place in an artifact. */
const MANIFEST = 'segur.yaml';

/** Every document type that annex 3 of the corridor's DSR lists has a document at its level. */
export const annex3Coverage = defineSetCheck({
  id: 'cda/annex-3-coverage',
  on: 'cda',
  rules: {
    missing: {
      severity: 'error',
      mark: 'primary',
      clause: 'REM vague 2, CDA/DD.08 ; DSR du couloir, annexe 3',
      samples: null,
    },
  },
  examples: [
    {
      rule: 'missing',
      base: 'cda-n1',
      part: 'cda',
      good: '<code code="11488-4"',
      bad: '<code code="34112-3"',
      trips: ['cda/annex-3-type'],
    },
  ],
  keep: ({ content }) => keyOf(documentTypeOf(content)),
  run(types, { annex3 }) {
    if (!annex3) return { evaluated: 0, findings: [] };
    const given = new Set(types);
    const missing = annex3.filter((each) => !given.has(keyOf(each)));
    return {
      evaluated: annex3.length,
      findings: missing.map(({ code, level }) => ({
        rule: 'missing' as const,
        at: { artifact: MANIFEST, path: '/annex-3' },
        args: { code, level },
      })),
    };
  },
});

function keyOf(type: { code: string; level: string } | undefined): string {
  return type ? `${type.code} ${type.level}` : '';
}
