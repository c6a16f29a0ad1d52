import type { NodeTest, QualifiedName, SequenceType } from './ast.js';
import { describe, splitName, type TokenReader } from './token-reader.js';

const KIND_TESTS: ReadonlySet<string> = new Set([
  'node',
  'text',
  'comment',
  'processing-instruction',
  'element',
  'attribute',
  'document-node',
  'schema-element',
  'schema-attribute',
]);

/** Names that no function can have without a prefix (XPath 2.0 §A.3). */
export const RESERVED: ReadonlySet<string> = new Set([...KIND_TESTS, 'empty-sequence', 'if', 'item', 'typeswitch']);

/** Whether a kind test such as `text()` is next. */
export function isKindTest(reader: TokenReader): boolean {
  const token = reader.peek();
  return token.kind === 'name' && KIND_TESTS.has(token.text) && reader.isSymbol('(', 1);
}

/** A name test or a kind test (XPath 2.0 §3.2.1.2). */
export function parseNodeTest(reader: TokenReader): NodeTest {
  if (isKindTest(reader)) return parseKindTest(reader);
  if (reader.take('*')) return { kind: 'name', prefix: undefined, local: undefined };
  const token = reader.next();
  if (token.kind !== 'name') reader.fail(`a step expected, ${describe(token)} found`, token);
  const { prefix, local } = splitName(token.text);
  return {
    kind: 'name',
    prefix: prefix === '*' ? undefined : prefix,
    local: local === '*' ? undefined : local,
  };
}

function parseKindTest(reader: TokenReader): NodeTest {
  const name = reader.next();
  reader.expect('(');
  const test = kindTest(reader, name.text);
  if (test === undefined) return reader.fail(`${name.text}() is not supported with these arguments`, name);
  reader.expect(')');
  return test;
}

/** Undefined for what asks for a schema, or for the element of a document, which no tree here has. */
function kindTest(reader: TokenReader, name: string): NodeTest | undefined {
  switch (name) {
    case 'node':
    case 'text':
    case 'comment':
      return { kind: name };
    case 'document-node':
      return reader.isSymbol(')') ? { kind: 'document' } : undefined;
    case 'processing-instruction': {
      if (reader.isSymbol(')')) return { kind: 'instruction', target: undefined };
      const target = reader.next();
      return target.kind === 'name' || target.kind === 'string'
        ? { kind: 'instruction', target: target.text }
        : undefined;
    }
    case 'element':
    case 'attribute': {
      let tested: QualifiedName | undefined;
      if (!reader.isSymbol(')') && !reader.take('*')) tested = reader.qualifiedName();
      return reader.isSymbol(')') ? { kind: name, name: tested } : undefined;
    }
    default:
      return undefined;
  }
}

/** XPath 2.0 §2.5.3. */
export function parseSequenceType(reader: TokenReader): SequenceType {
  if (reader.isName('empty-sequence') && reader.isSymbol('(', 1)) {
    reader.next();
    reader.expect('(');
    reader.expect(')');
    return { item: { kind: 'empty' }, occurrence: 'any' };
  }
  const item = parseItemType(reader);
  const occurrence = reader.take('?') ? 'optional' : reader.take('*') ? 'any' : reader.take('+') ? 'some' : 'one';
  return { item, occurrence };
}

function parseItemType(reader: TokenReader): SequenceType['item'] {
  if (reader.isName('item') && reader.isSymbol('(', 1)) {
    reader.next();
    reader.expect('(');
    reader.expect(')');
    return { kind: 'item' };
  }
  if (isKindTest(reader)) return parseKindTest(reader);
  return { kind: 'atomic', type: reader.qualifiedName() };
}
