import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fhirPackage, tgz } from '../../../fixtures/make/fhir-package.js';
import { FhirPackageError, readFhirPackage } from '../../../src/packs/fhir/package.js';

const MANIFEST = ['package/package.json', '{"name":"a","version":"1"}'] as const;

describe('readFhirPackage', () => {
  it('gives what the package defines, and names it by its bytes', () => {
    const bytes = fhirPackage();
    expect(fhirPackage()).toEqual(bytes);
    const read = readFhirPackage(bytes);
    expect(read).toMatchObject({ id: 'org.example.centres', version: '1.0.0', fhirVersions: ['4.0.1'] });
    expect(read.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(read.structures.map(({ name }) => name)).toEqual([
      'centre',
      'acces',
      'adresse-fr',
      'adresse-be',
      'ouverture',
    ]);
    expect(read.valueSets).toHaveLength(3);
    expect(read.codeSystems).toHaveLength(2);
  });

  it('leaves out examples, the index, what is no resource and what has no address', () => {
    const { structures } = readFhirPackage(
      tgz([
        MANIFEST,
        ['package/.index.json', '{"resourceType":"StructureDefinition","url":"index"}'],
        ['package/example/a.json', '{"resourceType":"StructureDefinition","url":"example"}'],
        ['other/a.json', 'not read'],
        ['package/a.json', 'null'],
        ['package/b.json', '[{"resourceType":"StructureDefinition"}]'],
        ['package/c.json', '{"resourceType":"StructureDefinition"}'],
        ['package/d.json', '{"resourceType":"StructureDefinition","url":"kept"}'],
      ]),
    );
    expect(structures.map(({ url }) => url)).toEqual(['kept']);
  });

  it('reads how packages said their version of FHIR before', () => {
    const manifest = '{"name":"a","version":"1","fhir-version-list":["3.0.2"]}';
    expect(readFhirPackage(tgz([['package/package.json', manifest]])).fhirVersions).toEqual(['3.0.2']);
    expect(readFhirPackage(tgz([MANIFEST])).fhirVersions).toEqual([]);
  });

  it.each([
    ['not-gzip', Buffer.from('PK')],
    ['not-tar', gzipSync('x'.repeat(600))],
    ['no-manifest', tgz([['package/a.json', '{}']])],
    ['no-manifest', tgz([['package/package.json', 'null']])],
    ['no-manifest', tgz([['package/package.json', '{"name":"a"}']])],
    ['not-json', tgz([MANIFEST, ['package/a.json', '{']])],
    ['not-json', tgz([['package/package.json', '{']])],
  ])('refuses what is no package: %s', (reason, bytes) => {
    expect(() => readFhirPackage(bytes)).toThrow(expect.objectContaining({ reason }));
    expect(() => readFhirPackage(bytes)).toThrow(FhirPackageError);
  });

  it('unpacks no more than it may hold', () => {
    expect(() => readFhirPackage(gzipSync(Buffer.alloc(513 * 1024 * 1024)))).toThrow(
      expect.objectContaining({ reason: 'too-large' }),
    );
  });
});
