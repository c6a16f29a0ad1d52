// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutate } from './mutate.js';
import { scan } from './scan.js';

const SINGLE = 300;
const MANY = { documents: 89, bytes: 600_000 };
/** Far from one another, so that no two runs share documents. */
const STRIDE = 10_000;

/**
 * @typedef {import('./scan.js').ScannedElement} ScannedElement
 * @typedef {{ name: string; kind: 'official' | 'single' | 'many' | 'own'; text: string; schema?: string }} Document name: of its file, in plain letters; schema: the one that it was made for
 */

/**
 * The official documents, those with one fault and those with many.
 *
 * @param {string} source folder of the official documents
 * @param {{ seed: number; faults: number }} options faults: of those that have many
 * @returns {readonly Document[]}
 */
export function documentsOf(source, { seed: first, faults }) {
  const official = readdirSync(source)
    .filter((name) => name.endsWith('.xml'))
    .toSorted()
    .map((name) => document(plain(name), 'official', cut(readFileSync(join(source, name), 'utf8'))));
  const small = official.filter(({ text }) => Buffer.byteLength(text) < MANY.bytes);
  const single = Array.from({ length: SINGLE }, (_, rank) => mutant(official, first * STRIDE + rank, 'single', 1));
  const many = Array.from({ length: MANY.documents }, (_, rank) =>
    mutant(small, first * STRIDE + 1000 + rank, 'many', faults),
  );
  return [...official, ...single, ...many];
}

/**
 * Writes what a folder lacks, and takes away what is not of these.
 *
 * @param {readonly Document[]} documents
 * @param {string} folder
 * @returns {ReadonlyMap<string, string>} hash of each, by name
 */
export function writeDocuments(documents, folder) {
  mkdirSync(folder, { recursive: true });
  const names = new Set(documents.map(({ name }) => name));
  for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(join(folder, name));
  return new Map(
    documents.map(({ name, text }) => {
      const path = join(folder, name);
      if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
        // Never over the same file: links to it may stand in a batch.
        rmSync(path, { force: true });
        writeFileSync(path, text);
      }
      return [name, createHash('sha256').update(text).digest('hex')];
    }),
  );
}

/**
 * The document alone, where it stands in the stylesheet that shows it: with the namespaces that are in scope there.
 *
 * @param {string} text
 */
export function cut(text) {
  const elements = scan(text);
  const at = elements.findIndex(({ name }) => /^(?:\w+:)?ClinicalDocument$/.test(name));
  const element = elements[at];
  if (!element || element.parent === undefined) return text;
  const declared = new Set(element.attributes.map(({ name }) => name));
  let inherited = '';
  for (let outer = /** @type {ScannedElement | undefined} */ (element.parent); outer; outer = outer.parent)
    for (const { name, start, end } of outer.attributes) {
      if (declared.has(name) || !/^xmlns(:|$)/.test(name)) continue;
      declared.add(name);
      inherited += ` ${text.slice(start, end)}`;
    }
  const [head, rest] = [`<${element.name}`, text.slice(element.start + 1 + element.name.length, element.end)];
  return `${head}${inherited}${rest}\n`;
}

/**
 * @param {readonly Document[]} originals
 * @param {number} seed
 * @param {Document['kind']} kind
 * @param {number} faults
 */
function mutant(originals, seed, kind, faults) {
  const original = originals[seed % originals.length];
  if (!original) throw new Error('no official document');
  return document(
    `${kind}-${String(seed).padStart(4, '0')}-${original.name}`,
    kind,
    mutate(original.text, { seed, faults }).text,
  );
}

/**
 * @param {string} name
 * @param {Document['kind']} kind
 * @param {string} text
 * @returns {Document}
 */
function document(name, kind, text) {
  return { name, kind, text };
}

/**
 * File names that every engine and shell reads alike.
 *
 * @param {string} name
 */
function plain(name) {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\w.-]/g, '_');
}
