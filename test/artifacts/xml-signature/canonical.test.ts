import fc from 'fast-check';
import { XmlDocument as LibraryDocument, XmlElement as LibraryElement, ParseOption, XmlC14NMode } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { parseXmlText } from '../../../src/artifacts/xml/parse.js';
import type { XmlElement } from '../../../src/artifacts/xml/tree.js';
import { type CanonicalForm, canonicalize, inheritsBase } from '../../../src/artifacts/xml-signature/canonical.js';

function canonical(text: string, form: CanonicalForm, rank?: number, omitted?: number): string {
  const document = parseXmlText(text);
  const pieces: string[] = [];
  const apex = rank === undefined ? document : (document.elements[rank] as XmlElement);
  canonicalize(apex, form, omitted === undefined ? undefined : document.elements[omitted], (piece) =>
    pieces.push(piece),
  );
  return pieces.join('');
}

const MODES = {
  '1.0': XmlC14NMode.XML_C14N_1_0,
  '1.1': XmlC14NMode.XML_C14N_1_1,
  exclusive: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
} as const;

/** The same by another library, libxml2. */
function expected(text: string, { version, comments, inclusivePrefixes }: CanonicalForm, rank?: number): string {
  const document = LibraryDocument.fromString(text, { option: ParseOption.XML_PARSE_NO_XXE });
  try {
    const options = {
      mode: MODES[version],
      withComments: comments,
      ...(inclusivePrefixes && { inclusiveNamespacePrefixes: [...inclusivePrefixes] }),
    };
    if (rank === undefined) return document.canonicalizeToString(options);
    const element = document.find('//*')[rank];
    if (!(element instanceof LibraryElement)) throw new RangeError(`no element ${rank}`);
    return element.canonicalizeToString(options);
  } finally {
    document.dispose();
  }
}

interface Node {
  readonly declared: Readonly<Record<string, string>>;
  readonly name: number;
  readonly attributes: readonly { readonly name: number; readonly local: string; readonly value: string }[];
  readonly children: readonly (Node | string)[];
}

// Without an ampersand, which libxml2 writes as it is where Canonical XML §2.3 escapes it.
const uri = fc.constantFrom('urn:a', 'urn:b', 'urn:c');
const content = fc.constantFrom(
  'texte é',
  ' \n\t',
  '&#13;&lt;&gt;&amp;"\'',
  '<![CDATA[<&]]>',
  '<!-- commentaire -->',
  '<?instruction  deux mots?>',
  '<?seule?>',
  '\u{1f600}',
);
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    declared: fc.dictionary(fc.constantFrom('', 'p', 'q', 'r'), uri, { maxKeys: 3 }),
    name: fc.nat(9),
    attributes: fc.uniqueArray(
      fc.record({
        name: fc.nat(9),
        local: fc.constantFrom('a', 'b', 'c'),
        value: fc.constantFrom('v', ' a  b ', '&quot;&#9;&#10;&#13;&lt;', 'é>', '\n'),
      }),
      { maxLength: 3, selector: ({ local }) => local },
    ),
    children: fc.array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, content, tie('node')), { maxLength: 4 }),
  }),
}));

function written({ declared, name, attributes, children }: Node, scope: Readonly<Record<string, string>> = {}): string {
  const known: Record<string, string> = { ...scope, ...declared };
  const prefixes = Object.keys(known).filter((prefix) => prefix !== '');
  const prefixed = (index: number, local: string): string => {
    const prefix = prefixes[index % (prefixes.length + 1)];
    return prefix === undefined ? local : `${prefix}:${local}`;
  };
  const tag = prefixed(name, 'e');
  const declarations = Object.entries(declared).map(([prefix, value]) => ` xmlns${prefix && `:${prefix}`}='${value}'`);
  const values = attributes.map(({ name: index, local, value }) => {
    const full =
      index === 9 && local === 'a' ? 'xml:lang' : index === 8 && local === 'b' ? 'xml:space' : prefixed(index, local);
    return ` ${full}="${value}"`;
  });
  const inside = children.map((child) => (typeof child === 'string' ? child : written(child, known)));
  return `<${tag}${[...declarations, ...values].join('')}>${inside.join('')}</${tag}>`;
}

const form: fc.Arbitrary<CanonicalForm> = fc.oneof(
  fc.record({ version: fc.constantFrom('1.0' as const, '1.1' as const), comments: fc.boolean() }),
  fc.record({
    version: fc.constant('exclusive' as const),
    comments: fc.boolean(),
    inclusivePrefixes: fc.subarray(['p', 'q', 'absent']),
  }),
);

describe('a canonical form', () => {
  it('is the one that libxml2 writes, of a document', () => {
    fc.assert(
      fc.property(node, form, (made, asked) => {
        const text = `<?xml version="1.0"?><!-- avant --><?a b?>${written(made)}<!-- après --><?c?>`;
        expect(canonical(text, asked)).toBe(expected(text, asked));
      }),
      { numRuns: 300 },
    );
  });

  it('is the one that libxml2 writes, of an element with what it inherits', () => {
    fc.assert(
      fc.property(node, form, fc.nat(30), (made, asked, at) => {
        const text = written(made);
        const rank = at % parseXmlText(text).elements.length;
        expect(canonical(text, asked, rank)).toBe(expected(text, asked, rank));
      }),
      { numRuns: 300 },
    );
  });

  it('writes no default namespace where none was in force around', () => {
    const text = '<a xmlns="urn:a"><b xmlns=""><c xmlns="urn:a"/></b></a>';
    for (const version of ['1.0', 'exclusive'] as const)
      expect(canonical(text, { version, comments: false }, 1)).toBe('<b><c xmlns="urn:a"></c></b>');
    expect(canonical(text, { version: '1.0', comments: false })).toBe(
      '<a xmlns="urn:a"><b xmlns=""><c xmlns="urn:a"></c></b></a>',
    );
  });

  it('leaves out one element with all that it holds', () => {
    const text = '<a> <s><t/></s>\n<b/></a>';
    expect(canonical(text, { version: 'exclusive', comments: false }, undefined, 1)).toBe('<a> \n<b></b></a>');
  });

  it('reads line ends as XML does', () => {
    expect(canonical('<a>\r\nb\rc</a>', { version: '1.0', comments: false })).toBe('<a>\nb\nc</a>');
  });

  it('is not made in version 1.1 of what inherits a base', () => {
    const document = parseXmlText('<a xml:base="http://a/"><b/></a>');
    expect(document.elements.map(inheritsBase)).toEqual([false, true]);
    expect(inheritsBase(document)).toBe(false);
  });
});
