import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/artifacts/limits.js';
import { NS } from '../../../src/artifacts/xml/names.js';
import { parseXml, parseXmlText } from '../../../src/artifacts/xml/parse.js';
import { XmlComment, type XmlDocument, XmlElement, XmlInstruction, XmlText } from '../../../src/artifacts/xml/tree.js';
import { caught } from '../../support/caught.js';

/** Where an element is, in few words. */
const at = (document: XmlDocument, name: string, rank = 0) => {
  const element = document.named(name)[rank] ?? expect.fail(`no ${name}`);
  const { line, column, path } = document.locate(element);
  return `${line}:${column} ${path}`;
};

const attributeAt = (document: XmlDocument, element: string, name: string) => {
  const owner = document.named(element)[0] ?? expect.fail(`no ${element}`);
  const attribute = owner.attributes.find((each) => each.name === name) ?? expect.fail(`no ${name}`);
  const { line, column, path } = document.locate(attribute);
  return `${line}:${column} ${path}`;
};

describe('positions', () => {
  const text = `<?xml version="1.0"?>
<!-- <b> -->
<a>
  <b
     x = "1"

     y='2 > 1'   z:z="x"
     xmlns:z="urn:z"
  /><b>text</b>
</a>`;

  it('are those of the tag, wherever it ends', () => {
    const document = parseXmlText(text);
    expect(at(document, 'a')).toBe('3:1 /a');
    expect(at(document, 'b')).toBe('4:3 /a/b[1]');
    expect(at(document, 'b', 1)).toBe('9:5 /a/b[2]');
  });

  it('of an attribute are those of its name', () => {
    const document = parseXmlText(text);
    expect(attributeAt(document, 'b', 'x')).toBe('5:6 /a/b[1]/@x');
    expect(attributeAt(document, 'b', 'y')).toBe('7:6 /a/b[1]/@y');
    expect(attributeAt(document, 'b', 'z:z')).toBe('7:18 /a/b[1]/@z:z');
  });

  it('of an attribute are not those of a value that looks like it', () => {
    const document = parseXmlText(`<a one=" two='3' " two="x"/>`);
    expect(attributeAt(document, 'a', 'two')).toBe('1:20 /a/@two');
  });

  it('of an attribute are not those of one whose name it ends', () => {
    expect(attributeAt(parseXmlText('<a data-id="1" id="2"/>'), 'a', 'id')).toBe('1:16 /a/@id');
  });

  it.each(['\r\n', '\n', '\r'])('count lines that end with %j', (end) => {
    const document = parseXmlText(['<a>', ' <b>', ' </b><c', '   x="1"/>', '</a>'].join(end));
    expect(at(document, 'b')).toBe('2:2 /a/b');
    expect(at(document, 'c')).toBe('3:6 /a/c');
    expect(attributeAt(document, 'c', 'x')).toBe('4:4 /a/c/@x');
  });

  it('are not moved by CDATA, comments, entities, instructions and characters beyond the BMP', () => {
    const document = parseXmlText('<a>🩺<![CDATA[<b>]]><!--<b>-->&lt;b&gt;<?p <b>?>é<b/></a>');
    const [b] = document.named('b');
    expect(document.named('b')).toHaveLength(1);
    expect(document.source.text.slice(b?.start)).toBe('<b/></a>');
    expect(at(document, 'b')).toBe(`1:${document.source.text.indexOf('<b/>') + 1} /a/b`);
  });

  it('tell twins by prefix and rank', () => {
    const document = parseXmlText('<a xmlns:s="urn:s"><s:b/><b/><s:b/></a>');
    expect(document.elements.map((each) => document.locate(each).path)).toEqual([
      '/a',
      '/a/s:b[1]',
      '/a/b',
      '/a/s:b[2]',
    ]);
  });

  it('tell each of many twins', () => {
    const document = parseXmlText(`<a>${'<b/>'.repeat(50_000)}</a>`);
    const paths = document.elements.map((each) => document.locate(each).path);
    expect([paths[1], paths[25_000], paths[50_000]]).toEqual(['/a/b[1]', '/a/b[25000]', '/a/b[50000]']);
  });

  it('of an instruction are those of its start', () => {
    const document = parseXmlText('<a>\n<?p q?></a>');
    const instruction = document.documentElement.childNodes[1] as XmlInstruction;
    expect(document.locate(instruction)).toEqual({ line: 2, column: 1, path: "/a/processing-instruction('p')" });
  });

  it('of a text is where it starts', () => {
    const document = parseXmlText('<a>\n<b>one</b></a>');
    const [text] = document.named('b')[0]?.childNodes ?? [];
    expect(text).toBeInstanceOf(XmlText);
    expect(document.locate(text as XmlText)).toEqual({ line: 2, column: 4, path: '/a/b/text()' });
  });

  it('of a text after anything else is where that ended', () => {
    const { documentElement, source } = parseXmlText('<a><!-- -->1<?p?>2<b/>3<b></b>4<!---->&lt;</a>');
    const texts = documentElement.childNodes.filter((each) => each instanceof XmlText);
    expect(texts.map(({ start }) => source.text[start])).toEqual(['1', '2', '3', '4', '&']);
  });
});

