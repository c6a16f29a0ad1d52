import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/artifacts/limits.js';
import { looksLikeMail } from '../../../src/artifacts/mail/looks-like-mail.js';
import { attachments, headersNamed, leaves, type MailPart, textOf } from '../../../src/artifacts/mail/mail.js';
import { readMail } from '../../../src/artifacts/mail/read-mail.js';
import { caught } from '../../support/caught.js';

const ENDS = ['\r\n', '\n'];
const mail = (text: string, end = '\r\n') => readMail(Buffer.from(text.replaceAll('\n', end)));
const bodyOf = (part: MailPart | undefined) => Buffer.from(part?.body ?? []).toString();

describe('header fields', () => {
  it.each(ENDS)('are unfolded and keep the line of their name (%j)', (end) => {
    const { headers } = mail(
      'From: a@b\nSubject: =?UTF-8?Q?=C3=A9?=\n =?UTF-8?Q?t=C3=A9?=\n\tet plus\nX-Empty:\nTo : c@d\n\nx',
      end,
    );
    expect(headers).toMatchObject([
      { name: 'From', raw: ' a@b', value: 'a@b', line: 1 },
      { name: 'Subject', raw: ' =?UTF-8?Q?=C3=A9?= =?UTF-8?Q?t=C3=A9?=\tet plus', value: 'été et plus', line: 2 },
      { name: 'X-Empty', raw: '', value: '', line: 5 },
      { name: 'To', raw: ' c@d', value: 'c@d', line: 6 },
    ]);
  });

  it('are found by name without case, all of them, in order', () => {
    const content = mail('From: a@b\nX-MSS-NIL: 1\nDate: x\nx-mss-nil: 2\n\nx');
    expect(headersNamed(content, 'X-Mss-Nil').map(({ value, line }) => [value, line])).toEqual([
      ['1', 2],
      ['2', 4],
    ]);
  });

  it('end where a line is no field', () => {
    const content = mail('From: a@b\nceci est le corps\n\nsuite');
    expect(content.headers).toHaveLength(1);
    expect(bodyOf(content)).toBe('ceci est le corps\r\n\r\nsuite');
  });

  it('keep a value that holds colons', () => {
    expect(mail('Subject: a: b: c\nFrom: x\n\nx').headers[0]?.value).toBe('a: b: c');
  });
});

describe('parts', () => {
  const NESTED = `From: a@b
Content-Type: multipart/mixed;
 boundary="out"

preamble
--out
Content-Type: multipart/alternative; boundary=in

--in

plain
--in
Content-Type: text/html; charset=ISO-8859-1
Content-Transfer-Encoding: quoted-printable

<p>=E9 =
suite</p>=20
--in--
--out
Content-Type: APPLICATION/ZIP; name="a.zip"
Content-Disposition: ATTACHMENT; filename="b.zip"
Content-Transfer-Encoding: BASE64

UEsFBg==
--out--
epilogue --in
`;

  it.each(ENDS)('are a tree whose parts know their line (%j)', (end) => {
    const content = mail(NESTED, end);
    expect(content).toMatchObject({ mediaType: 'multipart/mixed', body: new Uint8Array(), line: 1 });
    const [alternative, zip] = content.parts;
    expect(alternative).toMatchObject({ mediaType: 'multipart/alternative', line: 7 });
    const [plain, html] = alternative?.parts ?? [];
    expect(plain).toMatchObject({ mediaType: 'text/plain', charset: undefined, headers: [], line: 10 });
    expect(bodyOf(plain)).toBe('plain');
    expect(html).toMatchObject({ mediaType: 'text/html', charset: 'ISO-8859-1', line: 13 });
    expect(html && textOf(html)).toBe('<p>é suite</p> ');
    expect(zip).toMatchObject({ mediaType: 'application/zip', disposition: 'attachment', fileName: 'b.zip', line: 20 });
    expect(bodyOf(zip)).toBe('PK\x05\x06');
    expect(zip?.headers.map(({ line }) => line)).toEqual([20, 21, 22]);
    expect(leaves(content)).toEqual([plain, html, zip]);
    expect(attachments(content)).toEqual([zip]);
  });

  it('without a type are text, and a type that is none is text', () => {
    expect(mail('From: a\n\nx')).toMatchObject({ mediaType: 'text/plain', parts: [] });
    expect(mail('From: a\nContent-Type: attachment\n\nx').mediaType).toBe('text/plain');
  });

  it('of a digest are messages by default', () => {
    const content = mail('From: a\nContent-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: x\n\ny\n--b--\n');
    expect(content.parts).toMatchObject([{ mediaType: 'message/rfc822' }]);
    expect(bodyOf(content.parts[0])).toBe('Subject: x\r\n\r\ny');
  });

  it('take the name of the type when the disposition has none', () => {
    const part = 'Content-Type: application/pdf; name="=?UTF-8?Q?=C3=A9.pdf?="\n\n%PDF-\n';
    const content = mail(`From: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n${part}--b--\n`);
    expect(attachments(content).map(({ fileName, disposition }) => [fileName, disposition])).toEqual([
      ['é.pdf', undefined],
    ]);
  });

  it('keep an attachment without a name', () => {
    const content = mail(
      'From: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: attachment\n\nx\n--b--\n',
    );
    expect(attachments(content)).toMatchObject([{ fileName: undefined, disposition: 'attachment' }]);
  });

  it('end at the boundary, not at what starts like it', () => {
    const content = mail('From: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n--bc\n --b\n--b--c\n--b--\n');
    expect(content.parts.map(bodyOf)).toEqual(['--bc\r\n --b\r\n--b--c']);
  });

  it('give their body but the line break before the boundary', () => {
    const content = mail('From: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n\nx\n\n--b  \n\n--b--', '\n');
    expect(content.parts.map(bodyOf)).toEqual(['\nx\n', '']);
  });

  it('are text in their charset, else UTF-8', () => {
    expect(textOf(mail('From: a\n\né'))).toBe('é');
    const bytes = Buffer.from('From: a\nContent-Type: text/plain; charset=windows-1252\n\n\x80', 'latin1');
    expect(textOf(readMail(bytes))).toBe('€');
  });
});

