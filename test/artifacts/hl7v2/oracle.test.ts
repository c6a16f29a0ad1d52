import fc from 'fast-check';
import { Message } from 'node-hl7-client';
import { describe, expect, it } from 'vitest';
import { hl7v2Files } from '../../../fixtures/make/artifacts/hl7v2.js';
import type { Hl7Message } from '../../../src/artifacts/hl7v2/message.js';
import { HEADER, readHl7 } from '../../support/hl7.js';

/** What another implementation gives for a node, split as far as it goes. */
interface Node {
  readonly name: string;
  toArray(): Node[];
  toString(): string;
}

type Tree = string | Tree[];

/** The fields of a segment, its name apart; single items and the ends that are empty are left out, since it tells them apart from nothing. */
function theirs(text: string): [string, Tree[]][] {
  const split = (node: Node, depth: number): Tree =>
    depth === 0
      ? node.toString()
      : simple(
          node.toArray().map((part) => split(part, depth - 1)),
          '',
        );
  const segments = new Message({ text }).toArray() as unknown as Node[];
  return segments.map((segment) => [
    segment.name,
    trimmed(
      segment
        .toArray()
        .slice(1)
        .map((field) => split(field, 3)),
    ),
  ]);
}

function ours({ segments }: Hl7Message): [string, Tree[]][] {
  return segments.map((segment) => [
    segment.name,
    trimmed(
      Array.from({ length: segment.fieldCount }, (_, index) =>
        simple(
          segment.field(index + 1).repetitions.map((repetition) =>
            simple(
              repetition.components.map((component) =>
                simple(
                  Array.from(
                    { length: component.raw.split('&').length },
                    (__, at) => component.subcomponent(at + 1).text,
                  ),
                  component.text,
                ),
              ),
              '',
            ),
          ),
          '',
        ),
      ),
    ),
  ]);
}

function simple(parts: Tree[], whole: string): Tree {
  const [only = whole] = parts;
  return parts.length > 1 ? parts : only;
}

function trimmed(fields: Tree[]): Tree[] {
  const last = fields.findLastIndex((field) => field !== '');
  return fields.slice(0, last + 1);
}

describe('another implementation', () => {
  it('reads the examples likewise', () => {
    for (const { path, bytes } of hl7v2Files()) {
      if (path.includes('batch') || path.includes('mllp') || path.includes('8859')) continue;
      const text = Buffer.from(bytes).toString().trim().replace(/\r?\n/g, '\r');
      expect([path, ours(readHl7(bytes).message).slice(1)]).toEqual([path, theirs(text).slice(1)]);
    }
  });

  it('reads any segments likewise', () => {
    // No blank: it drops those at the end of a segment.
    const character = fc.constantFrom('a', 'é', '1', '|', '^', '~', '&', '\\F\\', '\\S\\', '\\T\\', '\\R\\', '\\E\\');
    const segment = fc.string({ unit: character, maxLength: 40 }).map((text) => `PID|${text}`);
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
        const text = [HEADER, ...segments].join('\r');
        expect(ours(readHl7(text).message).slice(1)).toEqual(theirs(text).slice(1));
      }),
    );
  });
});
