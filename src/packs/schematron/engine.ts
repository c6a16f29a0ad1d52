import type { PackFiles } from '../pack-files.js';
import type { RuleCache } from './cache.js';
import { decodeEntry, encodeEntry } from './cache-entry.js';
import { compileSchema } from './compile/schema.js';
import { entryName, textsName } from './entry-name.js';
import { keptTexts } from './kept-texts.js';
import { loadSchema } from './load/load-schema.js';
import type { SchemaInfo, SchemaOutcome } from './outcome.js';
import { documentsOf, forgetDocuments } from './pack-documents.js';
import { recordedFiles, stillHolds } from './recorded-files.js';
import { loadRules } from './run.js';
import { createRuntime } from './runtime/environment.js';
import type { Tree } from './tree/tree.js';

/** Compiled rules of a schema, ready to judge documents. */
export interface ReadySchema {
  readonly info: SchemaInfo;
  judge(tree: Tree): SchemaOutcome;
}

/**
 * Makes a schema of a pack ready: compiled, or taken from the cache as long as the pack, the tool and Node are what they were.
 * Its entry is written when a first document was judged, with what V8 made of the code until then; what is found in value sets, when it is.
 * @param path of the schema in the pack.
 * @throws PackError when the schema itself cannot be read. Rules that cannot be run are `info.defects`.
 */
export function prepareSchema(
  files: PackFiles,
  path: string,
  { cache }: { readonly cache?: RuleCache } = {},
): ReadySchema {
  const name = cache && entryName(files, path);
  const bytes = name === undefined ? undefined : cache?.read(name);
  const entry = bytes && decodeEntry(bytes);
  const kept = entry && stillHolds(entry.learned, files) ? entry : undefined;
  const { compiled, learned } = kept ?? compileRecorded(files, path);
  const texts = keptTexts(files, cache && name !== undefined ? { cache, name: textsName(name, learned) } : undefined);
  const rules = loadRules(compiled, createRuntime(documentsOf(files, path, texts)), kept?.cachedData);
  let toKeep = name !== undefined && !rules.fromCache;
  return {
    info: compiled.info,
    judge: (tree) => {
      const outcome = rules.judge(tree);
      forgetDocuments(files);
      texts.save();
      if (toKeep && name !== undefined) {
        toKeep = false;
        cache?.write(name, encodeEntry({ learned, compiled, cachedData: rules.cachedData() }));
      }
      return outcome;
    },
  };
}

function compileRecorded(files: PackFiles, path: string) {
  const recorded = recordedFiles(files);
  const compiled = compileSchema(loadSchema(recorded.files, path), recorded.files);
  return { compiled, learned: recorded.learned() };
}
