import type { TextLine } from '../text/lines.js';
import { OpenSession } from './open-session.js';
import { alertNamed, certificateDate, suiteNamed, versionNamed } from './tls-names.js';
import type { Certificate } from './tls-session.js';

/** What curl says of itself: `* …`, or `== Info: …` in its trace files, a time before it if asked for. */
export const CURL_SAYS = /^(?:(\d{2}:\d{2}:\d{2}\.\d{1,6}) )?(?:\*|== Info:) +(?! )(.*)$/;

/** Sessions of the output of `curl -v` (curl(1), as built with OpenSSL). */
export class CurlReader {
  readonly sessions: OpenSession[] = [];
  #peer: string | undefined;
  #alpn: string[] = [];
  #certificate: { -readonly [name in keyof Certificate]: Certificate[name] } | undefined;

  read({ text: written, line }: TextLine): void {
    const [, at, text] = CURL_SAYS.exec(written.slice(0, 2000)) ?? [];
    if (text === undefined) return;
    const peer = /^Connected to (\S+) \([^)]*\) port (\d+)/.exec(text);
    if (peer) {
      this.#peer = `${peer[1]}:${peer[2]}`;
      this.#alpn = [];
      return;
    }
    const offered = /^ALPN(?:: curl offers|, offering) (\S+)$/.exec(text)?.[1];
    if (offered !== undefined) this.#alpn.push(...offered.split(','));
    const record = /^(\S+) \((OUT|IN)\), TLS (handshake|alert), (.*?)(?: \((\d+)\))?:?$/.exec(text);
    if (record?.[3] === 'handshake' && record[4] === 'Client hello') this.#open(line, at);
    const session = this.sessions.at(-1);
    if (session && record) tellRecord(session, record, line);
    else if (text.startsWith('SSL connection using ')) this.#establish(session ?? this.#open(line, at), text);
    else if (session) this.#tell(session, text, line);
  }

  #open(line: number, at: string | undefined): OpenSession {
    const session = new OpenSession(line, at);
    session.peer = this.#peer;
    session.serverName = /^(.*[A-Za-z].*):\d+$/.exec(this.#peer ?? '')?.[1];
    session.offeredAlpn.push(...this.#alpn);
    this.sessions.push(session);
    this.#certificate = undefined;
    return session;
  }

  /** `SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384 / X25519 / RSASSA-PSS`. */
  #establish(session: OpenSession, text: string): void {
    const [version = '', suite = '', group] = text.slice('SSL connection using '.length).split(' / ');
    session.version = versionNamed(version);
    session.cipherSuite = suiteNamed(suite);
    if (group && group !== '[blank]' && group !== 'UNDEF') session.keyExchange = { name: group, bits: undefined };
    session.established = true;
    if (session.clientCertificate === 'unknown' && this.#sawRecords(session))
      session.clientCertificate = 'not-requested';
  }

  /** Records are shown when the client hello was. */
  #sawRecords(session: OpenSession): boolean {
    return session.offeredVersions.length > 0;
  }

  #tell(session: OpenSession, text: string, line: number): void {
    const alpn = /^ALPN(?:: server accepted|, server accepted to use) (\S+)$/.exec(text)?.[1];
    if (alpn !== undefined) session.alpn = alpn;
    if (/^SSL certificate verify (?:ok|result)/.test(text))
      session.verification = { ok: text.startsWith('SSL certificate verify ok'), text };
    if (text.startsWith('SSL certificate problem')) {
      session.verification = { ok: false, text };
      session.established = false;
    }
    if (text === 'Server certificate:') {
      this.#certificate = { subject: '', issuer: '', notBefore: undefined, notAfter: undefined, line };
      session.certificates.push(this.#certificate);
    }
    const certificate = this.#certificate;
    const [, label, value = ''] = /^(subject|start date|expire date|issuer): (.*)$/.exec(text) ?? [];
    if (!certificate || label === undefined) return;
    if (label === 'subject') certificate.subject = value;
    else if (label === 'issuer') certificate.issuer = value;
    else if (label === 'start date') certificate.notBefore = certificateDate(value);
    else certificate.notAfter = certificateDate(value);
  }
}

/** `TLSv1.2 (OUT), TLS handshake, Certificate (11):`, `TLSv1.2 (IN), TLS alert, protocol version (582):`. */
function tellRecord(session: OpenSession, record: RegExpExecArray, line: number): void {
  const [, , direction, type, name = '', number] = record;
  if (type === 'alert') {
    // The level is the high byte of the number.
    const level = Number(number) >> 8 === 2 ? 'fatal' : Number(number) >> 8 === 1 ? 'warning' : undefined;
    const description = alertNamed(number === undefined ? name : Number(number) & 0xff);
    const sent = direction === 'OUT' ? 'sent' : 'received';
    session.alerts.push({ level, description, direction: sent, location: { line, column: 1 } });
  } else if (direction === 'OUT' && name === 'Certificate') session.clientCertificate = 'sent';
  else if (direction === 'IN' && /^Request CERT/i.test(name)) session.clientCertificate = 'requested';
}
