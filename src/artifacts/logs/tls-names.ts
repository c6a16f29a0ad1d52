import type { CipherSuite, TlsVersion } from './tls-session.js';

/**
 * Cipher suites by number, IANA name and OpenSSL name: those that Référentiel #2 MSSanté allows, those of TLS 1.3, and those that clients
 * still offer (IANA registry "TLS Cipher Suites"; openssl-ciphers(1)).
 */
const SUITES: readonly (readonly [code: number, name: string, openssl: string])[] = [
  [0x1301, 'TLS_AES_128_GCM_SHA256', 'TLS_AES_128_GCM_SHA256'],
  [0x1302, 'TLS_AES_256_GCM_SHA384', 'TLS_AES_256_GCM_SHA384'],
  [0x1303, 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_CHACHA20_POLY1305_SHA256'],
  [0x1304, 'TLS_AES_128_CCM_SHA256', 'TLS_AES_128_CCM_SHA256'],
  [0x1305, 'TLS_AES_128_CCM_8_SHA256', 'TLS_AES_128_CCM_8_SHA256'],
  [0xc030, 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'ECDHE-RSA-AES256-GCM-SHA384'],
  [0xc02f, 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'ECDHE-RSA-AES128-GCM-SHA256'],
  [0xc028, 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', 'ECDHE-RSA-AES256-SHA384'],
  [0xc027, 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256', 'ECDHE-RSA-AES128-SHA256'],
  [0xc014, 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA', 'ECDHE-RSA-AES256-SHA'],
  [0xc013, 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'ECDHE-RSA-AES128-SHA'],
  [0xcca8, 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'ECDHE-RSA-CHACHA20-POLY1305'],
  [0xc02c, 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'ECDHE-ECDSA-AES256-GCM-SHA384'],
  [0xc02b, 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'ECDHE-ECDSA-AES128-GCM-SHA256'],
  [0xc024, 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384', 'ECDHE-ECDSA-AES256-SHA384'],
  [0xc023, 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256', 'ECDHE-ECDSA-AES128-SHA256'],
  [0xc00a, 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA', 'ECDHE-ECDSA-AES256-SHA'],
  [0xc009, 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA', 'ECDHE-ECDSA-AES128-SHA'],
  [0xcca9, 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', 'ECDHE-ECDSA-CHACHA20-POLY1305'],
  [0x009f, 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384', 'DHE-RSA-AES256-GCM-SHA384'],
  [0x009e, 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', 'DHE-RSA-AES128-GCM-SHA256'],
  [0x006b, 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA256', 'DHE-RSA-AES256-SHA256'],
  [0x0067, 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA256', 'DHE-RSA-AES128-SHA256'],
  [0x0039, 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA', 'DHE-RSA-AES256-SHA'],
  [0x0033, 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA', 'DHE-RSA-AES128-SHA'],
  [0xccaa, 'TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'DHE-RSA-CHACHA20-POLY1305'],
  [0x009d, 'TLS_RSA_WITH_AES_256_GCM_SHA384', 'AES256-GCM-SHA384'],
  [0x009c, 'TLS_RSA_WITH_AES_128_GCM_SHA256', 'AES128-GCM-SHA256'],
  [0x003d, 'TLS_RSA_WITH_AES_256_CBC_SHA256', 'AES256-SHA256'],
  [0x003c, 'TLS_RSA_WITH_AES_128_CBC_SHA256', 'AES128-SHA256'],
  [0x0035, 'TLS_RSA_WITH_AES_256_CBC_SHA', 'AES256-SHA'],
  [0x002f, 'TLS_RSA_WITH_AES_128_CBC_SHA', 'AES128-SHA'],
  [0x000a, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'DES-CBC3-SHA'],
  [0x0005, 'TLS_RSA_WITH_RC4_128_SHA', 'RC4-SHA'],
];

const BY_NAME = new Map(
  SUITES.flatMap(([code, name, openssl]) => [name, openssl].map((each) => [each, { name, code }] as const)),
);

/** The suite called so by a tool; an unknown one keeps its name. @param code number that the tool writes beside it */
export function suiteNamed(name: string, code?: number): CipherSuite {
  return BY_NAME.get(name) ?? { name, code };
}

const VERSIONS: Readonly<Record<string, TlsVersion>> = {
  sslv2: 'SSLv2',
  'ssl2.0': 'SSLv2',
  sslv3: 'SSLv3',
  'ssl3.0': 'SSLv3',
  tlsv1: 'TLSv1.0',
  'tlsv1.0': 'TLSv1.0',
  'tls1.0': 'TLSv1.0',
  'tlsv1.1': 'TLSv1.1',
  'tls1.1': 'TLSv1.1',
  'tlsv1.2': 'TLSv1.2',
  'tls1.2': 'TLSv1.2',
  'tlsv1.3': 'TLSv1.3',
  'tls1.3': 'TLSv1.3',
};

/** The version that a tool calls so: `TLSv1.2`, `TLS 1.2`, `TLSv1`. */
export function versionNamed(name: string): TlsVersion | undefined {
  return VERSIONS[name.replace(/\s/g, '').toLowerCase()];
}

/** Descriptions of alerts by number (RFC 8446 §6, RFC 5246 §7.2). */
const ALERTS: Readonly<Record<number, string>> = {
  0: 'close_notify',
  10: 'unexpected_message',
  20: 'bad_record_mac',
  22: 'record_overflow',
  40: 'handshake_failure',
  42: 'bad_certificate',
  43: 'unsupported_certificate',
  44: 'certificate_revoked',
  45: 'certificate_expired',
  46: 'certificate_unknown',
  47: 'illegal_parameter',
  48: 'unknown_ca',
  49: 'access_denied',
  50: 'decode_error',
  51: 'decrypt_error',
  70: 'protocol_version',
  71: 'insufficient_security',
  80: 'internal_error',
  86: 'inappropriate_fallback',
  90: 'user_canceled',
  100: 'no_renegotiation',
  109: 'missing_extension',
  110: 'unsupported_extension',
  112: 'unrecognized_name',
  113: 'bad_certificate_status_response',
  115: 'unknown_psk_identity',
  116: 'certificate_required',
  120: 'no_application_protocol',
};

/** Description of the alert of this number, or that a tool writes in words: `Protocol Version`, `tlsv1 alert protocol version`. */
export function alertNamed(alert: number | string): string {
  if (typeof alert === 'number') return ALERTS[alert] ?? String(alert);
  const name = alert
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return name === 'unknown_certificate' ? 'certificate_unknown' : name;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date of a certificate in ISO 8601: `Nov  1 00:00:00 2026 GMT`, `2026-11-01 00:00:00 (UTC)`, `2026-11-01 24:00:00.000 UTC`. */
export function certificateDate(text: string): string | undefined {
  const words = /^([A-Z][a-z]{2}) +(\d{1,2}) (\d{2}:\d{2}:\d{2}) (\d{4}) (?:GMT|UTC)$/.exec(text.trim());
  if (words) {
    const [, month = '', day = '', time = '', year = ''] = words;
    const rank = MONTHS.indexOf(month) + 1;
    return rank === 0 ? undefined : `${year}-${String(rank).padStart(2, '0')}-${day.padStart(2, '0')}T${time}Z`;
  }
  const figures = /^(\d{4}-\d{2}-\d{2}) (\d{2})(:\d{2}:\d{2})(?:\.\d+)? \(?(?:UTC|GMT)\)?$/.exec(text.trim());
  // Java counts the hours from 1 to 24 here: 24 is midnight of the same day.
  return figures ? `${figures[1]}T${figures[2] === '24' ? '00' : figures[2]}${figures[3]}Z` : undefined;
}
