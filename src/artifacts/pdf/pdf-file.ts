import { inflateSync, constants as zlib } from 'node:zlib';
import { bufferOf } from '../buffer-of.js';
import type { Limits } from '../limits.js';
import { overLimit, ReadError, spend } from '../read-error.js';
import { type PdfDictionary, PdfParser, type PdfValue } from './pdf-value.js';

/** The dictionary of a stream, and where its data stand in the file. */
export interface PdfStream {
  readonly dictionary: PdfDictionary;
  readonly start: number;
  readonly end: number;
}

/** Where an object stands: in the file, or in the unfolded text of an object stream. */
interface Place {
  readonly text: string;
  readonly at: number;
  readonly stream?: { readonly start: number; readonly end: number };
  /** Offset of its header, or of that of its object stream: what stands later is newer. */
  readonly order: number;
}

const HEADER = /(?:(\d{1,10})[\0\t\n\f\r ]{1,20}\d{1,5}[\0\t\n\f\r ]{1,20}obj(?![a-z])|(trailer)|(startxref))/g;
const STREAM = /[\0\t\n\f\r ]*stream(?:\r\n|\n|\r)?/y;

/**
 * The objects of a file. They are found by going through the file once, as viewers do when they rebuild a broken cross-reference table: the last
 * definition of a number wins, which is what an incremental update means, and no table or chain of tables can mislead or loop.
 */
export class PdfFile {
  readonly #bytes: Buffer;
  readonly #text: string;
  readonly #places = new Map<number, Place>();
  readonly trailer = new Map<string, PdfValue>();
  readonly hasObjectStreams: boolean;
  readonly hasXrefStreams: boolean;
  /** Offset behind the last object, or the length of the file when one never ends. */
  readonly lastObjectEnd: number;
  /** The last `startxref`: where it stands, and the offset of the cross-reference that it gives. */
  readonly startxref: { readonly at: number; readonly target: number } | undefined;
  #inflated = 0;
  #values = 0;

  /** @throws ReadError when a limit is exceeded, or an object stream of a file that is not encrypted can't be unfolded. */
  constructor(
    bytes: Uint8Array,
    readonly limits: Limits,
  ) {
    this.#bytes = bufferOf(bytes);
    this.#text = this.#bytes.toString('latin1');
    const text = this.#text;
    const header = new RegExp(HEADER);
    const objectStreams: { number: number; stream: PdfStream; order: number }[] = [];
    let xrefStreams = false;
    let lastObjectEnd = 0;
    let startxref: { at: number; target: number } | undefined;
    for (let found = header.exec(text); found; found = header.exec(text)) {
      const [, number, trailer] = found;
      // One parser a value: its limit is then on what is held at once.
      const parser = new PdfParser(text, limits);
      if (number === undefined && !trailer) {
        const target = Number.parseInt(text.slice(header.lastIndex, header.lastIndex + 40), 10);
        startxref = { at: found.index, target };
        continue;
      }
      const value = parser.parse(header.lastIndex);
      if (number === undefined) this.#mergeTrailer(value);
      else {
        const stream = isDictionary(value) ? this.#streamAt(parser.at, value) : undefined;
        const order = found.index;
        this.#place(Number(number), { text, at: header.lastIndex, order, ...(stream && { stream }) });
        if (stream) {
          const type = stream.dictionary.get('Type');
          if (type === '/ObjStm') objectStreams.push({ number: Number(number), stream, order });
          if (type === '/XRef') {
            xrefStreams = true;
            this.#mergeTrailer(stream.dictionary);
          }
        }
        lastObjectEnd = stream?.end ?? parser.at;
      }
      header.lastIndex = Math.max(header.lastIndex, number === undefined ? parser.at : lastObjectEnd);
    }
    this.startxref = startxref;
    this.hasObjectStreams = objectStreams.length > 0;
    this.hasXrefStreams = xrefStreams;
    this.lastObjectEnd = lastObjectEnd;
    for (const { number, stream, order } of objectStreams) this.#unfold(number, stream, order);
  }

