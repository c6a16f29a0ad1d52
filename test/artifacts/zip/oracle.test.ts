import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as yauzl from 'yauzl';
import { readZip } from '../../../src/artifacts/zip/read-zip.js';
import { zipOf } from '../../support/zip.js';

/** What another reader finds. */
async function byYauzl(zip: Buffer): Promise<[string, string][]> {
  const archive = await yauzl.fromBufferPromise(zip, { lazyEntries: true });
  const found: [string, string][] = [];
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const pieces: Buffer[] = [];
    for await (const piece of await archive.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    found.push([entry.fileName, Buffer.concat(pieces).toString('latin1')]);
  }
  return found;
}

const entry = fc.record({
  data: fc.string({ maxLength: 300 }),
  deflate: fc.boolean(),
  descriptor: fc.boolean(),
  zip64: fc.boolean(),
});

it('reads what yauzl reads, in any form that an archive may have', async () => {
  const archives = fc.record({ entries: fc.array(entry, { maxLength: 6 }), zip64: fc.boolean(), comment: fc.string() });
  await fc.assert(
    fc.asyncProperty(archives, async ({ entries, ...options }) => {
      const zip = zipOf(
        // Sizes are written after the data or in 64 bits, not both.
        entries.map((each, index) => ({ ...each, zip64: each.zip64 && !each.descriptor, name: `é${index}` })),
        options,
      );
      const ours = readZip(zip).entries.map(({ name, data }) => [name, Buffer.from(data).toString('latin1')]);
      expect(ours).toEqual(await byYauzl(zip));
    }),
    { numRuns: 200 },
  );
});
