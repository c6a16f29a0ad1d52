import { describe, expect, it } from 'vitest';
import { activePdf, datamatrixPdf, objectStreams, pdfFiles } from '../../../fixtures/make/artifacts/pdf.js';
import { pdfOfObjects, pdfStream } from '../../../fixtures/make/pdf-objects.js';
import { pdfOfText } from '../../../fixtures/make/text-pdf.js';
import { LIMITS, type Limits } from '../../../src/artifacts/limits.js';
import { looksLikePdf, pdfaIdentification, readPdf } from '../../../src/artifacts/pdf/pdf.js';
import { ReadError } from '../../../src/artifacts/read-error.js';

const PAGES = '<< /Type /Pages /Kids [3 0 R] >>';
const PAGE = '<< /Type /Page /Parent 2 0 R >>';
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const example = (name: string) =>
  readPdf(pdfFiles().find(({ path }) => path === `pdf/${name}.pdf`)?.bytes ?? Buffer.alloc(0));
/** A page with these objects behind it, and these entries in its dictionary. */
const withPage = (entries: string, ...objects: (string | Uint8Array)[]) =>
  readPdf(pdfOfObjects(['<< /Pages 2 0 R >>', PAGES, PAGE.replace('>>', `${entries} >>`), ...objects])).content;

function problemOf(bytes: Uint8Array, limits: Limits = LIMITS): unknown {
  try {
    readPdf(bytes, limits);
  } catch (error) {
    if (error instanceof ReadError) return [error.code, error.args.reason ?? error.args.limit];
    throw error;
  }
  return undefined;
}

describe('the identification of PDF/A', () => {
  it.each([
    ['elements', '<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>'],
    ['attributes', '<rdf:Description pdfaid:part="1" pdfaid:conformance="B"/>'],
    ['attributes in single quotes', "<rdf:Description pdfaid:part='1'\n pdfaid:conformance = 'B'/>"],
    ['elements with blanks', '<pdfaid:part>\n 1 </pdfaid:part>\n<pdfaid:conformance> B\n</pdfaid:conformance>'],
    ['the other order', '<rdf:Description pdfaid:conformance="B" pdfaid:part="1"/>'],
    [
      'UTF-16',
      '\xfe\xff\0p\0d\0f\0a\0i\0d\0:\0p\0a\0r\0t\0>\x001\0<\0p\0d\0f\0a\0i\0d\0:\0c\0o\0n\0f\0o\0r\0m\0a\0n\0c\0e\0>\0B\0<',
    ],
  ])('is read as %s', (_, xmp) => {
    expect(pdfaIdentification(xmp)).toEqual({ part: '1', conformance: 'B' });
  });

  it('needs a part, not a level', () => {
    expect(pdfaIdentification('<pdfaid:part>4</pdfaid:part>')).toEqual({ part: '4', conformance: '' });
    expect(pdfaIdentification('<pdfaid:conformance>B</pdfaid:conformance>')).toBeUndefined();
    expect(pdfaIdentification('<pdfx:part>1</pdfx:part>')).toBeUndefined();
  });

  it('is that of the catalog, not that of an image', () => {
    const xmp = pdfStream('<x pdfaid:part="1" pdfaid:conformance="B"/>', '/Type /Metadata');
    expect(withPage('/Metadata 4 0 R', xmp).pdfa).toBeUndefined();
  });
});

