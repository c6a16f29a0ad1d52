import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMail } from '../../../src/artifacts/mail/read-mail.js';

const HEAD = 'Subject: x\r\nFrom: a@b\r\n\r\n';

it('finds the first line of more than 998 bytes', () => {
  const line = fc.oneof(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 990, max: 1010 }), fc.constant(2500));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lengths) => {
      const mail = Buffer.from(HEAD + lengths.map((length) => `${'a'.repeat(length)}\r\n`).join(''));
      const index = lengths.findIndex((length) => length > 998);
      expect(readMail(mail).overlongLine).toBe(index === -1 ? undefined : index + 4);
    }),
  );
});

it('tells the line of a field, and of a last line that nothing ends', () => {
  expect(readMail(Buffer.from(`From: a@b\r\nX: ${'a'.repeat(1200)}\r\n\r\nb`)).overlongLine).toBe(2);
  expect(readMail(Buffer.from(`${HEAD}${'a'.repeat(999)}`)).overlongLine).toBe(4);
  expect(readMail(Buffer.from(`${HEAD}${'a'.repeat(998)}`)).overlongLine).toBeUndefined();
});

it('leaves to each part its own', () => {
  const mail = readMail(
    Buffer.from(
      `From: a@b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nun\n--b\n\n${'a'.repeat(1200)}\n--b--\n`,
    ),
  );
  expect([mail.overlongLine, ...mail.parts.map(({ overlongLine }) => overlongLine)]).toEqual([undefined, undefined, 9]);
});
