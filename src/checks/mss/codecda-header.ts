import { headersNamed } from '../../artifacts/mail/mail.js';
import { placeIn } from '../context.js';
import { defineCheck } from '../define.js';
import { carriedDocuments, hidesDocuments } from '../mails/carried-documents.js';
import { isTransmission } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';

const ECO_2_4_1 = mssRule('ECO.2.4.1', 'MSS/CONF.15');
const NAME = 'X-MSS-CODECDA';

/** The header that announces the types of the documents carried says what the documents say, and is absent without documents. */
export const codecdaHeader = defineCheck({
  id: 'mss/codecda-header',
  on: 'mail',
  rules: {
    missing: ECO_2_4_1,
    different: ECO_2_4_1,
    // The requirement only says « multi-valué » : the comma was read in notes that quote the référentiel.
    separator: mssRule('ECO.2.4.1', 'MSS/CONF.15', 'warning', 'second-hand'),
    unexpected: ECO_2_4_1,
  },
  examples: [
    { rule: 'missing', base: 'mail', part: 'headers', good: 'X-MSS-CODECDA: 11488-4', bad: 'X-Comment: 11488-4' },
    { rule: 'different', base: 'mail', part: 'headers', good: 'X-MSS-CODECDA: 11488-4', bad: 'X-MSS-CODECDA: 11490-0' },
    {
      rule: 'separator',
      base: 'mail-two-documents',
      part: 'headers',
      good: 'X-MSS-CODECDA: 11488-4,PRESC-BIO',
      bad: 'X-MSS-CODECDA: 11488-4;PRESC-BIO',
    },
    {
      rule: 'unexpected',
      base: 'mail-plain',
      part: 'headers',
      good: 'X-MSS-NIL: 1234',
      bad: 'X-MSS-CODECDA: 11488-4\nX-MSS-NIL: 1234',
    },
  ],
  run(mail) {
    if (!isTransmission(mail)) return { evaluated: 0, findings: [], applies: false };
    const headers = headersNamed(mail.content, NAME);
    const documents = carriedDocuments(mail);
    const codes = sorted(documents.map(({ cda }) => cda.content.code?.code ?? ''));
    const at = placeIn(mail, { line: headers[0]?.line ?? 1, path: NAME });
    const args = { codes: codes.join(',') };
    if (documents.length === 0) {
      if (hidesDocuments(mail)) return { evaluated: 0, findings: [] };
      if (headers.length === 0) return { evaluated: 1, findings: [] };
      return { evaluated: 1, findings: [{ rule: 'unexpected', at, actual: headers[0]?.value ?? '' }] };
    }
    if (headers.length === 0) return { evaluated: 1, findings: [{ rule: 'missing', at, args }] };
    // A document without a code is told by cda/type-code.
    if (codes.length === 0) return { evaluated: 0, findings: [] };
    // Several values: one header for each or one list with commas, in any order.
    const written = headers.map(({ value }) => value).join(',');
    const announced = sorted(written.split(','));
    if (announced.join() === codes.join()) return { evaluated: 1, findings: [] };
    const isParted = sorted(written.split(/[,;|\s]+/)).join() === codes.join();
    return { evaluated: 1, findings: [{ rule: isParted ? 'separator' : 'different', at, args, actual: written }] };
  },
});

/** Each value once, without the blanks around it. */
function sorted(codes: readonly string[]): string[] {
  return [...new Set(codes.map((code) => code.trim()).filter(Boolean))].sort();
}
