// @ts-check
/**
 * The official rules on the official documents, ours and their own engines', in turn in the same run. SEGUR_TCC names the tree of
 * ansforge/TestContenuCDA-3-0; SEGUR_SAXON the jar of Saxon-HE; SEGUR_PEERS a folder where `npm install node-schematron saxon-js xslt3` was run.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cut } from '../parity/documents.js';
import { SAXON, whyNoSaxon } from '../parity/saxon.js';
import { measured, unmeasured } from './measured.js';

const PROFILES = [
  'profils/IHE',
  'profils/CI-SIS_ModelesDeContenusCDA',
  'profils/CI-SIS_Modeles_ANS',
  'profils/structurationMinimale/ASIP-STRUCT-MIN-StrucMin',
];
/** Whole names: with the pack of a glob left open, our own checks would be loaded too. */
const CHECKS = [...PROFILES.map((path) => `TestContenuCDA-3-0/${basename(path)}`), 'TestContenuCDA-3-0/CDA_extended'];
const RUNS = 3;
/** Seconds after which a peer is stopped. */
const LIMIT = 300;
const SKELETON = ['iso_dsdl_include.xsl', 'iso_abstract_expand.xsl', 'iso_svrl_for_xslt2.xsl'];

/** @typedef {{ seconds: number, megabytes: number }} Cost */

/**
 * @param {string} work a folder to work in
 * @param {(what: string, figure: string, budget: string) => void} print
 */
export function officialRules(work, print) {
  const tree = process.env.SEGUR_TCC;
  if (!tree) {
    print('official rules', 'not measured: SEGUR_TCC names a tree of TestContenuCDA-3-0', '');
    return;
  }
  const documents = clinicalDocuments(tree, join(work, 'documents'));
  const one = documents.toSorted((a, b) => distance(a) - distance(b))[0] ?? '';
  const check = [...CHECKS.flatMap((glob) => ['--checks', glob]), '--pack', tree, '--quiet'];
  const report = `--report=json=${join(work, 'official.json')}`;
  const batch = [...check, '--jobs', '2', report, ...documents];
  const single = [...check, report, one];
  const saxon = saxonOf(tree, work);
  // The first run compiles the rules, keeps them, and warms the disk.
  const first = ours(batch);
  /** @type {{ batch: number[], single: number[], saxon: Cost[] }} */
  const costs = { batch: [], single: [], saxon: [] };
  for (let run = 0; run < RUNS; run++) {
    costs.batch.push(ours(batch));
    costs.single.push(ours(single));
    if (saxon) costs.saxon.push(saxon.run(join(work, 'documents')));
  }
  const seconds = median(costs.batch);
  const said = (/** @type {Cost} */ { seconds, megabytes }) =>
    `${seconds.toFixed(2)} s, peak memory ${Math.round(megabytes)} MB`;
  print(`XSD, four profiles, ${documents.length} documents`, said({ seconds, megabytes: memoryOf(batch) }), '400 MB');
  print('the same, rules not compiled yet', `${first.toFixed(2)} s`, '');
  print('one document, rules compiled', said({ seconds: median(costs.single), megabytes: memoryOf(single) }), '600 ms');
  if (!saxon) print('Saxon-HE', `not measured: ${whyNoSaxon()}`, '');
  else {
    const theirs = {
      seconds: median(costs.saxon.map(({ seconds }) => seconds)),
      megabytes: Math.max(...costs.saxon.map(({ megabytes }) => megabytes)),
    };
    print('Saxon-HE, four JVMs, no XSD', said(theirs), '');
    print('  its stylesheets, made beforehand', `${saxon.seconds.toFixed(1)} s`, '');
    print('  times ours', (theirs.seconds / seconds).toFixed(1), 'twenty');
  }
  peers(work, { one, saxon: saxon?.folder, print });
}

/**
 * A copy of the samples, those whose root is a style sheet cut to their document.
 *
 * @param {string} tree
 * @param {string} folder
 */
function clinicalDocuments(tree, folder) {
  mkdirSync(folder, { recursive: true });
  const samples = join(tree, 'ExemplesCDA');
  for (const name of readdirSync(samples).filter((each) => /\.xml$/i.test(each))) {
    writeFileSync(join(folder, name), cut(readFileSync(join(samples, name), 'utf8')));
  }
  return readdirSync(folder).map((name) => join(folder, name));
}

/** @param {string} path */
function distance(path) {
  return Math.abs(readFileSync(path).length - 135 * 1024);
}

/**
 * @param {string[]} args
 * @returns {number} seconds
 */
function ours(args) {
  const { status, stderr, seconds } = unmeasured(['check', ...args]);
  if (status === null || status === 2) throw new Error(`check exited ${status}: ${stderr.slice(0, 2000)}`);
  return seconds;
}

/**
 * Megabytes of a second run: the first compiles the rules again, for what measures the memory is told to Node.
 *
 * @param {string[]} args
 */
function memoryOf(args) {
  measured(['check', ...args]);
  return measured(['check', ...args]).megabytes;
}

/**
 * Stylesheets made with the pack's own skeleton, in a copy of its rules.
 *
 * @param {string} tree
 * @param {string} work
 */
