/** An image proof; `heif` stands for HEIC and AVIF. */
export interface ImageContent {
  readonly format: 'png' | 'jpeg' | 'gif' | 'webp' | 'tiff' | 'bmp' | 'heif';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** What the headers of a film say; undefined for what they do not, as a film written while it is recorded. */
export interface Film {
  /** Duration, to the millisecond. */
  readonly seconds: number | undefined;
  /** Pixels, as they are stored: a film that is shown turned has them the other way. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** A video proof: `mp4` stands for QuickTime too, `webm` for Matroska. Only its type is known of an `mpeg`. */
export interface VideoContent extends Film {
  readonly format: 'mp4' | 'webm' | 'avi' | 'mpeg';
}

/** Brands of ISO base media that hold images, not a film. */
const HEIF = /^[\s\S]{4}ftyp(?:hei[cxms]|mif1|msf1|avif|avis)/;
/** Sound alone: no proof. */
const SOUND = /^[\s\S]{4}ftyp(?:M4A |M4B |M4P )/;

const IMAGES: readonly [ImageContent['format'], (head: string) => boolean][] = [
  ['png', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['jpeg', (head) => head.startsWith('\xff\xd8\xff')],
  ['gif', (head) => /^GIF8[79]a/.test(head)],
  ['webp', (head) => /^RIFF[\s\S]{4}WEBP/.test(head)],
  ['tiff', (head) => head.startsWith('II*\0') || head.startsWith('MM\0*')],
  ['bmp', (head) => /^BM[\s\S]{4}\0\0\0\0/.test(head)],
  ['heif', (head) => HEIF.test(head)],
];

const VIDEOS: readonly [VideoContent['format'], (head: string) => boolean][] = [
  // ISO base media: MP4 and QuickTime.
  ['mp4', (head) => /^[\s\S]{4}(?:ftyp|moov)/.test(head) && !HEIF.test(head) && !SOUND.test(head)],
  ['webm', (head) => head.startsWith('\x1a\x45\xdf\xa3')],
  ['avi', (head) => /^RIFF[\s\S]{4}AVI /.test(head)],
  ['mpeg', (head) => head.startsWith('\0\0\x01\xba') || head.startsWith('\0\0\x01\xb3')],
];

/** Format of an image, known from its first bytes. */
export function imageFormat(bytes: Uint8Array): ImageContent['format'] | undefined {
  return formatOf(bytes, IMAGES);
}

/** Format of a video, known from its first bytes. */
export function videoFormat(bytes: Uint8Array): VideoContent['format'] | undefined {
  return formatOf(bytes, VIDEOS);
}

function formatOf<F>(bytes: Uint8Array, table: readonly [F, (head: string) => boolean][]): F | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return table.find(([, matches]) => matches(head))?.[0];
}
