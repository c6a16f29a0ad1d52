import { CommanderError } from 'commander';
import type { UserError } from '../dossier/user-error.js';
import { fill } from '../messages/fill.js';
import type { cli, mistakes, usage } from '../messages/fr/cli.js';
import type { SameKeys } from '../messages/same-keys.js';
import { cutAt, showHidden } from '../report/escape-text.js';
import type { Mistake } from '../scenarios/parse-yaml.js';

export interface UsageTexts {
  readonly cli: SameKeys<typeof cli>;
  readonly usage: SameKeys<typeof usage>;
  readonly mistakes: SameKeys<typeof mistakes>;
}

/** Characters of a name in a message: the longest list of possible keys has half. */
const LONGEST = 2000;

/** What is said of a mistake of the user: what, where, what to do. */
export function usageMessage(error: UserError | CommanderError, texts: UsageTexts): string {
  if (error instanceof CommanderError) return `segur-check: ${showHidden(commanderMessage(error, texts))}\n`;
  const lines = error.mistakes.map((mistake) => mistakeLine(mistake, texts));
  const args = { count: error.mistakes.length, ...error.args };
  const all = [...lines, `segur-check: ${fill(texts.usage[error.code], args)}${nearestOf(args, texts)}`];
  // A name with a line end would write a line of its own: a CI server takes `::error` there for a command.
  return `${all.map(showHidden).join('\n')}\n`;
}

function nearestOf(args: Mistake['args'], { cli }: UsageTexts): string {
  return args.nearest === undefined ? '' : ` ${fill(cli.nearest, args)}`;
}

/** `file:line:column: what is wrong. Nearest name.` */
function mistakeLine({ file, line, column, code, args }: Mistake, texts: UsageTexts): string {
  const shown = Object.fromEntries(Object.entries(args).map(([key, value]) => [key, shortened(value)]));
  return `${file}:${line}:${column}: ${fill(texts.mistakes[code], shown)}.${nearestOf(shown, texts)}`;
}

/** A key or a value of a file may have millions of characters. */
function shortened(value: string | number): string | number {
  return typeof value === 'string' && value.length > LONGEST ? `${cutAt(value, LONGEST)}…` : value;
}

function commanderMessage({ code, message }: CommanderError, { usage }: UsageTexts): string {
  const quoted = /'([^']+)'/.exec(message)?.[1] ?? '';
  const name = quoted.split(' ')[0] ?? '';
  switch (code) {
    case 'commander.unknownOption':
      return fill(usage['unknown-option'], { name });
    case 'commander.unknownCommand':
      return fill(usage['unknown-command'], { name });
    case 'commander.excessArguments':
      return fill(usage['too-many-arguments'], {});
    case 'commander.missingArgument':
    case 'commander.optionMissingArgument':
      return fill(usage['missing-argument'], { name: quoted });
    case 'commander.invalidArgument': {
      const [option = '', value = ''] = [...message.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
      const expected = /Allowed choices are (.*)\.$/.exec(message)?.[1] ?? '';
      return fill(usage['invalid-option'], { option: option.split(' ')[0] ?? '', value, expected });
    }
    default:
      return message.replace(/^error: /, '');
  }
}
