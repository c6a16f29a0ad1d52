// @ts-check
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openFolder } from '../../dist/packs/disk-files.js';
import { loadSchema } from '../../dist/packs/schematron/load/load-schema.js';
import { documentsOf, writeDocuments } from './documents.js';
import { inOrder } from './pairs.js';
import { referenceTree, schemasOf } from './reference-tree.js';
import { compileSchemas } from './saxon.js';
import { synthesise } from './synthesise.js';

/**
 * @typedef {import('./documents.js').Document} Document
 * @typedef {{ id: string; path: string }} SchemaFile
 * @typedef {{ work: string; source: string; tree: string; schemas: readonly SchemaFile[]; documents: readonly Document[]; hashes: ReadonlyMap<string, string>; repairs: readonly import('./reference-tree.js').Repair[] }} Given
 */

/**
 * All that both engines are given, in a work folder: what is there already and is still true is used again.
 *
 * @param {string} source folder of the official tree
 * @param {string} work
 * @param {{ seed: number; faults: number }} mutants
 * @returns {Given}
 */
export function prepare(source, work, mutants) {
  mkdirSync(work, { recursive: true });
  const tree = join(resolve(work), 'tree');
  const { repairs } = referenceTree(resolve(source), tree);
  const schemas = inOrder(schemasOf(tree));
  const uncompiled = compileSchemas(tree, schemas, join(work, 'compiled'));
  if (uncompiled.length > 0) throw new Error(`the reference engine does not compile ${uncompiled.join(', ')}`);
  const files = openFolder(source);
  const own = schemas.flatMap(({ path }) => synthesise(loadSchema(files, path)));
  const documents = [...documentsOf(join(source, 'ExemplesCDA'), mutants), ...own];
  const hashes = writeDocuments(documents, join(work, 'documents'));
  return { work: resolve(work), source, tree, schemas, documents, hashes, repairs };
}
