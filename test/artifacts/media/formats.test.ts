import { describe, expect, it } from 'vitest';
import { imageFormat, videoFormat } from '../../../src/artifacts/media/formats.js';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('signatures', () => {
  it.each([
    ['png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['gif', 'GIF87a'],
    ['gif', 'GIF89a\x01\0'],
    ['webp', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['tiff', 'II*\0\x08\0\0\0'],
    ['tiff', 'MM\0*\0\0\0\x08'],
    ['bmp', 'BM\x36\0\0\0\0\0\0\0\x36\0\0\0'],
  ])('of an image: %s', (format, head) => {
    expect(imageFormat(latin1(head))).toBe(format);
    expect(videoFormat(latin1(head))).toBeUndefined();
  });

  it.each([
    ['mp4', '\0\0\0\x18ftypisom'],
    ['mp4', '\0\0\0\x14ftypqt  '],
    ['mp4', '\0\0\0\x6cmoov'],
    ['webm', '\x1a\x45\xdf\xa3'],
    ['avi', 'RIFF\x24\0\0\0AVI LIST'],
    ['mpeg', '\0\0\x01\xba'],
    ['mpeg', '\0\0\x01\xb3'],
  ])('of a video: %s', (format, head) => {
    expect(videoFormat(latin1(head))).toBe(format);
    expect(imageFormat(latin1(head))).toBeUndefined();
  });

  it.each(['', '\x89PNG', 'GIF88a', 'RIFF\0\0\0\0WAVE', 'BM, une lettre', 'II', 'From: x', 'ftyp', '<a/>', '%PDF-1.4'])(
    'of neither: %j',
    (head) => {
      expect(imageFormat(latin1(head))).toBeUndefined();
      expect(videoFormat(latin1(head))).toBeUndefined();
    },
  );
});
