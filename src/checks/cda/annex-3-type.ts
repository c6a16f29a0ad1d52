import { defineCheck, type Rule } from '../define.js';
import { foundAt } from '../found.js';
import { documentTypeOf } from './header/document-type.js';

const DD_08: Rule = {
  severity: 'error',
  mark: 'primary',
  clause: 'REM vague 2, CDA/DD.08 ; DSR du couloir, annexe 3',
  samples: null,
};

/** A document is of a type that annex 3 of the corridor's DSR lists, at the level that it asks for. */
export const annex3Type = defineCheck({
  id: 'cda/annex-3-type',
  on: 'cda',
  // Nothing forbids a product to make other documents than those of the annex.
  rules: { 'not-listed': { ...DD_08, severity: 'warning' }, level: DD_08 },
  examples: [
    {
      rule: 'not-listed',
      base: 'cda-n1',
      part: 'cda',
      good: '<code code="11488-4"',
      bad: '<code code="11490-0"',
      trips: ['cda/annex-3-coverage'],
    },
    {
      rule: 'level',
      base: 'cda-n1',
      part: 'cda',
      good: '<nonXMLBody>\n      <text mediaType="application/pdf" representation="B64">\n{pdf}\n      </text>\n    </nonXMLBody>',
      bad: '<structuredBody>\n      <component>\n        <section><title>Conclusion</title></section>\n      </component>\n    </structuredBody>',
      trips: ['cda/body-n3', 'cda/annex-3-coverage'],
    },
  ],
  run(cda, { annex3 }) {
    const type = documentTypeOf(cda.content);
    if (!annex3 || !type) return { evaluated: 0, findings: [] };
    const levels = annex3.filter((each) => each.code === type.code).map((each) => each.level);
    if (levels.includes(type.level)) return { evaluated: 1, findings: [] };
    const at = cda.content.code?.node ?? cda.content.root;
    if (levels.length === 0) return { evaluated: 1, findings: [foundAt(cda, 'not-listed', at, { actual: type.code })] };
    const args = { code: type.code, listed: levels.join(', ') };
    return { evaluated: 1, findings: [foundAt(cda, 'level', at, { args, actual: type.level })] };
  },
});
