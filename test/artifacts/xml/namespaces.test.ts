import fc from 'fast-check';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { describe, expect, it } from 'vitest';
import { ReadError } from '../../../src/artifacts/read-error.js';
import { parseXmlText } from '../../../src/artifacts/xml/parse.js';

/** Names with their namespaces, in document order; or why there are none. */
type Outcome = readonly string[] | { readonly refused: string };

/** As the parser that we build on resolves namespaces itself. */
function bySaxes(text: string): Outcome {
  const parser = new SaxesParser({ xmlns: true });
  const names: string[] = [];
  let refused: string | undefined;
  parser.on('error', ({ message }) => {
    refused ??= message.replace(/^\d+:\d+: /, '');
  });
  parser.on('opentag', ({ local, uri, attributes }: SaxesTagNS) => {
    const own = Object.values(attributes).filter(({ name, prefix }) => name !== 'xmlns' && prefix !== 'xmlns');
    names.push(`{${uri}}${local}`, ...own.map((each) => `@{${each.uri}}${each.local}`));
  });
  parser.write(text).close();
  return refused === undefined ? names : { refused: shortened(refused) };
}

function byUs(text: string): Outcome {
  try {
    return parseXmlText(text).elements.flatMap(({ namespaceURI, localName, attributes }) => [
      `{${namespaceURI ?? ''}}${localName}`,
      ...attributes.map((each) => `@{${each.namespaceURI ?? ''}}${each.localName}`),
    ]);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { refused: shortened(String(error.args.reason)) };
  }
}

/** Which attribute is there twice is said as it is written, or by its namespace. */
function shortened(reason: string): string {
  return reason.replace(/^(duplicate attribute): .*/, '$1');
}

const NAMESPACES = [
  'urn:a',
  'urn:b',
  ' urn:a ',
  '',
  'http://www.w3.org/XML/1998/namespace',
  'http://www.w3.org/2000/xmlns/',
];
const PREFIXES = ['a', 'b', 'xml', 'xmlns', 'a:b', ''];
const qualified = fc
  .tuple(fc.constantFrom(undefined, undefined, ...PREFIXES), fc.constantFrom('x', 'y', '', 'id'))
  .map(([prefix, local]) => (prefix === undefined ? local || 'x' : `${prefix}:${local}`))
  .filter((name) => name !== 'xmlns');
const attribute = fc.oneof(
  qualified.map((name) => `${name}="1"`),
  fc
    .tuple(
      fc.constantFrom('xmlns', 'xmlns', 'xmlns:a', 'xmlns:b', 'xmlns:xml', 'xmlns:xmlns'),
      fc.constantFrom(...NAMESPACES),
    )
    .map(([name, namespace]) => `${name}="${namespace}"`),
);
const tagged = (children: fc.Arbitrary<string[]>) =>
  fc
    .tuple(qualified, fc.array(attribute, { maxLength: 4 }), children)
    .map(([name, attributes, inside]) => `<${[name, ...attributes].join(' ')}>${inside.join('')}</${name}>`);
const element = tagged(fc.array(tagged(fc.array(tagged(fc.constant([])), { maxLength: 2 })), { maxLength: 2 }));

describe('namespaces', () => {
  it('are those that saxes tells, and refused where it refuses them', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '<?xml version="1.0"?>'), element, (declaration, text) => {
        const [ours, theirs] = [byUs(declaration + text), bySaxes(declaration + text)];
        // Of several faults, either is the first.
        expect('refused' in ours).toBe('refused' in theirs);
        if (!('refused' in theirs)) expect(ours).toEqual(theirs);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['a prefix that is not bound', '<a:x/>', 'unbound namespace prefix: "a".'],
    ['one of an attribute', '<x a:y=""/>', 'unbound namespace prefix: "a".'],
    ['one that ended with its element', '<x><y xmlns:a="urn:a"/><a:y/></x>', 'unbound namespace prefix: "a".'],
    ['two colons', '<x xmlns:a="urn:a" a:b:c=""/>', 'malformed name: a:b:c.'],
    ['xmlns as the prefix of a tag', '<xmlns:x/>', 'tags may not have "xmlns" as prefix.'],
    ['an attribute twice by two prefixes', '<x xmlns:a="u" xmlns:b="u" a:y="" b:y=""/>', 'duplicate attribute'],
    ['a declaration twice', '<x xmlns:a="u" xmlns:a="u"/>', 'duplicate attribute'],
    ['a prefix given back', '<x xmlns:a=""/>', 'invalid attempt to undefine prefix in XML 1.0'],
    ['a colon in the name of an instruction', '<?a:b c?><x/>', 'disallowed character in processing instruction name.'],
  ])('refuses %s, in the words of saxes', (_, text, reason) => {
    expect(byUs(text)).toEqual({ refused: reason });
    expect(bySaxes(text)).toEqual({ refused: reason });
  });

  it('lets XML 1.1 give a prefix back', () => {
    const text = '<?xml version="1.1"?><x xmlns:a="urn:a"><y xmlns:a=""/></x>';
    expect(byUs(text)).toEqual(['{}x', '{}y']);
  });

  it('tells those of every element of a document whose default changes', () => {
    const text = `<x xmlns="urn:a">${'<x xmlns="urn:b"/><x/><x xmlns=""/>'.repeat(3)}</x>`;
    expect(byUs(text)).toEqual(bySaxes(text));
  });
});

describe('a document after another', () => {
  it('is read as if it were the first, whatever the one before was', () => {
    const good = '<a xmlns:p="urn:p"><p:b c="1">text</p:b><!--d--><?e f?></a>';
    const bad = [
      '<a><b',
      '<a xmlns:p="urn:q"><p:b>',
      '<?xml version="1.1"?><a><b xmlns:p="urn:x"/></c>',
      '<a/><b/>',
      '',
    ];
    const shown = (text: string) => {
      const { elements, childNodes } = parseXmlText(text);
      return [
        elements.map((each) => [each.nodeName, each.namespaceURI, each.start, { ...each.namespaces }]),
        elements.flatMap((each) => each.childNodes.map((child) => [child.nodeName, child.start])),
        childNodes.length,
      ];
    };
    const first = shown(good);
    for (const each of bad) {
      expect(() => parseXmlText(each)).toThrow(ReadError);
      expect(shown(good)).toEqual(first);
      expect(shown(good)).toEqual(first);
    }
    expect(() => parseXmlText('<p:b/>')).toThrow(ReadError);
  });
});
