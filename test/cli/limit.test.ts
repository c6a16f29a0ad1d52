import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/artifacts/limits.js';
import type { Report } from '../../src/report/report.js';
import { DOSSIERS, HOSTILE, segurCheck } from '../support/cli.js';

const CONFORMING = join(DOSSIERS, 'lgc-conforming');
const CAPTURE = join(CONFORMING, 'psc/connexion-web.har');
const GOOD = join(HOSTILE, 'good.xml');
const MAIL = join(CONFORMING, 'mail/sent/01-confrere.eml');

async function reportOf(args: readonly string[]): Promise<Report> {
  const { stdout, stderr } = await segurCheck([...args, '--report', 'json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Report;
}

describe('--limit', () => {
  it.each([
    ['fileBytes', GOOD, 100],
    ['xmlDepth', GOOD, 2],
    ['xmlNodes', GOOD, 5],
    ['xmlAttributes', GOOD, 1],
    ['xmlText', GOOD, 5],
    ['jsonDepth', CAPTURE, 2],
    ['mailParts', MAIL, 1],
    ['nesting', MAIL, 1],
    ['contained', MAIL, 1],
    ['zipEntries', MAIL, 2],
  ])('%s is heeded by check', async (name, file, value) => {
    const { findings, limits } = await reportOf(['check', file, '--limit', `${name}=${value}`]);
    // The text names what the limit counts; the remedy names the option.
    expect(findings.map(({ args }) => [args.limit, args.maximum])).toContainEqual([name, value]);
    expect(limits).toEqual([{ name, value, default: LIMITS[name as keyof typeof LIMITS] }]);
  });

  it('is heeded by run, which says so', async () => {
    const report = await reportOf([
      'run',
      CONFORMING,
      '--limit',
      'xmlDepth=3',
      '--limit',
      'xmlNodes=4',
      '--lang',
      'en',
    ]);
    expect(report.findings.some(({ check }) => check === 'read/xml-limit')).toBe(true);
    expect(report.limits?.map(({ name, value }) => [name, value])).toEqual([
      ['xmlDepth', 3],
      ['xmlNodes', 4],
    ]);
    expect(report.caveats.join('\n')).toContain(
      `xmlDepth 3 (256 by default), xmlNodes 4 (${LIMITS.xmlNodes} by default)`,
    );
  });

  it('that changes nothing is not mentioned, and the last of a name wins', async () => {
    const report = await reportOf(['check', GOOD, '--limit', 'xmlDepth=2', '--limit', 'xmlDepth=256']);
    expect(report).not.toHaveProperty('limits');
    expect(report.summary.verdict).toBe('conforming');
  });

  it('is in the help of run and check, apart', async () => {
    for (const command of ['run', 'check']) {
      const { stdout } = await segurCheck([command, '--help']);
      expect(stdout).toMatch(/Expert options:\n\s+--limit <name=value>/);
    }
  });
});
