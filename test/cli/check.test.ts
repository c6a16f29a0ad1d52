import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { ARTIFACTS, HOSTILE, segurCheck } from '../support/cli.js';

describe('check on hostile files', () => {
  it('says one thing of each, and judges the others', async () => {
    const { stdout, stderr, exitCode } = await segurCheck(['check', HOSTILE, '--report', 'json']);
    expect(exitCode).toBe(3);
    expect(stderr).toBe('');
    const report = JSON.parse(stdout) as Report;
    const bad = readdirSync(HOSTILE).filter((name) => !name.startsWith('good'));
    for (const name of bad) {
      const findings = report.findings.filter((each) => each.artifact === name && each.check.startsWith('read/'));
      expect(findings.length, name).toBe(1);
      expect(findings[0]?.message).not.toMatch(/\{\w+\}/);
    }
    expect(report.files.find((file) => file.artifact === 'good.xml')?.verdict).toBe('conforming');
  });

  it.each([
    ['truncated.xml', 'read/xml'],
    ['doctype.xml', 'read/xml-doctype'],
    ['slip.zip', 'read/zip-unsafe-name'],
    ['empty.eml', 'read/mail'],
    ['zero.xml', 'read/empty'],
  ])('%s: exit 3 and %s', async (name, code) => {
    const { stdout, exitCode } = await segurCheck(['check', join(HOSTILE, name), '--report', 'json']);
    expect(exitCode).toBe(3);
    expect((JSON.parse(stdout) as Report).findings.map((finding) => finding.code)).toEqual([code]);
  });
});

describe('check on a conversation of which nothing is declared', () => {
  it('finds no fault, and does not ask of a receipt from another software what ours must write', async () => {
    const folder = join(ARTIFACTS, 'mail/conversation');
    const { stdout, exitCode } = await segurCheck(['check', folder, '--report', 'json']);
    const report = JSON.parse(stdout) as Report;
    expect(report.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(report.files.filter(({ kind }) => kind === 'mail')).toHaveLength(11);
    expect(exitCode).toBe(0);
  });
});
