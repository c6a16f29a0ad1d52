// @ts-check
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

const VALUE_SET = { id: '1.2.250.1.213.1.1.5.471', file: 'JDV_J07_XdsTypeCode_CISIS.xml' };
const MINIMAL = join('schematrons', 'profils', 'structurationMinimale', 'include');

/** @typedef {{ path: string; why: string }} Repair a file that was added, and for whom */

/**
 * A copy of the official rules that an engine which knows neither case nor substitutes reads whole: what differs from a published name in case only is
 * written a second time under the name that is wanted, and the one value set that the minimal structure lacks is made from the same value set elsewhere.
 *
 * @param {string} source folder of the official tree
 * @param {string} target made anew when the source has changed
 * @returns {{ hash: string; repairs: readonly Repair[] }} hash: of everything that was copied
 */
export function referenceTree(source, target) {
  const hash = hashOf(source);
  const note = join(target, 'repairs.json');
  if (existsSync(note)) {
    const known = JSON.parse(readFileSync(note, 'utf8'));
    if (known.hash === hash) return known;
  }
  rmSync(target, { recursive: true, force: true });
  for (const folder of ['schematrons', 'jeuxDeValeurs'])
    cpSync(join(source, folder), join(target, folder), { recursive: true });
  const repairs = [...missingIncludes(target), ...missingValueSets(target), ...typeCodes(target)];
  writeFileSync(note, JSON.stringify({ hash, repairs }, null, 1));
  return { hash, repairs };
}

/**
 * The schemas that judge documents, by name of file without extension: what is left over of the making of the official tool is none.
 *
 * @param {string} tree
 * @returns {readonly { id: string; path: string }[]} path: from the tree, with `/`
 */
export function schemasOf(tree) {
  return files(join(tree, 'schematrons'), '.sch')
    .filter((path) => !path.includes('moteur') && /<(\w+:)?schema[\s>]/.test(readFileSync(path, 'utf8').slice(0, 3000)))
    .map((path) => ({ id: basename(path, '.sch'), path: relative(tree, path).replaceAll('\\', '/') }));
}

/** @param {string} target */
function* missingIncludes(target) {
  for (const path of files(join(target, 'schematrons'), '.sch')) {
    const text = readFileSync(path, 'utf8').replace(/<!--[\s\S]*?-->/g, '');
    for (const [, href = ''] of text.matchAll(/<(?:\w+:)?include\s[^>]*href\s*=\s*["']([^"']+)/g)) {
      const repair = copyInCase(join(dirname(path), href));
      if (repair) yield { path: relative(target, repair), why: relative(target, path) };
    }
  }
}

/** @param {string} target */
function* missingValueSets(target) {
  const folder = join(target, 'jeuxDeValeurs');
  /** @type {Map<string, string>} */
  const wanted = new Map();
  for (const path of files(join(target, 'schematrons'), '.sch'))
    for (const [name] of readFileSync(path, 'utf8').matchAll(/[\w.-]+\.xml/g)) wanted.set(name, path);
  for (const [name, path] of wanted) {
    const repair = copyInCase(join(folder, name));
    if (repair) yield { path: relative(target, repair), why: relative(target, path) };
  }
}

/** @param {string} target */
function* typeCodes(target) {
  const path = join(target, MINIMAL, `voc-${VALUE_SET.id}-DYNAMIC.xml`);
  const source = join(target, 'jeuxDeValeurs', VALUE_SET.file);
  if (existsSync(path) || !existsSync(source)) return;
  const concepts = [...readFileSync(source, 'utf8').matchAll(/<Concept\s([^>]*)>/g)].map(([, attributes = '']) => {
    const value = (/** @type {string} */ name) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    return `<concept code="${value('code')}" codeSystem="${value('codeSystem')}" displayName=""/>`;
  });
  const list = `<valueSet xmlns="" id="${VALUE_SET.id}"><conceptList>${concepts.join('')}</conceptList></valueSet>`;
  writeFileSync(path, `<valueSets xmlns="urn:hl7-org:v3">${list}</valueSets>`);
  yield { path: relative(target, path), why: `the same value set, ${relative(target, source)}` };
}

/**
 * Writes a file that stands beside under another case a second time, under this name.
 *
 * @param {string} path
 */
function copyInCase(path) {
  if (existsSync(path)) return undefined;
  const [found] = inCase(path);
  if (found === undefined) return undefined;
  mkdirSync(dirname(path), { recursive: true });
  cpSync(found, path);
  return path;
}

/**
 * Everything of this path but for its case: folders too may stand there twice.
 *
 * @param {string} path
 * @returns {string[]}
 */
function inCase(path) {
  if (dirname(path) === path) return [path];
  // A folder of the published tree is an empty file.
  return inCase(dirname(path))
    .filter((parent) => statSync(parent).isDirectory())
    .flatMap((parent) => readdirSync(parent).map((name) => join(parent, name)))
    .filter((each) => basename(each).toLowerCase() === basename(path).toLowerCase());
}

/** @param {string} source */
function hashOf(source) {
  const hash = createHash('sha256');
  for (const folder of ['schematrons', 'jeuxDeValeurs'])
    for (const path of files(join(source, folder), ''))
      hash.update(relative(source, path)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @param {string} end
 * @returns {string[]} sorted
 */
function files(folder, end) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
