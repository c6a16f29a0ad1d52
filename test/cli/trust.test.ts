import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble, recipe } from '../../fixtures/make/recipe.js';
import { pemOf, testCertificates } from '../../fixtures/make/test-certificates.js';
import type { Report } from '../../src/report/report.js';
import { segurCheck, temporaryFolder } from '../support/cli.js';

const MESSAGE = assemble(recipe('soap-publish'))[0]?.bytes ?? new Uint8Array();

function folderWith(segur?: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'certs'));
  writeFileSync(join(folder, 'certs/root.pem'), pemOf(testCertificates.root));
  writeFileSync(join(folder, 'certs/unknown.cer'), testCertificates.unknown);
  writeFileSync(join(folder, 'message.xml'), MESSAGE);
  if (segur !== undefined)
    writeFileSync(
      join(folder, 'segur.yaml'),
      `candidate: { vendor: Exemple, product: Essai, version: "1" }\napplies: { wave: 2, corridor: LGC }\n${segur}\n`,
    );
  return folder;
}

describe('--trust', () => {
  const check = async (...trust: string[]) => {
    const cwd = folderWith();
    const options = trust.flatMap((file) => ['--trust', file]);
    const { stdout } = await segurCheck(['check', 'message.xml', ...options, '--report', 'json'], { cwd });
    const { findings } = JSON.parse(stdout) as Report;
    return { codes: findings.map(({ code }) => code), needs: stdout.includes('--trust') };
  };

  it('tells whom certificates belong to, and asks for authorities without it', async () => {
    expect(await check()).toEqual({ codes: [], needs: true });
    expect(await check('certs/root.pem')).toEqual({ codes: [], needs: false });
    expect(await check('certs/unknown.cer', 'certs/root.pem')).toEqual({ codes: [], needs: false });
    expect((await check('certs/unknown.cer')).codes.sort()).toEqual([
      'dmp/submission-certificate/untrusted',
      'dmp/vihf-certificate/untrusted',
    ]);
  });

  it('is a mistake when the file holds no certificate', async () => {
    const { exitCode, stderr } = await segurCheck(['check', 'message.xml', '--trust', 'message.xml'], {
      cwd: folderWith(),
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('"message.xml"');
    expect(stderr).not.toContain('OpenSSL');
  });
});

describe('trust of segur.yaml', () => {
  it('names files that are not artifacts', async () => {
    const { stdout } = await segurCheck(['run', folderWith('trust: ["certs/*"]'), '--report', 'json']);
    const { artifacts } = JSON.parse(stdout) as Report;
    expect(artifacts.filter(({ path }) => path.startsWith('certs/'))).toEqual([]);
  });

  it('is a mistake with its place when nothing is there', async () => {
    const { exitCode, stderr } = await segurCheck(['run', folderWith('trust: [certs/absent.pem]')]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('segur.yaml:3:9');
  });
});
