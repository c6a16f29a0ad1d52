import { join } from 'node:path';
import picomatch from 'picomatch';
import type { Declaration } from '../artifacts/artifact.js';
import type { WithheldArtifact } from '../engine/withheld.js';
import { loadSchema } from '../packs/schemas.js';
import { isFailure, type Mistake, parseYaml, type YamlFile } from '../scenarios/parse-yaml.js';
import type { Base } from '../scenarios/scenario.js';
import { discover } from './discover.js';
import { LOCK_NAME } from './dossier-lock.js';
import { MANIFEST_NAME, type Manifest, unknownNames, wrongRuns } from './manifest.js';
import { matchesSome } from './matches-some.js';
import type { NamedFile } from './read-file.js';
import { readYamlText } from './read-yaml-text.js';
import { UserError } from './user-error.js';

/**
 * Reads and validates the manifest of the dossier in `folder`.
 * @throws UserError without a manifest, or with every mistake in it.
 */
export async function readManifest(folder: string): Promise<YamlFile<Manifest>> {
  const text = await readYamlText(join(folder, MANIFEST_NAME), MANIFEST_NAME);
  if (text === undefined) {
    await discover(folder);
    throw new UserError('no-manifest', { path: folder });
  }
  const parsed = parseYaml(MANIFEST_NAME, text.replace(/^\uFEFF/, ''), await loadSchema<Manifest>('segur'));
  if (isFailure(parsed)) throw new UserError('mistakes', {}, parsed.mistakes);
  return parsed;
}

/**
 * The files of the dossier, each with what the manifest declares of it, in the order of their paths.
 * @param except paths from the dossier's folder that are not artifacts: reports being written, house scenarios.
 * @throws UserError when the manifest names something that the base or the folder does not have.
 */
export async function listDossier(
  folder: string,
  manifest: YamlFile<Manifest>,
  base: Base,
  except: ReadonlySet<string>,
): Promise<NamedFile[]> {
  const files = (await discover(folder)).filter(
    (path) => path !== MANIFEST_NAME && path !== LOCK_NAME && !except.has(path),
  );
  const mistakes = [
    ...unknownNames(manifest, base),
    ...wrongRuns(manifest),
    ...unmatchedPatterns(manifest, [...files, ...withheldPaths(manifest.value)]),
  ];
  if (mistakes.length > 0) throw new UserError('mistakes', {}, mistakes);
  const declare = declarations(manifest.value);
  return files.map((path) => ({ shown: path, file: join(folder, path), declared: declare(path) }));
}

function withheldPaths(manifest: Manifest): string[] {
  return (manifest.redaction?.withheld ?? []).map(({ path }) => path);
}

/** The files that a redacted copy does not hold, with what the manifest declares of each. */
export function withheldFiles(manifest: Manifest): WithheldArtifact[] {
  const declare = declarations(manifest);
  return (manifest.redaction?.withheld ?? []).map(({ path, kind, holds = [] }) => ({
    path,
    kind,
    holds,
    declared: declare(path),
  }));
}

/** What the manifest declares of a path: all the entries whose pattern matches it, later ones winning. */
function declarations(manifest: Manifest): (path: string) => Declaration {
  const patterns = (manifest.artifacts ?? []).map(({ path, ...declared }) => ({ matches: picomatch(path), declared }));
  return (path) => Object.assign({}, ...patterns.filter((each) => each.matches(path)).map((each) => each.declared));
}

/** A pattern that matches no file is a typing mistake, or a file that was forgotten. */
function unmatchedPatterns(manifest: YamlFile<Manifest>, files: readonly string[]): Mistake[] {
  return (manifest.value.artifacts ?? []).flatMap(({ path }, index) =>
    matchesSome(files, path)
      ? []
      : [
          // The names of the files there are would tell whose they are.
          manifest.mistake(['artifacts', index, 'path'], 'mistake/no-file', { name: path }),
        ],
  );
}
