import { defineSetCheck } from '../define.js';
import { judgeBarredExports } from './insi/barred-exports.js';
import { EXPORTS, keptExport } from './insi/exports.js';

const CLAUSE = "Guide d'implémentation de l'INS, règle 12 (INS/va1.31)";

/** Nothing is exported of a person whom INSi told without birth name, given names or sex. */
export const insiEmptyTrait = defineSetCheck({
  id: 'ins/insi-empty-trait',
  on: EXPORTS,
  rules: {
    exported: { severity: 'error', mark: 'primary', clause: CLAUSE, samples: null },
    // INSi itself answered without the list, and the DMP took the person, in the examples of 2021.
    'no-given-list': {
      severity: 'warning',
      mark: 'primary',
      clause: CLAUSE,
      samples: { broken: 1, of: 1, corpus: 'DMP_LPS Exemple de messages v02.05.00, 1 réponse WS_INS2' },
    },
  },
  examples: [
    {
      rule: 'exported',
      base: 'insi-barred',
      part: 'cda',
      good: 'extension="152026912399108"',
      bad: 'extension="285076311399048"',
      trips: ['ins/insi-incomplete-date', 'ins/document-identity'],
    },
    { rule: 'no-given-list', base: 'insi-export', part: 'response', good: 'CAMILLE LOUISE ANNE', bad: '' },
  ],
  keep: keptExport,
  run: (kept, context) =>
    judgeBarredExports(
      kept,
      context,
      ({ bars }) => bars.some((element) => element !== 'DateNaissance'),
      ({ isMinor }) => (isMinor ? 'no-given-list' : 'exported'),
    ),
});
