import { type Artifact, contained, fileOf, isKind, type Outline } from '../artifacts/artifact.js';
import { headersNamed } from '../artifacts/mail/mail.js';
import { type CheckContext, type DeclaredPatient, patientOf } from '../checks/context.js';
import { answersAnother } from '../checks/mails/answering.js';
import { type Recipient, recipientsOf } from '../checks/mails/recipients.js';
import { isPatientAddress } from '../identity/addresses.js';
import type { Selector } from '../scenarios/scenario.js';

/** How an artifact stands to a selector: `lacks` when it only wants the declaration that the selector asks for. */
export function match(selector: Selector, artifact: Artifact, context: CheckContext): 'matches' | 'lacks' | undefined {
  if (!oneOf(selector.kind).includes(artifact.kind) || !contentMatches(artifact, selector)) return undefined;
  const declaration = declarationOf(artifact, selector, context);
  return declaration === 'contradicts' ? undefined : declaration;
}

/** The line to add under `artifacts` in `segur.yaml` so that a selector takes an artifact. */
export function declarationLine(artifact: Outline, selector: Selector): string {
  const pairs = DECLARED.filter((name) => selector[name] !== undefined).map((name) => `${name}: ${selector[name]}`);
  if (selector['patient-status'] !== undefined) pairs.push('patient: …');
  return `- { path: ${fileOf(artifact)}, ${pairs.join(', ')} }`;
}

/** A selector in few words, as it is written in the scenario. */
export function describeSelector(selector: Selector): string {
  const { kind, min: _, ...rest } = selector;
  const written = (value: unknown): string => (Array.isArray(value) ? value.join('|') : String(value));
  return [written(kind), ...Object.entries(rest).map(([field, value]) => `${field}: ${written(value)}`)].join(', ');
}

function oneOf<T extends string>(value: T | readonly T[]): readonly T[] {
  return typeof value === 'string' ? [value] : value;
}

function contentMatches(artifact: Artifact, selector: Selector): boolean {
  if (selector.carries !== undefined && contained(artifact, selector.carries).length === 0) return false;
  if (selector.without !== undefined && contained(artifact, selector.without).length > 0) return false;
  if (selector.protocol !== undefined) {
    if (!isKind(artifact, 'log') || !oneOf(selector.protocol).includes(artifact.content.protocol)) return false;
  }
  return (
    MAIL_FIELDS.every((name) => selector[name] === undefined) ||
    (isKind(artifact, 'mail') && mailMatches(artifact, selector))
  );
}

/** Fields of a selector that only a mail can match. */
const MAIL_FIELDS = ['to', 'reports', 'asks', 'answers'] as const;

/** Headers by which a mail asks for a reading receipt (RFC 8098 §2.1), and for a delivery report (MSSanté #2, ECO.2.3.1). */
const REQUESTS = {
  'disposition-notification': 'Disposition-Notification-To',
  'delivery-status': 'Return-Receipt-To',
} as const;

function mailMatches(mail: Artifact<'mail'>, { to, reports, asks, answers }: Selector): boolean {
  const isTo = ({ address }: Recipient): boolean => isPatientAddress(address) === (to === 'patient');
  if (to !== undefined && !recipientsOf(mail).some(isTo)) return false;
  if (reports !== undefined && !mail.content.reports.some(({ kind }) => kind === reports)) return false;
  if (asks !== undefined && headersNamed(mail.content, REQUESTS[asks]).length === 0) return false;
  return answers === undefined || answersAnother(mail) === answers;
}

const DECLARED = ['role', 'mailbox', 'no-reply', 'psc-mode', 'logout', 'version'] as const;

/** What the vendor declares of an artifact against a selector: it says so, it says otherwise, or it says nothing of it. */
export function declarationOf(
  artifact: Pick<Artifact, 'declared'>,
  selector: Selector,
  context: CheckContext,
): 'matches' | 'contradicts' | 'lacks' {
  const { declared } = artifact;
  if (selector['not-role'] !== undefined && selector['not-role'] === declared.role) return 'contradicts';
  const states = DECLARED.filter((name) => selector[name] !== undefined).map((name) => {
    if (declared[name] === selector[name]) return 'matches';
    if (declared[name] !== undefined) return 'contradicts';
    // Only what is wanted is declared: silence means that a reply was welcome.
    return name === 'no-reply' && selector[name] === false ? 'matches' : 'lacks';
  });
  const status = selector['patient-status'];
  if (status !== undefined) {
    const patient = patientOf(artifact, context);
    states.push(patient === undefined ? 'lacks' : isOfStatus(patient, status) ? 'matches' : 'contradicts');
  }
  if (states.includes('contradicts')) return 'contradicts';
  return states.includes('lacks') ? 'lacks' : 'matches';
}

function isOfStatus({ status }: DeclaredPatient, wanted: NonNullable<Selector['patient-status']>): boolean {
  return wanted === 'unqualified' ? status !== 'qualifiée' : status === STATUSES[wanted];
}

const STATUSES = {
  provisional: 'provisoire',
  retrieved: 'récupérée',
  validated: 'validée',
  qualified: 'qualifiée',
} as const;
