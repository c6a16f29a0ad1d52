import { type Artifact, isKind } from '../../artifacts/artifact.js';
import { groupBy } from '../../artifacts/group-by.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { keptBy } from '../kept-by.js';
import { bareId } from '../mails/message-ids.js';
import type { ReadingReceipt } from '../mails/reading-receipt.js';
import { voletRule } from '../sources/volet-rule.js';
import { answered } from './hl7-transport/answered.js';
import {
  type Answer,
  answersOf,
  isInDossier,
  type NamedDocument,
  nameOf,
  type SentTransport,
  sentTransports,
} from './hl7-transport/exchanged.js';
import { type Mailed, mailed } from './hl7-transport/mails.js';

const MDN = 'structure du MDN';

const RULES = {
  altered: voletRule('OBX-5, document intégré (CDA/HL7.04)', 'error', 0, 0, ''),
  'receipt-field': voletRule(`${MDN} et RFC 8098`, 'error', 0, 0, ''),
  'receipt-contradicts': voletRule(`${MDN}, champ Disposition`, 'error', 0, 0, ''),
  'receipt-code': voletRule(`${MDN}, code d'erreur`, 'warning', 0, 0, ''),
  'receipt-subject': voletRule(`${MDN}, objet`, 'warning', 0, 0, ''),
} as const;

type Found = RawFinding<keyof typeof RULES>;

interface Kept {
  readonly mail?: Mailed;
  /** A document that the software exports, out of any message. */
  readonly exported?: NamedDocument;
  readonly transports: readonly SentTransport[];
  readonly answers: readonly Answer[];
}

/** What came by mail is read: the message that delivers it is acknowledged, the document is kept as it is, and the sender of the mail is told. */
export const mailReceipt = defineSetCheck({
  id: 'cda/mail-receipt',
  on: ['mail', 'hl7v2', 'cda'],
  rules: RULES,
  examples: [
    { ...example('altered', '{cda}', '{cda}\n'), part: 'exported' },
    example('receipt-field', 'Final-Recipient', 'X-Final-Recipient'),
    {
      ...example('receipt-contradicts', '; processed', '; processed/error\nError: 902^Identifiant patient inconnu'),
      trips: ['mss/integration-error'],
    },
    {
      ...example('receipt-code', 'Error: 902^', 'Error: 904^'),
      base: 'hl7v2-delivery-refused',
      trips: ['mss/integration-error'],
    },
    { ...example('receipt-subject', '[KO Intégration système !][902] ', ''), base: 'hl7v2-delivery-refused' },
  ],
  keep: keptOf,
  run: (kept: readonly Kept[], context) => {
    const transports = kept.flatMap((each) => each.transports).filter(({ volet }) => volet === 'deliver');
    const mails = kept.flatMap((each) => each.mail ?? []);
    const { pairs, unanswered } = answered(
      transports,
      kept.flatMap((each) => each.answers),
    );
    const findings: Found[] = [];
    const needs: Need[] = [];
    const inDossier = isInDossier(
      transports.map(({ role }) => role),
      context,
    );
    for (const { path, id, role } of inDossier ? unanswered : [])
      needs.push(
        role === undefined
          ? { code: 'need/message-role', args: { file: path } }
          : { code: 'need/acknowledgement', args: { file: path, id } },
      );
    const [refused] = pairs;
    if (refused && pairs.every(({ answer }) => !isAccepted(answer)))
      needs.push({ code: 'need/accepted-delivery', args: { file: refused.request.path } });
    const carried = transports.flatMap((each) => each.documents);
    const byName = groupBy(carried, ({ name }) => name);
    const hashes = new Set(carried.map(({ sha256 }) => sha256));
    const exported = kept
      .flatMap((each) => each.exported ?? [])
      .flatMap((own) => {
        const [source] = byName.get(own.name ?? '') ?? [];
        return source ? [{ own, source }] : [];
      });
    for (const { own, source } of exported)
      if (!hashes.has(own.sha256))
        findings.push({
          rule: 'altered',
          at: own.at,
          args: { other: source.at.artifact, 'other-path': source.at.path ?? '' },
        });
    const told = judgeReceipts(mails, transports, pairs);
    findings.push(...told.findings);
    needs.push(...told.needs);
    const evaluated = pairs.length + exported.length + told.evaluated;
    return { evaluated, findings, needs, ...(evaluated === 0 && needs.length === 0 && { applies: false }) };
  },
});

