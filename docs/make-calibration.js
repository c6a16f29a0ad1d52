// @ts-check
/**
 * Writes docs/calibration.md: how often official samples break each rule. By hand, after the build: clone the repositories of
 * `calibration/corpora.js`, name their folders in the environment, then `node docs/make-calibration.js`.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { withContents } from '../dist/artifacts/artifact.js';
import { read } from '../dist/artifacts/read.js';
import { NOTHING_DECLARED } from '../dist/checks/context.js';
import { ALL_CHECKS } from '../dist/checks/registry.js';
import { discover } from '../dist/dossier/discover.js';
import { runCheck } from '../dist/engine/run-check.js';
import { CORPORA } from './calibration/corpora.js';
import { faultOf } from './calibration/fault-of.js';
import { measure } from './calibration/measure.js';

/** @typedef {import('./calibration/measure.js').Measure} Measure */

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

/** @type {string[]} */
const sections = [];
let missing = 0;
for (const { corpus, variable, wanted } of CORPORA) {
  const folder = process.env[variable] ?? '';
  if (folder === '' || !existsSync(folder)) {
    console.info(`skipped: name a clone of ansforge/${corpus} in ${variable} to measure its samples`);
    missing += 1;
    continue;
  }
  const measured = await measure(tool, folder, wanted);
  sections.push(...sectionOf(corpus, measured));
  console.info(`${corpus}: ${measured.files} files, ${measured.errors.length} errors`);
}
if (missing > 0) console.info('docs/calibration.md is left as it is: it tells of all the corpora');
else writeFileSync(new URL('calibration.md', import.meta.url), documentOf(sections));

/**
 * @param {string} corpus
 * @param {Measure} measured
 */
function sectionOf(corpus, { files, looked, broken, errors, failures, unread }) {
  const rules = ALL_CHECKS.filter(({ id }) => looked.has(id)).flatMap((check) =>
    Object.entries(check.rules).map(([rule, { severity, mark, samples }]) => {
      const code = `${check.id}/${rule}`;
      const declared = samples?.corpus === corpus ? `${samples.broken} of ${samples.of}` : '';
      return row([`\`${code}\``, severity, mark, looked.get(check.id) ?? 0, broken.get(code)?.size ?? 0, declared]);
    }),
  );
  const traced = errors.map(({ code, path }) =>
    row([`\`${code}\``, `\`${path}\``, faultOf(code, path) ?? '**not traced**']),
  );
  return [
    `## ${corpus}\n`,
    `${files} files${unread.length > 0 ? `, of which ${unread.length} could not be read to the end` : ''}; ${failures.length} checks failed.\n`,
    ...table(['Rule', 'Severity', 'Source', 'Looked at', 'Break it', 'Declared'], rules),
    '### Errors, and the faults they come from\n',
    ...(traced.length === 0 ? ['None.\n'] : table(['Rule', 'Sample', 'Fault of the sample'], traced)),
  ];
}

/** @param {string[]} lines */
function documentOf(lines) {
  return `# Calibration

How often the official samples of the ANS break each rule, measured by \`node docs/make-calibration.js\`. A rule is an error only for a primary
source, and only when every official sample that breaks it does so by a fault of its own, written in \`calibration/faults.json\`; else it is a warning.

*Looked at* counts the artifacts on which the check found something to judge: a rule of the check may be about fewer of them. *Declared* is what
the rule itself says (\`samples\`): documents that it applies to. Files are judged alone, with nothing declared: rules about what a vendor declares
(historical documents, qualified patients) see nothing here.

${lines.join('\n')}`;
}

/**
 * @param {string[]} titles
 * @param {string[]} rows
 */
function table(titles, rows) {
  return [row(titles), row(titles.map(() => '---')), ...rows, ''];
}

/** @param {(string | number)[]} cells */
function row(cells) {
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}
