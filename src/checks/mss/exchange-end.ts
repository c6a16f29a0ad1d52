import type { Artifact } from '../../artifacts/artifact.js';
import { headersNamed } from '../../artifacts/mail/mail.js';
import { isPatientAddress } from '../../identity/addresses.js';
import { defineSetCheck, type Place, type RawFinding, type Rule } from '../define.js';
import { subjectOf } from '../mails/mail-text.js';
import { messageIdOf, messageIdsIn } from '../mails/message-ids.js';
import { lowerAddressesIn } from '../mails/recipients.js';
import { isSending } from '../mails/sending.js';

/** Read in notes that quote the guide of Mon espace santé; an answer may also have left before the end did. */
const AFTER_END: Rule = {
  severity: 'info',
  mark: 'second-hand',
  clause: 'CNAM, Mon espace santé – Messagerie v1.3 ; ECO.2.2.8 (MSS/CONF.21)',
  samples: null,
};

const SENDER = 'From: Dr_Jean_CORRESPONDANT <jean.correspondant@exemple.mssante.fr>\n';
const PATIENT = '285076311399048@patient.mssante.fr';
const ENDING = '<20260303103000.1@exemple.mssante.fr>';

/** What a mail of an exchange with a patient tells of its end: plain values. */
interface Exchanged {
  readonly path: string;
  readonly messageId: string | undefined;
  /** Sent by the software to these patients, in lower case. */
  readonly toPatients: readonly string[];
  readonly fromPatients: readonly string[];
  /** It says that no answer is awaited. */
  readonly isEnd: boolean;
  readonly answers: readonly string[];
  readonly at: Place;
}

/** Once a mail to a patient ended the exchange, nothing follows it in its thread. */
export const exchangeEnd = defineSetCheck({
  id: 'mss/exchange-end',
  on: 'mail',
  rules: { answered: AFTER_END, continued: AFTER_END },
  examples: [
    {
      rule: 'answered',
      base: 'mail-conversation',
      part: 'receipt.headers',
      good: SENDER,
      bad: `From: <${PATIENT}>\nReferences: ${ENDING}\n`,
    },
    {
      rule: 'continued',
      base: 'mail-conversation',
      part: 'replacement.headers',
      good: 'To: <jean.correspondant@exemple.mssante.fr>',
      bad: `To: <jean.correspondant@exemple.mssante.fr>\nCc: <${PATIENT}>\nIn-Reply-To: ${ENDING}\nReferences: ${ENDING}`,
    },
  ],
  keep: exchangedIn,
  run(mails) {
    const ends = new Map(
      mails.flatMap((mail) => (mail.isEnd && mail.messageId ? [[mail.messageId, mail] as const] : [])),
    );
    const findings = mails.flatMap((mail): RawFinding<'answered' | 'continued'>[] => {
      const end = mail.answers.map((id) => ends.get(id)).find((each) => each !== undefined);
      if (!end) return [];
      const args = { file: end.path };
      const isOf = (patients: readonly string[]): boolean => patients.some((each) => end.toPatients.includes(each));
      if (isOf(mail.fromPatients)) return [{ rule: 'answered', at: mail.at, args }];
      return isOf(mail.toPatients) ? [{ rule: 'continued', at: mail.at, args }] : [];
    });
    return { evaluated: ends.size, findings, ...(ends.size === 0 && { applies: false }) };
  },
});

function exchangedIn(mail: Artifact<'mail'>): Exchanged {
  const patients = (...fields: string[]): string[] => lowerAddressesIn(mail, ...fields).filter(isPatientAddress);
  const toPatients = isSending(mail) ? patients('to', 'cc', 'bcc') : [];
  const says = headersNamed(mail.content, 'X-MSS-MES').some(({ value }) => value === 'FIN');
  const named = ['In-Reply-To', 'References'].flatMap((field) => messageIdsIn(mail, field));
  return {
    path: mail.path,
    messageId: messageIdOf(mail),
    toPatients,
    fromPatients: mail.within === 'mail' ? [] : patients('from'),
    isEnd: toPatients.length > 0 && (says || subjectOf(mail) === '[FIN]'),
    answers: named.map(({ id }) => id),
    at: { artifact: mail.path, line: named[0]?.header.line ?? 1, path: named[0]?.header.name ?? 'References' },
  };
}