describe('quoted-printable', () => {
  const body = (text: string) => bodyOf(mail(`From: a\nContent-Transfer-Encoding: quoted-printable\n\n${text}`));

  it.each([
    ['=C3=A9=c3=a9', 'éé'],
    ['a=\nb', 'ab'],
    ['a=  \nb', 'ab'],
    ['a \t\nb', 'a\r\nb'],
    ['a=20\nb', 'a \r\nb'],
    ['1=3D1', '1=1'],
    ['a=XYb', 'a=XYb'],
    // Against RFC 2045 §6.7 but seen: an 8-bit letter, of which the last byte is A0.
    ['à\nb', 'à\r\nb'],
  ])('reads %j', (text, expected) => {
    expect(body(text)).toBe(expected);
  });
});

describe('what is refused', () => {
  const refusal = (text: string, end = '\n') => caught(() => mail(text, end));
  const inside = (part: string, tail = '--b--\n') =>
    `From: a\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n${part}${tail}`;

  it('no field', async () => {
    expect(await refusal('bonjour')).toMatchObject({
      code: 'read/mail',
      args: { reason: 'no-header' },
      location: { line: 1 },
    });
  });

  it('no content', async () => {
    expect(await refusal('From: a\nTo: b\n')).toMatchObject({ code: 'read/mail', location: { line: 3 } });
    expect(await refusal('From: a\n\n \n')).toMatchObject({ code: 'read/mail' });
  });

  it.each(['\n', '\r\n'])('base64 that is not, with the line of the body (%j)', async (end) => {
    const part = 'Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0\n';
    expect(await refusal(inside(part), end)).toMatchObject({ code: 'read/mail-base64', location: { line: 8 } });
  });

  it('a message that is cut', async () => {
    expect(await refusal(inside('\nbonjour\n', ''))).toMatchObject({
      code: 'read/mail',
      args: { reason: 'cut' },
      location: { line: 4 },
    });
    const nested = 'Content-Type: multipart/mixed; boundary=c\n\n--c\n\nx\n';
    expect(await refusal(inside(nested))).toMatchObject({ code: 'read/mail', location: { line: 7 } });
  });

  it('a boundary that never comes', async () => {
    expect(await refusal('From: a\nContent-Type: multipart/mixed; boundary=b\n\nx')).toMatchObject({
      code: 'read/mail',
      args: { reason: 'boundary-never-found' },
    });
  });

  it('a multipart without boundary', async () => {
    expect(await refusal(inside('Content-Type: multipart/related\n\nx\n'))).toMatchObject({
      code: 'read/mail',
      args: { reason: 'no-boundary' },
      location: { line: 5 },
    });
  });

  it('more parts than the limit', async () => {
    const many = (count: number) =>
      `From: a\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(count)}--b--`;
    expect(mail(many(LIMITS.mailParts - 1)).parts).toHaveLength(LIMITS.mailParts - 1);
    expect(await refusal(many(LIMITS.mailParts))).toMatchObject({
      code: 'read/mail-limit',
      args: { limit: 'mailParts', maximum: LIMITS.mailParts },
    });
  });

  it('parts deeper than the limit', async () => {
    const nested = (depth: number): string =>
      depth === 0
        ? '\nx\n'
        : `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n${nested(depth - 1)}--b${depth}--\n`;
    expect(leaves(mail(`From: a\n${nested(LIMITS.mailDepth)}`))).toHaveLength(1);
    expect(await refusal(`From: a\n${nested(LIMITS.mailDepth + 1)}`)).toMatchObject({
      code: 'read/mail-limit',
      args: { limit: 'mailDepth' },
    });
  });

  it('a header larger than the limit', async () => {
    const line = `X-A: ${'a'.repeat(990)}\n`;
    expect(
      await refusal(`From: a\n${line.repeat(Math.ceil(LIMITS.mailHeaderBytes / line.length) + 1)}\nx`),
    ).toMatchObject({
      code: 'read/mail-limit',
      args: { limit: 'mailHeaderBytes' },
    });
  });
});

