import type { Artifact } from '../../artifacts/artifact.js';
import { groupBy } from '../../artifacts/group-by.js';
import { headersNamed } from '../../artifacts/mail/mail.js';
import { placeIn } from '../context.js';
import { defineSetCheck, type Place, type RawFinding } from '../define.js';
import { messageIdForm } from '../mails/message-id-form.js';
import { bareId } from '../mails/message-ids.js';
import { isSending } from '../mails/sending.js';
import { otherPlace } from '../other-place.js';
import { mssRule } from '../sources/mss-rule.js';
import { mailPrint } from './message/mail-print.js';

const ECO_2_2_1 = mssRule('ECO.2.2.1', 'MSS/va1.12');
const FORM = { ...ECO_2_2_1, clause: `${ECO_2_2_1.clause} ; RFC 5322, §3.6.4` };

const RULES = {
  missing: ECO_2_2_1,
  repeated: { ...ECO_2_2_1, clause: `${ECO_2_2_1.clause} ; RFC 5322, §3.6` },
  form: FORM,
  obsolete: { ...FORM, severity: 'warning' },
  duplicate: FORM,
} as const;

/** A mail sent, as it is compared with the others. */
interface Sent {
  readonly at: Place;
  /** How many the mail has. */
  readonly count: number;
  readonly field: string;
  readonly print: string;
}

const ID = 'Message-ID: <20260316103000.1@exemple.mssante.fr>';

/** Each mail sent has an identifier of its own, in the form that other agents look for. */
export const messageId = defineSetCheck({
  id: 'mss/message-id',
  on: 'mail',
  rules: RULES,
  examples: [
    { rule: 'missing', base: 'mail-plain', part: 'headers', good: 'Message-ID', bad: 'X-Message-ID' },
    {
      rule: 'repeated',
      base: 'mail-plain',
      part: 'headers',
      good: ID,
      bad: `${ID}\nMessage-ID: <20260316103000.2@exemple.mssante.fr>`,
    },
    { rule: 'form', base: 'mail-plain', part: 'headers', good: ID, bad: 'Message-ID: <20260316103000.1>' },
    {
      rule: 'obsolete',
      base: 'mail-plain',
      part: 'headers',
      good: ID,
      bad: 'Message-ID: <"20260316 103000"@exemple.mssante.fr>',
    },
    {
      rule: 'duplicate',
      base: 'mail-conversation',
      part: 'automatic.headers',
      good: '<20260305103000.1@exemple.mssante.fr>',
      bad: '<20260303103000.1@exemple.mssante.fr>',
    },
  ],
  keep: sentMail,
  run(kept: readonly (Sent | undefined)[]) {
    const sent = kept.filter((each) => each !== undefined);
    const findings: RawFinding<keyof typeof RULES>[] = [];
    for (const { at, count, field } of sent) {
      const form = messageIdForm(field);
      if (field.trim() === '') findings.push({ rule: 'missing', at });
      else if (count > 1) findings.push({ rule: 'repeated', at, args: { count } });
      else if (form === 'wrong') findings.push({ rule: 'form', at, actual: field });
      else if (form === 'obsolete') findings.push({ rule: 'obsolete', at, actual: field });
    }
    for (const [id, mails] of groupBy(sent, ({ field }) => bareId(field) || undefined)) {
      // The same mail may be exported twice, or be told by a log too.
      const [first, ...others] = [...groupBy(mails, ({ print }) => print).values()].flatMap(([mail]) => mail ?? []);
      if (first)
        for (const { at } of others) findings.push({ rule: 'duplicate', at, args: otherPlace(first.at), actual: id });
    }
    return { evaluated: sent.length, findings, ...(sent.length === 0 && { applies: false }) };
  },
});

/** Undefined for a mail that the software did not send. */
function sentMail(mail: Artifact<'mail'>): Sent | undefined {
  if (!isSending(mail)) return undefined;
  const fields = headersNamed(mail.content, 'Message-ID');
  const [first, second] = fields;
  return {
    at: placeIn(mail, { line: (second ?? first)?.line ?? 1, path: 'Message-ID' }),
    count: fields.length,
    field: first?.raw.trim() ?? '',
    print: mailPrint(mail),
  };
}
