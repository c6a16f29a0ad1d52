import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { UserError } from '../dossier/user-error.js';
import { CHECKLIST_NAME, DEPOSIT_MARK, INDEX_NAME } from '../report/deposit/deposit-names.js';
import { hideForms } from '../report/hide-forms.js';
import { isInside, realTarget } from './real-target.js';
import type { ReportRequest } from './report-requests.js';

/** Name of the file of hashes, in the form of `sha256sum`. */
export const HASHES_NAME = 'SHA256SUMS';

/** Where a deposit goes. */
export interface DepositTarget {
  readonly path: string;
  /** Paths from the dossier's folder of the deposit that is there: no artifacts. */
  readonly inDossier: readonly string[];
}

/** What a deposit holds that was written before, to be replaced: paths from its folder. Undefined where there is none. */
export interface EarlierDeposit {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** What systems leave in folders that people look at. */
const LITTER: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);
/** Paths that one message names. */
const MAX_NAMED = 5;
/** Entries of a folder that may be a deposit. */
const MAX_ENTRIES = 100_000;

/**
 * Where `--report deposit=DIR` is to write, told before anything is judged.
 * @throws UserError for a file, a link, a folder that holds anything but an earlier deposit as it was written, or one that holds the dossier or another report.
 */
export async function depositTarget(
  dir: string,
  dossier: string,
  reports: readonly ReportRequest[],
): Promise<DepositTarget> {
  const path = resolve(dir);
  const real = realTarget(path);
  const source = await realpath(dossier).catch(() => resolve(dossier));
  if (isInside(source, real)) throw new UserError('deposit-holds', { path: dir, name: dossier });
  for (const report of reports) {
    if (report.path !== undefined && isInside(realTarget(resolve(report.path)), real))
      throw new UserError('deposit-holds', { path: dir, name: report.path });
  }
  const earlier = await earlierDeposit(path);
  const prefix = relative(source, real).replaceAll('\\', '/');
  const inDossier = isInside(real, source) ? (earlier?.files ?? []).map((file) => `${prefix}/${file}`) : [];
  return { path, inDossier };
}

/**
 * The deposit that a folder holds, each of its files as it was written: only that may be replaced.
 * @throws UserError for anything else than an empty folder or none.
 */
export async function earlierDeposit(path: string): Promise<EarlierDeposit | undefined> {
  const stats = await lstat(path).catch(() => undefined);
  if (!stats) return undefined;
  if (!stats.isDirectory()) throw new UserError('deposit-not-folder', { path });
  const entries = await readdir(path);
  if (entries.every((name) => LITTER.has(name))) return { files: entries, folders: [] };
  const isOurs = entries.includes(INDEX_NAME) && entries.includes(HASHES_NAME) && (await isMarked(path));
  if (!isOurs) throw new UserError('deposit-not-ours', { path });
  const hashes = readHashes(await readFile(join(path, HASHES_NAME), 'utf8'));
  const { files, folders, others } = await walk(path);
  const foreign = [...others];
  for (const file of files) {
    if (file === HASHES_NAME || LITTER.has(file.slice(file.lastIndexOf('/') + 1))) continue;
    if (hashes.get(file) !== (await sha256OfFile(join(path, file)))) foreign.push(file);
  }
  if (foreign.length === 0) return { files, folders };
  const named = hideForms(foreign.slice(0, MAX_NAMED).join(', '));
  throw new UserError('deposit-edited', { path, names: foreign.length > MAX_NAMED ? `${named}…` : named });
}

/** Lower-case hexadecimal; a file of any size is read by pieces. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest('hex');
}

async function isMarked(path: string): Promise<boolean> {
  const checklist = join(path, CHECKLIST_NAME);
  const stats = await lstat(checklist).catch(() => undefined);
  return stats?.isFile() === true && (await readFile(checklist, 'utf8')).startsWith(DEPOSIT_MARK);
}

function readHashes(text: string): Map<string, string> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [, hash, file] = line.match(/^([0-9a-f]{64}) {2}(.+)$/) ?? [];
      return hash === undefined || file === undefined ? [] : [[file, hash] as const];
    }),
  );
}

/** Files and folders under `path`, deepest folders last; what is neither is in `others`. */
async function walk(path: string): Promise<{ files: string[]; folders: string[]; others: string[] }> {
  const found = { files: [] as string[], folders: [] as string[], others: [] as string[] };
  const look = async (inside: string): Promise<void> => {
    for (const entry of await readdir(join(path, inside), { withFileTypes: true })) {
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (found.files.length > MAX_ENTRIES) throw new UserError('too-many-files', { path, maximum: MAX_ENTRIES });
      if (entry.isDirectory()) {
        found.folders.push(name);
        await look(name);
      } else (entry.isFile() ? found.files : found.others).push(name);
    }
  };
  await look('');
  return found;
}
