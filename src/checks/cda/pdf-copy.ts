import type { Artifact } from '../../artifacts/artifact.js';
import type { CdaBody } from '../../artifacts/cda/body.js';
import { looksLikePdf } from '../../artifacts/pdf/pdf.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';

type RuleName = 'code' | 'title' | 'file' | 'pdf';
type Found = RawFinding<RuleName>;
type Media = Extract<CdaBody, { level: 3 }>['media'][number];

/** Section FR-Document-PDF-copie. */
const COPY_SECTION = '1.2.250.1.213.1.1.2.243';
const CODE = { code: '55108-5', codeSystem: '2.16.840.1.113883.6.1' } as const;

const COPY = '§2.2.1 et section FR-Document-PDF-copie';

/** A structured document that carries its copy in PDF carries one that opens. */
export const pdfCopy = defineCheck({
  id: 'cda/pdf-copy',
  on: 'cda',
  rules: {
    code: structural(COPY, 0, 16),
    title: structural(COPY, 0, 16, { severity: 'warning' }),
    file: structural(COPY, 0, 16),
    pdf: structural(COPY, 0, 16),
  },
  examples: [
    { rule: 'code', base: 'cda-n3', part: 'cda', good: '<code code="55108-5"', bad: '<code code="55107-7"' },
    { rule: 'title', base: 'cda-n3', part: 'cda', good: '<title>Copie du document</title>', bad: '<title>PDF</title>' },
    {
      rule: 'file',
      base: 'cda-n3',
      part: 'cda',
      good: '<value mediaType="application/pdf" representation="B64">\n{pdf}\n',
      bad: '<value>\n',
    },
    { rule: 'pdf', base: 'cda-n3', part: 'cda', good: '{pdf}', bad: '-{pdf}' },
  ],
  run(cda) {
    const { body, document } = cda.content;
    const sections = document.withTemplateId(COPY_SECTION).filter(({ localName }) => localName === 'section');
    if (body?.level !== 3 || sections.length === 0) return { evaluated: 0, findings: [], applies: false };
    const copies = body.media.filter(({ isCopy }) => isCopy);
    const findings: Found[] = [
      ...sections.flatMap((section) => judgeSection(cda, section)),
      ...copies.flatMap((copy) => judgeCopy(cda, copy)),
    ];
    if (copies.length === 0) findings.push(...sections.slice(0, 1).map((section) => foundAt(cda, 'file', section)));
    return { evaluated: sections.length + copies.length, findings };
  },
});

function judgeSection(cda: Artifact<'cda'>, section: XmlElement): Found[] {
  const code = section.first('code');
  const title = section.first('title');
  const isCopy = code?.attribute('code') === CODE.code && code.attribute('codeSystem') === CODE.codeSystem;
  return [
    ...(isCopy ? [] : [foundAt(cda, 'code', code ?? section, { args: CODE, actual: code?.attribute('code') ?? '' })]),
    ...(title?.normalizedText === 'Copie du document' ? [] : [foundAt(cda, 'title', title ?? section)]),
  ];
}

function judgeCopy(cda: Artifact<'cda'>, { mediaType, representation, node, decode }: Media): Found[] {
  if (mediaType !== 'application/pdf' || representation !== 'B64') return [foundAt(cda, 'file', node)];
  const bytes = decode();
  return bytes && looksLikePdf(bytes) ? [] : [foundAt(cda, 'pdf', node)];
}
