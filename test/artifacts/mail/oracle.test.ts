import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { assemble, recipe } from '../../../fixtures/make/recipe.js';
import { attachments, headersNamed, leaves, textOf } from '../../../src/artifacts/mail/mail.js';
import { example, readWith } from './example.js';

const made = (options: Parameters<typeof recipe>[1]) => assemble(recipe('mail', options))[0]?.bytes ?? new Uint8Array();
const MAILS: readonly [string, Uint8Array][] = [
  ['one document', made({})],
  ['two documents', made({ documents: 2 })],
  ['text and HTML', made({ html: true })],
  ['a receipt asked for', made({ receipts: true, withDocuments: false })],
  ...[
    'mdn-processed',
    'mdn-error-in-disposition',
    'mdn-error-in-field',
    'dsn-failed',
    'rfc-2231-names',
    'encrypted',
    'signed',
  ].map((name): [string, Uint8Array] => [name, example(`mail/${name}.eml`)]),
];

/**
 * Where another reader of mails agrees with ours. It differs by design: it opens attached mails that are not attachments, where ours are
 * artifacts of their own; it gives reports and signatures as attachments too; on Node 20 it misreads windows-1252.
 */
describe('postal-mime reads the same', () => {
  it.each(MAILS)('fields and subject: %s', async (_, bytes) => {
    const { mail } = readWith(bytes);
    const other = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
    expect(mail.headers.map(({ name }) => name.toLowerCase())).toEqual(other.headers.map(({ key }) => key));
    expect(headersNamed(mail, 'subject')[0]?.value ?? '').toBe(other.subject ?? '');
    expect(headersNamed(mail, 'message-id')[0]?.value).toBe(other.messageId);
  });

  it.each(MAILS)('attachments, their names and their bytes: %s', async (_, bytes) => {
    const ours = attachments(readWith(bytes).mail);
    const other = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
    const theirs = other.attachments.filter(({ mimeType }) => mimeType !== 'text/rfc822-headers');
    const told = (name: string | undefined | null, mediaType: string, content: Uint8Array) => [
      // Its windows-1252 is that of Node 20.
      name?.replace('\u009c', 'œ') ?? '',
      mediaType,
      // It ends a part by a line feed.
      Buffer.from(content).toString('latin1').replaceAll('\r\n', '\n').trimEnd(),
    ];
    expect(ours.map((part) => told(part.fileName, part.mediaType, part.body))).toEqual(
      theirs.map((part) => told(part.filename, part.mimeType, Buffer.from(part.content as ArrayBuffer))),
    );
  });

  it.each(MAILS.slice(0, 4))('text: %s', async (_, bytes) => {
    const other = await PostalMime.parse(bytes);
    const text = leaves(readWith(bytes).mail).find(({ mediaType }) => mediaType === 'text/plain');
    expect(text && textOf(text).replaceAll('\r\n', '\n').trimEnd()).toBe(other.text?.trimEnd());
  });

  it.each([
    ['=?UTF-8?Q?=C3=A9t=C3=A9?= =?UTF-8?Q?_2026?=', 'été 2026'],
    ['=?UTF-8?B?w4k=?= suite', 'É suite'],
    ['=?ISO-8859-15?Q?=A4?=', '€'],
    // A character cut in two.
    ['=?UTF-8?B?w4?= =?UTF-8?B?qQ==?=', undefined],
    ['=?UTF-8?Q?=C3?= =?UTF-8?Q?=A9?=', 'é'],
  ])('the encoded words %s', async (raw, expected) => {
    const source = `From: a@b\nTo: b@c\nSubject: ${raw}\n\nx`;
    const value = headersNamed(readWith(source).mail, 'subject')[0]?.value;
    if (expected === undefined) return expect(value).toBe(raw);
    expect(value).toBe(expected);
    expect((await PostalMime.parse(Buffer.from(source))).subject).toBe(expected);
  });
});
