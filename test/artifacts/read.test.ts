import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { insCode } from '../../fixtures/make/datamatrix.js';
import { mailMessage } from '../../fixtures/make/mail-message.js';
import { assemble, edit, recipe } from '../../fixtures/make/recipe.js';
import { pdfOfText } from '../../fixtures/make/text-pdf.js';
import { pngOfText } from '../../fixtures/make/text-png.js';
import { videoOfText } from '../../fixtures/make/text-video.js';
import { type Artifact, contained, type Kind, withContents } from '../../src/artifacts/artifact.js';
import { LIMITS } from '../../src/artifacts/limits.js';
import { type Reading, read } from '../../src/artifacts/read.js';
import { zipOf } from '../support/zip.js';

const made = (base: Parameters<typeof recipe>[0], options?: Parameters<typeof recipe>[1]): Uint8Array =>
  assemble(recipe(base, options))[0]?.bytes ?? new Uint8Array();
const readAs = (path: string, bytes: string | Uint8Array) =>
  read({ path, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, declared: {} });
/** What a document encapsulates is left out: it is the matter of `cda`. */
const pathsOf = ({ artifact }: Reading) =>
  (artifact ? [...withContents(artifact)] : [])
    .filter(({ path }) => !path.endsWith('!body.pdf'))
    .map(({ path, kind }) => `${kind} ${path}`);
const problemOf = ({ artifact, unreadable }: Reading) => [
  artifact?.kind,
  unreadable[0]?.kind,
  unreadable[0]?.problems[0]?.code,
];

const CDA = Buffer.from(made('cda-n1'));
const PATIENT = { resourceType: 'Patient', id: '1' };
const KINDS: readonly [Kind, string | Uint8Array][] = [
  ['cda', CDA],
  [
    'cda',
    Buffer.from(CDA.toString().replace('encoding="UTF-8"', 'encoding="UTF-16"').replace(/^/, '\ufeff'), 'utf16le'),
  ],
  ['cda', `\ufeff\n${CDA.toString()}`.replace('\n<?', '<?')],
  ['xdm', made('xdm')],
  ['mail', made('mail')],
  ['har', made('psc-web')],
  ['jwt', made('jwt')],
  ['fhir', JSON.stringify(PATIENT)],
  ['hl7v2', 'MSH|^~\\&|A\rEVN|\r'],
  ['pdf', pdfOfText(['Bonjour'])],
  ['image', pngOfText(['Écran'])],
  ['video', videoOfText([['Écran']])],
  ['datamatrix', insCode()],
  ['other', '<a/>'],
  ['other', zipOf([{ name: 'word/document.xml', data: '<a/>' }])],
  ['other', '{"a": 1}'],
];
const NAMES = ['a.xml', 'a.zip', 'a.eml', 'a.har', 'a.jwt', 'a.json', 'a.pdf', 'a.png', 'a.mp4', 'a.hl7', 'a', 'a.txt'];

describe('a file', () => {
  it.each(KINDS)('is recognised by its content, not by its name: %s', async (kind, bytes) => {
    for (const path of NAMES) {
      const { artifact, unreadable } = await readAs(path, bytes);
      expect(artifact, path).toMatchObject({ kind, path });
      expect(unreadable).toEqual([]);
    }
  });

  it('is known by its hash, its size and what is declared of it', async () => {
    const declared = { role: 'outgoing', patient: 'A' } as const;
    const { artifact } = await read({ path: 'a/b.xml', bytes: CDA, declared });
    expect(artifact).toMatchObject({
      path: 'a/b.xml',
      sha256: createHash('sha256').update(CDA).digest('hex'),
      bytes: CDA.length,
      declared,
    });
  });

  it.each([
    ['a.eml', 'mail', 'read/mail'],
    ['a.xml', 'cda', 'read/xml'],
    ['a.ZIP', 'xdm', 'read/zip'],
    ['a.hl7', 'hl7v2', 'read/hl7v2'],
    ['a.ER7', 'hl7v2', 'read/hl7v2'],
    ['a.har', 'har', 'read/json'],
    ['a.json', 'har', 'read/json'],
    ['a.jwt', 'jwt', 'read/jwt'],
    ['a.pdf', 'pdf', 'read/not-as-named'],
    ['a.png', 'image', 'read/not-as-named'],
    ['a.JPEG', 'image', 'read/not-as-named'],
    ['a.mp4', 'video', 'read/not-as-named'],
  ])('whose name claims what it is not is unreadable: %s', async (path, kind, code) => {
    expect(problemOf(await readAs(path, 'Bonjour,\n'))).toEqual([undefined, kind, code]);
  });

  it.each([
    '<!DOCTYPE html>\n<html><br></html>',
    '<html><br></html>',
    '<?xml version="1.0"?>\n<!-- x --><!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><HTML>',
  ])('that is a page is another: %s', async (text) => {
    expect((await readAs('INDEX.HTM', text)).artifact?.kind).toBe('other');
  });

  it('whose name claims nothing is another', async () => {
    for (const path of ['notes.txt', 'LISEZMOI', 'a.docx'])
      expect((await readAs(path, 'Bonjour')).artifact?.kind).toBe('other');
  });

  it.each<[string, string | Uint8Array, string]>([
    ['xml', '<ClinicalDocument>', 'read/xml'],
    ['doctype', '<!DOCTYPE a [<!ENTITY b "c">]><ClinicalDocument>&b;</ClinicalDocument>', 'read/xml-doctype'],
    ['json', '{"log": ', 'read/json'],
    ['json-depth', `{"a":${'['.repeat(1000)}`, 'read/json-limit'],
    ['har', '{"log": {"entries": [{}]}}', 'read/har'],
    ['jwt', 'eyJhbGciOiJSUzI1NiJ9.bm9u.c2ln', 'read/jwt'],
    ['zip', zipOf([{ name: 'IHE_XDM/a', data: 'x' }]).subarray(0, 40), 'read/zip'],
    ['zip-name', zipOf([{ name: 'IHE_XDM/../../a', data: 'x' }]), 'read/zip-unsafe-name'],
    ['mail', 'From: a\nTo: b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx', 'read/mail'],
    ['encoding', Buffer.from('<ClinicalDocument>\xff</ClinicalDocument>', 'latin1'), 'read/encoding'],
  ])('that can not be read says why: %s', async (path, bytes, code) => {
    const reading = await readAs(path, bytes);
    expect(problemOf(reading)).toEqual([undefined, 'other', code]);
    expect(reading.unreadable).toMatchObject([{ path, bytes: Buffer.from(bytes as string).length }]);
  });
});