interface Tree {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly (Tree | string)[];
}

const NAMES = ['a', 'b', 'ab', 'abc', 'a-b', 'p:a', 'p:ab', 'é'];
const escaped = (text: string) => text.replace(/[&<>"'\r]/g, (character) => `&#${character.codePointAt(0)};`);
const filler = fc.constantFrom(
  '',
  ' ',
  '\n',
  '\r\n',
  'text <b> & more',
  '<!-- <a> <b -->',
  '<![CDATA[<a x="1">]]>',
  '<?a <b?>',
  '🩺',
);
const { tree } = fc.letrec<{ tree: Tree; child: Tree | string }>((tie) => ({
  child: fc.oneof({ depthSize: 'small', withCrossShrink: true }, filler, tie('tree')),
  tree: fc.record({
    name: fc.constantFrom(...NAMES),
    attributes: fc.uniqueArray(fc.tuple(fc.constantFrom('x', 'y', 'ax', 'p:x'), fc.string({ unit: 'grapheme' })), {
      maxLength: 4,
      selector: ([name]) => name,
    }),
    children: fc.array(tie('child'), { maxLength: 4 }),
  }),
}));
const gaps = fc.array(fc.constantFrom(' ', '\n  ', '\r\n\t'), { minLength: 4, maxLength: 4 });

/** Writes a tree with what it is made of, and the names of its elements in order. */
function written(node: Tree, gap: readonly string[], names: string[], root = true): string {
  names.push(node.name);
  // XML has no way to hold a control character.
  const attributes = node.attributes.map(
    ([name, value], index) =>
      `${gap[index]}${name}${gap[0]}= "${escaped(value.replace(/[^\t\n\r\u0020-\uffff]/gu, ''))}"`,
  );
  const children = node.children.map((child) =>
    typeof child === 'string' ? (child.startsWith('text') ? escaped(child) : child) : written(child, gap, names, false),
  );
  const open = `<${node.name}${attributes.join('')}${root ? ' xmlns:p="urn:p"' : ''}`;
  return children.length > 0 ? `${open}>${children.join('')}</${node.name}>` : `${open}/>`;
}

it('locates every element and attribute of any tree at its name', () => {
  fc.assert(
    fc.property(
      tree,
      gaps,
      fc.constantFrom('', '<?xml version="1.0"?>\r\n', '\n\n<?xml version="1.0"?>'),
      (node, gap, lead) => {
        const names: string[] = [];
        const document = parseXmlText(lead + written(node, gap, names));
        const { source, elements } = document;
        const lines = source.text.split('\n');
        expect(elements.map((each) => each.nodeName)).toEqual(names);
        for (const [rank, element] of elements.entries()) {
          expect(element.rank).toBe(rank);
          expect(source.text.slice(element.start)).toMatch(new RegExp(`^<${element.nodeName}[\\s/>]`));
          const { line = 0, column = 0 } = document.locate(element);
          expect(lines[line - 1]?.slice(column - 1).startsWith(`<${element.nodeName}`)).toBe(true);
          for (const attribute of element.attributes) {
            const place = document.locate(attribute);
            const here = lines
              .slice((place.line ?? 0) - 1)
              .join('\n')
              .slice((place.column ?? 0) - 1);
            expect(here).toMatch(new RegExp(`^${attribute.name}\\s*=`));
          }
        }
      },
    ),
  );
});

describe('the tree', () => {
  it('resolves namespaces of elements and attributes', () => {
    const document = parseXmlText(
      '<a xmlns="urn:hl7-org:v3" xmlns:s="urn:hl7-org:sdtc" s:x="1" x="2"><s:b/><c xmlns=""><d/></c></a>',
    );
    expect(document.elements.map(({ namespaceURI }) => namespaceURI)).toEqual([NS.cda, NS.sdtc, null, null]);
    expect(document.documentElement.attribute('x')).toBe('2');
    expect(document.documentElement.attributeNS(NS.sdtc, 'x')).toBe('1');
    expect(document.documentElement.attributes.map(({ name }) => name)).toEqual(['s:x', 'x']);
  });

  it('knows the prefixes in scope, and shares them where nothing is declared', () => {
    const document = parseXmlText('<a xmlns:p="urn:1"><b/><c xmlns:p="urn:2" xmlns:q="urn:q"><d/></c></a>');
    const [a, b, c, d] = document.elements;
    expect(a?.namespaces).toMatchObject({ p: 'urn:1', xml: 'http://www.w3.org/XML/1998/namespace' });
    expect(b?.namespaces).toBe(a?.namespaces);
    expect(c?.namespaces).toMatchObject({ p: 'urn:2', q: 'urn:q' });
    expect(d?.namespaces).toBe(c?.namespaces);
    expect('toString' in (a?.namespaces ?? {})).toBe(false);
  });

  it('closes the scope of a prefix with its element', async () => {
    const document = parseXmlText(
      '<a xmlns="urn:1" xmlns:xml="http://www.w3.org/XML/1998/namespace"><p:b xmlns:p="urn:2" xmlns="urn:3"><c xmlns:p="urn:4"><p:d/></c><p:e p:x=""/></p:b><f xml:lang="fr"/></a>',
    );
    expect(document.elements.map(({ namespaceURI }) => namespaceURI)).toEqual([
      'urn:1',
      'urn:2',
      'urn:3',
      'urn:4',
      'urn:2',
      'urn:1',
    ]);
    expect(document.named('e')[0]?.attributeNS('urn:2', 'x')).toBe('');
    expect(await caught(() => parseXmlText('<a><p:b xmlns:p="urn:1"/><p:c/></a>'))).toMatchObject({ code: 'read/xml' });
  });

  it('takes names that objects have for names like others', () => {
    const document = parseXmlText(
      '<a xmlns:__proto__="urn:p" __proto__="1" constructor="2" __proto__:x="3"><__proto__:b/></a>',
    );
    expect(document.documentElement.attributes.map(({ name, value }) => [name, value])).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['__proto__:x', '3'],
    ]);
    expect(document.elements[1]?.namespaceURI).toBe('urn:p');
  });

  it('joins text and CDATA in one node, and keeps comments and instructions', () => {
    const document = parseXmlText('<?go now?><!--c--><a>x<![CDATA[<y>]]>&amp;z<!--k-->w<?p q?></a>');
    expect(document.childNodes.map((node) => node.nodeName)).toEqual(['go', '#comment', 'a']);
    const nodes = document.documentElement.childNodes;
    expect(nodes.map((node) => node.constructor)).toEqual([XmlText, XmlComment, XmlText, XmlInstruction]);
    expect((nodes[0] as XmlText).data).toBe('x<y>&z');
    expect(document.documentElement.textContent).toBe('x<y>&zw');
  });

  it('collapses blanks as normalize-space does', () => {
    expect(parseXmlText('<a> \n x <b>\ty\u00a0z </b></a>').documentElement.normalizedText).toBe('x y\u00a0z');
  });

  it('follows names in the element’s own namespace', () => {
    const { documentElement } = parseXmlText(
      '<a xmlns="urn:1"><b><c n="1"/></b><b><c n="2"/><c n="3"/></b><b xmlns="urn:2"><c n="4"/></b></a>',
    );
    expect(documentElement.all('b', 'c').map((each) => each.attribute('n'))).toEqual(['1', '2', '3']);
    expect(documentElement.first('b', 'c')?.attribute('n')).toBe('1');
    expect(documentElement.first('b', 'none', 'c')).toBeUndefined();
    expect(documentElement.elements).toHaveLength(3);
  });

  it('finds the owners of a template once each, in order', () => {
    const document = parseXmlText(
      '<a><s><templateId root="1"/><templateId root="2"/><templateId root="1"/></s><t><templateId root="2"/><templateId/></t></a>',
    );
    const owners = (id: string) => document.withTemplateId(id).map((each) => each.localName);
    expect(owners('1')).toEqual(['s']);
    expect(owners('2')).toEqual(['s', 't']);
    expect(owners('3')).toEqual([]);
  });

  it('hands out the elements by local name, in order', () => {
    const document = parseXmlText('<a xmlns:p="urn:p"><b/><p:b><b/></p:b></a>');
    expect(document.named('b').map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(document.named('constructor')).toEqual([]);
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['a text', 'x'],
    ['a root that is not closed', '<a><b></b>'],
    ['tags that cross', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['text after the root', '<a/>x'],
    ['text before the root', 'x<a/>'],
    ['an attribute without quotes', '<a x=1/>'],
    ['an attribute without value', '<a x/>'],
    ['an attribute twice', '<a x="1" x="2"/>'],
    ['an attribute twice under two prefixes', '<a xmlns:p="urn:1" xmlns:q="urn:1" p:x="1" q:x="2"/>'],
    ['a tag in an attribute', '<a x="<b"/>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an ampersand alone', '<a>a & b</a>'],
    ['a prefix that is not bound', '<p:a/>'],
    ['an attribute whose prefix is not bound', '<a p:x="1"/>'],
    ['a control character', '<a>\u0001</a>'],
    ['a reference to a control character', '<a>&#1;</a>'],
    ['a name that starts with a digit', '<1a/>'],
    ['two hyphens in a comment', '<a><!-- -- --></a>'],
    ['the end of a CDATA alone', '<a>]]></a>'],
    ['a declaration after something', '<!--x--><?xml version="1.0"?><a/>'],
    ['a comment that never ends', '<a><!-- </a>'],
    ['a CDATA that never ends', '<a><![CDATA[ </a>'],
  ])('%s', async (_, text) => {
    expect(await caught(() => parseXmlText(text))).toMatchObject({
      code: 'read/xml',
      args: { reason: expect.stringMatching(/\S/) },
      location: { line: expect.any(Number), column: expect.any(Number) },
    });
  });

  it('with the line of the mistake', async () => {
    expect(await caught(() => parseXmlText('<a>\n <b x=1/>\n</a>'))).toMatchObject({
      location: { line: 2, column: 7 },
    });
  });

  it.each([
    '<!DOCTYPE a><a/>',
    '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
  ])('a document type: %s', async (text) => {
    expect(await caught(() => parseXmlText(text))).toMatchObject({
      code: 'read/xml-doctype',
      location: { line: text.includes('\n') ? 2 : 1, column: 1 },
    });
  });

  it('what is deeper than the limit, at its first element too deep', async () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(parseXmlText(nested(LIMITS.xmlDepth)).elements).toHaveLength(LIMITS.xmlDepth);
    expect(await caught(() => parseXmlText(nested(LIMITS.xmlDepth + 1)))).toMatchObject({
      code: 'read/xml-limit',
      args: { limit: 'xmlDepth', maximum: LIMITS.xmlDepth },
      location: { line: 1, column: LIMITS.xmlDepth * 3 + 1 },
    });
  });

  it('an element with more attributes than the limit', async () => {
    const wide = (count: number) => `<a ${Array.from({ length: count }, (_, index) => `x${index}="1"`).join(' ')}/>`;
    expect(parseXmlText(wide(LIMITS.xmlAttributes)).documentElement.attributes).toHaveLength(LIMITS.xmlAttributes);
    expect(await caught(() => parseXmlText(wide(LIMITS.xmlAttributes + 1)))).toMatchObject({
      code: 'read/xml-limit',
      args: { limit: 'xmlAttributes' },
    });
  });

  it.each(['<NAME/>', '<a NAME="1"/>', '<a><?NAME?></a>'])('a name longer than the limit: %s', async (text) => {
    const named = (length: number) => text.replace('NAME', 'x'.repeat(length));
    expect(parseXmlText(named(LIMITS.xmlName)).elements).toHaveLength(1);
    expect(await caught(() => parseXmlText(named(LIMITS.xmlName + 1)))).toMatchObject({
      code: 'read/xml-limit',
      args: { limit: 'xmlName' },
    });
  });

  it('a null byte, by its name', async () => {
    expect(await caught(() => parseXmlText('<a>\n\0</a>'))).toMatchObject({
      code: 'read/xml',
      args: { reason: 'nul' },
      location: { line: 2, column: 1 },
    });
  });

  it('what is long, in a short message', async () => {
    const error = await caught(() => parseXmlText(`<a><p${'p'.repeat(900)}:b/></a>`));
    expect(String((error as { args: { reason: string } }).args.reason)).toHaveLength(200);
  });

  it('bytes that are not valid in their charset', async () => {
    expect(await caught(() => parseXml(Buffer.from('<a>\xff</a>', 'latin1')))).toMatchObject({
      code: 'read/encoding',
      args: { charset: 'UTF-8', offset: 3 },
    });
  });
});

describe('encodings', () => {
  const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
  const declared = (charset: string, body = '<a>é€</a>') => `<?xml version="1.0" encoding="${charset}"?>${body}`;

  it.each([
    ['UTF-8 without a declaration', Buffer.from('<a>é€</a>')],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${declared('UTF-8')}`)],
    ['UTF-8 in lower case and single quotes', Buffer.from("<?xml version='1.0' encoding='utf-8' ?><a>é€</a>")],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${declared('UTF-16')}`, 'utf16le')],
    ['UTF-16BE with a mark', utf16be(`\ufeff${declared('UTF-16')}`)],
    ['UTF-16LE without a mark', Buffer.from(declared('UTF-16'), 'utf16le')],
    ['UTF-16BE without a mark', utf16be(declared('UTF-16'))],
    ['windows-1252', Buffer.from(declared('windows-1252', '<a>\xe9\x80</a>'), 'latin1')],
    ['ISO-8859-15', Buffer.from(declared('ISO-8859-15', '<a>\xe9\xa4</a>'), 'latin1')],
  ])('%s', (_, bytes) => {
    expect(parseXml(bytes).documentElement.textContent).toBe('é€');
  });

  it('ISO-8859-1', () => {
    const document = parseXml(Buffer.from(declared('ISO-8859-1', '<a>\xe9\x80</a>'), 'latin1'));
    expect(document.documentElement.textContent).toBe('é\u0080');
  });

  it('a byte order mark wins over the declaration, and is no column', () => {
    const document = parseXml(Buffer.from(`\ufeff${declared('ISO-8859-1')}`));
    expect(document.documentElement.textContent).toBe('é€');
    expect(document.locate(document.documentElement)).toMatchObject({
      line: 1,
      column: declared('ISO-8859-1').indexOf('<a>') + 1,
    });
  });

  it('an unknown one is refused by its name', async () => {
    expect(await caught(() => parseXml(Buffer.from(declared('KLINGON-1'))))).toMatchObject({
      code: 'read/encoding',
      args: { charset: 'KLINGON-1' },
    });
  });

  it('blanks before the declaration are let through, and counted', () => {
    const document = parseXml(Buffer.from(`\r\n \t${declared('UTF-8')}`));
    expect(document.documentElement.textContent).toBe('é€');
    expect(at(document, 'a')).toBe(`2:${2 + declared('UTF-8').indexOf('<a>') + 1} /a`);
  });
});

it('has a root or does not exist', () => {
  expect(parseXmlText('<a/>').documentElement).toBeInstanceOf(XmlElement);
});
