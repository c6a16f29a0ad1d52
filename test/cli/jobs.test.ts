import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/report/formats.js';
import type { Report } from '../../src/report/report.js';
import { ARTIFACTS, DOSSIERS, HOSTILE, segurCheck, temporaryFolder } from '../support/cli.js';

const CDA = join(DOSSIERS, 'lgc-conforming/cda/consultation.xml');
const preload = (name: string) => ({
  NODE_OPTIONS: `--import=${fileURLToPath(new URL(`../support/${name}`, import.meta.url))}`,
});
const reportIn = (text: string) => JSON.parse(text) as Report;

/** A folder of copies of a conforming document under these names. */
function documents(...names: readonly string[]): string {
  const folder = temporaryFolder();
  for (const name of names) cpSync(CDA, join(folder, name));
  return folder;
}

describe('check --jobs', () => {
  it('writes the same bytes in every format, whatever the number of threads', async () => {
    const work = temporaryFolder();
    const folders = [join(ARTIFACTS, 'cda'), join(ARTIFACTS, 'mail'), join(ARTIFACTS, 'har'), HOSTILE];
    // What goes to a folder needs the rules of a pack: `svrl.test.ts` holds it to the same.
    const formats = Object.entries(FORMATS).flatMap(([name, { parts }]) => (parts ? [] : [name]));
    const written = async (jobs: number) => {
      const out = join(work, String(jobs));
      mkdirSync(out);
      const reports = formats.flatMap((format) => ['--report', `${format}=${join(out, format)}`]);
      const { exitCode, stderr } = await segurCheck([
        'check',
        ...folders,
        '--jobs',
        String(jobs),
        '--quiet',
        ...reports,
      ]);
      expect([[1, 3].includes(exitCode ?? 0), stderr]).toEqual([true, '']);
      return formats.map((format) => readFileSync(join(out, format)).toString('base64'));
    };
    const alone = await written(1);
    expect((await written(2)).map((each, index) => each === alone[index])).not.toContain(false);
    expect((await written(5)).map((each, index) => each === alone[index])).not.toContain(false);
  });

  it('keeps what was asked for in the threads: limits, identities, trust', async () => {
    const folder = documents('a.xml', 'b.xml');
    const of = (jobs: string, ...more: readonly string[]) =>
      segurCheck(['check', folder, '--jobs', jobs, '--report', 'json', ...more]);
    for (const more of [
      ['--limit', 'xmlDepth=2'],
      ['--deny-production-identities', '--unmask'],
    ]) {
      const alone = await of('1', ...more);
      expect(await of('2', ...more)).toEqual(alone);
    }
    const wrong = await of('2', '--trust', join(folder, 'a.xml'));
    expect([wrong.exitCode, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('a.xml');
  });

  it('judges the others, in order, when the thread of one ends or runs out of memory', async () => {
    const folder = documents('a.xml', 'exit-1.xml', 'm.xml', 'memory-1.xml', 'z.xml');
    writeFileSync(join(folder, 'bad.xml'), '<ClinicalDocument xmlns="urn:hl7-org:v3"><id');
    const args = ['check', folder, '--report', 'json', '--lang', 'fr', '--limit', 'documentBytes=100000000'];
    const { stdout, exitCode } = await segurCheck([...args, '--jobs', '3'], { env: preload('break-on-read.mjs') });
    const report = reportIn(stdout);
    expect(exitCode).toBe(4);
    expect(report.summary.verdict).toBe('undetermined');
    expect(
      report.files.flatMap(({ artifact, kind, verdict }) => (kind === 'cda' ? [[artifact, verdict]] : [])),
    ).toEqual([
      ['a.xml', 'conforming'],
      ['m.xml', 'conforming'],
      ['z.xml', 'conforming'],
    ]);
    const stopped = report.findings.filter(({ code }) => code === 'read/stopped');
    expect(stopped.map(({ artifact, args }) => [artifact, args.reason])).toEqual([
      ['exit-1.xml', 'stopped-dead'],
      ['memory-1.xml', 'stopped-memory'],
    ]);
    expect(stopped.map(({ message }) => message).join()).not.toMatch(/stopped|\{/);
    expect(report.findings.map(({ code }) => code)).toContain('read/xml');
  });

  it('writes a partial report and leaves no thread when it is interrupted', async () => {
    const { stdout, stderr, exitCode } = await segurCheck(['check', ARTIFACTS, '--jobs', '2', '--report', 'json'], {
      env: preload('interrupt-on-thread.mjs'),
    });
    expect([exitCode, stderr]).toEqual([130, '']);
    const report = reportIn(stdout);
    expect(report.partial).toBe(true);
    expect(report.files.length).toBeLessThan(10);
  });

  it('refuses what is no count', async () => {
    const { stdout, stderr, exitCode } = await segurCheck(['check', CDA, '--jobs=-3']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('"-3"');
    expect(stderr).toContain('--jobs');
  });
});

describe('check --checks', () => {
  const checksOf = ({ files, dossier }: Report) => [
    ...new Set([...files.flatMap(({ checks }) => checks), ...dossier].map(({ id }) => id)),
  ];

  it('runs the checks of the pattern alone, and says that the report is partial', async () => {
    for (const jobs of ['1', '2']) {
      const args = ['check', CDA, CDA, '--checks', 'cda/a*', '--checks', 'ins/one-identity', '--jobs', jobs];
      const { stdout, exitCode } = await segurCheck([...args, '--report', 'json', '--lang', 'en']);
      const report = reportIn(stdout);
      expect(exitCode).toBe(0);
      expect(report.partial).toBe(true);
      expect(report.caveats.join('\n')).toContain('cda/a*, ins/one-identity');
      const ids = checksOf(report);
      expect(ids).toContain('cda/author');
      expect(ids).toContain('ins/one-identity');
      expect(ids.filter((id) => !/^cda\/a[^/]*$|^ins\/one-identity$/.test(id))).toEqual([]);
    }
  });

  it('concludes nothing of files that none of them looks at', async () => {
    const { stdout, exitCode } = await segurCheck([
      'check',
      join(ARTIFACTS, 'hl7v2/adt.hl7'),
      '--checks',
      'cda/author',
      '--report',
      'json',
      '--lang',
      'en',
    ]);
    const report = reportIn(stdout);
    expect(exitCode).toBe(3);
    expect(report.files[0]).toMatchObject({ verdict: 'not-tested', checks: [] });
    expect(report.files[0]?.reasons.join()).toMatch(/selected/);
  });

  it('refuses a pattern that matches nothing, with the nearest name', async () => {
    const { stdout, stderr, exitCode } = await segurCheck(['check', CDA, '--checks', 'cda/auhtor']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('cda/auhtor');
    expect(stderr).toContain('"cda/author"');
  });
});
