import { describe, expect, it } from 'vitest';
import { readManifest } from '../../src/dossier/dossier.js';
import { unknownNames } from '../../src/dossier/manifest.js';
import { matchesSome } from '../../src/dossier/matches-some.js';
import { loadBase } from '../../src/packs/builtin.js';
import { folderOf } from '../support/folder.js';

const MANIFEST = 'candidate: { vendor: A, product: B, version: "1" }\napplies: { wave: 2, corridor: LGC }\n';

describe('a pattern of a manifest', () => {
  it('matches one of the paths, whichever, or none', () => {
    expect(matchesSome(['a.xml', 'b.eml', 'c.xml'], '*.eml')).toBe(true);
    expect(matchesSome(['a.xml', 'b/c.eml'], '*.eml')).toBe(false);
    expect(matchesSome([], '**')).toBe(false);
  });

  it.each([
    `artifacts:\n  - { path: "${'{a,b}'.repeat(1000)}" }\n`,
    `trust: ["${'*a'.repeat(1000)}"]\n`,
    `scenarios: ["${'*a'.repeat(1000)}"]\n`,
  ])('is refused when it is longer than any path', async (lines) => {
    const folder = await folderOf({ 'segur.yaml': MANIFEST + lines });
    await expect(readManifest(folder)).rejects.toMatchObject({ mistakes: [{ code: 'mistake/invalid' }] });
  });

  it('stands in a manifest of which a hundred unknown names are told at most', async () => {
    const proofs = Array.from({ length: 500 }, (_, index) => `  MSS/UX.${index}.09.09: a.png\n`).join('');
    const folder = await folderOf({ 'segur.yaml': `${MANIFEST}evidence:\n${proofs}` });
    expect(unknownNames(await readManifest(folder), loadBase())).toHaveLength(100);
  });
});
