import { KNOWN_CHECKS } from '../checks/registry.js';
import { loadCatalogue } from '../messages/catalogue.js';
import type { Language } from '../messages/fill.js';
import { loadBase } from '../packs/builtin.js';
import { requirementsByCheck } from '../scenarios/coverage.js';
import { explainCheck, explainCode } from './explain-check.js';

const TITLES: Readonly<Record<Language, { readonly title: string; readonly intro: string; readonly read: string }>> = {
  en: {
    title: '# Checks',
    intro:
      'Generated from the definitions of the checks by `npm run docs`: what `segur-check explain ID` prints, for all of them.',
    read: '# Files that cannot be read',
  },
  fr: {
    title: '# Contrôles',
    intro:
      'Produit par `npm run docs` à partir des définitions des contrôles : ce que montre `segur-check explain ID`, pour tous.',
    read: '# Fichiers illisibles',
  },
};

/** The reference of every check and reader problem, in Markdown. */
export async function checksDocument(language: Language): Promise<string> {
  const catalogue = await loadCatalogue(language);
  const { cli } = language === 'fr' ? await import('../messages/fr/cli.js') : await import('../messages/en/cli.js');
  const byCheck = requirementsByCheck(loadBase());
  const { title, intro, read } = TITLES[language];
  const sections = [
    [title, '', intro],
    ...KNOWN_CHECKS.map((check) => explainCheck(check, catalogue, cli.explain, byCheck.get(check.id) ?? [])),
    [read],
    ...Object.keys(catalogue.read).map((code) => explainCode(code, catalogue, cli.explain)),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
