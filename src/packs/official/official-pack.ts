import type { Pack } from '../builtin.js';
import { openFolder } from '../disk-files.js';
import { identityOfTree, PACK } from './ans-tree.js';

/** A folder of official rules that was listed: plain values, so that threads need not list it again. */
export interface OfficialPack {
  readonly id: string;
  readonly folder: string;
  /** Every file of the folder. */
  readonly paths: readonly string[];
}

/** @throws UserError when the folder cannot be listed. */
export function listOfficialPack(folder: string): OfficialPack {
  return { id: PACK, folder, paths: openFolder(folder).paths };
}

/** The pack with the hash of all that decides a verdict, as `pack verify` tells it. */
export function identifyOfficialPack({ folder, paths }: OfficialPack): Pack {
  return identityOfTree(openFolder(folder, paths));
}
