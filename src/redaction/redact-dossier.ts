import { mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Declaration, type Kind, withContents } from '../artifacts/artifact.js';
import type { Limits } from '../artifacts/limits.js';
import { inDraftFolder } from '../dossier/draft-folder.js';
import { MANIFEST_NAME, type WithheldFile } from '../dossier/manifest.js';
import { type NamedFile, readFromDisk } from '../dossier/read-file.js';
import { UserError } from '../dossier/user-error.js';
import { hideForms } from '../report/hide-forms.js';
import type { Originals } from './originals.js';
import { Redactor } from './redactor.js';
import { FileRewriter } from './rewrite-file.js';
import { withRedactionNote } from './rewrite-manifest.js';
import { searchedTexts } from './searched-texts.js';
import { SurvivorSearch } from './survivors.js';
import { Withheld, type WithheldReason } from './withheld.js';

/** A file of a dossier as it is to be copied. */
interface Known {
  readonly file: NamedFile;
  readonly kind: Kind;
  /** Kinds of what it contains. */
  readonly holds: readonly Kind[];
  readonly isUnreadable: boolean;
}

export interface Redaction {
  /** Paths of the copy, in order. */
  readonly copied: readonly string[];
  readonly withheld: readonly WithheldFile[];
  /** Paths of the copy that were removed from it: the last search found an original value there. */
  readonly survivors: readonly string[];
  readonly replaced: { readonly secrets: number; readonly people: number };
}

/** What a dossier holds beside its artifacts, and how the work is told. */
interface Options {
  readonly limits: Limits;
  readonly signal: AbortSignal;
  readonly onFile: (done: number, total: number) => void;
  /** Ids of the proofs that a path is given for. */
  readonly proofsOf: (path: string) => readonly string[];
}

/**
 * Writes a copy of a dossier whose secrets and identities are replaced. It appears under its name once it is whole and was searched; undefined when the
 * work was interrupted, and nothing is left of it.
 * @param others files that are no artifacts, as house scenarios and certificates are.
 */
export async function redactDossier(
  manifest: string,
  originals: Originals,
  files: readonly NamedFile[],
  target: string,
  options: Options,
): Promise<Redaction | undefined> {
  const { limits, signal, onFile } = options;
  const known: Known[] = [];
  for (const [done, file] of files.entries()) {
    if (signal.aborted) return undefined;
    onFile(done, files.length * 3);
    known.push(await takeNote(file, originals, limits));
  }
  originals.addText([manifest, ...files.map(({ shown }) => shown)].join('\n'));
  const rewriter = new FileRewriter(new Redactor(originals), limits);
  // Once for the digests of the documents, which other files tell.
  for (const [done, each] of known.entries()) {
    if (signal.aborted) return undefined;
    onFile(files.length + done, files.length * 3);
    await rewritten(each, rewriter);
  }
  return inDraftFolder(target, hideForms(target), async (draft) => {
    const copy = new Copy(draft, rewriter, new SurvivorSearch(originals), limits, options.proofsOf);
    for (const [done, each] of known.entries()) {
      if (signal.aborted) return undefined;
      onFile(files.length * 2 + done, files.length * 3);
      await copy.add(each, await rewritten(each, rewriter));
    }
    await copy.finish(manifest);
    if (signal.aborted) return undefined;
    await rmdir(target).catch(ignoreMissing);
    await rename(draft, target);
    return {
      ...copy,
      replaced: { secrets: originals.secrets.size + originals.tokens.size, people: originals.words.size },
    };
  });
}

/** Takes note of what a file tells, and of what it is. */
async function takeNote(file: NamedFile, originals: Originals, limits: Limits): Promise<Known> {
  const { artifact, unreadable } = await readFromDisk(file, limits);
  originals.addText(file.shown);
  if (artifact) originals.add(artifact);
  for (const { people = [] } of unreadable) for (const person of people) originals.addPerson(person);
  const kind = artifact?.kind ?? unreadable[0]?.kind ?? 'other';
  if (artifact && !NO_TEXT.has(kind) && artifact.bytes <= limits.fileBytes)
    for (const text of searchedTexts(await readFile(file.file), limits)) originals.addText(text);
  const holds = artifact ? [...new Set([...withContents(artifact)].slice(1).map((each) => each.kind))] : [];
  return { file, kind, holds, isUnreadable: unreadable.length > 0 };
}

