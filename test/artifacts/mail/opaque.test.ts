import { describe, expect, it } from 'vitest';
import { read } from '../../../src/artifacts/read.js';
import { example } from './example.js';

const readAs = (path: string, bytes: Uint8Array) => read({ path, bytes, declared: {} });

describe('S/MIME', () => {
  it('keeps what is signed in clear, beside its signature', async () => {
    const { artifact } = await readAs('m.eml', example('mail/signed.eml'));
    expect(artifact?.kind === 'mail' && artifact.content.parts.map(({ mediaType }) => mediaType)).toEqual([
      'text/plain',
      'application/pkcs7-signature',
    ]);
    expect(artifact?.children).toMatchObject([
      { path: 'm.eml!smime.p7s', kind: 'other', content: { code: 'unrecognised/signed', nearest: 'mail' } },
    ]);
  });

  it('says that what is encrypted can not be read', async () => {
    const { artifact } = await readAs('m.eml', example('mail/encrypted.eml'));
    expect(artifact?.children).toMatchObject([
      { path: 'm.eml!smime.p7m', kind: 'other', content: { code: 'unrecognised/encrypted', nearest: 'mail' } },
    ]);
  });

  it.each([
    ['30800609 2a864886f70d010702', 'unrecognised/signed'],
    ['30820102 0609 2a864886f70d010703', 'unrecognised/encrypted'],
    ['3020 060b 2a864886f70d0109100117', 'unrecognised/encrypted'],
    ['3020 0609 2a864886f70d010101', 'unrecognised/binary'],
    ['30', 'unrecognised/text'],
  ])('%s is %s', async (hex, code) => {
    const { artifact } = await readAs('a.p7m', Buffer.from(hex.replaceAll(' ', ''), 'hex'));
    expect(artifact?.content).toMatchObject({ code });
  });
});

describe('a compound file', () => {
  const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const PROPERTIES = Buffer.from('__properties_version1.0', 'utf16le');

  it('of Outlook is no mail, and says what to do', async () => {
    for (const path of ['m.msg', 'm.eml', 'm'])
      expect((await readAs(path, Buffer.concat([SIGNATURE, PROPERTIES]))).unreadable).toMatchObject([
        { problems: [{ code: 'read/mail', args: { reason: 'outlook-msg' } }] },
      ]);
  });

  it('of another software, and a text that names the stream, are not', async () => {
    for (const bytes of [Buffer.concat([SIGNATURE, Buffer.alloc(600)]), PROPERTIES])
      expect((await readAs('a.doc', bytes)).artifact?.kind).toBe('other');
  });
});

describe('a mail in UTF-16', () => {
  it('is refused for that', async () => {
    for (const bytes of [
      Buffer.from('\ufeffFrom: a\nTo: b\n\nx', 'utf16le'),
      Buffer.from('\ufeffFrom: a\nTo: b\n\nx', 'utf16le').swap16(),
    ])
      expect((await readAs('a', bytes)).unreadable).toMatchObject([{ problems: [{ args: { reason: 'utf-16' } }] }]);
    expect((await readAs('a.txt', Buffer.from('\ufeffbonjour', 'utf16le'))).artifact?.kind).toBe('other');
  });
});

describe('a child', () => {
  it('is named after its place when the name of its file is empty', async () => {
    const lines = [
      'From: a@b.test',
      'To: c@d.test',
      'Content-Type: text/plain',
      'Content-Disposition: attachment; filename=""',
      '',
      'x',
    ];
    const { artifact } = await readAs('m.eml', Buffer.from(lines.join('\r\n')));
    expect(artifact?.children.map(({ path }) => path)).toEqual(['m.eml!part-1']);
  });

  it('is decoded when its turn comes', async () => {
    const { mail } = await import('../../../src/artifacts/mail/mail-reader.js');
    const { Source } = await import('../../../src/artifacts/source.js');
    const { LIMITS } = await import('../../../src/artifacts/limits.js');
    const recognised = await mail(new Source('m', example('mail/mdn-processed.eml'), LIMITS));
    const [child] = recognised?.contains ?? [];
    expect(child && Object.getOwnPropertyDescriptor(child, 'bytes')?.get).toBeTypeOf('function');
    expect(child?.name).toBe('part-2');
  });
});
