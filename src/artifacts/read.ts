import { createHash } from 'node:crypto';
import { type Artifact, type Declaration, isKind, type Kind, type Unreadable, withContents } from './artifact.js';
import { bufferOf } from './buffer-of.js';
import { ChildNames } from './child-names.js';
import { claimedKind } from './claimed-kind.js';
import { NOTHING, type ReadOptions } from './extractors.js';
import { LIMITS, type Limits } from './limits.js';
import type { Access } from './media/access.js';
import { readMedia } from './media/media.js';
import type { OtherContent } from './other/other.js';
import { unrecognised } from './other/unrecognised.js';
import { needsPdfTexts, PdfTexts } from './pdf/pdf-texts.js';
import { peopleInText } from './people/people-in-text.js';
import { overLimit, ReadError, type ReadProblem } from './read-error.js';
import { READERS } from './readers.js';
import { type Contained, Source } from './source.js';

/** A file or an entry of a container, before it is read. */
export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly declared: Declaration;
  /** Lower-case hexadecimal, when it was computed while the bytes were read. */
  readonly sha256?: string;
}

/** What reading one file gave: an artifact with its contents, and whatever in it could not be read. */
export interface Reading {
  readonly artifact: Artifact | undefined;
  readonly unreadable: readonly Unreadable[];
}

/** Reads one file, recognised by its content; its name only tells what it claims to be. Never throws on bad input. */
export async function read(input: Input, limits: Limits = LIMITS, options: ReadOptions = {}): Promise<Reading> {
  const datamatrix = options.datamatrix === true || input.declared.datamatrix === true;
  const reading = await new FileReader(limits, { ...options, datamatrix }).read(input, []);
  return input.declared.datamatrix ? withDeclaredDatamatrix(input, reading) : reading;
}

/** Who a file is, before what it is. */
type Identity = Omit<Unreadable, 'kind' | 'problems' | 'people'>;

/** What a file that can't be read gives. @param bytes what was read of it. */
export function unreadable(identity: Identity, { code, args, location }: ReadProblem, bytes?: Uint8Array): Reading {
  const problems = [{ code, args, location }];
  const people = bytes ? peopleInText(bytes) : [];
  const kind = claimedKind(identity.path);
  return { artifact: undefined, unreadable: [{ ...identity, kind, problems, ...(people.length > 0 && { people }) }] };
}

/** Reads an image or a film by pieces. Never throws on bad input. */
export async function readStreamed(identity: Identity, access: Access, limits: Limits): Promise<Reading> {
  try {
    const media = await readMedia(access, limits);
    if (!media) throw new ReadError('read/refused', { reason: 'file-changed' });
    return { artifact: { ...identity, ...media, children: [] }, unreadable: [] };
  } catch (error) {
    return unreadable(identity, problemOf(error));
  }
}

function problemOf(error: unknown): ReadProblem {
  if (error instanceof ReadError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'read/failed', args: { reason }, location: {} };
}

/** A file that is declared to show a datamatrix, and in which none is found, is read; the datamatrix is what is not. */
function withDeclaredDatamatrix({ path, declared }: Input, reading: Reading): Reading {
  const { artifact } = reading;
  const found = artifact && [...withContents(artifact)].some(({ kind }) => kind === 'datamatrix');
  if (!artifact || found || reading.unreadable.some(({ kind }) => kind === 'datamatrix')) return reading;
  const missing = { path: `${path}!${NOTHING.name}`, containers: [path], sha256: '', bytes: 0, declared };
  const none = unreadable(missing, new ReadError('read/datamatrix', { reason: 'datamatrix-none' }));
  return { artifact, unreadable: [...reading.unreadable, ...none.unreadable] };
}

/** Reads a file and all that it contains, counting what it made us read so far: a few kilobytes can unfold into millions of entries. */
class FileReader {
  #contained = 0;
  #bytes = 0;
  /** Of the file that is read first. */
  #size = 0;
  /** For what it contains. */
  readonly #inside: Limits;
  readonly #texts: PdfTexts;

  constructor(
    readonly limits: Limits,
    readonly options: ReadOptions,
  ) {
    this.#inside = { ...limits, spent: { values: 0 } };
    this.#texts = new PdfTexts(limits, options.extractors);
  }

  /** @param containers paths of what contains it, outermost first. */
  async read(
    input: Input & Pick<Contained, 'problem' | 'recognised'>,
    containers: readonly string[],
  ): Promise<Reading> {
    const bytes = bufferOf(input.bytes);
    const identity = {
      path: input.path,
      containers,
      sha256: input.sha256 ?? createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      declared: input.declared,
    };
    if (input.problem) return unreadable(identity, input.problem, bytes);
    try {
      if (bytes.length === 0) return { artifact: emptyFile(identity), unreadable: [] };
      this.#admit(bytes.length, containers.length);
      const limits = containers.length === 0 ? this.limits : this.#inside;
      if (!input.recognised) this.options.onBytes?.(input.path, bytes);
      const source = new Source(input.path, bytes, limits, input.declared, this.options);
      for (const reader of input.recognised ? [input.recognised] : READERS) {
        const recognised = await reader(source);
        if (!recognised) continue;
        const { contains = [], ...own } = recognised;
        const { children, pdfs, unreadable } = await this.#children(input, own.kind, contains, [
          ...containers,
          input.path,
        ]);
        const reserves = [...source.reserves, ...(own.reserves ?? [])];
        const artifact: Artifact = { ...identity, ...own, reserves, children };
        const needsTexts = !this.options.onlyCda && needsPdfTexts(artifact);
        return { artifact: needsTexts ? await this.#withTexts(artifact, pdfs) : artifact, unreadable };
      }
      const content = unrecognised(source);
      const isInnocent = source.misread !== undefined || isAppleDouble(bytes);
      if (FORMLESS.has(content.code) && !isInnocent) refuseFalseClaim(input.path, content.code);
      const people = peopleInText(bytes);
      return {
        artifact: {
          ...identity,
          kind: 'other',
          content: people.length > 0 ? { ...content, people } : content,
          children: [],
        },
        unreadable: [],
      };
    } catch (error) {
      if (!this.#isExhausted()) return unreadable(identity, problemOf(error), bytes);
      // One refusal of the file, not one of each thing in it that comes too late.
      if (containers.length > 0) throw error;
      const { code, args } = problemOf(error);
      return unreadable(identity, { code, args, location: {} }, bytes);
    }
  }

