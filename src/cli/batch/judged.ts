import type { Outline, Unreadable } from '../../artifacts/artifact.js';
import { withoutBang } from '../../artifacts/child-names.js';
import { claimedKind } from '../../artifacts/claimed-kind.js';
import type { Limits } from '../../artifacts/limits.js';
import type { NamedPacks } from '../../dossier/given-packs.js';
import type { NamedFile } from '../../dossier/read-file.js';
import type { Kept } from '../../engine/run-check.js';
import type { Said } from '../../packs/official/kept-reports.js';
import type { ToldIdentities } from '../../report/mask.js';
import type { FileResult } from '../../report/report-input.js';

/** What files are judged with: plain values, since each thread makes its own rules of them. */
export interface JudgeOptions {
  readonly limits: Limits;
  /** Paths of the files of certificates that are trusted. */
  readonly trust: readonly string[];
  readonly packs: NamedPacks;
  readonly denyProductionIdentities: boolean;
  /** Globs of the checks that are wanted; empty: all. */
  readonly checks: readonly string[];
  /** What official schemas say is wanted whole. */
  readonly schemaReports: boolean;
}

/** All that a file leaves once it was judged: plain values, that a thread can send, and that share no text with the file. */
export interface Judged {
  /** The file and all that it contains. */
  readonly outlines: readonly Outline[];
  readonly unreadable: readonly Unreadable[];
  readonly files: readonly FileResult[];
  readonly identities: readonly ToldIdentities[];
  /** What each check of the dossier as a whole keeps of it. */
  readonly kept: readonly (readonly Kept[])[];
  /** What official schemas said, when it is wanted. */
  readonly said?: Said | undefined;
}

/** What is left of a file that could not be read. */
export function judgedUnreadable(unreadable: readonly Unreadable[]): Judged {
  return { outlines: [], unreadable, files: [], identities: [], kept: [] };
}

/** What is left of a file on which the tool itself failed: nothing is concluded of it. @param reason a message, or a word of the catalogues. */
export function failedOn({ shown, declared }: NamedFile, code: 'read/failed' | 'read/stopped', reason: string): Judged {
  const path = withoutBang(shown);
  const problems = [{ code, args: { reason }, location: {} }];
  return judgedUnreadable([
    { path, containers: [], kind: claimedKind(path), sha256: '', bytes: 0, declared, problems },
  ]);
}
