import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LIMITS, MAX_FILES } from '../../src/artifacts/limits.js';

it('docs/limits.md gives every limit with its value, what it counts and why', () => {
  const text = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `(\w+)` \| (\d+) \| ([^|]+) \| ([^|]+) \|$/gm)];
  expect(Object.fromEntries(rows.map(([, name, value]) => [name, Number(value)]))).toEqual(LIMITS);
  expect(rows.map(([, name]) => name)).toEqual(Object.keys(LIMITS));
  expect(text).toContain(MAX_FILES.toLocaleString('en'));
});
