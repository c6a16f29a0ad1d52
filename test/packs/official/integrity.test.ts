import { describe, expect, it } from 'vitest';
import { ansTree, identityOfTree } from '../../../src/packs/official/ans-tree.js';
import { costsRules, packIntegrity } from '../../../src/packs/official/integrity.js';
import { COMPLETE, SPOILT, under } from '../../support/official-pack.js';
import { packOf } from '../schematron/one-schema.js';

function treeOf(files: Readonly<Record<string, string>>) {
  const tree = ansTree(packOf(files));
  if (!tree) throw new Error('no tree');
  return tree;
}

describe('a tree of official rules', () => {
  it('is the folder, or its one sub-folder', () => {
    expect(treeOf(under('TestContenuCDA', COMPLETE)).paths).toEqual(treeOf(COMPLETE).paths);
    expect(Buffer.from(treeOf(under('T', COMPLETE)).read('jeuxDeValeurs/JDV_Codes.xml')).toString()).toContain('1.2.3');
    expect(ansTree(packOf({ ...under('a', COMPLETE), ...under('b', COMPLETE) }))).toBeUndefined();
    for (const part of ['schematrons/', 'jeuxDeValeurs/', 'infrastructure/'])
      expect(
        ansTree(packOf(Object.fromEntries(Object.entries(COMPLETE).filter(([path]) => !path.startsWith(part))))),
      ).toBeUndefined();
  });

  it('has the hash of what decides, and of its names', () => {
    const { sha256, version } = identityOfTree(treeOf(COMPLETE));
    const hashOf = (change: Readonly<Record<string, string>>) =>
      identityOfTree(treeOf({ ...COMPLETE, ...change })).sha256;
    expect(version).toBe(sha256.slice(0, 12));
    expect(
      hashOf({ 'ExemplesCDA/example.xml': 'x', 'schematrons/moteur/made.sch': 'x', 'schematrons/rapports/r.xml': 'x' }),
    ).toBe(sha256);
    expect(identityOfTree(treeOf(under('T', COMPLETE))).sha256).toBe(sha256);
    for (const path of [
      'schematrons/include/code.sch',
      'jeuxDeValeurs/JDV_Codes.xml',
      'infrastructure/cda/CDA.xsd',
      'jeuxDeValeurs/New.xml',
    ])
      expect(hashOf({ [path]: 'other' })).not.toBe(sha256);
  });
});

describe('the integrity of a pack', () => {
  it('has nothing to tell of a complete one', () => {
    expect(packIntegrity(treeOf(COMPLETE))).toMatchObject({
      id: 'TestContenuCDA-3-0',
      schemas: [{ id: 'CI-SIS_ESSAI_2026.01', rules: 1, assertions: 1 }],
      valueSets: 1,
      defects: [],
      substitutes: [],
    });
  });

  it('tells each defect with its place and the rules that it costs', () => {
    const { defects, substitutes, schemas } = packIntegrity(treeOf(SPOILT));
    const shown = defects.map(({ code, what, schema, place, patterns, rules }) =>
      [
        schema,
        code,
        what,
        place ? `${place.file}:${place.line}` : '',
        ...patterns,
        ...rules.map((each) => `${each.context} ${each.assertions}`),
      ].join(' | '),
    );
    expect(shown).toEqual([
      'a | absent-include | schematrons/include/gone.sch | schematrons/a.sch:3 | gone',
      'a | misnamed-include | schematrons/include/CODE.sch | schematrons/a.sch:3',
      'a | undefined-pattern | lost | schematrons/a.sch:3 | lost',
      'a | missing-value-set | jeuxDeValeurs/JDV_None.xml | schematrons/a.sch:4 | cda:id 1',
      'a | expression | cda:a[ | schematrons/a.sch:5 | cda:a[ 0',
      'a | expression | 1 + | schematrons/a.sch:5 | cda:b 1',
      'b | misnamed-value-set | jeuxDeValeurs/jdv_codes.xml | schematrons/b.sch:3',
      'b | undefined-rule | none | schematrons/b.sch:3',
      'b | unreadable-value-set | jeuxDeValeurs/JDV_Bad.xml | schematrons/b.sch:4 | cda:c 1',
      'b | undefined-abstract | none | schematrons/b.sch:5',
      'c | schema | schematrons/c.sch | schematrons/c.sch:3',
      ' | empty-value-set | jeuxDeValeurs/Empty.xml | ',
    ]);
    expect(defects.filter((each) => !costsRules(each)).map(({ code }) => code)).toEqual([
      'misnamed-include',
      'misnamed-value-set',
      'empty-value-set',
    ]);
    expect(substitutes).toEqual([
      { wanted: 'schematrons/include/voc-1.2.3-DYNAMIC.xml', from: 'jeuxDeValeurs/JDV_Codes.xml', oid: '1.2.3' },
    ]);
    expect(schemas.map(({ id }) => id)).toEqual(['CI-SIS_ESSAI_2026.01', 'a', 'b']);
  });
});
