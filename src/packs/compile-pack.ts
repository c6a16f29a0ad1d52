import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { byCodeUnit } from '../artifacts/by-code-unit.js';
import { COMPILED_BASE, COMPILED_PACK, type Pack, toolVersion } from './builtin.js';

/** Folders whose code decides verdicts. */
const DECIDING = ['artifacts', 'checks', 'engine', 'identity', 'packs', 'rem', 'scenarios', 'terminology'];

/** Build step, once the code and the base are compiled: the identity of our own pack, that every report names. */
const hash = createHash('sha256').update(readFileSync(COMPILED_BASE));
for (const folder of DECIDING) {
  const root = new URL(`../../dist/${folder}/`, import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  for (const file of files.filter((name) => name.endsWith('.js')).sort(byCodeUnit)) {
    hash.update(`${folder}/${file}\n`).update(readFileSync(new URL(file, root)));
  }
}
const pack: Pack = { id: 'builtin', version: toolVersion(), sha256: hash.digest('hex') };
writeFileSync(COMPILED_PACK, JSON.stringify(pack));
