import fc from 'fast-check';
import { evaluateXPath } from 'fontoxpath';
import { expect, it } from 'vitest';
import { parseXmlText } from '../../../../src/artifacts/xml/parse.js';
import { FACADE } from '../../../../src/engine/languages/xpath.js';
import { evaluate } from './evaluate.js';

/** Small documents and expressions, judged by another engine. It knows attributes without types, as this one, but compares numbers with strings otherwise: none is compared so. */
const name = fc.constantFrom('a', 'b', 'c');
const value = fc.constantFrom('1', '2', 'x', 'y', '');
// By name: the order of attributes is left to engines, and the other one sorts them so.
const attributes = fc.dictionary(fc.constantFrom('p', 'q'), value, { maxKeys: 2, noNullPrototype: true }).map((given) =>
  Object.entries(given)
    .sort()
    .map(([key, text]) => ` ${key}="${text}"`)
    .join(''),
);

const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(name, attributes, fc.array(tie('content'), { maxLength: 4 }))
    .map(([tag, given, inner]) => `<${tag}${given}>${inner.join('')}</${tag}>`),
  content: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('x', '2', '<!--y-->', '<?c z?>'),
    tie('element'),
  ),
}));

const test = fc.constantFrom('a', 'b', 'c', '*', 'node()', 'text()');
const axis = fc.constantFrom(
  '',
  '',
  '',
  'descendant::',
  'descendant-or-self::',
  'parent::',
  'ancestor::',
  'ancestor-or-self::',
  'self::',
  'following-sibling::',
  'preceding-sibling::',
  'following::',
  'preceding::',
);

const { path, truth } = fc.letrec<{ path: string; truth: string; predicate: string; step: string }>((tie) => ({
  path: fc
    .tuple(
      fc.constantFrom('', '', '/', '//', './/'),
      fc.array(tie('step'), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('/', '/', '//'),
      fc.constantFrom('', '', '/@p', '/@*', '/(b|c)'),
    )
    .map(([start, steps, slash, end]) => `${start}${steps.join(slash)}${end}`),
  step: fc
    .tuple(axis, test, fc.option(tie('predicate'), { nil: '', depthSize: 'small' }))
    .map((parts) => parts.join('')),
  predicate: fc.oneof(
    fc.constantFrom(
      '[1]',
      '[2]',
      '[last()]',
      '[position()=2]',
      '[position()<last()]',
      '[@p]',
      "[@p='1']",
      "[@q=('x','y')]",
      '[count(*)]',
      '[last()-1]',
    ),
    tie('truth').map((inner) => `[${inner}]`),
  ),
  truth: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('path'),
    tie('path').map((given) => `not(${given})`),
    fc.tuple(tie('path'), fc.constantFrom('=', '!='), tie('path')).map((parts) => parts.join(' ')),
    fc.tuple(tie('path'), fc.constantFrom("='x'", "!='1'", "=('1','y')", "<'2'")).map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom('and', 'or'), tie('truth'), tie('truth'))
      .map(([word, left, right]) => `(${left} ${word} ${right})`),
    tie('path').map((given) => `count(${given}) > 1`),
    tie('path').map((given) => `(every $v in ${given} satisfies $v/@p = '1')`),
    fc.tuple(tie('path'), tie('path')).map(([one, other]) => `(some $v in ${one}, $w in ${other} satisfies $v is $w)`),
    tie('path').map((given) => `exists((${given})[2])`),
  ),
}));

const expression = fc.oneof(
  truth.map((inner) => `boolean(${inner})`),
  path.map((inner) => `count(${inner})`),
  path.map((inner) => `string-join(for $n in ${inner} return concat(name($n),'=',string($n)),',')`),
  fc
    .tuple(path, fc.constantFrom('|', 'except', 'intersect'), path)
    .map(([one, word, other]) => `string-join((${one} ${word} ${other})/concat(name(.),@p),',')`),
  path.map((inner) => `string-join((${inner})[last()]/string(.),'-')`),
);

const OPTIONS = { namespaceResolver: () => null, language: evaluateXPath.XPATH_3_1_LANGUAGE };

it('agrees with another engine', () => {
  fc.assert(
    fc.property(element, fc.array(expression, { minLength: 1, maxLength: 6 }), (document, expressions) => {
      const node = parseXmlText(document).documentElement;
      for (const each of expressions) {
        const expected = String(evaluateXPath(each, node, FACADE, null, evaluateXPath.ANY_TYPE, OPTIONS));
        expect(evaluate(each, 'text', { document }), each).toBe(expected);
      }
    }),
    { numRuns: 80 },
  );
});
