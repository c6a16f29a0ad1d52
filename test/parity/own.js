// @ts-check
import { parseXmlText } from '../../dist/artifacts/xml/parse.js';
import { buildTree } from '../../dist/packs/schematron/tree/build.js';
import { sourceOf } from '../../dist/packs/schematron/tree/locate.js';
import { spaced } from './svrl.js';

/**
 * @typedef {import('../../dist/packs/schematron/engine.js').ReadySchema} ReadySchema
 * @typedef {import('../../dist/packs/schematron/outcome.js').SchemaInfo} SchemaInfo
 * @typedef {import('../../dist/packs/schematron/tree/node.js').TreeNode} TreeNode
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
  const names = ruleNames(info);
  return {
    fired: fired.map((rule) => names[rule] ?? ''),
    results: results.map(({ assertion, firing, text }) => {
      const node = /** @type {TreeNode} */ (nodes[firing]);
      return {
        firing,
        kind: info.assertions[assertion]?.kind ?? 'assert',
        location: locationOf(node),
        text: spaced(text),
        line: document.locate(sourceOf(node)).line ?? 0,
      };
    }),
    // What the pack lacks is told by its integrity.
    failures: failures
      .filter(({ code }) => code !== 'missing-document')
      .map(({ assertion, code, detail }) => `${code} ${detail}: ${spaced(info.assertions[assertion]?.test ?? '')}`),
    rules: new Set(fired),
    assertions: new Set(results.map(({ assertion }) => assertion)),
  };
}

/**
 * The pattern and the context of each rule, as the reference is read.
 *
 * @param {SchemaInfo} info
 */
export function ruleNames({ rules, patterns }) {
  return rules.map(({ pattern, context }) => `${patterns[pattern]?.id ?? ''}\t${spaced(context)}`);
}

/**
 * The path of an element in the notation for people, which the official skeleton has as its own; of the document, that of its root.
 *
 * @param {TreeNode} node
 * @returns {string}
 */
function locationOf(node) {
  if (node.parent === null) return node.firstElement ? locationOf(node.firstElement) : '';
  const name = nameOf(node);
  let place = 1;
  for (let each = node.parent.firstElement; each && each !== node; each = each.nextElement)
    if (nameOf(each) === name) place++;
  const outer = node.parent.parent === null ? '' : locationOf(node.parent);
  return `${outer}/${name}${place > 1 ? `[${place}]` : ''}`;
}

/** @param {TreeNode} node */
function nameOf({ prefix, localName }) {
  return prefix === '' ? localName : `${prefix}:${localName}`;
}
