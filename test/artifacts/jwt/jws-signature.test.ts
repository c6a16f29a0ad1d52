import { constants, createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { compactVerify, createLocalJWKSet, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { type SignatureVerdict, verifySignature } from '../../../src/artifacts/jwt/jws-signature.js';
import { parseJwt } from '../../../src/artifacts/jwt/jwt.js';

const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength });
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });

const PAIRS = {
  rsa: rsa(2048),
  other: rsa(2048),
  short: rsa(1024),
  p256: ec('P-256'),
  p384: ec('P-384'),
  p521: ec('P-521'),
  edwards: generateKeyPairSync('ed25519'),
};
type KeyName = keyof typeof PAIRS;

const published = (name: KeyName, more: JWK = {}): JWK => ({
  ...(PAIRS[name].publicKey.export({ format: 'jwk' }) as JWK),
  kid: name,
  ...more,
});
const EVERY_KEY = (Object.keys(PAIRS) as KeyName[]).map((name) => published(name));

const SIGNERS: Readonly<Record<string, KeyName>> = {
  ...Object.fromEntries(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map((alg) => [alg, 'rsa'])),
  ES256: 'p256',
  ES384: 'p384',
  ES512: 'p521',
  EdDSA: 'edwards',
  Ed25519: 'edwards',
};

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(header: Record<string, unknown>, key: KeyObject, claims: unknown = { sub: '1' }): string {
  const content = `${part(header)}.${part(claims)}`;
  const alg = String(header.alg);
  const bits = Number(alg.slice(2));
  const options = {
    ...(alg.startsWith('PS') && { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: bits / 8 }),
    ...(alg.startsWith('ES') && { dsaEncoding: 'ieee-p1363' as const }),
  };
  const hash = alg.startsWith('Ed') ? null : `sha${bits}`;
  return `${content}.${sign(hash, Buffer.from(content), { key, ...options }).toString('base64url')}`;
}

const token = (alg: string, more: Record<string, unknown> = {}) => {
  const name = SIGNERS[alg] ?? 'rsa';
  return signed({ alg, kid: name, ...more }, PAIRS[name].privateKey);
};

/** Jose takes one key of a name: a set is given key by key. */
async function acceptedByJose(text: string, keys: readonly JWK[]): Promise<boolean> {
  const attempts = keys.map((key) =>
    compactVerify(text, createLocalJWKSet({ keys: [key] })).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(attempts)).includes(true);
}

/** Undefined for a text that the reader already refuses. */
function verdict(text: string, keys: readonly JWK[]): SignatureVerdict | undefined {
  try {
    return verifySignature(parseJwt(text), keys as readonly Record<string, unknown>[]);
  } catch {
    return undefined;
  }
}

