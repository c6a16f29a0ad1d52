// @ts-check
import { ruleNames } from './own.js';
import { spaced } from './svrl.js';

/**
 * @typedef {import('../../dist/packs/schematron/outcome.js').SchemaInfo} SchemaInfo
 * @typedef {import('../../dist/packs/schematron/schema.js').Schema} Schema
 * @typedef {import('../../dist/packs/schematron/schema.js').RuleItem} RuleItem
 * @typedef {import('../../dist/packs/schematron/schema.js').Assertion} Assertion
 */

/**
 * The assertions that a pack makes impossible: what they read is not there. A report of the reference tells no test: its text is known by the one that the
 * schema writes, whatever the values in it.
 *
 * @param {SchemaInfo} info
 * @param {Schema} schema
 * @returns {{ isLeftOut: (fired: string, text: string) => boolean; leftOut: readonly { rule: string; test: string; detail: string }[]; broken: readonly string[] }} broken: defects of another kind
 */
export function leftOut(info, schema) {
  const names = ruleNames(info);
  const written = new Map(
    schema.patterns
      .flatMap(({ rules }) => rules.flatMap(({ body }) => assertionsOf(body)))
      .map((each) => [placeOf(each.place), textOf(each)]),
  );
  /** @type {Map<string, RegExp[]>} */
  const texts = new Map();
  const lost = info.defects.filter(({ reason }) => reason === 'missing-document');
  for (const { rule, assertion } of lost) {
    const place = assertion === undefined ? undefined : info.assertions[assertion]?.place;
    const text = place && written.get(placeOf(place));
    texts.set(names[rule] ?? '', [...(texts.get(names[rule] ?? '') ?? []), text ?? /^/]);
  }
  return {
    isLeftOut: (fired, text) => texts.get(fired)?.some((each) => each.test(text)) ?? false,
    leftOut: lost.map(({ rule, assertion, detail }) => ({
      rule: names[rule] ?? '',
      test: assertion === undefined ? '' : spaced(info.assertions[assertion]?.test ?? ''),
      detail,
    })),
    broken: info.defects
      .filter(({ reason }) => reason !== 'missing-document')
      .map(({ reason, detail, place }) => `${reason}: ${detail} (${placeOf(place)})`),
  };
}

/** @param {Assertion} assertion */
function textOf({ message }) {
  const parts = message.map((part) => (part.kind === 'text' ? part.text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : '\0'));
  const pattern = spaced(parts.join(''))
    .replace(/ ?\0 ?/g, '[^]*')
    .replaceAll(' ', ' ?');
  return new RegExp(`^${pattern}$`, 'u');
}

/** @param {import('../../dist/packs/schematron/schema.js').Place} place */
function placeOf({ file, line, column }) {
  return `${file}:${line}:${column}`;
}

/**
 * @param {readonly RuleItem[]} body
 * @returns {Assertion[]} those of a rule and of what it extends
 */
export function assertionsOf(body) {
  return body.flatMap((item) => {
    if (item.kind === 'block') return assertionsOf(item.body);
    return item.kind === 'let' ? [] : [item];
  });
}
