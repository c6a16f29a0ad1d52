import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/artifacts/limits.js';
import { splitAtBoundary } from '../../../src/artifacts/mail/boundaries.js';
import { decodeEncodedWords } from '../../../src/artifacts/mail/encoded-words.js';
import { leaves, type MailPart } from '../../../src/artifacts/mail/mail.js';
import { caught } from '../../support/caught.js';
import { readWith } from './example.js';

const HEAD = 'From: a\nTo: b\n';
const mixed = (boundary: string) => `Content-Type: multipart/mixed; boundary="${boundary}"\n\n`;
const bodies = (mail: MailPart) => leaves(mail).map(({ body }) => Buffer.from(body).toString('latin1'));
const refusal = (source: string) => caught(() => readWith(source));
const limited = (limit: string) => ({ code: 'read/mail-limit', args: { limit } });

describe('a bomb', () => {
  it('of folds is refused at the limit', async () => {
    expect(await refusal(`${HEAD}X: a\n${' b\n'.repeat(400_000)}\nx`)).toMatchObject(limited('mailHeaderBytes'));
    expect(await refusal(`${HEAD}X: ${'a'.repeat(1_000_000)}\n\nx`)).toMatchObject(limited('mailHeaderBytes'));
  });

  it('of fields is refused, wherever they stand', async () => {
    const fields = `${'a:\n'.repeat(200)}\nx\n`;
    const parts = `--b\n${fields}`.repeat(51);
    expect(await refusal(`${HEAD}${mixed('b')}${parts}--b--`)).toMatchObject(limited('mailFields'));
  });

  it('of parts stops the reading before they are listed', async () => {
    const bytes = Buffer.from(`--b\n${'--b\n'.repeat(5000)}`);
    let most = 0;
    await caught(() =>
      splitAtBoundary(bytes, 0, bytes.length, 'b', (parts) => {
        most = parts;
        if (parts > 10) throw new Error('enough');
      }),
    );
    expect(most).toBe(11);
    expect(await refusal(`${HEAD}${mixed('b')}${'--b\n'.repeat(1_250_000)}`)).toMatchObject(limited('mailParts'));
  });

  it('of multiparts in multiparts is refused at its depth', async () => {
    const open = Array.from({ length: 1000 }, (_, depth) => `--b${depth}\n${mixed(`b${depth + 1}`)}`).join('');
    const close = Array.from({ length: 1001 }, (_, depth) => `--b${1000 - depth}--\n`).join('');
    expect(await refusal(`${HEAD}${mixed('b0')}${open}--b1000\n\nx\n${close}`)).toMatchObject(limited('mailDepth'));
  });

  it('of lines that nearly are a boundary is content', () => {
    const near = '--bb\n--\n --b\n--b x\n'.repeat(60_000);
    expect(bodies(readWith(`${HEAD}${mixed('b')}--b\n\n${near}\n--b--`).mail)).toEqual([near]);
  });

  it('of encodings without an end is read', () => {
    const word = '=?UTF-8?Q?';
    expect(decodeEncodedWords(word.repeat(25_000))).toHaveLength(word.length * 25_000);
    expect(decodeEncodedWords(`${word}a?=${' '.repeat(250_000)}`)).toHaveLength(250_001);
    expect(decodeEncodedWords(`${word}a?= `.repeat(15_000))).toBe(`${'a'.repeat(15_000)} `);
    const quoted = `${HEAD}Content-Transfer-Encoding: quoted-printable\n\n`;
    expect(bodies(readWith(`${quoted}${'='.repeat(1_000_000)}x`).mail)[0]).toHaveLength(1_000_001);
    expect(bodies(readWith(`${quoted}${'= '.repeat(500_000)}x`).mail)[0]).toHaveLength(1_000_001);
    expect(bodies(readWith(`${quoted}${'=\n'.repeat(500_000)}x`).mail)).toEqual(['x']);
  });

  it('of parameters is read', () => {
    const sections = Array.from({ length: 5000 }, (_, index) => `;n*${index}*=%41`).join('');
    const { mail } = readWith(`${HEAD}Content-Type: a/b${sections}\n\nx`);
    expect(mail.parameters.get('n')).toBe('A'.repeat(5000));
    expect(mail.parameters.get('__proto__')).toBeUndefined();
  });
});

describe('a boundary', () => {
  it.each(["'()+_,-./:=?", '=?UTF-8?Q?b?=', 'a b', '-', '--', '.*', 'b--', 'é'])('may be %j', (boundary) => {
    const latin1 = Buffer.from(boundary).toString('latin1');
    expect(bodies(readWith(`${HEAD}${mixed(latin1)}--${latin1}\n\nx\n--${latin1}--`).mail)).toEqual(['x']);
  });

  it('may start another, and the outer one wins', () => {
    const inner = `${mixed('bc')}--bc\n\nx\n--bc--\n`;
    expect(bodies(readWith(`${HEAD}${mixed('b')}--b\n${inner}--b\n\ny\n--b--`).mail)).toEqual(['x', 'y']);
  });

  it('may be followed by blanks, and its blanks at the end are none of it', () => {
    expect(bodies(readWith(`${HEAD}${mixed('b ')}--b \t\n\nx\n--b-- \n`).mail)).toEqual(['x']);
  });

  it('that ends what none has started leaves no part', async () => {
    expect(await refusal(`${HEAD}${mixed('b')}--b--\n`)).toMatchObject({ args: { reason: 'no-content' } });
  });
});

describe('a part', () => {
  it('has the number that IMAP gives it', () => {
    const inner = `${mixed('c')}--c\n\nx\n--c\n\ny\n--c--\n`;
    const { mail } = readWith(`${HEAD}${mixed('b')}--b\n\nz\n--b\n${inner}--b--`);
    expect([mail, ...mail.parts].map(({ path }) => path)).toEqual(['', '1', '2']);
    expect(leaves(mail).map(({ path }) => path)).toEqual(['1', '2.1', '2.2']);
    expect(readWith(`${HEAD}\nx`).mail.path).toBe('1');
  });

  it('names itself when it can not be read', async () => {
    const bad = 'Content-Transfer-Encoding: base64\n\n***\n';
    expect(await refusal(`${HEAD}${mixed('b')}--b\n\nz\n--b\n${bad}--b--`)).toMatchObject({
      code: 'read/mail-base64',
      location: { line: 11, path: '2' },
    });
  });

  it('is decoded each time, and keeps nothing', () => {
    const { mail } = readWith(`${HEAD}Content-Transfer-Encoding: base64\n\nYWJj\n`);
    expect(Buffer.from(mail.body).toString()).toBe('abc');
    expect(mail.body).not.toBe(mail.body);
    const plain = readWith(`${HEAD}\nabc`).mail;
    expect(plain.body.buffer).toBe(plain.body.buffer);
  });

  it('may hold many lines: each has its number', () => {
    const { mail } = readWith(`${HEAD}${mixed('b')}--b\n\n${'x\n'.repeat(100_000)}--b\n\ny\n--b--`);
    expect(mail.parts.map(({ line, bodyLine }) => [line, bodyLine])).toEqual([
      [6, 7],
      [100_008, 100_009],
    ]);
    expect(LIMITS.mailFields).toBeGreaterThan(4 * LIMITS.mailParts);
  });
});
