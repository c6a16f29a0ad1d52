import { isPatientAddress, PATIENT_TEST_ADDRESS } from '../../identity/addresses.js';
import { isInDossier, type Told } from '../cda/hl7-transport/exchanged.js';
import { defineSetCheck, type Need, type Place, type RawFinding } from '../define.js';
import { voletRule } from '../sources/volet-rule.js';
import type { MailRequest } from './platform/mail-requests.js';
import { namesOf, type PlatformKept, type PlatformPair, platformKept, platformPairs } from './platform/pairs.js';
import type { SentMail } from './platform/sent-mails.js';

const MAPPING = 'mapping message MSS';

const RULES = {
  from: voletRule(`${MAPPING}, FROM`, 'error', 0, 0, ''),
  'reply-to': voletRule(`${MAPPING}, REPLY TO`, 'error', 0, 0, ''),
  recipient: voletRule(`${MAPPING}, TO`, 'error', 0, 0, ''),
  'no-reply': voletRule(`${MAPPING}, X-MSS-MES`, 'error', 0, 0, ''),
  text: voletRule(`${MAPPING}, Body`, 'error', 0, 0, ''),
  altered: voletRule('OBX-5, document à envoyer', 'error', 0, 0, ''),
  // The two headers are how a receipt is asked for (RFC 8098 §2.1; va1.15); a server may be asked for the second otherwise (RFC 3461).
  'reading-receipt': voletRule('ACK_LECTURE_MSS et RFC 8098, §2.1', 'error', 0, 0, ''),
  'delivery-receipt': voletRule('ACK_RECEPTION', 'warning', 0, 0, ''),
  // Words tell it.
  deletion: voletRule('processus « Demande de suppression » (MSS/UX.38)', 'warning', 0, 0, ''),
} as const;

type Found = RawFinding<keyof typeof RULES>;

const TO_PATIENT = 'DESTMSSANTEPAT^DESTMSSANTEPAT^MetaDMPMSS||Y^^expandedYes-NoIndicator||||||';

/** The mails that the platform makes of a message say what it asks for, to those whom it names, with its very documents. */
export const platformMail = defineSetCheck({
  id: 'mss/platform-mail',
  on: ['mail', 'hl7v2'],
  rules: RULES,
  examples: [
    example('from', '^^X.400^claire.martin@exemple', '^^X.400^envoi.automatique@exemple'),
    example('reply-to', '^^X.400^claire.martin@exemple', '^^X.400^ines.dubois@exemple'),
    example('recipient', '^^X.400^hugo.bernard@exemple', '^^X.400^ines.dubois@exemple'),
    example('no-reply', `${TO_PATIENT}F`, `${TO_PATIENT}F\nNTE|1||Sans réponse|FIN`),
    { ...example('text', 'Vous trouverez ci-joint', 'Voici'), part: 'professional.body' },
    example('altered', '{cda}', '{cda-altered}'),
    { ...example('reading-receipt', 'Disposition-Notification-To', 'X-Notification'), part: 'professional.headers' },
    { ...example('delivery-receipt', 'Return-Receipt-To', 'X-Receipt'), part: 'professional.headers' },
    {
      ...example('deletion', 'est à supprimer', 'est à classer'),
      base: 'hl7v2-platform-removal',
      part: 'professional.body',
    },
  ],
  keep: platformKept,
  run: (kept: readonly PlatformKept[], context) => {
    const pairs = platformPairs(kept);
    const roles = kept.flatMap(({ requests }) => requests.map(({ role }) => role));
    return {
      evaluated: pairs.length,
      findings: pairs.flatMap(judge),
      needs: isInDossier(roles, context) ? missingMails(pairs) : [],
      ...(pairs.length === 0 && { applies: false }),
    };
  },
});

function judge(pair: PlatformPair): Found[] {
  return [
    ...judgeSender(pair),
    ...judgeRecipients(pair),
    ...judgeText(pair),
    ...judgeDocuments(pair),
    ...judgeReceipts(pair),
  ];
}

function judgeSender({ request, mail }: PlatformPair): Found[] {
  const [reply] = request.replies;
  if (!reply) return [];
  const args = argsOf(reply.at);
  const replies = request.replies.map(({ text }) => text.toLowerCase());
  const own = mail.from.find(({ text }) => replies.includes(text));
  if (own) return [{ rule: 'from', at: own.at, args, actual: own.text }];
  const told = mail.replyTo.map(({ text }) => text);
  if (replies.every((address) => told.includes(address))) return [];
  return [{ rule: 'reply-to', at: mail.replyTo[0]?.at ?? mail.at, args, actual: told.join(', ') }];
}

