import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf, merkleRoot, parseSealList, type SealEntry, sealList, sealText } from '../../src/seal/seal-list.js';

const entries: readonly SealEntry[] = [
  entryOf('a.txt', Buffer.from('alpha')),
  entryOf('b/é.txt', Buffer.from('beta')),
  entryOf('c', Buffer.from('gamma')),
];

/** RFC 6962 §2.1, word for word. */
function byTheBook(leaves: readonly SealEntry[]): Buffer {
  const hash = (...parts: readonly (string | Uint8Array)[]) =>
    parts.reduce((sha256, part) => sha256.update(part), createHash('sha256')).digest();
  const [first, ...others] = leaves;
  if (!first) return hash();
  if (others.length === 0) return hash(Buffer.from([0]), first.path, Buffer.from([0]), first.sha256);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return hash(Buffer.from([1]), byTheBook(leaves.slice(0, k)), byTheBook(leaves.slice(k)));
}

describe('the root', () => {
  it('is the one that OpenSSL computes by hand', () => {
    expect(entries[0]?.sha256).toBe('8ed3f6ad685b959ead7022518e1af76cd816f8e8ec7ccdda1ed4018e8f2223f8');
    expect(merkleRoot(entries.slice(0, 1))).toBe('4d7e1dcdac54fb45badbea27cb9a185a00a6cad710308d798d93008386c2bb8c');
    expect(merkleRoot(entries)).toBe('4dd54208265d5b51b3952e02f709958f85ca8250e9c3cee17cbe37dd6e173454');
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('is that of RFC 6962, whatever the number of entries', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 40 }), (names) => {
        const leaves = names.map((name, index) => entryOf(`${index}/${name}`, Buffer.from(name)));
        expect(merkleRoot(leaves)).toBe(byTheBook(leaves).toString('hex'));
      }),
    );
  });
});

describe('the list', () => {
  it('is sorted by code unit, whatever the order of the entries', () => {
    const list = sealList([...entries].reverse());
    expect(list.entries.map(({ path }) => path)).toEqual(['a.txt', 'b/é.txt', 'c']);
    expect(list.root).toBe(merkleRoot(entries));
  });

  it('has one line for each entry, and reads back', () => {
    const list = sealList(entries);
    const text = sealText(list);
    expect(text.split('\n').filter((line) => line.includes('"path"'))).toHaveLength(3);
    expect(parseSealList(text)).toEqual({ schema: 'segur-check/seal/1', ...list });
  });

  it.each([
    'no JSON',
    'null',
    '[]',
    '{}',
    '{"schema":"s","root":"r","entries":{}}',
    '{"schema":"s","root":"r","entries":[{"path":1,"sha256":"a","bytes":1}]}',
    '{"schema":"s","root":"r","entries":[null]}',
  ])('is not read from %s', (text) => {
    expect(parseSealList(text)).toBeUndefined();
  });
});
