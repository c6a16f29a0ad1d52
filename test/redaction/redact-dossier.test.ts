import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { expect, it, vi } from 'vitest';
import type { Kind } from '../../src/artifacts/artifact.js';
import { LIMITS } from '../../src/artifacts/limits.js';
import { Originals } from '../../src/redaction/originals.js';
import { redactDossier } from '../../src/redaction/redact-dossier.js';
import { Redactor } from '../../src/redaction/redactor.js';
import { FileRewriter } from '../../src/redaction/rewrite-file.js';
import { temporaryFolder } from '../support/cli.js';

const MANIFEST = 'candidate: { vendor: A, product: B, version: "1" }\n';
/** Nothing of it is in a calendar: it has no other value. */
const NO_DATE = '00001300';

const adt = (family: string, born: string): string =>
  `MSH|^~\\&|LGC|A|PFI|A|20260316100000||ADT^A28^ADT_A05|1|D|2.5\rPID|1||12345^^^A&1.2.3&ISO^PI||${family}^SOLENN^^^^^L||${born}|F\r`;

async function redacted(
  files: Readonly<Record<string, string>>,
  manifest = MANIFEST,
  signal = new AbortController().signal,
) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'source'));
  const named = Object.entries(files).map(([shown, text]) => {
    const file = join(folder, 'source', shown);
    writeFileSync(file, text, 'latin1');
    return { shown, file, declared: {} };
  });
  const originals = new Originals();
  originals.addPerson({ names: ['KERGUELEN'] });
  originals.dates.add(NO_DATE);
  const target = join(folder, 'copy');
  const made = redactDossier(manifest, originals, named, target, {
    limits: LIMITS,
    signal,
    onFile: () => {},
    proofsOf: (path) => (path === 'b.hl7' ? ['P1'] : []),
  });
  return { folder, target, made };
}

it('copies no file where an original is left, and says which', async () => {
  const { folder, target, made } = await redacted({
    'a.hl7': adt('KERGUELEN', '19850714'),
    'b.hl7': adt('KERGUELEN', NO_DATE),
  });
  const done = await made;
  expect(done).toMatchObject({ copied: ['a.hl7'], survivors: ['b.hl7'] });
  expect(done?.withheld).toEqual([{ path: 'b.hl7', kind: 'hl7v2', reason: 'survivor', proves: ['P1'] }]);
  expect(readdirSync(target).sort()).toEqual(['a.hl7', 'segur.yaml']);
  expect(readFileSync(join(target, 'a.hl7'), 'latin1')).not.toMatch(/KERGUELEN|19850714/);
  expect(readFileSync(join(target, 'segur.yaml'), 'utf8')).toContain('b.hl7');
  expect(readdirSync(folder).sort()).toEqual(['copy', 'source']);
});

it('looks for the originals in the names of files too', async () => {
  const { made } = await redacted({ [`${NO_DATE}.hl7`]: adt('A', '19850714') });
  // The manifest would tell what is withheld by that name.
  await expect(made).rejects.toMatchObject({ code: 'redact-manifest' });
});

it.each([
  ['a.doc', '\xd0\xcf\x11\xe0 KERGUELEN', 'binary'],
  ['a.json', `{"content":"${Buffer.from(`%PDF-1.4 ${'x'.repeat(60)}`).toString('base64')}"}`, 'embedded'],
  ['a.har', '{"log": {"entries": [', 'unreadable'],
])('copies nothing of what it can not rewrite: %s', async (path, text, reason) => {
  const { target, made } = await redacted({ [path]: text });
  const done = await made;
  expect([done?.copied, done?.survivors]).toEqual([[], []]);
  expect(done?.withheld).toMatchObject([{ path, reason }]);
  expect(readdirSync(target)).toEqual(['segur.yaml']);
});

it.each<[Kind, string, string]>([
  ['pdf', '', 'pdf'],
  ['image', '', 'media'],
  ['video', '', 'media'],
  ['xlsx', '', 'workbook'],
  ['datamatrix', 'IS010000', 'datamatrix'],
  ['other', '\x89PNG\r\n\x1a\n', 'media'],
  ['hl7v2', `%PDF-1.4 ${NO_DATE}`, 'pdf'],
  ['other', Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(1) })).toString('latin1'), 'workbook'],
  ['xdm', Buffer.from(zipSync({ a: Buffer.from('%PDF-1.4') })).toString('latin1'), 'pdf'],
])('rewrites no %s as %j: %s', async (kind, text, reason) => {
  const rewriter = new FileRewriter(new Redactor(new Originals()), LIMITS);
  await expect(rewriter.rewrite(Buffer.from(text, 'latin1'), kind)).rejects.toMatchObject({ reason });
});

it('gives an archive that it rewrites the same moment, whenever that is', async () => {
  const archive = Buffer.from(zipSync({ 'KERGUELEN.txt': Buffer.from('Mme KERGUELEN') }));
  const originals = new Originals();
  originals.addPerson({ names: ['KERGUELEN'] });
  const rewritten = async (now: string) => {
    vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] });
    try {
      return await new FileRewriter(new Redactor(originals), LIMITS).rewrite(archive, 'xdm');
    } finally {
      vi.useRealTimers();
    }
  };
  const made = await rewritten('2026-03-16T10:00:00Z');
  expect(made).toEqual(await rewritten('2027-04-17T11:01:02Z'));
  const [[name = '', content] = []] = Object.entries(unzipSync(made));
  expect(name).toMatch(/^ZE[A-Z]+\.txt$/);
  expect(Buffer.from(content ?? []).toString()).toBe(`Mme ${name.slice(0, -4)}`);
});

it('writes nothing where the manifest keeps an original, nor when it was interrupted', async () => {
  const files = { 'a.hl7': adt('KERGUELEN', '19850714') };
  const { folder, made } = await redacted(files, `${MANIFEST}# ${NO_DATE}\n`);
  await expect(made).rejects.toMatchObject({ code: 'redact-manifest' });
  expect(readdirSync(folder)).toEqual(['source']);
  const stopped = await redacted(files, MANIFEST, AbortSignal.abort());
  expect(await stopped.made).toBeUndefined();
  expect(existsSync(stopped.target)).toBe(false);
});

it('does not let one copy take the place of another, nor of the manifest', async () => {
  const { target, made } = await redacted({ 'segur.yaml': adt('KERGUELEN', '19850714') });
  expect((await made)?.withheld).toMatchObject([{ path: 'segur.yaml', reason: 'changed-kind' }]);
  expect(readFileSync(join(target, 'segur.yaml'), 'utf8')).toContain('candidate');
});