describe('what a container holds', () => {
  it('has the path of the container, then its own', async () => {
    const reading = await readAs('mail.eml', made('mail'));
    expect(reading.unreadable).toEqual([]);
    expect(pathsOf(reading)).toEqual([
      'mail mail.eml',
      'xdm mail.eml!IHE_XDM.zip',
      'cda mail.eml!IHE_XDM.zip!IHE_XDM/SUBSET01/DOC0001.XML',
      'pdf mail.eml!20260316_CR ou fiche de consultation ou de visite_TEST-ALPHA_CAMILLE.pdf',
    ]);
  });

  it('inherits what is declared, and is found by kind at any depth', async () => {
    const declared = { role: 'outgoing' } as const;
    const { artifact } = await read({ path: 'm', bytes: made('mail'), declared });
    const all = artifact ? [...withContents(artifact)] : [];
    expect(all.every((each) => each.declared === declared)).toBe(true);
    expect(artifact && contained(artifact, 'cda').map(({ path }) => path)).toEqual([
      'm!IHE_XDM.zip!IHE_XDM/SUBSET01/DOC0001.XML',
    ]);
    expect(artifact && contained(artifact, 'mail')).toEqual([]);
  });

  it('is read in the order of the container', async () => {
    const { artifact } = await readAs('m', made('mail', { documents: 2 }));
    expect((artifact && contained(artifact, 'cda'))?.map(({ path }) => path.slice(-11))).toEqual([
      'DOC0001.XML',
      'DOC0002.XML',
    ]);
  });

  const message = (...attachments: { name: string; content: Uint8Array }[]) =>
    mailMessage({
      headers: 'From: a@b\nTo: c@d\nMIME-Version: 1.0',
      bodies: ['Content-Type: text/plain\n\nBonjour'],
      attachments: attachments.map((each) => ({ mediaType: 'application/octet-stream', ...each })),
    });

  it('is read even beside what is unreadable', async () => {
    const bytes = message(
      { name: 'bad.xml', content: Buffer.from('<a>') },
      { name: 'good.xml', content: CDA },
      { name: 'empty.pdf', content: Buffer.from('') },
    );
    const reading = await readAs('m.eml', bytes);
    expect(pathsOf(reading)).toEqual(['mail m.eml', 'cda m.eml!good.xml']);
    expect(reading.unreadable).toMatchObject([
      { path: 'm.eml!bad.xml', kind: 'cda', problems: [{ code: 'read/xml' }] },
      { path: 'm.eml!empty.pdf', kind: 'pdf', problems: [{ code: 'read/empty' }] },
    ]);
  });

  it('is told apart when its name is not', async () => {
    const twin = { name: 'é.xml', content: CDA };
    const reading = await readAs('m', message(twin, { name: 'b', content: CDA }, twin, twin));
    expect(pathsOf(reading)).toEqual(['mail m', 'cda m!é.xml', 'cda m!b', 'cda m!é.xml#2', 'cda m!é.xml#3']);
  });

  it('has a name when the mail gives it none', async () => {
    const bytes = Buffer.concat([
      Buffer.from(
        'From: a\nTo: b\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: attachment\n\n',
      ),
      CDA,
      Buffer.from('\n--b--\n'),
    ]);
    expect(pathsOf(await readAs('m', bytes))).toEqual(['mail m', 'cda m!part-1']);
  });

  it('of a mail inside a mail is read too', async () => {
    const inner = message({ name: 'a.xml', content: CDA });
    expect(pathsOf(await readAs('m', message({ name: 'fw.eml', content: inner })))).toEqual([
      'mail m',
      'mail m!fw.eml',
      'cda m!fw.eml!a.xml',
    ]);
  });

  it('is not read deeper than the limit', async () => {
    let bytes: Uint8Array = message({ name: 'a.xml', content: CDA });
    for (let depth = 0; depth < LIMITS.nesting; depth++) bytes = message({ name: 'm', content: bytes });
    const reading = await readAs('m', bytes);
    expect(reading.unreadable).toMatchObject([
      {
        path: `m${'!m'.repeat(LIMITS.nesting)}!a.xml`,
        problems: [{ code: 'read/nesting', args: { maximum: LIMITS.nesting } }],
      },
    ]);
  });
});

