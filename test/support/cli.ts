import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { onTestFinished } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/segur-check.js', import.meta.url));
export const DOSSIERS = fileURLToPath(new URL('../../fixtures/dossiers/', import.meta.url));
export const HOSTILE = fileURLToPath(new URL('../../fixtures/hostile/', import.meta.url));
export const ARTIFACTS = fileURLToPath(new URL('../../fixtures/artifacts/', import.meta.url));

export interface CommandResult {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command. The locale is neutral unless `env` says otherwise. */
export async function segurCheck(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<CommandResult> {
  const { exitCode, stdout, stderr } = await execa(process.execPath, [BIN, ...args], {
    reject: false,
    maxBuffer: 200 * 1024 * 1024,
    env: { LANG: 'C', LC_ALL: 'C', NO_COLOR: '1', ...options.env },
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  });
  return { exitCode, stdout, stderr };
}

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'segur-check-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of a bundled dossier that a test may spoil. */
export function copyOfDossier(name: string): string {
  const folder = temporaryFolder();
  cpSync(join(DOSSIERS, name), folder, { recursive: true });
  return folder;
}
