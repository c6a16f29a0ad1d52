import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KINDS } from '../../src/artifacts/artifact.js';

it('docs/artifacts.md has every kind, in the order of kinds', () => {
  const text = readFileSync(new URL('../../docs/artifacts.md', import.meta.url), 'utf8');
  const [kinds = ''] = text.split('\n## Paths');
  expect([...kinds.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual(KINDS);
});
