import { bufferOf } from '../buffer-of.js';
import { LIMITS, type Limits } from '../limits.js';
import { ReadError, type ReadProblem } from '../read-error.js';
import type { Recognised } from '../source.js';
import { attachmentsOf, containedFile } from './pdf-attachments.js';
import { filtersOf, isReference, PdfFile, type PdfStream } from './pdf-file.js';
import { nameOf, type PdfFont, readFont } from './pdf-fonts.js';
import type { PdfText } from './pdf-text.js';
import { type PdfDictionary, textOf } from './pdf-value.js';
import { type Visit, walk } from './pdf-walk.js';

/**
 * What a PDF says of itself. Identification is not validation: only a PDF/A validator can say that a file conforms. Objects are those that its
 * catalog leads to. Of an encrypted file, only what is not encrypted is known.
 */
export interface PdfContent {
  /** Version of the header, e.g. `1.4`. */
  readonly version: string;
  /** Version of the catalog, which wins when it is later (ISO 32000-1 §7.7.2). */
  readonly catalogVersion: string | undefined;
  /** Bytes before `%PDF-`: 0 as a PDF/A wants it. */
  readonly headerOffset: number;
  readonly encrypted: boolean;
  /** PDF/A part and conformance level of the catalog's XMP metadata (ISO 19005-1 §6.7.11), e.g. part `1`, conformance `B`. */
  readonly pdfa: { readonly part: string; readonly conformance: string } | undefined;
  readonly pages: number;
  /** Fonts that its pages name, each once. */
  readonly fonts: readonly PdfFont[];
  readonly actions: readonly PdfAction[];
  /** Names of the files that it carries; they are its contained artifacts, unless it is encrypted. */
  readonly embeddedFiles: readonly string[];
  readonly outputIntents: readonly PdfOutputIntent[];
  /** What PDF/A-1 does not allow (ISO 19005-1) and can be seen without validating; fonts, actions and output intents are above. */
  readonly features: readonly PdfFeature[];
  /** Text of its pages, when it was asked for and could be extracted. */
  readonly text?: PdfText;
  /** Why a text that a check needs is not there: the optional library is not installed, or it could not extract it. */
  readonly noText?: 'no-library' | 'failed';
}

/** What runs when a document or a page is opened, a link clicked or a field changed (ISO 32000-1 §12.6). */
interface PdfAction {
  /** `JavaScript`, `Launch`, `URI`, `GoToR`, `SubmitForm`…; what stays in the document (`GoTo`, `Named`, `Thread`) is left out. */
  readonly type: string;
  /** The key that sets it off: `OpenAction`, `A` of a link, `AA/O`, `Names/JavaScript`… */
  readonly trigger: string;
  /** Address, file, or the first 200 characters of a script. */
  readonly target: string;
  /** Number of the object that it is in: `12 0 obj`. */
  readonly object: string;
}

interface PdfOutputIntent {
  /** `GTS_PDFA1`, which serves every part of PDF/A. */
  readonly subtype: string;
  readonly condition: string;
  /** True with an ICC profile in the file. */
  readonly profile: boolean;
}

type PdfFeature =
  /** PDF 1.5: objects, cross-references in streams (§6.1.4). */
  | 'object-streams'
  | 'xref-streams'
  /** The metadata stream of the catalog has a filter (§6.7.2), or there is none. */
  | 'compressed-metadata'
  | 'no-metadata'
  /** The trailer has no `ID` (§6.1.3). */
  | 'no-id'
  /** Compression by LZW (§6.1.10). */
  | 'lzw'
  /** Soft masks, transparency groups, constant alpha below 1 (§6.4). */
  | 'transparency'
  /** Layers (§6.1.13). */
  | 'optional-content'
  /** An XFA form. */
  | 'xfa';

/** True when `%PDF-` stands in the first kilobyte, as readers accept it. */
export function looksLikePdf(bytes: Uint8Array): boolean {
  return bufferOf(bytes).subarray(0, 1024).includes('%PDF-');
}

