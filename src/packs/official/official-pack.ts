import { createHash } from 'node:crypto';
import type { Pack } from '../builtin.js';
import { openFolder } from '../disk-files.js';

/** A folder of official rules that was listed: plain values, so that threads need not list it again. */
export interface OfficialPack {
  readonly id: string;
  readonly folder: string;
  /** Every file of the folder. */
  readonly paths: readonly string[];
}

const DECIDING = /^(?:schematrons|jeuxDeValeurs|infrastructure)\//;

/** @throws UserError when the folder cannot be listed. */
export function listOfficialPack(folder: string): OfficialPack {
  return { id: 'TestContenuCDA-3-0', folder, paths: openFolder(folder).paths };
}

/** The pack with the hash of all that decides a verdict. */
export function identifyOfficialPack({ id, folder, paths }: OfficialPack): Pack {
  const files = openFolder(folder, paths);
  const hash = createHash('sha256');
  for (const path of paths.filter((each) => DECIDING.test(each))) hash.update(`${path}\n`).update(files.read(path));
  const sha256 = hash.digest('hex');
  return { id, version: sha256.slice(0, 12), sha256 };
}
