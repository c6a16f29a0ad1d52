import { isInsOid } from '../../identity/oids.js';
import { defineCheck } from '../define.js';
import { foundAt } from '../found.js';

/** A document of the past is sent to the DMP only when its patient has a qualified identity: then it carries the INS. */
export const historicalPatient = defineCheck({
  id: 'dmp/historical-patient',
  on: 'cda',
  rules: {
    // No official sample is a document of the past.
    'no-ins': { severity: 'error', mark: 'primary', clause: 'REM vague 2, DMP/HISTO.05', samples: null },
  },
  examples: [
    {
      rule: 'no-ins',
      base: 'cda-historical',
      part: 'cda',
      good: '<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>',
      bad: '<id root="2.999.1.2" extension="A4"/>',
    },
  ],
  run(cda) {
    const { patients } = cda.content;
    if (cda.declared.role !== 'historical' || patients.length === 0)
      return { evaluated: 0, findings: [], applies: false };
    const findings = patients
      .filter(({ ids }) => !ids.some(({ root }) => isInsOid(root)))
      .map(({ ids: [first], node }) =>
        foundAt(cda, 'no-ins' as const, first?.node ?? node, { actual: first?.root ?? '' }),
      );
    return { evaluated: patients.length, findings };
  },
});