/**
 * Reads the structure of a PDF.
 * @throws ReadError `read/pdf` when it is cut or has no pages, `read/limit`.
 */
export function readPdf(bytes: Uint8Array, limits: Limits = LIMITS): Recognised<'pdf'> {
  const file = new PdfFile(bytes, limits);
  // A file that ends in the middle of an object, or before its cross-reference.
  if ((file.startxref?.at ?? -1) < file.lastObjectEnd) throw new ReadError('read/pdf', { reason: 'pdf-cut' });
  const encrypted = file.trailer.has('Encrypt');
  const catalog = file.dictionary(file.trailer.get('Root'));
  const pages = countPages(file);
  if (!encrypted && pages === 0) throw new ReadError('read/pdf', { reason: 'pdf-no-pages' });
  const head = file.textAt(0, 1024);
  const headerOffset = head.indexOf('%PDF-');
  const metadata = file.stream(catalog?.get('Metadata'));
  const visits = [...walk(file)];
  const attachments = attachmentsOf(file, visits);
  const content: PdfContent = {
    version: /%PDF-(\d\.\d)/.exec(head)?.[1] ?? '',
    catalogVersion: nameOf(file, catalog?.get('Version')) || undefined,
    headerOffset,
    encrypted,
    pdfa: pdfaIdentification((metadata && file.data(metadata)?.toString('latin1')) ?? ''),
    pages,
    fonts: fontsOf(file, visits),
    actions: visits.flatMap((visit) => actionOf(file, visit)),
    embeddedFiles: attachments.map(({ name }) => name),
    outputIntents: outputIntentsOf(file, catalog),
    features: featuresOf(file, visits, metadata),
  };
  return {
    kind: 'pdf',
    content,
    contains: encrypted ? [] : attachments.map((each) => containedFile(file, each)),
    reserves: pointsAtXref(file, headerOffset) ? [] : [WRONG_XREF],
  };
}

/** Viewers rebuild the table; archives and printers may refuse the file. Most often a transfer changed its line ends. */
const WRONG_XREF: ReadProblem = {
  code: 'read/pdf',
  args: { reason: 'pdf-xref-offset' },
  location: { path: 'startxref' },
};

function pointsAtXref(file: PdfFile, headerOffset: number): boolean {
  const target = file.startxref?.target ?? Number.NaN;
  // Offsets count from the header, which some files have behind other bytes.
  return [target, target + headerOffset].some((at) => /^[\0\s]*(?:xref|\d+\s+\d+\s+obj)/.test(file.textAt(at, 40)));
}

/**
 * PDF/A identification in XMP metadata, or in a whole file whose metadata are not compressed, one character a byte. XMP writes a property as an
 * element or as an attribute, and may be UTF-16.
 */
export function pdfaIdentification(xmp: string): PdfContent['pdfa'] {
  const text = /^(?:\xfe\xff|\xff\xfe|\0)/.test(xmp) ? xmp.replaceAll('\0', '') : xmp;
  const property = (name: string): string | undefined => {
    const found = new RegExp(`pdfaid:${name}\\s{0,100}(?:=\\s{0,100}["']([^"']{0,100})["']|>([^<]{0,100})<)`).exec(
      text,
    );
    return (found?.[1] ?? found?.[2])?.trim();
  };
  const part = property('part');
  return part === undefined ? undefined : { part, conformance: property('conformance') ?? '' };
}

/** Leaves of the page tree; a page that comes back in a circle counts once. */
function countPages(file: PdfFile): number {
  let pages = 0;
  const seen = new Set<number>();
  const pending = [file.dictionary(file.trailer.get('Root'))?.get('Pages') ?? null];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isReference(node)) {
      if (seen.has(node.object)) continue;
      seen.add(node.object);
    }
    const dictionary = file.dictionary(node);
    if (!dictionary) continue;
    if (dictionary.has('Kids')) pending.push(...file.array(dictionary.get('Kids')));
    else pages++;
  }
  return pages;
}

