import { groupBy } from '../../artifacts/group-by.js';
import { isOfDossier } from '../context.js';
import { defineSetCheck, type Need, type RawFinding, type Rule } from '../define.js';
import { keptBy } from '../kept-by.js';
import { messageIdForm } from '../mails/message-id-form.js';
import { type ConversedMail, conversed } from './conversation/conversed-mail.js';
import { type DeliveryReport, deliveryReportOf } from './conversation/delivery-outcome.js';

function rule(section: string, severity: Rule['severity']): Rule {
  return { severity, mark: 'primary', clause: `MSS/va1.14, RFC ${section}`, samples: null };
}

const RULES = {
  unreadable: rule('3464 §2.3 et RFC 8098 §3.2', 'warning'),
  unidentified: rule('6522 §3 et RFC 8098 §3.2.5', 'warning'),
  'other-mail': rule('6522 §3 et RFC 8098 §3.2.5', 'warning'),
  recipient: { ...rule('3464 §2.3.2', 'info'), mark: 'belief' },
  failed: rule('3464 §2.3.3', 'info'),
} as const satisfies Record<string, Rule>;

type Found = RawFinding<keyof typeof RULES>;

interface Kept {
  readonly mail: ConversedMail;
  readonly report: DeliveryReport | undefined;
}

/** What a DSN tells (RFC 3464 §2.3.3), then an MDN: `denied` and `failed` were so until RFC 3798. */
const OUTCOMES = new Set(
  'failed delayed delivered relayed expanded displayed deleted dispatched processed denied'.split(' '),
);

/** What comes back of a mail is about one that the software sent: its user can then see that it arrived, or that it did not. */
export const deliveryReport = defineSetCheck({
  id: 'mss/delivery-report',
  on: 'mail',
  rules: RULES,
  examples: [
    example('unreadable', 'notification', 'Action: ', 'X-Action: '),
    example('unidentified', 'original', 'Message-ID: ', 'X-Message-ID: '),
    example('other-mail', 'original', 'Message-ID: <', 'Message-ID: <autre.'),
    example('recipient', 'notification', 'jean.correspondant', 'hugo.bernard'),
    example('failed', 'notification', 'Action: delivered\nStatus: 2.0.0', 'Action: failed\nStatus: 5.1.1'),
  ],
  keep: (mail): Kept => ({ mail: keptBy(conversed, mail), report: deliveryReportOf(mail) }),
  run: (kept: readonly Kept[], context) => {
    const sendings = kept.flatMap(({ mail }) => (mail.isSending && !mail.isReport ? [mail] : []));
    const sent = groupBy(sendings, ({ messageId }) => messageId);
    // A mail that has no identifier, none of the right form or that of another may be the one: mss/message-id tells it.
    const isAmbiguous =
      [...sent.values()].some((mails) => mails.length > 1) ||
      sendings.some(({ messageId = '' }) => messageIdForm(`<${messageId}>`) === 'wrong');
    const findings: Found[] = [];
    const needs: Need[] = [];
    let reports = 0;
    let evaluated = 0;
    for (const { mail, report } of kept) {
      if (!report || mail.isAttached || mail.role === 'outgoing' || (mail.role === undefined && !report.isDelivery))
        continue;
      reports++;
      const at = report.outcomes[0]?.at ?? { artifact: mail.path, line: 1 };
      const readable = report.outcomes.filter(
        ({ action, recipient }) => OUTCOMES.has(action) && recipient !== undefined,
      );
      // A report that tells nothing shows nothing.
      if (readable.length > 0) evaluated++;
      if (readable.length < Math.max(report.outcomes.length, 1)) findings.push({ rule: 'unreadable', at });
      findings.push(...readable.flatMap(failure));
      const about = report.ids.map((id) => sent.get(id)).find((each) => each !== undefined);
      if (about) findings.push(...strangers(about, report));
      else if (report.ids.length === 0) findings.push({ rule: 'unidentified', at });
      else if (!isOfDossier(context) || isAmbiguous) continue;
      else if (sent.size > 0) findings.push({ rule: 'other-mail', at, args: { id: report.ids[0] ?? '' } });
      else needs.push({ code: 'need/reported-mail', args: { file: mail.path, id: report.ids[0] ?? '' } });
    }
    return { evaluated, findings, needs, ...(reports === 0 && { applies: false }) };
  },
});

function failure({ at, action, status }: DeliveryReport['outcomes'][number]): Found[] {
  return action === 'failed' ? [{ rule: 'failed', at, args: { status: status || '5.0.0' } }] : [];
}

/** A report for none of those that the mail was for: a list or a redirection may be why. */
function strangers(mails: readonly ConversedMail[], { outcomes }: DeliveryReport): Found[] {
  const own = new Set(mails.flatMap(({ recipients }) => [...recipients]));
  const told = outcomes.filter(({ recipient }) => recipient !== undefined);
  const [first] = told;
  if (!first || own.size === 0 || told.some(({ recipient }) => own.has(recipient ?? ''))) return [];
  return [{ rule: 'recipient', at: first.at, args: { other: mails[0]?.path ?? '' } }];
}

function example<R extends string>(rule: R, part: string, good: string, bad: string) {
  return { rule, base: 'mail-conversation' as const, part: `delivery.${part}`, good, bad };
}
