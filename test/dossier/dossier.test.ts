import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble, recipe } from '../../fixtures/make/recipe.js';
import type { Artifact, Unreadable } from '../../src/artifacts/artifact.js';
import { LIMITS } from '../../src/artifacts/limits.js';
import type { Reading } from '../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../src/checks/context.js';
import { listDossier, readManifest } from '../../src/dossier/dossier.js';
import { checkContext } from '../../src/dossier/manifest.js';
import { type NamedFile, readEach } from '../../src/dossier/read-file.js';
import { UserError } from '../../src/dossier/user-error.js';
import { R4 } from '../../src/packs/fhir/r4-definitions.js';
import { validateJson } from '../../src/packs/validate-json.js';
import { caught } from '../support/caught.js';
import { fakeBase, fakeRequirement, fakeScenario, proof } from '../support/fake-base.js';
import { folderOf } from '../support/folder.js';

const BASE = fakeBase([fakeRequirement({ scenarios: [fakeScenario({ evidence: [proof('MSS/CONF.01.01.01')] })] })]);
const HEAD = `candidate: { vendor: V, product: P, version: "1", nil: "1234", product-reference: REF }
applies: { wave: 2, corridor: LGC }
`;
const CDA = assemble(recipe('cda-n1'))[0]?.bytes ?? new Uint8Array();

async function open(manifest: string, files: Record<string, string | Uint8Array> = {}, except: readonly string[] = []) {
  const folder = await folderOf({ 'segur.yaml': manifest, ...files });
  const parsed = await readManifest(folder);
  const listed = await listDossier(folder, parsed, BASE, new Set(except));
  return { manifest: parsed.value, ...(await readAll(listed)) };
}

async function readAll(
  listed: readonly NamedFile[],
  signal = new AbortController().signal,
  onFile: (done: number, total: number) => void = () => undefined,
) {
  const artifacts: Artifact[] = [];
  const unreadable: Unreadable[] = [];
  const take = (reading: Reading): void => {
    if (reading.artifact) artifacts.push(reading.artifact);
    unreadable.push(...reading.unreadable);
  };
  await readEach(listed, LIMITS, take, { signal, onFile });
  return { artifacts, unreadable };
}

async function mistakesOf(manifest: string, files: Record<string, string> = {}) {
  const error = await caught(() => open(manifest, files));
  if (!(error instanceof UserError)) throw error;
  expect(error.code).toBe('mistakes');
  return error.mistakes.map(({ file, line, column, code, args }) => [`${file}:${line}:${column} ${code}`, args]);
}

describe('readManifest', () => {
  it('asks for a manifest', async () => {
    const folder = await folderOf({ 'a.xml': '' });
    expect(await caught(() => readManifest(folder))).toMatchObject({
      name: 'UserError',
      code: 'no-manifest',
      args: { path: folder },
    });
    expect(await caught(() => readManifest(join(folder, 'none')))).toMatchObject({ code: 'not-a-folder' });
  });

  it('reads one that starts with a byte order mark', async () => {
    expect((await open(`\ufeff${HEAD}`)).manifest.candidate.vendor).toBe('V');
  });

  it.each([
    ['candidat: {}', '3:1 mistake/unknown-key', { name: 'candidat', nearest: 'candidate' }],
    ['patients: [{ id: A, status: qualifie }]', '3:29 mistake/value', { name: 'qualifie', nearest: 'qualifiée' }],
    ['patients: [{ id: A }]', '3:12 mistake/missing-key', { name: 'status' }],
    ['artifacts: [{ path: a, rôle: outgoing }]', '3:24 mistake/unknown-key', { name: 'rôle', nearest: 'role' }],
    [
      'artifacts: [{ path: a, role: sent }]',
      '3:30 mistake/value',
      { name: 'sent', expected: 'outgoing, incoming, historical' },
    ],
    [
      'artifacts: [{ path: a, columns: { acteur: Qui } }]',
      '3:35 mistake/unknown-key',
      { name: 'acteur', nearest: 'actor' },
    ],
    ['artifacts: [{ path: a, charset: latin1 }]', '3:33 mistake/value', { name: 'latin1' }],
    ['artifacts: [{ path: a, dates: dd/MM/yy }]', '3:31 mistake/value', { name: 'dd/MM/yy', nearest: 'dd/MM/yyyy' }],
    ['artifacts: [{ path: a, delimiter: tabs }]', '3:35 mistake/value', { name: 'tabs', nearest: 'tab' }],
    ['conditions: { question: oui }', '3:25 mistake/type', { expected: 'boolean' }],
    ['statements: { P: { by: x, on: hier, text: t } }', '3:31 mistake/invalid', {}],
  ])('names a mistake: %s', async (line, place, args) => {
    expect(await mistakesOf(`${HEAD}${line}\n`)).toMatchObject([[`segur.yaml:${place}`, args]]);
  });

  it('wants a version that is a text', async () => {
    expect(await mistakesOf(HEAD.replace('"1"', '4.2'))).toMatchObject([
      ['segur.yaml:1:46 mistake/type', { expected: 'string' }],
    ]);
  });
});