describe('a document inside a document', () => {
  const outer = CDA.toString().replace(
    /<text mediaType[\s\S]*<\/text>/,
    `<text mediaType="application/xml" representation="B64">${Buffer.from('<ClinicalDocument xmlns="urn:hl7-org:v3"/>').toString('base64')}</text>`,
  );

  it('is no document of what contains the other', async () => {
    const zip = zipOf([{ name: 'IHE_XDM/SUBSET01/a.xml', data: outer }]);
    const { artifact, unreadable } = await readAs('m', zip);
    expect(unreadable).toEqual([]);
    expect(artifact && [...withContents(artifact)].map(({ path }) => path)).toEqual([
      'm',
      'm!IHE_XDM/SUBSET01/a.xml',
      'm!IHE_XDM/SUBSET01/a.xml!body.xml',
    ]);
    expect(artifact && contained(artifact, 'cda').map(({ path }) => path)).toEqual(['m!IHE_XDM/SUBSET01/a.xml']);
  });
});

describe('an archive', () => {
  const xdmOf = async (bytes: Uint8Array): Promise<Artifact<'xdm'>> => {
    const { artifact } = await readAs('x.zip', bytes);
    return artifact?.kind === 'xdm' ? artifact : expect.fail('no XDM');
  };

  it('lists its entries with size and hash, and its submission sets', async () => {
    const { content } = await xdmOf(made('xdm'));
    expect(content.entries.map(({ name }) => name)).toEqual([
      'INDEX.HTM',
      'README.TXT',
      'IHE_XDM/SUBSET01/METADATA.XML',
      'IHE_XDM/SUBSET01/DOC0001.XML',
    ]);
    expect(content.entries[3]).toMatchObject({ bytes: CDA.length, sha1: createHash('sha1').update(CDA).digest('hex') });
    expect(content.subsets).toMatchObject([
      { folder: 'IHE_XDM/SUBSET01/', path: 'x.zip!IHE_XDM/SUBSET01/METADATA.XML' },
    ]);
    expect(content.subsets[0]?.metadata.documentEntries).toHaveLength(1);
  });

  it('is known whatever the case of its names', async () => {
    const { content, children } = await xdmOf(
      zipOf([
        { name: 'ihe_xdm/s1/metadata.xml', data: '<a/>' },
        { name: 'ihe_xdm/s1/d.xml', data: CDA },
        { name: 'IHE_XDM/S2/METADATA.XML', data: '<a/>' },
      ]),
    );
    expect(content.subsets.map(({ folder }) => folder)).toEqual(['ihe_xdm/s1/', 'IHE_XDM/S2/']);
    expect(children.map(({ kind, path }) => `${kind} ${path}`)).toEqual(['cda x.zip!ihe_xdm/s1/d.xml']);
  });

  it('gives as documents all that stands in it but its leaflets and metadata, wherever it stands', async () => {
    const { children } = await xdmOf(
      zipOf([
        { name: 'README.TXT', data: 'x' },
        { name: 'index.htm', data: '<html/>' },
        { name: 'a.xml', data: CDA },
        { name: 'IHE_XDM/b.xml', data: CDA },
        { name: 'IHE_XDM/S/METADATA.XML', data: '<a/>' },
        { name: 'IHE_XDM/S/deep/c.xml', data: CDA },
      ]),
    );
    expect(children.map(({ path }) => path)).toEqual([
      'x.zip!a.xml',
      'x.zip!IHE_XDM/b.xml',
      'x.zip!IHE_XDM/S/deep/c.xml',
    ]);
  });

  it('keeps its documents when its metadata can not be read', async () => {
    const broken = edit(recipe('xdm'), 'metadata', '</lcm:SubmitObjectsRequest>', '');
    const reading = await readAs('x.zip', assemble(broken)[0]?.bytes ?? '');
    expect(pathsOf(reading)).toEqual(['xdm x.zip', 'cda x.zip!IHE_XDM/SUBSET01/DOC0001.XML']);
    expect(reading.unreadable).toMatchObject([
      {
        path: 'x.zip!IHE_XDM/SUBSET01/METADATA.XML',
        problems: [{ code: 'read/xml', location: { line: expect.any(Number) } }],
      },
    ]);
  });
});
