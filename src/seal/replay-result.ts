import type { Comparison } from '../compare/comparison.js';
import type { Verdict } from '../engine/verdict.js';
import type { Language } from '../messages/fill.js';
import type { Pack } from '../packs/builtin.js';
import type { Alteration } from './integrity.js';
import type { Drift } from './seal-lock.js';
import type { Verified } from './signature.js';

/** What `replay` concludes: `--report json` gives it as it is. The published schema is `replay.schema.json`. */
export interface ReplayResult {
  readonly schema: 'segur-check/replay/1';
  readonly language: Language;
  /** `missing`: a file or a pack was not given; `drift`: what would judge is not what judged. */
  readonly outcome: 'identical' | 'differs' | 'altered' | 'drift' | 'missing' | 'interrupted';
  /** Of the Merkle tree; null for an altered archive. */
  readonly root: string | null;
  readonly signature: ReplaySignature;
  readonly alterations: readonly Alteration[];
  /** Why the archive can't be read further, in words; null when it can. */
  readonly problem: string | null;
  readonly drift: readonly Drift[];
  /** What to give again. */
  readonly missing: readonly (Pack | { readonly file: string })[];
  /** What the replay found; null when it was not done. */
  readonly verdict: Verdict | null;
  readonly exit: number | null;
  /** What differs between the sealed report and that of the replay, in codes; null when it was not done, or the sealed one is no report. */
  readonly comparison: Comparison | null;
  /** Entries that the replay makes otherwise, makes and the seal lacks, or does not make. */
  readonly entries: readonly EntryDifference[];
}

export interface EntryDifference {
  readonly path: string;
  readonly difference: 'other-content' | 'absent' | 'unexpected';
}

/** `absent`: there is none; `unverified`: no key was given; `unreadable`: the file is no signature. */
export interface ReplaySignature {
  readonly status: 'absent' | 'unverified' | 'unreadable' | Verified['status'];
  readonly algorithm: Verified['algorithm'] | null;
  readonly certificate: Verified['certificate'];
}
