import { defineSetCheck } from '../define.js';
import { judgeBarredExports } from './insi/barred-exports.js';
import { EXPORTS, keptExport } from './insi/exports.js';

/** Nothing is exported of a person whom INSi told with a birth date whose month or day is 00. */
export const insiIncompleteDate = defineSetCheck({
  id: 'ins/insi-incomplete-date',
  on: EXPORTS,
  rules: {
    exported: {
      severity: 'error',
      mark: 'primary',
      clause: "Guide d'implémentation de l'INS, règle 11 (INS/va1.28)",
      samples: null,
    },
  },
  examples: [
    {
      rule: 'exported',
      base: 'insi-barred',
      part: 'cda',
      good: 'extension="152026912399108"',
      bad: 'extension="285076311399048"',
      trips: ['ins/insi-empty-trait', 'ins/document-identity'],
    },
  ],
  keep: keptExport,
  run: (kept, context) =>
    judgeBarredExports(
      kept,
      context,
      ({ bars }) => bars.includes('DateNaissance'),
      () => 'exported',
    ),
});
