import { resolve } from 'node:path';
import picomatch from 'picomatch';
import { checkById } from '../checks/registry.js';
import { readDossier, readManifest } from '../dossier/dossier.js';
import { evidenceLookup } from '../dossier/evidence.js';
import { readHouseRules } from '../dossier/house-rules.js';
import { checkContext, type Manifest } from '../dossier/manifest.js';
import { UserError } from '../dossier/user-error.js';
import { execute } from '../engine/execute.js';
import { expressionRunner, loadEngines } from '../engine/expression.js';
import { type Application, makePlan, type Plan } from '../engine/plan.js';
import { fill, type Language } from '../messages/fill.js';
import { builtinPack, loadBase, type Pack } from '../packs/builtin.js';
import { buildReport } from '../report/build.js';
import { maskFor, NO_MASK } from '../report/mask.js';
import { summariesOf } from '../report/report-input.js';
import { type ExpressionLanguage, isExpression } from '../scenarios/scenario.js';
import { cliTexts } from './cli-texts.js';
import { exitOfRun } from './exit-codes.js';
import { Interruption } from './interruption.js';
import type { CommonOptions } from './options.js';
import { processTerminal } from './terminal.js';
import { refuseUnrecognised } from './unrecognised.js';
import { parseReports, reportPathsInside, writeReports } from './write-reports.js';

/** `segur-check run`: from a dossier to its reports. Resolves to the exit code. */
export async function run(
  folder: string,
  options: CommonOptions & { scenario?: string },
  language: Language,
): Promise<number> {
  const terminal = processTerminal(language, options);
  const texts = await cliTexts(language);
  const reports = parseReports(options.report);
  const manifestFile = await readManifest(folder);
  const manifest = manifestFile.value;
  const house = await readHouseRules(folder, manifest, loadBase());
  const { base } = house;
  const interruption = new Interruption();
  const except = new Set([...house.files, ...reportPathsInside(resolve(folder), reports)]);
  const dossier = await readDossier(folder, manifestFile, base, except, {
    signal: interruption.signal,
    onFile: (done, total) => terminal.progress(fill(texts.cli.reading, { done, total })),
  });
  const summaries = dossier.artifacts.flatMap(summariesOf);
  if (!interruption.signal.aborted) {
    if (summaries.length + dossier.unreadable.length === 0) throw new UserError('no-artifact', { path: folder });
    await refuseUnrecognised(summaries, dossier.unreadable, terminal);
  }

  const application = applicationOf(manifest);
  const context = checkContext(manifest);
  const whole = makePlan(base, application, dossier.artifacts, context);
  const plan = options.scenario === undefined ? whole : narrow(whole, options.scenario);
  refuseEmptyPlan(whole, application);

  const { results, interrupted } = await execute(
    plan,
    {
      checkById,
      runExpression: expressionRunner(await loadEngines(languagesOf(plan))),
      context,
      evidence: evidenceLookup(manifest, dossier.artifacts, dossier.unreadable),
      incomplete: new Set(dossier.unreadable.flatMap((file) => file.containers)),
    },
    {
      signal: interruption.signal,
      onRequirement: (done, total) => terminal.progress(fill(texts.cli.judging, { done, total })),
    },
  );
  interruption.end();
  terminal.progress('');

  const exit = exitOfRun(results, dossier.unreadable, interrupted);
  const mask = options.unmask ? NO_MASK : maskFor(dossier.artifacts, context);
  const packs: readonly Pack[] = [builtinPack(), ...house.packs];
  await writeReports(
    (catalogue) =>
      buildReport(
        {
          command: 'run',
          packs,
          base,
          candidate: candidateOf(manifest),
          results,
          files: [],
          artifacts: summaries,
          unreadable: dossier.unreadable,
          otherCorridors: plan.otherCorridors,
          exit,
          partial: interrupted
            ? 'interrupted'
            : options.scenario === undefined
              ? undefined
              : { narrowed: options.scenario },
          masked: !options.unmask,
          requirementsOf: () => [],
          packOf: house.packOf,
        },
        catalogue,
        mask,
      ),
    reports,
    { terminal, lang: options.lang, quiet: options.quiet ?? false, verbose: options.verbose ?? false },
    { written: (format, path) => fill(texts.cli.written, { format, path }) },
  );
  return exit;
}

function applicationOf({ applies, conditions }: Manifest): Application {
  return {
    wave: applies.wave,
    corridor: applies.corridor,
    profiles: [...new Set(['Général', ...(applies.profiles ?? [])])],
    conditions: conditions ?? {},
  };
}

function candidateOf(manifest: Manifest) {
  const { vendor, product, version } = manifest.candidate;
  const { wave, corridor, profiles } = applicationOf(manifest);
  return { vendor, product, version, wave, corridor, profiles, environment: manifest.environment ?? 'test' };
}

/** Stars cross `/`: `MSS*` is every requirement of MSS. */
function narrow(plan: Plan, pattern: string): Plan {
  const matches = picomatch(pattern.replaceAll('/', ':'));
  const wanted = (id: string): boolean => matches(id.replaceAll('/', ':'));
  const requirements = plan.requirements.flatMap((planned) => {
    if (wanted(planned.requirement.requirement)) return [planned];
    const scenarios = planned.scenarios.filter((each) => wanted(each.scenario.id));
    return scenarios.length > 0 ? [{ ...planned, scenarios }] : [];
  });
  if (requirements.length === 0) throw new UserError('no-scenario-matches', { pattern });
  return { ...plan, requirements };
}

function refuseEmptyPlan(plan: Plan, { corridor, wave, profiles }: Application): void {
  if (plan.requirements.some((planned) => !planned.excluded)) return;
  throw new UserError('nothing-applicable', { corridor, wave, profiles: profiles.join(', ') });
}

function languagesOf(plan: Plan): Set<ExpressionLanguage> {
  const checks = plan.requirements.flatMap(({ scenarios }) =>
    scenarios.flatMap(({ scenario }) => (scenario.steps ?? []).flatMap((step) => step.checks ?? [])),
  );
  return new Set(checks.flatMap((check) => (isExpression(check) ? [check.language] : [])));
}
