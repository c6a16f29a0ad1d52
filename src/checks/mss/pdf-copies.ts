import { createHash } from 'node:crypto';
import type { Artifact } from '../../artifacts/artifact.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { carriedDocuments } from '../mails/carried-documents.js';
import { isTransmission } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';
import { type AttachedPdf, attachedPdfs } from './pdf/attached-pdfs.js';
import { copiesOf, type DocumentCopy, encapsulatedPdf } from './pdf/copies.js';
import { pdfA1Fault } from './pdf/pdf-a-1.js';

type RuleName = 'missing' | 'extra' | 'encrypted' | 'not-pdfa' | 'not-allowed' | 'n1-differs' | 'n1-line-ends';
type Found = RawFinding<RuleName>;

const ECO = ['ECO.2.1.1', 'MSS/CONF.23'] as const;
/** The answer of the ANS on what is attached to a mail: for level 1 the very PDF of the document. */
const SAME = { clause: 'FAQ ANS, PDF joint à un courriel MSSanté ; ECO.2.1.5' };

/** Every document of the archive is also attached as PDF/A-1; for a level 1 document it is the very PDF that the CDA holds. */
export const pdfCopies = defineCheck({
  id: 'mss/pdf-copies',
  on: 'mail',
  rules: {
    missing: mssRule(...ECO),
    extra: mssRule(...ECO, 'warning'),
    encrypted: mssRule(...ECO),
    'not-pdfa': mssRule(...ECO),
    'not-allowed': mssRule(...ECO, 'warning'),
    'n1-differs': { ...mssRule(...ECO), ...SAME },
    'n1-line-ends': { ...mssRule(...ECO, 'warning'), ...SAME },
  },
  examples: [
    {
      rule: 'missing',
      base: 'mail',
      part: 'attachments',
      good: '\n20260316_CR ou fiche de consultation ou de visite_TEST-ALPHA_CAMILLE.pdf | application/pdf | copy',
      bad: '',
    },
    {
      rule: 'extra',
      base: 'mail',
      part: 'attachments',
      good: ' | application/pdf | copy',
      bad: ' | application/pdf | copy\nPlan d’accès.pdf | application/pdf | copy',
    },
    {
      rule: 'encrypted',
      base: 'mail',
      part: 'pdf',
      good: '%pdfa 1B',
      bad: '%trailer /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 >>\n%pdfa 1B',
    },
    {
      rule: 'not-allowed',
      base: 'mail',
      part: 'pdf',
      good: '%pdfa 1B',
      bad: '%catalog /OpenAction << /S /JavaScript /JS (this.print\\(\\);) >>\n%pdfa 1B',
    },
    { rule: 'not-pdfa', base: 'mail', part: 'pdf', good: '%pdfa 1B', bad: '%pdfa', trips: ['cda/body-n1'] },
    {
      rule: 'n1-differs',
      base: 'mail',
      part: 'copy',
      good: '{pdf}',
      bad: '%pdfa 1B\nUn autre texte que celui du document.',
    },
    { rule: 'n1-line-ends', base: 'mail', part: 'copy', good: '{pdf}', bad: '%crlf\n{pdf}' },
  ],
  run(mail) {
    const documents = carriedDocuments(mail);
    if (documents.length === 0 || !isTransmission(mail)) return { evaluated: 0, findings: [], applies: false };
    const pdfs = attachedPdfs(mail);
    const { pairs, missing, extra } = copiesOf(mail);
    const findings: Found[] = [];
    if (missing.length > 0)
      findings.push({ rule: 'missing', at: placeIn(mail), args: { documents: documents.length, copies: pdfs.length } });
    for (const copy of extra)
      findings.push({ rule: 'extra', at: placeOf(mail, copy), actual: copy.part.fileName ?? '' });
    findings.push(...pdfs.flatMap(judgeFile), ...pairs.flatMap(judgeSameness));
    return { evaluated: documents.length + pdfs.length, findings };
  },
});

function placeOf(mail: Artifact<'mail'>, { part, pdf }: AttachedPdf): Found['at'] {
  return pdf ? placeIn(pdf) : placeIn(mail, { line: part.line });
}

function judgeFile({ pdf }: AttachedPdf): Found[] {
  if (!pdf) return [];
  const fault = pdfA1Fault(pdf.content);
  return fault ? [{ ...fault, at: placeIn(pdf) }] : [];
}

function judgeSameness({ document: { cda }, copy: { part, pdf } }: DocumentCopy): Found[] {
  const hash = encapsulatedPdf(cda);
  const { body } = cda.content;
  if (hash === undefined || !pdf || pdf.sha256 === hash || body?.level !== 1) return [];
  const held = body.file?.decode();
  const sameText = held !== undefined && hashOfLines(held) === hashOfLines(part.body);
  return [
    {
      rule: sameText ? 'n1-line-ends' : 'n1-differs',
      at: placeIn(cda, cda.content.document.locate(body.node)),
    },
  ];
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The same for bytes that differ by their line ends only: a mail sent as text has its own. */
function hashOfLines(bytes: Uint8Array): string {
  const lines = new Uint8Array(bytes.length);
  let length = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte === LINE_FEED && bytes[at - 1] === CARRIAGE_RETURN) continue;
    lines[length++] = byte === CARRIAGE_RETURN ? LINE_FEED : byte;
  }
  return createHash('sha256').update(lines.subarray(0, length)).digest('hex');
}
