import { createHash } from 'node:crypto';
import type { Artifact, Declaration, Kind, Unreadable } from './artifact.js';
import { readCda } from './cda.js';
import { fhirResourceType } from './fhir.js';
import { looksLikeHar, readHar } from './har.js';
import { parseJson } from './json-document.js';
import { looksLikeJwt, parseJwt } from './jwt.js';
import { LIMITS } from './limits.js';
import type { Location } from './location.js';
import { attachments, looksLikeMail, readMail } from './mail.js';
import { imageFormat, videoFormat } from './media.js';
import { looksLikePdf, readPdf } from './pdf.js';
import { ReadError } from './read-error.js';
import { decodeFile } from './text.js';
import { isLeaflet, isXdm, subsetFolder, type XdmSubset, xdmEntry } from './xdm.js';
import { readXdsMetadata } from './xds-metadata.js';
import { parseXml } from './xml/parse.js';
import { looksLikeZip, readZip, type ZipEntry } from './zip.js';

/** A file or an entry of a container, before it is read. */
export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly declared: Declaration;
}

/** What one file of the dossier has made us read so far, all its containers together. */
interface Budget {
  contained: number;
  bytes: number;
}

/** What reading one file gave: an artifact with its contents, and whatever in it could not be read. */
export interface Reading {
  readonly artifact: Artifact | undefined;
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads one file, recognised by its content; its name only tells what it claims to be. Never throws on bad input.
 * @param containers paths of what contains it, outermost first.
 */
export async function read(
  input: Input,
  containers: readonly string[] = [],
  budget: Budget = { contained: 0, bytes: 0 },
): Promise<Reading> {
  const identity = {
    path: input.path,
    containers,
    sha256: createHash('sha256').update(input.bytes).digest('hex'),
    bytes: input.bytes.length,
    declared: input.declared,
  };
  try {
    if (input.bytes.length === 0) throw new ReadError('read/empty');
    if (input.bytes.length > LIMITS.fileBytes) throw new ReadError('read/too-large', { maximum: LIMITS.fileBytes });
    if (containers.length > LIMITS.nesting) throw new ReadError('read/nesting', { maximum: LIMITS.nesting });
    if (containers.length > 0) spend(budget, input.bytes.length);
    const { artifact, unreadable } = await recognise(input, identity, budget);
    return { artifact, unreadable };
  } catch (error) {
    const problem =
      error instanceof ReadError
        ? { code: error.code, args: error.args, location: error.location }
        : {
            code: 'read/failed' as const,
            args: { reason: error instanceof Error ? error.message : String(error) },
            location: NOWHERE,
          };
    return { artifact: undefined, unreadable: [{ ...identity, kind: claimedKind(input.path), problems: [problem] }] };
  }
}

/** A few kilobytes can unfold into millions of entries: what one file holds is counted over all its levels. */
function spend(budget: Budget, bytes: number): void {
  budget.contained++;
  budget.bytes += bytes;
  if (budget.contained > LIMITS.contained)
    throw new ReadError('read/zip-limit', { limit: 'entries', maximum: LIMITS.contained });
  if (budget.bytes > LIMITS.zipTotalBytes)
    throw new ReadError('read/zip-limit', { limit: 'total-size', maximum: LIMITS.zipTotalBytes });
}

const NOWHERE: Location = {};

type Identity = Pick<Artifact, 'path' | 'containers' | 'sha256' | 'bytes' | 'declared'>;

async function recognise(input: Input, identity: Identity, budget: Budget): Promise<Reading> {
  const { bytes } = input;
  const alone = (artifact: Artifact): Reading => ({ artifact, unreadable: [] });
  if (looksLikeZip(bytes)) return readArchive(input, identity, budget);
  const image = imageFormat(bytes);
  if (image) return alone({ ...identity, kind: 'image', content: { format: image }, children: [] });
  const video = videoFormat(bytes);
  if (video) return alone({ ...identity, kind: 'video', content: { format: video }, children: [] });
  const start = headOf(bytes);
  if (start.startsWith('<') && !isHtml(start)) {
    const cda = readCda(parseXml(bytes));
    return alone(cda ? { ...identity, kind: 'cda', content: cda, children: [] } : other(identity));
  }
  if (start.startsWith('{')) return alone(readJson(bytes, identity));
  if (looksLikeMail(bytes)) return readMessage(input, identity, budget);
  if (start.startsWith('eyJ')) {
    const text = decodeFile(bytes);
    if (looksLikeJwt(text)) return alone({ ...identity, kind: 'jwt', content: parseJwt(text), children: [] });
  }
  // Last, since readers accept `%PDF-` anywhere in the first kilobyte, where a mail may quote it.
  if (looksLikePdf(bytes)) return alone({ ...identity, kind: 'pdf', content: readPdf(bytes), children: [] });
  refuseFalseClaim(input.path);
  return alone(other(identity));
}

/** First characters of a text, whatever its charset: byte order mark, null bytes of UTF-16 and leading blanks dropped. */
function headOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replace(/\0/g, '');
  return head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart();
}

