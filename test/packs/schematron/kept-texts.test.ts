import { describe, expect, it } from 'vitest';
import type { PackFiles } from '../../../src/packs/pack-files.js';
import type { RuleCache } from '../../../src/packs/schematron/cache.js';
import { prepareSchema } from '../../../src/packs/schematron/engine.js';
import { packOf, schemaText, told } from './one-schema.js';

const SCHEMA = schemaText(`<pattern>
  <rule context="a"><assert test="@n = doc('codes.xml')//c/@code">unknown <value-of select="@n"/></assert></rule>
  <rule context="b">
    <assert test="doc-available(concat('of-', @of, '.xml'))">no system <value-of select="@of"/></assert>
    <assert test="doc(concat('of-', @of, '.xml'))//c[@code = current()/@n]/@code">nothing</assert>
  </rule>
  <rule context="d">
    <let name="n" value="string(@n)"/>
    <assert test="not(doc-available(concat('of-', @of, '.xml'))) or doc(concat('of-', @of, '.xml'))//c[@code = $n]">not in <value-of select="@of"/></assert>
  </rule>
</pattern>`);
const FILES = {
  'a.sch': SCHEMA,
  'codes.xml': '<s><c code="1"/><c code="a&#10;&quot;é"/></s>',
  'of-x.xml': '<s><c code="x1"/></s>',
  'of-bad.xml': '<s>',
};

/** A cache in memory. */
function cacheOf(): RuleCache {
  const entries = new Map<string, Buffer>();
  return { read: (name) => entries.get(name), write: (name, bytes) => entries.set(name, bytes) };
}

/** What is said of a document, and the files that were read for more than their hash: each is read once for that. */
function judged(files: Record<string, string>, document: string, cache?: RuleCache) {
  const pack = packOf(files);
  const reads = new Map<string, number>();
  const watched: PackFiles = {
    ...pack,
    read: (path) => {
      reads.set(path, (reads.get(path) ?? 0) + 1);
      return pack.read(path);
    },
  };
  const { texts, failures } = told(prepareSchema(watched, 'a.sch', cache && { cache }), document);
  return { texts, failures, reads: Object.fromEntries(reads) };
}

describe('what rules find in files of the pack', () => {
  const DOCUMENT =
    '<r><a n="1"/><a n="2"/><a n="a&#10;&quot;é"/><d of="x" n="x1"/><d of="x" n="x2"/><d of="bad" n="1"/><d of="none" n="1"/></r>';
  const SAID = ['unknown 2', 'not in x'];

  it('is kept, so that the next process reads them for their hash alone', () => {
    const cache = cacheOf();
    const cold = judged(FILES, DOCUMENT, cache);
    expect(cold).toMatchObject({ texts: SAID, failures: [] });
    expect(cold.reads).toMatchObject({ 'codes.xml': 2, 'of-x.xml': 2 });
    const warm = judged(FILES, DOCUMENT, cache);
    expect(warm).toMatchObject({ texts: SAID, failures: [] });
    expect(warm.reads).toMatchObject({ 'a.sch': 1, 'codes.xml': 1, 'of-x.xml': 1 });
  });
  it('is the same without a cache', () => {
    expect(judged(FILES, DOCUMENT)).toMatchObject({
      texts: SAID,
      failures: [],
      reads: { 'codes.xml': 1, 'of-x.xml': 1 },
    });
  });
  it('is found again in a file that changed, that came or that went', () => {
    const cache = cacheOf();
    judged(FILES, DOCUMENT, cache);
    const changed = { ...FILES, 'codes.xml': '<s><c code="2"/></s>', 'of-none.xml': '<s/>' };
    const expected = ['unknown 1', 'unknown a\n"é', 'not in x', 'not in none'];
    expect(judged(changed, DOCUMENT, cache).texts).toEqual(expected);
    expect(judged(changed, DOCUMENT, cache).texts).toEqual(expected);
    const { 'of-x.xml': _, ...without } = FILES;
    expect(judged(without, DOCUMENT, cache).texts).toEqual(['unknown 2']);
    expect(judged({ ...FILES, 'of-x.xml': '<s' }, DOCUMENT, cache).texts).toEqual(['unknown 2']);
    expect(judged(FILES, DOCUMENT, cache).texts).toEqual(SAID);
  });
  it('grows with what other documents ask for', () => {
    const cache = cacheOf();
    judged(FILES, '<r><a n="2"/></r>', cache);
    judged(FILES, '<r><d of="x" n="x1"/></r>', cache);
    expect(judged(FILES, DOCUMENT, cache).reads).toMatchObject({ 'codes.xml': 1, 'of-x.xml': 1 });
  });
  it('is an error of the rule that asks, each time, where the file cannot be read', () => {
    const cache = cacheOf();
    for (let time = 0; time < 2; time++) {
      const { texts, failures } = judged(FILES, '<r><b of="bad" n="1"/><b of="x" n="x1"/></r>', cache);
      expect(texts).toEqual(['no system bad']);
      expect(failures).toMatchObject([{ code: 'FODC0002' }]);
    }
  });
});
