import { isOfDossier } from '../context.js';
import { defineSetCheck, type Place } from '../define.js';
import { foundAt } from '../found.js';

/** Type of a report of laboratory results (volet CR d'examens de biologie médicale). */
const LABORATORY = '11502-2';

/** A laboratory sends reports whose results can be read by software: of those given, one at least is structured. */
export const laboratoryReport = defineSetCheck({
  id: 'mss/laboratory-report',
  on: 'cda',
  rules: {
    'not-structured': {
      severity: 'error',
      mark: 'primary',
      clause: 'REM, MSS/va1.32, MSS/va1.34 (CDA R2 N3) ; CI-SIS, CR d’examens de biologie médicale',
      samples: null,
    },
  },
  examples: [
    {
      rule: 'not-structured',
      base: 'cda-n3',
      part: 'cda',
      good: '<structuredBody>',
      bad: '<nonXMLBody/></component>\n  <component><structuredBody>',
      trips: ['cda/minimal-structure', 'cda/body-n1', 'cda/annex-3-type', 'cda/annex-3-coverage'],
    },
  ],
  keep: (cda) => {
    const { code, body } = cda.content;
    return code?.code === LABORATORY
      ? { at: foundAt(cda, 'not-structured', code.node).at, isStructured: body?.level === 3 }
      : undefined;
  },
  run(kept: readonly ({ at: Place; isStructured: boolean } | undefined)[], context) {
    // Elsewhere a report may well be of another kind, or have its results in another document.
    if (!isOfDossier(context)) return { evaluated: 0, findings: [], applies: false };
    const reports = kept.filter((each) => each !== undefined);
    const [first] = reports;
    if (!first) return { evaluated: 0, findings: [], needs: [{ code: 'need/laboratory-report' }] };
    const isShown = reports.some(({ isStructured }) => isStructured);
    return { evaluated: reports.length, findings: isShown ? [] : [{ rule: 'not-structured', at: first.at }] };
  },
});
