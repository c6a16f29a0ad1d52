import type { TreeNode } from '../tree/node.js';
import { stringOrEmpty } from './arguments.js';
import { atomise, DynamicError, type Item, type Sequence, stringOf } from './items.js';

type FromDocument<Kept> = (document: TreeNode) => Kept;

/** What compiled rules read beside the document that they judge. */
export interface Documents {
  /** The document node of a file of the pack. @throws DynamicError FODC0002 */
  document(reference: string): TreeNode;
  /** Those that references name, each once. @param several whether more than one is allowed (`document()` of XSLT). */
  documents(references: Sequence, several: boolean): readonly TreeNode[];
  isAvailable(reference: string): boolean;
  /** What a path gives in documents, evaluated once in each. */
  itemsIn(documents: readonly TreeNode[], path: FromDocument<readonly Item[]>): readonly Item[];
  setIn(documents: readonly TreeNode[], texts: FromDocument<ReadonlySet<string>>): ReadonlySet<string>;
}

/** @param open reads a file of the pack: it keeps what it read, and throws DynamicError FODC0002 for what it cannot read. */
export function createDocuments(open: (reference: string) => TreeNode): Documents {
  const opened = new Map<string, TreeNode>();
  const document = (reference: string): TreeNode => {
    let found = opened.get(reference);
    if (!found) {
      found = open(reference);
      opened.set(reference, found);
    }
    found.tree.recode();
    return found;
  };
  const items = keptIn<readonly Item[]>();
  const sets = keptIn<ReadonlySet<string>>();
  return {
    document,
    documents: (references, several) => {
      if (!several) return references.length === 0 ? [] : [document(stringOrEmpty(references))];
      return [...new Set(atomise(references).map((each) => document(stringOf(each))))];
    },
    isAvailable: (reference) => {
      try {
        document(reference);
        return true;
      } catch (error) {
        if (error instanceof DynamicError) return false;
        throw error;
      }
    },
    itemsIn: (documents, path) => {
      const [only] = documents;
      return documents.length === 1 && only ? items(only, path) : documents.flatMap((each) => items(each, path));
    },
    setIn: (documents, texts) => {
      const [only] = documents;
      if (documents.length === 1 && only) return sets(only, texts);
      return new Set(documents.flatMap((each) => [...sets(each, texts)]));
    },
  };
}

/** Keeps what functions give, for each document and function. */
function keptIn<Kept>(): (document: TreeNode, from: FromDocument<Kept>) => Kept {
  const kept = new WeakMap<TreeNode, Map<FromDocument<Kept>, Kept>>();
  return (document, from) => {
    let ofDocument = kept.get(document);
    if (!ofDocument) {
      ofDocument = new Map();
      kept.set(document, ofDocument);
    }
    let found = ofDocument.get(from);
    if (found === undefined) {
      found = from(document);
      ofDocument.set(from, found);
    }
    return found;
  };
}
