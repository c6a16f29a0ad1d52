import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/report/formats.js';
import { said } from '../support/said.js';
import { identitiesIn, textOfWorkbook } from '../support/searched-identities.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'segur-check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All that the command writes, in every format. */
async function everyOutput(args: readonly string[]): Promise<string> {
  const names = Object.keys(FORMATS);
  const reports = names.map((name) =>
    name === 'terminal' ? '--report=terminal' : `--report=${name}=${join(folder, name)}`,
  );
  const text = await said([...args, '--verbose', ...reports]);
  // The paths of the reports are the user's.
  const texts = names.flatMap((name) => {
    const bytes = readdirSync(folder).includes(name) ? readFileSync(join(folder, name)) : Buffer.alloc(0);
    rmSync(join(folder, name), { force: true });
    return name.startsWith('xlsx') ? textOfWorkbook(bytes) : bytes.toString('utf8');
  });
  return [text, ...texts].join('\n');
}

describe('no output names a patient', () => {
  const files = ['artifacts', 'hostile'].flatMap((name) => filesIn(join(FIXTURES, name)));

  it.each(files.map((file) => relative(FIXTURES, file).replaceAll('\\', '/')))('check %s', async (file) => {
    // Hostile files are full of numbers, which local identifiers are too.
    const localIds = !file.startsWith('hostile/');
    expect(identitiesIn(await everyOutput(['check', join(FIXTURES, file)]), { localIds })).toEqual([]);
  });

  it.each(readdirSync(join(FIXTURES, 'dossiers')))('run %s, in both languages, unless asked to', async (name) => {
    const dossier = join(FIXTURES, 'dossiers', name);
    for (const language of ['fr', 'en'])
      expect(identitiesIn(await everyOutput(['run', dossier, `--lang=${language}`]))).toEqual([]);
    expect(identitiesIn(await everyOutput(['run', dossier, '--unmask']))).not.toEqual([]);
  });
});
