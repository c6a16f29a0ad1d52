// @ts-check
import { compare } from './compare.js';
import { leftOut as leftOutOf } from './left-out.js';
import { linesByLocation } from './lines.js';
import { judgeOwn } from './own.js';

/**
 * @typedef {import('../../dist/packs/schematron/engine.js').ReadySchema} ReadySchema
 * @typedef {import('./compare.js').Difference} Difference
 * @typedef {import('./reference.js').ReferenceVerdict} ReferenceVerdict
 * @typedef {ReturnType<typeof runSchema>} Compared
 */

/**
 * Judges documents by a schema, and holds what is said against the reference.
 *
 * @param {ReadySchema} ready
 * @param {import('../../dist/packs/schematron/schema.js').Schema} schema
 * @param {ReadonlyMap<string, ReferenceVerdict>} verdicts by the document's name
 * @param {ReadonlyMap<string, string>} texts
 */
export function runSchema(ready, schema, verdicts, texts) {
  const { isLeftOut, leftOut, broken } = leftOutOf(ready.info, schema);
  /** @type {{ document: string; difference: Difference }[]} */
  const differences = [];
  const rules = new Set();
  const failing = new Set();
  const counts = { documents: 0, fired: 0, findings: 0, stopped: 0, lines: 0 };
  for (const [document, reference] of verdicts) {
    const text = texts.get(document) ?? '';
    const own = judgeOwn(ready, text);
    const found = [...compare(reference, own, isLeftOut), ...misplaced(text, own)];
    for (const difference of found) differences.push({ document, difference });
    counts.documents++;
    counts.fired += reference.fired.length;
    counts.findings += reference.results.length;
    counts.lines += own.results.length;
    if (reference.aborted !== undefined) counts.stopped++;
    // Where both say the same our ranks tell what the reference has fired. Behind an error the reference says nothing.
    if (found.length > 0 || reference.aborted !== undefined) continue;
    for (const rule of own.rules) rules.add(rule);
    for (const assertion of own.assertions) failing.add(assertion);
  }
  const { info } = ready;
  const written = info.assertions.map(({ place }) => `${place.file}:${place.line}:${place.column}`);
  return {
    schema: info.id,
    ...counts,
    rules: { fired: rules.size, all: info.rules.length },
    assertions: { failing: failing.size, all: info.assertions.length },
    // By their place: rules share those of abstract rules, and schemas share files.
    written: { failing: unique(written.filter((_, rank) => failing.has(rank))), all: unique(written) },
    unfired: info.rules
      .filter((_, rank) => !rules.has(rank))
      .map(({ context, place }) => `${place.file}:${place.line} ${context}`),
    unseen: info.assertions
      .filter((_, rank) => !failing.has(rank))
      .map(({ test, place }) => `${place.file}:${place.line} ${test}`),
    leftOut,
    broken,
    differences,
  };
}

/** @param {readonly string[]} places */
function unique(places) {
  return [...new Set(places)];
}

/**
 * @param {string} text
 * @param {import('./compare.js').OwnVerdict} own
 * @returns {Difference[]}
 */
function misplaced(text, { results }) {
  if (results.length === 0) return [];
  const lines = linesByLocation(text);
  return results
    .filter(({ location, line }) => {
      const place = lines.get(location);
      return place === undefined || line < place.first || line > place.last;
    })
    .map(({ location, line }) => ({ kind: 'line', detail: `line ${line}: ${location}` }));
}
