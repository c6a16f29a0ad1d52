import { X509Certificate } from 'node:crypto';
import type { TextLine } from '../text/lines.js';
import { OpenSession } from './open-session.js';
import { alertNamed, certificateDate, suiteNamed, versionNamed } from './tls-names.js';
import type { Certificate } from './tls-session.js';

/** A certificate in PEM is some kilobytes. */
const PEM_LINES = 400;
const ALERT = /SSL alert number (\d{1,3})$/;

/** Sessions of the output of `openssl s_client` (openssl-s_client(1)), each from its line CONNECTED. */
export class OpensslReader {
  readonly sessions: OpenSession[] = [];
  /** An error goes to the terminal by another channel than the rest, before CONNECTED at times. */
  #early: TextLine | undefined;
  #pem: string[] | undefined;
  #asked: { peer?: string | undefined; serverName?: string | undefined } = {};

  read(line: TextLine): void {
    const { text } = line;
    if (text.includes('s_client')) this.#command(text);
    if (/^CONNECTED\([0-9A-F]{8}\)/.test(text)) this.#open(line);
    const session = this.sessions.at(-1);
    if (this.#pem) this.#readPem(text, session);
    else if (text.startsWith('-----BEGIN CERTIFICATE-----')) this.#pem = [text];
    else if (session) this.#tell(session, line);
    else if (ALERT.test(text)) this.#early ??= line;
  }

  #command(text: string): void {
    const option = (name: string): string | undefined =>
      new RegExp(`\\s-${name}[ \\t]+([^\\s]{1,255})`).exec(text.slice(0, 2000))?.[1];
    this.#asked = { peer: option('connect'), serverName: option('servername') };
  }

  #open(line: TextLine): void {
    const session = new OpenSession(line.line, undefined);
    Object.assign(session, this.#asked);
    this.#asked = {};
    this.sessions.push(session);
    if (this.#early) this.#tell(session, this.#early);
    this.#early = undefined;
  }

  #tell(session: OpenSession, { text, line }: TextLine): void {
    const [, label = '', value = ''] =
      /^ {0,4}(Protocol {0,2}|Cipher {0,4}|Server Temp Key|Peer Temp Key|Negotiated TLS1\.3 group|Verification|Verification error|Verify return code|ALPN protocol) *: *(?! )(.*)$/.exec(
        text,
      ) ?? [];
    switch (label.trim()) {
      case 'Protocol':
        // Without a handshake this is the version asked for.
        if (session.established !== false) session.version ??= versionNamed(value);
        return;
      case 'Cipher':
        if (!/^(?:0000|\(NONE\))$/.test(value)) session.cipherSuite ??= suiteNamed(value);
        return;
      case 'Server Temp Key':
      case 'Peer Temp Key':
      case 'Negotiated TLS1.3 group':
        session.keyExchange ??= keyExchange(value);
        return;
      case 'Verification':
      case 'Verification error':
        if (session.certificates.length > 0)
          session.verification ??= { ok: label === 'Verification' && value === 'OK', text: value };
        return;
      case 'Verify return code':
        if (session.certificates.length > 0) session.verification = { ok: value.startsWith('0 '), text: value };
        return;
      case 'ALPN protocol':
        session.alpn = value;
        return;
      default:
        this.#tellMore(session, { text, line });
    }
  }

