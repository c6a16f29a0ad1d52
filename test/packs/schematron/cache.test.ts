import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RuleCache, userRuleCache } from '../../../src/packs/schematron/cache.js';
import { decodeEntry, encodeEntry } from '../../../src/packs/schematron/cache-entry.js';
import { prepareSchema } from '../../../src/packs/schematron/engine.js';
import { packOf, schemaText, told } from './one-schema.js';

const SCHEMA = schemaText(`<include href="b.sch"/>
  <pattern><rule context="a"><assert test="doc('codes.xml')//c[@code = current()/@n]">unknown</assert></rule></pattern>`);
const INCLUDED =
  '<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><rule context="b"><report test="true()">b</report></rule></pattern>';
const FILES = { 'a.sch': SCHEMA, 'b.sch': INCLUDED, 'codes.xml': '<s><c code="1"/></s>' };
const DOCUMENT = '<r><a n="2"/><b/></r>';

describe('rules kept between processes', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** The user's cache, with what was asked of it. */
  function watched(): RuleCache & { hits: number; writes: number } {
    const cache = userRuleCache({ SEGUR_CACHE: folder });
    if (!cache) throw new Error('no cache');
    const seen = {
      hits: 0,
      writes: 0,
      read: (name: string) => {
        const bytes = cache.read(name);
        if (bytes) seen.hits++;
        return bytes;
      },
      write: (name: string, content: Buffer) => {
        seen.writes++;
        cache.write(name, content);
      },
    };
    return seen;
  }
  function judged(files: Record<string, string>, cache: RuleCache) {
    const schema = prepareSchema(packOf(files), 'a.sch', { cache });
    return { info: schema.info, ...told(schema, DOCUMENT) };
  }
  const entries = () => readdirSync(folder);

  it('are taken as they were, and say the same', () => {
    const cache = watched();
    const first = judged(FILES, cache);
    expect(first.texts).toEqual(['b', 'unknown']);
    expect(cache).toMatchObject({ hits: 0, writes: 1 });
    expect(judged(FILES, cache)).toEqual(first);
    expect(cache).toMatchObject({ hits: 1, writes: 1 });
    expect(entries()).toHaveLength(1);
    expect(statSync(join(folder, entries()[0] ?? '')).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
  });
  it.each([
    ['an included file', { ...FILES, 'b.sch': INCLUDED.replace('>b<', '>other<') }, ['other', 'unknown']],
    ['the schema', { ...FILES, 'a.sch': SCHEMA.replace('unknown', 'not there') }, ['b', 'not there']],
    ['a file that is gone', { 'a.sch': SCHEMA, 'b.sch': INCLUDED }, ['b']],
  ])('are made again for %s that changed', (_, files, texts) => {
    const cache = watched();
    judged(FILES, cache);
    expect(judged(files, cache).texts).toEqual(texts);
    expect(cache.writes).toBe(2);
    expect(judged(files, cache).texts).toEqual(texts);
    expect(cache.writes).toBe(2);
  });
  it('are made again when a file that was missing is there', () => {
    const cache = watched();
    const without = { 'a.sch': SCHEMA, 'b.sch': INCLUDED };
    expect(judged(without, cache).info.defects).toHaveLength(1);
    expect(judged(FILES, cache).info.defects).toEqual([]);
  });
  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, 100)],
    ['empty', () => Buffer.alloc(0)],
    ['foreign', () => Buffer.from('globalThis.marked = 1')],
    ['altered', (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('unknown', 'replaced'), 'latin1')],
  ])('are made again when the entry is %s', (_, damage) => {
    const cache = watched();
    const first = judged(FILES, cache);
    const entry = join(folder, entries()[0] ?? '');
    writeFileSync(entry, damage(readFileSync(entry)));
    expect(judged(FILES, cache)).toEqual(first);
    expect(cache.writes).toBe(2);
    expect(globalThis).not.toHaveProperty('marked');
  });
  it('serve when V8 takes nothing of what it made before', () => {
    const cache = watched();
    const first = judged(FILES, cache);
    const name = entries()[0]?.replace('.rules', '') ?? '';
    const kept = decodeEntry(cache.read(name) ?? Buffer.alloc(0));
    // Code that this process has not seen: V8 keeps what it compiled, whatever data it is given.
    const compiled = { ...kept.compiled, code: `${kept.compiled.code}\n` };
    cache.write(name, encodeEntry({ ...kept, compiled, cachedData: Buffer.from('other flags') }));
    expect(judged(FILES, cache)).toEqual(first);
    expect(cache.writes).toBe(3);
  });
  it('are not kept before a document was judged', () => {
    prepareSchema(packOf(FILES), 'a.sch', { cache: watched() });
    expect(entries()).toEqual([]);
  });
  it('are bounded, the oldest going first, with what was left unfinished', () => {
    const cache = watched();
    for (let rank = 0; rank < 405; rank++) {
      const file = join(folder, `${rank.toString(16).padStart(4, '0')}.rules`);
      writeFileSync(file, '');
      utimesSync(file, rank, rank);
    }
    writeFileSync(join(folder, 'abc.unfinished'), '');
    utimesSync(join(folder, 'abc.unfinished'), 1, 1);
    judged(FILES, cache);
    expect(entries()).toHaveLength(400);
    expect(entries()).not.toContain('0000.rules');
    expect(entries()).not.toContain('abc.unfinished');
    expect(entries()).toContain('0194.rules');
  });
  it('cost time alone when the folder is no folder, or cannot be written', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(userRuleCache({ SEGUR_CACHE: file })).toBeUndefined();
    expect(userRuleCache({ SEGUR_CACHE: join(file, 'below') })).toBeUndefined();
    const cache = watched();
    rmSync(folder, { recursive: true });
    expect(judged(FILES, cache).texts).toEqual(['b', 'unknown']);
  });
  it.runIf(process.platform !== 'win32')('are not taken from a folder that others may write to', () => {
    chmodSync(folder, 0o777);
    expect(userRuleCache({ SEGUR_CACHE: folder })).toBeUndefined();
  });
  it.runIf(process.platform !== 'win32')('are not taken from a link, a folder, nor what others may write to', () => {
    const cache = watched();
    const first = judged(FILES, cache);
    const entry = join(folder, entries()[0] ?? '');
    const kept = readFileSync(entry);
    const again = (put: () => void) => {
      rmSync(entry, { recursive: true, force: true });
      put();
      const before = cache.hits;
      expect(judged(FILES, cache)).toEqual(first);
      return cache.hits - before;
    };
    const elsewhere = join(folder, 'elsewhere');
    writeFileSync(elsewhere, kept, { mode: 0o600 });
    expect(again(() => symlinkSync(elsewhere, entry))).toBe(0);
    expect(again(() => mkdirSync(entry))).toBe(0);
    rmSync(entry, { recursive: true });
    expect(
      again(() => {
        writeFileSync(entry, kept);
        chmodSync(entry, 0o666);
      }),
    ).toBe(0);
    expect(again(() => writeFileSync(entry, kept, { mode: 0o600 }))).toBe(1);
  });
  it('are kept where the system keeps what can be made again, unless told otherwise', () => {
    expect(userRuleCache({ SEGUR_CACHE: 'off' })).toBeUndefined();
    const [name, inside] = {
      win32: ['LOCALAPPDATA', ''],
      darwin: ['HOME', 'Library/Caches'],
    }[process.platform as string] ?? ['XDG_CACHE_HOME', ''];
    if (name === 'HOME') return;
    userRuleCache({ [name as string]: folder })?.write('ab', Buffer.from('x'));
    expect(readdirSync(join(folder, inside as string, 'segur-check'))).toEqual(['ab.rules']);
  });
});
