import type {
  Certificate,
  CipherSuite,
  ClientCertificate,
  KeyExchange,
  TlsAlert,
  TlsSession,
  TlsVersion,
} from './tls-session.js';

/** A TLS session being read. */
export class OpenSession implements TlsSession {
  peer: string | undefined;
  readonly offeredVersions: TlsVersion[] = [];
  readonly offeredSuites: CipherSuite[] = [];
  serverName: string | undefined;
  readonly offeredAlpn: string[] = [];
  version: TlsVersion | undefined;
  cipherSuite: CipherSuite | undefined;
  alpn: string | undefined;
  keyExchange: KeyExchange | undefined;
  readonly certificates: Certificate[] = [];
  verification: { ok: boolean; text: string } | undefined;
  clientCertificate: ClientCertificate = 'unknown';
  readonly alerts: TlsAlert[] = [];
  established: boolean | undefined;

  constructor(
    readonly line: number,
    readonly at: string | undefined,
  ) {}
}
