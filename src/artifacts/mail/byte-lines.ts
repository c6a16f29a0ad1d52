const BLOCK = 1 << 16;
const LINE_FEED = 10;

/** Tells the line of an offset, from 1. It keeps one number a block, whatever the number of lines. */
export class ByteLines {
  /** Line feeds before each block. */
  #before: Uint32Array | undefined;

  constructor(readonly bytes: Uint8Array) {}

  lineAt(offset: number): number {
    this.#before ??= this.#count();
    const block = Math.min(Math.floor(offset / BLOCK), this.#before.length - 1);
    return (this.#before[block] ?? 0) + feedsIn(this.bytes, block * BLOCK, offset) + 1;
  }

  #count(): Uint32Array {
    const before = new Uint32Array(Math.floor(this.bytes.length / BLOCK) + 1);
    for (let block = 1; block < before.length; block++) {
      before[block] = (before[block - 1] ?? 0) + feedsIn(this.bytes, (block - 1) * BLOCK, block * BLOCK);
    }
    return before;
  }
}

function feedsIn(bytes: Uint8Array, start: number, end: number): number {
  let feeds = 0;
  for (let at = start; at < end; at++) if (bytes[at] === LINE_FEED) feeds++;
  return feeds;
}
