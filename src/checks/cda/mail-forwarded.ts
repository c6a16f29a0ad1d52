import { type Artifact, isKind } from '../../artifacts/artifact.js';
import { groupBy } from '../../artifacts/group-by.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { keptBy } from '../kept-by.js';
import { bareId } from '../mails/message-ids.js';
import { voletRule } from '../sources/volet-rule.js';
import { type SentTransport, sentTransports } from './hl7-transport/exchanged.js';
import { type Mailed, mailed } from './hl7-transport/mails.js';

const RULES = {
  'not-forwarded': voletRule('processus « Demande de transmission initiale » (CDA/HL7.03)', 'error', 0, 0, ''),
  altered: voletRule('OBX-5, document reçu (CDA/HL7.03)', 'error', 0, 0, ''),
  profile: voletRule('MSH-21, « Transmission au LPS »', 'error', 0, 0, ''),
  event: voletRule('MSH-9, demande portée par les métadonnées du courriel', 'warning', 0, 0, ''),
  sender: voletRule('PRT-15, expéditeur', 'error', 0, 0, ''),
  recipient: voletRule('PRT-15, destinataire initial', 'warning', 0, 0, ''),
  'message-id': voletRule('OBX-3.1, informations du courriel MSSanté', 'error', 0, 0, ''),
} as const;

type Found = RawFinding<keyof typeof RULES>;

interface Kept {
  readonly mail?: Mailed;
  readonly transports: readonly SentTransport[];
}

/** Each document of the archive of a mail received leaves, unchanged, in a message of its own to the software that it is for. */
export const mailForwarded = defineSetCheck({
  id: 'cda/mail-forwarded',
  on: ['mail', 'hl7v2'],
  rules: RULES,
  examples: [
    {
      ...example('not-forwarded', '^Base64^{cda2}', '^Base64^RG9jdW1lbnQ='),
      part: 'forwarded2',
      trips: ['cda/transport-document'],
    },
    { ...example('altered', '{cda}', '{cda-altered}'), trips: ['cda/mail-receipt'] },
    {
      ...example('profile', '1.1^CISIS_CDA_HL7_LPS', '2.1^CISIS_CDA_HL7_V2'),
      trips: ['cda/transport-message', 'cda/transport-metadata'],
    },
    {
      ...example('event', 'MDM^T02^MDM_T02', 'MDM^T10^MDM_T02'),
      trips: ['cda/transport-message', 'cda/transport-acknowledgement'],
    },
    example('sender', '^^X.400^claire.martin@exemple.mssante.fr', '^^X.400^hugo.bernard@exemple.mssante.fr'),
    example('recipient', '^^X.400^jean.correspondant@exemple.mssante.fr', '^^X.400^hugo.bernard@exemple.mssante.fr'),
    example('message-id', 'OBX|2|ED|20260316103000.1@', 'OBX|2|ED|20260316103000.7@'),
  ],
  keep: keptOf,
  run: (kept: readonly Kept[]) => {
    const transports = kept.flatMap((each) => each.transports).filter(({ role }) => role !== 'incoming');
    const carrying = groupBy(
      transports.flatMap((message) => message.documents.flatMap(namesOf).map((name) => ({ name, message }))),
      ({ name }) => name,
    );
    const findings: Found[] = [];
    const needs: Need[] = [];
    let evaluated = 0;
    for (const mail of kept.flatMap((each) => each.mail ?? [])) {
      if (mail.role === 'outgoing' || mail.documents.length === 0) continue;
      const about = mail.documents.map((document) => ({
        document,
        messages: [
          ...new Set(
            namesOf(document)
              .flatMap((name) => carrying.get(name) ?? [])
              .map(({ message }) => message),
          ),
        ],
      }));
      const delivered = about.some(({ messages }) => messages.some(({ volet }) => volet === 'deliver'));
      // Of a mail that nobody says received, what the messages tell is the only sign that it was.
      if (mail.role !== 'incoming' && !delivered) continue;
      if (about.every(({ messages }) => messages.length === 0)) {
        needs.push({ code: 'need/forwarded-message', args: { file: mail.path } });
        continue;
      }
      evaluated += about.length;
      findings.push(...about.flatMap(({ document, messages }) => judge(mail, document, messages)));
    }
    return { evaluated, findings, needs, ...(evaluated === 0 && needs.length === 0 && { applies: false }) };
  },
});

function keptOf(artifact: Artifact<'mail'> | Artifact<'hl7v2'>): Kept {
  if (isKind(artifact, 'mail')) return { mail: keptBy(mailed, artifact), transports: [] };
  return { transports: sentTransports(artifact) };
}

type Document = Mailed['documents'][number];

/** What two documents share that are the same, or were: their bytes, or their id. */
function namesOf({ name, sha256 }: { readonly name: string | undefined; readonly sha256: string }): string[] {
  return [`sha256 ${sha256}`, ...(name === undefined ? [] : [`id ${name}`])];
}

function judge(mail: Mailed, document: Document, messages: readonly SentTransport[]): Found[] {
  if (messages.length === 0) return [{ rule: 'not-forwarded', at: document.at, args: { mail: mail.path } }];
  // The one of the volet, when what was sent to the platform before is there too.
  const delivering = messages.filter(({ volet }) => volet === 'deliver');
  const [first] = messages;
  if (delivering.length === 0 && first)
    return [{ rule: 'profile', at: first.profile.at, args: { mail: mail.path }, actual: first.profile.text }];
  return delivering.flatMap((message) => judgeMessage(mail, document, message));
}

function judgeMessage(mail: Mailed, document: Document, message: SentTransport): Found[] {
  const found: Found[] = [];
  const args = { mail: mail.path };
  for (const own of message.documents)
    if (own.name === document.name && own.sha256 !== document.sha256)
      found.push({ rule: 'altered', at: own.at, args: { document: document.at.artifact } });
  if (message.event !== document.event)
    found.push({ rule: 'event', at: message.at, args: { ...args, event: document.event }, actual: message.event });
  for (const { text, at } of message.senders)
    if (!mail.from.includes(text.toLowerCase())) found.push({ rule: 'sender', at, args, actual: text });
  for (const { text, at } of message.recipients)
    if (!mail.to.includes(text.toLowerCase())) found.push({ rule: 'recipient', at, args, actual: text });
  if (message.mail && mail.messageId !== '' && bareId(message.mail.text) !== mail.messageId)
    found.push({
      rule: 'message-id',
      at: message.mail.at,
      args: { ...args, id: mail.messageId },
      actual: message.mail.text,
    });
  return found;
}

function example<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'hl7v2-delivery' as const, part: 'forwarded', good, bad };
}
