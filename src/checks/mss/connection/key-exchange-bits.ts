import type { KeyExchange } from '../../../artifacts/logs/tls-session.js';

/** Curves that are as strong as 256 bits whatever length a tool counts for them (RFC 7748: 253 or 255 bits), alone or in a hybrid. */
const MODERN = /x25519|x448|mlkem|kyber/i;

/** Names that tell the length: secp224r1, prime192v1, sect163k1, P-224, brainpoolP224r1, ffdhe2048. */
const LENGTH_IN_NAME = /^(?:secp|sect|prime|brainpoolP|ffdhe|[PBK]-)(\d{3,5})/i;

/**
 * What Référentiel #2 wants of the key exchange (ECO.1.1.3) against what the server gave; undefined when it is enough, or not told.
 */
export function weakness({ name, bits }: KeyExchange): { readonly bits: number; readonly wanted: number } | undefined {
  if (MODERN.test(name)) return undefined;
  const found = bits ?? lengthIn(name);
  const wanted = /^(?:DH\b|DHE\b|ffdhe)/i.test(name) ? 2048 : 256;
  return found !== undefined && found < wanted ? { bits: found, wanted } : undefined;
}

function lengthIn(name: string): number | undefined {
  const length = LENGTH_IN_NAME.exec(name)?.[1];
  return length === undefined ? undefined : Number(length);
}
