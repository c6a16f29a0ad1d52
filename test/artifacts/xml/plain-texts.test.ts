import { setFlagsFromString } from 'node:v8';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS, type Limits } from '../../../src/artifacts/limits.js';
import { ReadError } from '../../../src/artifacts/read-error.js';
import { parseXmlText } from '../../../src/artifacts/xml/parse.js';
import * as plain from '../../../src/artifacts/xml/plain-texts.js';
import {
  XmlAttribute,
  XmlComment,
  type XmlDocument,
  XmlElement,
  XmlInstruction,
} from '../../../src/artifacts/xml/tree.js';

const BASE64 = 'QUJDRGVm+/0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQR\n';
const run = (length: number) => BASE64.repeat(Math.ceil(length / BASE64.length)).slice(0, length);

afterEach(() => {
  vi.restoreAllMocks();
});

/** Everything that a tree tells, in a flat list. */
function told(document: XmlDocument): unknown[] {
  const found: unknown[] = [];
  const tell = (node: XmlDocument['childNodes'][number] | XmlElement['childNodes'][number]): void => {
    if (!(node instanceof XmlElement)) {
      const target = node instanceof XmlInstruction ? node.target : '';
      const place = node instanceof XmlComment ? node.start : document.locate(node);
      found.push([node.nodeName, target, node.data, node.start, place]);
      return;
    }
    found.push([node.nodeName, node.namespaceURI, node.start, node.rank, document.locate(node), node.declaredPrefixes]);
    for (const each of node.attributes) {
      expect(each).toBeInstanceOf(XmlAttribute);
      found.push([each.name, each.namespaceURI, each.value, document.locate(each)]);
    }
    for (const child of node.childNodes) tell(child);
    found.push('end');
  };
  for (const node of document.childNodes) tell(node);
  return found;
}

/** The tree, or why there is none. */
function outcome(text: string, limits: Limits): unknown {
  try {
    return told(parseXmlText(text, limits));
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return [error.code, error.args, error.location];
  }
}

function outcomes(text: string, limits: Limits = LIMITS): { fast: unknown; slow: unknown } {
  const fast = outcome(text, { ...limits, spent: { values: 0 } });
  const found = vi.spyOn(plain, 'plainTexts').mockImplementation(function* () {});
  const slow = outcome(text, { ...limits, spent: { values: 0 } });
  expect(found).toHaveBeenCalledOnce();
  found.mockRestore();
  return { fast, slow };
}

/** Characters that the parser was given. */
function parsed(text: string): number {
  let given = 0;
  const { write } = SaxesParser.prototype;
  const spy = vi.spyOn(SaxesParser.prototype, 'write').mockImplementation(function (this: SaxesParser, chunk) {
    given += String(chunk ?? '').length;
    return write.call(this, chunk);
  });
  parseXmlText(text);
  spy.mockRestore();
  return given;
}

describe('a long plain text', () => {
  const long = run(100_000);

  it('is not given to the parser after a start tag, an end tag, a comment or an instruction', () => {
    expect(parsed(`<a>${long}</a>`)).toBe(7);
    expect(parsed(`<a><b/>${long}<b>${long}</b>${long}</a>`)).toBe(18);
    expect(parsed(`<a><!-- -->${long}<?p?>${long}</a>`)).toBe(20);
  });

  it.each([
    ['a comment', `<a><!-- <b> -- >${long}< --></a>`.replace(' -- >', '>')],
    ['a CDATA section', `<a><![CDATA[ <b>${long}<b> ]]></a>`],
    ['an instruction', `<a><?p <b>${long}<b> ?></a>`],
    ['an attribute', `<a><b c=">${long}"/></a>`],
  ])('is given to it in %s', (_place, text) => {
    expect(parsed(text)).toBe(text.length);
  });

  it.each(['&amp;', ']]&gt;', 'é', '🩺', '\u0085', '\u2028'])('is given to it when it holds %j', (other) => {
    const text = `<a>${long}${other}</a>`;
    expect(parsed(text)).toBe(text.length);
  });

  it('is one text with the CDATA section that follows', () => {
    const [text, ...others] = parseXmlText(`<a>${long}<![CDATA[<&]]>&amp;</a>`).documentElement.childNodes;
    expect(others).toEqual([]);
    expect(text).toMatchObject({ start: 3, data: `${long}<&&` });
  });

  it('is refused outside of the root', () => {
    const { fast, slow } = outcomes(`<a/>\n${long}<a/>`);
    expect(fast).toEqual(slow);
    expect(fast).toMatchObject(['read/xml', { reason: 'text data outside of root node.' }, {}]);
  });

  it('counts against the limits where it stands', () => {
    const document = `<a>\n<b>${long}</b></a>`;
    for (const limits of [{ xmlText: 99_999 }, { xmlNodes: 3 }, { containedValues: 3 }, { xmlDepth: 1 }]) {
      const { fast, slow } = outcomes(document, { ...LIMITS, ...limits });
      expect(fast).toEqual(slow);
      expect(fast).toMatchObject([expect.stringContaining('limit'), {}, {}]);
    }
  });

  it('counts as text for the nodes of a kilobyte', () => {
    const many = '<b/>'.repeat(65_535);
    expect(outcomes(`<a>${many}</a>`).fast).toMatchObject(['read/xml-limit', { limit: 'xmlNodesPerKilobyte' }, {}]);
    expect(() => parseXmlText(`<a>${run(500_000)}${many}</a>`)).not.toThrow();
  });
});