describe('a name that nothing knows', () => {
  it.each([
    ['corridor', 'LGCC', HEAD.replace('LGC', 'LGCC'), '2:31', 'LGC'],
    ['profile', 'Autres', HEAD.replace('LGC }', 'LGC, profiles: [Général, Autres] }'), '2:56', 'Autre'],
    ['condition', 'questions', `${HEAD}conditions: { questions: true }\n`, '3:', 'question'],
    [
      'patient',
      'AA',
      `${HEAD}patients: [{ id: A, status: validée }]\nartifacts: [{ path: a, patient: AA }]\n`,
      '4:33',
      'A',
    ],
    ['proof', 'MSS/CONF.01.01.02', `${HEAD}evidence: { MSS/CONF.01.01.02: a }\n`, '3:', 'MSS/CONF.01.01.01'],
    [
      'proof',
      'MSS/CONF.01.01.1',
      `${HEAD}statements: { MSS/CONF.01.01.1: { by: x, on: 2026-01-01, text: t } }\n`,
      '3:',
      'MSS/CONF.01.01.01',
    ],
  ])('is named: %s %s', async (what, name, manifest, place, near) => {
    expect(await mistakesOf(manifest, { a: 'x' })).toMatchObject([
      [
        expect.stringMatching(`^segur.yaml:${place}.* mistake/unknown-(name|corridor)$`),
        { what: expect.stringContaining(what), name, nearest: near },
      ],
    ]);
  });

  it('is named even when nothing is near it, with what is known', async () => {
    expect(await mistakesOf(`${HEAD}evidence: { TOUT/AUTRE.CHOSE: a }\n`, { a: 'x' })).toEqual([
      [
        expect.stringMatching(/^segur.yaml:3:.* mistake\/unknown-name$/),
        { what: 'proof', name: 'TOUT/AUTRE.CHOSE', expected: 'MSS/CONF.01.01.01' },
      ],
    ]);
  });

  it('is a run of the test tool in another form: one sentence, at its line', async () => {
    for (const run of ['0', 'oui', '"https://example.org/project/MSSante/execution/show/12"', '[12]', '~']) {
      const manifest = `${HEAD}evidence:\n  MSS/CONF.01.01.01: { execution: ${run} }\n`;
      expect((await mistakesOf(manifest)).map(([place]) => place)).toEqual([
        expect.stringMatching(/^segur\.yaml:4:\d+ mistake\/execution$/),
      ]);
    }
  });

  it('is named with all the others', async () => {
    const manifest = `${HEAD.replace('LGC', 'XYZ')}conditions: { autre: true }\nartifacts: [{ path: none.xml }]\n`;
    expect((await mistakesOf(manifest)).map(([place]) => String(place).slice(0, 12))).toEqual([
      'segur.yaml:2',
      'segur.yaml:3',
      'segur.yaml:4',
    ]);
  });
});

