import { describe, expect, it } from 'vitest';
import { readHouseRules } from '../../src/dossier/house-rules.js';
import type { Manifest } from '../../src/dossier/manifest.js';
import { UserError } from '../../src/dossier/user-error.js';
import { caught } from '../support/caught.js';
import { fakeBase, fakeRequirement } from '../support/fake-base.js';
import { folderOf } from '../support/folder.js';

const BASE = fakeBase([fakeRequirement({ requirement: 'MSS/CONF.01' }), fakeRequirement({ requirement: 'PSC.01' })]);

const rule = (id: string, check = '{ test: "//cda:id", language: xpath, on: document }') => `requirement: ${id}
title: { fr: Titre, en: Title }
chapter: Maison
nature: exigence
source: { mark: belief, date: "2026-01-01" }
applies: { wave: 2, corridors: [LGC] }
verifiable: artifact
scenarios:
  - id: ${id}.01
    title: { fr: Titre, en: Title }
    artifacts: { document: { kind: cda } }
    steps:
      - title: { fr: Titre, en: Title }
        checks:
          - ${check}
`;

async function houseRules(scenarios: readonly string[] | undefined, files: Record<string, string>) {
  const manifest: Manifest = {
    candidate: { vendor: 'V', product: 'P', version: '1' },
    applies: { wave: 2, corridor: 'LGC' },
    ...(scenarios && { scenarios }),
  };
  return readHouseRules(await folderOf(files), manifest, BASE);
}

async function mistakesOf(scenarios: readonly string[], files: Record<string, string>) {
  const error = await caught(() => houseRules(scenarios, files));
  if (!(error instanceof UserError)) throw error;
  return error.mistakes.map(({ file, line, code, args }) => [`${file}:${line} ${code}`, args]);
}

describe('readHouseRules', () => {
  it('is the base alone when the manifest names none', async () => {
    const { base, files, packs, packOf } = await houseRules(undefined, { 'regles/a.yaml': rule('MAISON.01') });
    expect(base).toBe(BASE);
    expect([files, packs, packOf('expression/MAISON.01.01/1.1')]).toEqual([[], [], 'builtin']);
  });

  it('adds the rules of the house in their place', async () => {
    const { base, files } = await houseRules(['regles/*.yaml'], {
      'regles/b.yaml': rule('NOUS.01'),
      'regles/a.yaml': rule('MSS/MAISON.01'),
      'c.yaml': rule('X.01'),
    });
    expect(base.requirements.map(({ requirement }) => requirement)).toEqual([
      'MSS/CONF.01',
      'MSS/MAISON.01',
      'PSC.01',
      'NOUS.01',
    ]);
    expect(files).toEqual(['regles/a.yaml', 'regles/b.yaml']);
    expect(BASE.requirements).toHaveLength(2);
  });

  it('is a pack of its own, whose hash is that of the files', async () => {
    const hash = async (files: Record<string, string>) => (await houseRules(['*.yaml'], files)).packs;
    const [pack] = await hash({ 'a.yaml': rule('NOUS.01') });
    expect(pack).toEqual({ id: 'house', version: '', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await hash({ 'a.yaml': rule('NOUS.01') })).toEqual([pack]);
    expect(await hash({ 'a.yaml': rule('NOUS.01').replace('//cda:id', '//cda:code') })).not.toEqual([pack]);
  });

  it('tells which findings are of the house', async () => {
    const { packOf } = await houseRules(['a.yaml'], { 'a.yaml': rule('NOUS.01') });
    expect(packOf('expression/NOUS.01.01/1.1')).toBe('house');
    expect(packOf('expression/MSS/CONF.01.01/1.1')).toBe('builtin');
    expect(packOf('mss/subject-form')).toBe('builtin');
  });

  it('names a pattern that matches nothing', async () => {
    expect(await mistakesOf(['regles/*.yaml'], { 'a.yaml': rule('NOUS.01') })).toMatchObject([
      ['segur.yaml:1 mistake/unknown-name', { what: 'file', name: 'regles/*.yaml' }],
    ]);
  });

  it('names a number that the base has, or that two rules share', async () => {
    expect(await mistakesOf(['*.yaml'], { 'a.yaml': rule('PSC.01') })).toEqual([
      ['a.yaml:1 mistake/duplicate', { name: 'PSC.01' }],
    ]);
    expect(await mistakesOf(['*.yaml'], { 'a.yaml': rule('N.01'), 'b.yaml': rule('N.01') })).toEqual([
      ['b.yaml:1 mistake/duplicate', { name: 'N.01' }],
    ]);
  });

  it('names every mistake of every file', async () => {
    const files = {
      'a.yaml': rule('NOUS.01', '{ use: cda/bodi-n1, on: document }'),
      'b.yaml': rule('NOUS.02').replace('nature: exigence', 'nature: devoir'),
    };
    expect((await mistakesOf(['*.yaml'], files)).map(([place]) => place).sort()).toEqual([
      'a.yaml:15 mistake/unknown-name',
      'b.yaml:4 mistake/value',
    ]);
  });

  it('names an expression that its language refuses', async () => {
    expect(
      await mistakesOf(['a.yaml'], {
        'a.yaml': rule('NOUS.01', '{ test: "//cda:id[", language: xpath, on: document }'),
      }),
    ).toMatchObject([['a.yaml:15 mistake/expression', {}]]);
  });
});
