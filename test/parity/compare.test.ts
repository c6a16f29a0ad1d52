import { describe, expect, it } from 'vitest';
import { parseXmlText } from '../../src/artifacts/xml/parse.js';
import { compare } from './compare.js';
import { linesByLocation } from './lines.js';
import { readSvrl } from './svrl.js';

const finding = (text: string, firing = 0) => ({
  firing,
  kind: 'assert' as const,
  location: '/a[1]',
  text,
  line: 1,
});
const verdict = (fired: string[], texts: string[]) => ({
  fired,
  results: texts.map((text) => finding(text)),
  failures: [] as string[],
  aborted: undefined as string | undefined,
});
const all = verdict(['p\ta', 'p\tb'], ['one', 'two']);
const kinds = (reference: typeof all, own: typeof all, isLeftOut = (_fired: string, _text: string) => false) =>
  compare(reference, own, isLeftOut).map(({ kind }) => kind);

describe('compare', () => {
  it('finds nothing between the same', () => {
    expect(kinds(all, all)).toEqual([]);
  });

  it('finds a finding that one of them lacks, each as often as it is there', () => {
    expect(kinds(all, verdict([...all.fired], ['one']))).toEqual(['missing']);
    expect(kinds(all, verdict([...all.fired], ['one', 'two', 'two']))).toEqual(['extra']);
    expect(kinds(all, verdict([...all.fired], ['one', 'two ']))).toEqual(['missing', 'extra']);
  });

  it('finds another order, another rule, a rule too few', () => {
    expect(kinds(all, verdict([...all.fired], ['two', 'one']))).toEqual(['order']);
    expect(kinds(all, verdict(['p\ta', 'p\tc'], ['one', 'two']))).toEqual(['fired']);
    expect(kinds(all, verdict(['p\ta'], ['one', 'two']))).toEqual(['fired', 'fired']);
    expect(kinds(verdict(['p\ta'], []), verdict([...all.fired], []))).toEqual(['fired']);
  });

  it('finds an error that we alone have', () => {
    expect(kinds(all, { ...all, failures: ['XPTY0004'] })).toEqual(['stopped']);
  });

  it('takes what the reference said before it stopped as a beginning, and wants an error of us', () => {
    const stopped = { ...verdict(['p\ta'], ['one']), aborted: 'an error' };
    expect(kinds(stopped, { ...all, failures: ['XPTY0004'] })).toEqual([]);
    expect(kinds(stopped, all)).toEqual(['not-stopped']);
    expect(kinds(stopped, { ...verdict(['p\tz'], ['two']), failures: ['XPTY0004'] })).toEqual(['fired', 'order']);
  });

  it('leaves out on both sides what the pack makes impossible', () => {
    const isLeftOut = (fired: string, text: string) => fired === 'p\ta' && text !== 'three';
    expect(kinds(all, verdict([...all.fired], []), isLeftOut)).toEqual([]);
    expect(kinds(verdict([...all.fired], []), all, isLeftOut)).toEqual([]);
  });
});

describe('readSvrl', () => {
  const SVRL = `<svrl:schematron-output><svrl:active-pattern id="p" name="A  pattern"/>
   <svrl:fired-rule context="a[b = 'c' and&#xA; d &lt; 1]"/>
   <svrl:failed-assert location="/x:a/b[2]"><svrl:text>
      One &amp; <b>two</b>
   </svrl:text></svrl:failed-assert>
   <svrl:successful-report location="/a"><svrl:text>Said</svrl:text></svrl:successful-report>`;

  it('reads rules and findings, of a report that breaks off too', () => {
    const read = readSvrl(`${SVRL}<svrl:failed-assert location="/a"><svrl:text>cut`);
    expect(read.fired).toEqual(["p\ta[b = 'c' and d < 1]"]);
    expect(read.results).toEqual([
      { firing: 0, kind: 'assert', location: '/x:a/b[2]', text: 'One & two' },
      { firing: 0, kind: 'report', location: '/a', text: 'Said' },
    ]);
  });
});

describe('linesByLocation', () => {
  it('tells the lines of elements by their path', () => {
    const text = '<c:a xmlns:c="urn:x">\n <c:b/>\n <b xmlns="urn:x">\n  <d xmlns=""/>\n </b><e/><e/>\n</c:a>';
    const lines = linesByLocation(text);
    expect(parseXmlText(text).elements).toHaveLength(lines.size);
    expect(lines.get('/c:a')).toEqual({ first: 1, last: 6 });
    expect(lines.get('/c:a/b')).toEqual({ first: 3, last: 5 });
    expect(lines.get('/c:a/b/d')).toEqual({ first: 4, last: 4 });
    expect(lines.get('/c:a/e[2]')?.first).toBe(5);
  });
});
