import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type LineCounter,
  Parser,
} from 'yaml';

/** Collections inside one another: what people write stays below 15. */
const MAX_DEPTH = 100;
/** What the lexer cuts a text into (values, punctuation, spaces, line ends): 20,000 opinions have 900,000. */
const MAX_TOKENS = 1_000_000;
/** Anchors and aliases. */
const MAX_ALIASES = 1000;
/** Values, each counted as often as aliases repeat it. */
const MAX_UNFOLDED = 1_000_000;

/** The limit that a text exceeds, and where. */
interface Refused {
  readonly code: 'mistake/yaml-depth' | 'mistake/yaml-tokens' | 'mistake/yaml-aliases' | 'mistake/yaml-unfolded';
  readonly maximum: number;
  readonly offset: number;
}

/** A YAML text that was read within the limits. */
interface Bounded {
  readonly document: Document;
  /** What is wrong in it, and where: some of the first. */
  readonly errors: readonly { readonly offset: number; readonly reason: string }[];
}

/** Reads a text as one YAML document, in a time that grows with its length; gives up at the first limit that it exceeds. */
export function boundedDocument(text: string, lines: LineCounter, texts: boolean): Bounded | Refused {
  const tokens = boundedTokens(text, lines);
  if (!Array.isArray(tokens)) return tokens;
  const composer = new Composer({
    prettyErrors: false,
    logLevel: 'error',
    schema: texts ? 'failsafe' : 'core',
    // These two compare each key with all the others: `Survey` finds keys that are there twice.
    uniqueKeys: false,
    resolveKnownTags: false,
  });
  const [document, other] = withoutStacks(() => [...composer.compose(tokens, true, text.length)]);
  if (!document) throw new Error('the composer gives a document, of an empty text too');
  const survey = new Survey();
  const unfolded = survey.count(document.contents);
  const errors = [
    ...document.errors.map(({ pos, message }) => ({ offset: pos[0], reason: message })),
    ...(other ? [{ offset: other.range[0], reason: 'Source contains multiple documents' }] : []),
    ...survey.repeatedKeys.map((offset) => ({ offset, reason: 'Map keys must be unique' })),
  ];
  if (errors.length === 0 && unfolded > MAX_UNFOLDED)
    return { code: 'mistake/yaml-unfolded', maximum: MAX_UNFOLDED, offset: survey.firstAlias };
  return { document, errors };
}

/** The composer makes an error of each sign that is wrong: of a million, the stacks, which nobody sees, take ten times the rest. */
function withoutStacks<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function boundedTokens(text: string, lines: LineCounter): CST.Token[] | Refused {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  let seen = 0;
  let aliases = 0;
  for (const source of new Lexer().lex(text)) {
    const { offset } = parser;
    const refused = (code: Refused['code'], maximum: number): Refused => ({ code, maximum, offset });
    tokens.push(...parser.next(source));
    seen += 1;
    if (source.startsWith('*') || source.startsWith('&')) aliases += 1;
    // The lowest is the document.
    if (parser.stack.length > MAX_DEPTH + 1) return refused('mistake/yaml-depth', MAX_DEPTH);
    if (seen > MAX_TOKENS) return refused('mistake/yaml-tokens', MAX_TOKENS);
    if (aliases > MAX_ALIASES) return refused('mistake/yaml-aliases', MAX_ALIASES);
  }
  tokens.push(...parser.end());
  return tokens;
}

/** Goes once through the nodes of a document, in their order. */
class Survey {
  /** Offsets of the keys that their map already had. */
  readonly repeatedKeys: number[] = [];
  firstAlias = 0;
  readonly #anchored = new Map<string, number>();

  /** How many values a node has when every alias in it is replaced by what it stands for: without end when that holds the alias. */
  count(node: unknown): number {
    if (isAlias(node)) {
      this.firstAlias ||= node.range?.[0] ?? 0;
      return this.#anchored.get(node.source) ?? 1;
    }
    if (isPair(node)) return this.count(node.key) + this.count(node.value);
    if (!isMap(node) && !isSeq(node)) {
      if (isScalar(node) && node.anchor) this.#anchored.set(node.anchor, 1);
      return 1;
    }
    if (node.anchor) this.#anchored.set(node.anchor, Number.POSITIVE_INFINITY);
    if (isMap(node)) this.#findRepeatedKeys(node.items.map(({ key }) => key));
    let total = 1;
    for (const item of node.items) total += this.count(item);
    if (node.anchor) this.#anchored.set(node.anchor, total);
    return total;
  }

  #findRepeatedKeys(keys: readonly unknown[]): void {
    const known = new Set<unknown>();
    for (const key of keys) {
      if (!isScalar(key)) continue;
      if (known.has(key.value)) this.repeatedKeys.push(key.range?.[0] ?? 0);
      known.add(key.value);
    }
  }
}
