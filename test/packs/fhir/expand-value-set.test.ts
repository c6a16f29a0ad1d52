import { describe, expect, it } from 'vitest';
import { type CodeSystem, expandValueSet, type ValueSet } from '../../../src/packs/fhir/expand-value-set.js';

const colours: CodeSystem = {
  url: 'colours',
  content: 'complete',
  concept: [{ code: 'warm', concept: [{ code: 'red', concept: [{ code: 'scarlet' }] }] }, { code: 'blue' }],
};

function expand(set: Omit<ValueSet, 'url'>, others: readonly ValueSet[] = [], systems = [colours]) {
  const valueSets = new Map([{ url: 'set', ...set }, ...others].map((each) => [each.url, each]));
  return expandValueSet('set|2.0', { valueSets, codeSystems: new Map(systems.map((each) => [each.url, each])) });
}

describe('expandValueSet', () => {
  it('gives all the concepts of a system, those below others included', () => {
    expect(expand({ compose: { include: [{ system: 'colours' }] } })).toEqual({
      colours: ['warm', 'red', 'scarlet', 'blue'],
    });
  });

  it('gives the concepts that are named, of systems known or not, each once', () => {
    const include = [
      { system: 'a', concept: [{ code: '1' }, { code: '2' }] },
      { system: 'a', concept: [{ code: '2' }] },
      { system: '__proto__', concept: [{ code: '3' }] },
    ];
    const codes = expand({ compose: { include } });
    expect(Object.entries(codes ?? {})).toEqual([
      ['a', ['1', '2']],
      ['__proto__', ['3']],
    ]);
  });

  it('follows the value sets that are included', () => {
    const other = { url: 'other', compose: { include: [{ system: 'colours' }] } };
    expect(expand({ compose: { include: [{ valueSet: ['other|1'] }] } }, [other])).toHaveProperty('colours');
  });

  it('takes the expansion that the set carries when it is whole', () => {
    const compose = { include: [{ system: 'unknown' }] };
    const contains = [{ system: 'a', code: '1', contains: [{ system: 'a', code: '2', abstract: true }] }];
    expect(expand({ expansion: { contains } })).toEqual({ a: ['1'] });
    expect(expand({ compose, expansion: { total: 1, contains } })).toEqual({ a: ['1'] });
    expect(expand({ compose, expansion: { total: 2, contains } })).toBeUndefined();
  });

  it.each([
    ['a system that is not there', { include: [{ system: 'tastes' }] }],
    ['a filter', { include: [{ system: 'colours', filter: [{}] }] }],
    [
      'an exclusion',
      { include: [{ system: 'colours' }], exclude: [{ system: 'colours', concept: [{ code: 'red' }] }] },
    ],
    ['a value set that is not there', { include: [{ valueSet: ['other'] }] }],
    ['what two value sets share', { include: [{ valueSet: ['set', 'set'] }] }],
    ['what a set and a system share', { include: [{ system: 'colours', valueSet: ['set'] }] }],
    ['an inclusion of nothing', { include: [{}] }],
    ['a circle', { include: [{ valueSet: ['set'] }] }],
    ['nothing', {}],
  ])('can not tell the codes of %s', (_, compose) => {
    expect(expand({ compose })).toBeUndefined();
  });

  it('can not tell the codes of a system that is not whole', () => {
    const compose = { include: [{ system: 'colours' }] };
    expect(expand({ compose }, [], [{ ...colours, content: 'fragment' }])).toBeUndefined();
    expect(expand({ compose }, [], [{ url: 'colours', content: 'complete' }])).toBeUndefined();
  });

  it('asks elsewhere for a set that is not there', () => {
    const none = new Map<string, never>();
    const asked = { valueSets: none, codeSystems: none, expanded: (url: string) => ({ [url]: ['1'] }) };
    expect(expandValueSet('x|1', asked)).toEqual({ 'x|1': ['1'] });
  });
});
