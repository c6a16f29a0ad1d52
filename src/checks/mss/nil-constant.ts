import { headersNamed } from '../../artifacts/mail/mail.js';
import { placeIn } from '../context.js';
import { defineSetCheck } from '../define.js';
import { isSending } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';

const NAME = 'X-MSS-NIL';

/** The mails of one product all carry the same reference of it. */
export const nilConstant = defineSetCheck({
  id: 'mss/nil-constant',
  on: 'mail',
  // The number is that of the software that made the mail: a platform may have made some of them.
  rules: { changes: mssRule('ECO.2.4.3', 'MSS/CONF.16', 'warning', 'belief') },
  examples: [
    {
      rule: 'changes',
      base: 'mail-conversation',
      part: 'reply.headers',
      good: 'X-MSS-NIL: 1234',
      bad: 'X-MSS-NIL: 5678',
      trips: ['mss/nil-header'],
    },
  ],
  keep(mail) {
    // Of files judged without a manifest, nothing tells which one product sent.
    if (mail.declared.role !== 'outgoing' || !isSending(mail)) return undefined;
    const [header] = headersNamed(mail.content, NAME);
    return header?.value ? { value: header.value, at: placeIn(mail, { line: header.line, path: NAME }) } : undefined;
  },
  run(kept) {
    const headers = kept.filter((each) => each !== undefined);
    const [first] = headers;
    const findings = headers
      .filter(({ value }) => value !== first?.value)
      .map(({ value, at }) => ({
        rule: 'changes' as const,
        at,
        args: { file: first?.at.artifact ?? '', first: first?.value ?? '' },
        actual: value,
      }));
    return { evaluated: headers.length, findings, applies: headers.length > 0 };
  },
});
