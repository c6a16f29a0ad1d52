import { describe, expect, it } from 'vitest';
import { parseXmlText } from '../../../../src/artifacts/xml/parse.js';
import { buildDocumentTree, buildTree } from '../../../../src/packs/schematron/tree/build.js';
import { expandedLocation, sourceOf } from '../../../../src/packs/schematron/tree/locate.js';
import { codesGiven, nameCode } from '../../../../src/packs/schematron/tree/names.js';
import { inScopeNamespace, stringValue, type TreeNode } from '../../../../src/packs/schematron/tree/node.js';

const DOCUMENT = `<!--a--><r xmlns="urn:hl7-org:v3" xmlns:x="urn:x" x:k="1" l="2">t<!--c-->u<?p q?>
<s><templateId root="1.2"/><templateId root="1.2"/><templateId root="3"/></s>v<x:s xmlns=""><y/>w</x:s><s/></r>`;
const tree = buildDocumentTree(parseXmlText(DOCUMENT));
const root = tree.elements[0] as TreeNode;

function all(node: TreeNode): TreeNode[] {
  const nodes = [node];
  for (let each = node.firstAttribute; each; each = each.next) nodes.push(each);
  for (let each = node.first; each; each = each.next) nodes.push(...all(each));
  return nodes;
}

describe('the evaluation tree', () => {
  it('numbers every node in document order, attributes included', () => {
    const nodes = all(tree.document);
    expect(nodes.map(({ order }) => order)).toEqual(nodes.map((_, index) => index));
    expect(tree.document.end).toBe(nodes.length - 1);
    expect(root.end).toBe(nodes.length - 1);
    expect(nodes.map(({ kind }) => kind).join('')).toBe('9812238373112121231131');
  });

  it('finds elements by name and by template', () => {
    const s = nameCode('urn:hl7-org:v3', 's');
    tree.recode();
    expect(tree.byName(s)).toHaveLength(2);
    expect(tree.byTemplateId('1.2')).toEqual([root.firstElement]);
    expect(tree.byTemplateId('3')).toHaveLength(1);
    expect(tree.byTemplateId('4')).toHaveLength(0);
    const before = codesGiven();
    buildDocumentTree(parseXmlText('<never-said-before/>'));
    expect(codesGiven()).toBe(before);
  });

  it('gives string values and the namespaces in scope', () => {
    expect(stringValue(tree.document)).toBe('tu\nvw');
    expect(stringValue(root.firstAttribute as TreeNode)).toBe('1');
    const y = tree.elements.find(({ localName }) => localName === 'y') as TreeNode;
    expect(['x', '', 'xml', 'z'].map((prefix) => inScopeNamespace(y, prefix))).toEqual([
      'urn:x',
      '',
      'http://www.w3.org/XML/1998/namespace',
      undefined,
    ]);
  });

  it('makes a root of any element', () => {
    const part = buildTree(sourceOf(root.firstElement as TreeNode) as never);
    expect(part.document.first?.localName).toBe('s');
    expect(stringValue(part.document)).toBe('');
    expect(part.document.end).toBe(7);
    expect(buildTree(sourceOf(root) as never).document.first?.kind).toBe(8);
  });

  it('locates as the ISO skeleton does', () => {
    const path = "/*:r[namespace-uri()='urn:hl7-org:v3'][1]";
    expect(expandedLocation(tree.elements.at(-1) as TreeNode)).toBe(`${path}/*:s[namespace-uri()='urn:hl7-org:v3'][2]`);
    expect(expandedLocation(tree.document)).toBe(path);
    const y = tree.elements.find(({ localName }) => localName === 'y') as TreeNode;
    expect(expandedLocation(y)).toBe(`${path}/*:s[namespace-uri()='urn:x'][1]/y[1]`);
    expect(sourceOf(tree.document)).toBe(root.source);
    expect(sourceOf(root.firstAttribute as TreeNode)).toBe(root.firstAttribute?.source);
  });
});
