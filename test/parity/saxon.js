// @ts-check
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Debian's place; SEGUR_SAXON names another. */
const JAR = process.env.SEGUR_SAXON ?? '/usr/share/java/Saxon-HE.jar';

/** What Java is given to run it. */
export const SAXON = ['-Xss64m', '-cp', JAR, 'net.sf.saxon.Transform'];

/** @returns {string | undefined} why the reference engine cannot be run here, and how it can */
export function whyNoSaxon() {
  if (spawnSync('java', ['-version']).status !== 0) return 'no Java (Debian: apt-get install openjdk-17-jre-headless)';
  if (!existsSync(JAR)) return `no ${JAR} (Debian: apt-get install libsaxonhe-java; or name it in SEGUR_SAXON)`;
  return undefined;
}

/**
 * Compiles schemas with the ISO skeleton that the official tree ships, as their publisher does: the stylesheet stands beside its schema, whose value
 * sets are read relative to it.
 *
 * @param {string} tree the reference tree
 * @param {readonly { id: string; path: string }[]} schemas
 * @param {string} work a folder for what lies between
 * @returns {readonly string[]} schemas for which there is no stylesheet
 */
export function compileSchemas(tree, schemas, work) {
  const missing = schemas.filter(({ path }) => !existsSync(stylesheetOf(tree, path)));
  if (missing.length === 0) return [];
  const engine = join(tree, 'schematrons', 'moteur');
  const stages = ['included', 'expanded', 'compiled'].map((name) => join(work, name));
  for (const stage of stages) {
    rmSync(stage, { recursive: true, force: true });
    mkdirSync(stage, { recursive: true });
  }
  const [included = '', expanded = '', compiled = ''] = stages;
  // Includes are relative to the schema: this stage runs where it stands.
  for (const folder of new Set(missing.map(({ path }) => dirname(path))))
    transform(join(tree, folder), join(engine, 'iso_dsdl_include.xsl'), included);
  transform(included, join(engine, 'iso_abstract_expand.xsl'), expanded);
  transform(expanded, join(engine, 'iso_svrl_for_xslt2.xsl'), compiled, ['allow-foreign=true']);
  for (const { id, path } of missing)
    if (existsSync(join(compiled, `${id}.sch.xml`)))
      copyFileSync(join(compiled, `${id}.sch.xml`), stylesheetOf(tree, path));
  return missing.filter(({ path }) => !existsSync(stylesheetOf(tree, path))).map(({ id }) => id);
}

/**
 * @param {string} tree
 * @param {string} path of the schema; a published stylesheet may bear its name
 */
export function stylesheetOf(tree, path) {
  return join(tree, dirname(path), `${basename(path, '.sch')}.compiled.xsl`);
}

/**
 * Judges documents in one process: a dynamic error stops one document, and cuts its report there.
 *
 * @param {string} stylesheet
 * @param {readonly string[]} documents paths; each name once
 * @param {string} reports folder, one file a document under its name
 * @returns {{ seconds: number; log: string }}
 */
export function judge(stylesheet, documents, reports) {
  const batch = join(reports, '.batch');
  rmSync(batch, { recursive: true, force: true });
  mkdirSync(batch, { recursive: true });
  for (const path of documents) linkSync(path, join(batch, basename(path)));
  const start = performance.now();
  const log = transform(batch, stylesheet, reports);
  rmSync(batch, { recursive: true, force: true });
  return { seconds: (performance.now() - start) / 1000, log };
}

/**
 * @param {string} source
 * @param {string} stylesheet
 * @param {string} target
 * @param {readonly string[]} parameters
 */
function transform(source, stylesheet, target, parameters = []) {
  const run = spawnSync('java', [...SAXON, `-s:${source}`, `-xsl:${stylesheet}`, `-o:${target}`, ...parameters], {
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  if (run.error) throw run.error;
  return run.stderr;
}
