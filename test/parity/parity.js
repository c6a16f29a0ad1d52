// @ts-check
/**
 * `npm run parity`: judges the official documents, documents with seeded faults and documents made for the rules that none of them reaches, by our engine
 * and by the one that the rules' publisher uses, and says every difference. SEGUR_TCC names a checkout of ansforge/TestContenuCDA-3-0, SEGUR_PARITY a work
 * folder, whose results are used again.
 *
 *   npm run parity -- [--schema ID]... [--seed N] [--faults N]
 *
 * Another seed makes other faults: 0 is the one that `docs/official-rules.md` tells of, with sixty faults in the documents that have many.
 *
 * Exit code: 0 the same, 1 different, 3 something is missing to compare.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openFolder } from '../../dist/packs/disk-files.js';
import { prepareSchema } from '../../dist/packs/schematron/engine.js';
import { loadSchema } from '../../dist/packs/schematron/load/load-schema.js';
import { withSubstitutes } from '../../dist/packs/value-sets/substitutes.js';
import { prepare } from './given.js';
import { referenceVerdicts } from './reference.js';
import { runSchema } from './run-schema.js';
import { whyNoSaxon } from './saxon.js';

const SHOWN = 20;

const { values: options } = parseArgs({
  options: {
    schema: { type: 'string', multiple: true },
    seed: { type: 'string', default: '0' },
    faults: { type: 'string', default: '60' },
  },
});
const source = process.env.SEGUR_TCC;
const why = source ? whyNoSaxon() : 'name in SEGUR_TCC a checkout of https://github.com/ansforge/TestContenuCDA-3-0';
if (!source || why) {
  console.log(`not compared: ${why}`);
  process.exitCode = 3;
} else run(source, process.env.SEGUR_PARITY ?? join(tmpdir(), 'segur-parity'));

/**
 * @param {string} source
 * @param {string} work
 */
function run(source, work) {
  const given = prepare(source, work, { seed: Number(options.seed), faults: Number(options.faults) });
  const files = withSubstitutes(openFolder(source));
  const texts = new Map(given.documents.map(({ name, text }) => [name, text]));
  const wanted = given.schemas.filter(({ id }) => !options.schema || options.schema.includes(id));
  console.log(`${given.documents.length} documents, ${wanted.length} schemas; in ${given.work}`);
  for (const { path, why } of given.repairs) console.log(`made whole for the reference: ${path} (${why})`);
  const compared = wanted.map((schema) => {
    const verdicts = referenceVerdicts({ ...given, schema });
    const result = runSchema(prepareSchema(files, schema.path), loadSchema(files, schema.path), verdicts, texts);
    print(result);
    return result;
  });
  const sum = (/** @type {(each: import('./run-schema.js').Compared) => number} */ of) =>
    compared.reduce((total, each) => total + of(each), 0);
  const differences = sum((each) => each.differences.length + each.broken.length);
  console.log(
    `\n${sum((each) => each.documents)} pairs of schema and document, ${sum((each) => each.fired)} rules fired, ${sum((each) => each.findings)} findings, ` +
      `${sum((each) => each.stopped)} pairs on which the reference stops: ${differences} differences`,
  );
  console.log(
    `rules fired ${sum((each) => each.rules.fired)}/${sum((each) => each.rules.all)}, ` +
      `assertions seen failing ${sum((each) => each.assertions.failing)}/${sum((each) => each.assertions.all)}, ` +
      `assertions left out ${sum((each) => each.leftOut.length)}`,
  );
  const places = (/** @type {'failing' | 'all'} */ which) =>
    new Set(compared.flatMap(({ written }) => written[which])).size;
  console.log(`assertions as they are written, seen failing somewhere: ${places('failing')}/${places('all')}`);
  writeFileSync(join(work, 'parity.json'), JSON.stringify(compared, null, 1));
  if (differences > 0) process.exitCode = 1;
}

/** @param {import('./run-schema.js').Compared} result */
function print(result) {
  const { schema, documents, fired, findings, stopped, rules, assertions, leftOut, broken, differences } = result;
  console.log(
    `${schema}: ${documents} documents, ${fired} fired, ${findings} findings, ${stopped} stopped; ` +
      `rules ${rules.fired}/${rules.all}, assertions failing ${assertions.failing}/${assertions.all}, left out ${leftOut.length}; ` +
      `${differences.length} differences`,
  );
  for (const each of broken) console.log(`  broken: ${each}`);
  for (const { document, difference } of differences.slice(0, SHOWN))
    console.log(`  ${difference.kind} ${document}: ${difference.detail.replaceAll('\n', ' | ').slice(0, 600)}`);
  if (differences.length > SHOWN) console.log(`  and ${differences.length - SHOWN} more, in parity.json`);
}