const NO_TEXT: ReadonlySet<Kind> = new Set(['image', 'video', 'pdf', 'xlsx']);

async function rewritten(
  { file, kind, isUnreadable }: Known,
  rewriter: FileRewriter,
): Promise<Buffer | WithheldReason> {
  if (isUnreadable) return 'unreadable';
  try {
    // What is never rewritten is not read either: a film may be larger than the memory.
    return await rewriter.rewrite(NO_TEXT.has(kind) ? Buffer.alloc(0) : await readFile(file.file), kind);
  } catch (error) {
    if (error instanceof Withheld) return error.reason;
    throw error;
  }
}

/** The copy that is being written. */
class Copy {
  readonly copied: string[] = [];
  readonly withheld: WithheldFile[] = [];
  readonly survivors: string[] = [];
  readonly #draft: string;
  readonly #rewriter: FileRewriter;
  readonly #search: SurvivorSearch;
  readonly #limits: Limits;
  readonly #proofsOf: (path: string) => readonly string[];

  constructor(
    draft: string,
    rewriter: FileRewriter,
    search: SurvivorSearch,
    limits: Limits,
    proofsOf: (path: string) => readonly string[],
  ) {
    this.#draft = draft;
    this.#rewriter = rewriter;
    this.#search = search;
    this.#limits = limits;
    this.#proofsOf = proofsOf;
  }

  async add(known: Known, bytes: Buffer | WithheldReason): Promise<void> {
    const path = this.#rewriter.redactor.path(known.file.shown);
    const reason = typeof bytes === 'string' ? bytes : await this.#write(path, bytes, known);
    if (reason === undefined) {
      this.copied.push(path);
      return;
    }
    if (reason === 'survivor') this.survivors.push(path);
    const proves = this.#proofsOf(known.file.shown);
    this.withheld.push({
      path,
      kind: known.kind,
      ...(known.holds.length > 0 && { holds: known.holds }),
      reason,
      ...(proves.length > 0 && { proves }),
    });
  }

  /** Writes a file and reads it again: what is left of the originals, or is no longer what it was, is taken away. */
  async #write(path: string, bytes: Buffer, { kind, file }: Known): Promise<WithheldReason | undefined> {
    const written = join(this.#draft, path);
    if (this.copied.includes(path) || path === MANIFEST_NAME) return 'changed-kind';
    await mkdir(dirname(written), { recursive: true });
    await writeFile(written, bytes, { flag: 'wx' });
    const reason = await this.#judge(written, path, kind, file.declared);
    if (reason !== undefined) await rm(written);
    return reason;
  }

  async #judge(written: string, path: string, kind: Kind, declared: Declaration): Promise<WithheldReason | undefined> {
    const texts = [path, ...searchedTexts(await readFile(written), this.#limits)];
    if (texts.some((text) => this.#search.in(text) !== undefined)) return 'survivor';
    const { artifact, unreadable } = await readFromDisk({ file: written, shown: path, declared }, this.#limits);
    return artifact?.kind === kind && unreadable.length === 0 ? undefined : 'changed-kind';
  }

  /** The manifest comes last: a folder without it is no dossier. */
  async finish(manifest: string): Promise<void> {
    const text = withRedactionNote(this.#rewriter.redactor.text(manifest), this.withheld);
    // Without it the copy would be no dossier, and with it, no copy.
    if (this.#search.in(text) !== undefined) throw new UserError('redact-manifest');
    await writeFile(join(this.#draft, MANIFEST_NAME), text, { flag: 'wx' });
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