describe('readPdf', () => {
  it('reads a PDF/A-1b: nothing that contradicts it', () => {
    expect(example('pdfa-1b').content).toMatchObject({
      version: '1.4',
      headerOffset: 0,
      encrypted: false,
      pdfa: { part: '1', conformance: 'B' },
      pages: 1,
      fonts: [{ type: 'Type3', embedded: true, toUnicode: true }],
      actions: [],
      embeddedFiles: [],
      outputIntents: [{ subtype: 'GTS_PDFA1', profile: true }],
      features: [],
    });
    expect(readPdf(pdfOfText(['Bonjour'], { pdfa: '' })).content.pdfa).toBeUndefined();
  });

  it('reads objects in streams, compressed metadata and escaped names', () => {
    const { content, reserves } = readPdf(objectStreams());
    expect(content).toMatchObject({
      version: '1.5',
      pdfa: { part: '2', conformance: 'B' },
      pages: 1,
      fonts: [{ name: 'Times New Roman', type: 'TrueType', embedded: false, toUnicode: false }],
      features: ['compressed-metadata', 'no-id', 'object-streams', 'xref-streams'],
    });
    expect(reserves).toEqual([]);
  });

  it('takes the last definition of an object: an update', () => {
    expect(example('updated').content.pages).toBe(2);
  });

  it('tells an encrypted file, which is no error', () => {
    expect(example('encrypted').content).toMatchObject({ encrypted: true, pages: 1 });
  });

  it('lists what acts, with what sets it off', () => {
    const { content, contains } = readPdf(activePdf());
    expect(content.actions.map(({ type, trigger, target }) => [trigger, type, target])).toEqual([
      ['AA/O', 'Launch', 'commande'],
      ['A', 'URI', 'https://exemple.fr/'],
      ['OpenAction', 'JavaScript', 'app.alert("Bonjour")'],
      ['Names', 'JavaScript', 'this.print();'],
    ]);
    expect(content.features).toEqual(['no-id', 'no-metadata', 'optional-content', 'transparency']);
    expect(content.embeddedFiles).toEqual(['notes.txt']);
    expect(contains?.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['notes.txt', 'Des notes.\n'],
    ]);
  });

  it('says which fonts are embedded, each once, in forms and patterns too', () => {
    const { fonts } = withPage(
      '/Resources << /Font << /A 4 0 R /B 4 0 R >> /XObject << /X 6 0 R >> >>',
      '<< /Subtype /Type0 /BaseFont /ABCDEF+Arial /DescendantFonts [5 0 R] /ToUnicode 7 0 R >>',
      '<< /Subtype /CIDFontType2 /FontDescriptor << /FontFile2 7 0 R >> >>',
      pdfStream(
        '',
        '/Resources << /Font << /C << /Subtype /Type1 /BaseFont /Helvetica /FontDescriptor << /FontFile 99 0 R >> >> >> >>',
      ),
      pdfStream(''),
    );
    expect(fonts).toEqual([
      { name: 'ABCDEF+Arial', type: 'CIDFontType2', embedded: true, toUnicode: true },
      { name: 'Helvetica', type: 'Type1', embedded: false, toUnicode: false },
    ]);
  });

  it.each([
    ['/Group << /S /Transparency >>', 'transparency'],
    ['/Resources << /ExtGState << /G << /SMask << /S /Alpha >> >> >> >>', 'transparency'],
    ['/X << /XFA [] >>', 'xfa'],
    ['/X << /Filter [/ASCII85Decode /LZWDecode] >>', 'lzw'],
  ])('sees %s', (entries, feature) => {
    expect(withPage(entries).features).toContain(feature);
    expect(withPage('/Resources << /ExtGState << /G << /SMask /None /ca 1 >> >> >>').features).toEqual([
      'no-id',
      'no-metadata',
    ]);
  });

  it('reads the version of the catalog', () => {
    const { content } = readPdf(pdfOfObjects(['<< /Pages 2 0 R /Version /1.7 >>', PAGES, PAGE]));
    expect(content).toMatchObject({ version: '1.4', catalogVersion: '1.7' });
  });

  it('says where the header stands, and accepts offsets that count from it', () => {
    const { content, reserves } = readPdf(Buffer.concat([Buffer.from('x\r\n'), pdfOfText(['Bonjour'])]));
    expect(content.headerOffset).toBe(3);
    expect(reserves).toEqual([]);
  });

  it('says that a table is not where it should be', () => {
    const text = latin1(
      Buffer.from(pdfOfObjects(['<< /Pages 2 0 R >>', PAGES, PAGE]))
        .toString('latin1')
        .replaceAll('\n', '\r\n'),
    );
    expect(readPdf(text).reserves).toMatchObject([{ code: 'read/pdf', args: { reason: 'pdf-xref-offset' } }]);
  });

  it('reads the data of a stream whose length is wrong or elsewhere', () => {
    const xmp = '<x pdfaid:part="1"/>';
    const stream = (length: string) => `<< /Length ${length} >>\nstream\n${xmp}\nendstream`;
    for (const length of ['3', '99999', '-1', '5 0 R'])
      expect(
        readPdf(pdfOfObjects(['<< /Pages 2 0 R /Metadata 4 0 R >>', PAGES, PAGE, stream(length), '20'])).content.pdfa
          ?.part,
      ).toBe('1');
  });

  it('reads an attachment that it can not unfold as a problem of its own', () => {
    const attached = pdfStream('x', '/Filter /ASCIIHexDecode');
    const file = pdfOfObjects([
      '<< /Pages 2 0 R >>',
      PAGES,
      PAGE.replace('>>', '/X << /F (a) /EF << /F 4 0 R >> >> >>'),
      attached,
    ]);
    expect(readPdf(file).contains).toMatchObject([{ name: 'a', problem: { args: { reason: 'pdf-stream' } } }]);
  });

  it('refuses what is cut at any place, with one code', () => {
    const whole = pdfOfText(['Bonjour'], { pdfa: '1B' });
    for (let length = 20; length < whole.length - 10; length += 97)
      expect(problemOf(whole.slice(0, length))).toEqual(['read/pdf', 'pdf-cut']);
    expect(problemOf(whole)).toBeUndefined();
  });

  it('refuses what has no page', () => {
    expect(problemOf(pdfOfObjects(['<< /Type /Catalog >>']))).toEqual(['read/pdf', 'pdf-no-pages']);
  });

  it('keeps within its limits', () => {
    expect(problemOf(objectStreams(), { ...LIMITS, pdfInflatedBytes: 100 })).toEqual([
      'read/limit',
      'pdfInflatedBytes',
    ]);
    expect(problemOf(datamatrixPdf(), { ...LIMITS, pdfValues: 3 })).toEqual(['read/limit', 'pdfValues']);
    expect(problemOf(datamatrixPdf(), { ...LIMITS, pdfValues: 30 })).toEqual(['read/limit', 'pdfValues']);
  });
});

it('looks for the header in the first kilobyte only', () => {
  expect(looksLikePdf(latin1(`${' '.repeat(1000)}%PDF-1.4`))).toBe(true);
  expect(looksLikePdf(latin1(`${' '.repeat(1024)}%PDF-1.4`))).toBe(false);
});
