import type { TreeNode } from '../tree/node.js';
import { stringOrEmpty } from './arguments.js';
import { atomise, type Item, type Sequence, stringOf } from './items.js';

type FromDocument<Kept> = (document: TreeNode) => Kept;

/** The files of a pack, as the rules of a schema refer to them. */
export interface DocumentSource {
  /** The document node of a file, the same each time. @throws DynamicError FODC0002 */
  open(reference: string): TreeNode;
  /** Whether it can be opened. */
  isAvailable(reference: string): boolean;
  /**
   * Texts of a file, for which its tree need not be kept, nor be made where the texts are known.
   * @param name of `from` among the functions of the schema. @throws DynamicError FODC0002
   */
  texts(reference: string, name: string, from: FromDocument<ReadonlySet<string>>): ReadonlySet<string>;
}

/** What compiled rules read beside the document that they judge. */
export interface Documents {
  /** The document node of a file of the pack. @throws DynamicError FODC0002 */
  document(reference: string): TreeNode;
  /** Those that references name, each once. @param several whether more than one is allowed (`document()` of XSLT). */
  documents(references: Sequence, several: boolean): readonly TreeNode[];
  isAvailable(reference: string): boolean;
  /** What a path gives in documents, evaluated once in each. */
  itemsIn(documents: readonly TreeNode[], path: FromDocument<readonly Item[]>): readonly Item[];
  /** The texts that a function of this name finds in a document. */
  setOf(reference: string, texts: FromDocument<ReadonlySet<string>>, name: string): ReadonlySet<string>;
  /** The same in those that references name; `several` as above. */
  setIn(
    references: Sequence,
    several: boolean,
    texts: FromDocument<ReadonlySet<string>>,
    name: string,
  ): ReadonlySet<string>;
}

export function createDocuments(source: DocumentSource): Documents {
  const opened = new Map<string, TreeNode>();
  const document = (reference: string): TreeNode => {
    let found = opened.get(reference);
    if (!found) {
      found = source.open(reference);
      opened.set(reference, found);
    }
    found.tree.recode();
    return found;
  };
  const items = new WeakMap<FromDocument<readonly Item[]>, Map<TreeNode, readonly Item[]>>();
  const itemsOf = (of: TreeNode, path: FromDocument<readonly Item[]>) => kept(items, path, of, () => path(of));
  const sets = new WeakMap<FromDocument<ReadonlySet<string>>, Map<string, ReadonlySet<string>>>();
  const setOf: Documents['setOf'] = (reference, texts, name) =>
    kept(sets, texts, reference, () => source.texts(reference, name, texts));
  return {
    document,
    documents: (references, several) => [...new Set(named(references, several).map(document))],
    isAvailable: source.isAvailable,
    itemsIn: (documents, path) => {
      const [only] = documents;
      return documents.length === 1 && only ? itemsOf(only, path) : documents.flatMap((each) => itemsOf(each, path));
    },
    setOf,
    setIn: (references, several, texts, name) => {
      const all = named(references, several);
      const [only] = all;
      if (all.length === 1 && only !== undefined) return setOf(only, texts, name);
      return new Set(all.flatMap((each) => [...setOf(each, texts, name)]));
    },
  };
}

function named(references: Sequence, several: boolean): string[] {
  if (several) return atomise(references).map(stringOf);
  return references.length === 0 ? [] : [stringOrEmpty(references)];
}

/** What a function gives for a key, made once. */
function kept<F extends WeakKey, K, V>(all: WeakMap<F, Map<K, V>>, from: F, key: K, make: () => V): V {
  let ofFunction = all.get(from);
  if (!ofFunction) {
    ofFunction = new Map();
    all.set(from, ofFunction);
  }
  let found = ofFunction.get(key);
  if (found === undefined) {
    found = make();
    ofFunction.set(key, found);
  }
  return found;
}
