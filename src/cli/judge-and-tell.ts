import { fill } from '../messages/fill.js';
import { cliTexts } from './cli-texts.js';
import { type DossierOptions, type JudgedDossier, judgeDossier } from './judge-dossier.js';
import { parseLimits } from './limit-option.js';
import type { BriefOptions, JudgingOptions } from './options.js';
import type { Terminal } from './terminal.js';
import { refuseUnrecognised } from './unrecognised.js';

/**
 * Judges the dossier that a command names, with the options of the command and its own; its progress is on the terminal.
 * @throws UserError as `judgeDossier`, and when nothing was recognised.
 */
export async function judgeAndTell(
  folder: string,
  { limit, denyProductionIdentities, trust, pack, rem }: BriefOptions & JudgingOptions,
  terminal: Terminal,
  own: Partial<DossierOptions>,
): Promise<JudgedDossier> {
  const { cli } = await cliTexts(terminal.language);
  const judged = await judgeDossier(folder, {
    ...{ limits: parseLimits(limit), denyProductionIdentities, trust, pack, rem },
    ...own,
    onProgress: (stage, done, total) => terminal.progress(fill(cli[stage], { done, total })),
  });
  terminal.progress('');
  const { artifacts, unreadable, mask, interrupted } = judged;
  if (!interrupted) await refuseUnrecognised(artifacts, unreadable, { terminal, mask });
  return judged;
}
