import { describe, expect, it } from 'vitest';
import { isBoundedJson } from '../../../src/artifacts/json/is-bounded-json.js';

const isBounded = (text: string) => isBoundedJson(Buffer.from(text));

describe('a JSON text', () => {
  it('is within bounds as any report is, whatever its texts hold', () => {
    expect(isBounded('')).toBe(true);
    expect(isBounded(`${'['.repeat(1000)}${']'.repeat(1000)}`)).toBe(true);
    expect(isBounded(JSON.stringify({ a: '['.repeat(2000), b: '"{'.repeat(2000), c: '\\' }))).toBe(true);
    expect(isBounded(`[${'[],{},'.repeat(2000)}1]`)).toBe(true);
  });

  it('is beyond them when it nests too deeply or has too many values', () => {
    expect(isBounded('['.repeat(1001))).toBe(false);
    expect(isBounded(`"\\"",${'{"a":'.repeat(1001)}`)).toBe(false);
    expect(isBoundedJson(Buffer.alloc(60_000_001, ','))).toBe(false);
  });
});
