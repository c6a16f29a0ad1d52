import { createHash } from 'node:crypto';
import type { Pack } from '../builtin.js';
import { type PackFiles, packFiles } from '../pack-files.js';

/** Name of the pack: that of the repository of the ANS. */
export const PACK = 'TestContenuCDA-3-0';

/** What the official tool judges a document by; the rest of its tree is examples, engine, style sheets and reports. */
const DECIDING = /^(?:schematrons\/(?!moteur\/|rapports\/)|jeuxDeValeurs\/|infrastructure\/)/;

/**
 * The tree of official rules in a folder, laid out as the ANS publishes it (`schematrons/`, `jeuxDeValeurs/`, `infrastructure/cda/*.xsd`): the
 * folder itself, or its one sub-folder that is such a tree. Undefined when there is none.
 */
export function ansTree(files: PackFiles): PackFiles | undefined {
  if (isTree(files)) return files;
  const folders = new Set(
    files.paths.flatMap((path) => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : [])),
  );
  const trees = [...folders].map((folder) => inside(files, folder)).filter(isTree);
  return trees.length === 1 ? trees[0] : undefined;
}

function isTree({ paths }: PackFiles): boolean {
  const holds = (pattern: RegExp): boolean => paths.some((path) => pattern.test(path));
  return holds(/^schematrons\/.*\.sch$/) && holds(/^jeuxDeValeurs\//) && holds(/^infrastructure\/cda\/[^/]+\.xsd$/);
}

function inside(files: PackFiles, folder: string): PackFiles {
  const start = `${folder}/`;
  const paths = files.paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  return packFiles(paths, (path) => files.read(`${start}${path}`));
}

/**
 * Name, version and hash of the tree: the hash is of the paths and bytes of what decides, in the order of the paths. Nothing in the tree tells
 * its version (the histories in its files are partial), so that the version is the beginning of the hash.
 */
export function identityOfTree({ paths, read }: PackFiles): Pack {
  const hash = createHash('sha256');
  for (const path of paths.filter((each) => DECIDING.test(each))) {
    const bytes = read(path);
    hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  }
  const sha256 = hash.digest('hex');
  return { id: PACK, version: sha256.slice(0, 12), sha256 };
}

/** Paths of the schemas: the files of rules that are no parts of others, those that the engine made left out. */
export function schemasOfTree({ paths, read }: PackFiles): string[] {
  return paths.filter(
    (path) =>
      DECIDING.test(path) &&
      path.endsWith('.sch') &&
      /<(?:[\w.-]+:)?schema[\s>]/.test(Buffer.from(read(path)).toString('latin1')),
  );
}
