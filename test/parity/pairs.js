// @ts-check
import { createHash } from 'node:crypto';

/** @typedef {import('./documents.js').Document} Document */

/** Every document is judged by these; a volet's schema judges the documents of the volet, and some others. */
const FOR_ALL = new Set([
  'ASIP-STRUCT-MIN-StrucMin',
  'IHE',
  'CI-SIS_ModelesDeContenusCDA',
  'CI-SIS_Modeles_ANS',
  'terminologie',
]);
/** Of the documents made for a rule, those that are no matter of one assertion. */
const COMMON = /-(?:bare|full|none)\.xml$/;
const OTHERS = 40;
/** Of the documents that are no concern of a volet, large ones tell nothing more. */
const OTHERS_LENGTH = 300_000;

/**
 * The documents that a schema judges: whatever the pack's selection says, so that more of its rules are met.
 *
 * @param {string} schema
 * @param {readonly Document[]} documents
 * @returns {readonly Document[]}
 */
export function documentsFor(schema, documents) {
  if (FOR_ALL.has(schema))
    return documents.filter((each) => each.kind !== 'own' || each.schema === schema || COMMON.test(each.name));
  const volet = family(schema.replace(/^CI-SIS_/, ''));
  const own = documents.filter(({ name, kind, schema: made }) =>
    kind === 'own' ? made === schema : family(name.replace(/^(?:single|many)-\d+-/, '')).startsWith(volet),
  );
  const others = documents
    .filter((each) => each.kind !== 'own' && each.text.length < OTHERS_LENGTH && !own.includes(each))
    .map((each) => ({ each, rank: createHash('sha256').update(`${schema} ${each.name}`).digest('hex') }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  return [...own, ...others.slice(0, OTHERS).map(({ each }) => each)];
}

/**
 * The volet without its year.
 *
 * @param {string} name
 */
function family(name) {
  return name
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/-20\d\d\.\d\d.*/, '')
    .replace(/-1\.4$/, '');
}

/**
 * Those that judge all documents first.
 *
 * @param {readonly { id: string; path: string }[]} schemas
 */
export function inOrder(schemas) {
  return schemas.toSorted((a, b) => Number(FOR_ALL.has(b.id)) - Number(FOR_ALL.has(a.id)) || (a.id < b.id ? -1 : 1));
}
