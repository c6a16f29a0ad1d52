import { describe, expect, it, vi } from 'vitest';
import { read } from '../../src/artifacts/read.js';
import { parseXmlText } from '../../src/artifacts/xml/parse.js';
import { readZip } from '../../src/artifacts/zip/read-zip.js';
import { caught } from '../support/caught.js';
import { zipOf } from '../support/zip.js';

// The real limits are too large to be reached by a test.
vi.mock('../../src/artifacts/limits.js', async (original) => {
  const real = await original<typeof import('../../src/artifacts/limits.js')>();
  return { ...real, LIMITS: { ...real.LIMITS, fileBytes: 100, xmlNodes: 10, zipTotalBytes: 50 } };
});

describe('limits', () => {
  it('of a file', async () => {
    const bytes = (length: number) => ({ path: 'a', bytes: Buffer.alloc(length, 'a'), declared: {} });
    expect((await read(bytes(100))).artifact?.kind).toBe('other');
    expect((await read(bytes(101))).unreadable).toMatchObject([
      { problems: [{ code: 'read/too-large', args: { maximum: 100 } }] },
    ]);
  });

  it.each([
    ['elements', '<b/>'],
    ['texts', 'x<b/>'],
    ['comments', '<!--x-->'],
    ['instructions', '<?x y?>'],
  ])('of the nodes of a document: %s', async (_, node) => {
    expect(parseXmlText(`<a>${node.repeat(4)}</a>`).elements.length).toBeGreaterThan(0);
    expect(await caught(() => parseXmlText(`<a>${node.repeat(11)}</a>`))).toMatchObject({
      code: 'read/xml-limit',
      args: { limit: 'xmlNodes', maximum: 10 },
    });
  });

  it('of all that an archive holds', async () => {
    const entries = (count: number) =>
      zipOf(Array.from({ length: count }, (_, index) => ({ name: `${index}`, data: 'x'.repeat(10) })));
    const unfold = (count: number) => readZip(entries(count)).entries.map(({ data }) => data);
    expect(unfold(5)).toHaveLength(5);
    expect(await caught(() => unfold(6))).toMatchObject({
      code: 'read/zip-limit',
      args: { limit: 'zipTotalBytes', maximum: 50 },
    });
  });
});
