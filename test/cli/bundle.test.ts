import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const BUNDLE = new URL('../../dist/bundle/', import.meta.url);
const MODULES = new URL('../../node_modules/', import.meta.url);
const licences = readFileSync(new URL('LICENSES.txt', BUNDLE), 'utf8');
const code = readdirSync(BUNDLE)
  .filter((name) => name.endsWith('.js'))
  .map((name) => readFileSync(new URL(name, BUNDLE), 'utf8'))
  .join('\n');
/** Packages whose modules the bundle says that it holds. */
const bundled = [...new Set([...code.matchAll(/^\/\/ node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)])].map(
  ([, name = '']) => name,
);

describe('the bundled command', () => {
  it('comes with the licence of each library that it holds', () => {
    expect(new Set(bundled)).toContain('commander');
    for (const name of new Set(bundled)) {
      const { version, license } = JSON.parse(readFileSync(new URL(`${name}/package.json`, MODULES), 'utf8'));
      expect(licences).toContain(`${name} ${version} (${license})\n`);
    }
  });

  it('leaves where it is what is published without one, and what reads files of its own', () => {
    for (const name of ['saxes', 'piscina', 'libxml2-wasm', 'hucre']) expect(bundled).not.toContain(name);
  });
});
