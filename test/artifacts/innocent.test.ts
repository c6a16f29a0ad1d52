import { describe, expect, it } from 'vitest';
import { read } from '../../src/artifacts/read.js';

const DTD = '<!DOCTYPE x PUBLIC "-//W3C//DTD XMLSchema 200102//EN" "x.dtd" [ <!ENTITY nbsp "&#160;"> ]>';

/** What was given: the kind, and why it is no artifact, or could not be read. */
async function readAs(path: string, content: string | Uint8Array): Promise<unknown[]> {
  const bytes = Buffer.from(content as string);
  const { artifact, unreadable } = await read({ path, bytes, declared: {} });
  const problems = unreadable.flatMap((each) => each.problems.map(({ code }) => code));
  if (artifact?.kind !== 'other') return [artifact?.kind, ...problems];
  const { code, nearest } = artifact.content as { code: string; nearest: string | undefined };
  return ['other', code, nearest, ...problems];
}

describe('a file that is no artifact is another, and no failure', () => {
  it.each<[string, string | Uint8Array]>([
    ['README.md', '<p align="center">\n  <img src="logo.png">\n</p>\n\n# Titre\n'],
    ['README.md', '<!-- note -->\n# Titre\n\nBonjour & merci\n'],
    ['Page.vue', '<template>\n  <br>\n</template>\n<script>if (a < b) {}</script>\n'],
    ['index.php', '<?php\necho "a";\n'],
    ['part.html', '<div>\n<br>bonjour & bonsoir</div>'],
    ['x.dtd', '<!ELEMENT note (to,from)>\n'],
    ['x.svclog', '<E2ETraceEvent xmlns="a"/><E2ETraceEvent xmlns="a"/>'],
    ['a.css', '{ }\nbody { }'],
    ['a.mustache', '{{#a}}\nbonjour\n{{/a}}\n'],
    ['appsettings.json', '{\n  // Chaîne\n  "Logging": {}\n}\n'],
  ])('%s: %s', async (path, content) => {
    expect(await readAs(path, content)).toEqual(['other', 'unrecognised/text', undefined]);
  });

  it.each([
    ['xmldsig-core-schema.xsd', `<?xml version="1.0"?>\n${DTD}\n<schema/>`],
    ['cda.xsl', `${DTD}<xsl:stylesheet xmlns:xsl="x"><xsl:template match="n1:ClinicalDocument"/></xsl:stylesheet>`],
    ['log4j.xml', `<?xml version="1.0"?>\n${DTD}\n<log4j:configuration xmlns:log4j="x"/>`],
  ])('with a document type: %s', async (path, content) => {
    expect(await readAs(path, content)).toEqual(['other', 'unrecognised/doctype', undefined]);
  });

  it.each<[string, string | Uint8Array, string, string | undefined]>([
    ['cr.rtf', '{\\rtf1\\ansi {\\fonttbl {\\f0 Times;}}\nCompte rendu}', 'office', 'pdf'],
    ['latin1.rtf', Buffer.from('{\\rtf1\\ansi été}', 'latin1'), 'office', 'pdf'],
    ['old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'office', 'pdf'],
    ['winmail.dat', Buffer.from('789f3e2201000190', 'hex'), 'tnef', 'mail'],
    ['a.7z', Buffer.from('377abcaf271c0004', 'hex'), 'compressed', undefined],
    ['a.xml.gz', Buffer.from('1f8b0800', 'hex'), 'compressed', undefined],
    ['a.pcapng', Buffer.from('0a0d0d0a1c000000', 'hex'), 'capture', 'log'],
    ['a.pem', '-----BEGIN CERTIFICATE-----\nMIIC\n', 'pem', undefined],
    ['patients.csv', Buffer.from('Nom;Prénom;Né\r\nDUPONT;Hélène;01/01/1980\r\n', 'latin1'), 'table', 'log'],
  ])('of a well-known kind: %s', async (path, content, code, nearest) => {
    expect(await readAs(path, content)).toEqual(['other', `unrecognised/${code}`, nearest]);
  });

  it.each(['[1, 2]', '"a"', 'null', '{"alg":"RS256"}\n{"sub":"1"}\n'])('of JSON: %s', async (content) => {
    expect(await readAs('a.json', content)).toEqual(['other', 'unrecognised/json', undefined]);
  });

  it('and a page whose name is that of XML', async () => {
    const page = '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"/>';
    expect(await readAs('a.xml', page)).toEqual(['other', 'unrecognised/html', undefined]);
  });

  it('when it is empty and announces nothing', async () => {
    expect(await readAs('__init__.py', '')).toEqual(['other', 'unrecognised/empty', undefined]);
    expect(await readAs('a.eml', '')).toEqual([undefined, 'read/empty']);
  });

  it('nor what macOS puts beside each file of an archive', async () => {
    const beside = Buffer.concat([
      Buffer.from('0005160700020000', 'hex'),
      Buffer.from('Mac OS X        '),
      Buffer.alloc(60),
    ]);
    expect(await readAs('__MACOSX/IHE_XDM/SUBSET01/._METADATA.XML', beside)).toEqual([
      'other',
      'unrecognised/binary',
      undefined,
    ]);
  });
});

describe('a broken artifact stays one, whatever its name', () => {
  it.each([
    ['a.txt', '<?xml version="1.0"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3"><id', 'read/xml'],
    ['a', `${DTD}<soap:Envelope xmlns:soap="x"/>`, 'read/xml-doctype'],
    ['a.bin', '{"resourceType": "Patient", ', 'read/json'],
    ['a.xml', '<a>', 'read/xml'],
    ['a.json', '{"a": ', 'read/json'],
  ])('%s: %s', async (path, content, code) => {
    expect(await readAs(path, content)).toEqual([undefined, code]);
  });
});

it.each([
  ['a.xml', '<ORU_R01 xmlns="urn:hl7-org:v2xml"/>', 'hl7v2'],
  ['a.xml', '<export><ClinicalDocument xmlns="urn:hl7-org:v3"/></export>', 'cda'],
  ['a.yaml', 'from: a\nto: b\ndate: 2026\nlist:\n  - 1\n', 'mail'],
  ['a.json', '[{"resourceType":"Patient"}]', 'fhir'],
  ['a.json', '{"info":{"_postman_id":"1"},"item":[]}', 'har'],
  ['a.sh', "curl 'https://x.fr/a' \\\n  -H 'accept: text/html'\n", 'har'],
  ['a.txt', 'De : Dr Dupont\nEnvoyé : vendredi\nÀ : b@x.fr\nObjet : test\n\nBonjour', 'mail'],
  ['a.txt', 'Requête :\n<s:Envelope xmlns:s="x"/>\n', 'soap'],
  ['a.log', '10:00:00.123 [main] INFO fr.x.App - fin\n', 'log'],
  ['CDA.xsd', '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:hl7-org:v3"/>', undefined],
])('%s, %s, comes nearest to %s', async (path, content, nearest) => {
  expect((await readAs(path, content))[2]).toBe(nearest);
});

describe('what clients add', () => {
  it('the head of the mail that a receipt is about is no mail without content', async () => {
    const receipt =
      'From: a@b.c\nTo: d@e.f\nContent-Type: multipart/report; boundary=R\n\n--R\nContent-Type: text/plain\n\nlu\n' +
      '--R\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;b@x\nDisposition: manual-action/MDN-sent-manually; displayed\n\n' +
      '--R\nContent-Type: text/rfc822-headers; name=MDNPart3.txt\n\nFrom: d@e.f\nTo: a@b.c\nSubject: x\n\n--R--\n';
    const { artifact, unreadable } = await read({ path: 'a.eml', bytes: Buffer.from(receipt), declared: {} });
    expect(unreadable).toEqual([]);
    expect(artifact?.children).toEqual([]);
  });

  it.each(['id_token = T', '"access_token": "T",', 'Bearer T', 'cut'])('around a token: %s', async (form) => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'RS256' })}.${part({ sub: 'x'.repeat(90) })}.c2ln`;
    const text = form === 'cut' ? token.replace(/.{64}/g, '$&\n') : form.replace('T', token);
    const { artifact } = await read({ path: 'a.txt', bytes: Buffer.from(text), declared: {} });
    expect(artifact).toMatchObject({ kind: 'jwt', content: { token }, reserves: [{ args: { reason: 'wrapped' } }] });
  });

  it('a photograph of a phone is an image, of the size of its largest part; a sound is no film', async () => {
    const box = (type: string, ...content: Buffer[]) => {
      const body = Buffer.concat(content);
      const head = Buffer.alloc(8);
      head.writeUInt32BE(body.length + 8);
      head.write(type, 4, 'latin1');
      return Buffer.concat([head, body]);
    };
    const size = (width: number, height: number) => {
      const body = Buffer.alloc(12);
      body.writeUInt32BE(width, 4);
      body.writeUInt32BE(height, 8);
      return box('ispe', body);
    };
    const brand = (name: string) => box('ftyp', Buffer.from(`${name}\0\0\0\0mif1`, 'latin1'));
    const meta = box(
      'meta',
      Buffer.alloc(4),
      box('iprp', box('ipco', size(512, 512), size(4032, 3024), size(240, 320))),
    );
    const photo = await read({
      path: 'a.heic',
      bytes: Buffer.concat([brand('heic'), meta, box('mdat')]),
      declared: {},
    });
    expect(photo.artifact).toMatchObject({ kind: 'image', content: { format: 'heif', width: 4032, height: 3024 } });
    expect(await readAs('a.heic', Buffer.concat([brand('heic'), meta.subarray(0, 60)]))).toEqual([
      undefined,
      'read/media',
    ]);
    expect(await readAs('a.m4a', brand('M4A '))).toEqual(['other', 'unrecognised/binary', undefined]);
  });
});