describe('the files of a dossier', () => {
  it('are all but the manifest and what it is told to leave', async () => {
    const { artifacts, unreadable, manifest } = await open(
      HEAD,
      { 'cda/a.xml': CDA, 'bad.xml': '<a>', 'rapport.json': '{}', 'b.txt': 'x' },
      ['rapport.json'],
    );
    expect(artifacts.map(({ path, kind }) => `${kind} ${path}`)).toEqual(['other b.txt', 'cda cda/a.xml']);
    expect(unreadable).toMatchObject([{ path: 'bad.xml', kind: 'cda', problems: [{ code: 'read/xml' }] }]);
    expect(manifest.applies.corridor).toBe('LGC');
  });

  it('are read through the columns that are declared', async () => {
    const manifest = `${HEAD}artifacts:
  - { path: "traces/*.csv", columns: { instant: [Date, Heure], actor: Utilisateur }, delimiter: ";", dates: dd/MM/yyyy }
`;
    const trace = 'Date;Heure;Utilisateur\n20/11/2026;10:00;899700100011\n';
    const { artifacts } = await open(manifest, { 'traces/a.csv': trace });
    const content = artifacts[0]?.kind === 'log' ? artifacts[0].content : undefined;
    expect(content?.protocol === 'trace' && [...content.records()]).toMatchObject([
      { actor: '899700100011', instant: { local: '2026-11-20T10:00:00' } },
    ]);
  });

  it('add up what the patterns that match a file declare, the last winning', async () => {
    const manifest = `${HEAD}patients: [{ id: A, status: validée }]
artifacts:
  - { path: "mail/**/*.eml", role: outgoing, mailbox: PER }
  - { path: mail/in/b.eml, role: incoming, patient: A }
  - { path: "*.txt", version: 2 }
`;
    const eml = 'From: a\nTo: b\n\nx';
    const { artifacts } = await open(manifest, {
      'mail/a.eml': eml,
      'mail/in/b.eml': eml,
      'c.txt': 'x',
      'mail/d.txt': 'x',
    });
    expect(Object.fromEntries(artifacts.map(({ path, declared }) => [path, declared]))).toEqual({
      'c.txt': { version: 2 },
      'mail/a.eml': { role: 'outgoing', mailbox: 'PER' },
      'mail/d.txt': {},
      'mail/in/b.eml': { role: 'incoming', mailbox: 'PER', patient: 'A' },
    });
  });

  it('refuse a pattern that matches nothing, without naming the files there are', async () => {
    expect(await mistakesOf(`${HEAD}artifacts:\n  - { path: "*.eml" }\n`, { 'a.xml': 'x' })).toEqual([
      ['segur.yaml:4:13 mistake/no-file', { name: '*.eml' }],
    ]);
  });

  it('reach nothing outside of the folder', async () => {
    expect(await mistakesOf(`${HEAD}artifacts:\n  - { path: ../segur.yaml }\n`)).toMatchObject([
      ['segur.yaml:4:13 mistake/no-file', { name: '../segur.yaml' }],
    ]);
  });

  it('are read one by one, until it is told to stop', async () => {
    const folder = await folderOf({ 'segur.yaml': HEAD, a: 'x', b: 'x', c: 'x' });
    const seen: string[] = [];
    const controller = new AbortController();
    const listed = await listDossier(folder, await readManifest(folder), BASE, new Set());
    const { artifacts } = await readAll(listed, controller.signal, (done, total) => {
      seen.push(`${done}/${total}`);
      if (done === 1) controller.abort();
    });
    expect(seen).toEqual(['0/3', '1/3']);
    expect(artifacts.map(({ path }) => path)).toEqual(['a', 'b']);
  });
});

it('gives checks the references, the patients, annex 3 and what is trusted, and nothing else', async () => {
  const manifest = `${HEAD}patients: [{ id: A, status: validée, matricule: "1" }]\nannex-3: [{ code: 11488-4, level: N1 }]\n`;
  expect(checkContext((await open(manifest)).manifest)).toEqual({
    productReferences: ['1234', 'REF'],
    patients: [{ id: 'A', status: 'validée', matricule: '1' }],
    annex3: [{ code: '11488-4', level: 'N1' }],
    environment: 'test',
    denyProductionIdentities: false,
    trustAnchors: [],
    fhir: R4,
    validateJson,
  });
  const bare = HEAD.replace(', nil: "1234", product-reference: REF', '');
  expect(checkContext((await open(bare)).manifest, true)).toEqual({
    ...NOTHING_DECLARED,
    denyProductionIdentities: true,
    fhir: R4,
    validateJson,
  });
});
