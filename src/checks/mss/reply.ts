import { defineSetCheck, type RawFinding, type Rule } from '../define.js';
import { mssRule } from '../sources/mss-rule.js';
import { byMessageId, type ConversedMail, conversed } from './conversation/conversed-mail.js';

const VA1_08 = mssRule('ECO.2.2.2', 'MSS/va1.08');

/** What the fields hold is told with SHOULD: severity is less than that of their absence. */
const RFC_5322: Rule = { ...VA1_08, severity: 'warning', clause: `${VA1_08.clause}, RFC 5322 §3.6.4` };

const RULES = {
  unthreaded: VA1_08,
  // That it is a reply is read in its subject.
  threading: { ...VA1_08, severity: 'warning' },
  'in-reply-to': VA1_08,
  references: VA1_08,
  identifiers: { ...VA1_08, clause: RFC_5322.clause },
  itself: { ...VA1_08, clause: RFC_5322.clause },
  last: RFC_5322,
  chain: RFC_5322,
  'other-original': RFC_5322,
  'no-original': { ...RFC_5322, severity: 'info' },
} as const satisfies Record<string, Rule>;

type Found = RawFinding<keyof typeof RULES>;

const LETTER = '<20260302103000.1@exemple.mssante.fr>';
const QUESTION = '<20260303090000.7@exemple.mssante.fr>';
const ANSWERED = `In-Reply-To: ${QUESTION}`;
const LISTED = `References: ${LETTER} ${QUESTION}`;

/** A reply names the mail that it answers, and those before. */
export const reply = defineSetCheck({
  id: 'mss/reply',
  on: 'mail',
  rules: RULES,
  examples: [
    example('unthreaded', `${ANSWERED}\n${LISTED}`, 'X-Comment: -'),
    { ...example('threading', 'Subject: ', 'Subject: Re: '), base: 'mail-plain', part: 'headers' },
    example('in-reply-to', 'In-Reply-To:', 'X-In-Reply-To:'),
    example('references', 'References:', 'X-References:'),
    example('identifiers', 'In-Reply-To: ', 'In-Reply-To: votre message '),
    example('itself', ANSWERED, 'In-Reply-To: <20260303113000.2@exemple.mssante.fr>'),
    example('last', LISTED, `References: ${QUESTION} ${LETTER}`),
    example('chain', LISTED, `References: ${QUESTION}`),
    example(
      'other-original',
      `${ANSWERED}\n${LISTED}`,
      'In-Reply-To: <autre@exemple.mssante.fr>\nReferences: <autre@exemple.mssante.fr>',
    ),
    {
      ...example(
        'no-original',
        'Subject: ',
        'In-Reply-To: <autre@exemple.mssante.fr>\nReferences: <autre@exemple.mssante.fr>\nSubject: Re: ',
      ),
      base: 'mail-plain',
      part: 'headers',
    },
  ],
  keep: conversed,
  run: (mails: readonly ConversedMail[]) => {
    const known = byMessageId(mails);
    const written = new Written(mails);
    const findings: Found[] = [];
    let evaluated = 0;
    for (const mail of mails) {
      if (!mail.isSending || mail.isReport) continue;
      const { inReplyTo, references } = mail;
      if (!inReplyTo && (mail.subject.isForward || !references) && !mail.subject.isReply) continue;
      evaluated++;
      const likely = written.original(mail);
      if (!inReplyTo && !references) {
        const at = mail.subject.at;
        findings.push(likely ? { rule: 'unthreaded', at, args: { other: likely.path } } : { rule: 'threading', at });
        continue;
      }
      findings.push(...judgeForm(mail), ...judgeContent(mail, known, likely));
    }
    return { evaluated, findings, ...(evaluated === 0 && { applies: false }) };
  },
});

/** Mails by their subject, their recipient and where their answers go. */
class Written {
  readonly #mails = new Map<string, ConversedMail[]>();
  /** Texts by a number: a mail may have a subject of 100 KB and thousands of recipients. */
  readonly #numbers = new Map<string, number>();

  constructor(mails: readonly ConversedMail[]) {
    for (const mail of mails) {
      const { answersTo, recipients, isReport, subject } = mail;
      if (isReport || subject.key === '') continue;
      for (const recipient of recipients) {
        const key = this.#keyOf(answersTo[0], recipient, subject.key);
        const known = this.#mails.get(key);
        if (!known) this.#mails.set(key, [mail]);
        // Two of each, since a mail to oneself is its own.
        else if (known.length < 2) known.push(mail);
      }
    }
  }

  /** The first mail that a reply seems to answer: of the same subject, from one of its recipients to its sender. */
  original(mail: ConversedMail): ConversedMail | undefined {
    if (!mail.subject.isReply) return undefined;
    return [...mail.recipients]
      .flatMap((address) => this.#mails.get(this.#keyOf(address, mail.from[0], mail.subject.key)) ?? [])
      .find((other) => other !== mail);
  }

  #keyOf(...texts: readonly (string | undefined)[]): string {
    return texts.map((text = '') => this.#numberOf(text)).join(' ');
  }

  #numberOf(text: string): number {
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }
}

function judgeForm({ inReplyTo, references, messageId }: ConversedMail): Found[] {
  const found: Found[] = [];
  if (references && !inReplyTo) found.push({ rule: 'in-reply-to', at: references.at });
  if (inReplyTo && !references) found.push({ rule: 'references', at: inReplyTo.at });
  for (const field of [inReplyTo, references])
    if (field && (field.isIrregular || field.ids.length === 0))
      found.push({ rule: 'identifiers', at: field.at, args: { field: field.at.path ?? '' } });
  if (inReplyTo && messageId !== undefined && inReplyTo.ids.includes(messageId))
    found.push({ rule: 'itself', at: inReplyTo.at });
  return found;
}

function judgeContent(
  { inReplyTo, references }: ConversedMail,
  known: ReadonlyMap<string, ConversedMail>,
  likely: ConversedMail | undefined,
): Found[] {
  if (!inReplyTo) return [];
  const found: Found[] = [];
  const listed = references?.ids ?? [];
  const [parent] = inReplyTo.ids;
  if (parent === undefined) return [];
  // A reply to several mails ends with whichever of them.
  if (references && listed.length > 0 && !inReplyTo.ids.includes(listed.at(-1) ?? ''))
    found.push({ rule: 'last', at: references.at, args: { id: parent } });
  const original = inReplyTo.ids.map((id) => known.get(id)).find((each) => each !== undefined);
  if (!original) {
    if (likely?.messageId !== undefined && !listed.some((id) => known.has(id)))
      found.push({ rule: 'other-original', at: inReplyTo.at, args: { other: likely.path, id: likely.messageId } });
    else found.push({ rule: 'no-original', at: inReplyTo.at, args: { id: parent } });
    return found;
  }
  const chain = original.references?.ids ?? [];
  const own = new Set(listed);
  if (references && chain.some((id) => !own.has(id)))
    found.push({ rule: 'chain', at: references.at, args: { other: original.path } });
  return found;
}

function example<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'mail-conversation' as const, part: 'reply.headers', good, bad };
}