  #tellMore(session: OpenSession, { text, line }: TextLine): void {
    const chosen = /^(?:New|Reused), ([^,]+), Cipher is (\S+)/.exec(text);
    if (chosen) {
      session.established = chosen[2] !== '(NONE)';
      if (!session.established) return;
      // Old versions write here the family of the suite; the session's own lines tell the version.
      const version = versionNamed(chosen[1] ?? '');
      if (version === 'TLSv1.2' || version === 'TLSv1.3') session.version = version;
      session.cipherSuite = suiteNamed(chosen[2] ?? '');
      return;
    }
    const alert = ALERT.exec(text);
    if (alert) {
      const description = alertNamed(Number(alert[1]));
      session.alerts.push({ level: 'fatal', description, direction: 'received', location: { line, column: 1 } });
      return;
    }
    if (
      /^(?:Acceptable client certificate CA names|Client Certificate Types:|Requested Signature Algorithms:)/.test(text)
    ) {
      if (session.clientCertificate !== 'sent') session.clientCertificate = 'requested';
    } else if (text === 'No client certificate CA names sent') {
      if (session.clientCertificate === 'unknown' && session.certificates.length > 0)
        session.clientCertificate = 'not-requested';
    } else if (!this.#tellMessage(session, text)) this.#tellCertificate(session, { text, line });
  }

  /** Lines of `-msg` and `-state`. */
  #tellMessage(session: OpenSession, text: string): boolean {
    const sent = /^>>> .{1,20}, Handshake \[length ([0-9a-f]{4,8})\], Certificate$/.exec(text);
    // A list without certificate is 7 or 8 bytes long.
    if (sent) session.clientCertificate = Number.parseInt(sent[1] ?? '', 16) > 8 ? 'sent' : 'empty';
    else if (/^<<< .{1,20}, Handshake \[.{1,20}\], CertificateRequest$/.test(text))
      session.clientCertificate = 'requested';
    else return false;
    return true;
  }

  #tellCertificate(session: OpenSession, { text, line }: TextLine): void {
    const subject = /^ ?\d{1,2} s:(.*)$/.exec(text)?.[1];
    if (subject !== undefined)
      session.certificates.push({ subject, issuer: '', notBefore: undefined, notAfter: undefined, line });
    const issuer = /^ {3}i:(.*)$/.exec(text)?.[1];
    if (issuer !== undefined) amend(session, -1, { issuer });
    const validity = /^ {3}v:NotBefore: (.{1,40}); NotAfter: (.{1,40})$/.exec(text);
    if (validity)
      amend(session, -1, {
        notBefore: certificateDate(validity[1] ?? ''),
        notAfter: certificateDate(validity[2] ?? ''),
      });
  }

  #readPem(text: string, session: OpenSession | undefined): void {
    const pem = this.#pem ?? [];
    pem.push(text);
    const ends = text.startsWith('-----END CERTIFICATE-----');
    if (!ends && pem.length < PEM_LINES) return;
    this.#pem = undefined;
    if (!ends || !session || session.certificates.length === 0) return;
    const validity = validityOf(pem.join('\n'));
    // With -showcerts each follows its line of the chain; else the only one is the server's own.
    const shown = session.certificates.length > 1 && session.certificates.at(-1)?.notAfter === undefined ? -1 : 0;
    if (validity && session.certificates.at(shown)?.notAfter === undefined) amend(session, shown, validity);
  }
}

function amend(session: OpenSession, index: number, more: Partial<Certificate>): void {
  const certificate = session.certificates.at(index);
  if (certificate) session.certificates.splice(index, 1, { ...certificate, ...more });
}

function validityOf(pem: string): Pick<Certificate, 'notBefore' | 'notAfter'> | undefined {
  try {
    const { validFrom, validTo } = new X509Certificate(pem);
    return { notBefore: certificateDate(validFrom), notAfter: certificateDate(validTo) };
  } catch {
    // A certificate that was cut or retyped: the chain's lines still tell its names.
    return undefined;
  }
}

/** `X25519, 253 bits`, `ECDH, prime256v1, 256 bits`, `DH, 2048 bits`, `X25519MLKEM768`. */
function keyExchange(text: string): { name: string; bits: number | undefined } {
  const parts = text.split(',').map((part) => part.trim());
  const bits = /^(\d{1,5}) bits$/.exec(parts.at(-1) ?? '')?.[1];
  const names = parts.filter((part) => part !== 'ECDH' && !/ bits$/.test(part));
  return { name: names[0] ?? text.trim(), bits: bits === undefined ? undefined : Number(bits) };
}
