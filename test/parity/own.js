// @ts-check
import { parseXmlText } from '../../dist/artifacts/xml/parse.js';
import { buildTree } from '../../dist/packs/schematron/tree/build.js';
import { sourceOf, svrlLocation } from '../../dist/packs/schematron/tree/locate.js';
import { spaced } from './svrl.js';

/**
 * @typedef {import('../../dist/packs/schematron/engine.js').ReadySchema} ReadySchema
 * @typedef {import('../../dist/packs/schematron/outcome.js').SchemaInfo} SchemaInfo
 * @typedef {import('./compare.js').OwnVerdict} OwnVerdict
 * @typedef {OwnVerdict & { rules: ReadonlySet<number>; assertions: ReadonlySet<number> }} Judged rules: that fired; assertions: that said something; both by rank
 */

/**
 * What our engine says of a document, in the words of the reference.
 *
 * @param {ReadySchema} ready
 * @param {string} text
 * @returns {Judged}
 */
export function judgeOwn({ info, judge }, text) {
  const document = parseXmlText(text);
  const { fired, nodes, results, failures } = judge(buildTree(document.documentElement));
  const names = namesOf(info);
  const test = (/** @type {number} */ rank) => info.assertions[rank]?.test ?? '';
  return {
    fired: fired.map((rule) => names[rule] ?? ''),
    results: results.map(({ assertion, firing, text }) => {
      const node = /** @type {import('../../dist/packs/schematron/tree/node.js').TreeNode} */ (nodes[firing]);
      return {
        firing,
        kind: info.assertions[assertion]?.kind ?? 'assert',
        location: svrlLocation(node),
        test: spaced(test(assertion)),
        text: spaced(text),
        line: document.locate(sourceOf(node)).line ?? 0,
      };
    }),
    // What the pack lacks is told by its integrity.
    failures: failures
      .filter(({ code }) => code !== 'missing-document')
      .map(({ assertion, code, detail }) => `${code} ${detail}: ${spaced(test(assertion))}`),
    rules: new Set(fired),
    assertions: new Set(results.map(({ assertion }) => assertion)),
  };
}

/**
 * The assertions that a pack makes impossible: what they read is not there.
 *
 * @param {SchemaInfo} info
 * @returns {{ isLeftOut: (fired: string, test: string) => boolean; leftOut: readonly { rule: string; test: string; detail: string }[]; broken: readonly string[] }} broken: defects of another kind
 */
export function impossible(info) {
  const names = namesOf(info);
  const lost = info.defects.filter(({ reason }) => reason === 'missing-document');
  const leftOut = lost.map(({ rule, assertion, detail }) => ({
    rule: names[rule] ?? '',
    test: assertion === undefined ? '' : spaced(info.assertions[assertion]?.test ?? ''),
    detail,
  }));
  const keys = new Set(leftOut.map(({ rule, test }) => `${rule}\n${test}`));
  return {
    isLeftOut: (fired, test) => keys.has(`${fired}\n${test}`),
    leftOut,
    broken: info.defects
      .filter(({ reason }) => reason !== 'missing-document')
      .map(({ reason, detail, place }) => `${reason}: ${detail} (${place.file}:${place.line})`),
  };
}

/** @param {SchemaInfo} info */
function namesOf({ rules, patterns }) {
  return rules.map(({ pattern, context }) => `${patterns[pattern]?.id ?? ''}\t${spaced(context)}`);
}
