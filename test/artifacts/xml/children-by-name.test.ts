import { expect, it } from 'vitest';
import { parseXml } from '../../../src/artifacts/xml/parse.js';

it.each([3, 400])('finds the children of an element by name and namespace, among %i of them', (count) => {
  const rest = '<b/><o:a xmlns:o="urn:o"/>t'.repeat(count);
  const { documentElement: root } = parseXml(
    Buffer.from(`<r xmlns="urn:r"><o:a xmlns:o="urn:o"/><a n="1"/>${rest}<a n="2"/></r>`),
  );
  expect(root.childrenNamed('a').map((each) => each.attribute('n'))).toEqual(['1', '2']);
  expect(root.first('a')?.attribute('n')).toBe('1');
  expect(root.childrenNamed('b')).toHaveLength(count);
  expect(root.first('constructor')).toBeUndefined();
  // What is given may be changed by who asked for it.
  root.childrenNamed('a').pop();
  expect(root.childrenNamed('a')).toHaveLength(2);
});
