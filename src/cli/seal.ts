import { lstat, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodeUnit } from '../artifacts/by-code-unit.js';
import { withoutBang } from '../artifacts/child-names.js';
import { type LiveSecret, liveSecrets } from '../dossier/live-secrets.js';
import { readTrust } from '../dossier/trust-anchors.js';
import { UserError } from '../dossier/user-error.js';
import { writeWhole } from '../dossier/whole-file.js';
import { loadCatalogue } from '../messages/catalogue.js';
import { fill, type Language } from '../messages/fill.js';
import { showHidden } from '../report/escape-text.js';
import { DOSSIER_PREFIX, dossierFiles, pathsInside, refuseUnportable, sealedRem } from '../seal/dossier-files.js';
import { madeEntries } from '../seal/made-entries.js';
import { MAX_SEAL_BYTES, MAX_SEAL_ENTRIES } from '../seal/seal-limits.js';
import { entryOf, SEAL_NAME, type SealEntry, sealList, sealText } from '../seal/seal-list.js';
import { readSigner, type SealSignature, type Signer, signRoot } from '../seal/signature.js';
import { type ArchiveEntry, writeArchive } from '../seal/write-archive.js';
import { attachmentsOf } from './attachments.js';
import { cliTexts } from './cli-texts.js';
import { EXIT } from './exit-codes.js';
import { Interruption } from './interruption.js';
import { judgeAndTell } from './judge-and-tell.js';
import type { JudgedDossier } from './judge-dossier.js';
import { parseLimits } from './limit-option.js';
import { wantsJson } from './list-options.js';
import { liveLine } from './live-line.js';
import type { BriefOptions, JudgingOptions } from './options.js';
import { sealTexts } from './seal-texts.js';
import { processTerminal, type Terminal } from './terminal.js';

/** Options of `segur-check seal`, as the parser gives them. */
export interface SealOptions extends BriefOptions, JudgingOptions {
  readonly output?: string;
  readonly key?: string;
  readonly certificate?: string;
  readonly allowSecrets?: boolean;
  readonly force?: boolean;
}

/** `segur-check seal`: judges a dossier, then writes it with its report in one archive that tells its alterations. Resolves to the exit code. */
export async function seal(folder: string, options: SealOptions, locale: Language): Promise<number> {
  const language = options.lang ?? locale;
  const terminal = processTerminal(language, options);
  const asJson = wantsJson(options);
  const output = await outputOf(options);
  const signer = await signerOf(options);
  const anchors = await readTrust(options.trust);
  const left = [output, `${output}.sig`, options.key, options.certificate].filter((each) => each !== undefined);
  const except = new Set(await pathsInside(folder, left));
  const interruption = new Interruption();
  try {
    const files = await dossierFiles(folder, except);
    const before = await statesOf(folder, files);
    const judged = await judge(folder, options, except, terminal);
    if (judged.interrupted) return await interrupted(terminal);
    refuseUnportable(files, judged.mask);
    const rem = await sealedRem(folder, options.rem, files, judged.mask);
    const { denyProductionIdentities = false } = options;
    const attachments = attachmentsOf({ ...judged, limits: parseLimits(options.limit) });
    const made = await madeEntries(judged.report, { denyProductionIdentities, anchors, rem, attachments });
    const packFiles = new Set(judged.packFiles);
    const sealed = sealedFiles(
      folder,
      files.filter((path) => !packFiles.has(path)),
      judged,
      before,
    );
    const written = await writeSeal(output, sealed, made, interruption.signal);
    if (!written) return await interrupted(terminal);
    const signature = signer && signRoot(written.root, signer);
    await writeSignature(`${output}.sig`, signature);
    await tell({ output, ...written, signature, judged }, { terminal, asJson, quiet: options.quiet ?? false });
    return EXIT.ok;
  } finally {
    interruption.end();
  }
}

/** @throws UserError without output, or with one that exists already. */
async function outputOf({ output, force }: SealOptions): Promise<string> {
  if (output === undefined) throw new UserError('missing-argument', { name: '-o' });
  for (const path of [output, `${output}.sig`])
    if (!force && (await lstat(path).catch(() => undefined))) throw new UserError('seal-exists', { path });
  return output;
}

async function signerOf({ key, certificate }: SealOptions): Promise<Signer | undefined> {
  if (key === undefined && certificate !== undefined) throw new UserError('missing-argument', { name: '--key' });
  return key === undefined ? undefined : readSigner(key, certificate);
}

/** @throws UserError as a run does, and for secrets that are still valid. */
async function judge(
  folder: string,
  options: SealOptions,
  except: ReadonlySet<string>,
  terminal: Terminal,
): Promise<JudgedDossier> {
  const { cli } = await cliTexts(terminal.language);
  const live: LiveSecret[] = [];
  // The clock decides whether to refuse, never what is written.
  const now = new Date();
  const judged = await judgeAndTell(folder, options, terminal, {
    except,
    onArtifact: (artifact) => live.push(...liveSecrets(artifact, now)),
  });
  if (judged.interrupted) return judged;
  if (live.length > 0 && !options.allowSecrets) {
    const lines = live.map((each) => showHidden(liveLine({ ...each, path: judged.mask(each.path) }, cli.redact)));
    terminal.err(`${lines.join('\n')}\n`);
    throw new UserError('seal-secrets', { count: live.length });
  }
  return judged;
}

