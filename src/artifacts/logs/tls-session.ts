import type { Location } from '../location.js';

/** TLS sessions told by a tool. */
export interface TlsLog {
  readonly protocol: 'tls';
  readonly tool: TlsTool;
  readonly sessions: readonly TlsSession[];
}

/** `openssl`: s_client; `wireshark`: text export of packet details, or tshark -V; `java`: javax.net.debug. */
export type TlsTool = 'openssl' | 'wireshark' | 'java' | 'curl';

/** A TLS handshake and what came of it. What the tool does not tell is undefined, or empty. */
export interface TlsSession {
  /** Where the session starts in the log. */
  readonly line: number;
  /** Time, as the log writes it. */
  readonly at: string | undefined;
  /** `host:port`, as the tool was told or says. */
  readonly peer: string | undefined;
  /** Versions that the client offers, newest first as written. */
  readonly offeredVersions: readonly TlsVersion[];
  /** In the client's order. */
  readonly offeredSuites: readonly CipherSuite[];
  /** Server name indication (RFC 6066 §3). */
  readonly serverName: string | undefined;
  readonly offeredAlpn: readonly string[];
  /** What the server chose. */
  readonly version: TlsVersion | undefined;
  readonly cipherSuite: CipherSuite | undefined;
  /** Protocol that the server chose (RFC 7301); undefined when none. */
  readonly alpn: string | undefined;
  readonly keyExchange: KeyExchange | undefined;
  /** The server's, the leaf first. */
  readonly certificates: readonly Certificate[];
  /** What the tool says of their verification. */
  readonly verification: { readonly ok: boolean; readonly text: string } | undefined;
  readonly clientCertificate: ClientCertificate;
  readonly alerts: readonly TlsAlert[];
  /** True when the tool shows that the handshake ended well, false when it shows that it failed. */
  readonly established: boolean | undefined;
}

export type TlsVersion = 'SSLv2' | 'SSLv3' | 'TLSv1.0' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';

export interface CipherSuite {
  /** Name of the IANA registry when the suite is known, else as written. */
  readonly name: string;
  /** Number of the IANA registry. */
  readonly code: number | undefined;
}

/** The ephemeral key of the server: `X25519`, 253 bits. */
export interface KeyExchange {
  /** `DH`, or the name of the curve or of the group. */
  readonly name: string;
  readonly bits: number | undefined;
}

export interface Certificate {
  /** Distinguished names as the tool writes them. */
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601 in UTC, when what is written can be read. */
  readonly notBefore: string | undefined;
  readonly notAfter: string | undefined;
  readonly line: number;
}

/** `unknown` when the tool does not tell; `empty`: asked for, and none was sent. */
export type ClientCertificate = 'sent' | 'empty' | 'requested' | 'not-requested' | 'unknown';

export interface TlsAlert {
  readonly level: 'warning' | 'fatal' | undefined;
  /** Name of RFC 8446 §6: `protocol_version`. */
  readonly description: string;
  /** `sent` by the client. */
  readonly direction: 'sent' | 'received' | undefined;
  readonly location: Location;
}
