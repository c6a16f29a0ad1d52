import { describe, expect, it } from 'vitest';
import { parseXmlText } from '../../../src/artifacts/xml/parse.js';
import type { XmlElement } from '../../../src/artifacts/xml/tree.js';
import { packFiles } from '../../../src/packs/pack-files.js';
import { loadXsd } from '../../../src/packs/xsd/load-xsd.js';

const MAIN = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:hl7-org:v3" targetNamespace="urn:hl7-org:v3"
  elementFormDefault="qualified">
  <xs:include schemaLocation="types/d%C3%A9tail.xsd"/>
  <xs:element name="ClinicalDocument"><xs:complexType><xs:sequence>
    <xs:element name="code" type="Code" maxOccurs="unbounded"/>
    <xs:any namespace="##other" minOccurs="0" maxOccurs="unbounded" processContents="lax"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

const TYPES = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:hl7-org:v3" targetNamespace="urn:hl7-org:v3">
  <xs:complexType name="Code"><xs:attribute name="value" type="xs:int"/><xs:attribute name="type" type="xs:QName"/></xs:complexType>
</xs:schema>`;

function files(contents: Readonly<Record<string, string>>) {
  return packFiles(Object.keys(contents).sort(), (path) => Buffer.from(contents[path] ?? ''));
}

const schema = await loadXsd(files({ 'cda/main.xsd': MAIN, 'cda/types/détail.xsd': TYPES }), 'cda/main.xsd');

function errors(text: string, pick: (root: XmlElement) => XmlElement = (root) => root) {
  const document = parseXmlText(text);
  return schema.validate(pick(document.documentElement)).map(({ at, message }) => {
    const { line, column, path } = document.locate(at);
    return { line, column, path, message };
  });
}

const cda = (children: string, lead = '') =>
  `${lead}<ClinicalDocument xmlns="urn:hl7-org:v3">${children}</ClinicalDocument>`;

describe('validating by an XSD', () => {
  it('finds nothing in a document that conforms', () => {
    expect(errors(cda('<code value="1"/>'))).toEqual([]);
  });

  it('tells every error with the start of the tag, where libxml2 knows its end', () => {
    expect(errors(cda('\n  <code value="1"/>\n  <code\n    value="one"/><code\n value="two"/>'))).toEqual([
      expect.objectContaining({ line: 4, column: 5, path: '/ClinicalDocument/code[2]/@value' }),
      expect.objectContaining({ line: 5, column: 2, path: '/ClinicalDocument/code[3]/@value' }),
    ]);
  });

  it('says in its message what was expected, without the namespace of HL7', () => {
    expect(errors(cda('<other/>'))).toEqual([
      {
        line: 1,
        column: 42,
        path: '/ClinicalDocument/other',
        message: "Element 'other': This element is not expected. Expected is ( code ).",
      },
    ]);
  });

  it('finds elements with a prefix among their like, and those without a namespace', () => {
    const [found] = errors(cda('<code/><e:a xmlns:e="urn:e"/><b xmlns=""/><code xmlns="urn:hl7-org:v3" value="x"/>'));
    expect(found?.path).toBe('/ClinicalDocument/b');
  });

  it('looks at the document in its wrapper only, with the namespaces that it is in the scope of', () => {
    const text = `<x:w xmlns:x="urn:x" xmlns:p="urn:p">\n<x:y/>\n${cda('<code type="p:q"/><code type="z:q"/>')}\n<x:z/></x:w>`;
    const found = errors(text, (root) => root.elements[1] as XmlElement);
    expect(found.map(({ line, path }) => ({ line, path }))).toEqual([
      { line: 3, path: '/x:w/ClinicalDocument/code[2]/@type' },
      { line: 3, path: '/x:w/ClinicalDocument/code[2]/@type' },
    ]);
  });

  it('reads a text that was decoded whatever charset it declares, and blanks before the declaration', () => {
    expect(errors(cda('<code value="1"/><!--é-->', '\n<?xml version="1.0" encoding="ISO-8859-1"?>'))).toEqual([]);
  });

  it('asks for no schema that a document names', () => {
    const text = cda('<code/>').replace(
      ' xmlns=',
      ' xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="urn:e file:///etc/passwd" xmlns=',
    );
    expect(errors(text)).toEqual([]);
  });

  it('refuses to judge more elements than it can tell errors of', () => {
    expect(() => errors(cda(`<code${' '.repeat(8)}/>`.repeat(300_000)))).toThrow('more than can be validated');
    expect(() => errors(cda('<code value="" type=""/>'.repeat(100_000)))).toThrow('more than can be validated');
  });
});

describe('a file in base64', async () => {
  const type = (mixed: boolean) => `<xs:complexType name="ED" mixed="${mixed}"><xs:sequence>
    <xs:element name="reference" minOccurs="0"/></xs:sequence><xs:attribute name="representation"/></xs:complexType>
  <xs:element name="ClinicalDocument"><xs:complexType><xs:sequence><xs:element name="text" type="ED"/>
  <xs:element name="code"><xs:complexType><xs:attribute name="value" type="xs:int"/></xs:complexType></xs:element></xs:sequence>
  </xs:complexType></xs:element>`;
  const of = (mixed: boolean) =>
    loadXsd(
      files({
        'a.xsd': `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:hl7-org:v3" targetNamespace="urn:hl7-org:v3"
          elementFormDefault="qualified">${type(mixed)}</xs:schema>`,
      }),
      'a.xsd',
    );
  const long = 'QUJD'.repeat(500);
  const validate = async (text: string, mixed = true) => {
    const document = parseXmlText(cda(text));
    return (await of(mixed))
      .validate(document.documentElement)
      .map(({ at, message }) => [document.locate(at), message]);
  };

  it.each([
    ['as it is', long],
    ['in a section', `<![CDATA[${long}]]>`],
    ['after a section', `<![CDATA[QUJD]]>${long}`],
    ['with a reference to a character', `QUJD&#10;${long}`],
    ['with a reference at its end', `${long}&#10;`],
    ['and another element', `${long}<reference/>${long}`],
  ])('is not looked at: %s', async (_, text) => {
    const found = await validate(`<text representation="B64">${text}</text>\n<code value="one"/>`);
    expect(found).toEqual([
      [expect.objectContaining({ line: 2, column: 7, path: '/ClinicalDocument/code/@value' }), expect.any(String)],
    ]);
  });

  it('is still a text where the schema allows none', async () => {
    const found = await validate(`<text representation="B64">${long}</text><code value="1"/>`, false);
    expect(found).toEqual([
      [expect.objectContaining({ path: '/ClinicalDocument/text' }), expect.stringContaining('Character content')],
    ]);
  });
});

