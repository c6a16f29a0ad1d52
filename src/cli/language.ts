import type { Language } from '../messages/fill.js';

/** Language of the terminal: `--lang`, else the locale of the environment. Read before options are parsed, since errors need it too. */
export function terminalLanguage(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = askedLanguage(argv);
  if (asked === 'fr' || asked === 'en') return asked;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^fr/i.test(locale) ? 'fr' : 'en';
}

function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((each) => each === '--lang' || each.startsWith('--lang='));
  if (at === -1) return undefined;
  return argv[at]?.startsWith('--lang=') ? argv[at]?.slice('--lang='.length) : argv[at + 1];
}
