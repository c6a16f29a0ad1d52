import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCda } from '../../../src/artifacts/cda/cda.js';
import { containedFiles } from '../../../src/artifacts/cda/contained-files.js';
import { LIMITS } from '../../../src/artifacts/limits.js';
import { parseXmlText } from '../../../src/artifacts/xml/parse.js';
import { caught } from '../../support/caught.js';

const base64 = (data: string | Uint8Array) => Buffer.from(data as string).toString('base64');
const filesOf = (component: string, limits = LIMITS) => {
  const content = readCda(
    parseXmlText(`<ClinicalDocument xmlns="urn:hl7-org:v3"><component>${component}</component></ClinicalDocument>`),
  );
  return content ? containedFiles(content, limits) : expect.fail('no CDA');
};
const n1 = (attributes: string, content = '') =>
  filesOf(`<nonXMLBody><text ${attributes}>${content}</text></nonXMLBody>`);
const n3 = (...values: string[]) =>
  filesOf(
    `<structuredBody>${values.map((value) => `<observationMedia>${value}</observationMedia>`).join('')}</structuredBody>`,
  );

describe('the file of a level 1 document', () => {
  it.each([
    ['body.pdf', 'application/pdf', '%PDF-1.4'],
    ['body.jpeg', 'image/jpeg', Buffer.from('ffd8ffe0', 'hex')],
    ['body.tiff', 'image/tiff', 'II*\0'],
    ['body.txt', 'text/plain', 'Bonjour'],
    ['body.rtf', 'text/rtf', '{\\rtf1}'],
    ['body.xml', 'text/xml', '<a/>'],
    // What the bytes are comes before what is said of them: that it lies is said by a check.
    ['body.pdf', 'image/jpeg', '%PDF-1.4'],
    ['body.bin', 'application/pdf', 'Bonjour'],
    ['body.bin', 'application/xml', 'Bonjour'],
    ['body.bin', 'constructor', 'Bonjour'],
  ])('is called %s as %s', (name, mediaType, data) => {
    const { contains, reserves } = n1(`mediaType="${mediaType}" representation="B64"`, base64(data));
    expect(contains.map((each) => [each.name, Buffer.from(each.bytes)])).toEqual([[name, Buffer.from(data as string)]]);
    expect(reserves).toEqual([]);
  });

  it('is left to the check of the body when it is not base64, or is empty, or stands as text', () => {
    for (const files of [
      n1('representation="B64"', 'AAA'),
      n1('representation="B64"'),
      n1('mediaType="text/plain"', 'AAAA'),
    ])
      expect(files).toEqual({ contains: [], reserves: [] });
  });

  it('is not fetched from elsewhere, and that is said', () => {
    expect(n1('mediaType="application/pdf"', '<reference value="file:///etc/passwd"/>')).toMatchObject({
      contains: [],
      reserves: [
        {
          code: 'read/forgiven',
          args: { reason: 'cda-external-file', reference: 'file:///etc/passwd', count: 1 },
          location: { line: 1, path: '/ClinicalDocument/component/nonXMLBody/text' },
        },
      ],
    });
  });
});

describe('a compressed file', () => {
  it.each([
    ['DF', deflateRawSync('%PDF-1.4')],
    ['ZL', deflateSync('%PDF-1.4')],
    ['GZ', gzipSync('%PDF-1.4')],
  ])('is unfolded: %s', (compression, bytes) => {
    const { contains, reserves } = n1(`representation="B64" compression="${compression}"`, base64(bytes));
    expect(contains.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['body.pdf', '%PDF-1.4'],
    ]);
    expect(reserves).toEqual([]);
  });

  it.each(['DF', 'Z', 'constructor'])('that is not is taken as it is, and that is said: %s', (compression) => {
    expect(n1(`representation="B64" compression="${compression}"`, base64('%PDF-1.4'))).toMatchObject({
      contains: [{ name: 'body.pdf' }],
      reserves: [{ args: { reason: 'cda-not-compressed', compression } }],
    });
  });

  it('is refused when it is a bomb', async () => {
    const bomb = `<nonXMLBody><text representation="B64" compression="GZ">${base64(gzipSync(Buffer.alloc(3 << 20)))}</text></nonXMLBody>`;
    expect(await caught(() => filesOf(bomb))).toMatchObject({
      code: 'read/zip-limit',
      args: { limit: 'zipRatio' },
      location: { line: 1 },
    });
    expect(
      await caught(() => filesOf(bomb, { ...LIMITS, zipEntryBytes: 1000 } as unknown as typeof LIMITS)),
    ).toMatchObject({
      args: { limit: 'zipEntryBytes', actual: 1001 },
    });
  });
});

it('are all the media of a level 3 document', () => {
  const { contains } = n3(
    `<value representation="B64">${base64('%PDF-1.4')}</value>`,
    `<value representation="B64">${base64('II*\0')}</value>`,
    '',
    '<value>text</value>',
  );
  expect(contains.map(({ name }) => name)).toEqual(['media.pdf', 'media.tiff']);
});

it('are said once to be unreadable, with their number', () => {
  const { contains, reserves } = n3('<value representation="B64">*</value>', '<value representation="B64"/>');
  expect(contains).toEqual([]);
  expect(reserves).toMatchObject([{ args: { reason: 'cda-media-base64', count: 2 }, location: { line: 1 } }]);
});

it('are none without a body', () => {
  expect(filesOf('')).toEqual({ contains: [], reserves: [] });
});
