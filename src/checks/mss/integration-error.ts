import { type Artifact, isKind } from '../../artifacts/artifact.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { voletRule } from '../sources/volet-rule.js';
import { byMessageId, type ConversedMail, returnsFiles } from './conversation/conversed-mail.js';
import { type Exchanged, exchanged, isComparedWithMessage } from './conversation/delivered-mails.js';
import { ERROR_CODES, type IntegrationError, integrationErrorOf } from './conversation/integration-error.js';

const SHAPE = 'structure du MDN et du courriel standard en erreur';

const RULES = {
  code: voletRule(`${SHAPE}, code d'erreur`, 'error', 0, 0, ''),
  'unknown-code': voletRule("table des codes d'erreur", 'warning', 0, 0, ''),
  'other-code': voletRule(`${SHAPE}, code d'erreur`, 'warning', 0, 0, ''),
  text: voletRule(`${SHAPE}, texte`, 'error', 0, 0, ''),
  label: voletRule(`${SHAPE}, texte`, 'warning', 0, 0, ''),
  subject: voletRule(`${SHAPE}, objet`, 'warning', 0, 0, ''),
  original: voletRule(`${SHAPE}, courriel d'origine`, 'error', 0, 0, ''),
  'not-returned': voletRule(`${SHAPE}, pièces jointes`, 'error', 0, 0, ''),
} as const;

type Found = RawFinding<keyof typeof RULES>;

interface Kept extends Exchanged {
  readonly error?: IntegrationError | undefined;
}

/** Whoever sent a document that could not be filed is told why, in a form that a person and a software read, and gets it back. */
export const integrationError = defineSetCheck({
  id: 'mss/integration-error',
  on: ['mail', 'hl7v2'],
  rules: RULES,
  examples: [
    example('code', 'Error: 902^', 'Error: '),
    { ...example('unknown-code', 'Error: 902^', 'Error: 999^'), trips: ['cda/mail-receipt'] },
    example('other-code', '][902]', '][904]'),
    example('text', 'Erreur 902', 'Erreur'),
    example('label', 'Identifiant patient inconnu.', 'voir la notice.'),
    {
      ...example('subject', 'Subject: ', 'Subject: [KO Intégration système !][902] '),
      base: 'mail-plain',
      part: 'headers',
    },
    example('original', 'Content-Type: message/rfc822', 'Content-Type: text/rfc822-headers'),
    example('not-returned', 'Content-Type: message/rfc822', 'Content-Type: text/rfc822-headers'),
  ],
  keep: keptOf,
  run: (kept: readonly Kept[]) => {
    const known = byMessageId(kept.flatMap(({ mail }) => mail ?? []));
    const delivers = new Set(kept.flatMap((each) => each.delivers ?? []));
    const findings: Found[] = [];
    let evaluated = 0;
    for (const { mail, error } of kept) {
      if (!mail?.isSending || !error) continue;
      const receipt = mail.receipts.find(({ isError }) => isError);
      const id = receipt?.originalId ?? mail.returnedId ?? mail.inReplyTo?.ids[0];
      const original = id === undefined ? undefined : known.get(id);
      if (original?.role === 'outgoing' && mail.role === undefined) continue;
      // An error of a mail without documents is no one's but RFC 8098's.
      if (receipt && !error.hasStart && !(original && original.documents.length > 0)) continue;
      evaluated++;
      const compared = receipt !== undefined && isComparedWithMessage(delivers, receipt.originalId, original);
      findings.push(...judge(mail, error, original).filter(({ rule }) => rule !== 'subject' || !compared));
    }
    return { evaluated, findings, ...(evaluated === 0 && { applies: false }) };
  },
});

function keptOf(artifact: Artifact<'mail'> | Artifact<'hl7v2'>): Kept {
  return { ...exchanged(artifact), ...(isKind(artifact, 'mail') && { error: integrationErrorOf(artifact) }) };
}

function judge(mail: ConversedMail, error: IntegrationError, original: ConversedMail | undefined): Found[] {
  const { code, subjectCode, textCode } = error;
  const receipt = mail.receipts.find(({ isError }) => isError);
  const at = receipt?.at ?? { artifact: mail.path, line: 1 };
  const found: Found[] = [];
  // Outside a receipt, nothing but the subject and the text can tell it.
  const told = receipt ? code : (subjectCode ?? textCode);
  if (told === undefined) found.push({ rule: 'code', at });
  else if (!ERROR_CODES.has(told)) found.push({ rule: 'unknown-code', at, actual: told });
  if (told !== undefined && subjectCode !== undefined && subjectCode !== told)
    found.push({ rule: 'other-code', at: mail.subject.at, args: { code: told }, actual: subjectCode });
  if (told !== undefined && textCode === undefined) found.push({ rule: 'text', at, args: { code: told } });
  if (!error.saysLabel) found.push({ rule: 'label', at });
  if (!error.hasSubject) found.push({ rule: 'subject', at: mail.subject.at });
  if (!error.hasOriginal) found.push({ rule: 'original', at });
  // A copy that comes back stripped says nothing of what the mail had.
  const whole = original?.isAttached ? undefined : original;
  if (whole ? !returnsFiles(mail, whole) : !mail.files.some(({ kind }) => kind === 'xdm'))
    found.push({ rule: 'not-returned', at });
  return found;
}

function example<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'hl7v2-delivery-refused' as const, part: 'receipt', good, bad };
}
