import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KNOWN_CHECKS } from '../../src/checks/registry.js';
import { checksDocument } from '../../src/report/checks-document.js';

describe('docs/checks', () => {
  it.each([
    ['en', 'checks.md'],
    ['fr', 'checks.fr.md'],
  ] as const)('in %s is what `npm run docs` would write', async (language, file) => {
    const committed = readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8');
    expect(committed).toBe(await checksDocument(language));
    for (const { id } of KNOWN_CHECKS) expect(committed).toContain(`## ${id}\n`);
  });
});