/** Whom the message asks to write to: what it does not allow is for mss/platform-masking to say. */
function judgeRecipients({ request, mail }: PlatformPair): Found[] {
  const { recipients, matricules, noReply } = request;
  const named = new Set([
    ...recipients.map(({ text }) => text.toLowerCase()),
    ...matricules.map((matricule) => `${matricule.toLowerCase()}@patient.mssante.fr`),
    PATIENT_TEST_ADDRESS,
  ]);
  const args = argsOf(recipients[0]?.at ?? { artifact: request.path });
  // A message that names nobody is told by cda/transport-metadata.
  const found = (recipients.length > 0 ? addressed(request, mail) : [])
    .filter(({ text }) => !named.has(text))
    .map(({ text, at }): Found => ({ rule: 'recipient', at, args, actual: text }));
  const [patient] = mail.patients;
  if (noReply && patient && !mail.endsExchange) found.push({ rule: 'no-reply', at: mail.at, args: argsOf(noReply) });
  return found;
}

function addressed(request: MailRequest, mail: SentMail): Told[] {
  return [
    ...(request.toProfessionals?.value === 'N' ? [] : mail.professionals),
    ...(wantsPatient(request) ? mail.patients : []),
  ];
}

function wantsPatient({ toPatient, hiddenFromPatient }: MailRequest): boolean {
  return toPatient?.value !== 'N' && hiddenFromPatient?.value !== 'Y';
}

/** One of the texts that are for those who receive the mail stands in it, as a whole. */
function judgeText({ request, mail }: PlatformPair): Found[] {
  const { text } = mail;
  const found: Found[] = [];
  const wanted = [
    ...(mail.professionals.length > 0 ? [request.textForProfessionals] : []),
    ...(mail.patients.length > 0 ? [request.textForPatient] : []),
  ].flatMap((each) => each ?? []);
  const [first] = wanted;
  if (text && first && !wanted.some((each) => text.text.includes(each.text)))
    found.push({ rule: 'text', at: text.at, args: argsOf(first.at) });
  const [document] = request.documents;
  if (request.deletes && !mail.speaksOfDeletion)
    found.push({ rule: 'deletion', at: text?.at ?? mail.at, args: argsOf(document?.at ?? { artifact: request.path }) });
  return found;
}

function judgeDocuments({ request, mail }: PlatformPair): Found[] {
  const sent = new Set(request.documents.map(({ sha256 }) => sha256));
  return mail.documents.flatMap((document): Found[] => {
    const own = request.documents.find((each) => namesOf(each).some((name) => namesOf(document).includes(name)));
    return own && !sent.has(document.sha256) ? [{ rule: 'altered', at: document.at, args: argsOf(own.at) }] : [];
  });
}

function judgeReceipts({ request: { asksReading, asksReception }, mail }: PlatformPair): Found[] {
  const found: Found[] = [];
  if (asksReading?.value === 'Y' && !mail.asksReading)
    found.push({ rule: 'reading-receipt', at: mail.at, args: argsOf(asksReading.at) });
  if (asksReception?.value === 'Y' && !mail.asksReception)
    found.push({ rule: 'delivery-receipt', at: mail.at, args: argsOf(asksReception.at) });
  return found;
}

/** Where the message says it. */
function argsOf({ artifact, path = '' }: Place): { message: string; 'message-path': string } {
  return { message: artifact, 'message-path': path };
}

/** The recipients of a message that no mail given is to, when one is given to another: Bcc leaves no trace, and mails are many. */
function missingMails(pairs: readonly PlatformPair[]): Need[] {
  const requests = new Map<MailRequest, Set<string>>();
  for (const { request, mail } of pairs) {
    const served = requests.get(request) ?? new Set<string>();
    for (const { text } of [...mail.professionals, ...mail.patients]) served.add(text);
    requests.set(request, served);
  }
  return [...requests].flatMap(([request, served]) => {
    const testedPatient = served.has(PATIENT_TEST_ADDRESS);
    return request.recipients
      .filter(({ text }) => {
        const address = text.toLowerCase();
        if (!isPatientAddress(address)) return request.toProfessionals?.value === 'Y' && !served.has(address);
        return request.toPatient?.value === 'Y' && wantsPatient(request) && !testedPatient && !served.has(address);
      })
      .map(({ at }): Need => ({ code: 'need/platform-mail', args: { file: request.path, recipient: at.path ?? '' } }));
  });
}

function example<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'hl7v2-platform' as const, part: 'message', good, bad };
}
