import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { FhirDefinitions } from '../checks/fhir/validation/definitions.js';
import type { Pack } from '../packs/builtin.js';
import { identifyOfficialPack, listOfficialPack, type OfficialPack } from '../packs/official/official-pack.js';
import type { OfficialRules } from '../packs/official/official-rules.js';
import { discover } from './discover.js';
import { readFhirPackages } from './fhir-packages.js';
import { UserError } from './user-error.js';

/** What `--pack` gives: FHIR packages, and the official rules of CDA documents. */
export interface GivenPacks {
  /** R4 and what the packages define. */
  readonly fhir: FhirDefinitions;
  readonly official: OfficialRules | undefined;
  readonly packs: readonly Pack[];
  /** What was given, file by file. */
  readonly files: readonly string[];
}

/** What `--pack` names, before any rule is read: plain values, that threads are sent. */
export interface NamedPacks {
  readonly fhir: readonly string[];
  /** Folders laid out as the ANS publishes its rules. */
  readonly official: readonly OfficialPack[];
}

/**
 * Tells apart FHIR packages, folders of them, and folders laid out as the ANS publishes its rules, or that hold one such folder.
 * @throws UserError for a folder that cannot be listed or holds several, and for what is only a part of one.
 */
export async function namePacks(paths: readonly string[] = []): Promise<NamedPacks> {
  const fhir: string[] = [];
  const official: OfficialPack[] = [];
  for (const path of paths) {
    const folder = await rulesFolder(path);
    if (folder !== undefined) official.push(listOfficialPack(folder));
    else await refusePart(path);
    if (folder === undefined || (folder !== path && (await holdsPackages(path)))) fhir.push(path);
  }
  return { fhir, official };
}

/** The official rules with their hash. @throws UserError for two folders of rules that differ. */
export function identifyOfficial(folders: readonly OfficialPack[]): Pack | undefined {
  const [first, ...others] = folders.map(identifyOfficialPack);
  const other = others.find(({ sha256 }) => sha256 !== first?.sha256);
  if (first && other)
    throw new UserError('pack-twice', { name: first.id, first: first.version, second: other.version });
  return first;
}

/**
 * Reads what `--pack` names: FHIR packages, folders of them, and a folder laid out as the ANS publishes its rules.
 * @throws UserError for what is none of them, or two folders of rules that differ.
 */
export async function readPacks(paths: readonly string[] = []): Promise<GivenPacks> {
  const named = await namePacks(paths);
  const given = await readFhirPackages(named.fhir);
  const pack = identifyOfficial(named.official);
  const [first] = named.official;
  return {
    fhir: given.fhir,
    official: first && (await (await import('../packs/official/load-official-rules.js')).loadOfficialRules(first)),
    packs: [...given.packs, ...(pack ? [pack] : [])],
    files: [...given.files, ...named.official.flatMap(({ folder, paths }) => paths.map((path) => join(folder, path)))],
  };
}

/** The folder itself, or its one sub-folder, that is laid out as the ANS publishes its rules. @throws UserError when there are several. */
async function rulesFolder(path: string): Promise<string | undefined> {
  if (await holdsRules(path)) return path;
  const entries = await readdir(path).catch(() => []);
  const found: string[] = [];
  for (const name of entries) if (await holdsRules(join(path, name))) found.push(name);
  const [only, ...others] = found.sort();
  if (only === undefined) return undefined;
  if (others.length > 0) throw new UserError('several-trees', { path, names: found.join(', ') });
  return join(path, only);
}

async function holdsRules(path: string): Promise<boolean> {
  const inside = await stat(join(path, 'schematrons')).catch(() => undefined);
  return inside?.isDirectory() ?? false;
}

async function holdsPackages(path: string): Promise<boolean> {
  return (await discover(path)).some((name) => name.endsWith('.tgz'));
}

/** @throws UserError that tells what to give, for the archive of the official rules, a part of them, or several trees of them. */
export async function refusePart(path: string): Promise<void> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats || (stats.isDirectory() ? await holdsPackages(path) : !/\.(?:zip|7z|sch|xsd|xml)$/i.test(path))) return;
  const name = basename(path);
  if (/\.(?:zip|7z)$/i.test(path)) throw new UserError('pack-archive', { path: name });
  for (let part = resolve(path), above = dirname(part); part !== above; part = above, above = dirname(part))
    if (await holdsRules(above)) throw new UserError('pack-part', { path: name, whole: basename(above) });
  if (stats.isFile()) throw new UserError('pack-part-alone', { path: name });
  await rulesFolder(path);
}
