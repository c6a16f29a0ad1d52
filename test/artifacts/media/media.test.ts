import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, element, mediaFiles, movie, track } from '../../../fixtures/make/artifacts/media.js';
import { bigEndian, bytes } from '../../../fixtures/make/bytes.js';
import { pngOfText } from '../../../fixtures/make/text-png.js';
import { LIMITS, type Limits } from '../../../src/artifacts/limits.js';
import { type Access, accessTo } from '../../../src/artifacts/media/access.js';
import { readMedia } from '../../../src/artifacts/media/media.js';
import { ReadError } from '../../../src/artifacts/read-error.js';

const example = (name: string): Uint8Array =>
  mediaFiles().find(({ path }) => path.endsWith(`/${name}`))?.bytes ?? bytes();
const contentOf = async (file: Uint8Array, limits: Limits = LIMITS) =>
  (await readMedia(accessTo(file), limits))?.content;

async function problemOf(access: Access, limits: Limits = LIMITS): Promise<unknown> {
  try {
    await readMedia(access, limits);
  } catch (error) {
    if (error instanceof ReadError) return error.args.reason ?? error.args.limit;
    throw error;
  }
  return undefined;
}

describe('readMedia', () => {
  it.each(['photo.jpg', 'scan.tif', 'screen.webp', 'screen.gif', 'screen.bmp'])(
    'reads the dimensions of %s',
    async (name) => {
      expect(await contentOf(example(name))).toMatchObject({ width: 64, height: 48 });
    },
  );

  it.each(['screen.mp4', 'fragments.mp4', 'screen.webm'])(
    'reads the duration and the dimensions of %s',
    async (name) => {
      expect(await contentOf(example(name))).toMatchObject({ seconds: 2.5, width: 64, height: 48 });
    },
  );

  it('reads what the fixtures draw', async () => {
    expect(await contentOf(pngOfText(['Écran'], { scale: 2, columns: 5, rows: 1 }))).toMatchObject({ format: 'png' });
    expect(await contentOf(example('screen.avi'))).toMatchObject({ format: 'avi', seconds: 2 });
  });

  it('knows only the type of an MPEG', async () => {
    expect(await contentOf(example('screen.mpg'))).toEqual({
      format: 'mpeg',
      seconds: undefined,
      width: undefined,
      height: undefined,
    });
  });

  it.each([
    ['VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 64, 0, 48, 0]],
    ['VP8L', [0x2f, 63, (47 << 6) & 255, 47 >> 2, 0, 0, 0, 0, 0, 0]],
  ])('reads a WebP of one image, %s', async (type, data) => {
    const file = bytes('RIFF', [22, 0, 0, 0], 'WEBP', type, [10, 0, 0, 0], data);
    expect(await contentOf(file)).toMatchObject({ width: 64, height: 48 });
  });

  it('reads a bitmap whose rows go down, and one of OS/2', async () => {
    const down = example('screen.bmp').slice();
    down.set([0xd0, 0xff, 0xff, 0xff], 22);
    expect(await contentOf(down)).toMatchObject({ width: 64, height: 48 });
    const old = bytes('BM', new Uint8Array(12), [12, 0, 0, 0, 64, 0, 48, 0], new Uint8Array(10));
    expect(await contentOf(old)).toMatchObject({ width: 64, height: 48 });
  });

  it('leaves other files to others', async () => {
    expect(await contentOf(bytes('%PDF-1.4'))).toBeUndefined();
    expect(await contentOf(bytes())).toBeUndefined();
  });

  it('reads a film of which a box has 64 bits, and versions of 64 bits', async () => {
    const mvhd = box('mvhd', [1, 0, 0, 0], new Uint8Array(16), bigEndian(1000), bigEndian(1500, 8), new Uint8Array(80));
    const size = [...bigEndian(64 * 65536), ...bigEndian(48 * 65536)];
    const hdlr = box('hdlr', new Uint8Array(8), 'vide');
    const trak = box('trak', box('tkhd', [1], new Uint8Array(87), size), box('mdia', hdlr));
    const mdat = bytes(bigEndian(1), 'mdat', bigEndian(20, 8), new Uint8Array(4));
    expect(await contentOf(bytes(box('ftyp', 'isom'), mdat, box('moov', mvhd, trak)))).toMatchObject({
      seconds: 1.5,
      width: 64,
      height: 48,
    });
  });

  it('does not know what a film does not say', async () => {
    const unsaid = { seconds: undefined, width: undefined, height: undefined };
    expect(await contentOf(bytes(box('ftyp', 'isom'), movie(0xffffffff, track('soun', 0, 0))))).toMatchObject(unsaid);
    const segment = element([0x18, 0x53, 0x80, 0x67], element([0x16, 0x54, 0xae, 0x6b], element([0xae])));
    expect(await contentOf(bytes(element([0x1a, 0x45, 0xdf, 0xa3]), segment))).toMatchObject(unsaid);
  });

  it.each([
    ['photo.jpg', 20],
    ['photo.jpg', 310],
    ['scan.tif', 30],
    ['screen.webp', 25],
    ['screen.gif', 12],
    ['screen.bmp', 40],
    ['screen.mp4', 60],
    ['screen.mp4', 200],
    ['screen.avi', 60],
    ['screen.avi', 200],
    ['screen.webm', 60],
  ])('says that %s is cut at byte %d', async (name, length) => {
    expect(await problemOf(accessTo(example(name).slice(0, length)))).toBe('media-cut');
  });

  it.each([
    [
      'a PNG without header',
      bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], new Uint8Array(20)),
      'media-no-size',
    ],
    ['a JPEG whose images come first', bytes([0xff, 0xd8, 0xff, 0xda], new Uint8Array(20)), 'media-no-size'],
    ['a JPEG without markers', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 2], new Uint8Array(20)), 'media-no-size'],
    ['a WebP of another kind', bytes('RIFF', [22, 0, 0, 0], 'WEBPXXXX', new Uint8Array(14)), 'media-no-size'],
    ['an AVI that starts otherwise', bytes('RIFF', [64, 0, 0, 0], 'AVI ', new Uint8Array(60)), 'media-no-index'],
    ['a film whose header is too short', bytes(box('ftyp'), box('moov', box('mvhd', [0, 0, 0, 0]))), 'media-structure'],
    ['an element whose value is too long', bytes(element([0x1a, 0x45, 0xdf, 0xa3]), longValue()), 'media-structure'],
    ['an element whose id has no end', bytes(element([0x1a, 0x45, 0xdf, 0xa3]), [0, 0, 0]), 'media-structure'],
  ])('refuses %s', async (_, file, reason) => {
    expect(await problemOf(accessTo(file))).toBe(reason);
  });

  it('goes through no more boxes than the limit', async () => {
    const boxes = Array.from({ length: 20 }, () => box('free'));
    expect(await problemOf(accessTo(bytes(box('ftyp'), ...boxes)), { ...LIMITS, mediaBoxes: 10 })).toBe('mediaBoxes');
    const voids = Array.from({ length: 20 }, () => element([0xec]));
    const webm = bytes(element([0x1a, 0x45, 0xdf, 0xa3]), element([0x18, 0x53, 0x80, 0x67], ...voids));
    expect(await problemOf(accessTo(webm), { ...LIMITS, mediaBoxes: 10 })).toBe('mediaBoxes');
  });

  it('reads a few hundred bytes of a film of gigabytes', async () => {
    const mdat = 4 * 2 ** 30;
    const head = bytes(box('ftyp', 'isom'), bigEndian(1), 'mdat', bigEndian(mdat, 8));
    const tail = movie(60_000, track('vide', 64, 48));
    const end = head.length - 16 + mdat;
    let asked = 0;
    const access: Access = {
      size: end + tail.length,
      read: async (offset, length) => {
        asked += length;
        return offset < end ? head.slice(offset, offset + length) : tail.slice(offset - end, offset - end + length);
      },
    };
    expect((await readMedia(access, LIMITS))?.content).toMatchObject({ seconds: 60, width: 64 });
    expect(asked).toBeLessThan(1000);
  });

  it('reads or refuses whatever is changed in a file', async () => {
    const files = mediaFiles().map((file) => file.bytes.slice(0, 2000));
    const change = fc.tuple(fc.nat(300), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { maxLength: 5 }),
        fc.nat(2000),
        async (file, changes, length) => {
          const broken = file.slice(0, length);
          for (const [at, value] of changes) if (at < broken.length) broken[at] = value;
          await problemOf(accessTo(broken));
        },
      ),
    );
  });
});

function longValue(): Uint8Array {
  const info = element([0x15, 0x49, 0xa9, 0x66], element([0x2a, 0xd7, 0xb1], new Uint8Array(9)));
  return bytes(element([0x18, 0x53, 0x80, 0x67], info), [0xec, 0x80]);
}
