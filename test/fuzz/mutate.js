// @ts-check
/** Pieces that parsers trip over: delimiters, ends, escapes, numbers at the edge. */
const TOKENS = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [',
  '<?xml version="1.0"?>',
  '&',
  '&#0;',
  '&lt;',
  'xmlns:a="',
  "'",
  '"',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  'null',
  '1e999',
  '-0',
  '"__proto__":',
  '\\u0000',
  '\\ud800',
  '\\',
  '\r',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  '\0',
  '\x0b',
  '\x1c',
  '\x1b[31m',
  '--',
  '--b',
  '=?utf-8?B?',
  '?=',
  '=0D=0A',
  'Content-Type: multipart/mixed; boundary=b\r\n',
  'MSH|^~\\&|',
  '\nOBX|1|ED|',
  '|',
  '^',
  '~',
  '\\X',
  '\\E\\',
  '\nPID|',
  'BEGIN',
  'PK\x03\x04',
  'PK\x01\x02',
  'PK\x05\x06',
  '\xff\xd8\xff',
  '\x89PNG\r\n\x1a\n',
  '%PDF-1.4',
  'endobj',
  'stream\n',
  'endstream',
  '<<',
  '>>',
  '/Length 99999999',
  '1 0 R',
  'xref',
  'ftypmp42',
  'moov',
  '\x1aE\xdf\xa3',
  'HTTP/1.1 200 OK\r\n',
  'GET / HTTP/1.1\r\n',
  'Transfer-Encoding: chunked\r\n',
  '220 ',
  '* OK ',
  'AUTH XOAUTH2 ',
  'cid:',
  'eyJ',
  '.',
  'A'.repeat(300),
  '\ufeff',
  '\u00e9',
  '\ud83d\ude00',
].map((text) => Buffer.from(text));

/** Bytes at the edges of their ranges. */
const BYTES = [0, 1, 0x0a, 0x0d, 0x1b, 0x20, 0x22, 0x3c, 0x7f, 0x80, 0xc3, 0xe9, 0xff];

/**
 * A generator of numbers that a seed decides (mulberry32).
 *
 * @param {number} seed
 */
export function randomOf(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}

/**
 * A sample with one to eight faults: the same seed gives the same bytes.
 *
 * @param {Buffer} sample
 * @param {readonly Buffer[]} others samples to splice in
 * @param {number} seed
 * @returns {Buffer}
 */
export function mutate(sample, others, seed) {
  const random = randomOf(seed);
  // Half of the inputs keep their structure, so that what stands behind the parser is reached too.
  const faults = random(2) === 0 ? GENTLE : HARSH;
  let bytes = sample;
  for (let left = 1 + random(8); left > 0; left--)
    bytes = faults[random(faults.length)]?.(bytes, random, others) ?? bytes;
  return bytes;
}

/** @typedef {(bytes: Buffer, random: (below: number) => number, others: readonly Buffer[]) => Buffer} Fault */

/** @type {readonly Fault[]} */
const HARSH = [
  function flip(bytes, random) {
    const copy = Buffer.from(bytes);
    for (let left = 1 + random(16); left > 0; left--) copy[random(copy.length)] = BYTES[random(BYTES.length)] ?? 0;
    return copy;
  },
  function bit(bytes, random) {
    const copy = Buffer.from(bytes);
    const at = random(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
    return copy;
  },
  function cut(bytes, random) {
    return bytes.subarray(0, random(bytes.length));
  },
  function drop(bytes, random) {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(200))]);
  },
  function repeat(bytes, random) {
    const at = random(bytes.length);
    const piece = bytes.subarray(at, at + 1 + random(400));
    const copies = Array.from({ length: 1 + random(40) }, () => piece);
    return Buffer.concat([bytes.subarray(0, at), ...copies, bytes.subarray(at)]);
  },
  function insert(bytes, random) {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), TOKENS[random(TOKENS.length)] ?? bytes, bytes.subarray(at)]);
  },
  function replace(bytes, random) {
    const at = random(bytes.length);
    const token = TOKENS[random(TOKENS.length)] ?? bytes;
    return Buffer.concat([bytes.subarray(0, at), token, bytes.subarray(at + token.length)]);
  },
  function nest(bytes, random) {
    const at = random(bytes.length);
    const token = TOKENS[random(TOKENS.length)] ?? bytes;
    return Buffer.concat([bytes.subarray(0, at), ...Array(1 + random(2000)).fill(token), bytes.subarray(at)]);
  },
  function splice(bytes, random, others) {
    const other = others[random(others.length)] ?? bytes;
    const from = random(other.length);
    const piece = other.subarray(from, from + random(4000));
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + random(piece.length))]);
  },
];

/** @type {readonly Fault[]} */
const GENTLE = [
  function number(bytes, random) {
    const text = bytes.toString('latin1');
    const found = [...text.slice(0, 200_000).matchAll(/\d+/g)];
    const digits = found[random(found.length)];
    if (!digits) return bytes;
    const value = ['0', '-1', '1', '99999999999999999999', '4294967295', '2147483648'][random(6)] ?? '0';
    return Buffer.from(text.slice(0, digits.index) + value + text.slice(digits.index + digits[0].length), 'latin1');
  },
  function value(bytes, random, others) {
    const other = others[random(others.length)] ?? bytes;
    const given = random(3) === 0 ? EDGES[random(EDGES.length)] : pick(other, random)?.[0].slice(1, -1);
    return put(bytes, random, given ?? '');
  },
  function letter(bytes, random) {
    const text = bytes.toString('latin1');
    const at = text.slice(0, 200_000).search(/[a-z]/i) + random(Math.min(text.length, 200_000));
    if (!/[a-z0-9]/i.test(text[at] ?? '')) return bytes;
    return Buffer.from(`${text.slice(0, at)}${'aZ09_'[random(5)]}${text.slice(at + 1)}`, 'latin1');
  },
];

/** Values that are well formed everywhere, and unexpected nearly everywhere. */
const EDGES = [
  '',
  ' ',
  '0',
  '-1',
  '1e400',
  '9'.repeat(400),
  'constructor',
  '__proto__',
  '../..',
  'urn:uuid:',
  '20261332',
  'A'.repeat(5000),
];

/**
 * A quoted value, a text between tags or a field between delimiters.
 *
 * @param {Buffer} bytes
 * @param {(below: number) => number} random
 */
function pick(bytes, random) {
  const found = [...bytes.toString('latin1', 0, 200_000).matchAll(/"[^"<>\r\n]*"|>[^<>\r\n]+<|\|[^|\r\n]*\|/g)];
  return found[random(found.length)];
}

/**
 * @param {Buffer} bytes
 * @param {(below: number) => number} random
 * @param {string} value
 */
function put(bytes, random, value) {
  const place = pick(bytes, random);
  if (!place) return bytes;
  const end = place.index + place[0].length - 1;
  return Buffer.concat([bytes.subarray(0, place.index + 1), Buffer.from(value, 'latin1'), bytes.subarray(end)]);
}
