import { execFileSync } from 'node:child_process';
import { constants, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pemOf, testCertificates } from '../../../fixtures/make/test-certificates.js';
import { parseXmlText } from '../../../src/artifacts/xml/parse.js';
import { isSameName } from '../../../src/artifacts/xml-signature/certificate-names.js';
import { verifySignature } from '../../../src/artifacts/xml-signature/verify.js';
import { ENVELOPED, type Signing, signedXml, statusOf, verified } from '../../support/signed-xml.js';

const INTACT = 'valid matches';
const EXCLUSIVE = '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform>';
const TEXT = `<m:message xmlns:m="urn:m" xmlns="urn:d" xmlns:unused="urn:u" xml:lang="fr"><m:head/>
  <a:token xmlns:a="urn:a" ID="t1" m:kind="m:x"><a:user>Élise &amp; co</a:user><!-- remarque --><plain/>{signature}</a:token>
</m:message>`;
const TOKEN = { uri: '#t1', xpath: '//*[@ID = "t1"]' };

const WRITINGS: [string, Signing][] = [
  ['one element, exclusive', TOKEN],
  ['one element with inherited namespaces and language, inclusive', { ...TOKEN, mode: 'inclusive' }],
  ['one element, inclusive 1.1', { ...TOKEN, mode: 'inclusive-1.1' }],
  ['one element, with prefixes that are always told', { ...TOKEN, prefixes: ['m', 'unused'] }],
  ['the whole document', {}],
  ['the whole document, inclusive', { mode: 'inclusive' }],
  ['without a canonical form', { ...TOKEN, mode: 'inclusive', transforms: ENVELOPED }],
];

