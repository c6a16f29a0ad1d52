import { join } from 'node:path';
import { byCodeUnit } from '../artifacts/by-code-unit.js';
import { loadSchema } from '../packs/schemas.js';
import { isFailure, parseYaml } from '../scenarios/parse-yaml.js';
import { readYamlText } from './read-yaml-text.js';
import { UserError } from './user-error.js';
import { writeWhole } from './whole-file.js';

/** What a dossier was judged with, pinned by hash; the schema is `lock.schema.json`. */
export interface Lock {
  readonly rem?: {
    /** Path from the dossier's folder, with `/`; its name alone for a workbook that is elsewhere. */
    readonly file: string;
    readonly sha256: string;
  };
  readonly packs?: readonly { readonly id: string; readonly version: string; readonly sha256: string }[];
}

/** Beside `segur.yaml`; it is no artifact. */
export const LOCK_NAME = 'segur.lock.json';
const SCHEMA = 'segur-check/lock/1';

/**
 * The lock of the dossier in `folder`; undefined when it has none.
 * @throws UserError with every mistake in it.
 */
export async function readLock(folder: string): Promise<Lock | undefined> {
  const text = await readYamlText(join(folder, LOCK_NAME), LOCK_NAME);
  if (text === undefined) return undefined;
  // What is JSON is YAML too: mistakes are told with their places.
  const parsed = parseYaml<Lock & { schema: string }>(LOCK_NAME, text, await loadSchema('lock'));
  if (isFailure(parsed)) throw new UserError('mistakes', {}, parsed.mistakes);
  const { schema: _, ...lock } = parsed.value;
  return lock;
}

/**
 * Writes the lock of the dossier in `folder`, whole or not at all: the same lock is the same bytes.
 * @throws UserError when it can't be written.
 */
export async function writeLock(folder: string, { rem, packs }: Lock): Promise<void> {
  const sorted = packs
    ?.map(({ id, version, sha256 }) => ({ id, version, sha256 }))
    .sort((a, b) => byCodeUnit(`${a.id} ${a.version}`, `${b.id} ${b.version}`));
  const lock = {
    schema: SCHEMA,
    ...(rem && { rem: { file: rem.file, sha256: rem.sha256 } }),
    ...(sorted && { packs: sorted }),
  };
  await writeWhole(join(folder, LOCK_NAME), `${JSON.stringify(lock, null, 2)}\n`, LOCK_NAME);
}
