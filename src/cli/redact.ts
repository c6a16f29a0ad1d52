import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { listDossier, readManifest } from '../dossier/dossier.js';
import { dossierBase } from '../dossier/dossier-base.js';
import { filesInside } from '../dossier/fhir-packages.js';
import { readGivenRem } from '../dossier/given-rem.js';
import { type LiveSecret, liveSecrets } from '../dossier/live-secrets.js';
import { checkContext, MANIFEST_NAME, type Manifest } from '../dossier/manifest.js';
import { readFromDisk } from '../dossier/read-file.js';
import { UserError } from '../dossier/user-error.js';
import { fill, type Language } from '../messages/fill.js';
import { Originals } from '../redaction/originals.js';
import { type Redaction, redactDossier } from '../redaction/redact-dossier.js';
import { hideForms } from '../report/hide-forms.js';
import { Identities, personDeclared } from '../report/mask.js';
import { cliTexts } from './cli-texts.js';
import { EXIT } from './exit-codes.js';
import { Interruption } from './interruption.js';
import { parseLimits } from './limit-option.js';
import { liveLine } from './live-line.js';
import type { BriefOptions, JudgingOptions } from './options.js';
import { isInside, realTarget } from './real-target.js';
import { processTerminal } from './terminal.js';

/** Options of `segur-check redact`, as the parser gives them. */
export interface RedactOptions extends Pick<BriefOptions, 'limit' | 'lang' | 'quiet'>, Pick<JudgingOptions, 'rem'> {
  readonly output?: string;
  readonly list?: boolean;
}

/** `segur-check redact`: a copy of a dossier without secrets and identities, or the list of the secrets that are still valid. Resolves to the exit code. */
export async function redact(folder: string, options: RedactOptions, locale: Language): Promise<number> {
  const language = options.lang ?? locale;
  const terminal = processTerminal(language, options);
  const { cli } = await cliTexts(language);
  const limits = parseLimits(options.limit);
  const target = options.list ? undefined : await targetOf(folder, options.output);
  const manifest = await readManifest(folder);
  const rem = await readGivenRem(folder, manifest.value, options.rem);
  const { known } = await dossierBase(folder, manifest.value, rem);
  const files = await listDossier(folder, manifest, known, new Set(filesInside(folder, rem ? [rem.file] : [])));
  const texts = cli.redact;

  const identities = new Identities();
  const live: LiveSecret[] = [];
  const interruption = new Interruption();
  const { signal } = interruption;
  for (const file of files) {
    if (signal.aborted) return EXIT.interrupted;
    const { artifact } = await readFromDisk(file, limits);
    if (!artifact) continue;
    identities.add(artifact);
    live.push(...liveSecrets(artifact, new Date()));
  }
  const mask = identities.mask(checkContext(manifest.value));
  const say = async (lines: readonly string[]): Promise<void> => {
    if (!options.quiet && lines.length > 0) await terminal.out(`${lines.join('\n')}\n`);
  };
  await say(
    live.length === 0
      ? [texts.noneLive]
      : [
          fill(texts.live, { count: live.length }),
          ...live.map((each) => liveLine({ ...each, path: mask(each.path) }, texts)),
        ],
  );
  if (target === undefined) {
    interruption.end();
    return EXIT.ok;
  }

  const originals = new Originals();
  for (const patient of manifest.value.patients ?? []) originals.addPerson(personDeclared(patient));
  const made = await redactDossier(await readFile(join(folder, MANIFEST_NAME), 'utf8'), originals, files, target, {
    limits,
    signal,
    onFile: (done, total) => terminal.progress(fill(texts.progress, { done, total })),
    proofsOf: (path) => proofsOf(manifest.value, path),
  });
  interruption.end();
  terminal.progress('');
  if (!made) return EXIT.interrupted;
  await say(summaryLines(made, texts));
  return made.survivors.length > 0 ? EXIT.nonconforming : EXIT.ok;
}

type Texts = Awaited<ReturnType<typeof cliTexts>>['cli']['redact'];

/** Paths are those of the copy: they tell nobody. */
function summaryLines({ copied, withheld, survivors }: Redaction, texts: Texts): string[] {
  const reasons: Readonly<Record<string, string>> = texts.reasons;
  return [
    fill(texts.copied, { count: copied.length }),
    ...(withheld.length > 0 ? [fill(texts.withheld, { count: withheld.length })] : []),
    ...withheld.map(({ path, reason, proves = [] }) => {
      const what = `${reasons[reason] ?? reason}${proves.length > 0 ? ` [${proves.join(', ')}]` : ''}`;
      return fill(texts.line, { path, what });
    }),
    ...(survivors.length > 0 ? [fill(texts.survivors, { count: survivors.length })] : []),
  ];
}

function proofsOf({ evidence = {} }: Manifest, path: string): string[] {
  return Object.entries(evidence).flatMap(([id, given]) =>
    given === path || (Array.isArray(given) && given.includes(path)) ? [id] : [],
  );
}

/** @throws UserError for a folder that holds something, or that is in the dossier, or the dossier in it. */
async function targetOf(folder: string, output: string | undefined): Promise<string> {
  if (output === undefined) throw new UserError('missing-argument', { name: '-o' });
  const refuse = (): never => {
    throw new UserError('redact-output', { path: hideForms(output) });
  };
  const target = resolve(output);
  const stats = await lstat(target).catch(() => undefined);
  if (stats && (!stats.isDirectory() || (await readdir(target)).length > 0)) refuse();
  const source = await realpath(folder).catch(() => resolve(folder));
  const real = realTarget(target);
  if (isInside(real, source) || isInside(source, real)) refuse();
  return target;
}
