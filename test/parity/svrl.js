// @ts-check
/**
 * @typedef {{ firing: number; kind: 'assert' | 'report'; location: string; text: string }} Result firing: rank of the fired rule it belongs to; location: in the skeleton's notation for people, that of the official one
 * @typedef {{ fired: readonly string[]; results: readonly Result[] }} Verdict fired: pattern and context of the rule, a tab between, in order; the official skeleton names no pattern by its title
 */

const TAG = /<svrl:(active-pattern|fired-rule|failed-assert|successful-report)(\s(?:"[^"]*"|'[^']*'|[^>"'])*?)?(\/?)>/g;
const ENTITIES = /** @type {Readonly<Record<string, string>>} */ ({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" });

/**
 * What a report of the ISO skeleton says: also of one that breaks off, where it counts as far as it is whole.
 *
 * @param {string} svrl as Saxon writes it
 * @returns {Verdict}
 */
export function readSvrl(svrl) {
  const fired = [];
  const results = [];
  let pattern = '';
  for (const match of svrl.matchAll(TAG)) {
    const [, name = '', attributes = '', empty] = match;
    const value = attributesOf(attributes);
    if (name === 'active-pattern') pattern = value('id');
    else if (name === 'fired-rule') fired.push(`${pattern}\t${spaced(value('context'))}`);
    else {
      const start = match.index + match[0].length;
      const end = empty ? start : svrl.indexOf(`</svrl:${name}>`, start);
      if (end === -1) break;
      results.push({
        firing: fired.length - 1,
        kind: /** @type {'assert' | 'report'} */ (name === 'failed-assert' ? 'assert' : 'report'),
        location: value('location'),
        text: spaced(textOf(svrl.slice(start, end))),
      });
    }
  }
  return { fired, results };
}

/** @param {string} attributes */
function attributesOf(attributes) {
  const found = new Map(
    [...attributes.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)].map((each) => [each[1], each[2]]),
  );
  return (/** @type {string} */ name) => decoded(found.get(name)?.slice(1, -1) ?? '');
}

/**
 * The text of a finding, without those of its diagnostics.
 *
 * @param {string} inside
 */
function textOf(inside) {
  const text = /<svrl:text(?:\s[^>]*)?>([\s\S]*?)<\/svrl:text>/.exec(inside)?.[1] ?? '';
  return decoded(text.replace(/<[^>]*>/g, ''));
}

/**
 * White space as a report shows it: nobody reads how much of it there is.
 *
 * @param {string} text
 */
export function spaced(text) {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** @param {string} text */
function decoded(text) {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (all, hexadecimal, decimal, name) => {
    if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? all;
  });
}
