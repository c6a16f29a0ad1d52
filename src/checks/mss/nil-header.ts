import { headersNamed } from '../../artifacts/mail/mail.js';
import { placeIn } from '../context.js';
import { defineCheck, type Rule } from '../define.js';
import { isSending } from '../mails/sending.js';

const ECO_2_4_3: Rule = {
  severity: 'error',
  mark: 'primary',
  clause: 'Référentiel socle MSSanté #2 v1.0, ECO.2.4.3 (MSS/CONF.16)',
  samples: null,
};
const NAME = 'X-MSS-NIL';

/** Every mail sent names the product that made it. */
export const nilHeader = defineCheck({
  id: 'mss/nil-header',
  on: 'mail',
  rules: { missing: ECO_2_4_3, repeated: ECO_2_4_3, empty: ECO_2_4_3, different: ECO_2_4_3 },
  examples: [
    { rule: 'missing', base: 'mail', part: 'headers', good: 'X-MSS-NIL: 1234', bad: 'X-Comment: 1234' },
    {
      rule: 'repeated',
      base: 'mail',
      part: 'headers',
      good: 'X-MSS-NIL: 1234',
      bad: 'X-MSS-NIL: 1234\nX-MSS-NIL: 1234',
    },
    { rule: 'empty', base: 'mail', part: 'headers', good: 'X-MSS-NIL: 1234', bad: 'X-MSS-NIL: ' },
    { rule: 'different', base: 'mail', part: 'headers', good: 'X-MSS-NIL: 1234', bad: 'X-MSS-NIL: 9999' },
  ],
  run(mail, context) {
    if (!isSending(mail)) return { evaluated: 0, findings: [], applies: false };
    const headers = headersNamed(mail.content, NAME);
    const at = placeIn(mail, { line: headers[0]?.line ?? 1, path: NAME });
    const actual = headers[0]?.value ?? '';
    if (headers.length === 0) return { evaluated: 1, findings: [{ rule: 'missing', at }] };
    if (headers.length > 1) {
      return {
        evaluated: 1,
        findings: [
          {
            rule: 'repeated',
            at: placeIn(mail, { line: headers[1]?.line ?? 1, path: NAME }),
            args: { count: headers.length },
          },
        ],
      };
    }
    if (actual === '') return { evaluated: 1, findings: [{ rule: 'empty', at }] };
    if (context.productReferences.length === 0) return { evaluated: 1, findings: [], needs: [{ code: 'need/nil' }] };
    if (context.productReferences.includes(actual)) return { evaluated: 1, findings: [] };
    return {
      evaluated: 1,
      findings: [{ rule: 'different', at, args: { declared: context.productReferences.join(', ') }, actual }],
    };
  },
});
