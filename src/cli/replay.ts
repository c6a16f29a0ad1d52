import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBoundedJson } from '../artifacts/json/is-bounded-json.js';
import { parsedJson } from '../artifacts/json/parsed-json.js';
import { changedLimits, type LimitName, type Limits } from '../artifacts/limits.js';
import { compareReports } from '../compare/compare-reports.js';
import type { Comparison } from '../compare/comparison.js';
import { discover } from '../dossier/discover.js';
import { readFhirPackages } from '../dossier/fhir-packages.js';
import { identifyOfficial, namePacks } from '../dossier/given-packs.js';
import { readTrust } from '../dossier/trust-anchors.js';
import { UserError } from '../dossier/user-error.js';
import { loadCatalogue } from '../messages/catalogue.js';
import { fill, type Language } from '../messages/fill.js';
import { builtinPack, type Pack } from '../packs/builtin.js';
import { loadReportSchema } from '../packs/schemas.js';
import { maskArgs } from '../report/findings.js';
import type { Report } from '../report/report.js';
import { maskOfArchive } from '../seal/archive-mask.js';
import { DOSSIER_PREFIX } from '../seal/dossier-files.js';
import { entryDifferences } from '../seal/entry-differences.js';
import { type Extracted, extractSeal, writeExtracted } from '../seal/extract.js';
import { type Integrity, verifyArchive } from '../seal/integrity.js';
import { madeEntries, type SealedRem } from '../seal/made-entries.js';
import type { ReplayResult, ReplaySignature } from '../seal/replay-result.js';
import { MAX_SEAL_BYTES } from '../seal/seal-limits.js';
import { REPORT_NAME, SEAL_NAME } from '../seal/seal-list.js';
import { driftFrom, parseLock, SEAL_LOCK_NAME, type SealLock, sealedLimits } from '../seal/seal-lock.js';
import { readSignature, readVerificationKeys, verifySignature } from '../seal/signature.js';
import { attachmentsOf } from './attachments.js';
import { cliTexts } from './cli-texts.js';
import { EXIT } from './exit-codes.js';
import { Interruption } from './interruption.js';
import { type JudgedDossier, judgeDossier } from './judge-dossier.js';
import { parseLimits } from './limit-option.js';
import { wantsJson } from './list-options.js';
import type { BriefOptions, JudgingOptions } from './options.js';
import { replayLines, wordProblem } from './replay-lines.js';
import { processTerminal, type Terminal } from './terminal.js';

/** Options of `segur-check replay`, as the parser gives them. */
export interface ReplayOptions extends BriefOptions, Pick<JudgingOptions, 'trust' | 'pack'> {
  readonly key?: string;
  readonly across?: boolean;
}

/** Exit code of each outcome. */
const EXITS: Readonly<Record<ReplayResult['outcome'], number>> = {
  identical: EXIT.ok,
  differs: EXIT.nonconforming,
  altered: EXIT.nonconforming,
  drift: EXIT.usage,
  missing: EXIT.missing,
  interrupted: EXIT.interrupted,
};

/** `segur-check replay`: is a seal intact, and does the same dossier get the same report. Resolves to the exit code. */
export async function replay(file: string, options: ReplayOptions, locale: Language): Promise<number> {
  const language = options.lang ?? locale;
  const terminal = processTerminal(language, options);
  const asJson = wantsJson(options);
  const interruption = new Interruption();
  try {
    const found = await replayed(file, options, { terminal, signal: interruption.signal });
    const result: ReplayResult = { ...nothing(language), ...found };
    terminal.progress('');
    const catalogue = await loadCatalogue(language);
    if (asJson) await terminal.out(`${JSON.stringify(result, null, 2)}\n`);
    else if (!options.quiet) await terminal.out(`${(await replayLines(result, catalogue)).join('\n')}\n`);
    return EXITS[result.outcome];
  } finally {
    interruption.end();
  }
}

const UNSIGNED: ReplaySignature = { status: 'absent', algorithm: null, certificate: null };

function nothing(language: Language): Omit<ReplayResult, 'outcome'> {
  return {
    schema: 'segur-check/replay/1',
    language,
    root: null,
    signature: UNSIGNED,
    alterations: [],
    problem: null,
    drift: [],
    missing: [],
    verdict: null,
    exit: null,
    comparison: null,
    entries: [],
  };
}

