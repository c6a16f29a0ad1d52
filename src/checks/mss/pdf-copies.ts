import { createHash } from 'node:crypto';
import type { Artifact } from '../../artifacts/artifact.js';
import type { PdfContent } from '../../artifacts/pdf/pdf.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { type AttachedPdf, attachedPdfs } from '../mails/attached-pdfs.js';
import { carriedDocuments } from '../mails/carried-documents.js';
import { copiesOf, type DocumentCopy, encapsulatedPdf } from '../mails/copies.js';
import { isTransmission } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';

type RuleName = 'missing' | 'extra' | 'encrypted' | 'not-pdfa' | 'not-allowed' | 'n1-differs' | 'n1-line-ends';
type Found = RawFinding<RuleName>;

const ECO = ['ECO.2.1.1', 'MSS/CONF.23'] as const;
/** The answer of the ANS on what is attached to a mail: for level 1 the very PDF of the document. */
const SAME = { clause: 'FAQ ANS, PDF joint à un courriel MSSanté; ECO.2.1.5' };

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
  const findings: Found[] = [];
  const { content } = pdf;
  const at = placeIn(pdf);
  // Its metadata are encrypted too: it can't tell what it is.
  if (content.encrypted) findings.push({ rule: 'encrypted', at });
  else if (content.pdfa?.part !== '1') findings.push({ rule: 'not-pdfa', at, actual: identityOf(content) });
  else {
    const marks = forbiddenIn(content);
    if (marks.length > 0) findings.push({ rule: 'not-allowed', at, actual: marks.join(', ') });
  }
  return findings;
}

function identityOf({ pdfa, version }: PdfContent): string {
  return pdfa ? `PDF/A-${pdfa.part}${pdfa.conformance}` : `PDF ${version}`;
}

/** What PDF/A-1 forbids, by the key of the file that shows it and its clause of ISO 19005-1. */
const FORBIDDEN: Partial<Record<PdfContent['features'][number], string>> = {
  'object-streams': '/ObjStm (§6.1.4)',
  'xref-streams': '/XRef (§6.1.4)',
  'compressed-metadata': '/Metadata /Filter (§6.7.2)',
  'no-id': '/ID (§6.1.3)',
  lzw: '/LZWDecode (§6.1.10)',
  transparency: '/SMask, /Transparency (§6.4)',
  'optional-content': '/OCProperties (§6.1.13)',
  xfa: '/XFA (§6.9)',
};

const ACTIONS = new Set(['JavaScript', 'Launch', 'Sound', 'Movie', 'ResetForm', 'ImportData']);

/** Only what is sure without validating: a font that no page shows need not be in the file. */
function forbiddenIn({ features, actions, embeddedFiles }: PdfContent): string[] {
  return [
    ...features.flatMap((feature) => FORBIDDEN[feature] ?? []),
    ...new Set(actions.filter(({ type }) => ACTIONS.has(type)).map(({ type }) => `/${type} (§6.6.1)`)),
    ...(embeddedFiles.length > 0 ? ['/EmbeddedFiles (§6.1.11)'] : []),
  ];
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