/** A page is nobody's artifact, and its document type is no attack: what comes first after the prolog tells. */
function isHtml(start: string): boolean {
  return /^(?:<\?[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->|\s)*<(?:!doctype\s+html|html[\s>])/i.test(start);
}

function other(identity: Identity): Artifact<'other'> {
  return { ...identity, kind: 'other', content: undefined, children: [] };
}

function readJson(bytes: Uint8Array, identity: Identity): Artifact {
  const json = parseJson(decodeFile(bytes));
  if (looksLikeHar(json.value)) return { ...identity, kind: 'har', content: readHar(json), children: [] };
  const resourceType = fhirResourceType(json.value);
  if (resourceType) return { ...identity, kind: 'fhir', content: { resourceType, json }, children: [] };
  return other(identity);
}

async function readMessage(input: Input, identity: Identity, budget: Budget): Promise<Reading> {
  const content = readMail(input.bytes);
  const parts = attachments(content).map((part, index) => ({
    name: part.fileName ?? `part-${index + 1}`,
    data: part.body,
  }));
  const { children, unreadable } = await readChildren(input, parts, identity.containers, budget);
  return { artifact: { ...identity, kind: 'mail', content, children }, unreadable };
}

async function readArchive(input: Input, identity: Identity, budget: Budget): Promise<Reading> {
  const entries = await readZip(input.bytes);
  // Office documents are ZIP archives too: what is not an XDM archive is not opened.
  if (!isXdm(entries)) return { artifact: other(identity), unreadable: [] };
  const subsets: XdmSubset[] = [];
  const broken: Unreadable[] = [];
  const documents: ZipEntry[] = [];
  for (const entry of entries) {
    const folder = subsetFolder(entry.name);
    const path = `${input.path}!${entry.name}`;
    if (folder !== undefined) {
      const reading = readMetadata(entry, path);
      if (reading instanceof ReadError) {
        const { code, args, location } = reading;
        const sha256 = createHash('sha256').update(entry.data).digest('hex');
        broken.push({
          path,
          containers: [...identity.containers, input.path],
          sha256,
          bytes: entry.data.length,
          kind: 'other',
          declared: input.declared,
          problems: [{ code, args, location }],
        });
      } else subsets.push({ folder, path, metadata: reading });
    } else if (!isLeaflet(entry.name)) documents.push(entry);
  }
  const { children, unreadable } = await readChildren(input, documents, identity.containers, budget);
  const content = { entries: entries.map(xdmEntry), subsets };
  return { artifact: { ...identity, kind: 'xdm', content, children }, unreadable: [...broken, ...unreadable] };
}

function readMetadata(entry: ZipEntry, path: string): XdmSubset['metadata'] | ReadError {
  try {
    return readXdsMetadata(parseXml(entry.data));
  } catch (error) {
    if (error instanceof ReadError) return error;
    throw new ReadError('read/failed', {
      reason: `${path}: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}

async function readChildren(
  input: Input,
  entries: readonly ZipEntry[],
  containers: readonly string[],
  budget: Budget,
): Promise<{ children: Artifact[]; unreadable: Unreadable[] }> {
  const children: Artifact[] = [];
  const unreadable: Unreadable[] = [];
  const taken = new Set<string>();
  for (const entry of entries) {
    const wanted = withoutBang(entry.name);
    let name = wanted;
    for (let copy = 2; taken.has(name); copy++) name = `${wanted}#${copy}`;
    taken.add(name);
    const path = `${input.path}!${name}`;
    const reading = await read(
      { path, bytes: entry.data, declared: input.declared },
      [...containers, input.path],
      budget,
    );
    if (reading.artifact) children.push(reading.artifact);
    unreadable.push(...reading.unreadable);
  }
  return { children, unreadable };
}

/** `!` parts a container from its entry in paths: in a name it is written `%21`, so that no two artifacts share a path. */
export function withoutBang(name: string): string {
  return name.replaceAll('!', '%21');
}

const CLAIMS: Readonly<Record<string, Kind>> = {
  eml: 'mail',
  xml: 'cda',
  zip: 'xdm',
  har: 'har',
  json: 'har',
  jwt: 'jwt',
  pdf: 'pdf',
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  mp4: 'video',
};

function claimedKind(path: string): Kind {
  return CLAIMS[/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'other';
}

/** A file whose name claims a kind that its content is not can't be passed over in silence. */
function refuseFalseClaim(path: string): void {
  switch (claimedKind(path)) {
    case 'mail':
      throw new ReadError('read/mail', { reason: 'no-header' }, { line: 1 });
    case 'cda':
      throw new ReadError('read/xml', { reason: 'no-tag' }, { line: 1, column: 1 });
    case 'xdm':
      throw new ReadError('read/zip', { reason: 'no-zip-signature' });
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