interface Leaf {
  readonly mediaType: string;
  readonly encoding: '8bit' | 'base64' | 'quoted-printable';
  readonly body: Uint8Array;
  readonly fileName: string | undefined;
}
type Shape = Leaf | { readonly parts: readonly Shape[] };

const lines = fc.string({ unit: fc.constantFrom('a', 'Z', ' ', '=', 'é', ':', '-x', '\r\n') });
const leaf: fc.Arbitrary<Leaf> = fc
  .record({
    mediaType: fc.constantFrom('text/plain', 'application/octet-stream', 'message/rfc822'),
    fileName: fc.option(
      fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', '\\', ';', "'", '*', '🩺', '.'), minLength: 1 }),
      {
        nil: undefined,
      },
    ),
    content: fc.oneof(
      fc.record({ encoding: fc.constant('8bit' as const), body: lines.map((text) => Buffer.from(text)) }),
      fc.record({ encoding: fc.constant('base64' as const), body: fc.uint8Array() }),
      fc.record({ encoding: fc.constant('quoted-printable' as const), body: fc.uint8Array() }),
    ),
  })
  .map(({ content, ...rest }) => ({ ...rest, ...content }));
const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ parts: fc.array(tie('shape'), { minLength: 1, maxLength: 4 }) }),
  ),
}));

/** A part as a mail agent would send it; `path` makes its boundary its own. */
function sent(part: Shape, path: string): Buffer {
  const crlf = Buffer.from('\r\n');
  if ('parts' in part) {
    const boundary = `=_${path}`;
    const pieces = part.parts.flatMap((each, index) => [
      Buffer.from(`--${boundary}\r\n`),
      sent(each, `${path}.${index}`),
      crlf,
    ]);
    return Buffer.concat([
      Buffer.from(`Content-Type: multipart/mixed;\r\n boundary="${boundary}"\r\n\r\n`),
      ...pieces,
      Buffer.from(`--${boundary}--`),
    ]);
  }
  const name =
    part.fileName === undefined
      ? ''
      : `\r\nContent-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(part.fileName).replaceAll("'", '%27')}`;
  const head = `Content-Type: ${part.mediaType}${name}\r\nContent-Transfer-Encoding: ${part.encoding}\r\n\r\n`;
  const body =
    part.encoding === 'base64'
      ? Buffer.from(Buffer.from(part.body).toString('base64').replace(/.{20}/g, '$&\r\n'))
      : part.encoding === 'quoted-printable'
        ? Buffer.from(
            [...part.body]
              .map(
                (byte, index) =>
                  `${index % 10 === 9 ? '=\r\n' : ''}=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
              )
              .join(''),
          )
        : Buffer.from(part.body);
  return Buffer.concat([Buffer.from(head), body]);
}

function shapeOf(part: MailPart): unknown {
  if (part.mediaType.startsWith('multipart/')) return { parts: part.parts.map(shapeOf) };
  return { mediaType: part.mediaType, fileName: part.fileName, body: Buffer.from(part.body).toString('hex') };
}

function wanted(part: Shape): unknown {
  if ('parts' in part) return { parts: part.parts.map(wanted) };
  return { mediaType: part.mediaType, fileName: part.fileName, body: Buffer.from(part.body).toString('hex') };
}

it('reads back any tree of parts', () => {
  fc.assert(
    fc.property(shape, (part) => {
      const root: Shape = { parts: [part] };
      const bytes = Buffer.concat([Buffer.from('From: a@b\r\nDate: x\r\n'), sent(root, 'p'), Buffer.from('\r\n')]);
      expect(looksLikeMail(bytes)).toBe(true);
      const content = readMail(bytes);
      expect(shapeOf(content)).toEqual(wanted(root));
      const source = bytes.toString('latin1').split('\n');
      for (const each of leaves(content)) expect(source[each.line - 1]).toBe(`Content-Type: ${each.mediaType}\r`);
    }),
  );
});

describe('looksLikeMail', () => {
  it.each([
    ['From: a@b\r\nTo: c@d\r\n\r\nx', true],
    ['Received: from x\n by y;\n today\nX-Other: z\nMessage-ID: <1>\n\n', true],
    ['X-MSS-NIL: 1\nSubject: x\n\n', true],
    ['DKIM-Signature: v=1;\r\n d=exemple.fr\r\nFrom: a@b\r\nTo: c@d\r\n\r\nx', true],
    ['copy:\n  of: x\nfrom: a\nto: b\n\n', false],
    ['From: a@b\n\nTo: c@d', false],
    ['Bonjour,\nFrom: a\nTo: b\n\n', false],
    ['key: value\nother: value\n', false],
    ['From a@b Thu\nFrom: a@b\nTo: c\n', false],
    ['', false],
  ])('of %j is %s', (text, expected) => {
    expect(looksLikeMail(Buffer.from(text))).toBe(expected);
  });
});
