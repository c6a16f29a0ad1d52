import { writeFile } from 'node:fs/promises';
import { KNOWN_CHECKS } from '../checks/registry.js';
import { assembleBase } from '../scenarios/assemble-base.js';
import { readBaseFiles } from './base-files.js';
import { COMPILED_BASE } from './builtin.js';
import { loadSchema } from './schemas.js';

/** Build step: turns the YAML of the base into one JSON file that starts fast. The lint names the mistakes for people. */
const { base, mistakes } = assembleBase(await readBaseFiles(), KNOWN_CHECKS, {
  scenario: await loadSchema('scenario'),
  corridor: await loadSchema('corridor'),
  overlay: await loadSchema('overlay'),
});
for (const { file, line, column, code, args } of mistakes) {
  process.stderr.write(`scenarios/${file}:${line}:${column} ${code} ${JSON.stringify(args)}\n`);
}
if (mistakes.length > 0) process.exitCode = 1;
else await writeFile(COMPILED_BASE, JSON.stringify(base));
