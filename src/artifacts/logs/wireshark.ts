import type { TextLine } from '../text/lines.js';
import { OpenSession } from './open-session.js';
import { alertNamed, certificateDate, suiteNamed, versionNamed } from './tls-names.js';
import type { Certificate } from './tls-session.js';

type Section = 'client-hello' | 'server-hello' | 'certificate' | 'none';

/** Sessions of the packet details that Wireshark exports as text, and `tshark -V` writes. */
export class WiresharkReader {
  /** In the order of their Client Hello. */
  readonly sessions: OpenSession[] = [];
  readonly #byStream = new Map<string, { session: OpenSession; client: string }>();
  #addresses = { source: '', target: '' };
  #from = '';
  #to = '';
  #at: string | undefined;
  #section: Section = 'none';
  #extension = '';
  #certificate: { -readonly [name in keyof Certificate]: Certificate[name] } | undefined;
  #date: 'notBefore' | 'notAfter' = 'notBefore';

  read({ text: written, line }: TextLine): void {
    const text = written.slice(0, 4000).trim();
    if (/^(?:Frame \d+[:,]|Internet Protocol|Transmission Control Protocol)/.test(text)) this.#packet(text);
    const at = /^(?:UTC )?Arrival Time: (.{10,60})$/i.exec(text)?.[1];
    if (at !== undefined) this.#at = at;
    const handshake = /^Handshake Protocol: (.{3,60})$/.exec(text)?.[1];
    if (handshake !== undefined) this.#handshake(handshake, line);
    const open = this.#byStream.get(this.#stream);
    if (!open) return;
    const { session } = open;
    const alert = /^TLS.{0,10} Record Layer: Alert \(Level: (\w+), Description: (.{1,60})\)$/.exec(text);
    if (alert) this.#alert(open, alert, line);
    const extension = /^Extension: (\w+)/.exec(text)?.[1];
    if (extension !== undefined) this.#extension = extension;
    if (this.#section === 'client-hello') this.#clientHello(session, text);
    else if (this.#section === 'server-hello') this.#serverHello(session, text);
    else if (this.#section === 'certificate') this.#readCertificate(session, text, line);
  }

  get #stream(): string {
    return [this.#from, this.#to].sort().join(' ');
  }

  #packet(text: string): void {
    this.#section = 'none';
    const ip = /^Internet Protocol.*?, Src: (\S+?),? (?:\([^)]*\), )?Dst: (\S+)/.exec(text);
    if (ip) this.#addresses = { source: ip[1] ?? '', target: ip[2] ?? '' };
    const ports = /^Transmission Control Protocol, Src Port: (?:\S+ \()?(\d+)\)?, Dst Port: (?:\S+ \()?(\d+)\)?/.exec(
      text,
    );
    if (!ports) return;
    this.#from = `${this.#addresses.source}:${ports[1]}`;
    this.#to = `${this.#addresses.target}:${ports[2]}`;
  }

  #handshake(name: string, line: number): void {
    this.#extension = '';
    this.#section = 'none';
    if (name === 'Client Hello') {
      const known = this.#byStream.get(this.#stream)?.session;
      // A second hello on the stream follows a HelloRetryRequest, until the server has chosen.
      if (!known || known.established) this.#open(line);
      else known.offeredSuites.length = 0;
      this.#section = 'client-hello';
      return;
    }
    const open = this.#byStream.get(this.#stream);
    if (!open) return;
    const isClient = this.#from === open.client;
    if (name === 'Server Hello') this.#section = 'server-hello';
    else if (name === 'Certificate Request') open.session.clientCertificate = 'requested';
    else if (name === 'Certificate') {
      if (isClient) open.session.clientCertificate = 'empty';
      this.#certificate = undefined;
      this.#section = 'certificate';
    } else if (name === 'Server Hello Done' && open.session.clientCertificate === 'unknown')
      open.session.clientCertificate = 'not-requested';
    // The server's Finished is the last message; in TLS 1.3 it does not show, unless it was deciphered.
    else if (/^(?:Encrypted Handshake Message|Finished)$/.test(name) && !isClient) open.session.established = true;
  }

