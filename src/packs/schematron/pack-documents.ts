import { ReadError } from '../../artifacts/read-error.js';
import { parseXml } from '../../artifacts/xml/parse.js';
import type { PackFiles } from '../pack-files.js';
import { DynamicError } from './runtime/items.js';
import { buildDocumentTree } from './tree/build.js';
import type { TreeNode } from './tree/node.js';

/** Trees of the files of a pack, read once for all the schemas that use them. */
const read = new WeakMap<PackFiles, Map<string, TreeNode | DynamicError>>();

/**
 * Reads the files that the expressions of a schema name, relative to it.
 * @returns a function that throws DynamicError FODC0002 for a file that the pack lacks, or that is no XML.
 */
export function documentsOf(files: PackFiles, schemaPath: string): (reference: string) => TreeNode {
  let known = read.get(files);
  if (known === undefined) {
    known = new Map();
    read.set(files, known);
  }
  const documents = known;
  return (reference) => {
    const path = files.resolve(schemaPath, reference)?.path;
    if (path === undefined) throw new DynamicError('FODC0002', `the pack has no file ${reference}`);
    let document = documents.get(path);
    if (document === undefined) {
      document = openDocument(files, path);
      documents.set(path, document);
    }
    if (document instanceof DynamicError) throw document;
    return document;
  };
}

function openDocument(files: PackFiles, path: string): TreeNode | DynamicError {
  try {
    return buildDocumentTree(parseXml(files.read(path))).document;
  } catch (error) {
    if (error instanceof ReadError) return new DynamicError('FODC0002', `${path}: ${error.message}`);
    throw error;
  }
}
