import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { tgz } from '../../../fixtures/make/fhir-package.js';
import { readTar } from '../../../src/packs/fhir/read-tar.js';

const FILES = [
  ['package/package.json', '{}'],
  ['package/long.txt', 'é'.repeat(600)],
  ['package/empty', ''],
] as const;
const archive = () => Buffer.from(gunzipSync(tgz(FILES)));
const texts = (bytes: Uint8Array) => readTar(bytes).map((each) => [each.name, Buffer.from(each.bytes).toString()]);

/** The header at a byte, changed, with its checksum done again. */
function changed(bytes: Buffer, at: number, change: (header: Buffer) => void): Buffer {
  const header = bytes.subarray(at, at + 512);
  change(header);
  header.write('        ', 148);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}

/** An archive of one file, whose name stands in an entry before it. */
function longNamed(type: string, text: string): Buffer {
  const made = Buffer.from(
    gunzipSync(
      tgz([
        ['@', text],
        ['short', 'x'],
      ]),
    ),
  );
  return changed(made, 0, (header) => header.write(type, 156));
}

describe('readTar', () => {
  it('gives the files in their order, with their bytes', () => {
    expect(texts(archive())).toEqual(FILES);
    expect(readTar(Buffer.alloc(1024))).toEqual([]);
    expect(readTar(Buffer.alloc(0))).toEqual([]);
  });

  it('reads a prefix, and long names of both ways to write them', () => {
    const prefixed = changed(archive(), 0, (header) => header.write('folder', 345));
    expect(readTar(prefixed)[0]?.name).toBe('folder/package/package.json');
    const name = `package/${'n'.repeat(150)}.json`;
    expect(texts(longNamed('L', `${name}\0`))).toEqual([[name, 'x']]);
    expect(texts(longNamed('x', `9 size=1\n${name.length + 9} path=${name}\n`))).toEqual([[name, 'x']]);
    // A global header names no file.
    expect(texts(longNamed('g', `20 path=${name}\n`))).toEqual([['short', 'x']]);
  });

  it('leaves links and folders out', () => {
    for (const type of ['1', '2', '5'])
      expect(
        readTar(changed(archive(), 0, (header) => header.write(type, 156))).map(({ name }) => name),
        type,
      ).toEqual(['package/long.txt', 'package/empty']);
  });

  it.each([
    ['a byte of a header that is altered', () => archive().fill(1, 3, 4)],
    ['a text', () => Buffer.from('x'.repeat(2000))],
    ['an archive that is cut', () => archive().subarray(0, 1600)],
    ['a size that is no number', () => changed(archive(), 0, (header) => header.write('zzzzzzzzzzz', 124))],
  ])('refuses %s', (_, bytes) => {
    expect(() => readTar(bytes())).toThrow(RangeError);
  });
});
