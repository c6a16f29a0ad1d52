// @ts-check
/**
 * @typedef {import('./svrl.js').Result} Result
 * @typedef {import('./reference.js').ReferenceVerdict} ReferenceVerdict
 * @typedef {{ fired: readonly string[]; results: readonly (Result & { line: number })[]; failures: readonly string[] }} OwnVerdict failures: what could not be evaluated, in words
 * @typedef {{ kind: 'fired' | 'missing' | 'extra' | 'order' | 'not-stopped' | 'stopped' | 'line'; detail: string }} Difference
 * missing: the reference alone says it; extra: we alone; stopped: we alone could not evaluate something; not-stopped: the reference alone
 */

/**
 * What tells two verdicts on a document apart: nothing, where both say the same.
 *
 * @param {ReferenceVerdict} reference
 * @param {OwnVerdict} own
 * @param {(fired: string, text: string) => boolean} isLeftOut assertions that the pack itself makes impossible
 * @returns {readonly Difference[]}
 */
export function compare(reference, own, isLeftOut) {
  const theirs = said(reference, isLeftOut);
  const ours = said(own, isLeftOut);
  if (reference.aborted !== undefined) {
    /** @type {Difference[]} */
    const differences = beginning('fired', reference.fired, own.fired);
    differences.push(...beginning('order', theirs, ours));
    if (own.failures.length === 0) differences.push({ kind: 'not-stopped', detail: reference.aborted });
    return differences;
  }
  /** @type {Difference[]} */
  const differences = own.failures.map((detail) => ({ kind: 'stopped', detail }));
  if (reference.fired.length !== own.fired.length)
    differences.push({ kind: 'fired', detail: `${reference.fired.length} and ${own.fired.length} rules` });
  differences.push(...beginning('fired', reference.fired, own.fired));
  const missing = without(theirs, ours);
  const extra = without(ours, theirs);
  for (const detail of missing) differences.push({ kind: 'missing', detail });
  for (const detail of extra) differences.push({ kind: 'extra', detail });
  if (missing.length + extra.length === 0) differences.push(...beginning('order', theirs, ours));
  return differences;
}

/**
 * @param {{ fired: readonly string[]; results: readonly Result[] }} verdict
 * @param {(fired: string, text: string) => boolean} isLeftOut
 */
function said({ fired, results }, isLeftOut) {
  return results
    .filter(({ firing, text }) => !isLeftOut(fired[firing] ?? '', text))
    .map(({ kind, location, text, firing }) => `${kind} ${location}\n${text}\n${fired[firing]}`);
}

/**
 * The first place where one list is not the beginning of the other.
 *
 * @param {'fired' | 'order'} kind
 * @param {readonly string[]} reference
 * @param {readonly string[]} own
 * @returns {Difference[]}
 */
function beginning(kind, reference, own) {
  const at = reference.findIndex((each, rank) => each !== own[rank]);
  if (at === -1) return [];
  return [{ kind, detail: `${at}: ${reference[at]} and not ${own[at] ?? 'nothing'}` }];
}

/**
 * @param {readonly string[]} all
 * @param {readonly string[]} taken
 */
function without(all, taken) {
  /** @type {Map<string, number>} */
  const left = new Map();
  for (const each of taken) left.set(each, (left.get(each) ?? 0) + 1);
  return all.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}
