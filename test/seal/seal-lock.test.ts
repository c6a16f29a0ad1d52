import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/artifacts/limits.js';
import { toolVersion } from '../../src/packs/builtin.js';
import { driftFrom, parseLock, type SealLock, sealedLimits } from '../../src/seal/seal-lock.js';

const pack = (id: string, sha256: string) => ({ id, version: '1', sha256 });
const LOCK: SealLock = {
  schema: 'segur-check/seal-lock/1',
  tool: { name: 'segur-check', version: toolVersion() },
  packs: [pack('builtin', 'a'), pack('house', 'b'), pack('rem', 'r'), pack('rules', 'c')],
  base: { source: 's', date: '2023-02-21' },
  rem: null,
  options: {
    wave: 2,
    corridor: 'LGC',
    profiles: ['Général'],
    denyProductionIdentities: false,
    trust: null,
    rem: null,
    limits: [{ name: 'xmlDepth', value: 12 }],
  },
};

it('that nests beyond any is no lock', () => {
  expect(parseLock(Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toBeUndefined();
});

describe('a lock', () => {
  it('reads back, with the limits that were changed', () => {
    expect(parseLock(Buffer.from(JSON.stringify(LOCK)))).toEqual(LOCK);
    expect(sealedLimits(LOCK)).toEqual({ ...LIMITS, xmlDepth: 12 });
  });

  it.each<[string, object]>([
    ['another schema', { schema: 'segur-check/seal-lock/2' }],
    ['no packs', { packs: undefined }],
    ['a pack without hash', { packs: [{ id: 'a', version: '1' }] }],
    ['no tool', { tool: 1 }],
    ['a limit of no such name', { options: { ...LOCK.options, limits: [{ name: 'toString', value: 1 }] } }],
    ['a limit that is no integer', { options: { ...LOCK.options, limits: [{ name: 'xmlDepth', value: 1.5 }] } }],
    ['a limit below one', { options: { ...LOCK.options, limits: [{ name: 'xmlDepth', value: 0 }] } }],
    ['a trust that is no name', { options: { ...LOCK.options, trust: 1 } }],
    ['no options', { options: null }],
  ])('with %s is none', (_, changed) => {
    expect(parseLock(Buffer.from(JSON.stringify({ ...LOCK, ...changed })))).toBeUndefined();
  });

  it('is none when it is no JSON', () => {
    expect(parseLock(Buffer.from(''))).toBeUndefined();
    expect(parseLock(Buffer.from('null'))).toBeUndefined();
  });
});

describe('drift', () => {
  it('is none when the same packs are there: what is in the seal is not asked for', () => {
    expect(driftFrom(LOCK, [pack('builtin', 'a'), pack('rules', 'c')])).toEqual([]);
  });

  it('names each of what is another, absent or more', () => {
    const lock = { ...LOCK, tool: { name: 'segur-check', version: '0.0.1' } };
    expect(driftFrom(lock, [pack('builtin', 'x'), pack('more', 'y')])).toEqual([
      { what: 'tool', name: 'segur-check', sealed: '0.0.1', present: toolVersion() },
      { what: 'pack', name: 'builtin', sealed: '1 a', present: '1 x' },
      { what: 'pack', name: 'rules', sealed: '1 c', present: null },
      { what: 'pack', name: 'more', sealed: null, present: '1 y' },
    ]);
  });
});
