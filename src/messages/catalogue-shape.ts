import type { Kind } from '../artifacts/artifact.js';
import type { OtherCode } from '../artifacts/other/other.js';
import type { ReadCode } from '../artifacts/read-error.js';
import type { NeedCode } from '../checks/define.js';
import type { ReasonCode } from '../engine/plan.js';
import type { OfficialCode } from '../packs/official/codes.js';
import type { CheckTexts, RuleTexts } from './check-texts.js';
import type { Language } from './fill.js';
import type { alarms, caveats, partialReasons } from './fr/reasons.js';
import type { ReportTexts } from './report-texts.js';
import type { SameKeys } from './same-keys.js';

/** Every text of one language that a report needs. */
export interface Catalogue {
  readonly language: Language;
  readonly checks: Readonly<Record<string, CheckTexts>>;
  readonly read: Readonly<Record<ReadCode, RuleTexts>>;
  /** Words of the codes that readers give as `reason` or `limit`. */
  readonly readWords: Readonly<Record<string, string>>;
  /** Words of the codes that checks of identity (`ins/…`) give as arguments, by the name of the argument. */
  readonly identityWords: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Why no reader knows a file. */
  readonly unrecognised: Readonly<Record<OtherCode, string>>;
  /** The kind that such a file comes nearest to, and what that kind is recognised by. */
  readonly nearestKind: string;
  readonly kindSigns: Readonly<Record<Kind, string>>;
  readonly reasons: Readonly<Record<ReasonCode, string>>;
  readonly needs: Readonly<Record<NeedCode, string>>;
  /** Legs of a Pro Santé Connect exchange by the name that `need/psc-leg` gives them. */
  readonly legs: Readonly<Record<string, string>>;
  readonly alarms: SameKeys<typeof alarms>;
  readonly caveats: SameKeys<typeof caveats>;
  readonly partialReasons: SameKeys<typeof partialReasons>;
  readonly expression: RuleTexts;
  /** What the rules of a pack find. */
  readonly official: Readonly<Record<OfficialCode, RuleTexts>>;
  readonly report: ReportTexts;
}
