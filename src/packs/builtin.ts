import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { byCodeUnit } from '../artifacts/by-code-unit.js';
import type { Base } from '../scenarios/scenario.js';

/** A set of rules with a version and a hash: what judged is named in every report. */
export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

/** The base as the build compiled it from `scenarios/`. */
export const COMPILED_BASE = fileURLToPath(new URL('../../dist/base.json', import.meta.url));

/** Our own requirement base. */
export function loadBase(): Base {
  return JSON.parse(readFileSync(COMPILED_BASE, 'utf8')) as Base;
}

export function toolVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

/** Folders whose code decides verdicts. */
const DECIDING = ['artifacts', 'checks', 'engine', 'identity', 'packs', 'rem', 'scenarios', 'terminology'];

/** Our own pack: its hash covers the base and all the code that decides a verdict. */
export function builtinPack(): Pack {
  const hash = createHash('sha256').update(readFileSync(COMPILED_BASE));
  for (const folder of DECIDING) {
    const root = new URL(`../../dist/${folder}/`, import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
    for (const file of files.filter((name) => name.endsWith('.js')).sort(byCodeUnit)) {
      hash.update(`${folder}/${file}\n`).update(readFileSync(new URL(file, root)));
    }
  }
  return { id: 'builtin', version: toolVersion(), sha256: hash.digest('hex') };
}
