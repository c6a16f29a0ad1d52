import { XDS_TYPE_CODE_CISIS } from '../../terminology/value-sets/xds-type-code-cisis.js';
import { defineCheck } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { codeFault } from './codes/code-fault.js';

const TYPE = '§3.5.5.5 code (JDV_J07)';

/** The type of a document is one that the CI-SIS knows. */
export const typeCode = defineCheck({
  id: 'cda/type-code',
  on: 'cda',
  rules: {
    // Our copy may be older than the code.
    unknown: structural(TYPE, 0, 94, { severity: 'warning' }),
    'code-system': structural(TYPE, 0, 94),
  },
  examples: [
    {
      rule: 'unknown',
      base: 'cda-n1',
      part: 'cda',
      good: '<code code="11488-4"',
      bad: '<code code="99999-9"',
      trips: ['cda/annex-3-type', 'cda/annex-3-coverage'],
    },
    {
      rule: 'code-system',
      base: 'cda-n1',
      part: 'cda',
      good: 'codeSystem="2.16.840.1.113883.6.1" codeSystemName="LOINC"',
      bad: 'codeSystem="1.2.250.1.213.1.1.4.12" codeSystemName="TRE_A05"',
    },
  ],
  run(cda) {
    const { code } = cda.content;
    if (!code?.code) return { evaluated: 0, findings: [] };
    const wrong = codeFault(code.node, XDS_TYPE_CODE_CISIS);
    if (!wrong) return { evaluated: 1, findings: [] };
    const rule = wrong.fault === 'unknown' ? 'unknown' : 'code-system';
    return { evaluated: 1, findings: [foundAt(cda, rule, code.node, wrong.told)] };
  },
});
