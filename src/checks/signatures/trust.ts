import type { X509Certificate } from 'node:crypto';
import { readInstant } from '../../artifacts/logs/instant.js';
import type { VerifiedSignature } from '../../artifacts/xml-signature/verify.js';
import type { CheckContext } from '../context.js';
import type { Need, Place, RawFinding, Rule } from '../define.js';
import { chainOf } from './chain.js';

/** What the certificate of a signature can be refused for, whoever signs. */
export type TrustRule = 'expired' | 'not-yet-valid' | 'untrusted';

/** What judging a certificate gave. */
interface Judged {
  readonly evaluated: number;
  readonly findings: readonly RawFinding<TrustRule>[];
  readonly needs: readonly Need[];
}

const NOTHING: Judged = { evaluated: 0, findings: [], needs: [] };

/** @param of signatures that official samples hold. */
export function trustRules(clause: string, samples: Rule['samples']): Record<TrustRule, Rule> {
  const rule: Rule = { severity: 'error', mark: 'primary', clause, samples };
  return {
    expired: { ...rule, clause: `${clause} ; RFC 5280 §4.1.2.5` },
    'not-yet-valid': { ...rule, clause: `${clause} ; RFC 5280 §4.1.2.5` },
    untrusted: { ...rule, clause: `${clause} ; RFC 5280 §6.1`, samples: null },
  };
}

/**
 * Judges the certificate that signs: in force when it signed, and certified by whom the user trusts.
 * @param time ISO 8601, of the signature itself, never the clock's; without it nothing is said of validity.
 */
export function judgeTrust(
  { signer, certificates, value }: VerifiedSignature,
  time: string | undefined,
  at: Place,
  { trustAnchors = [] }: CheckContext,
): Judged {
  // Which certificate signed can't be told, and that of a professional was replaced too.
  if (value === 'redacted')
    return { ...NOTHING, needs: [{ code: 'need/masked-value', args: { name: 'SignatureValue' } }] };
  if (!signer) return NOTHING;
  const moment = momentOf(time);
  const inForce = (certificate: X509Certificate) => moment === undefined || lapseAt(certificate, moment) === undefined;
  const findings: RawFinding<TrustRule>[] = [];
  const tellLapse = (certificate: X509Certificate): void => {
    const lapse = moment === undefined ? undefined : lapseAt(certificate, moment);
    if (!lapse) return;
    const args = {
      subject: oneLine(certificate.subject),
      from: dayOf(certificate.validFrom),
      to: dayOf(certificate.validTo),
    };
    findings.push({ rule: lapse, at, args, actual: time ?? '' });
  };
  tellLapse(signer);
  const evaluated = moment === undefined ? 0 : 1;
  if (trustAnchors.length === 0) return { evaluated, findings, needs: [{ code: 'need/trust-anchors' }] };
  const given = certificates.filter((each) => each !== signer);
  const whenInForce = chainOf(signer, given, trustAnchors, inForce);
  const chain = whenInForce.trusted ? whenInForce : chainOf(signer, given, trustAnchors);
  if (chain.trusted) for (const issuer of chain.certificates.slice(1)) tellLapse(issuer);
  else {
    const last = chain.certificates.at(-1) ?? signer;
    const args = { subject: oneLine(signer.subject), issuer: oneLine(last.issuer) };
    findings.push({ rule: 'untrusted', at, args, actual: oneLine(signer.issuer) });
  }
  return { evaluated: evaluated + 1, findings, needs: [] };
}

/** A distinguished name as OpenSSL writes it, on one line. */
export function oneLine(name: string): string {
  return name.replaceAll('\n', ', ');
}

/** Milliseconds since 1970; a time without offset is one of UTC, as SAML wants it. */
function momentOf(time: string | undefined): number | undefined {
  const { utc, local } = readInstant(time ?? '');
  const moment = Date.parse(utc ?? `${local}Z`);
  return Number.isNaN(moment) ? undefined : moment;
}

function lapseAt({ validFrom, validTo }: X509Certificate, moment: number): 'expired' | 'not-yet-valid' | undefined {
  if (moment > Date.parse(validTo)) return 'expired';
  return moment < Date.parse(validFrom) ? 'not-yet-valid' : undefined;
}

/** `Jan  1 00:00:00 2026 GMT`, as Node.js gives it, as a day of ISO 8601. */
function dayOf(time: string): string {
  return new Date(Date.parse(time)).toISOString().slice(0, 10);
}