/** The files of the dossier, each read when it is its turn: what was judged must be what is sealed. */
function sealedFiles(
  folder: string,
  paths: readonly string[],
  { artifacts, files, mask }: JudgedDossier,
  before: ReadonlyMap<string, string>,
): ArchiveEntry[] {
  const sha256Of = new Map(artifacts.map((artifact) => [artifact.path, artifact.sha256]));
  const known = new Set(paths);
  const appeared = files.find(({ shown }) => !known.has(shown));
  if (appeared) throw new UserError('seal-changed', { path: mask(appeared.shown) });
  return paths.map((path) => ({
    path: `${DOSSIER_PREFIX}${path}`,
    async content() {
      const bytes = await readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
        throw new UserError('seal-file', { path: mask(path), reason: String(error.code) });
      });
      const judgedAs = sha256Of.get(withoutBang(path));
      // What judges (the manifest, opinions, the lock, rules of the house) has no hash in the report.
      const changed = judgedAs
        ? judgedAs !== entryOf(path, bytes).sha256
        : before.get(path) !== (await stateOf(join(folder, path)));
      if (changed) throw new UserError('seal-changed', { path: mask(path) });
      return bytes;
    },
  }));
}

/** What tells a file that was written again from one that was not, without reading it. */
async function stateOf(path: string): Promise<string> {
  const { mtimeNs, size, ino } = await stat(path, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UserError('seal-file', { path, reason: String(error.code) });
  });
  return `${mtimeNs} ${size} ${ino}`;
}

async function statesOf(folder: string, paths: readonly string[]): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  for (const path of paths) states.set(path, await stateOf(join(folder, path)));
  return states;
}

/** What was written. */
interface Written {
  readonly root: string;
  readonly entries: number;
  readonly bytes: number;
}

/** @returns undefined when it was interrupted. @throws UserError for what a seal can't hold, and what can't be written. */
async function writeSeal(
  output: string,
  files: readonly ArchiveEntry[],
  made: ReadonlyMap<string, Uint8Array>,
  signal: AbortSignal,
): Promise<Written | undefined> {
  const listed: SealEntry[] = [];
  let total = 0;
  const counted = ({ path, content }: ArchiveEntry): ArchiveEntry => ({
    path,
    async content() {
      const bytes = await content();
      total += bytes.length;
      if (total > MAX_SEAL_BYTES) throw tooLarge();
      listed.push(entryOf(path, bytes));
      return bytes;
    },
  });
  const others = [...made].map(([path, bytes]): ArchiveEntry => ({ path, content: async () => bytes }));
  const all = [...files, ...others].sort((a, b) => byCodeUnit(a.path, b.path)).map(counted);
  if (all.length >= MAX_SEAL_ENTRIES) throw tooLarge();
  let root = '';
  const list: ArchiveEntry = {
    path: SEAL_NAME,
    async content() {
      const whole = sealList(listed);
      root = whole.root;
      return Buffer.from(sealText(whole));
    },
  };
  const bytes = await writeArchive(output, [...all, list], signal);
  return bytes === undefined ? undefined : { root, entries: all.length + 1, bytes };
}

function tooLarge(): UserError {
  return new UserError('seal-too-large', { bytes: MAX_SEAL_BYTES, entries: MAX_SEAL_ENTRIES });
}

/** A signature of an earlier seal would be a wrong one. */
async function writeSignature(path: string, signature: SealSignature | undefined): Promise<void> {
  if (signature) await writeWhole(path, `${JSON.stringify(signature, null, 2)}\n`);
  else await rm(path, { force: true });
}

async function interrupted(terminal: Terminal): Promise<number> {
  terminal.progress('');
  terminal.err(`${(await sealTexts(terminal.language)).interrupted}\n`);
  return EXIT.interrupted;
}

async function tell(
  given: Written & {
    readonly output: string;
    readonly signature: SealSignature | undefined;
    readonly judged: JudgedDossier;
  },
  { terminal, asJson, quiet }: { readonly terminal: Terminal; readonly asJson: boolean; readonly quiet: boolean },
): Promise<void> {
  const { output, root, entries, bytes, signature, judged } = given;
  const catalogue = await loadCatalogue(terminal.language);
  const { summary } = judged.report(catalogue);
  const { verdict, exit } = summary;
  const algorithm = signature?.algorithm ?? null;
  if (asJson) {
    const value = {
      schema: 'segur-check/sealed/1',
      language: terminal.language,
      root,
      entries,
      bytes,
      signature: algorithm,
      verdict,
      exit,
    };
    await terminal.out(`${JSON.stringify(value, null, 2)}\n`);
    return;
  }
  if (quiet) return;
  const texts = await sealTexts(terminal.language);
  const lines = [
    fill(texts.sealed, { path: output, entries, bytes }),
    fill(texts.root, { root }),
    ...(algorithm === null ? [texts.unsigned] : [fill(texts.signed, { path: `${output}.sig`, algorithm })]),
    fill(texts.verdict, { verdict: catalogue.report.verdicts[verdict], exit }),
  ];
  await terminal.out(`${lines.map(showHidden).join('\n')}\n`);
}
