// @ts-check
/**
 * Writes docs/calibration.md: how often official samples break each rule. By hand, after the build: get the samples of
 * `calibration/corpora.js`, name their folders in the environment, then `node docs/make-calibration.js`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { withContents } from '../dist/artifacts/artifact.js';
import { read } from '../dist/artifacts/read.js';
import { NOTHING_DECLARED } from '../dist/checks/context.js';
import { ALL_CHECKS } from '../dist/checks/registry.js';
import { discover } from '../dist/dossier/discover.js';
import { runCheck } from '../dist/engine/run-check.js';
import { CORPORA } from './calibration/corpora.js';
import { faultOf } from './calibration/fault-of.js';
import { measure } from './calibration/measure.js';
import { noisyRules, remarkOn } from './calibration/noise.js';

/** @typedef {import('./calibration/measure.js').Measure} Measure */
/** @typedef {import('./calibration/corpora.js').Corpus} Corpus */
/** @typedef {{ counted: string, rules: string[], why?: string }} Count what was counted by hand, apart from the rules */

/** @type {readonly Count[]} */
const COUNTS = JSON.parse(readFileSync(new URL('calibration/counts.json', import.meta.url), 'utf8'));
const COUNTED_ON = 'interop-exemples-xdm';

const tool = {
  discover,
  read,
  withContents,
  checks: ALL_CHECKS,
  /**
   * @param {typeof ALL_CHECKS[number]} check
   * @param {readonly import('../dist/artifacts/artifact.js').Artifact[]} artifacts
   */
  runCheck: (check, artifacts) => runCheck(check, artifacts, NOTHING_DECLARED),
};

/** @type {{ corpus: Corpus, measured: Measure }[]} */
const all = [];
for (const corpus of CORPORA) {
  const folder = process.env[corpus.variable] ?? '';
  if (folder === '' || !existsSync(folder)) {
    console.info(`skipped: name in ${corpus.variable} the folder of these samples: ${corpus.source}`);
    continue;
  }
  const measured = await measure(tool, folder, corpus.wanted);
  all.push({ corpus, measured });
  console.info(`${corpus.corpus}: ${measured.files} files, ${measured.errors.length} errors`);
}
if (all.length < CORPORA.length) console.info('docs/calibration.md is left as it is: it tells of all the corpora');
else writeFileSync(new URL('calibration.md', import.meta.url), documentOf());

function documentOf() {
  const archives = all.find(({ corpus }) => corpus.corpus === COUNTED_ON)?.measured;
  return `# Calibration

How often official samples break each rule, measured by \`npm run calibration\`. A rule is an error only for a primary source, and only when every
official sample that breaks it does so by a fault of its own (\`calibration/faults.json\`, shown below); else it is a warning, or a note.

*Broken by* counts files and the documents inside them, of those on which the check found something to judge: a rule of the check may be about
fewer of them. Each file is judged alone, with nothing declared: what a vendor declares (historical documents, qualified patients) and what
several files tell together are not seen here.

${all.flatMap(({ corpus, measured }) => sectionOf(corpus, measured)).join('\n')}
## Warnings that many samples break

A warning that more than three in ten of all the samples break is noise, unless there is a reason to keep it.

${table(
  ['Rule', 'Broken by', 'Why it stays'],
  noisyRules(
    ALL_CHECKS,
    all.map(({ measured }) => measured),
  ).map(({ code, broken, looked }) => [`\`${code}\``, `${broken} of ${looked}`, remarkOn(code) ?? '**no reason**']),
)}
## Against counts made by hand

What was counted on the archives (\`${COUNTED_ON}\`) before the rules were written, and by other means.

${table(
  ['Counted', 'Rules', 'Archives that break them', 'Where they differ'],
  COUNTS.map(({ counted, rules, why }) => [
    counted,
    rules.map((each) => `\`${each}\``).join(', '),
    new Set(rules.flatMap((code) => [...(archives?.broken.get(code) ?? [])])).size,
    why ?? '',
  ]),
)}`;
}

/**
 * @param {Corpus} corpus
 * @param {Measure} measured
 */
function sectionOf({ corpus, source }, { files, looked, broken, errors, failures, unread }) {
  const judged = ALL_CHECKS.filter(({ id }) => looked.has(id));
  const rules = judged.flatMap((check) =>
    Object.entries(check.rules).flatMap(([rule, { severity }]) => {
      const code = `${check.id}/${rule}`;
      const found = broken.get(code)?.size ?? 0;
      const of = looked.get(check.id) ?? 0;
      return found === 0 ? [] : [[`\`${code}\``, severity, `${found} of ${of}`, `${Math.round((100 * found) / of)} %`]];
    }),
  );
  const kept = judged.map(({ id, rules: own }) => [
    `\`${id}\``,
    looked.get(id) ?? 0,
    Object.keys(own)
      .filter((rule) => !broken.has(`${id}/${rule}`))
      .join(', '),
  ]);
  return [
    `## ${corpus}\n`,
    `${source}: ${files} files${unread.length > 0 ? `, of which ${unread.length} could not be read to the end` : ''}; ${failures.length} checks failed.\n`,
    '### Rules that samples break\n',
    table(['Rule', 'Severity', 'Broken by', 'Rate'], rules),
    '### Errors, and the faults they come from\n',
    errors.length === 0 ? 'None.\n' : table(['Rule', 'Samples', 'Fault of the sample'], tracedErrors(errors)),
    '### Rules that no sample breaks\n',
    table(
      ['Check', 'Samples', 'Rules'],
      kept.filter(([, , names]) => names !== ''),
    ),
  ];
}

/**
 * The errors that one fault explains stand together.
 *
 * @param {Measure['errors']} errors
 */
function tracedErrors(errors) {
  /** @type {Map<string, { code: string, fault: string, paths: string[] }>} */
  const groups = new Map();
  for (const { code, path } of errors) {
    const fault = faultOf(code, path) ?? '**not traced**';
    const group = groups.get(`${code} ${fault}`) ?? { code, fault, paths: [] };
    group.paths.push(path);
    groups.set(`${code} ${fault}`, group);
  }
  return [...groups.values()].map(({ code, fault, paths }) => [
    `\`${code}\``,
    paths.map((path) => `\`${path}\``).join('<br>'),
    fault,
  ]);
}

/**
 * @param {string[]} titles
 * @param {(string | number)[][]} rows
 */
function table(titles, rows) {
  return [row(titles), row(titles.map(() => '---')), ...rows.map(row), ''].join('\n');
}

/** @param {(string | number)[]} cells */
function row(cells) {
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}
