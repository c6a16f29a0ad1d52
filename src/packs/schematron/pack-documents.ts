import { ReadError } from '../../artifacts/read-error.js';
import { parseXml } from '../../artifacts/xml/parse.js';
import type { PackFiles } from '../pack-files.js';
import type { KeptTexts } from './kept-texts.js';
import type { DocumentSource } from './runtime/documents.js';
import { DynamicError } from './runtime/items.js';
import { buildDocumentTree } from './tree/build.js';
import type { TreeNode } from './tree/node.js';

/** What was read of a pack, for all the schemas that use it. */
interface Opened {
  /** Trees that expressions hold nodes of, and why others could not be made. */
  readonly kept: Map<string, TreeNode | DynamicError>;
  /** The last that nothing but texts was asked of: terminologies are too large to keep. */
  last: { readonly path: string; readonly document: TreeNode } | undefined;
}

const OPENED = new WeakMap<PackFiles, Opened>();

/** Name under which it is kept that a file can be read. */
const READABLE = '';

/** The files that the expressions of a schema name, relative to it. Those that the pack lacks, or that are no XML, are FODC0002. */
export function documentsOf(files: PackFiles, schemaPath: string, known: KeptTexts): DocumentSource {
  const opened = openedOf(files);
  const pathOf = (reference: string): string => {
    const path = files.resolve(schemaPath, reference)?.path;
    if (path === undefined) throw new DynamicError('FODC0002', `the pack has no file ${reference}`);
    return path;
  };
  const once = (path: string): TreeNode => {
    const found = opened.kept.get(path) ?? (opened.last?.path === path ? opened.last.document : undefined);
    const document = found ?? openDocument(files, path);
    if (document instanceof DynamicError) {
      opened.kept.set(path, document);
      throw document;
    }
    if (!found) opened.last = { path, document };
    document.tree.recode();
    return document;
  };
  return {
    open: (reference) => {
      const path = pathOf(reference);
      const document = once(path);
      opened.kept.set(path, document);
      return document;
    },
    isAvailable: (reference) => {
      try {
        const path = pathOf(reference);
        if (known.get(path, READABLE)) return true;
        once(path);
        known.add(path, READABLE, new Set());
        return true;
      } catch (error) {
        if (error instanceof DynamicError) return false;
        throw error;
      }
    },
    texts: (reference, name, from) => {
      const path = pathOf(reference);
      let texts = known.get(path, name);
      if (!texts) {
        texts = from(once(path));
        known.add(path, name, texts);
      }
      return texts;
    },
  };
}

/** Lets go of the trees that no expression holds nodes of. */
export function forgetDocuments(files: PackFiles): void {
  openedOf(files).last = undefined;
}

function openedOf(files: PackFiles): Opened {
  let opened = OPENED.get(files);
  if (opened === undefined) {
    opened = { kept: new Map(), last: undefined };
    OPENED.set(files, opened);
  }
  return opened;
}

function openDocument(files: PackFiles, path: string): TreeNode | DynamicError {
  try {
    return buildDocumentTree(parseXml(files.read(path))).document;
  } catch (error) {
    if (error instanceof ReadError) return new DynamicError('FODC0002', `${path}: ${error.message}`);
    throw error;
  }
}
