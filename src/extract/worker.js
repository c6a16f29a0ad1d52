// @ts-check
/**
 * The thread in which libraries read hostile pages and images: whoever started it may end it, its memory is bounded, and it opens no socket. It
 * is JavaScript, so that a thread can be started from the sources as from what is built.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * @typedef {object} Request
 * @property {'pdf-text' | 'pdf-datamatrix' | 'image-datamatrix'} job
 * @property {Uint8Array} bytes
 * @property {number} pages at most
 * @property {number} pixels of a rendered page, at most
 */
/**
 * @typedef {{ pages: string[] } | { codes: { page: number, text: string }[] }} Result
 * @typedef {'no-library' | 'memory' | 'password' | 'pages' | 'other'} Failure
 * @typedef {{ readonly data: Uint8ClampedArray, readonly width: number, readonly height: number }} Pixels
 * @typedef {{ result: Result } | { failure: Failure, detail: string | number }} Reply
 */

/** 216 dots an inch: a module of half a millimetre takes four. */
const SCALE = 3;

/** Of the memory, by characters of text: 10 million of 400 megabytes. */
const TEXT_SHARE = 40;

let refusedBytes = 0;
const grow = WebAssembly.Memory.prototype.grow;
// The limits of a thread do not count this memory.
WebAssembly.Memory.prototype.grow = function (pages) {
  const bytes = this.buffer.byteLength + pages * 65536;
  if (bytes <= workerData.memory) return grow.call(this, pages);
  refusedBytes = bytes;
  throw new RangeError('memory limit');
};
globalThis.fetch = () => Promise.reject(new Error('no network'));

/** What is wrong with the input, by a name that has a text. */
class Refusal extends Error {
  /**
   * @param {Failure} failure
   * @param {string | number} detail
   */
  constructor(failure, detail) {
    super(failure);
    this.failure = failure;
    this.detail = detail;
  }
}

/** @param {string} file of a package, as it exports it */
function wasm(file) {
  const bytes = readFileSync(fileURLToPath(import.meta.resolve(file)));
  return /** @type {ArrayBuffer} */ (bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/**
 * A library that need not be installed.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} load
 * @returns {() => Promise<T>}
 */
function optional(name, load) {
  /** @type {Promise<T> | undefined} */
  let loaded;
  return () => {
    loaded ??= load().catch((error) => {
      const missing = /^ERR_MODULE_NOT_FOUND$|^MODULE_NOT_FOUND$|^ENOENT$/.test(error?.code);
      throw missing ? new Refusal('no-library', name) : error;
    });
    return loaded;
  };
}

const pdfium = optional('@hyzyla/pdfium', async () => {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  return PDFiumLibrary.init({ wasmBinary: wasm('@hyzyla/pdfium/pdfium.wasm') });
});

const zxing = optional('zxing-wasm', async () => {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  // Without this it is fetched from a public server.
  prepareZXingModule({ overrides: { wasmBinary: wasm('zxing-wasm/reader/zxing_reader.wasm') } });
  return readBarcodes;
});

/**
 * @param {Request} request
 * @param {(document: import('@hyzyla/pdfium').PDFiumDocument) => Promise<T>} use
 * @returns {Promise<T>}
 * @template T
 */
async function withDocument({ bytes, pages }, use) {
  const library = await pdfium();
  const document = await library.loadDocument(bytes).catch((error) => {
    throw /password|security/i.test(error.message) ? new Refusal('password', '') : error;
  });
  try {
    if (document.getPageCount() > pages) throw new Refusal('pages', document.getPageCount());
    return await use(document);
  } finally {
    document.destroy();
  }
}

/** For a screenshot as for a scan: a threshold of 150 has small images shrunk too, which clears their noise. */
const reading = /** @type {const} */ ({
  formats: ['DataMatrix'],
  tryHarder: true,
  tryDenoise: true,
  downscaleThreshold: 150,
  textMode: 'Plain',
  maxNumberOfSymbols: 20,
});

/** @param {Uint8Array | Pixels} image */
async function codesIn(image) {
  const read = await zxing();
  const found = await read(/** @type {Uint8Array} */ (image), { ...reading, formats: [...reading.formats] });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}

/** @type {Record<Request['job'], (request: Request) => Promise<Result>>} */
const jobs = {
  'pdf-text': (request) =>
    withDocument(request, async (document) => {
      const pages = [];
      let characters = 0;
      for (const page of document.pages()) {
        const text = page.getText();
        pages.push(text);
        characters += text.length;
        // What is sent back is held twice.
        if (characters > workerData.memory / TEXT_SHARE) throw new Refusal('memory', characters);
      }
      return { pages };
    }),

  'pdf-datamatrix': (request) =>
    withDocument(request, async (document) => {
      const codes = [];
      for (const page of document.pages()) {
        const { originalWidth, originalHeight } = page.getOriginalSize();
        const area = Math.max(1, originalWidth * originalHeight);
        const scale = Math.min(SCALE, Math.sqrt(request.pixels / area));
        const { data, width, height } = await page.render({ scale, render: 'bitmap', renderFormFields: true });
        const image = { data: new Uint8ClampedArray(data.buffer), width, height };
        for (const text of await codesIn(image)) codes.push({ page: page.number + 1, text });
      }
      return { codes };
    }),

  'image-datamatrix': async ({ bytes }) => {
    const codes = await codesIn(bytes);
    return { codes: codes.map((text) => ({ page: 1, text })) };
  },
};

parentPort?.on('message', async (/** @type {Request} */ request) => {
  refusedBytes = 0;
  parentPort?.postMessage(await answer(request));
});

/**
 * @param {Request} request
 * @returns {Promise<Reply>}
 */
async function answer(request) {
  try {
    return { result: await jobs[request.job](request) };
  } catch (error) {
    if (error instanceof Refusal) return { failure: error.failure, detail: error.detail };
    if (refusedBytes > 0) return { failure: 'memory', detail: refusedBytes };
    return { failure: 'other', detail: error instanceof Error ? error.message : String(error) };
  }
}
