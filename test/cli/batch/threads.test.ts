import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS, type Limits } from '../../../src/artifacts/limits.js';
import type { Judged } from '../../../src/cli/batch/judged.js';
import { startThreads, type Threads } from '../../../src/cli/batch/threads.js';

const WORKER = new URL('../../support/stand-in-worker.mjs', import.meta.url);
const running: Threads[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((threads) => threads.end()));
});

function threadsWith(
  limits: Partial<Limits> = {},
): (name: string, signal?: AbortSignal) => Promise<Judged | undefined> {
  const options = {
    trust: [],
    packs: { fhir: [], official: [] },
    denyProductionIdentities: true,
    checks: [],
    schemaReports: false,
  };
  const threads = startThreads(1, { ...options, limits: { ...LIMITS, ...limits } }, WORKER);
  running.push(threads);
  return (name, signal = new AbortController().signal) =>
    threads.judge({ shown: name, file: `/nowhere/${name}`, declared: {} }, signal);
}

describe('a thread that judges', () => {
  it('is given the options, and gives what the file leaves', async () => {
    const judged = await threadsWith()('a.xml');
    expect(judged?.outlines).toEqual([{ path: 'a.xml', kind: 'other', children: [], denied: true }]);
  });

  it.each([
    ['exit', 'stopped-dead'],
    ['throw', 'stopped-dead'],
    ['later', 'stopped-dead'],
    ['memory', 'stopped-memory'],
    ['loop', 'stopped-time'],
  ])('%s: the file is undetermined, and the next is judged', async (name, reason) => {
    const judge = threadsWith({
      ...(name === 'loop' && { documentMilliseconds: 1000 }),
      ...(name === 'memory' && { documentBytes: 40 * 2 ** 20 }),
    });
    const lost = await judge(name);
    const next = await judge('next.xml');
    expect(lost?.unreadable).toEqual([
      {
        path: name,
        containers: [],
        kind: 'other',
        sha256: '',
        bytes: 0,
        declared: {},
        problems: [{ code: 'read/stopped', args: { reason }, location: {} }],
      },
    ]);
    expect(lost?.outlines).toEqual([]);
    expect(next?.outlines.map(({ path }) => path)).toEqual(['next.xml']);
  });

  it('rejects when the rules themselves cannot be made', async () => {
    await expect(threadsWith()('failure')).rejects.toThrow('no rules');
  });

  it('gives nothing once it is interrupted', async () => {
    const control = new AbortController();
    const judge = threadsWith();
    const pending = judge('loop', control.signal);
    control.abort();
    expect(await pending).toBeUndefined();
    expect(await judge('a.xml', control.signal)).toBeUndefined();
  });
});
