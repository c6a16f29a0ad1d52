import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { fileOf, type Kind, type Outline } from '../artifacts/artifact.js';
import { groupBy } from '../artifacts/group-by.js';
import type { Limits } from '../artifacts/limits.js';
import { imageFormat } from '../artifacts/media/formats.js';
import { decodeFile, decodeXml } from '../artifacts/text/decode.js';
import { type NamedFile, readFromDisk } from '../dossier/read-file.js';
import type { Attachments } from '../report/attachments.js';
import { type Extract, extractOf } from '../report/extract.js';
import { worstFirst } from '../report/find-findings.js';
import { type Mask, NO_MASK } from '../report/mask.js';

/** What one report shows of its sources: files are read again, and only so many. */
const MOST_EXTRACTS = 1000;
const MOST_FILES = 200;
const MOST_BYTES = 128 * 1024 * 1024;
/** Kinds whose lines may be shown masked: texts whose words are apart, and of whom a reader knows whom they name. */
const TEXTS: ReadonlySet<Kind> = new Set(['cda', 'fhir', 'har', 'hl7v2', 'log', 'mail', 'oidc', 'soap', 'xdm']);
/** Bytes of an image, and of all: there is nothing to make a smaller one with. */
const IMAGE_BYTES = 64 * 1024;
const IMAGES_BYTES = 2 * 1024 * 1024;
/** What every browser draws, and nothing else: an SVG is a page. */
const DRAWN: ReadonlySet<string | undefined> = new Set(['png', 'jpeg', 'gif', 'webp']);

/** Sources of findings and proofs, read again from the disk when a report wants them. A file that has changed since it was judged shows nothing. */
export function attachmentsOf({
  files,
  artifacts,
  limits,
  mask,
}: {
  readonly files: readonly NamedFile[];
  /** Of every depth. */
  readonly artifacts: readonly Outline[];
  readonly limits: Limits;
  readonly mask: Mask;
}): Attachments {
  // Masked when a report first asks: few do, and there may be ten thousand.
  let byShown: ReadonlyMap<string, readonly Outline[]> | undefined;
  /** Two paths may look the same once they are masked. */
  const only = (shown: string): Outline | undefined => {
    byShown ??= groupBy(artifacts, ({ path }) => mask(path));
    const [first, ...others] = byShown.get(shown) ?? [];
    return others.length === 0 ? first : undefined;
  };
  const onDisk = new Map(files.map((file) => [file.shown, file]));
  return {
    // Where it is seen from the sources, from what is built and from the bundle.
    script: () => readFileSync(new URL('../report/html/page-script.js', import.meta.url), 'utf8'),
    extracts: async (findings) => {
      const wanted = worstFirst({ findings }).flatMap((finding) => {
        if (finding.location.line === undefined) return [];
        const outline = only(finding.artifact);
        if (!outline || (mask !== NO_MASK && !TEXTS.has(outline.kind))) return [];
        return [{ finding, outline }];
      });
      const byFile = groupBy(wanted.slice(0, MOST_EXTRACTS), ({ outline }) => fileOf(outline));
      const extracts = new Map<string, Extract>();
      let bytes = 0;
      for (const [path, places] of [...byFile].slice(0, MOST_FILES)) {
        const file = onDisk.get(path);
        const root = artifacts.find((each) => each.path === path);
        if (!file || !root || bytes + root.bytes > MOST_BYTES) continue;
        bytes += root.bytes;
        const inside = places.map(({ outline }) => outline);
        const sources = await sourcesIn(file, root, inside, limits);
        for (const [artifact, found] of groupBy(places, ({ outline }) => outline)) {
          const text = textIn(sources, artifact);
          const lines = text?.split(artifact.kind === 'hl7v2' ? /\r\n|[\r\n]/ : /\r?\n/) ?? [];
          for (const { finding } of found) {
            const { line = 0, column } = finding.location;
            const extract = extractOf(lines, { line, ...(column !== undefined && { column }) }, mask);
            if (extract) extracts.set(finding.id, extract);
          }
        }
      }
      return extracts;
    },
    images: (paths) => (mask === NO_MASK ? imagesOf(paths, only, onDisk) : undefined),
  };
}

/** The bytes of a file, and of what it contains when that is wanted; nothing of a file that is no longer what was judged. */
async function sourcesIn(
  file: NamedFile,
  root: Outline,
  wanted: readonly Outline[],
  limits: Limits,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const bytes = bytesOf(file, root);
  if (!bytes) return new Map();
  const sources = new Map<string, Uint8Array>([[root.path, bytes]]);
  if (wanted.some(({ path }) => path !== root.path)) {
    const paths = new Set(wanted.map(({ path }) => path));
    // No datamatrix is searched again.
    const { datamatrix: _, ...declared } = file.declared;
    const onBytes = (path: string, found: Uint8Array): void => {
      if (paths.has(path)) sources.set(path, found);
    };
    await readFromDisk({ ...file, declared }, limits, { onBytes });
  }
  return sources;
}

function bytesOf({ file }: NamedFile, { sha256, bytes }: Outline): Uint8Array | undefined {
  if (statSync(file, { throwIfNoEntry: false })?.size !== bytes) return undefined;
  const read = readFileSync(file);
  return createHash('sha256').update(read).digest('hex') === sha256 ? read : undefined;
}

/** The text that the places of an artifact are in: its own, or that of the file that tells what it is. */
function textIn(sources: ReadonlyMap<string, Uint8Array>, { path, containers }: Outline): string | undefined {
  const bytes = sources.get(path) ?? sources.get(containers.at(-1) ?? path);
  if (!bytes) return undefined;
  for (const decode of [decodeXml, decodeFile]) {
    try {
      return decode(bytes);
    } catch {
      // Neither what it declares nor Unicode: the lines are the same in Latin-1.
    }
  }
  return Buffer.from(bytes).toString('latin1');
}

async function imagesOf(
  paths: readonly string[],
  only: (path: string) => Outline | undefined,
  onDisk: ReadonlyMap<string, NamedFile>,
): Promise<ReadonlyMap<string, string>> {
  const images = new Map<string, string>();
  let total = 0;
  for (const path of new Set(paths)) {
    const outline = only(path);
    const file = outline && onDisk.get(outline.path);
    if (!file || outline.bytes > IMAGE_BYTES || total + outline.bytes > IMAGES_BYTES) continue;
    const bytes = bytesOf(file, outline);
    const format = bytes && imageFormat(bytes);
    if (!bytes || !DRAWN.has(format)) continue;
    total += bytes.length;
    images.set(path, `data:image/${format};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  return images;
}
