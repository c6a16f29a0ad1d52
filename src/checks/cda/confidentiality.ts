import { BASIC_CONFIDENTIALITY_KIND } from '../../terminology/value-sets/basic-confidentiality-kind.js';
import { defineCheck } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { codeFault } from './codes/code-fault.js';

const CONFIDENTIALITY = '§3.5.5.8 confidentialityCode';

/** The confidentiality of a document is normal, restricted or very restricted. */
export const confidentiality = defineCheck({
  id: 'cda/confidentiality',
  on: 'cda',
  rules: {
    // Not a matter of how old our copy is: HL7 closed this set at three codes.
    level: structural(CONFIDENTIALITY, 0, 94),
    'code-system': structural(CONFIDENTIALITY, 0, 94),
  },
  examples: [
    {
      rule: 'level',
      base: 'cda-n1',
      part: 'cda',
      good: '<confidentialityCode code="N" displayName="Normal"',
      bad: '<confidentialityCode code="L" displayName="Bas"',
    },
    {
      rule: 'code-system',
      base: 'cda-n1',
      part: 'cda',
      good: 'displayName="Normal" codeSystem="2.16.840.1.113883.5.25"',
      bad: 'displayName="Normal" codeSystem="1.2.250.1.213.1.1.4.13"',
    },
  ],
  run(cda) {
    const node = cda.content.root.first('confidentialityCode');
    if (!node?.attribute('code')) return { evaluated: 0, findings: [] };
    const wrong = codeFault(node, BASIC_CONFIDENTIALITY_KIND);
    if (!wrong) return { evaluated: 1, findings: [] };
    return {
      evaluated: 1,
      findings: [foundAt(cda, wrong.fault === 'unknown' ? 'level' : 'code-system', node, wrong.told)],
    };
  },
});