  #open(line: number): void {
    const session = new OpenSession(line, this.#at);
    session.peer = this.#to || undefined;
    this.sessions.push(session);
    this.#byStream.set(this.#stream, { session, client: this.#from });
  }

  #alert({ session, client }: { session: OpenSession; client: string }, alert: RegExpExecArray, line: number): void {
    const level = alert[1] === 'Fatal' ? 'fatal' : alert[1] === 'Warning' ? 'warning' : undefined;
    const direction = this.#from === client ? 'sent' : 'received';
    const description = alertNamed(alert[2] ?? '');
    session.alerts.push({ level, description, direction, location: { line, column: 1 } });
    if (level === 'fatal' && !session.established) session.established = false;
  }

  #clientHello(session: OpenSession, text: string): void {
    const suite = /^Cipher Suite: (\S+) \(0x([0-9a-f]{4})\)$/.exec(text);
    if (suite) session.offeredSuites.push(suiteNamed(suite[1] ?? '', Number.parseInt(suite[2] ?? '', 16)));
    const version = /^(?:Supported )?Version: (TLS \d\.\d|SSL \d\.\d) \(0x/.exec(text);
    const named = version && versionNamed(version[1] ?? '');
    if (named && text.startsWith('Version')) session.offeredVersions.splice(0, 1, named);
    else if (named) {
      // The extension replaces what the hello itself says (RFC 8446 §4.2.1).
      if (this.#extension === 'supported_versions') session.offeredVersions.length = 0;
      this.#extension = 'versions';
      session.offeredVersions.push(named);
    }
    session.serverName ??= /^Server Name: (\S{1,255})$/.exec(text)?.[1];
    const alpn = /^ALPN Next Protocol: (\S{1,255})$/.exec(text)?.[1];
    if (alpn !== undefined) session.offeredAlpn.push(alpn);
  }

  #serverHello(session: OpenSession, text: string): void {
    const suite = /^Cipher Suite: (\S+) \(0x([0-9a-f]{4})\)$/.exec(text);
    if (suite) session.cipherSuite = suiteNamed(suite[1] ?? '', Number.parseInt(suite[2] ?? '', 16));
    const version = /^(Supported )?Version: (TLS \d\.\d|SSL \d\.\d) \(0x/.exec(text);
    if (version && (version[1] || session.version === undefined)) session.version = versionNamed(version[2] ?? '');
    session.alpn ??= /^ALPN Next Protocol: (\S{1,255})$/.exec(text)?.[1];
  }

  #readCertificate(session: OpenSession, text: string, line: number): void {
    const isClient = this.#from === this.#byStream.get(this.#stream)?.client;
    if (/^Certificate(?: \[truncated\])?: [0-9a-f]{4}/.test(text)) {
      if (isClient) session.clientCertificate = 'sent';
      const subject = /\(([^()]*)\)$/.exec(text)?.[1] ?? '';
      this.#certificate = { subject, issuer: '', notBefore: undefined, notAfter: undefined, line };
      if (!isClient) session.certificates.push(this.#certificate);
    }
    const certificate = this.#certificate;
    if (!certificate) return;
    if (/^(?:issuer|subject): rdnSequence/.test(text)) this.#extension = text.split(':', 1)[0] ?? '';
    const name = /^rdnSequence: \d+ items? \((.*)\)$/.exec(text)?.[1];
    if (name !== undefined && this.#extension === 'issuer') certificate.issuer = name;
    if (name !== undefined && this.#extension === 'subject') certificate.subject = name;
    const date = /^(notBefore|notAfter): /.exec(text)?.[1];
    if (date === 'notBefore' || date === 'notAfter') this.#date = date;
    const time = /^(?:utcTime|generalizedTime|generalTime): (.{10,40})$/.exec(text)?.[1];
    if (time !== undefined) certificate[this.#date] = certificateDate(time);
  }
}
