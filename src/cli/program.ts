import { Command, Option } from 'commander';
import { UserError } from '../dossier/user-error.js';
import type { Language } from '../messages/fill.js';
import type { help } from '../messages/fr/cli.js';
import type { SameKeys } from '../messages/same-keys.js';
import { nearest } from '../scenarios/nearest.js';
import type { ExplainOptions } from './explain.js';
import type { BatchOptions, CommonOptions, JudgingOptions, ListOptions } from './options.js';
import type { RedactOptions } from './redact.js';
import type { RemImportOptions } from './rem.js';
import type { ReplayOptions } from './replay.js';
import type { SealOptions } from './seal.js';

/** The command line. Each command's code is loaded when it is called, so that help starts fast. */
export function makeProgram(texts: SameKeys<typeof help>, language: Language, exit: (code: number) => void): Command {
  const headings: Readonly<Record<string, string>> = texts.headings;
  const configure = (command: Command): Command =>
    command
      .exitOverride()
      .configureOutput({ writeErr: () => undefined })
      .configureHelp({ styleTitle: (title) => headings[title] ?? title })
      .helpOption('-h, --help', texts.help)
      .showSuggestionAfterError(false);
  const program = configure(new Command('segur-check'))
    .description(texts.description)
    .helpCommand(false)
    .addHelpText('after', `\n${texts.exitCodes}`)
    .option('-V, --version', texts.version)
    .argument('[command]')
    .action(async (name: string | undefined, options: { version?: boolean }) => {
      if (name !== undefined) {
        const names = program.commands.map((command) => command.name());
        throw new UserError('unknown-command', { name, ...nearest(name, names) });
      }
      if (!options.version) {
        program.outputHelp();
        return exit(2);
      }
      const { toolVersion } = await import('../packs/builtin.js');
      process.stdout.write(`${toolVersion()}\n`);
    });
  const subcommand = (parent: Command, usage: string, description: string): Command =>
    configure(parent.command(usage)).description(description);
  const lang = new Option('--lang <fr|en>', texts.lang).choices(['fr', 'en']);
  const color = new Option('--color <when>', texts.color).choices(['auto', 'always', 'never']).default('auto');
  const limit = new Option('--limit <name=value>', texts.limit).argParser(collect).helpGroup('Expert options:');
  const withReports = (command: Command): Command =>
    command
      .option('--report <format[=path]>', texts.report, collect, [])
      .addOption(lang)
      .option('--unmask', texts.unmask)
      .option('--quiet', texts.quiet)
      .option('--verbose', texts.verbose)
      .addOption(color)
      .addOption(limit);

  withReports(subcommand(program, 'run [dossier]', texts.run))
    .option('--deny-production-identities', texts.denyProductionIdentities)
    .option('--trust <file>', texts.trust, collect)
    .option('--pack <file|dir>', texts.pack, collect)
    .option('--rem <file>', texts.rem)
    .option('--scenario <glob>', texts.scenario)
    .action(async (folder: string | undefined, options: CommonOptions & JudgingOptions & { scenario?: string }) => {
      exit(await (await import('./run.js')).run(folder ?? '.', options, language));
    });
  withReports(subcommand(program, 'check <files...>', texts.check))
    .option('--deny-production-identities', texts.denyProductionIdentities)
    .option('--trust <file>', texts.trust, collect)
    .option('--pack <file|dir>', texts.pack, collect)
    .option('--checks <glob>', texts.checks, collect)
    .option('--jobs <n>', texts.jobs)
    .action(async (files: string[], options: CommonOptions & JudgingOptions & BatchOptions) => {
      exit(await (await import('./check.js')).check(files, options, language));
    });

  subcommand(program, 'redact [dossier]', texts.redact)
    .option('-o, --output <dir>', texts.redactOutput)
    .option('--list', texts.redactList)
    .option('--rem <file>', texts.rem)
    .addOption(lang)
    .option('--quiet', texts.quiet)
    .addOption(limit)
    .action(async (folder: string | undefined, options: RedactOptions) => {
      exit(await (await import('./redact.js')).redact(folder ?? '.', options, language));
    });

  subcommand(program, 'seal [dossier]', texts.seal)
    .option('-o, --output <file>', texts.sealOutput)
    .option('--key <file>', texts.sealKey)
    .option('--certificate <file>', texts.sealCertificate)
    .option('--allow-secrets', texts.sealAllowSecrets)
    .option('--force', texts.sealForce)
    .option('--deny-production-identities', texts.denyProductionIdentities)
    .option('--trust <file>', texts.trust, collect)
    .option('--pack <file|dir>', texts.pack, collect)
    .option('--rem <file>', texts.rem)
    .option('--report <format>', texts.reportList, collect, [])
    .addOption(lang)
    .option('--quiet', texts.quiet)
    .addOption(limit)
    .action(async (folder: string | undefined, options: SealOptions) => {
      exit(await (await import('./seal.js')).seal(folder ?? '.', options, language));
    });
  subcommand(program, 'replay <file>', texts.replay)
    .option('--key <file>', texts.replayKey)
    .option('--trust <file>', texts.replayTrust, collect)
    .option('--pack <file|dir>', texts.replayPack, collect)
    .option('--across', texts.replayAcross)
    .option('--report <format>', texts.reportList, collect, [])
    .addOption(lang)
    .option('--quiet', texts.quiet)
    .addOption(limit)
    .action(async (file: string, options: ReplayOptions) => {
      exit(await (await import('./replay.js')).replay(file, options, language));
    });
  subcommand(program, 'compare <a> <b>', texts.compare)
    .option('--report <format[=path]>', texts.compareReport, collect, [])
    .option('--deny-production-identities', texts.denyProductionIdentities)
    .option('--trust <file>', texts.trust, collect)
    .option('--pack <file|dir>', texts.pack, collect)
    .option('--rem <file>', texts.rem)
    .addOption(lang)
    .option('--quiet', texts.quiet)
    .option('--verbose', texts.compareVerbose)
    .addOption(limit)
    .action(async (a: string, b: string, options: CommonOptions & JudgingOptions) => {
      exit(await (await import('./compare.js')).compare(a, b, options, language));
    });

  const scenarios = subcommand(program, 'scenarios', texts.scenarios).action(() => {
    scenarios.outputHelp();
    exit(2);
  });
  const withList = (command: Command): Command =>
    command
      .option('--report <format>', texts.reportList, collect, [])
      .option('--corridor <name>', texts.corridor)
      .addOption(lang);
  withList(subcommand(scenarios, 'list', texts.scenariosList))
    .option('--rem <file>', texts.rem)
    .action(async (options: ListOptions) => {
      exit(await (await import('./scenarios.js')).list(options, language));
    });
  withList(subcommand(scenarios, 'show <id>', texts.scenariosShow)).action(async (id: string, options: ListOptions) => {
    exit(await (await import('./scenarios.js')).show(id, options, language));
  });
  subcommand(scenarios, 'lint [files...]', texts.scenariosLint)
    .addOption(lang)
    .action(async (files: string[]) => {
      exit(await (await import('./lint.js')).lint(files, language));
    });

  const packs = subcommand(program, 'pack', texts.packs).action(() => {
    packs.outputHelp();
    exit(2);
  });
  const withReport = (command: Command): Command =>
    command.option('--report <format>', texts.reportList, collect, []).addOption(lang);
  withReport(subcommand(packs, 'verify <dir>', texts.packVerify)).action(async (dir: string, options: ListOptions) => {
    exit(await (await import('./pack.js')).verify(dir, options, language));
  });
  withReport(subcommand(packs, 'list <dir>', texts.packList)).action(async (dir: string, options: ListOptions) => {
    exit(await (await import('./pack.js')).list(dir, options, language));
  });

  const rem = subcommand(program, 'rem', texts.rems).action(() => {
    rem.outputHelp();
    exit(2);
  });
  withList(subcommand(rem, 'import <file>', texts.remImport))
    .option('--dossier <dir>', texts.remDossier)
    .action(async (file: string, options: RemImportOptions) => {
      exit(await (await import('./rem.js')).remImport(file, options, language));
    });

  withList(subcommand(program, 'coverage', texts.coverage))
    .option('--rem <file>', texts.rem)
    .action(async (options: ListOptions) => {
      exit(await (await import('./coverage.js')).coverage(options, language));
    });
  subcommand(program, 'explain <id>', texts.explain)
    .addOption(lang)
    .option('--rem <file>', texts.rem)
    .option('--corridor <name>', texts.corridor)
    .action(async (id: string, options: ExplainOptions) => {
      exit(await (await import('./explain.js')).explain(id, options, language));
    });
  return program;
}

/** An option that can be repeated. */
function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}
