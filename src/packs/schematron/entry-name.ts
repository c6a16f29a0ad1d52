import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { PackFiles } from '../pack-files.js';
import { packageFile } from '../package-file.js';
import { type Learned, sha256Of } from './recorded-files.js';

let tool: string | undefined;

/** The name of a schema's entry in the cache: another tool, Node, V8 or set of its flags, or schema file, has another. */
export function entryName(files: PackFiles, path: string): string | undefined {
  if (!files.paths.includes(path)) return undefined;
  tool ??= toolHash();
  return sha256(JSON.stringify([tool, path, sha256Of(files, path)]));
}

/** The name of the entry of what the functions of a schema find in the pack. @param entry name of the schema's. */
export function textsName(entry: string, learned: Learned): string {
  return sha256(JSON.stringify([entry, learned]));
}

/** The name of the entry of what else is made of a pack. @param code address of the module that makes it. */
export function madeName({ paths }: PackFiles, code: string): string {
  tool ??= toolHash();
  return sha256(JSON.stringify([tool, sha256(readFileSync(new URL(code))), paths]));
}

/** What compiles and runs the rules: the code of this folder, or all that is bundled with it, the package with its dependencies, and what runs them. */
function toolHash(): string {
  const folder = new URL('.', import.meta.url);
  const code = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
    .map((file) => [file, sha256(readFileSync(file))]);
  const manifest = readFileSync(packageFile('package.json'), 'utf8');
  const { version, versions, arch, execArgv, env } = process;
  return sha256(JSON.stringify([code, manifest, version, versions.v8, arch, execArgv, env.NODE_OPTIONS ?? '']));
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
