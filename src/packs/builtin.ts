import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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

/** What `compile-pack.ts` wrote when the command was built: reading all the code again takes a tenth of a short command. */
export const COMPILED_PACK = fileURLToPath(new URL('../../dist/pack.json', import.meta.url));

/** Our own pack: its hash covers the base and all the code that decides a verdict. */
export function builtinPack(): Pack {
  return JSON.parse(readFileSync(COMPILED_PACK, 'utf8')) as Pack;
}