  #isExhausted(): boolean {
    const values = this.#inside.spent?.values ?? 0;
    return values > this.limits.containedValues || this.#bytes > this.#mostBytes;
  }

  /** What is only taken apart, as the mails of a mailbox and their parts, weighs no more than the file at each level. */
  get #mostBytes(): number {
    return Math.max(this.limits.zipTotalBytes, 3 * this.#size);
  }

  #admit(bytes: number, depth: number): void {
    const { limits } = this;
    if (bytes > limits.fileBytes) throw overLimit(limits, 'fileBytes', bytes);
    if (depth === 0) {
      this.#size = bytes;
      return;
    }
    if (depth > limits.nesting) throw overLimit(limits, 'nesting', depth);
    this.#bytes += bytes;
    if (++this.#contained > limits.contained) throw overLimit(limits, 'contained', this.#contained);
    if (this.#bytes > this.#mostBytes) throw overLimit(limits, 'zipTotalBytes', this.#bytes);
  }

  async #children(
    { path, declared }: Input,
    within: Kind,
    contains: readonly Contained[],
    containers: readonly string[],
  ): Promise<{ children: Artifact[]; pdfs: ReadonlyMap<string, Contained>; unreadable: Unreadable[] }> {
    const children: Artifact[] = [];
    const pdfs = new Map<string, Contained>();
    const unreadable: Unreadable[] = [];
    // One refusal of the container, not one of each thing too many.
    const all = this.#contained + contains.length;
    if (all > this.limits.contained) throw overLimit(this.limits, 'contained', all);
    const names = new ChildNames();
    for (const each of contains) {
      const { name, role, ...contained } = each;
      const own = role ? { role, ...declared } : declared;
      const reading = await this.read({ ...contained, path: `${path}!${names.of(name)}`, declared: own }, containers);
      if (reading.artifact) children.push({ ...reading.artifact, within });
      if (reading.artifact?.kind === 'pdf') pdfs.set(reading.artifact.path, each);
      unreadable.push(...reading.unreadable);
    }
    return { children, pdfs, unreadable };
  }

  async #withTexts<K extends Artifact>(artifact: K, pdfs: ReadonlyMap<string, Contained>): Promise<K> {
    const children: Artifact[] = [];
    for (const child of artifact.children) {
      const pdf = pdfs.get(child.path);
      children.push(pdf && isKind(child, 'pdf') ? await this.#texts.added(child, pdf.bytes) : child);
    }
    return { ...artifact, children };
  }
}

/** Nothing is missing in a file that claims to be nothing: a mailbox folder where no mail is, a marker that a tool left. */
function emptyFile(identity: Identity): Artifact {
  if (claimedKind(identity.path) !== 'other') throw new ReadError('read/empty');
  return {
    ...identity,
    kind: 'other',
    content: { code: 'unrecognised/empty', args: {}, nearest: undefined },
    children: [],
  };
}

/** What has no structure of its own may still claim one by its name. */
const FORMLESS: ReadonlySet<string> = new Set(['unrecognised/text', 'unrecognised/binary', 'unrecognised/html']);

/** What macOS puts beside each file, under its name: attributes that no other system has (AppleDouble, RFC 1740). */
function isAppleDouble(bytes: Buffer): boolean {
  return bytes.length >= 26 && bytes.readUInt32BE(0) === 0x00051607;
}

/** A file whose name claims a kind that its content is not can't be passed over in silence. */
function refuseFalseClaim(path: string, code: OtherContent['code']): void {
  switch (claimedKind(path)) {
    case 'mail':
    case 'mailbox':
      throw new ReadError('read/mail', { reason: 'no-header' }, { line: 1 });
    case 'cda':
      // XHTML is XML.
      if (code === 'unrecognised/html') return;
      throw new ReadError('read/xml', { reason: 'no-tag' }, { line: 1, column: 1 });
    case 'xdm':
      throw new ReadError('read/zip', { reason: 'no-zip-signature' });
    case 'hl7v2':
      throw new ReadError('read/hl7v2', { reason: 'no-msh' }, { line: 1 });
    case 'har':
      throw new ReadError('read/json', { reason: 'ValueExpected' }, { line: 1, column: 1 });
    case 'jwt':
      throw new ReadError('read/jwt', { reason: 'not-three-parts' });
    case 'pdf':
    case 'image':
    case 'video':
      throw new ReadError('read/not-as-named');
    default:
  }
}