describe('loading an XSD', () => {
  it('reads no file but those of the pack', async () => {
    const outside = TYPES.replace('<xs:complexType', '<xs:include schemaLocation="/etc/passwd"/><xs:complexType');
    await expect(loadXsd(files({ 'a.xsd': outside }), 'a.xsd')).rejects.toThrow(/passwd/);
    const above = TYPES.replace('<xs:complexType', '<xs:include schemaLocation="../../b.xsd"/><xs:complexType');
    await expect(loadXsd(files({ 'a.xsd': above, 'c/b.xsd': TYPES }), 'a.xsd')).rejects.toThrow(/b\.xsd/);
  });

  it('fails on what is no schema', async () => {
    await expect(loadXsd(files({ 'a.xsd': '<a/>' }), 'a.xsd')).rejects.toThrow();
    await expect(loadXsd(files({}), 'a.xsd')).rejects.toThrow();
  });
});

describe('an import that nothing in the schema refers to', () => {
  const OTHER = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:e">
    <xs:element name="a" type="xs:int"/><xs:simpleType name="Few"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>`;
  const main = MAIN.replace('<xs:include', '<xs:import namespace="urn:e" schemaLocation="e.xsd"/><xs:include');
  const loaded = async (text: string, other = OTHER) => {
    const pack = files({ 'a.xsd': text, 'e.xsd': other, 'types/détail.xsd': TYPES });
    const read: string[] = [];
    const noted = {
      ...pack,
      read: (path: string) => {
        read.push(path);
        return pack.read(path);
      },
    };
    const { validate } = await loadXsd(noted, 'a.xsd');
    return {
      read,
      messages: (content: string) => validate(parseXmlText(cda(content)).documentElement).map(({ message }) => message),
    };
  };

  it('is read for the documents that use its namespace', async () => {
    const { read, messages } = await loaded(main);
    expect(messages('<code value="1"/>')).toEqual([]);
    expect(read).not.toContain('e.xsd');
    expect(messages('<code/><x:a xmlns:x="urn:e">one</x:a>')).toEqual([
      expect.stringContaining("'one' is not a valid"),
    ]);
    expect(messages('<code/><a xmlns="urn:&#101;">one</a>')).toEqual([expect.stringContaining("'one' is not a valid")]);
    expect(messages('<code/><x:a xmlns:x="urn:e">1</x:a>')).toEqual([]);
    expect(messages('<code/><b xmlns="urn:b" xmlns:x="urn:e" x:c=""/>')).toEqual([]);
    expect(messages('<code value="one"/>')).toHaveLength(1);
    expect(read.filter((path) => path === 'e.xsd')).toHaveLength(1);
  });

  it.each([
    ['the prefix of a type', '<b xmlns="urn:b" xmlns:x="urn:e" xsi:type="x:Few">one</b>'],
    ['the namespace of a type', '<y:b xmlns:y="urn:b" xmlns="urn:e" xsi:type="Few">one</y:b>'],
  ])('is read for %s', async (_, element) => {
    const { messages } = await loaded(main);
    const withType = element.replace('xmlns', 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns');
    expect(messages(`<code/>${withType}`)).toEqual([expect.stringContaining("'one' is not a valid")]);
    expect(messages(`<code/>${withType.replace('one', '1')}`)).toEqual([]);
  });

  it('fails for these alone, when it cannot be read, and is tried once', async () => {
    const { read, messages } = await loaded(main, '<broken');
    expect(messages('<code value="1"/>')).toEqual([]);
    for (const _ of [1, 2]) expect(() => messages('<code/><x:a xmlns:x="urn:e"/>')).toThrow();
    expect(read.filter((path) => path === 'e.xsd')).toHaveLength(1);
  });

  it('is one that the schema binds no prefix to', async () => {
    const used = main
      .replace('<xs:schema ', '<xs:schema xmlns:e="urn:e" ')
      .replace('name="code" type="Code"', 'ref="e:a"')
      .replace(/<xs:any [^>]*>/, '');
    const { read, messages } = await loaded(used);
    expect(read).toContain('e.xsd');
    expect(messages('<e:a xmlns:e="urn:e">one</e:a>')).toEqual([expect.stringContaining("'one' is not a valid")]);
  });
});
