import type { Artifact } from '../../artifacts/artifact.js';
import { bufferOf } from '../../artifacts/buffer-of.js';
import { headersNamed } from '../../artifacts/mail/mail.js';
import { isProfessionalAddress, isSameAddress } from '../../identity/addresses.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { plainParts, textIn } from '../mails/mail-text.js';
import { addressesIn } from '../mails/recipients.js';
import { isReadingReceipt, isSending } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';

const ECO = 'ECO.2.2.5';
const REM = 'MSS/va1.09';

/** Where the notice is looked for: lines that are not empty, from the last one. A signature may follow it. */
const LAST_LINES = 10;

const REPLY_TO = 'Reply-To: <claire.martin@exemple.mssante.fr>';
const NOTICE = 'Ce message a été envoyé de façon automatique. Pour joindre son auteur :';

/** What a software sends by itself, from its own mailbox, says so and tells whom to answer. */
export const automaticSending = defineCheck({
  id: 'mss/automatic-sending',
  on: 'mail',
  rules: {
    'no-reply-to': mssRule(ECO, REM),
    'reply-to-sender': mssRule(ECO, REM),
    // The référentiel shows the form of a mailbox; which domains are of the espace de confiance is told elsewhere.
    'reply-to-outside': mssRule(ECO, REM, 'warning'),
    // The référentiel imposes no wording, and "the end" of a text is our reading.
    'no-notice': mssRule(ECO, REM, 'warning'),
    'notice-address': mssRule(ECO, REM, 'warning'),
  },
  examples: [
    { ...automatic('headers'), rule: 'no-reply-to', good: 'Reply-To: ', bad: 'X-Comment: ' },
    {
      ...automatic('headers'),
      rule: 'reply-to-sender',
      good: REPLY_TO,
      bad: 'Reply-To: <envoi.automatique@exemple.mssante.fr>',
    },
    {
      ...automatic('headers'),
      rule: 'reply-to-outside',
      good: REPLY_TO,
      bad: `${REPLY_TO}, <claire.martin@exemple.fr>`,
    },
    { ...automatic('body'), rule: 'no-notice', good: NOTICE, bad: 'Pour me joindre :' },
    {
      ...automatic('body'),
      rule: 'notice-address',
      good: 'claire.martin@exemple.mssante.fr',
      bad: 'hugo.bernard@exemple.mssante.fr',
    },
  ],
  run(mail) {
    if (mail.declared.mailbox !== 'APP' || !isSending(mail) || isReadingReceipt(mail))
      return { evaluated: 0, findings: [], applies: false };
    const notice = judgeNotice(mail);
    return { evaluated: 1 + notice.evaluated, findings: [...judgeReplyTo(mail), ...notice.findings] };
  },
});

type Found = RawFinding<'no-reply-to' | 'reply-to-sender' | 'reply-to-outside' | 'no-notice' | 'notice-address'>;

function automatic(part: string) {
  return { base: 'mail-conversation', part: `automatic.${part}` } as const;
}

function judgeReplyTo(mail: Artifact<'mail'>): Found[] {
  const replies = addressesIn(mail, ['reply-to']);
  if (replies.length === 0) {
    const line = headersNamed(mail.content, 'reply-to')[0]?.line ?? 1;
    return [{ rule: 'no-reply-to', at: placeIn(mail, { line, path: 'Reply-To' }) }];
  }
  return replies.flatMap(({ address, header }): Found[] => {
    const at = placeIn(mail, { line: header.line, path: header.name });
    if (isSender(mail, address)) return [{ rule: 'reply-to-sender', at, actual: address }];
    return isProfessionalAddress(address) ? [] : [{ rule: 'reply-to-outside', at, actual: address }];
  });
}

/** The notice is read in the plain text, which every mail must have (ECO.2.2.4): without it mss/message-body says so. */
function judgeNotice(mail: Artifact<'mail'>): { evaluated: number; findings: Found[] } {
  const texts = plainParts(mail);
  const [first] = texts;
  if (!first) return { evaluated: 0, findings: [] };
  const end = texts
    // What is looked for is of ASCII: a text in a charset that is not its own holds it all the same.
    .flatMap((part) => (textIn(part) ?? bufferOf(part.body).toString('latin1')).split('\n'))
    .filter((line) => line.trim() !== '')
    .slice(-LAST_LINES)
    .join('\n');
  const at = placeIn(mail, { line: first.bodyLine });
  if (!/automat/i.test(end)) return { evaluated: 1, findings: [{ rule: 'no-notice', at }] };
  // A wrong Reply-To is told already, and is not to be copied into the text.
  const replies = addressesIn(mail, ['reply-to']).filter(
    ({ address }) => isProfessionalAddress(address) && !isSender(mail, address),
  );
  if (replies.length === 0 || replies.some(({ address }) => holdsAddress(end, address)))
    return { evaluated: 1, findings: [] };
  const expected = replies.map(({ address }) => address).join(', ');
  return { evaluated: 1, findings: [{ rule: 'notice-address', at, args: { expected } }] };
}

function isSender(mail: Artifact<'mail'>, address: string): boolean {
  return addressesIn(mail, ['from']).some((sender) => isSameAddress(sender.address, address));
}

/** True when a text holds an address, and not a longer one that has it inside. */
function holdsAddress(text: string, address: string): boolean {
  const [searched, wanted] = [text.toLowerCase(), address.toLowerCase()];
  for (let at = searched.indexOf(wanted); at !== -1; at = searched.indexOf(wanted, at + 1)) {
    const before = searched.charAt(at - 1);
    const after = searched.slice(at + wanted.length, at + wanted.length + 2);
    if (!/[\w.%+-]/.test(before) && !/^(?:[\w-]|\.\w)/.test(after)) return true;
  }
  return false;
}
