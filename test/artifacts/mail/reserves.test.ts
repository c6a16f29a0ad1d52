import { describe, expect, it } from 'vitest';
import { leaves, textOf } from '../../../src/artifacts/mail/mail.js';
import { caught } from '../../support/caught.js';
import { example, readWith } from './example.js';

const HEAD = 'From: a\nTo: b\n';
const part = (fields: string, body = 'x') =>
  `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b\n${fields}\n${body}\n--b--\n`;

describe('what is forgiven is told', () => {
  it.each<[string, string, (string | number | undefined)[]]>([
    ['line ends that differ', 'From: a\r\nTo: b\nDate: c\r\n\r\nx', ['mixed-line-ends', 1, undefined]],
    ['fields that no empty line ends', `${HEAD}bonjour\n`, ['no-blank-line', 3, undefined]],
    ['bytes that are no UTF-8', `${HEAD}Subject: \xe9t\xe9\n\nx`, ['header-8bit', 3, 'Subject']],
    [
      'a line break in an encoded word',
      `${HEAD}Subject: =?UTF-8?Q?a=0D=0ABcc:_b?=\n\nx`,
      ['encoded-control', 3, 'Subject'],
    ],
    ['a null in an encoded word', `${HEAD}Subject: =?UTF-8?B?AA==?=\n\nx`, ['encoded-control', 3, 'Subject']],
    ['a word in an unknown charset', `${HEAD}Subject: =?klingon?Q?x?=\n\nx`, ['undecodable-word', 3, 'Subject']],
    ['a word in UTF-7', `${HEAD}Subject: =?UTF-7?Q?+AGE-?=\n\nx`, ['undecodable-word', 3, 'Subject']],
    [
      'a MIME field written twice',
      `${HEAD}Content-Type: text/plain\ncontent-type: text/html\n\nx`,
      ['repeated-mime-field', 4, 'Content-Type'],
    ],
    [
      'a wrong quoted-printable',
      part('Content-Transfer-Encoding: quoted-printable\n', 'a=XY'),
      ['bad-quoted-printable', 11, '2'],
    ],
    ['a body in uuencode', part('Content-Transfer-Encoding: x-uuencode\n', 'begin 644 a\n'), ['uuencode', 11, '2']],
    ['a file in a text', part('', `begin 644 a.zip\nM${'A'.repeat(60)}\n \nend`), ['uuencode', 10, '2']],
    ['an unknown encoding', part('Content-Transfer-Encoding: x-own\n'), ['unknown-encoding', 11, '2']],
    ['a fragment', part('Content-Type: message/partial; id=a; number=1\n'), ['partial-message', 9, '2']],
    [
      'what stands elsewhere',
      part('Content-Type: message/external-body; access-type=URL\n'),
      ['external-body', 9, '2'],
    ],
    ['a text in an unknown charset', part('Content-Type: text/plain; charset=klingon\n'), ['read/encoding', 11, '2']],
    [
      'a text that is not in its charset',
      part('Content-Type: text/plain; charset=utf-8\n', '\xe9'),
      ['read/encoding', 11, '2'],
    ],
  ])('%s', (_, source, expected) => {
    expect(readWith(source).reserves).toEqual([expected]);
  });

  it('a long boundary', () => {
    const long = 'b'.repeat(71);
    const { mail, reserves } = readWith(
      `${HEAD}Content-Type: multipart/mixed; boundary=${long}\n\n--${long}\n\nx\n--${long}--\n`,
    );
    expect(reserves).toEqual([['boundary-too-long', 1, '']].map(([reason, line]) => [reason, line, undefined]));
    expect(leaves(mail)).toHaveLength(1);
  });

  it('once, at its first place', () => {
    const { reserves } = readWith(`${HEAD}X-A: \xe9\nX-B: \xe9\n\nx`);
    expect(reserves).toEqual([['header-8bit', 3, 'X-A']]);
    const text = '--b\nContent-Type: text/plain; charset=klingon\n\nx\n';
    const many = readWith(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${text.repeat(3)}--b--\n`);
    expect(many.reserves).toEqual([['read/encoding', 8, '1']]);
  });

  it('never of a mail that is as it should be', () => {
    for (const name of [
      'mdn-processed',
      'mdn-error-in-field',
      'dsn-failed',
      'charsets',
      'rfc-2231-names',
      'forwarded',
      'signed',
      'encrypted',
    ])
      expect([name, readWith(example(`mail/${name}.eml`)).reserves]).toEqual([name, []]);
    expect(readWith(`\xef\xbb\xbf${HEAD}\nx`).reserves).toEqual([]);
    expect(readWith(`${HEAD}Content-Type: text/plain; charset=""\n\nx`).reserves).toEqual([]);
    expect(readWith(`${HEAD}Subject: a\nSubject: b\n\nbegin 644 lines of text\nM\n`).reserves).toEqual([]);
    expect(readWith(part('Content-Transfer-Encoding: quoted-printable\n', 'a=  \nb=\nc=')).reserves).toEqual([]);
  });
});

describe('an example', () => {
  it.each([
    ['mail/cr-line-ends.eml', [['cr-line-ends', 1, undefined]], 'Demande de rendez-vous'],
    ['mail/from-line.eml', [['mbox-from-line', 1, undefined]], 'Demande de rendez-vous'],
    ['mail/latin-1-headers.eml', [['header-8bit', 3, 'Subject']], 'Demande de rendez-vous envoyée'],
  ])('%s is read with its reserve', (path, expected, subject) => {
    const { mail, reserves } = readWith(example(path));
    expect(reserves).toEqual(expected);
    expect(mail.headers.find(({ name }) => name === 'Subject')?.value).toBe(subject);
    expect(textOf(mail)).toContain('Pourriez-vous recevoir');
  });

  it('in charsets that are not UTF-8 is text', () => {
    expect(leaves(readWith(example('mail/charsets.eml')).mail).map(textOf)).toEqual([
      'Reçu 5 €',
      'Reçu 5 €',
      'Reçu 5 F',
    ]);
  });
});

describe('a field', () => {
  it('keeps what was transmitted, its folds and its line breaks', () => {
    const { mail } = readWith('From : a\r\nSubject: b\r\n\tc\r\n\r\nx');
    expect(mail.headers.map(({ source }) => source)).toEqual(['From : a\r\n', 'Subject: b\r\n\tc\r\n']);
  });

  it('never holds a line break, whatever hides it', () => {
    const name = "attachment; filename*=UTF-8''a%0D%0AX-MSS-INS:%20O%00";
    const { mail } = readWith(`${HEAD}Subject: =?UTF-8?B?YQ0KYg==?=\nContent-Disposition: ${name}\n\nx`);
    expect(mail.headers[2]?.value).toBe('a\ufffd\ufffdb');
    expect(mail.fileName).toBe('a\ufffd\ufffdX-MSS-INS: O\ufffd');
  });

  it('is a field of its own after a lone line feed, and is refused after a lone carriage return', async () => {
    const { mail, reserves } = readWith('From: a\r\nTo: b\nBcc: c\r\n\r\nx');
    expect(mail.headers.map(({ name }) => name)).toEqual(['From', 'To', 'Bcc']);
    expect(reserves).toEqual([['mixed-line-ends', 1, undefined]]);
    for (const bad of ['To: b\rBcc: c', 'To: b\0', 'To: b\r'])
      expect(await caught(() => readWith(`From: a\r\n${bad}\r\n\r\nx`))).toMatchObject({
        code: 'read/mail',
        args: { reason: 'control-in-header' },
        location: { line: 2 },
      });
  });
});
