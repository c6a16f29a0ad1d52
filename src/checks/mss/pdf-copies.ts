import { createHash } from 'node:crypto';
import { isKind } from '../../artifacts/artifact.js';
import type { CdaContent } from '../../artifacts/cda/cda.js';
import { decodeBase64 } from '../../artifacts/text/base64.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { carriedDocuments } from '../mails/carried-documents.js';

const ECO_2_1_1: Rule = {
  severity: 'error',
  mark: 'primary',
  clause: 'Référentiel socle MSSanté #2 v1.0, ECO.2.1.1 (MSS/CONF.23)',
  samples: null,
};

/** Every document of the archive is also attached as PDF/A-1; for a level 1 document it is the very PDF that the CDA holds. */
export const pdfCopies = defineCheck({
  id: 'mss/pdf-copies',
  on: 'mail',
  rules: {
    missing: ECO_2_1_1,
    'not-pdfa': ECO_2_1_1,
    'n1-differs': { ...ECO_2_1_1, clause: 'FAQ ANS, PDF joint à un courriel MSSanté; ECO.2.1.5' },
  },
  examples: [
    {
      rule: 'missing',
      base: 'mail',
      part: 'attachments',
      good: '\n20260316_CR ou fiche de consultation ou de visite_TEST-ALPHA_CAMILLE.pdf | application/pdf | copy',
      bad: '',
    },
    { rule: 'not-pdfa', base: 'mail', part: 'pdf', good: '%pdfa 1B', bad: '%pdfa', trips: ['cda/body-n1'] },
    {
      rule: 'n1-differs',
      base: 'mail',
      part: 'copy',
      good: '{pdf}',
      bad: '%pdfa 1B\nUn autre texte que celui du document.',
    },
  ],
  run(mail) {
    const documents = carriedDocuments(mail);
    if (documents.length === 0) return { evaluated: 0, findings: [], applies: false };
    const copies = mail.children.filter((child) => isKind(child, 'pdf'));
    const findings: RawFinding<'missing' | 'not-pdfa' | 'n1-differs'>[] = [];
    if (copies.length < documents.length)
      findings.push({
        rule: 'missing',
        at: placeIn(mail),
        args: { documents: documents.length, copies: copies.length },
      });
    for (const copy of copies) {
      const { pdfa } = copy.content;
      if (pdfa?.part !== '1')
        findings.push({
          rule: 'not-pdfa',
          at: placeIn(copy),
          actual: pdfa ? `PDF/A-${pdfa.part}${pdfa.conformance}` : `PDF ${copy.content.version}`,
        });
    }
    const hashes = new Set(copies.map((copy) => copy.sha256));
    for (const { cda } of documents) {
      const hash = encapsulatedPdf(cda.content);
      if (hash === undefined || copies.length === 0 || hashes.has(hash)) continue;
      findings.push({
        rule: 'n1-differs',
        at: placeIn(cda, cda.content.document.locate(cda.content.body?.node ?? cda.content.root)),
      });
    }
    return { evaluated: documents.length + copies.length, findings };
  },
});

/** SHA-256 of the PDF that a level 1 document holds. */
function encapsulatedPdf({ body }: CdaContent): string | undefined {
  if (body?.level !== 1 || body.text?.attribute('mediaType') !== 'application/pdf') return undefined;
  const bytes = decodeBase64(body.text.textContent);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}
