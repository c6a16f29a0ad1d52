import { codesGiven, knownCode } from './names.js';
import type { TreeNode } from './node.js';

const NONE: readonly TreeNode[] = [];
let built = 0;
const HL7 = 'urn:hl7-org:v3';

/** A document as compiled rules read it. Its indexes are made when they are first asked for. */
export class Tree {
  /** Nodes of trees built earlier come first. */
  readonly rank = ++built;
  /** The node above the root element, set by what builds the tree. */
  document!: TreeNode;
  /** In document order. */
  readonly elements: TreeNode[] = [];
  #byCode: Map<number, TreeNode[]> | undefined;
  #byTemplateId: Map<string, TreeNode[]> | undefined;
  #codes = codesGiven();

  /** Gives the nodes the codes of names that rules have mentioned since. To be called before rules are run that may have been compiled after the tree was built. */
  recode(): void {
    if (this.#codes === codesGiven()) return;
    this.#codes = codesGiven();
    this.#byCode = undefined;
    for (const element of this.elements) {
      if (element.code === 0) element.code = knownCode(element.uri, element.localName);
      for (let each = element.firstAttribute; each; each = each.next)
        if (each.code === 0) each.code = knownCode(each.uri, each.localName);
    }
  }

  /** The elements of a name, in document order. @param code other than 0. */
  byName(code: number): readonly TreeNode[] {
    this.#byCode ??= grouped(this.elements, (element) => element.code);
    return this.#byCode.get(code) ?? NONE;
  }

  /** The elements that have a child `templateId` of HL7 whose `root` is the one given, in document order. */
  byTemplateId(root: string): readonly TreeNode[] {
    this.#byTemplateId ??= templates(this.elements);
    return this.#byTemplateId.get(root) ?? NONE;
  }
}

function grouped<K>(elements: readonly TreeNode[], keyOf: (element: TreeNode) => K): Map<K, TreeNode[]> {
  const groups = new Map<K, TreeNode[]>();
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at];
    if (!element) break;
    const key = keyOf(element);
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  return groups;
}

function templates(elements: readonly TreeNode[]): Map<string, TreeNode[]> {
  const byRoot = new Map<string, TreeNode[]>();
  for (let at = 0; at < elements.length; at++) {
    const parent = elements[at];
    if (!parent) break;
    for (let child = parent.firstElement; child; child = child.nextElement) {
      if (child.localName !== 'templateId' || child.uri !== HL7) continue;
      let root = child.firstAttribute;
      while (root && (root.localName !== 'root' || root.uri !== '')) root = root.next;
      if (!root) continue;
      const group = byRoot.get(root.value);
      if (!group) byRoot.set(root.value, [parent]);
      else if (group.at(-1) !== parent) group.push(parent);
    }
  }
  return byRoot;
}
