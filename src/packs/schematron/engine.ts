import type { PackFiles } from '../pack-files.js';
import { type RuleCache, compiledThrough } from './cache.js';
import { compileSchema } from './compile/schema.js';
import { loadSchema } from './load/load-schema.js';
import type { SchemaInfo, SchemaOutcome } from './outcome.js';
import { loadCompiled } from './run.js';
import type { Tree } from './tree/tree.js';

/** Compiled rules of a schema, ready to judge documents. */
export interface ReadySchema {
  readonly info: SchemaInfo;
  judge(tree: Tree): SchemaOutcome;
}

/** @throws PackError when the schema itself cannot be read. Rules that cannot be run are `info.defects`. */
export function prepareSchema(files: PackFiles, path: string, options: { readonly cache?: RuleCache } = {}): ReadySchema {
  throw new Error(`not written yet: ${path} ${files.paths.length} ${String(options.cache)} ${String(loadSchema)} ${String(compileSchema)} ${String(compiledThrough)} ${String(loadCompiled)}`);
}