const texts = fc.oneof(
  fc.integer({ min: 500, max: 1500 }).map(run),
  fc.integer({ min: 500, max: 800 }).map((length) => `${run(length)}\r\n${run(length)}`),
  fc.constantFrom('x', '', '\n  ', '&amp;', '&#65;', 'é', '🩺', ']]', ' '),
);
/** Mostly well formed. */
const odd = fc.constantFrom(
  '<',
  '>',
  '&',
  ']]>',
  '&nbsp;',
  '\0',
  '</b>',
  '<b>',
  '<!DOCTYPE a [<!ELEMENT a>',
  '<?xml version="1.0"?>',
  '\ud800',
);
const inside = fc
  .array(fc.oneof(texts, fc.constantFrom('<', '>', '<b>', '</b>', '"', "'")), { maxLength: 5 })
  .map((parts) => parts.join(''));
const fragment = fc.oneof(
  { weight: 6, arbitrary: texts },
  { weight: 2, arbitrary: inside.map((text) => `<!--${text.replaceAll('-', '')}-->`) },
  { weight: 2, arbitrary: inside.map((text) => `<![CDATA[${text}]]>`) },
  { weight: 2, arbitrary: inside.map((text) => `<?p ${text}?>`) },
  { weight: 1, arbitrary: odd },
);
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom(
        '',
        ' x="1"',
        ` x="a>b"`,
        ` xmlns:p='urn:p' p:x='>${run(600)}'`,
        '\n\tx = "é"',
        ` x="<${run(600)}"`,
      ),
      fc.array(fc.oneof({ depthSize: 'small' }, fragment, tie('element')), { maxLength: 6 }),
    )
    .map(([attributes, children]) =>
      children.length > 0 ? `<b${attributes}>${children.join('')}</b>` : `<b${attributes}/>`,
    ),
}));

it('gives the same tree, places and errors whether or not long texts are parsed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', '<?xml version="1.0"?>', '\n <?xml version="1.1"?>', `<!-- > -->`, `x${run(600)}`),
      fc.array(fragment, { maxLength: 2 }),
      element,
      fc.array(fragment, { maxLength: 2 }),
      fc.option(fc.nat({ max: 5000 }), { freq: 4 }),
      fc.constantFrom({}, {}, { xmlText: 700 }, { xmlNodes: 5 }, { containedValues: 4 }),
      (lead, before, root, after, cut, limits) => {
        // What stands outside of the root is an error most often: it is tried a few times only.
        const around = before.length + after.length === 4 ? [before.join(''), after.join('')] : ['', ''];
        const { fast, slow } = outcomes(`${lead}${around[0]}${root}${around[1]}`.slice(0, cut ?? undefined), {
          ...LIMITS,
          ...limits,
        });
        expect(fast).toEqual(slow);
      },
    ),
    { numRuns: 500 },
  );
});

it('looks at each character a few times at most', () => {
  const near = run(600);
  // Long texts that end otherwise than they should, in what no parser would go on with.
  for (const text of [
    `<${near}`.repeat(20_000),
    `>${near}`.repeat(20_000),
    `<>${near}&`.repeat(20_000),
    `<${near}>`.repeat(20_000),
  ]) {
    expect([...plain.plainTexts(text, 0)]).toEqual([]);
  }
  expect([...plain.plainTexts(`<b>${near}`.repeat(20_000), 0)]).toHaveLength(19_999);
});

it('keeps the parser an object with fields', () => {
  setFlagsFromString('--allow-natives-syntax');
  const hasFields = new Function('object', 'return %HasFastProperties(object)') as (object: object) => boolean;
  const parsers = new Set<SaxesParser>();
  const { write } = SaxesParser.prototype;
  vi.spyOn(SaxesParser.prototype, 'write').mockImplementation(function (this: SaxesParser, chunk) {
    parsers.add(this);
    return write.call(this, chunk);
  });
  parseXmlText('<a xmlns="urn:a" b="c"><!-- --><?p q?>text &amp; <![CDATA[more]]></a>');
  expect([...parsers].map(hasFields)).toEqual([true]);
});
