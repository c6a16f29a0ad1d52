import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Outline, outlineOf, withContents } from '../../src/artifacts/artifact.js';
import { LIMITS } from '../../src/artifacts/limits.js';
import { NOTHING_DECLARED } from '../../src/checks/context.js';
import { attachmentsOf } from '../../src/cli/attachments.js';
import { readFromDisk } from '../../src/dossier/read-file.js';
import { Identities, type Mask, NO_MASK } from '../../src/report/mask.js';
import { sampleFinding } from '../report/sample-report.js';
import { ARTIFACTS, DOSSIERS, segurCheck, temporaryFolder } from '../support/cli.js';
import { folderOf } from '../support/folder.js';

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const LOG = ['2026-01-01T10:00:00 un', '2026-01-01T10:00:01 deux', '2026-01-01T10:00:02 trois', ''].join('\n');

/** Reads the files of a folder as the command does. */
async function read(folder: string, names: readonly string[]) {
  const files = names.map((shown) => ({ shown, file: join(folder, shown), declared: {} }));
  const identities = new Identities();
  const artifacts: Outline[] = [];
  for (const file of files) {
    const { artifact } = await readFromDisk(file, LIMITS);
    if (!artifact) throw new Error(`${file.shown} can't be read`);
    identities.add(artifact);
    artifacts.push(...withContents(outlineOf(artifact)));
  }
  return { files, artifacts, limits: LIMITS, mask: identities.mask(NOTHING_DECLARED) };
}

describe('attachmentsOf', () => {
  const at = (artifact: string, line: number) => sampleFinding('f1', { artifact, location: { line } });

  test('gives the lines of a file as it was judged, and nothing of one that has changed', async () => {
    const folder = await folderOf({ 'traces.log': LOG });
    const given = await read(folder, ['traces.log']);
    const { extracts } = attachmentsOf(given);
    expect((await extracts([at('traces.log', 2)])).get('f1')?.lines).toEqual(LOG.split('\n'));
    expect((await extracts([at('other.log', 2)])).size).toBe(0);
    expect((await extracts([sampleFinding('f1', { artifact: 'traces.log', location: {} })])).size).toBe(0);
    writeFileSync(join(folder, 'traces.log'), LOG.replace('deux', 'DEUX'));
    expect((await extracts([at('traces.log', 2)])).size).toBe(0);
  });

  test('gives nothing of what no reader understands, unless all is shown', async () => {
    const given = await read(await folderOf({ 'notes.txt': 'un\ndeux\n' }), ['notes.txt']);
    expect((await attachmentsOf(given).extracts([at('notes.txt', 2)])).size).toBe(0);
    const shown = attachmentsOf({ ...given, mask: NO_MASK });
    expect((await shown.extracts([at('notes.txt', 2)])).get('f1')?.lines).toEqual(['un', 'deux', '']);
  });

  test('gives nothing of two files that look the same once masked', async () => {
    const given = await read(await folderOf({ 'a.log': LOG, 'b.log': LOG }), ['a.log', 'b.log']);
    const mask: Mask = (text) => text.replace(/^[ab]\.log$/, '[nom].log');
    expect((await attachmentsOf({ ...given, mask }).extracts([at('[nom].log', 2)])).size).toBe(0);
  });

  test('gives errors first, a thousand at most', async () => {
    const given = await read(await folderOf({ 'traces.log': LOG }), ['traces.log']);
    const findings = Array.from({ length: 1500 }, (_, index) =>
      sampleFinding(`f${index + 1}`, {
        artifact: 'traces.log',
        location: { line: 1 },
        severity: index < 1000 ? 'warning' : 'error',
      }),
    );
    const extracts = await attachmentsOf(given).extracts(findings);
    expect(extracts.size).toBe(1000);
    expect(extracts.has('f1500')).toBe(true);
    expect(extracts.has('f501')).toBe(false);
  });

  test('gives small images of kinds that every browser draws, and none where identities are masked', async () => {
    const large = Buffer.concat([PIXEL, Buffer.alloc(70_000)]);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    const given = await read(await folderOf({ 'a.gif': PIXEL, 'b.gif': large, 'c.svg': svg }), [
      'a.gif',
      'b.gif',
      'c.svg',
    ]);
    expect(attachmentsOf(given).images(['a.gif'])).toBeUndefined();
    const images = await attachmentsOf({ ...given, mask: NO_MASK }).images(['a.gif', 'b.gif', 'c.svg', 'd.gif']);
    expect([...(images ?? [])]).toEqual([['a.gif', `data:image/gif;base64,${PIXEL.toString('base64')}`]]);
  });
});

describe('--report html', () => {
  const extractsIn = (path: string) => {
    const json = /id="data">([^<]*)</.exec(readFileSync(path, 'utf8'))?.[1] ?? '{}';
    return JSON.parse(json) as {
      findings: number[][];
      strings: string[];
      extracts: Record<string, { lines: string[] }>;
    };
  };

  test('shows the sources masked, those inside archives too, with the same bytes each time', async () => {
    const folder = temporaryFolder();
    const paths = ['a.html', 'b.html'].map((name) => join(folder, name));
    for (const [index, path] of paths.entries())
      await segurCheck(['run', join(DOSSIERS, 'lgc-failing'), `--report=html=${path}`], {
        env: { TZ: index === 0 ? 'UTC' : 'Pacific/Auckland', LANG: index === 0 ? 'C' : 'fr_FR.UTF-8' },
      });
    const [first = '', second = ''] = paths;
    expect(readFileSync(first, 'utf8') === readFileSync(second, 'utf8')).toBe(true);
    const { extracts, findings, strings } = extractsIn(first);
    expect(Object.keys(extracts).length).toBeGreaterThan(findings.length / 2);
    const inside = Object.keys(extracts).filter((id) => strings[findings[Number(id) - 1]?.[5] ?? -1]?.includes('!'));
    expect(inside.length).toBeGreaterThan(0);
    expect(readFileSync(first, 'utf8')).not.toContain('src="data:');
  });

  test('shows images when the user asks for all to be shown', async () => {
    const path = join(temporaryFolder(), 'a.html');
    await segurCheck(['run', join(DOSSIERS, 'lgc-failing'), '--unmask', `--report=html=${path}`]);
    expect(readFileSync(path, 'utf8')).toContain('src="data:image/png;base64,');
  });

  test('writes to standard output, in the language asked for', async () => {
    const { stdout } = await segurCheck(['check', join(ARTIFACTS, 'cda'), '--report=html', '--lang=en', '--jobs=1']);
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="en">/);
  });
});
