import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCda } from '../../../src/artifacts/cda/cda.js';
import { parseXml } from '../../../src/artifacts/xml/parse.js';
import { openFolder } from '../../../src/packs/disk-files.js';
import { ansTree } from '../../../src/packs/official/ans-tree.js';
import { costsRules, packIntegrity } from '../../../src/packs/official/integrity.js';
import { officialRules } from '../../../src/packs/official/official-rules.js';
import { voletSchemas } from '../../../src/packs/official/volet-schemas.js';
import { withSubstitutes } from '../../../src/packs/value-sets/substitutes.js';

const TREE = process.env.SEGUR_TCC ?? '';
if (TREE === '') console.log('The official tree is not judged: SEGUR_TCC does not name its folder.');

/** Whose file name tells another version than the document, or none: it claims its model without one. */
const UNVERSIONED = /TSH_[12]\.xml$|^01_/;

describe.skipIf(TREE === '')('the official tree', () => {
  // TestContenuCDA-3-0, commit 7cd489b3.
  it('is read whole, and what it lacks is named', () => {
    const tree = ansTree(openFolder(TREE));
    if (!tree) throw new Error('SEGUR_TCC names another folder');
    const { schemas, defects, substitutes } = packIntegrity(tree);
    const sum = (each: 'rules' | 'assertions') => schemas.reduce((total, schema) => total + schema[each], 0);
    // As many as the reference engine makes of them, where only the case of includes is mended.
    expect([schemas.length, sum('rules'), sum('assertions')]).toEqual([64, 2128, 18_589]);
    const lost = defects.filter(costsRules);
    expect(lost.map(({ code }) => code).filter((code) => code !== 'absent-include')).toEqual([
      'missing-value-set',
      'missing-value-set',
    ]);
    expect(new Set(lost.filter(({ code }) => code === 'absent-include').map(({ schema }) => schema))).toEqual(
      new Set(['CI-SIS_BIO-CR-BIO_2023.01']),
    );
    expect(substitutes.map(({ oid }) => oid)).toEqual(['1.2.250.1.213.1.1.5.471']);
  }, 120_000);

  it('tells what each of its models is claimed by, but for one that is of level 1', () => {
    const without = voletSchemas(openFolder(TREE)).filter(({ template }) => template === undefined);
    expect(without.map(({ volet }) => volet)).toEqual(['TLM-CR']);
  });

  it('finds no error in its samples, each judged by the model and the version that its name tells', async () => {
    const rules = await officialRules('P', withSubstitutes(openFolder(TREE)));
    const names = readdirSync(join(TREE, 'ExemplesCDA')).filter((name) => name.endsWith('.xml'));
    const nonconforming: string[] = [];
    const undetermined = new Set<string>();
    for (const name of names) {
      const content = readCda(parseXml(readFileSync(join(TREE, 'ExemplesCDA', name))));
      if (!content) throw new Error(`${name} is no CDA document`);
      const runs = rules.judge({
        path: name,
        containers: [],
        kind: 'cda',
        sha256: '',
        bytes: 0,
        declared: {},
        children: [],
        content,
      });
      for (const { check, verdict } of runs) {
        if (verdict === 'nonconforming') nonconforming.push(`${name} ${check}`);
        if (verdict === 'undetermined') undetermined.add(check);
      }
      const [model] = runs.flatMap(({ check }) => /^P\/CI-SIS_(.*_\d{4}\.\d{2})$/.exec(check)?.[1] ?? []);
      const wanted = content.body?.level === 1 || UNVERSIONED.test(name) ? undefined : written(name);
      if (wanted !== undefined) expect([name, written(model ?? '')]).toEqual([name, wanted]);
      if (content.body?.level === 1) expect([name, model]).toEqual([name, undefined]);
    }
    expect(nonconforming).toEqual([]);
    expect([...undetermined]).toEqual(['P/CI-SIS_BIO-CR-BIO_2023.01']);
  }, 300_000);
});

/** `IMG_CR_IMG_2024.01_N1.xml` as `IMGCRIMG2024.01`. */
function written(name: string): string {
  return (/^.*?\d{4}\.\d{2}/.exec(name)?.[0] ?? '').replace(/[_-]/g, '').toUpperCase();
}
