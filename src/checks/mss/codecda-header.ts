import { headersNamed } from '../../artifacts/mail/mail.js';
import { placeIn } from '../context.js';
import { defineCheck, type Rule } from '../define.js';
import { carriedDocuments, hidesDocuments } from '../mails/carried-documents.js';

const ECO_2_4_1: Rule = {
  severity: 'error',
  mark: 'primary',
  clause: 'Référentiel socle MSSanté #2 v1.0, ECO.2.4.1 (MSS/CONF.15)',
  samples: null,
};
const NAME = 'X-MSS-CODECDA';

/** The header that announces the types of the documents carried says what the documents say, and is absent without documents. */
export const codecdaHeader = defineCheck({
  id: 'mss/codecda-header',
  on: 'mail',
  rules: { missing: ECO_2_4_1, different: ECO_2_4_1, unexpected: ECO_2_4_1 },
  examples: [
    { rule: 'missing', base: 'mail', part: 'headers', good: 'X-MSS-CODECDA: 11488-4', bad: 'X-Comment: 11488-4' },
    { rule: 'different', base: 'mail', part: 'headers', good: 'X-MSS-CODECDA: 11488-4', bad: 'X-MSS-CODECDA: 11490-0' },
    {
      rule: 'unexpected',
      base: 'mail-plain',
      part: 'headers',
      good: 'X-MSS-NIL: 1234',
      bad: 'X-MSS-CODECDA: 11488-4\nX-MSS-NIL: 1234',
    },
  ],
  run(mail) {
    const headers = headersNamed(mail.content, NAME);
    const codes = sorted(carriedDocuments(mail).map(({ cda }) => cda.content.code?.code ?? ''));
    const at = placeIn(mail, { line: headers[0]?.line ?? 1, path: NAME });
    if (codes.length === 0) {
      if (headers.length === 0) return { evaluated: hidesDocuments(mail) ? 0 : 1, findings: [] };
      if (hidesDocuments(mail)) return { evaluated: 0, findings: [] };
      return { evaluated: 1, findings: [{ rule: 'unexpected', at, actual: headers[0]?.value ?? '' }] };
    }
    if (headers.length === 0)
      return { evaluated: 1, findings: [{ rule: 'missing', at, args: { codes: codes.join(',') } }] };
    // Several values: one header for each or one list with commas, both are read.
    const announced = sorted(headers.flatMap((header) => header.value.split(',').map((each) => each.trim())));
    if (announced.join() === codes.join()) return { evaluated: 1, findings: [] };
    return {
      evaluated: 1,
      findings: [{ rule: 'different', at, args: { codes: codes.join(',') }, actual: announced.join(',') }],
    };
  },
});

function sorted(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}
