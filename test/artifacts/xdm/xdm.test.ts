import { describe, expect, it } from 'vitest';
import { isKind } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import type { XdmContent } from '../../../src/artifacts/xdm/xdm.js';
import { zipOf } from '../../support/zip.js';

const SET = (id: string) =>
  `<r:list xmlns:r="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"><r:RegistryPackage id="${id}"/></r:list>`;

async function contentOf(files: Record<string, string | Buffer>): Promise<XdmContent> {
  const bytes = zipOf(Object.entries(files).map(([name, data]) => ({ name, data })));
  const { artifact } = await read({ path: 'a.zip', bytes, declared: {} });
  if (!artifact || !isKind(artifact, 'xdm')) throw new Error(`read as ${artifact?.kind}`);
  return artifact.content;
}

it('has every subset', async () => {
  const { subsets, index, readme } = await contentOf({
    'IHE_XDM/SUBSET01/METADATA.XML': SET('one'),
    'IHE_XDM/SUBSET02/METADATA.XML': SET('two'),
  });
  expect(subsets.map(({ path, metadata }) => [path, metadata.submissionSet?.entryUuid])).toEqual([
    ['a.zip!IHE_XDM/SUBSET01/METADATA.XML', 'one'],
    ['a.zip!IHE_XDM/SUBSET02/METADATA.XML', 'two'],
  ]);
  expect([index, readme]).toEqual([undefined, undefined]);
});

describe('a leaflet', () => {
  const leaflets = (index: string | Buffer, readme: string | Buffer = '') =>
    contentOf({ 'IHE_XDM/a': 'x', 'Index.htm': index, 'README.TXT': readme });

  it('has its bytes, its text and its links', async () => {
    const page = '<html><a\n href="README.TXT">é</a><img alt="href=x" src=\'a&amp;b.png\'><A HREF=c.xml>';
    const { index, readme } = await leaflets(page, '<a href="x">');
    expect(index).toMatchObject({ name: 'Index.htm', charset: 'utf-8', text: page, data: Buffer.from(page) });
    expect(index?.links).toEqual([
      { element: 'a', target: 'README.TXT', line: 1, column: 7 },
      { element: 'img', target: 'a&b.png', line: 2, column: 25 },
      { element: 'a', target: 'c.xml', line: 2, column: 61 },
    ]);
    expect(readme?.links).toEqual([]);
  });

  it.each([
    ['utf-8', Buffer.from('\ufeffé')],
    ['utf-16le', Buffer.from('\ufeffé', 'utf16le')],
    ['iso-8859-1', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>é', 'latin1')],
    ['windows-1252', Buffer.from('<meta charset="windows-1252">é', 'latin1')],
    ['windows-1252', Buffer.from('é', 'latin1')],
    ['utf-8', Buffer.from('<meta charset=klingon>é')],
    ['windows-1252', Buffer.from('\xff\xfe\x00\xd8é', 'latin1')],
  ])('is decoded in %s', async (charset, data) => {
    const { index } = await leaflets(data);
    expect(index?.charset).toBe(charset);
    expect(index?.text.endsWith('é')).toBe(true);
  });

  it('costs no more than its length', async () => {
    const { index } = await leaflets('<a href="'.repeat(200_000));
    expect(index?.links).toEqual([]);
  });
});