  /** The value itself, or the one that a reference leads to, with its object number. */
  resolve(value: PdfValue | undefined): PdfValue {
    let reached = value ?? null;
    // A reference may lead to a reference, and those may turn in a circle.
    for (let step = 0; step < 8 && isReference(reached); step++) reached = this.object(reached.object);
    return isReference(reached) ? null : reached;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary | undefined {
    const resolved = this.resolve(value);
    return isDictionary(resolved) ? resolved : undefined;
  }

  array(value: PdfValue | undefined): readonly PdfValue[] {
    const resolved = this.resolve(value);
    return Array.isArray(resolved) ? resolved : [];
  }

  /** @throws ReadError when the file makes us read more values than the limit. */
  object(number: number): PdfValue {
    const place = this.#places.get(number);
    if (!place) return null;
    const parser = new PdfParser(place.text, this.limits, this.#values);
    const value = parser.parse(place.at);
    this.#values = parser.values;
    return value;
  }

  stream(value: PdfValue | undefined): PdfStream | undefined {
    const place = isReference(value) ? this.#places.get(value.object) : undefined;
    const dictionary = place?.stream && this.dictionary(value);
    return dictionary && place?.stream && { dictionary, ...place.stream };
  }

  /** Data of a stream, or undefined when they are compressed in another way than Flate, or damaged. @throws ReadError past the limit. */
  data({ dictionary, start, end }: PdfStream): Buffer | undefined {
    const filters = filtersOf(this, dictionary);
    const raw = this.#bytes.subarray(start, end);
    if (filters.length === 0) return raw;
    const parameters = this.dictionary(this.array(dictionary.get('DecodeParms'))[0] ?? dictionary.get('DecodeParms'));
    const predictor = this.resolve(parameters?.get('Predictor'));
    if (filters.length > 1 || !/^\/(?:FlateDecode|Fl)$/.test(filters[0] ?? '') || Number(predictor ?? 1) > 1)
      return undefined;
    const inflated = this.#inflate(raw);
    this.#inflated += inflated?.length ?? 0;
    // A page of text unfolds into some kilobytes for each of its values.
    spend(this.limits, (inflated?.length ?? 0) >> 6);
    return inflated;
  }

  #inflate(raw: Uint8Array): Buffer | undefined {
    const rest = this.limits.pdfInflatedBytes - this.#inflated;
    // Nothing more is unfolded once what contains the file has spent all.
    spend(this.limits, 0);
    try {
      // A stream that lacks its checksum is read all the same.
      return inflateSync(raw, { maxOutputLength: Math.max(rest, 1), finishFlush: zlib.Z_SYNC_FLUSH });
    } catch (error) {
      if (error instanceof RangeError)
        throw overLimit(this.limits, 'pdfInflatedBytes', this.limits.pdfInflatedBytes + 1);
      return undefined;
    }
  }

  /** The text that starts at `offset`, for looking at what a table points at. */
  textAt(offset: number, length: number): string {
    return this.#text.slice(offset, offset + length);
  }

  #place(number: number, place: Place): void {
    if ((this.#places.get(number)?.order ?? -1) <= place.order) this.#places.set(number, place);
    if (this.#places.size > this.limits.pdfValues) throw overLimit(this.limits, 'pdfValues', this.#places.size);
  }

  /** Later revisions say what changes; what they do not repeat stays. */
  #mergeTrailer(value: PdfValue): void {
    if (isDictionary(value)) for (const [key, entry] of value) this.trailer.set(key, entry);
  }

  /** The data behind the dictionary that ends at `at`: by their declared length when `endstream` stands there, else up to the next one. */
  #streamAt(at: number, dictionary: PdfDictionary): PdfStream | undefined {
    STREAM.lastIndex = at;
    const keyword = STREAM.exec(this.#text);
    if (!keyword) return undefined;
    const start = at + keyword[0].length;
    const length = dictionary.get('Length');
    if (typeof length === 'number' && length >= 0) {
      const end = start + Math.floor(length);
      if (/^[\0\t\n\f\r ]{0,4}endstream/.test(this.#text.slice(end, end + 16))) return { dictionary, start, end };
    }
    const end = this.#text.indexOf('endstream', start);
    // Without an end, all that follows is its data: the file is cut.
    return { dictionary, start, end: end === -1 ? this.#text.length : end };
  }

  #unfold(number: number, stream: PdfStream, order: number): void {
    const data = this.data(stream);
    if (!data) {
      if (this.trailer.has('Encrypt')) return;
      throw new ReadError('read/pdf', { reason: 'pdf-object-stream' }, { path: `${number} 0 obj` });
    }
    const text = data.toString('latin1');
    const first = Number(this.resolve(stream.dictionary.get('First')));
    const count = Number(this.resolve(stream.dictionary.get('N')));
    const pair = /[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]+(\d{1,10})/y;
    for (let index = 0; index < count; index++) {
      const found = pair.exec(text);
      if (!found) return;
      this.#place(Number(found[1]), { text, at: first + Number(found[2]), order });
    }
  }
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

export function isReference(value: PdfValue | undefined): value is { readonly object: number } {
  return typeof value === 'object' && value !== null && 'object' in value;
}

/** Names of the filters of a stream, with their slash. */
export function filtersOf(file: PdfFile, dictionary: PdfDictionary): string[] {
  const filter = file.resolve(dictionary.get('Filter'));
  return (Array.isArray(filter) ? filter.map((each) => file.resolve(each)) : [filter]).filter(
    (each): each is string => typeof each === 'string',
  );
}
