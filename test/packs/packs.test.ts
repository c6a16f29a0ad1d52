import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL_CHECKS } from '../../src/checks/registry.js';
import { BASE_FOLDER, readBaseFiles } from '../../src/packs/base-files.js';
import { toolVersion } from '../../src/packs/builtin.js';
import { loadSchema } from '../../src/packs/schemas.js';
import { folderOf } from '../support/folder.js';

describe('readBaseFiles', () => {
  it('gives every YAML file of a folder by its path, in an order that no locale changes', async () => {
    const folder = await folderOf({ 'b/é.yaml': 'e', 'b/a.yaml': 'a', 'B.yaml': 'B', 'notes.md': 'x', 'c.yml': 'x' });
    expect(await readBaseFiles(folder)).toEqual([
      { file: 'B.yaml', text: 'B' },
      { file: 'b/a.yaml', text: 'a' },
      { file: 'b/é.yaml', text: 'e' },
    ]);
  });

  it('reads the base of this package by default', async () => {
    const files = await readBaseFiles();
    expect(BASE_FOLDER).toMatch(/scenarios\/?$/);
    expect(files.map(({ file }) => file)).toContain('conditions.yaml');
    expect(files.map(({ file }) => file)).toContain('mss/MSS-CONF.25.yaml');
  });
});

describe('loadSchema', () => {
  it.each(['scenario', 'corridor', 'segur'] as const)(
    'compiles %s, which lets through no unknown key',
    async (name) => {
      const validate = await loadSchema(name);
      expect(validate({ 'no-such-key': 1 })).toBe(false);
      expect(validate.errors?.map(({ keyword }) => keyword)).toContain('additionalProperties');
    },
  );

  it('tells its kinds, roles and conditions as the source does', async () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../src/scenarios/scenario.schema.json', import.meta.url), 'utf8'),
    );
    const { KINDS } = await import('../../src/artifacts/artifact.js');
    const { EVIDENCE_KINDS } = await import('../../src/scenarios/scenario.js');
    expect([...schema.definitions.kind.enum].sort()).toEqual([...KINDS].sort());
    expect([...schema.definitions.evidence.properties.kind.enum].sort()).toEqual([...EVIDENCE_KINDS].sort());
    for (const { kinds } of ALL_CHECKS) for (const kind of kinds) expect(KINDS).toContain(kind);
  });

  it('gives a manifest and a selector the same declarations', () => {
    const read = (path: string) => JSON.parse(readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8'));
    const declared = read('dossier/segur.schema.json').properties.artifacts.items.properties;
    const { properties } = read('scenarios/scenario.schema.json').definitions.selector;
    for (const name of ['role', 'mailbox', 'psc-mode', 'logout'])
      expect(properties[name].enum).toEqual(declared[name].enum);
  });
});

it('tells the version of the package', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(toolVersion()).toBe(manifest.version);
});
