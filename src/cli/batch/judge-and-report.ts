import type { Outline, Unreadable } from '../../artifacts/artifact.js';
import { changedLimits } from '../../artifacts/limits.js';
import { type CheckContext, NOTHING_DECLARED } from '../../checks/context.js';
import { readFhirPackages } from '../../dossier/fhir-packages.js';
import { identifyOfficial } from '../../dossier/given-packs.js';
import type { NamedFile } from '../../dossier/read-file.js';
import { readTrust } from '../../dossier/trust-anchors.js';
import { countedVerdicts, DossierJudging } from '../../engine/dossier-judging.js';
import type { CheckRun } from '../../engine/results.js';
import type { Verdict } from '../../engine/verdict.js';
import { loadCatalogue } from '../../messages/catalogue.js';
import { fill, type Language } from '../../messages/fill.js';
import { builtinPack, loadBase } from '../../packs/builtin.js';
import type { Said } from '../../packs/official/kept-reports.js';
import { packOfCheck } from '../../packs/official/pack-layout.js';
import { buildReport } from '../../report/build.js';
import { Identities, NO_MASK } from '../../report/mask.js';
import type { FileResult } from '../../report/report-input.js';
import { requirementsByCheck } from '../../scenarios/coverage.js';
import { attachmentsOf } from '../attachments.js';
import { cliTexts } from '../cli-texts.js';
import { exitOfVerdicts } from '../exit-codes.js';
import type { Interruption } from '../interruption.js';
import type { BatchOptions, CommonOptions, JudgingOptions } from '../options.js';
import type { ReportRequest } from '../report-requests.js';
import { processTerminal } from '../terminal.js';
import { refuseUnrecognised } from '../unrecognised.js';
import { writeReports } from '../write-reports.js';
import { judgeInOrder } from './in-order.js';
import type { Judged, JudgeOptions } from './judged.js';
import type { Judges } from './judges.js';
import { selectionOf, wholeChecks } from './selection.js';

/** Files to judge, and what judges them. */
interface Batch {
  readonly inputs: readonly NamedFile[];
  readonly judging: JudgeOptions;
  readonly judges: Judges;
  /** Heard from before the threads begin. */
  readonly interruption: Interruption;
  readonly reports: readonly ReportRequest[];
  /** Path of the files from where the command runs, when they are in one folder. */
  readonly folder: string;
}

/** Judges the files and writes the reports. Resolves to the exit code. */
export async function judgeAndReport(
  { inputs, judging, judges, interruption, reports, folder }: Batch,
  options: CommonOptions & JudgingOptions & BatchOptions,
  language: Language,
): Promise<number> {
  const terminal = processTerminal(language, options);
  const texts = await cliTexts(language);
  const { packs, checks: globs, limits, denyProductionIdentities } = judging;
  const { packs: fhirPacks } = await readFhirPackages(packs.fhir);
  const context: CheckContext = {
    ...NOTHING_DECLARED,
    denyProductionIdentities,
    trustAnchors: await readTrust(judging.trust),
  };
  const selection = selectionOf(globs);
  const batch = gathering(new DossierJudging(await wholeChecks(selection), context));
  const { signal } = interruption;
  const judged = judgeInOrder(inputs, {
    lanes: judges.lanes,
    judge: (file) => judges.judge(file, signal),
    take: batch.take,
    signal,
    onItem: (done, total) => terminal.progress(fill(texts.cli.reading, { done, total })),
  });
  // While the threads begin.
  const base = loadBase();
  const byCheck = requirementsByCheck(base);
  const officialPack = identifyOfficial(packs.official);
  const identified = [builtinPack(), ...fhirPacks, ...(officialPack ? [officialPack] : [])];
  // The texts of the report are read while the threads judge.
  await Promise.all([judged, reports.length > 0 && loadCatalogue(options.lang ?? 'fr')]);
  interruption.end();
  terminal.progress('');
  const interrupted = signal.aborted;
  const { files, artifacts, unreadable, said } = batch;
  const mask = options.unmask ? NO_MASK : batch.identities.mask(NOTHING_DECLARED);
  if (!interrupted) await refuseUnrecognised(artifacts, unreadable, { terminal, mask });
  const dossier = batch.whole.runs();
  const exit = exitOf(files, dossier, unreadable, interrupted);
  await writeReports(
    (catalogue) =>
      buildReport(
        {
          command: 'check',
          packs: identified,
          base,
          candidate: null,
          results: [],
          files,
          dossier,
          artifacts,
          unreadable,
          said,
          otherCorridors: 0,
          exit,
          partial: interrupted
            ? 'interrupted'
            : globs.length > 0
              ? { checks: globs.join(', '), onlyCda: !selection.own }
              : undefined,
          masked: !options.unmask,
          changedLimits: changedLimits(limits),
          requirementsOf: (id) => byCheck.get(id) ?? [],
          isHouse: () => false,
          packOf: (check) => packOfCheck(check, packs.official[0]?.id) ?? 'builtin',
        },
        catalogue,
        mask,
      ),
    reports,
    {
      terminal,
      folder: mask(folder),
      lang: options.lang,
      quiet: options.quiet ?? false,
      verbose: options.verbose ?? false,
      attachments: attachmentsOf({ files: inputs, artifacts, limits, mask }),
    },
  );
  return exit;
}

/** What is left of the files that were judged: a batch of ten thousand takes little more memory than its largest file. */
function gathering(whole: DossierJudging) {
  const identities = new Identities();
  const artifacts: Outline[] = [];
  const unreadable: Unreadable[] = [];
  const files: FileResult[] = [];
  const said: Said[] = [];
  const take = (judged: Judged): void => {
    for (const each of judged.unreadable) identities.addUnreadable(each);
    for (const each of judged.identities) identities.take(each);
    whole.take(judged.kept);
    unreadable.push(...judged.unreadable);
    artifacts.push(...judged.outlines);
    files.push(...judged.files);
    if (judged.said) said.push(judged.said);
  };
  return { whole, identities, artifacts, unreadable, files, said, take };
}

/** A file whose contents were judged need not be judged itself; if nothing of anything was, nothing was tested. */
function exitOf(
  files: readonly FileResult[],
  dossier: readonly CheckRun[],
  unreadable: readonly Unreadable[],
  interrupted: boolean,
): number {
  const judged = files.filter((file) => file.verdict !== 'not-tested').map((file) => file.verdict);
  const nothing: Verdict[] = files.length > 0 && judged.length === 0 ? ['not-tested'] : [];
  return exitOfVerdicts([...judged, ...nothing, ...countedVerdicts(dossier)], unreadable, interrupted);
}
