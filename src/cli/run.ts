import { join, resolve } from 'node:path';
import { MANIFEST_NAME } from '../dossier/manifest.js';
import { fill, type Language } from '../messages/fill.js';
import { cliTexts } from './cli-texts.js';
import { derogationEnds, todayHere } from './derogation-ends.js';
import { judgeDossier } from './judge-dossier.js';
import { parseLimits } from './limit-option.js';
import type { CommonOptions, JudgingOptions } from './options.js';
import { pathFromHere } from './report-paths.js';
import { parseReports, reportPathsInside, wantsSchemaReports } from './report-requests.js';
import { processTerminal } from './terminal.js';
import { refuseUnrecognised } from './unrecognised.js';
import { writeReports } from './write-reports.js';

/** `segur-check run`: from a dossier to its reports. Resolves to the exit code. */
export async function run(
  folder: string,
  options: CommonOptions & JudgingOptions & { scenario?: string },
  language: Language,
): Promise<number> {
  const terminal = processTerminal(language, options);
  const { cli } = await cliTexts(language);
  const reports = parseReports(options.report, [join(folder, MANIFEST_NAME)]);
  const judged = await judgeDossier(folder, {
    limits: parseLimits(options.limit),
    denyProductionIdentities: options.denyProductionIdentities,
    trust: options.trust,
    pack: options.pack,
    scenario: options.scenario,
    unmask: options.unmask,
    schemaReports: wantsSchemaReports(reports),
    except: reportPathsInside(resolve(folder), reports),
    onProgress: (stage, done, total) => terminal.progress(fill(cli[stage], { done, total })),
  });
  terminal.progress('');
  const { artifacts, unreadable, mask, interrupted } = judged;
  if (!interrupted) await refuseUnrecognised(artifacts, unreadable, { terminal, mask });
  await writeReports(judged.report, reports, {
    terminal,
    folder: mask(pathFromHere(folder)),
    lang: options.lang,
    quiet: options.quiet ?? false,
    verbose: options.verbose ?? false,
  });
  if (!options.quiet)
    for (const line of derogationEnds(judged.opinions, todayHere(), cli.derogations)) terminal.err(`${line}\n`);
  return judged.exit;
}
