import { CommanderError } from 'commander';
import { UserError } from '../dossier/user-error.js';
import { fill } from '../messages/fill.js';
import { showHidden } from '../report/escape-text.js';
import { hideForms } from '../report/hide-forms.js';
import { setEngine } from './engine-flags.js';
import { EXIT } from './exit-codes.js';
import { terminalLanguage } from './language.js';
import { makeProgram } from './program.js';
import { isClosedPipe, processTerminal } from './terminal.js';
import { usageMessage } from './usage-message.js';

/** Runs the command line; resolves to the exit code. Every failure is one message, never a stack trace. */
export async function main(argv: readonly string[]): Promise<number> {
  setEngine();
  const language = terminalLanguage(argv, process.env);
  const texts = language === 'fr' ? await import('../messages/fr/cli.js') : await import('../messages/en/cli.js');
  const terminal = processTerminal(language, {});
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!isClosedPipe(error)) throw error;
    });
  }
  let code: number = EXIT.ok;
  const program = makeProgram(texts.help, language, (exit) => {
    code = exit;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    terminal.progress('');
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
    if (error instanceof UserError || error instanceof CommanderError) {
      // Who the patients are is not known yet: what has the form of a matricule or of a token is hidden.
      terminal.err(hideForms(usageMessage(error, texts)));
      return EXIT.usage;
    }
    const reason = showHidden(hideForms(error instanceof Error ? error.message : String(error)));
    terminal.err(`${fill(texts.cli.failure, { reason })}\n`);
    return EXIT.undetermined;
  }
}
