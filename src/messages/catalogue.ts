import type { ReadCode } from '../artifacts/artifact.js';
import type { NeedCode } from '../checks/define.js';
import type { ReasonCode } from '../engine/plan.js';
import type { ReportTexts } from '../report/report-texts.js';
import type { CheckTexts, RuleTexts } from './check-texts.js';
import type { Language } from './fill.js';
import type { caveats, partialReasons } from './fr/reasons.js';
import type { SameKeys } from './same-keys.js';

/** Every text of one language that a report needs. */
export interface Catalogue {
  readonly language: Language;
  readonly checks: Readonly<Record<string, CheckTexts>>;
  readonly read: Readonly<Record<ReadCode, RuleTexts>>;
  /** Words of the codes that readers give as `reason` or `limit`. */
  readonly readWords: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<ReasonCode, string>>;
  readonly needs: Readonly<Record<NeedCode, string>>;
  /** Legs of a Pro Santé Connect exchange by the name that `need/psc-leg` gives them. */
  readonly legs: Readonly<Record<string, string>>;
  readonly caveats: SameKeys<typeof caveats>;
  readonly partialReasons: SameKeys<typeof partialReasons>;
  readonly expression: RuleTexts;
  readonly report: ReportTexts;
}

/** Loads one language only. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return language === 'fr' ? (await import('./fr/index.js')).french : (await import('./en/index.js')).english;
}

/** Texts of the rule that a finding's code names; a code without texts is a defect that the tests find. */
export function textsOfCode(catalogue: Catalogue, code: string): RuleTexts {
  if (code in catalogue.read) return catalogue.read[code as ReadCode];
  if (code === 'expression/false') return catalogue.expression;
  const cut = code.lastIndexOf('/');
  const texts = catalogue.checks[code.slice(0, cut)]?.rules[code.slice(cut + 1)];
  if (!texts) throw new Error(`no text for ${code}`);
  return texts;
}
