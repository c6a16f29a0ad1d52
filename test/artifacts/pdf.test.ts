import { describe, expect, it } from 'vitest';
import { pdfOfText } from '../../fixtures/make/text-pdf.js';
import { looksLikePdf, readPdf } from '../../src/artifacts/pdf.js';

const pdf = (body: string, header = '%PDF-1.4\n') => Buffer.from(header + body, 'latin1');

describe('readPdf', () => {
  it.each([
    ['elements', '<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>'],
    ['attributes', '<rdf:Description pdfaid:part="1" pdfaid:conformance="B"/>'],
    ['attributes in single quotes', "<rdf:Description pdfaid:part='1'\n pdfaid:conformance = 'B'/>"],
    ['elements with blanks', '<pdfaid:part>\n 1 </pdfaid:part>\n<pdfaid:conformance> B\n</pdfaid:conformance>'],
    ['the other order', '<rdf:Description pdfaid:conformance="B" pdfaid:part="1"/>'],
  ])('reads the identification of PDF/A as %s', (_, xmp) => {
    expect(readPdf(pdf(xmp)).pdfa).toEqual({ part: '1', conformance: 'B' });
  });

  it.each([
    ['3', 'A'],
    ['2', 'U'],
  ])('tells part %s, level %s', (part, conformance) => {
    expect(readPdf(pdf(`<x pdfaid:part="${part}" pdfaid:conformance="${conformance}"/>`)).pdfa).toEqual({
      part,
      conformance,
    });
  });

  it('needs a part, not a level', () => {
    expect(readPdf(pdf('<pdfaid:part>4</pdfaid:part>')).pdfa).toEqual({ part: '4', conformance: '' });
    expect(readPdf(pdf('<pdfaid:conformance>B</pdfaid:conformance>')).pdfa).toBeUndefined();
    expect(readPdf(pdf('<pdfx:part>1</pdfx:part>')).pdfa).toBeUndefined();
  });

  it('reads the version of the header', () => {
    expect(readPdf(pdf('', '%PDF-1.7\n')).version).toBe('1.7');
    expect(readPdf(pdf('', 'garbage\n%PDF-1.4\n')).version).toBe('1.4');
  });

  it('tells an encrypted file', () => {
    expect(readPdf(pdf('trailer << /Encrypt 12 0 R >>')).encrypted).toBe(true);
    expect(readPdf(pdf('(/Encrypt)')).encrypted).toBe(false);
  });

  it('reads what the fixtures make', () => {
    expect(readPdf(pdfOfText(['Bonjour'], { pdfa: '1B' }))).toMatchObject({
      encrypted: false,
      pdfa: { part: '1', conformance: 'B' },
    });
    expect(readPdf(pdfOfText(['Bonjour'], { pdfa: '' })).pdfa).toBeUndefined();
  });
});

it('looks for the header in the first kilobyte only', () => {
  expect(looksLikePdf(pdf('', `${' '.repeat(1000)}%PDF-1.4`))).toBe(true);
  expect(looksLikePdf(pdf('', `${' '.repeat(1024)}%PDF-1.4`))).toBe(false);
});
