// @ts-check
import { parseXPath } from '../../dist/packs/schematron/xpath/parse.js';
import { assertionsOf } from './left-out.js';
import { HL7, madeNode, serialise } from './made-node.js';
import { isNamed, nameOf, take } from './reach.js';
import { falsify, satisfy } from './satisfy.js';

/**
 * @typedef {import('./documents.js').Document} Document
 * @typedef {import('./made-node.js').MadeNode} MadeNode
 * @typedef {import('./reach.js').Making} Making
 * @typedef {import('../../src/packs/schematron/schema.js').Schema} Schema
 * @typedef {import('../../src/packs/schematron/schema.js').Rule} Rule
 * @typedef {import('../../src/packs/schematron/schema.js').RuleItem} RuleItem
 * @typedef {import('../../src/packs/schematron/schema.js').Assertion} Assertion
 * @typedef {import('../../src/packs/schematron/xpath/ast.js').Expr} Expr
 */

/**
 * Documents that a schema's own expressions ask for: for each alternative of each rule's context the least that matches it, then with all that its tests
 * ask for, with all that they forbid, and with what each of its assertions forbids.
 *
 * @param {Schema} schema
 * @returns {readonly Document[]}
 */
export function synthesise(schema) {
  /** @type {Document[]} */
  const documents = [];
  /** @type {Set<string>} */
  const written = new Set();
  for (const [rank, rule] of schema.patterns.flatMap(({ rules }) => rules).entries()) {
    const assertions = assertionsOf(rule.body);
    for (const [variant, text] of variants(schema, rule, assertions)) {
      if (written.has(text)) continue;
      written.add(text);
      const name = `own-${schema.id}-${String(rank).padStart(4, '0')}-${variant}.xml`;
      documents.push({ name, kind: 'own', text, schema: schema.id });
    }
  }
  return documents;
}

/**
 * @param {Schema} schema
 * @param {Rule} rule
 * @param {readonly Assertion[]} assertions
 * @returns {Iterable<readonly [string, string]>}
 */
function* variants(schema, rule, assertions) {
  const alternatives = alternativesOf(parseXPath(rule.context.text));
  const tests = assertions.map((each) => ({ each, test: parseXPath(each.test.text) }));
  for (const [at, context] of alternatives.entries()) {
    const mark = alternatives.length > 1 ? `${at}-` : '';
    const make = (/** @type {(node: MadeNode, making: Making) => void} */ vary) => made(schema, rule, context, vary);
    const all = (/** @type {boolean} */ passes) =>
      make((node, making) => {
        for (const { each, test } of tests) hold(each, test, node, making, passes);
      });
    yield [`${mark}bare`, make(() => {})];
    yield [`${mark}full`, all(true)];
    if (at > 0) continue;
    yield [`${mark}none`, all(false)];
    for (const [rank, { each, test }] of tests.entries())
      yield [`${mark}${rank}`, make((node, making) => hold(each, test, node, making, false))];
  }
}

/**
 * @param {Assertion} assertion
 * @param {Expr} test
 * @param {MadeNode} node
 * @param {Making} making
 * @param {boolean} passes
 */
function hold(assertion, test, node, making, passes) {
  if (passes === (assertion.kind === 'assert')) satisfy(test, node, making);
  else falsify(test, node, making);
}

/**
 * @param {Schema} schema
 * @param {Rule} rule
 * @param {Extract<Expr, { kind: 'path' }>} context
 * @param {(node: MadeNode, making: Making) => void} vary
 */
function made(schema, rule, context, vary) {
  const root = madeNode(HL7, 'ClinicalDocument', true);
  const lets = new Map(
    [...schema.lets, ...letsOf(rule.body)].map(({ name, value }) => [name.trim(), parseXPath(value.text)]),
  );
  const making = { root, namespaces: schema.namespaces, lets, locked: true, depth: 0 };
  let node = root;
  let steps = context.steps;
  const [first] = steps;
  const isRoot =
    first?.kind === 'axis' && (isNamed(first, root, making) || (context.from === 'root' && first.axis === 'child'));
  if (isRoot) {
    const name = nameOf(first, making);
    if (name) Object.assign(root, name);
    for (const predicate of first.predicates) satisfy(predicate, root, making);
    steps = steps.slice(1);
  } else if (first?.kind === 'axis' && first.axis === 'descendant-or-self') {
    const [, second] = steps;
    if (second?.kind === 'axis' && isNamed(second, root, making)) {
      for (const predicate of second.predicates) satisfy(predicate, root, making);
      steps = steps.slice(2);
    }
  }
  for (const step of steps) node = take(step, node, making, {}) ?? node;
  vary(node, { ...making, locked: false });
  return serialise(root);
}

/**
 * @param {Expr} context
 * @returns {readonly Extract<Expr, { kind: 'path' }>[]}
 */
function alternativesOf(context) {
  if (context.kind === 'union') return [...alternativesOf(context.left), ...alternativesOf(context.right)];
  return context.kind === 'path' ? [context] : [];
}

/**
 * @param {readonly RuleItem[]} body
 * @returns {import('../../src/packs/schematron/schema.js').Let[]}
 */
function letsOf(body) {
  return body.flatMap((item) => {
    if (item.kind === 'block') return letsOf(item.body);
    return item.kind === 'let' ? [item] : [];
  });
}