function keptOf(artifact: Artifact<'mail'> | Artifact<'hl7v2'> | Artifact<'cda'>): Kept {
  if (isKind(artifact, 'mail')) return { mail: keptBy(mailed, artifact), transports: [], answers: [] };
  if (isKind(artifact, 'hl7v2')) return { transports: sentTransports(artifact), answers: answersOf(artifact) };
  const isExport = artifact.containers.length === 0 && artifact.declared.role === 'outgoing';
  return {
    ...(isExport && { exported: { name: nameOf(artifact), sha256: artifact.sha256, at: { artifact: artifact.path } } }),
    transports: [],
    answers: [],
  };
}

/** The receipts of mails whose documents a message delivers. */
function judgeReceipts(
  mails: readonly Mailed[],
  transports: readonly SentTransport[],
  pairs: readonly { readonly request: SentTransport; readonly answer: Answer }[],
): { evaluated: number; findings: Found[]; needs: Need[] } {
  const findings: Found[] = [];
  const needs: Need[] = [];
  let evaluated = 0;
  const receipts = mails.flatMap((mail) =>
    mail.role === 'incoming' ? [] : mail.receipts.map((receipt) => ({ mail, receipt })),
  );
  const byMail = groupBy(receipts, ({ receipt }) => receipt.originalId);
  const answerTo = new Map(pairs.map(({ request, answer }) => [request, answer]));
  // By the mail that they name, and by the bytes of their documents.
  const delivers = groupBy(
    transports.flatMap((transport) => [
      ...(transport.mail ? [{ name: `mail ${bareId(transport.mail.text)}`, transport }] : []),
      ...transport.documents.map(({ sha256 }) => ({ name: sha256, transport })),
    ]),
    ({ name }) => name,
  );
  for (const source of mails) {
    const delivering = [
      ...new Set(
        [`mail ${source.messageId}`, ...source.documents.map(({ sha256 }) => sha256)].flatMap((name) =>
          (delivers.get(name) ?? []).map(({ transport }) => transport),
        ),
      ),
    ];
    if (delivering.length === 0 || source.role === 'outgoing') continue;
    const own = source.messageId === '' ? [] : (byMail.get(source.messageId) ?? []);
    // The platform owes it; the software that a document is for owes an acknowledgement.
    if (own.length === 0 && source.asksReceipt && delivering.some(({ role }) => role === 'outgoing'))
      needs.push({ code: 'need/mail-receipt', args: { file: source.path, id: source.messageId } });
    const answers = delivering.flatMap((each) => answerTo.get(each) ?? []);
    for (const { mail, receipt } of own) {
      evaluated += 1;
      findings.push(...judgeReceipt(mail, receipt, answers));
    }
  }
  for (const { receipt } of transports.length > 0 ? receipts : []) {
    if (receipt.originalId !== undefined) continue;
    evaluated += 1;
    findings.push({ rule: 'receipt-field', at: receipt.at, args: { field: 'Original-Message-ID' } });
  }
  return { evaluated, findings, needs };
}

function isAccepted({ code }: Answer): boolean {
  return code.text === 'AA' || code.text === 'CA';
}

function judgeReceipt({ subject, path }: Mailed, receipt: ReadingReceipt, answers: readonly Answer[]): Found[] {
  const { at, isError } = receipt;
  const errorCode = receipt.error?.code ?? '';
  const found: Found[] = [];
  if (!receipt.hasRecipient) found.push({ rule: 'receipt-field', at, args: { field: 'Final-Recipient' } });
  if (receipt.type === '') found.push({ rule: 'receipt-field', at, args: { field: 'Disposition' } });
  const refused = answers.filter((each) => !isAccepted(each));
  const [answer] = refused.length > 0 ? refused : answers;
  if (answer && receipt.type !== '' && isError !== refused.length > 0)
    found.push({
      rule: 'receipt-contradicts',
      at,
      args: { code: answer.code.text, other: answer.path },
      actual: isError ? 'error' : 'processed',
    });
  const codes = refused.flatMap(({ errors }) => errors.map(({ application }) => application.text)).filter(Boolean);
  if (isError && errorCode !== '' && codes.length > 0 && !codes.includes(errorCode))
    found.push({ rule: 'receipt-code', at, args: { code: codes.join(' | ') }, actual: errorCode });
  const told = /^\[[^\]]+\]\s*\[\d+\]/.test(subject?.text ?? '');
  if (isError && !told)
    found.push({ rule: 'receipt-subject', at: subject?.at ?? { artifact: path }, actual: subject?.text ?? '' });
  return found;
}

function example<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'hl7v2-delivery' as const, part: 'receipt', good, bad };
}
