import { headersNamed } from '../../artifacts/mail/mail.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { isReadingReceipt, isSending } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';

const ECO_2_4_3 = mssRule('ECO.2.4.3', 'MSS/CONF.16');
const NAME = 'X-MSS-NIL';

/** Every mail sent names the product that made it. */
export const nilHeader = defineCheck({
  id: 'mss/nil-header',
  on: 'mail',
  rules: {
    missing: ECO_2_4_3,
    repeated: ECO_2_4_3,
    // Nothing says that it stands once: the same value twice only misleads who counts.
    twice: mssRule('ECO.2.4.3', 'MSS/CONF.16', 'info', 'belief'),
    empty: ECO_2_4_3,
    different: ECO_2_4_3,
  },
  examples: [
    { rule: 'missing', base: 'mail', part: 'headers', good: 'X-MSS-NIL: 1234', bad: 'X-Comment: 1234' },
    {
      rule: 'repeated',
      base: 'mail',
      part: 'headers',
      good: 'X-MSS-NIL: 1234',
      bad: 'X-MSS-NIL: 1234\nX-MSS-NIL: 9999',
    },
    {
      rule: 'twice',
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
    const place = (line: number) => placeIn(mail, { line, path: NAME });
    const [first, second] = headers;
    // Whose receipt it is can't be told: those that the volet "Transmission au LPS" prints do not have it.
    if (!first && isReadingReceipt(mail) && mail.declared.role === undefined)
      return { evaluated: 0, findings: [], applies: false };
    if (!first) return { evaluated: 1, findings: [{ rule: 'missing', at: place(1) }] };
    const declared = context.productReferences;
    const args = { count: headers.length };
    const other = headers.find(({ value }) => value !== first.value);
    if (other) return { evaluated: 1, findings: [{ rule: 'repeated', at: place(other.line), args }] };
    const findings: RawFinding<'twice' | 'empty' | 'different'>[] = [];
    if (second) findings.push({ rule: 'twice', at: place(second.line), args });
    const { value: actual, line } = first;
    if (actual === '') findings.push({ rule: 'empty', at: place(line) });
    else if (declared.length > 0 && !declared.includes(actual))
      findings.push({ rule: 'different', at: place(line), args: { declared: declared.join(', ') }, actual });
    const isUntold = declared.length === 0 && actual !== '';
    return { evaluated: 1, findings, ...(isUntold && { needs: [{ code: 'need/nil' }] }) };
  },
});
