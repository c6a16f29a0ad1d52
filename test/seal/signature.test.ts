import { createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pemOf, sealKey, testCertificates } from '../../fixtures/make/test-certificates.js';
import {
  readSignature,
  readSigner,
  readVerificationKeys,
  type SealSignature,
  signRoot,
  verifySignature,
} from '../../src/seal/signature.js';
import { caught } from '../support/caught.js';
import { folderOf } from '../support/folder.js';

const ROOT = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const certificate = (name: keyof typeof testCertificates) => new X509Certificate(testCertificates[name]);
const pem = (key: KeyObject) => String(key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' }));

const PAIRS = {
  Ed25519: generateKeyPairSync('ed25519'),
  'ECDSA-SHA256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'RSASSA-PKCS1-v1_5-SHA256': generateKeyPairSync('rsa', { modulusLength: 2048 }),
};

const withKey = (key: KeyObject) => ({ key, anchors: [] });
const withAnchors = (...names: (keyof typeof testCertificates)[]) => ({
  key: undefined,
  anchors: names.map(certificate),
});

describe.each(Object.entries(PAIRS))('a signature by %s', (algorithm, { privateKey, publicKey }) => {
  const signature = signRoot(ROOT, { key: privateKey, certificates: [] });

  it('is verified with the key', () => {
    expect(signature).toMatchObject({ schema: 'segur-check/signature/1', algorithm, root: ROOT });
    expect(verifySignature(signature, ROOT, withKey(publicKey))).toEqual({
      status: 'verified',
      algorithm,
      certificate: null,
    });
  });

  it.each<[string, Partial<SealSignature>, string]>([
    ['another root', {}, OTHER],
    ['a root that the file changed', { root: OTHER }, OTHER],
    ['another signature', { signature: Buffer.alloc(64).toString('base64') }, ROOT],
    ['no base64', { signature: '%%%' }, ROOT],
    ['another algorithm', { algorithm: algorithm === 'Ed25519' ? 'ECDSA-SHA256' : 'Ed25519' }, ROOT],
    ['what is no certificate', { certificates: ['hello'] }, ROOT],
    ['the certificate of another key', { certificates: [pemOf(testCertificates.seal)] }, ROOT],
  ])('is wrong with %s', (_, changed, root) => {
    expect(verifySignature({ ...signature, ...changed }, root, withKey(publicKey)).status).toBe('wrong');
  });

  it('is wrong for another key', () => {
    for (const other of Object.values(PAIRS).filter((pair) => pair.publicKey !== publicKey))
      expect(verifySignature(signature, ROOT, withKey(other.publicKey)).status).toBe('wrong');
  });
});

it('is the same each time by Ed25519 and RSA', () => {
  for (const { privateKey } of [PAIRS.Ed25519, PAIRS['RSASSA-PKCS1-v1_5-SHA256']]) {
    const signer = { key: privateKey, certificates: [] };
    expect(signRoot(ROOT, signer)).toEqual(signRoot(ROOT, signer));
  }
});

describe('a signature with certificates', () => {
  const key = PAIRS.Ed25519.publicKey;
  const signature = signRoot(ROOT, { key: sealKey, certificates: [certificate('seal'), certificate('issuing')] });

  it.each<[string, ReturnType<typeof withAnchors>, string]>([
    ['the root above the one between', withAnchors('root'), 'verified'],
    ['the authority that issued it', withAnchors('issuing'), 'verified'],
    ['itself', withAnchors('seal'), 'verified'],
    ['another authority', withAnchors('unknown'), 'untrusted'],
    ['what is no authority', withAnchors('by-seal'), 'untrusted'],
  ])('given %s', (_, keys, status) => {
    expect(verifySignature(signature, ROOT, keys)).toMatchObject({
      status,
      certificate: { subject: expect.stringContaining('Cachet'), validTo: expect.stringContaining('2035') },
    });
  });

  it('does not judge dates: they are shown', () => {
    const old = signRoot(ROOT, { key: sealKey, certificates: [certificate('expired')] });
    const found = verifySignature(old, ROOT, withAnchors('issuing'));
    expect(found).toMatchObject({ status: 'verified', certificate: { validTo: expect.stringContaining('2025') } });
  });

  it('must also be by the key, when one is given', () => {
    const own = createPublicKey(sealKey);
    expect(verifySignature(signature, ROOT, { ...withAnchors('root'), key: own }).status).toBe('verified');
    expect(verifySignature(signature, ROOT, { ...withAnchors('unknown'), key: own }).status).toBe('untrusted');
    expect(verifySignature(signature, ROOT, { ...withAnchors('root'), key }).status).toBe('wrong');
  });

  it('by a key alone leads to no authority', () => {
    const bare = signRoot(ROOT, { key: sealKey, certificates: [] });
    expect(verifySignature(bare, ROOT, withAnchors('root')).status).toBe('untrusted');
    expect(verifySignature(bare, ROOT, { ...withAnchors('root'), key: createPublicKey(sealKey) }).status).toBe(
      'untrusted',
    );
  });
});

describe('files of keys', () => {
  it('are read, and refused with what to give', async () => {
    const { privateKey, publicKey } = PAIRS.Ed25519;
    const folder = await folderOf({
      'own.pem': pem(privateKey),
      'public.pem': pem(publicKey),
      'locked.pem': String(
        privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' }),
      ),
      'dsa.pem': pem(generateKeyPairSync('x25519').privateKey),
      'rsa.pem': pem(sealKey),
      'seal.pem': `${pemOf(testCertificates.seal)}${pemOf(testCertificates.issuing)}`,
      'text.pem': 'hello',
      'signature.json': JSON.stringify(signRoot(ROOT, { key: privateKey, certificates: [] })),
      'other.json': '{"schema":"segur-check/signature/1"}',
    });
    const at = (name: string) => join(folder, name);
    expect((await readSigner(at('own.pem'), undefined)).certificates).toEqual([]);
    expect((await readSigner(at('rsa.pem'), at('seal.pem'))).certificates).toHaveLength(2);
    for (const name of ['locked.pem', 'dsa.pem', 'text.pem', 'public.pem', 'seal.pem', '.'])
      expect(await caught(() => readSigner(at(name), undefined))).toMatchObject({ code: 'seal-key' });
    expect(await caught(() => readSigner(at('none.pem'), undefined))).toMatchObject({ code: 'no-file' });
    expect(await caught(() => readSigner(at('own.pem'), at('seal.pem')))).toMatchObject({ code: 'seal-certificate' });
    expect((await readVerificationKeys(at('public.pem'), undefined)).key?.equals(publicKey)).toBe(true);
    expect((await readVerificationKeys(undefined, [at('seal.pem')])).anchors).toHaveLength(2);
    expect(await caught(() => readVerificationKeys(at('text.pem'), undefined))).toMatchObject({ code: 'replay-key' });
    expect(await readSignature(at('signature.json'))).toMatchObject({ root: ROOT });
    expect(await readSignature(at('none'))).toBeUndefined();
    for (const name of ['other.json', 'text.pem', '.']) expect(await readSignature(at(name))).toBe('unreadable');
  });
});
