import { describe, expect, it } from 'vitest';
import { contained } from '../../../src/artifacts/artifact.js';
import { LIMITS, type Limits } from '../../../src/artifacts/limits.js';
import { leaves, textOf } from '../../../src/artifacts/mail/mail.js';
import { type Reading, read } from '../../../src/artifacts/read.js';
import { example } from './example.js';

const FROM = 'From a@b Mon Mar 16 10:30:00 2026';
const readAs = (text: string | Buffer, limits: Limits = LIMITS): Promise<Reading> =>
  read({ path: 'm.mbox', bytes: Buffer.from(text), declared: {} }, limits);
const textsOf = ({ artifact }: Reading) =>
  artifact?.children.flatMap((child) => (child.kind === 'mail' ? leaves(child.content).map(textOf) : child.kind));
const one = (body: string, from = FROM) => `${from}\nFrom: a\nTo: b\n\n${body}\n`;

describe('a mailbox', () => {
  it('holds its mails, in order', async () => {
    const reading = await readAs(example('mailbox/three-mails.mbox'));
    const { artifact } = reading;
    expect(reading.unreadable).toEqual([]);
    expect(artifact?.kind === 'mailbox' && artifact.content.messages).toMatchObject([
      { name: 'mail-1.eml', line: 1, from: 'From medecin@exemple.mssante.fr Mon Mar 16 10:30:00 2026' },
      { name: 'mail-2.eml', line: 19 },
      { name: 'mail-3.eml' },
    ]);
    const last = artifact?.children[2];
    expect(last?.kind === 'mail' && textOf(last.content)).toBe(
      'Bonjour,\n\nFrom Paris, with love\n\nFrom Lyon aussi\n>From plus loin\n\nFrom \nFin.\n',
    );
    expect(artifact && contained(artifact, 'mail')).toHaveLength(3);
  });

  it.each([
    FROM,
    'From MAILER-DAEMON Fri Jul  8 12:08:34 2011',
    'From - Mon Mar 16 10:30:00 2026',
    'From 1234567890@xxx Mon Mar 16 10:30:00 +0000 2026',
    'From a@b Mon Mar 16 10:30 2026 +0100',
    'From ',
  ])('starts a mail at %j', async (from) => {
    expect(textsOf(await readAs(`${one('x', from)}\n${one('y', from)}`))).toEqual(['x\n', 'y\n']);
  });

  it('is not cut by what only looks like a start', async () => {
    for (const bad of [
      `x\n${FROM}\nFrom: a`,
      `x\n\n${FROM}\nbonjour`,
      'x\n\nFrom Paris on Mon\nTo: b',
      `x\n\n>${FROM}\nFrom: a`,
      `x\n\nFrom ${'a'.repeat(600)} Mon Mar 16 10:30:00 2026\nTo: b`,
    ])
      expect(textsOf(await readAs(`${one(bad)}\n${one('y')}`))).toEqual([`${bad.replace('>', '')}\n`, 'y\n']);
  });

  it('with line ends of Windows is the same', async () => {
    const text = `${one('x')}\n${one('>From y')}`.replaceAll('\n', '\r\n');
    expect(textsOf(await readAs(text))).toEqual(['x\r\n', 'From y\r\n']);
  });

  it('of one mail is that mail', async () => {
    const { artifact } = await readAs(one('>From x'));
    expect(artifact).toMatchObject({ kind: 'mail', reserves: [{ args: { reason: 'mbox-from-line' } }] });
    expect(artifact?.kind === 'mail' && [textOf(artifact.content), artifact.content.line]).toEqual(['From x\n', 2]);
  });

  it('keeps its other mails when one can not be read', async () => {
    const reading = await readAs(`${one('x')}\n${FROM}\nFrom: a\nTo: b\n\n\n${one('y')}`);
    expect(textsOf(reading)).toEqual(['x\n', 'y\n']);
    expect(reading.unreadable).toMatchObject([
      { path: 'm.mbox!mail-2.eml', kind: 'mail', problems: [{ code: 'read/mail' }] },
    ]);
  });

  it('has no more mails than the limit', async () => {
    const { unreadable } = await readAs(`${one('x')}\n`.repeat(4), { ...LIMITS, mailMessages: 3 });
    expect(unreadable).toMatchObject([
      {
        kind: 'mailbox',
        problems: [{ code: 'read/mail-limit', args: { limit: 'mailMessages' }, location: { line: 19 } }],
      },
    ]);
  });

  it('that holds none is refused by its name', async () => {
    expect((await readAs('Bonjour')).unreadable).toMatchObject([
      { kind: 'mailbox', problems: [{ code: 'read/mail' }] },
    ]);
  });
});
