import type { Outline, Unreadable } from '../artifacts/artifact.js';
import { UserError } from '../dossier/user-error.js';
import { loadCatalogue } from '../messages/catalogue.js';
import { fill } from '../messages/fill.js';
import { showHidden } from '../report/escape-text.js';
import type { Mask } from '../report/mask.js';
import { wordUnrecognised } from '../report/unrecognised.js';
import type { Terminal } from './terminal.js';

/** Files named on the terminal when nothing at all was recognised. */
const MAX_FILES = 20;

/** @throws UserError when no reader knows any of the files; what each is, and comes nearest to, is said first. */
export async function refuseUnrecognised(
  artifacts: readonly Outline[],
  unreadable: readonly Unreadable[],
  { terminal, mask }: { readonly terminal: Terminal; readonly mask: Mask },
): Promise<void> {
  if (unreadable.length > 0 || artifacts.some((artifact) => artifact.kind !== 'other')) return;
  const catalogue = await loadCatalogue(terminal.language);
  terminal.progress('');
  for (const { path, unrecognised } of artifacts.slice(0, MAX_FILES)) {
    const why = unrecognised ? wordUnrecognised(unrecognised, catalogue, mask).message : '';
    terminal.err(`${showHidden(`${mask(path)}: ${why}`)}\n`);
  }
  const more = artifacts.length - MAX_FILES;
  if (more > 0) terminal.err(`${fill(catalogue.report.moreFindings, { count: more })}\n`);
  throw new UserError('nothing-recognised');
}
