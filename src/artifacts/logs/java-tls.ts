import type { TextLine } from '../text/lines.js';
import { OpenSession } from './open-session.js';
import { alertNamed, certificateDate, suiteNamed, versionNamed } from './tls-names.js';
import type { Certificate, TlsVersion } from './tls-session.js';

/** A line of javax.net.debug: level, thread, time, place, message. */
export const JAVA_SAYS = /^javax\.net\.ssl\|([A-Z]+)\|[^|]*\|[^|]*\|([^|]*)\|[^|]*\|(.*)$/;

/** Message that the lines under it detail. */
type Section =
  | 'client-hello'
  | 'server-hello'
  | 'server-certificate'
  | 'client-certificate'
  | 'key-exchange'
  | 'alert'
  | 'none';

/** Sessions of the client that `javax.net.debug=ssl:handshake` tells of (JDK 11 and later). */
export class JavaReader {
  readonly sessions: OpenSession[] = [];
  #section: Section = 'none';
  #extension = '';
  #certificate: { -readonly [name in keyof Certificate]: Certificate[name] } | undefined;
  #alert: { level: 'warning' | 'fatal' | undefined; direction: 'sent' | 'received' } = {
    level: undefined,
    direction: 'sent',
  };

  read({ text, line }: TextLine): void {
    const says = JAVA_SAYS.exec(text.slice(0, 2000));
    if (says) this.#say(says, line);
    else if (this.#section !== 'none') this.#detail(text, line);
  }

  #say([, level, at, message = '']: RegExpExecArray, line: number): void {
    this.#section = 'none';
    this.#extension = '';
    if (message.startsWith('Produced ClientHello')) {
      // After a HelloRetryRequest the same session says hello again.
      const last = this.sessions.at(-1);
      if (!last || last.cipherSuite || last.established === false) this.sessions.push(new OpenSession(line, at));
      else {
        last.offeredSuites.length = 0;
        last.offeredVersions.length = 0;
      }
      this.#section = 'client-hello';
      return;
    }
    const session = this.sessions.at(-1);
    if (!session) return;
    const version = /^Negotiated protocol version: (\S+)$/.exec(message)?.[1];
    const failure = level === 'ERROR' ? /^Fatal \(([A-Z_]{3,40})\): ?(.*)$/.exec(message) : undefined;
    const direction = /^(?:Received alert|(Generated|Produced|Sent) alert)/i.exec(message);
    if (version !== undefined) session.version = versionNamed(version);
    else if (failure) this.#fail(session, failure, line);
    else if (direction) {
      this.#section = 'alert';
      this.#alert = { level: undefined, direction: direction[1] === undefined ? 'received' : 'sent' };
    } else if (message.startsWith('Consuming ServerHello')) this.#section = 'server-hello';
    else if (message.startsWith('Consuming CertificateRequest')) session.clientCertificate = 'requested';
    else if (/^Consuming \w+ ServerKeyExchange/.test(message)) this.#section = 'key-exchange';
    else if (/^Consuming server Certificate\b/.test(message)) this.#section = 'server-certificate';
    else if (/^Produced client Certificate (?:handshake )?message/.test(message)) {
      session.clientCertificate = 'empty';
      this.#section = 'client-certificate';
    } else if (/^Produced client Finished/.test(message)) this.#finish(session);
  }

  #finish(session: OpenSession): void {
    session.established = true;
    if (session.clientCertificate === 'unknown') session.clientCertificate = 'not-requested';
  }

  #fail(session: OpenSession, [, alert = '', reason = '']: RegExpExecArray, line: number): void {
    session.established = false;
    if (/certif|PKIX/i.test(`${alert} ${reason}`))
      session.verification = { ok: false, text: reason.replace(/ \($/, '') };
    if (reason.startsWith('Received fatal alert')) return;
    const location = { line, column: 1 };
    session.alerts.push({ level: 'fatal', description: alertNamed(alert), direction: 'sent', location });
  }

  #detail(text: string, line: number): void {
    const session = this.sessions.at(-1);
    if (!session) return;
    const extension = /^ {4}"([a-z_]+) \([\d,]+\)": \{/.exec(text)?.[1];
    if (extension !== undefined) this.#extension = extension;
    const [, named = '', written = ''] = /^ *"([a-z ]+)" *: *(?! )(.*)$/.exec(text) ?? [];
    const [label, value] = [named.trimEnd(), written.replace(/,$/, '')];
    if (label === 'named group' && this.#section !== 'client-hello')
      session.keyExchange ??= { name: unquoted(value), bits: undefined };
    if (this.#section === 'client-hello') this.#clientHello(session, label, value, text);
    else if (this.#section === 'server-hello') this.#serverHello(session, label, value, text);
    else if (this.#section === 'alert') this.#readAlert(session, label, unquoted(value), line);
    else this.#readCertificate(session, label, unquoted(value), line);
  }

  #clientHello(session: OpenSession, label: string, value: string, text: string): void {
    const legacy = label === 'client version' ? versionNamed(unquoted(value)) : undefined;
    if (legacy) session.offeredVersions.push(legacy);
    if (label === 'cipher suites') {
      for (const suite of listed(unquoted(value))) {
        const [, name = suite, code] = /^(\w+)\(0x([0-9A-F]{4})\)$/.exec(suite) ?? [];
        session.offeredSuites.push(suiteNamed(name, code === undefined ? undefined : Number.parseInt(code, 16)));
      }
    }
    if (this.#extension === 'supported_versions' && label === 'versions') {
      session.offeredVersions.length = 0;
      session.offeredVersions.push(...versions(value));
    }
    if (this.#extension === 'server_name')
      session.serverName ??= /^ +type=host_name \(0\), value=(\S+)$/.exec(text)?.[1];
    if (this.#extension === 'application_layer_protocol_negotiation' && /^ +\[.*\]$/.test(text))
      session.offeredAlpn.push(...listed(text.trim()));
  }

  #serverHello(session: OpenSession, label: string, value: string, text: string): void {
    if (label === 'server version') session.version = versionNamed(unquoted(value));
    if (label === 'selected version') session.version = versions(value)[0] ?? session.version;
    if (label === 'cipher suite') {
      const [, name = '', code = ''] = /^(\w+)\(0x([0-9A-F]{4})\)$/.exec(unquoted(value)) ?? [];
      if (name) session.cipherSuite = suiteNamed(name, Number.parseInt(code, 16));
    }
    if (this.#extension === 'application_layer_protocol_negotiation' && /^ +\[.*\]$/.test(text))
      session.alpn = listed(text.trim())[0];
  }

  #readAlert(session: OpenSession, label: string, value: string, line: number): void {
    if (label === 'level') this.#alert.level = value === 'fatal' ? 'fatal' : 'warning';
    if (label !== 'description') return;
    const description = alertNamed(value);
    session.alerts.push({ ...this.#alert, description, location: { line, column: 1 } });
    if (this.#alert.level === 'fatal') session.established = false;
  }

  #readCertificate(session: OpenSession, label: string, value: string, line: number): void {
    if (label === 'certificate' && this.#section === 'client-certificate') session.clientCertificate = 'sent';
    if (this.#section !== 'server-certificate') return;
    if (label === 'certificate') {
      this.#certificate = { subject: '', issuer: '', notBefore: undefined, notAfter: undefined, line };
      session.certificates.push(this.#certificate);
    }
    const certificate = this.#certificate;
    if (!certificate) return;
    if (label === 'issuer') certificate.issuer = value;
    else if (label === 'subject') certificate.subject = value;
    else if (label === 'not before') certificate.notBefore = certificateDate(value);
    else if (label.replace(/ +/, ' ') === 'not after') certificate.notAfter = certificateDate(value);
  }
}

function unquoted(value: string): string {
  return value.replace(/^"|"$/g, '');
}

/** `[a, b]`. */
function listed(value: string): string[] {
  return value
    .replace(/^\[|\]$/g, '')
    .split(/, */)
    .filter((each) => each !== '');
}

function versions(value: string): TlsVersion[] {
  return listed(value).flatMap((each) => versionNamed(each) ?? []);
}