function fontsOf(file: PdfFile, visits: readonly Visit[]): PdfFont[] {
  const fonts: PdfFont[] = [];
  const seen = new Set<number>();
  for (const { dictionary, key } of visits) {
    // The default resources of forms (`DR`) are not used until a field is.
    if (key !== 'Resources') continue;
    for (const value of file.dictionary(dictionary.get('Font'))?.values() ?? []) {
      if (isReference(value)) {
        if (seen.has(value.object)) continue;
        seen.add(value.object);
      }
      const font = readFont(file, value);
      if (font) fonts.push(font);
    }
  }
  return fonts;
}

const ACTIONS: ReadonlySet<string> = new Set([
  ...['JavaScript', 'Launch', 'URI', 'GoToR', 'GoToE', 'SubmitForm', 'ResetForm', 'ImportData', 'Sound', 'Movie'],
  ...['Hide', 'SetOCGState', 'Rendition', 'GoTo3DView', 'RichMediaExecute'],
]);

function actionOf(file: PdfFile, { dictionary, key, holder, object }: Visit): PdfAction[] {
  const type = nameOf(file, dictionary.get('S'));
  const script = dictionary.get('JS');
  if (!ACTIONS.has(type) && script === undefined) return [];
  const scriptStream = file.stream(script);
  const target =
    textOf(file.resolve(script)) ??
    (scriptStream && file.data(scriptStream)?.toString('latin1')) ??
    textOf(file.resolve(dictionary.get('URI'))) ??
    fileNameOf(file, dictionary);
  return [
    {
      type: ACTIONS.has(type) ? type : 'JavaScript',
      trigger: holder === 'AA' ? `AA/${key}` : key,
      target: target.slice(0, 200),
      object: object === undefined ? 'trailer' : `${object} 0 obj`,
    },
  ];
}

function fileNameOf(file: PdfFile, action: Visit['dictionary']): string {
  const target = file.resolve(action.get('F'));
  const specification = file.dictionary(target);
  return textOf(file.resolve(specification?.get('UF') ?? specification?.get('F') ?? target)) ?? '';
}

function outputIntentsOf(file: PdfFile, catalog: PdfDictionary | undefined): PdfOutputIntent[] {
  return file.array(catalog?.get('OutputIntents')).flatMap((each) => {
    const intent = file.dictionary(each);
    if (!intent) return [];
    const condition = textOf(file.resolve(intent.get('OutputConditionIdentifier'))) ?? '';
    const profile = file.stream(intent.get('DestOutputProfile')) !== undefined;
    return [{ subtype: nameOf(file, intent.get('S')), condition, profile }];
  });
}

function featuresOf(file: PdfFile, visits: readonly Visit[], metadata: PdfStream | undefined): PdfFeature[] {
  const features = new Set<PdfFeature>();
  if (file.hasObjectStreams) features.add('object-streams');
  if (file.hasXrefStreams) features.add('xref-streams');
  if (!metadata) features.add('no-metadata');
  else if (filtersOf(file, metadata.dictionary).length > 0) features.add('compressed-metadata');
  if (!file.trailer.has('ID')) features.add('no-id');
  for (const { dictionary, key } of visits) {
    if (key === 'OCProperties') features.add('optional-content');
    if (dictionary.has('XFA')) features.add('xfa');
    if (filtersOf(file, dictionary).some((name) => /^\/LZW(?:Decode)?$/.test(name))) features.add('lzw');
    const softMask = dictionary.get('SMask');
    const alpha = [dictionary.get('ca'), dictionary.get('CA')].some((value) => typeof value === 'number' && value < 1);
    const isGroup = key === 'Group' && nameOf(file, dictionary.get('S')) === 'Transparency';
    if ((softMask !== undefined && softMask !== '/None') || alpha || isGroup) features.add('transparency');
  }
  return [...features].sort();
}