describe('an intact signature', () => {
  it.each(WRITINGS)('of %s is valid', (_, signing) => {
    expect(statusOf(signedXml(TEXT, signing))).toBe(INTACT);
  });

  it.each([
    ['sha1', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1', 'http://www.w3.org/2000/09/xmldsig#sha1'],
    ['sha384', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384', 'http://www.w3.org/2001/04/xmldsig-more#sha384'],
    ['sha512', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512', 'http://www.w3.org/2001/04/xmlenc#sha512'],
  ])('with %s is valid, and told when it is weak', (hash, method, digest) => {
    const text = signedXml(TEXT, { ...TOKEN, method: [method, hash], digest: [digest, hash] });
    expect(statusOf(text)).toBe(INTACT);
    expect(verified(text).weak).toEqual(hash === 'sha1' ? [method, digest] : []);
  });

  it('with RSA-PSS is valid', () => {
    const options = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
    const method = ['http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1', 'sha256'] as const;
    expect(statusOf(signedXml(TEXT, { ...TOKEN, method, options }))).toBe(INTACT);
  });

  it('stays so when what surrounds it changes, or what canonical forms leave out', () => {
    const text = signedXml(TEXT, TOKEN);
    expect(statusOf(text.replace('<m:head/>', '<m:head>autre</m:head>'))).toBe(INTACT);
    expect(statusOf(text.replace('<!-- remarque -->', '<!-- autre -->'))).toBe(INTACT);
    expect(statusOf(text.replace('<plain/>', '<plain></plain >'))).toBe(INTACT);
    expect(statusOf(text.replaceAll('\n', '\r\n'))).toBe(INTACT);
    expect(statusOf(text.replace('ID="t1" m:kind="m:x"', "m:kind='m:x'  ID='t1'"))).toBe(INTACT);
    expect(statusOf(text.replace('Élise', '&#xC9;lise'))).toBe(INTACT);
  });

  it('is known by any of its certificates', () => {
    const { seal, issuing, root } = testCertificates;
    const { signer } = verified(signedXml(TEXT, { ...TOKEN, certificates: [root, issuing, seal] }));
    expect(signer?.subject).toContain('CN=Cachet d essai');
  });
});

describe('an altered signature', () => {
  const text = signedXml(TEXT, TOKEN);

  it('is refused whatever character of the signed part changes', () => {
    const from = text.indexOf('<a:token');
    const signature = text.indexOf('<ds:Signature');
    const positions = fc.oneof(
      fc.integer({ min: text.indexOf('ID="t1"') + 8, max: signature - 1 }),
      fc.integer({ min: text.indexOf('<ds:SignatureValue>') + 19, max: text.indexOf('</ds:SignatureValue>') - 1 }),
      fc.integer({ min: text.indexOf('<ds:DigestValue>') + 16, max: text.indexOf('</ds:DigestValue>') - 1 }),
    );
    const comment = [text.indexOf('<!--'), text.indexOf('-->') + 3] as const;
    expect(from).toBeLessThan(signature);
    fc.assert(
      fc.property(positions, fc.constantFrom('A', 'B', 'z', '0', '/', '=', 'é', '\u00a0'), (at, character) => {
        fc.pre(text[at] !== character && !(at >= comment[0] && at < comment[1]));
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        let status = 'unreadable';
        try {
          status = statusOf(changed);
        } catch {
          // What is no longer XML is refused before.
        }
        expect(status).not.toBe(INTACT);
      }),
      { numRuns: 400 },
    );
  });

  it('tells what changed: the content, or what was signed of it', () => {
    expect(statusOf(text.replace('Élise', 'Elise'))).toBe('valid differs');
    expect(statusOf(text.replace('<a:user>', '<a:user> '))).toBe('valid differs');
    expect(statusOf(text.replace('<ds:DigestValue>', '<ds:DigestValue>\n'))).toBe('altered matches');
    expect(statusOf(text.replace(/(<ds:SignatureValue>)./, '$1?'))).toBe('malformed matches');
    expect(statusOf(text.replace(/<ds:SignatureValue>.*<\/ds:SignatureValue>/, ''))).toBe('malformed matches');
    expect(statusOf(text.replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/, ''))).toBe('no-certificate matches');
    expect(statusOf(text.replace(/<ds:X509Certificate>./, '<ds:X509Certificate>A'))).toBe('no-certificate matches');
  });

  it('is refused with the key of another', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    expect(statusOf(signedXml(TEXT, { ...TOKEN, key: privateKey }))).toBe('altered matches');
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const method = ['http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256', 'sha256'] as const;
    expect(statusOf(signedXml(TEXT, { ...TOKEN, method, key: ec }))).toBe('altered matches');
  });

  it('is refused for bits that no byte needs', () => {
    const [, value = ''] = /<ds:SignatureValue>([^<]*)==</.exec(text) ?? [];
    const last = value.at(-1) ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const other = alphabet[alphabet.indexOf(last) + 1] ?? '';
    expect(statusOf(text.replace(`${value}==`, `${value.slice(0, -1)}${other}==`))).toBe('malformed matches');
  });
});

describe('a wrapped signature', () => {
  const text = signedXml(TEXT, TOKEN);

  it('is ambiguous when two elements have the id, whatever attribute tells it', () => {
    for (const id of ['ID="t1"', 'Id="t1"', 'id="t1"', 'xml:id="t1"'])
      expect(statusOf(text.replace('<m:head/>', `<m:head ${id}/>`))).toBe('valid ambiguous');
  });

  it('tells which element it signs', () => {
    const { references } = verified(text);
    expect(references[0]?.target).toHaveProperty('nodeName', 'a:token');
    expect(verified(signedXml(TEXT)).references[0]?.target).toHaveProperty('nodeName', '#document');
  });

  it('names nothing when its id is nowhere', () => {
    expect(statusOf(text.replace('ID="t1"', 'ID="t2"'))).toBe('valid not-found');
    expect(statusOf(text.replace('URI="#t1"', 'URI="http://exemple.invalid/a.xml"'))).toBe('altered not-found');
  });

  it('does not enclose itself in nothing', () => {
    const inside = text.replace('<ds:SignedInfo>', '<ds:SignedInfo Id="s">').replace('URI="#t1"', 'URI="#s"');
    expect(verified(inside).references[0]?.status).toBe('unsupported');
  });
});

describe('a signature that is not verified', () => {
  const text = signedXml(TEXT, TOKEN);

  it.each([
    ['a method', 'xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-md5', 'unsupported matches'],
    ['a digest', 'xmlenc#sha256', 'xmldsig-more#md5', 'altered unsupported'],
    ['a transform', '#enveloped-signature', '#base64', 'altered unsupported'],
    ['a pointer', 'URI="#t1"', 'URI="#xpointer(id(\'t1\'))"', 'altered unsupported'],
  ])('is told for %s that is not known', (_, good, bad, status) => {
    const changed = text.replace(good, bad);
    expect(statusOf(changed)).toBe(status);
    expect(verified(changed).unsupported).toHaveLength(1);
  });

  it('is told for a form after another, and for too many transforms', () => {
    expect(verified(text.replace(EXCLUSIVE, EXCLUSIVE + EXCLUSIVE)).references[0]?.status).toBe('unsupported');
    const many = signedXml(TEXT, { ...TOKEN, transforms: ENVELOPED.repeat(9) });
    expect(statusOf(many)).toBe('valid unsupported');
  });

  it('asks no more work than the document is long', () => {
    const long = `urn:${'x'.repeat(100_000)}`;
    const hostile = `<m xmlns:p="${long}">${'<p:a/>'.repeat(2000)}{signature}</m>`;
    const shown = signedXml('<m>{signature}</m>').replace(/^<m>|<\/m>$/g, '');
    expect(statusOf(hostile.replace('{signature}', shown))).toBe('unsupported unsupported');
  });

  it('has no more references than a signature needs', () => {
    const [reference = ''] = /<ds:Reference[\s\S]*<\/ds:Reference>/.exec(text) ?? [];
    const changed = verified(text.replace(reference, reference.repeat(200)));
    expect(changed.value).toBe('malformed');
    expect(changed.references.length).toBeLessThanOrEqual(101);
  });

  it('has one SignedInfo', () => {
    const [info = ''] = /<ds:SignedInfo>[\s\S]*<\/ds:SignedInfo>/.exec(text) ?? [];
    expect(verified(text.replace(info, info + info)).value).toBe('malformed');
    const document = parseXmlText('<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>');
    expect(verifySignature(document.documentElement, { left: 0 }).value).toBe('malformed');
  });
});

describe('names of certificates', () => {
  it('are the same in any order and with any name of type', () => {
    expect(isSameName('CN=A B,O=Essais\\, SA,C=FR', 'C=FR\nO=Essais\\, SA\nCN=A  b')).toBe(true);
    expect(isSameName('CN=1+OID.2.5.4.4=LIBRE + SN2=MAX, C=FR', 'C=FR\nGN=MAX + SN=LIBRE + CN=1')).toBe(true);
    expect(isSameName('CN=A,C=FR', 'CN=A,O=B,C=FR')).toBe(false);
    expect(isSameName('CN=A,C=FR', 'CN=B,C=FR')).toBe(false);
    expect(isSameName('', '')).toBe(false);
  });
});

function hasXmlsec(): boolean {
  try {
    execFileSync('xmlsec1', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const present = hasXmlsec();
if (!present) console.info('skipped: install xmlsec1 to compare the verdicts on signatures with its own');

describe.skipIf(!present)('the verdict of xmlsec1', () => {
  const verdictOf = (text: string): boolean => {
    const folder = mkdtempSync(join(tmpdir(), 'segur-xmlsec-'));
    try {
      const [file, root] = [join(folder, 'signed.xml'), join(folder, 'root.pem')];
      writeFileSync(file, text);
      writeFileSync(root, pemOf(testCertificates.root) + pemOf(testCertificates.issuing));
      const time = ['--verification-time', '2026-03-16 09:30:00'];
      const arguments_ = ['verify', '--id-attr:ID', 'urn:a:token', '--trusted-pem', root, ...time, file];
      execFileSync('xmlsec1', arguments_, { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it.each(WRITINGS)('is ours on %s, intact and altered', (_, signing) => {
    const text = signedXml(TEXT, { ...signing, certificates: [testCertificates.seal, testCertificates.issuing] });
    for (const each of [text, text.replace('Élise', 'Elise'), text.replace('rsa-sha256', 'rsa-sha512')])
      expect(verdictOf(each)).toBe(statusOf(each) === INTACT);
  });
});