type Found = Partial<ReplayResult> & Pick<ReplayResult, 'outcome'>;

interface Doing {
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Integrity, signature, drift, then the replay itself: the first that fails concludes. */
async function replayed(file: string, options: ReplayOptions, doing: Doing): Promise<Found> {
  const keys = await readVerificationKeys(options.key, options.trust);
  const wanted = keys.key !== undefined || keys.anchors.length > 0;
  const archive = await readArchive(file);
  if (!archive) return { outcome: 'missing', missing: [{ file }] };
  const integrity = verifyArchive(archive);
  if (integrity.outcome !== 'intact') return await refusal(integrity, file, archive, doing.terminal.language);
  const { root } = integrity.list;
  const given = await readSignature(`${file}.sig`);
  if (wanted && given === undefined) return { outcome: 'missing', root, missing: [{ file: `${file}.sig` }] };
  if (wanted && typeof given === 'object' && !keys.key && given.certificates.length === 0)
    throw new UserError('replay-no-certificate', { path: `${file}.sig` });
  const signature = signatureOf(given, wanted ? (each) => verifySignature(each, root, keys) : undefined);
  const known = { root, signature };
  if (['wrong', 'untrusted', 'unreadable'].includes(signature.status)) return { outcome: 'altered', ...known };
  const folder = await mkdtemp(join(tmpdir(), 'segur-check-replay-'));
  try {
    const extracted = await extractSeal(archive, folder, doing.signal);
    if (!extracted) return { outcome: 'interrupted', ...known };
    return { ...known, ...(await rerun(folder, extracted, options, doing)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Undefined when there is no such file. @throws UserError for one that is no seal. */
async function readArchive(file: string): Promise<Uint8Array | undefined> {
  const stats = await stat(file).catch(() => undefined);
  if (!stats) return undefined;
  // A seal is larger than what it holds by its names and headers at most.
  if (!stats.isFile() || stats.size > MAX_SEAL_BYTES * 1.05) throw new UserError('replay-not-a-seal', { path: file });
  return readFile(file);
}

async function refusal(
  integrity: Exclude<Integrity, { outcome: 'intact' }>,
  file: string,
  archive: Uint8Array,
  language: Language,
): Promise<Found> {
  if (integrity.outcome === 'not-a-seal') throw new UserError('replay-not-a-seal', { path: file });
  if (integrity.outcome === 'other-version')
    throw new UserError('replay-version', { path: file, version: integrity.schema });
  const { alterations, problem } = integrity;
  const mask = await maskOfArchive(archive);
  const catalogue = await loadCatalogue(language);
  const shown = problem && { ...problem, args: maskArgs(problem.args, mask, { reason: catalogue.readWords }) };
  return {
    outcome: 'altered',
    alterations: alterations.map(({ change, path, to }) => ({ change, path: mask(path), to: to && mask(to) })),
    problem: shown ? wordProblem(shown, catalogue) : null,
  };
}

type Given = Awaited<ReturnType<typeof readSignature>>;

function signatureOf(
  given: Given,
  verify: ((given: Exclude<Given, string | undefined>) => ReplaySignature) | undefined,
): ReplaySignature {
  if (given === undefined) return UNSIGNED;
  if (given === 'unreadable') return { ...UNSIGNED, status: 'unreadable' };
  return verify?.(given) ?? { ...UNSIGNED, status: 'unverified' };
}

/** @throws UserError for a lock that this version does not know, and limits that were raised. */
async function rerun(
  folder: string,
  extracted: Extracted,
  options: ReplayOptions,
  { terminal, signal }: Doing,
): Promise<Found> {
  const { paths, others } = extracted;
  const lock = parseLock(others.get(SEAL_LOCK_NAME));
  if (!lock) throw new UserError('replay-lock');
  refuseRaisedLimits(lock, parseLimits(options.limit));
  const drift = driftFrom(lock, [builtinPack(), ...(await givenPacks(options.pack))]);
  const missing = drift.flatMap(({ name, present }) => {
    const pack = present === null ? lock.packs.find(({ id }) => id === name) : undefined;
    return pack ? [pack] : [];
  });
  if (!options.across && missing.length > 0) return { outcome: 'missing', missing, drift };
  if (!options.across && drift.length > 0) return { outcome: 'drift', drift };
  const trust = await trustFile(folder, lock, others);
  const rem = await remFile(folder, lock, extracted);
  const { cli } = await cliTexts(terminal.language);
  const judged = await judgeDossier(join(folder, 'dossier'), {
    limits: sealedLimits(lock),
    denyProductionIdentities: lock.options.denyProductionIdentities,
    trust,
    pack: options.pack,
    rem: rem && join(folder, rem.path),
    onProgress: (stage, done, total) => terminal.progress(fill(cli[stage], { done, total })),
  });
  if (judged.interrupted || signal.aborted) return { outcome: 'interrupted', drift };
  const made = await madeEntries(judged.report, {
    denyProductionIdentities: lock.options.denyProductionIdentities,
    anchors: await readTrust(trust),
    rem,
    attachments: attachmentsOf({ ...judged, limits: sealedLimits(lock) }),
  });
  const dossier = (await discover(join(folder, 'dossier'))).map((path) => `${DOSSIER_PREFIX}${path}`);
  const entries = entryDifferences(made, others, paths, [...dossier, SEAL_NAME]).map((each) => ({
    ...each,
    path: judged.mask(each.path),
  }));
  return {
    outcome: entries.length === 0 ? 'identical' : 'differs',
    drift,
    entries,
    ...(await compared(judged, others.get(REPORT_NAME))),
  };
}

/** Whoever made a seal does not decide what this machine may be asked to hold. */
function refuseRaisedLimits(lock: SealLock, allowed: Limits): void {
  const raised = changedLimits(sealedLimits(lock)).filter(({ name, value }) => value > allowed[name as LimitName]);
  if (raised.length === 0) return;
  const asked = raised.map(({ name, value }) => `--limit ${name}=${value}`).join(' ');
  throw new UserError('replay-limits', { options: asked });
}

async function givenPacks(paths: readonly string[] | undefined): Promise<Pack[]> {
  const named = await namePacks(paths);
  const { packs } = await readFhirPackages(named.fhir);
  const official = identifyOfficial(named.official);
  return [...packs, ...(official ? [official] : [])];
}

/** The certificates that were given when the dossier was sealed, as a file beside it. */
async function trustFile(folder: string, { options }: SealLock, others: Extracted['others']): Promise<string[]> {
  const pem = options.trust === null ? undefined : others.get(options.trust);
  if (options.trust !== null && !pem) throw new UserError('replay-lock');
  if (!pem) return [];
  // Beside whatever the workbook is named.
  const file = join(await mkdtemp(join(folder, 'trust-')), 'trust.pem');
  await writeFile(file, pem, { flag: 'wx' });
  return [file];
}

/** The workbook that was sealed, as a file. The reader of archives refused paths that lead out. */
async function remFile(
  folder: string,
  { options }: SealLock,
  { paths, others }: Extracted,
): Promise<SealedRem | undefined> {
  const { rem } = options;
  if (rem === null) return undefined;
  if (!paths.includes(rem)) throw new UserError('replay-lock');
  const bytes = others.get(rem);
  if (bytes) await writeExtracted(folder, rem, bytes);
  return { path: rem, bytes };
}

async function compared(
  judged: JudgedDossier,
  sealed: Uint8Array | undefined,
): Promise<{ verdict: ReplayResult['verdict']; exit: number; comparison: Comparison | null }> {
  const report = judged.report(await loadCatalogue('fr'));
  const before = sealed && (await reportIn(sealed));
  return {
    verdict: report.summary.verdict,
    exit: report.summary.exit,
    comparison: before?.command === 'run' ? compareReports(before, report) : null,
  };
}

/** The sealed report, whatever it claims: undefined for what is none. */
async function reportIn(bytes: Uint8Array): Promise<Report | undefined> {
  if (!isBoundedJson(bytes)) return undefined;
  const isReport = await loadReportSchema();
  const value = parsedJson(bytes);
  return isReport(value) ? value : undefined;
}
