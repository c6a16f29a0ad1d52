// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentsFor } from './pairs.js';
import { judge, stylesheetOf } from './saxon.js';
import { readSvrl } from './svrl.js';

/**
 * @typedef {import('./documents.js').Document} Document
 * @typedef {import('./svrl.js').Verdict} Verdict
 * @typedef {Verdict & { aborted: string | undefined }} ReferenceVerdict aborted: the error that stopped the engine in the middle of the document
 * @typedef {{ key: string; aborted?: string; fired: readonly number[]; results: readonly [number, number, string, string][] }} Kept
 * @typedef {{ names: string[]; documents: Record<string, Kept> }} KeptSchema `fired` are ranks in `names`
 */

/** In one process, so much: what a batch said is kept when the next one is stopped. */
const BATCH = { documents: 3000, characters: 40_000_000 };

/**
 * What the reference engine says of each document, from what is kept or from the engine.
 *
 * @param {{ work: string; tree: string; schema: { id: string; path: string }; documents: readonly Document[]; hashes: ReadonlyMap<string, string> }} given
 * @returns {ReadonlyMap<string, ReferenceVerdict>} by the document's name
 */
export function referenceVerdicts({ work, tree, schema, documents, hashes }) {
  const stylesheet = stylesheetOf(tree, schema.path);
  const compiled = createHash('sha256').update(readFileSync(stylesheet)).digest('hex').slice(0, 16);
  const file = join(work, 'verdicts', `${schema.id}.json`);
  /** @type {KeptSchema} */
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { names: [], documents: {} };
  const keyOf = (/** @type {string} */ name) => `${compiled}-${hashes.get(name)}`;
  const wanted = documentsFor(schema.id, documents);
  const missing = wanted.filter(({ name }) => kept.documents[name]?.key !== keyOf(name));
  const rank = ranks(kept.names);
  for (const batch of batches(missing)) {
    for (const [name, verdict] of run(work, schema.id, stylesheet, batch))
      kept.documents[name] = {
        key: keyOf(name),
        ...(verdict.aborted === undefined ? {} : { aborted: verdict.aborted }),
        fired: verdict.fired.map(rank),
        results: verdict.results.map((each) => [each.firing, each.kind === 'assert' ? 0 : 1, each.location, each.text]),
      };
    mkdirSync(join(work, 'verdicts'), { recursive: true });
    writeFileSync(file, JSON.stringify(kept));
  }
  return new Map(wanted.map(({ name }) => [name, unpacked(kept, name)]));
}

/**
 * @param {string} work
 * @param {string} schema
 * @param {string} stylesheet
 * @param {readonly string[]} names
 * @returns {Map<string, ReferenceVerdict>}
 */
function run(work, schema, stylesheet, names) {
  const reports = join(work, 'svrl', schema);
  for (const name of names) rmSync(join(reports, name), { force: true });
  const { log } = judge(
    stylesheet,
    names.map((name) => join(work, 'documents', name)),
    reports,
  );
  const stopped = new Map([...log.matchAll(/^While processing ([^:\n]+): (.*)$/gm)].map((each) => [each[1], each[2]]));
  return new Map(
    names.map((name) => {
      const path = join(reports, name);
      const svrl = existsSync(path) ? readFileSync(path, 'utf8') : '';
      const aborted = stopped.get(name);
      if (aborted === undefined && !svrl.includes('</svrl:schematron-output>'))
        throw new Error(`${schema}: no report on ${name}\n${log.slice(0, 2000)}`);
      return [name, { ...readSvrl(svrl), aborted }];
    }),
  );
}

/** @param {readonly Document[]} documents */
function batches(documents) {
  /** @type {string[][]} */
  const all = [];
  let characters = 0;
  for (const { name, text } of documents) {
    const batch = all.at(-1);
    if (batch && batch.length < BATCH.documents && characters + text.length <= BATCH.characters) batch.push(name);
    else {
      all.push([name]);
      characters = 0;
    }
    characters += text.length;
  }
  return all;
}

/** @param {string[]} names */
function ranks(names) {
  const known = new Map(names.map((name, rank) => [name, rank]));
  return (/** @type {string} */ name) => {
    const rank = known.get(name) ?? names.push(name) - 1;
    known.set(name, rank);
    return rank;
  };
}

/**
 * @param {KeptSchema} kept
 * @param {string} name
 * @returns {ReferenceVerdict}
 */
function unpacked({ names, documents }, name) {
  const found = documents[name];
  if (!found) throw new Error(`no verdict on ${name}`);
  return {
    aborted: found.aborted,
    fired: found.fired.map((rank) => names[rank] ?? ''),
    results: found.results.map(([firing, kind, location, text]) => ({
      firing,
      kind: kind === 0 ? 'assert' : 'report',
      location,
      text,
    })),
  };
}
