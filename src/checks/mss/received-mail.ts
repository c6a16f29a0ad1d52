import { type Artifact, type Declaration, isKind } from '../../artifacts/artifact.js';
import { groupBy } from '../../artifacts/group-by.js';
import { OBX } from '../../artifacts/hl7v2/fields.js';
import { addressesOf, type Told, tell } from '../cda/hl7-transport/exchanged.js';
import { transportsOf } from '../cda/hl7-transport/transports.js';
import { placeIn } from '../context.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { plainTextOf, subjectOf } from '../mails/mail-text.js';
import { bareId, messageIdOf } from '../mails/message-ids.js';
import { answersTo } from '../mails/recipients.js';
import { voletRule } from '../sources/volet-rule.js';
import { textIn } from './platform/mail-requests.js';
import { wordPrints } from './platform/word-prints.js';

const MAIL = 'informations du courriel MSSanté';

const RULES = {
  subject: voletRule(`${MAIL}, OBX-3.2`, 'error', 0, 0, ''),
  // « Contenu du courriel » may be more than its text.
  text: voletRule(`${MAIL}, OBX-5`, 'warning', 0, 0, ''),
  'reply-to': voletRule('PRT-15, adresse de réponse', 'error', 0, 0, ''),
} as const;

type Found = RawFinding<keyof typeof RULES>;

/** A mail that was received. Addresses are in lower case, texts are prints of their words. */
interface Received {
  readonly path: string;
  readonly role: Declaration['role'];
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly replyTo: readonly string[];
}

/** What a message that delivers a document says of the mail that brought it. */
interface Delivered {
  readonly mailId: string;
  readonly subject: Told;
  /** Prints of the words of OBX-5; undefined when it can't be read as text. */
  readonly text: Told | undefined;
  readonly replies: readonly Told[];
}

interface Kept {
  readonly mail?: Received;
  readonly delivered: readonly Delivered[];
}

/** The message that delivers a document tells the subject, the text and the address to answer of the mail that brought it. */
export const receivedMail = defineSetCheck({
  id: 'mss/received-mail',
  on: ['mail', 'hl7v2'],
  rules: RULES,
  examples: [
    example('subject', '^XDM/1.0/DDM+2 documents', '^Courriel reçu'),
    // « Bonjour, », then « Bonsoir, ».
    example('text', '^text^^Base64^Qm9uam91ciwK', '^text^^Base64^Qm9uc29pciwK'),
    example(
      'reply-to',
      '^^X.400^jean.correspondant@exemple.mssante.fr',
      '^^X.400^jean.correspondant@exemple.mssante.fr\nPRT||UC||REPLY^Reply To^participation|||||||||||^^X.400^hugo.bernard@exemple.mssante.fr',
    ),
  ],
  keep: keptOf,
  run: (kept: readonly Kept[]) => {
    const byId = groupBy(
      kept.flatMap(({ mail }) => (mail && mail.role !== 'outgoing' ? [mail] : [])),
      ({ id }) => id,
    );
    const pairs = kept
      .flatMap(({ delivered }) => delivered)
      .flatMap((message) => {
        const [mail, other] = byId.get(message.mailId) ?? [];
        // Two mails of one id are another's fault.
        return mail && !other ? [{ mail, message }] : [];
      });
    return {
      evaluated: pairs.length,
      findings: pairs.flatMap(judge),
      ...(pairs.length === 0 && { applies: false }),
    };
  },
});

function judge({ mail, message }: { readonly mail: Received; readonly message: Delivered }): Found[] {
  const { subject, text, replies } = message;
  const args = { mail: mail.path };
  const found: Found[] = [];
  if (wordPrints(subject.text) !== wordPrints(mail.subject))
    found.push({ rule: 'subject', at: subject.at, args, actual: subject.text });
  if (text && !text.text.includes(mail.text)) found.push({ rule: 'text', at: text.at, args });
  for (const reply of replies)
    if (!mail.replyTo.includes(reply.text.toLowerCase()))
      found.push({ rule: 'reply-to', at: reply.at, args, actual: reply.text });
  return found;
}

function keptOf(artifact: Artifact<'mail'> | Artifact<'hl7v2'>): Kept {
  if (isKind(artifact, 'hl7v2')) return { delivered: deliveredBy(artifact) };
  const id = messageIdOf(artifact);
  if (id === undefined || artifact.within === 'mail') return { delivered: [] };
  return {
    mail: {
      path: artifact.path,
      role: artifact.declared.role,
      id,
      subject: subjectOf(artifact),
      text: wordPrints(plainTextOf(artifact)?.text ?? ''),
      replyTo: answersTo(artifact),
    },
    delivered: [],
  };
}

function deliveredBy(artifact: Artifact<'hl7v2'>): Delivered[] {
  return transportsOf(artifact).flatMap(({ message, volet, others }) => {
    const obx = others.find((each) => each.field(OBX.valueType).text.trim() === 'ED');
    if (volet !== 'deliver' || !obx) return [];
    const text = textIn(obx);
    // A mail given whole is not its text.
    const isWhole = text !== undefined && /^(?:[\w-]+:.*\r?\n)+/.test(text) && /^MIME-Version:/im.test(text);
    return [
      {
        mailId: bareId(obx.field(OBX.code).component(1).text),
        subject: tell(artifact, obx.field(OBX.code).component(2)),
        text:
          text === undefined || isWhole
            ? undefined
            : { text: wordPrints(text), at: placeIn(artifact, obx.field(OBX.value).location) },
        replies: addressesOf(artifact, message, 'REPLY'),
      },
    ];
  });
}

function example<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'hl7v2-delivery' as const, part: 'forwarded', good, bad };
}
