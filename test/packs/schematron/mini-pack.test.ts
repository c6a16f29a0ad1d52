import { describe, expect, it } from 'vitest';
import { isKind } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import { openFolder } from '../../../src/packs/disk-files.js';
import { schemaReport } from '../../../src/packs/official/schema-report.js';
import { prepareSchema } from '../../../src/packs/schematron/engine.js';
import { buildTree } from '../../../src/packs/schematron/tree/build.js';
import {
  EXPECTED_FAILURE,
  EXPECTED_FINDINGS,
  exampleNames,
  exampleText,
  locationOf,
  MINI_PACK,
  MINI_SCHEMAS,
} from '../../support/mini-pack.js';

const files = openFolder(MINI_PACK);
/** Volets are about the documents that claim them. */
const VOLETS = { 'CI-SIS_BIO-CR-BIO_2024.01': 'n3-conforme.xml', 'CI-SIS_ESSAI-CR_2026.01': 'n3-essai.xml' };
const normal = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').trim();

const trees = await Promise.all(
  exampleNames().map(async (name) => {
    const bytes = Buffer.from(exampleText(name));
    const { artifact } = await read({ path: name, bytes, declared: {} });
    if (!artifact || !isKind(artifact, 'cda')) throw new Error(`${name} is no CDA`);
    return [name, buildTree(artifact.content.root), artifact.content.document] as const;
  }),
);

describe('the small pack', () => {
  it.each(Object.entries(MINI_SCHEMAS))('is judged by %s as the reference engine judges', (schema, path) => {
    const ready = prepareSchema(files, path);
    expect(ready.info.defects).toEqual([]);
    for (const [document, tree, positions] of trees) {
      if (schema in VOLETS && VOLETS[schema as keyof typeof VOLETS] !== document) continue;
      const { info } = ready;
      const said = schemaReport({ artifact: document, document: positions }, info, ready.judge(tree));
      const found = said.results.map(({ assertion, location, text }) => {
        const { kind, role, id, flag } = info.assertions[assertion] ?? {};
        return { document, kind, location, role, id, flag, text: normal(text) };
      });
      const expected = EXPECTED_FINDINGS.filter((each) => each.document === document && each.schema === schema).map(
        ({ kind, path: at, role, id, flag, text }) => ({
          document,
          kind,
          location: locationOf(at),
          role,
          id,
          flag,
          text,
        }),
      );
      expect(found).toEqual(expected);
      const failures = said.failures.map(({ assertion, location, code }) => [
        document,
        schema,
        location,
        code,
        info.assertions[assertion]?.id,
      ]);
      const failed = EXPECTED_FAILURE.document === document && EXPECTED_FAILURE.schema === schema;
      const { path: at, code, id } = EXPECTED_FAILURE;
      expect(failures).toEqual(failed ? [[document, schema, locationOf(at), code, id]] : []);
    }
  });
});