describe('verifySignature', () => {
  it.each(Object.keys(SIGNERS))('verifies %s as jose does', async (alg) => {
    const text = token(alg);
    expect(await acceptedByJose(text, EVERY_KEY)).toBe(true);
    expect(verdict(text, EVERY_KEY)).toBe('valid');
    expect(verdict(token(alg, { kid: undefined }), EVERY_KEY)).toBe('valid');
  });

  const good = token('RS256');
  const [header = '', payload = '', signature = ''] = good.split('.');
  const rsaText = String(PAIRS.rsa.publicKey.export({ format: 'pem', type: 'spki' }));
  const mac = (alg: string) => {
    const content = `${part({ alg, kid: 'rsa' })}.${payload}`;
    const bits = alg.slice(2) || '256';
    return `${content}.${createHmac(`sha${bits}`, rsaText).update(content).digest('base64url')}`;
  };
  const raw = PAIRS.p256.privateKey;
  const der = (() => {
    const content = `${part({ alg: 'ES256', kid: 'p256' })}.${payload}`;
    return `${content}.${sign('sha256', Buffer.from(content), raw).toString('base64url')}`;
  })();

  it.each<[string, string, readonly JWK[], SignatureVerdict | undefined]>([
    ['nothing', `${part({ alg: 'none' })}.${payload}.`, EVERY_KEY, 'unsigned'],
    ['NONE, in capitals', `${part({ alg: 'NoNe', kid: 'rsa' })}.${payload}.${signature}`, EVERY_KEY, 'unsigned'],
    ['no algorithm', `${part({ kid: 'rsa' })}.${payload}.${signature}`, EVERY_KEY, 'unsigned'],
    ['an algorithm that is no text', `${part({ alg: ['RS256'] })}.${payload}.${signature}`, EVERY_KEY, 'unsigned'],
    ['HS256 with the public key', mac('HS256'), EVERY_KEY, 'unsigned'],
    ['HS512 with the public key', mac('HS512'), EVERY_KEY, 'unsigned'],
    [
      'HS256 with a shared secret of the set',
      mac('HS256'),
      [{ kty: 'oct', kid: 'rsa', k: Buffer.from(rsaText).toString('base64url') }],
      'unsigned',
    ],
    [
      'an unknown algorithm',
      `${part({ alg: 'RS1', kid: 'rsa' })}.${payload}.${signature}`,
      EVERY_KEY,
      'unknown-algorithm',
    ],
    [
      'an algorithm of another case',
      `${part({ alg: 'rs256', kid: 'rsa' })}.${payload}.${signature}`,
      EVERY_KEY,
      'unknown-algorithm',
    ],
    ['its signature removed', `${header}.${payload}.`, EVERY_KEY, 'forged'],
    ['its signature cut', good.slice(0, -8), EVERY_KEY, 'forged'],
    ['its signature of an impossible length', good.slice(0, -1), EVERY_KEY, 'forged'],
    ['the signature of another key', signed({ alg: 'RS256', kid: 'rsa' }, PAIRS.other.privateKey), EVERY_KEY, 'forged'],
    ['a key of 1024 bits', signed({ alg: 'RS256', kid: 'short' }, PAIRS.short.privateKey), EVERY_KEY, 'weak-key'],
    ['an unknown key', token('RS256', { kid: 'none' }), EVERY_KEY, 'unknown-key'],
    ['a kid that is no text', token('RS256', { kid: 1 }), EVERY_KEY, 'unknown-key'],
    ['no key at all', good, [], 'unknown-key'],
    [
      'no kid, a short key and the key of another',
      signed({ alg: 'RS256' }, PAIRS.rsa.privateKey),
      [published('short'), published('other')],
      'forged',
    ],
    ['a key for encryption', good, [published('rsa', { use: 'enc' })], 'unsuitable-key'],
    ['a key of another algorithm', good, [published('rsa', { alg: 'RS512' })], 'unsuitable-key'],
    [
      'an operation that is not a list',
      good,
      [{ ...published('rsa'), ...JSON.parse('{"key_ops":"verify"}') }],
      'unsuitable-key',
    ],
    ['a key that only signs', good, [published('rsa', { key_ops: ['sign'] })], 'unsuitable-key'],
    ['a key that verifies', good, [published('rsa', { key_ops: ['verify'], use: 'sig', alg: 'RS256' })], 'valid'],
    ['a key of another type', good, [published('p256', { kid: 'rsa' })], 'unsuitable-key'],
    ['a key of another curve', token('ES256'), [published('p384', { kid: 'p256' })], 'unsuitable-key'],
    ['a key that can not be read', good, [{ kty: 'RSA', kid: 'rsa', n: 'AQAB' }], 'unsuitable-key'],
    ['a key with a modulus of nothing', good, [{ kty: 'RSA', kid: 'rsa', n: '', e: 'AQAB' }], undefined],
    ['an ECDSA signature in DER', der, EVERY_KEY, 'forged'],
    ['two keys of one name', good, [published('other', { kid: 'rsa' }), published('rsa')], 'valid'],
    ['an extension that must be understood', token('RS256', { crit: ['exp'], exp: 1 }), EVERY_KEY, undefined],
    ['more than three parts', `${good}.x`, EVERY_KEY, undefined],
  ])('gives for %s its own verdict, and refuses what jose refuses', async (_, text, keys, expected) => {
    const given = verdict(text, keys);
    if (expected !== undefined) expect(given).toBe(expected);
    expect(given === 'valid').toBe(await acceptedByJose(text, keys));
  });

  it('agrees with jose whatever the token, the keys and the alteration', async () => {
    const key = fc.record({
      name: fc.constantFrom(...(Object.keys(PAIRS) as KeyName[])),
      more: fc.record(
        {
          kid: fc.constantFrom('rsa', 'p256', 'x'),
          use: fc.constantFrom('sig', 'enc'),
          alg: fc.constantFrom('RS256', 'PS256', 'ES256', 'EdDSA'),
          // Web Crypto, which jose verifies with, refuses a public key that may sign too, which RFC 7517 §4.3 allows.
          key_ops: fc.constantFrom<string[]>(['verify'], ['sign']),
        },
        { requiredKeys: [] },
      ),
    });
    const property = fc.asyncProperty(
      fc.constantFrom(...Object.keys(SIGNERS)),
      fc.constantFrom('rsa', 'other', 'short', 'p256', 'p384', 'p521', 'edwards', 'x', undefined),
      fc.array(key, { minLength: 1, maxLength: 4 }),
      fc.option(fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), bit: fc.nat(5) })),
      async (alg, kid, keys, flip) => {
        const text = altered(token(alg, { kid }), flip);
        const set = keys.map(({ name, more }) => published(name, more));
        expect(verdict(text, set) === 'valid').toBe(await acceptedByJose(text, set));
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });

  it('refuses each alteration of a bit that matters', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.99, noNaN: true }), fc.nat(5), (at, bit) => {
        const text = altered(good, { at, bit });
        fc.pre(text !== good && !text.endsWith('.') && good.length - Math.floor(at * good.length) > 2);
        expect(verdict(text, EVERY_KEY)).not.toBe('valid');
      }),
      { numRuns: 200 },
    );
  });

  it('tries no more keys than anyone publishes', () => {
    const many = Array.from({ length: 100 }, () => published('other', { kid: 'rsa' }));
    expect(verdict(good, many)).toBe('unknown-key');
    expect(verdict(good, many.slice(0, 4))).toBe('forged');
    expect(verdict(good, many.slice(0, 5))).toBe('unknown-key');
  });

  it('does not compute with a public exponent that nobody uses', () => {
    const { n } = createPublicKey(rsaText).export({ format: 'jwk' });
    expect(verdict(good, [{ kty: 'RSA', kid: 'rsa', n: String(n), e: String(n) }])).toBe('unsuitable-key');
  });
});

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** One bit of a base64url text changed, dots left. */
function altered(text: string, flip: { at: number; bit: number } | null): string {
  if (!flip) return text;
  const at = Math.floor(flip.at * text.length);
  const value = ALPHABET.indexOf(text[at] ?? '');
  return value === -1 ? text : `${text.slice(0, at)}${ALPHABET[value ^ (1 << flip.bit)]}${text.slice(at + 1)}`;
}
