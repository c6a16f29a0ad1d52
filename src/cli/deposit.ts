import { type Artifact, isKind } from '../artifacts/artifact.js';
import { withoutBang } from '../artifacts/child-names.js';
import { type LiveSecret, liveSecrets } from '../dossier/live-secrets.js';
import { loadCatalogue } from '../messages/catalogue.js';
import { fill, type Language } from '../messages/fill.js';
import { chapterChecklist, wholeChecklist } from '../report/deposit/checklist.js';
import { CHECKLIST_NAME, INDEX_NAME } from '../report/deposit/deposit-names.js';
import { indexFile } from '../report/deposit/index-file.js';
import { type DepositChapter, depositPlan } from '../report/deposit/plan.js';
import type { DepositFile } from '../report/deposit/proof-formats.js';
import { cliTexts } from './cli-texts.js';
import { depositTarget } from './deposit-target.js';
import type { JudgedDossier } from './judge-dossier.js';
import type { ReportRequest } from './report-requests.js';
import type { Terminal } from './terminal.js';
import { type DepositedFile, writeDeposit } from './write-deposit.js';

/** Bytes above which a warning is given: ours, since those of Convergence are not published. */
const FILE_BYTES = 100_000_000;
const CHAPTER_BYTES = 1_000_000_000;

/** Long ago: every secret opens something then, so that a checklist holds no clock. */
const ALWAYS = new Date(-8.64e15);

/** A deposit that was asked for. */
export interface DepositRequest {
  /** Paths from the dossier's folder of an earlier deposit: no artifacts. */
  readonly inDossier: readonly string[];
  /** Keeps what a deposit needs to know of a file, as it is read. */
  note(artifact: Artifact): void;
  /** Writes the deposit of the dossier, once it was judged, and says what is in it. */
  write(judged: JudgedDossier, options: WriteOptions): Promise<void>;
}

interface WriteOptions {
  readonly terminal: Terminal;
  readonly lang: Language | undefined;
  readonly quiet: boolean;
}

/**
 * Begins a deposit to `dir`.
 * @throws UserError when it can't be written there, as `depositTarget` says.
 */
export async function requestDeposit(
  dir: string,
  dossier: string,
  reports: readonly ReportRequest[],
): Promise<DepositRequest> {
  const { path, inDossier } = await depositTarget(dir, dossier, reports);
  const notes: Notes = { files: new Map(), live: [] };
  return {
    inDossier,
    note: (artifact) => take(notes, artifact),
    write: (judged, options) => deposit(judged, notes, { path, shown: dir }, options),
  };
}

interface Notes {
  readonly files: Map<string, DepositFile>;
  /** Secrets that can be used now, by the file that holds them. */
  readonly live: LiveSecret[];
}

function take({ files, live }: Notes, artifact: Artifact): void {
  live.push(...liveSecrets(artifact, new Date()).map((each) => ({ ...each, path: artifact.path })));
  files.set(artifact.path, {
    kind: artifact.kind,
    format: isKind(artifact, 'image') || isKind(artifact, 'video') ? artifact.content.format : undefined,
    encrypted: isKind(artifact, 'pdf') && artifact.content.encrypted,
    secrets: liveSecrets(artifact, ALWAYS).map(({ kind, until }) => ({ kind, until })),
  });
}

async function deposit(
  judged: JudgedDossier,
  notes: Notes,
  target: { readonly path: string; readonly shown: string },
  options: WriteOptions,
): Promise<void> {
  const { terminal, quiet } = options;
  const { cli } = await cliTexts(terminal.language);
  const say = (text: string): void => {
    if (!quiet) terminal.err(`${text}\n`);
  };
  if (judged.interrupted) return say(cli.deposit.interrupted);
  const { manifest, results, mask } = judged;
  const given = new Map(results.map((each) => [each.planned.requirement.requirement, each]));
  const catalogue = await loadCatalogue(options.lang ?? 'fr');
  const report = judged.report(catalogue);
  const limits = {
    fileBytes: manifest.deposit?.['max-file-bytes'] ?? FILE_BYTES,
    chapterBytes: manifest.deposit?.['max-chapter-bytes'] ?? CHAPTER_BYTES,
  };
  const { candidate, statements = {} } = manifest;
  const texts = catalogue.report;
  const chapters = depositPlan({ report, given, files: notes.files, candidate, statements, limits }, texts.deposit);
  const context = { report, limits, texts };
  const onDisk = new Map(judged.files.map(({ shown, file }) => [withoutBang(shown), file]));
  await writeDeposit(target.path, [
    { path: INDEX_NAME, content: indexFile(chapters, texts) },
    { path: CHECKLIST_NAME, content: wholeChecklist(chapters, context) },
    ...chapters.flatMap((chapter) => [
      { path: `${chapter.folder}/${CHECKLIST_NAME}`, content: chapterChecklist(chapter, context) },
      ...proofFiles(chapter, onDisk),
    ]),
  ]);
  const proofs = chapters.flatMap((chapter) => chapter.proofs);
  const deposited = new Set(proofs.flatMap(({ entries }) => entries.map(({ source }) => source?.path)));
  const secrets = notes.live.filter(({ path }) => deposited.has(path));
  const lines = secrets.map(({ path, kind, until }) => {
    const name = cli.redact.kinds[kind];
    const what = until === undefined ? name : fill(cli.deposit.until, { kind: name, until });
    return fill(cli.deposit.live, { path: mask(path), what });
  });
  for (const line of new Set(lines)) say(line);
  const count = (state: DepositChapter['state']): number => chapters.filter((each) => each.state === state).length;
  say(
    fill(cli.deposit.written, {
      path: target.shown,
      count: proofs.filter(({ evidence }) => evidence.status === 'present').length,
      complete: count('complete'),
      incomplete: count('incomplete'),
      warnings: proofs.reduce((sum, { warnings }) => sum + warnings.length, 0),
      checklist: CHECKLIST_NAME,
    }),
  );
}

function proofFiles({ folder, proofs }: DepositChapter, onDisk: ReadonlyMap<string, string>): DepositedFile[] {
  return proofs.flatMap(({ entries }) =>
    entries.map(({ name, source, content = '', sha256 = '' }) => ({
      path: `${folder}/${name}`,
      content: source ? { file: onDisk.get(source.path) ?? '', shown: source.shown, sha256 } : content,
    })),
  );
}
