/**
 * The bytes of a body sent in chunks (RFC 9112 §7.1), and the offset after them; undefined when it is not whole, as when a tool has already put
 * the chunks together. Lines may end with LF alone, as tools that print text write them; the end of the file may stand for the last one.
 * @param start offset of the first chunk.
 */
export function dechunk(bytes: Buffer, start: number): { body: Buffer; end: number } | undefined {
  const chunks: Uint8Array[] = [];
  for (let at = start; ; ) {
    const feed = bytes.indexOf(LINE_FEED, at);
    const end = feed === -1 ? bytes.length : feed + 1;
    const size = SIZE.exec(bytes.toString('latin1', at, end))?.[1];
    if (size === undefined) return undefined;
    const length = Number.parseInt(size, 16);
    if (length === 0) return { body: Buffer.concat(chunks), end };
    chunks.push(bytes.subarray(end, end + length));
    at = end + length;
    if (bytes[at] === CARRIAGE_RETURN) at++;
    if (bytes[at] !== LINE_FEED) return undefined;
    at++;
  }
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SIZE = /^([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n?$/;
