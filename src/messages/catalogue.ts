import type { ReadCode } from '../artifacts/read-error.js';
import type { OfficialCode } from '../packs/official/codes.js';
import type { Catalogue } from './catalogue-shape.js';
import type { RuleTexts } from './check-texts.js';
import type { Language } from './fill.js';

/** Loads one language only. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return language === 'fr' ? (await import('./fr/index.js')).french : (await import('./en/index.js')).english;
}

/** Texts of the rule that a finding's code names; a code without texts is a defect that the tests find. */
export function textsOfCode(catalogue: Catalogue, code: string): RuleTexts {
  if (code in catalogue.read) return catalogue.read[code as ReadCode];
  if (code === 'expression/false') return catalogue.expression;
  if (code in catalogue.official) return catalogue.official[code as OfficialCode];
  const cut = code.lastIndexOf('/');
  const texts = catalogue.checks[code.slice(0, cut)]?.rules[code.slice(cut + 1)];
  if (!texts) throw new Error(`no text for ${code}`);
  return texts;
}
