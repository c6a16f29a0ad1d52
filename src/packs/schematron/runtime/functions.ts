import * as aggregates from './aggregates.js';
import type { Parameter } from './arguments.js';
import { effectiveBoolean, type Sequence } from './items.js';
import * as nodes from './node-functions.js';
import * as regexes from './regex-functions.js';
import * as sequences from './sequences.js';
import * as strings from './strings.js';

/**
 * What it gives: `boolean`, `string`, `double` are JavaScript values; `integer` is a number that stands for an xs:integer; `item?` an item or undefined;
 * `items` an array.
 */
type Result = 'boolean' | 'string' | 'integer' | 'double' | 'item?' | 'items';

export interface FunctionEntry {
  readonly parameters: readonly Parameter[];
  /** Fewest arguments; those that are left out are undefined for `run`, but see `context`. */
  readonly fewest: number;
  /** Any number of further arguments, each as the last parameter (`concat`). */
  readonly variadic?: boolean;
  /** The argument that is left out is the context item. */
  readonly context?: boolean;
  readonly result: Result;
  // biome-ignore lint/complexity/noBannedTypes: parameters are told by `parameters`; generated code is not typed
  readonly run: Function;
}

function entry(
  parameters: readonly Parameter[],
  result: Result,
  run: FunctionEntry['run'],
  options: Pick<FunctionEntry, 'variadic' | 'context'> & { readonly fewest?: number } = {},
): FunctionEntry {
  return { fewest: parameters.length, ...options, parameters, result, run };
}

const CONTEXT = { fewest: 0, context: true } as const;

/**
 * Functions of `http://www.w3.org/2005/xpath-functions` by local name. What is not here is not supported; no function tells the time, for a verdict depends on
 * no clock. Left to the compiler: `position`, `last`, `doc`, `document`, `doc-available`; constructors of types are casts (`castType`).
 */
export const FUNCTIONS: ReadonlyMap<string, FunctionEntry> = new Map([
  ['true', entry([], 'boolean', () => true)],
  ['false', entry([], 'boolean', () => false)],
  ['not', entry(['items'], 'boolean', (items: Sequence) => !effectiveBoolean(items))],
  ['boolean', entry(['items'], 'boolean', effectiveBoolean)],

  ['string', entry(['item?'], 'string', strings.string, CONTEXT)],
  ['string-length', entry(['text'], 'integer', strings.stringLength, CONTEXT)],
  ['normalize-space', entry(['text'], 'string', strings.normalizeSpace, CONTEXT)],
  ['number', entry(['atom?'], 'double', strings.number, CONTEXT)],
  ['substring', entry(['text', 'double', 'double'], 'string', strings.substring, { fewest: 2 })],
  ['concat', entry(['atom?', 'atom?'], 'string', strings.concat, { variadic: true })],
  ['string-join', entry(['atoms', 'string'], 'string', strings.stringJoin, { fewest: 1 })],
  ['contains', entry(['text', 'text'], 'boolean', strings.contains)],
  ['starts-with', entry(['text', 'text'], 'boolean', strings.startsWith)],
  ['ends-with', entry(['text', 'text'], 'boolean', strings.endsWith)],
  ['substring-before', entry(['text', 'text'], 'string', strings.substringBefore)],
  ['substring-after', entry(['text', 'text'], 'string', strings.substringAfter)],
  ['translate', entry(['text', 'string', 'string'], 'string', strings.translate)],
  ['upper-case', entry(['text'], 'string', strings.upperCase)],
  ['lower-case', entry(['text'], 'string', strings.lowerCase)],
  ['compare', entry(['string?', 'string?'], 'item?', strings.compare)],
  ['iri-to-uri', entry(['text'], 'string', strings.iriToUri)],
  ['encode-for-uri', entry(['text'], 'string', strings.encodeForUri)],
  ['escape-html-uri', entry(['text'], 'string', strings.escapeHtmlUri)],
  ['codepoints-to-string', entry(['atoms'], 'string', strings.codepointsToString)],
  ['string-to-codepoints', entry(['text'], 'items', strings.stringToCodepoints)],

  ['matches', entry(['text', 'string', 'string'], 'boolean', regexes.matches, { fewest: 2 })],
  ['replace', entry(['text', 'string', 'string', 'string'], 'string', regexes.replace, { fewest: 3 })],
  ['tokenize', entry(['text', 'string', 'string'], 'items', regexes.tokenize, { fewest: 2 })],

  ['count', entry(['items'], 'integer', sequences.count)],
  ['empty', entry(['items'], 'boolean', sequences.empty)],
  ['exists', entry(['items'], 'boolean', sequences.exists)],
  ['data', entry(['atoms'], 'items', sequences.identity)],
  ['distinct-values', entry(['atoms'], 'items', sequences.distinctValues)],
  ['index-of', entry(['atoms', 'atom?'], 'items', sequences.indexOf)],
  ['reverse', entry(['items'], 'items', sequences.reverse)],
  ['subsequence', entry(['items', 'double', 'double'], 'items', sequences.subsequence, { fewest: 2 })],
  ['insert-before', entry(['items', 'integer', 'items'], 'items', sequences.insertBefore)],
  ['remove', entry(['items', 'integer'], 'items', sequences.remove)],
  ['zero-or-one', entry(['items'], 'items', sequences.zeroOrOne)],
  ['one-or-more', entry(['items'], 'items', sequences.oneOrMore)],
  ['exactly-one', entry(['items'], 'items', sequences.exactlyOne)],
  ['unordered', entry(['items'], 'items', sequences.identity)],
  ['deep-equal', entry(['items', 'items'], 'boolean', sequences.deepEqual)],

  ['sum', entry(['atoms', 'atom?'], 'item?', aggregates.sum, { fewest: 1 })],
  ['avg', entry(['atoms'], 'item?', aggregates.average)],
  ['min', entry(['atoms'], 'item?', aggregates.minimum)],
  ['max', entry(['atoms'], 'item?', aggregates.maximum)],
  ['abs', entry(['number?'], 'item?', aggregates.absolute)],
  ['floor', entry(['number?'], 'item?', aggregates.floor)],
  ['ceiling', entry(['number?'], 'item?', aggregates.ceiling)],
  ['round', entry(['number?'], 'item?', aggregates.round)],
  ['round-half-to-even', entry(['number?', 'integer'], 'item?', aggregates.roundHalfToEven, { fewest: 1 })],

  ['name', entry(['node?'], 'string', nodes.name, CONTEXT)],
  ['local-name', entry(['node?'], 'string', nodes.localName, CONTEXT)],
  ['namespace-uri', entry(['node?'], 'string', nodes.namespaceUri, CONTEXT)],
  ['node-name', entry(['node?'], 'item?', nodes.nodeName)],
  ['root', entry(['node?'], 'item?', nodes.root, CONTEXT)],
  ['resolve-QName', entry(['string?', 'node'], 'item?', nodes.resolveQName)],
  ['QName', entry(['text', 'string'], 'item?', nodes.makeQName)],
  ['local-name-from-QName', entry(['atom?'], 'item?', nodes.localNameFromQName)],
  ['namespace-uri-from-QName', entry(['atom?'], 'item?', nodes.namespaceUriFromQName)],
  ['prefix-from-QName', entry(['atom?'], 'item?', nodes.prefixFromQName)],
]);
