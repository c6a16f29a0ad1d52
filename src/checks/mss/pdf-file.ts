import { placeIn } from '../context.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { mssRule } from '../sources/mss-rule.js';
import { pdfA1Fault } from './pdf/pdf-a-1.js';
import { partsOfName } from './pdf/pdf-file-name.js';

const CONTENT: Rule = mssRule('ECO.2.1.5', 'DOC/va1.01');

/** The PDF copy of a document that software gives to another that sends it, a platform for instance: it is given alone, under its name. */
export const pdfFile = defineCheck({
  id: 'mss/pdf-file',
  on: 'pdf',
  rules: {
    encrypted: CONTENT,
    'not-pdfa': CONTENT,
    'not-allowed': { ...CONTENT, severity: 'warning' },
    name: mssRule('ECO.2.1.6', 'DOC/va1.01'),
  },
  examples: [
    {
      rule: 'encrypted',
      base: 'pdf',
      part: 'pdf',
      good: '%pdfa 1B',
      bad: '%trailer /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 >>\n%pdfa 1B',
    },
    { rule: 'not-pdfa', base: 'pdf', part: 'pdf', good: '%pdfa 1B', bad: '%pdfa' },
    {
      rule: 'not-allowed',
      base: 'pdf',
      part: 'pdf',
      good: '%pdfa 1B',
      bad: '%catalog /OpenAction << /S /JavaScript /JS (this.print\\(\\);) >>\n%pdfa 1B',
    },
    { rule: 'name', base: 'pdf', part: 'name', good: '_TEST-ALPHA_CAMILLE', bad: '' },
  ],
  run(pdf) {
    // A PDF may be anything: only one that is declared sent is a copy. That of a mail or of a document is judged with it.
    if (pdf.declared.role !== 'outgoing' || pdf.within !== undefined)
      return { evaluated: 0, findings: [], applies: false };
    const at = placeIn(pdf);
    const fault = pdfA1Fault(pdf.content);
    const findings: RawFinding<'encrypted' | 'not-pdfa' | 'not-allowed' | 'name'>[] = fault ? [{ ...fault, at }] : [];
    const name = pdf.path.slice(pdf.path.lastIndexOf('/') + 1);
    if (!partsOfName(name)) findings.push({ rule: 'name', at });
    return { evaluated: 2, findings };
  },
});
