import type { QualifiedName } from './ast.js';
import { type Token, tokenise, XPathSyntaxError } from './lexer.js';

/** Where a parser stands in the tokens of an expression. */
export interface TokenReader {
  /** The token `ahead` of the next one; the end again and again past it. */
  peek(ahead?: number): Token;
  next(): Token;
  /** Whether the next token is that symbol, at `ahead`. */
  isSymbol(text: string, ahead?: number): boolean;
  /** Whether the next token is that name, at `ahead`. */
  isName(text: string, ahead?: number): boolean;
  /** Takes the symbol if it is next. */
  take(symbol: string): boolean;
  /** Takes the name if it is next. */
  takeName(name: string): boolean;
  expect(symbol: string): void;
  expectName(name: string): void;
  /** A QName, no wildcard. */
  qualifiedName(): QualifiedName;
  /** @throws XPathSyntaxError at a token, the next one when none is given. */
  fail(message: string, at?: Token): never;
}

/** @throws XPathSyntaxError for text that holds no token of XPath. */
export function readTokens(text: string): TokenReader {
  const tokens = tokenise(text);
  let position = 0;
  const peek = (ahead = 0): Token => tokens[Math.min(position + ahead, tokens.length - 1)] as Token;
  const is = (kind: Token['kind'], value: string, ahead: number): boolean => {
    const token = peek(ahead);
    return token.kind === kind && token.text === value;
  };
  const next = (): Token => {
    const token = peek();
    position++;
    return token;
  };
  const take = (kind: Token['kind'], value: string): boolean => {
    const found = is(kind, value, 0);
    if (found) position++;
    return found;
  };
  const fail = (message: string, at: Token = peek()): never => {
    throw new XPathSyntaxError(message, at.offset);
  };
  const expect = (kind: Token['kind'], value: string): void => {
    if (!take(kind, value)) fail(`${value} expected, ${describe(peek())} found`);
  };
  return {
    peek,
    next,
    isSymbol: (value, ahead = 0) => is('symbol', value, ahead),
    isName: (value, ahead = 0) => is('name', value, ahead),
    take: (symbol) => take('symbol', symbol),
    takeName: (name) => take('name', name),
    expect: (symbol) => expect('symbol', symbol),
    expectName: (name) => expect('name', name),
    qualifiedName: () => {
      const token = next();
      if (token.kind !== 'name' || token.text.includes('*')) fail(`a name expected, ${describe(token)} found`, token);
      return splitName(token.text);
    },
    fail,
  };
}

export function describe(token: Token): string {
  return token.kind === 'end' ? 'the end' : token.text;
}

/** `a:b` or `b`; the parts may be `*`. */
export function splitName(text: string): QualifiedName {
  const colon = text.indexOf(':');
  return colon < 0 ? { prefix: '', local: text } : { prefix: text.slice(0, colon), local: text.slice(colon + 1) };
}

/** The name of a variable, as written. */
export function variableName(reader: TokenReader): string {
  const { prefix, local } = reader.qualifiedName();
  return prefix === '' ? local : `${prefix}:${local}`;
}
