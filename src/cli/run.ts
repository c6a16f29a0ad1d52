import { join, resolve } from 'node:path';
import { MANIFEST_NAME } from '../dossier/manifest.js';
import type { Language } from '../messages/fill.js';
import { attachmentsOf } from './attachments.js';
import { cliTexts } from './cli-texts.js';
import { derogationEnds, todayHere } from './derogation-ends.js';
import { judgeAndTell } from './judge-and-tell.js';
import { parseLimits } from './limit-option.js';
import type { CommonOptions, JudgingOptions } from './options.js';
import { pathFromHere } from './report-paths.js';
import { parseReports, reportPathsInside, takeDeposit, wantsSchemaReports } from './report-requests.js';
import { processTerminal } from './terminal.js';
import { writeReports } from './write-reports.js';

/** `segur-check run`: from a dossier to its reports. Resolves to the exit code. */
export async function run(
  folder: string,
  options: CommonOptions & JudgingOptions & { scenario?: string },
  language: Language,
): Promise<number> {
  const terminal = processTerminal(language, options);
  const { cli } = await cliTexts(language);
  const { deposit: dir, others } = takeDeposit(options.report);
  const reports = parseReports(others, [join(folder, MANIFEST_NAME)]);
  const deposit =
    dir === undefined ? undefined : await (await import('./deposit.js')).requestDeposit(dir, folder, reports);
  const limits = parseLimits(options.limit);
  const judged = await judgeAndTell(folder, options, terminal, {
    scenario: options.scenario,
    unmask: options.unmask,
    schemaReports: wantsSchemaReports(reports),
    except: new Set([...reportPathsInside(resolve(folder), reports), ...(deposit?.inDossier ?? [])]),
    onArtifact: deposit?.note,
  });
  const { files, artifacts, mask } = judged;
  const { lang, quiet = false, verbose = false } = options;
  try {
    if (reports.length > 0 || !deposit)
      await writeReports(judged.report, reports, {
        terminal,
        folder: mask(pathFromHere(folder)),
        lang,
        quiet,
        verbose,
        attachments: attachmentsOf({ files, artifacts, limits, mask }),
      });
  } finally {
    // A report that can't be written takes no deposit with it.
    await deposit?.write(judged, { terminal, lang, quiet });
  }
  if (!quiet)
    for (const line of derogationEnds(judged.opinions, todayHere(), cli.derogations)) terminal.err(`${line}\n`);
  return judged.exit;
}
