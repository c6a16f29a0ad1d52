import { XmlDocument, type XmlElement } from '../../../artifacts/xml/tree.js';
import { KIND, TreeNode } from './node.js';
import { Tree } from './tree.js';

/** The tree of an element to judge: it becomes the root, below a document node. What stands beside it is kept only where it is the root of its document. */
export function buildTree(root: XmlElement): Tree {
  return root.parentNode instanceof XmlDocument ? buildDocumentTree(root.parentNode) : treeOf(root, [root]);
}

/** The tree of a whole document. */
export function buildDocumentTree(document: XmlDocument): Tree {
  return treeOf(document, document.childNodes);
}

function treeOf(source: XmlDocument | XmlElement, children: XmlDocument['childNodes']): Tree {
  const tree = new Tree();
  tree.document = new TreeNode(tree, KIND.document, '', '', '', null, 0, -1, '', source);
  tree.document.end = addChildren(tree.document, children, 0);
  return tree;
}

/** @returns the order of the last node below. */
function addChildren(parent: TreeNode, children: XmlElement['childNodes'], before: number): number {
  let order = before;
  let last: TreeNode | null = null;
  // Places rather than iterators, here and below: see node-sets.ts.
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    order++;
    if (child?.nodeType !== KIND.element) continue;
    const node = addElement(parent, child, order);
    if (last) last.nextElement = node;
    else parent.firstElement = node;
    last = node;
    order = node.end;
  }
  return order;
}

function addElement(parent: TreeNode, source: XmlElement, order: number): TreeNode {
  const { tree } = parent;
  const { localName, prefix, namespaceURI, attributes, childNodes } = source;
  const rank = tree.elements.length;
  const node = new TreeNode(
    tree,
    KIND.element,
    localName,
    prefix ?? '',
    namespaceURI ?? '',
    parent,
    order,
    rank,
    '',
    source,
  );
  tree.elements.push(node);
  let end = order;
  let last: TreeNode | null = null;
  for (let at = 0; at < attributes.length; at++) {
    const attribute = attributes[at];
    if (!attribute) break;
    const { localName, prefix, namespaceURI, value } = attribute;
    const each = new TreeNode(
      tree,
      KIND.attribute,
      localName,
      prefix ?? '',
      namespaceURI ?? '',
      node,
      ++end,
      -1,
      value,
      attribute,
    );
    if (last) last.next = each;
    else node.firstAttribute = each;
    last = each;
  }
  node.end = childNodes.length === 0 ? end : addChildren(node, childNodes, end);
  return node;
}
