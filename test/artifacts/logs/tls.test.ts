import { describe, expect, it } from 'vitest';
import { versionNamed } from '../../../src/artifacts/logs/tls-names.js';
import { logOf, sample } from './read-sample.js';

const CERTIFICATE = { notBefore: '2026-11-01T00:00:00Z', notAfter: '2027-11-01T00:00:00Z' };

describe('openssl s_client', () => {
  it('gives each connection of a file', async () => {
    const { tool, sessions } = await logOf('tls', sample('tls-openssl.txt'));
    expect(tool).toBe('openssl');
    expect(sessions).toMatchObject([
      {
        line: 2,
        peer: 'smtp.operateur.exemple:587',
        serverName: 'smtp.operateur.exemple',
        version: 'TLSv1.2',
        cipherSuite: { name: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', code: 0xc030 },
        keyExchange: { name: 'prime256v1', bits: 256 },
        certificates: [
          { ...CERTIFICATE, subject: 'C = FR, O = Operateur Exemple, CN = smtp.operateur.exemple', line: 9 },
          { notAfter: '2040-01-01T00:00:00Z', issuer: 'C = FR, O = TEST EXEMPLE, CN = TEST AC RACINE EXEMPLE' },
        ],
        verification: { ok: true },
        clientCertificate: 'not-requested',
        established: true,
        alerts: [],
      },
      {
        version: undefined,
        cipherSuite: undefined,
        certificates: [],
        verification: undefined,
        clientCertificate: 'unknown',
        established: false,
        alerts: [{ level: 'fatal', description: 'protocol_version', direction: 'received' }],
      },
    ]);
  });

  it.each([
    ['>>> TLS 1.2, Handshake [length 0d30], Certificate', 'sent'],
    ['>>> TLS 1.3, Handshake [length 0008], Certificate', 'empty'],
    ['Requested Signature Algorithms: RSA-PSS+SHA256', 'requested'],
  ])('reads of the client certificate in %j that it is %s', async (line, expected) => {
    const text = sample('tls-openssl.txt').replace('Peer signing digest: SHA256', line);
    expect((await logOf('tls', text)).sessions[0]?.clientCertificate).toBe(expected);
  });
});

it('reads curl: an expired certificate that the client refuses', async () => {
  const { tool, sessions } = await logOf('tls', sample('tls-curl.txt'));
  expect(tool).toBe('curl');
  expect(sessions).toMatchObject([
    {
      peer: 'smtp.operateur.exemple:443',
      offeredAlpn: ['h2', 'http/1.1'],
      alerts: [{ level: 'fatal', description: 'certificate_expired', direction: 'sent' }],
      verification: { ok: false },
      established: false,
    },
  ]);
});

it('reads what Java says, hours from 1 to 24', async () => {
  const { tool, sessions } = await logOf('tls', sample('tls-java.log'));
  expect(tool).toBe('java');
  expect(sessions).toMatchObject([
    {
      at: '2026-11-20 10:00:01.120 CET',
      offeredVersions: ['TLSv1.3', 'TLSv1.2'],
      offeredSuites: [{ code: 0x1302 }, { code: 0xc030 }, { name: 'TLS_EXEMPLE', code: 0xfafa }],
      serverName: 'smtp.operateur.exemple',
      offeredAlpn: ['h2', 'http/1.1'],
      alpn: 'h2',
      version: 'TLSv1.2',
      cipherSuite: { code: 0xc030 },
      keyExchange: { name: 'x25519' },
      certificates: [{ ...CERTIFICATE, issuer: 'CN=TEST AC EXEMPLE, O=TEST EXEMPLE, C=FR' }],
      clientCertificate: 'sent',
      established: true,
      alerts: [{ level: 'warning', description: 'close_notify', direction: 'received' }],
    },
  ]);
  const refused = sample('tls-java.log').replace(
    /\|DEBUG(\|10\|main\|[^|]*\|)Finished\.java:396\|.*/,
    '|ERROR$1TransportContext.java:375|Fatal (CERTIFICATE_UNKNOWN): PKIX path building failed (',
  );
  expect((await logOf('tls', refused)).sessions).toMatchObject([
    {
      established: false,
      verification: { ok: false, text: 'PKIX path building failed' },
      alerts: [{ description: 'certificate_unknown', direction: 'sent' }, {}],
    },
  ]);
});

it('reads the packet details of Wireshark', async () => {
  const { tool, sessions } = await logOf('tls', sample('tls-wireshark.txt'));
  expect(tool).toBe('wireshark');
  expect(sessions).toMatchObject([
    {
      peer: '192.0.2.20:587',
      at: 'Nov 20, 2026 10:00:04.000000000 CET',
      offeredVersions: ['TLSv1.3', 'TLSv1.2'],
      offeredSuites: [{ code: 0x1302 }, { code: 0x009f }],
      serverName: 'smtp.operateur.exemple',
      version: 'TLSv1.2',
      cipherSuite: { code: 0x009f },
      certificates: [
        {
          ...CERTIFICATE,
          subject: 'id-at-commonName=smtp.operateur.exemple,id-at-countryName=FR',
          issuer: 'id-at-commonName=TEST AC EXEMPLE,id-at-countryName=FR',
        },
      ],
      clientCertificate: 'not-requested',
      alerts: [{ level: 'fatal', description: 'insufficient_security', direction: 'received' }],
      established: false,
    },
  ]);
});

it.each([
  ['TLSv1', 'TLSv1.0'],
  ['TLS 1.2', 'TLSv1.2'],
  ['SSL 3.0', 'SSLv3'],
  ['TLSv1.4', undefined],
])('knows %s as %s', (name, version) => expect(versionNamed(name)).toBe(version));
