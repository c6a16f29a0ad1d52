import { imageFormat } from '../../artifacts/media/formats.js';
import { looksLikePdf, pdfaIdentification } from '../../artifacts/pdf/pdf.js';
import { decodeBase64 } from '../../artifacts/text/base64.js';
import { defineCheck } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { isNull } from './header/is-null.js';

const BODY = 'corps de niveau 1 (nonXMLBody)';

/** What the bytes of each media type allowed in a document of level 1 look like. */
const MEDIA_TYPES: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  'application/pdf': looksLikePdf,
  'image/jpeg': (bytes) => imageFormat(bytes) === 'jpeg',
  'image/tiff': (bytes) => imageFormat(bytes) === 'tiff',
  'text/rtf': (bytes) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '{\\rtf',
  'text/plain': (bytes) =>
    bytes.length > 0 && !bytes.includes(0) && !looksLikePdf(bytes) && imageFormat(bytes) === undefined,
};

/** The file that a document of level 1 carries can be opened by who receives it. */
export const bodyN1 = defineCheck({
  id: 'cda/body-n1',
  on: 'cda',
  rules: {
    'no-text': structural(BODY, 0, 4),
    representation: structural(BODY, 0, 4),
    'media-type': structural(BODY, 0, 4),
    base64: structural(BODY, 0, 4),
    content: structural(BODY, 0, 4),
    'pdf-a': structural(`${BODY}, PDF/A-1`, 4, 4, { severity: 'warning' }),
  },
  examples: [
    {
      rule: 'no-text',
      base: 'cda-n1',
      part: 'cda',
      good: '<text mediaType="application/pdf" representation="B64">\n{pdf}\n      </text>',
      bad: '',
    },
    { rule: 'representation', base: 'cda-n1', part: 'cda', good: ' representation="B64"', bad: '' },
    {
      rule: 'media-type',
      base: 'cda-n1',
      part: 'cda',
      good: 'mediaType="application/pdf"',
      bad: 'mediaType="application/zip"',
    },
    { rule: 'base64', base: 'cda-n1', part: 'cda', good: '{pdf}', bad: '-{pdf}' },
    {
      rule: 'content',
      base: 'cda-n1',
      part: 'cda',
      good: 'mediaType="application/pdf"',
      bad: 'mediaType="image/jpeg"',
    },
    { rule: 'pdf-a', base: 'cda-n1', part: 'pdf', good: '%pdfa 1B', bad: '%pdfa 2B' },
  ],
  run(cda) {
    const { body } = cda.content;
    if (body?.level !== 1) return { evaluated: 0, findings: [], applies: false };
    const { text } = body;
    if (!text || isNull(text)) {
      return { evaluated: 1, findings: [foundAt(cda, 'no-text', text ?? body.node)] };
    }
    const representation = text.attribute('representation') ?? '';
    if (representation !== 'B64') {
      return { evaluated: 1, findings: [foundAt(cda, 'representation', text, { actual: representation })] };
    }
    const mediaType = text.attribute('mediaType') ?? '';
    const matches = Object.hasOwn(MEDIA_TYPES, mediaType) ? MEDIA_TYPES[mediaType] : undefined;
    const bytes = decodeBase64(text.textContent);
    if (!bytes) return { evaluated: 1, findings: [foundAt(cda, 'base64', text)] };
    if (!matches) return { evaluated: 1, findings: [foundAt(cda, 'media-type', text, { actual: mediaType })] };
    if (!matches(bytes)) return { evaluated: 1, findings: [foundAt(cda, 'content', text, { args: { mediaType } })] };
    if (mediaType !== 'application/pdf') return { evaluated: 1, findings: [] };
    // PDF/A-1 forbids compressing the metadata: its marks are readable bytes, even in a file whose structure is not.
    const part = pdfaIdentification(Buffer.from(bytes).toString('latin1'))?.part ?? '';
    return { evaluated: 1, findings: part === '1' ? [] : [foundAt(cda, 'pdf-a', text, { actual: part })] };
  },
});