function saxonOf(tree, work) {
  if (whyNoSaxon()) return undefined;
  const folder = join(work, 'saxon');
  for (const each of ['schematrons', 'jeuxDeValeurs'])
    cpSync(join(tree, each), join(folder, each), { recursive: true });
  substitute(folder);
  const started = process.hrtime.bigint();
  for (const profile of PROFILES) {
    const schema = join(folder, 'schematrons', `${profile}.sch`);
    let source = schema;
    for (const [index, step] of SKELETON.entries()) {
      const made = schema.replace(/\.sch$/, index === SKELETON.length - 1 ? '.xsl' : `.${index}.sch`);
      const sheet = join(tree, 'schematrons/moteur', step);
      transform([`-s:${source}`, `-xsl:${sheet}`, `-o:${made}`, 'allow-foreign=true']);
      source = made;
    }
  }
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  /** @param {string} documents @returns {Cost} */
  const run = (documents) => {
    const costs = PROFILES.map((profile) => {
      const out = join(work, 'saxon-out');
      rmSync(out, { recursive: true, force: true });
      mkdirSync(out);
      const sheet = join(folder, 'schematrons', `${profile}.xsl`);
      return transform([`-s:${documents}`, `-xsl:${sheet}`, `-o:${out}`]);
    });
    return {
      seconds: costs.reduce((sum, cost) => sum + cost.seconds, 0),
      megabytes: Math.max(...costs.map((cost) => cost.megabytes)),
    };
  };
  return { folder, seconds, run };
}

/**
 * Without the value set that the tree lacks, Saxon stops at the header of every document: it is written from the one under the same OID.
 *
 * @param {string} folder
 */
function substitute(folder) {
  const missing = 'schematrons/profils/structurationMinimale/include/voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml';
  const given = readdirSync(join(folder, 'jeuxDeValeurs')).find((name) => name.startsWith('JDV_J07_'));
  if (existsSync(join(folder, missing)) || !given) return;
  const codes =
    readFileSync(join(folder, 'jeuxDeValeurs', given), 'utf8').match(/(?<=<Concept\b[^>]*?\bcode=")[^"]*/g) ?? [];
  const concepts = codes.map((code) => `<concept code="${code}"/>`).join('');
  const set = `<valueSet xmlns=""><conceptList>${concepts}</conceptList></valueSet>`;
  writeFileSync(join(folder, missing), `<valueSets xmlns="urn:hl7-org:v3">${set}</valueSets>`);
}

/**
 * @param {string[]} args
 * @returns {Cost}
 */
function transform(args) {
  return timed(['java', ...SAXON, ...args]);
}

/**
 * The peak memory is that of GNU time, where it is installed.
 *
 * @param {readonly string[]} command
 * @returns {Cost & { failed: boolean }}
 */
function timed([program = '', ...args]) {
  const timer = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-f', 'peak %M'] : [];
  const [first = '', ...rest] = [...timer, program, ...args];
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(first, rest, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    timeout: LIMIT * 1000,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { seconds, megabytes: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024, failed: status !== 0 };
}

/**
 * Engines of npm, on one profile and one document: they take too long for more.
 *
 * @param {string} work
 * @param {{ one: string, saxon: string | undefined, print: (what: string, figure: string, budget: string) => void }} options
 */
function peers(work, { one, saxon, print }) {
  const folder = process.env.SEGUR_PEERS;
  if (!folder || !saxon) {
    const wanted = 'SEGUR_PEERS names a folder where npm installed them, and Saxon-HE prepares their rules';
    print('node-schematron, SaxonJS', `not measured: ${wanted}`, '');
    return;
  }
  /** @param {string} what @param {readonly string[]} command */
  const tell = (what, command) => {
    const { seconds, megabytes, failed } = timed(command);
    const outcome =
      seconds >= LIMIT ? `stopped after ${LIMIT} s` : failed ? `failed after ${seconds.toFixed(1)} s` : '';
    print(what, outcome || `${seconds.toFixed(1)} s, peak memory ${Math.round(megabytes)} MB`, '');
  };
  const profile = PROFILES[2] ?? '';
  // It reads neither includes nor abstract patterns as these rules write them: they are written out for it.
  const schema = join(saxon, 'schematrons', `${profile}.1.sch`);
  const script = join(work, 'node-schematron.cjs');
  writeFileSync(script, NODE_SCHEMATRON);
  tell(`node-schematron, ${basename(profile)}, one document`, [process.execPath, script, folder, schema, one]);
  const sheet = join(saxon, 'schematrons', `${profile}.xsl`);
  const xslt3 = join(folder, 'node_modules/xslt3/xslt3.js');
  const compiled = join(dirname(sheet), 'compiled.sef.json');
  tell(`SaxonJS, ${basename(profile)}, compiled`, [
    process.execPath,
    '--stack-size=8000',
    xslt3,
    `-xsl:${sheet}`,
    `-export:${compiled}`,
    '-nogo',
  ]);
  tell(`SaxonJS, ${basename(profile)}, one document`, [
    process.execPath,
    '--stack-size=8000',
    xslt3,
    `-xsl:${existsSync(compiled) ? compiled : sheet}`,
    `-s:${one}`,
    `-o:${join(work, 'saxonjs.svrl')}`,
  ]);
}

const NODE_SCHEMATRON = `const [folder, schema, document] = process.argv.slice(2);
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Schema } = require(join(folder, 'node_modules/node-schematron'));
(async () => {
  const read = await Schema.fromString(readFileSync(schema, 'utf8'));
  if (read.patterns.length === 0) throw new Error('no pattern');
  await read.validateString(readFileSync(document, 'utf8'));
})();`;

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
