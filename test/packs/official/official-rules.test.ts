import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../../src/artifacts/artifact.js';
import { readCda } from '../../../src/artifacts/cda/cda.js';
import { parseXmlText } from '../../../src/artifacts/xml/parse.js';
import type { CheckRun } from '../../../src/engine/results.js';
import { openFolder } from '../../../src/packs/disk-files.js';
import { type OfficialRules, officialRules } from '../../../src/packs/official/official-rules.js';
import { officialRuns } from '../../../src/packs/official/official-runs.js';
import { packOfCheck } from '../../../src/packs/official/pack-layout.js';
import { withSubstitutes } from '../../../src/packs/value-sets/substitutes.js';
import { BROKEN_PACKS, miniPackWith } from '../../support/broken-packs.js';
import {
  EXPECTED_FAILURE,
  EXPECTED_FINDINGS,
  EXPECTED_XSD_FAULT,
  exampleNames,
  exampleText,
  lineOf,
  MINI_PACK,
  WITHOUT_VOLET,
} from '../../support/mini-pack.js';

function cda(path: string, text = exampleText(path)): Artifact<'cda'> {
  const content = readCda(parseXmlText(text));
  if (!content) throw new Error(`${path} is no CDA document`);
  return { path, containers: [], kind: 'cda', sha256: '', bytes: 0, declared: {}, children: [], content };
}

const rulesOf = (folder: string): Promise<OfficialRules> => officialRules('PACK', withSubstitutes(openFolder(folder)));
const rules = await rulesOf(MINI_PACK);
const verdicts = (runs: readonly CheckRun[]) =>
  Object.fromEntries(runs.map((run) => [run.check.slice(5), run.verdict]));
const runOf = (runs: readonly CheckRun[], schema: string): CheckRun => {
  const found = runs.find(({ check }) => check === `PACK/${schema}`);
  if (!found) throw new Error(`no run of ${schema}`);
  return found;
};

describe('the rules of a pack', () => {
  it('judge a document of level 3 by the XSD, the profiles and its model, those that concern it', () => {
    expect(verdicts(rules.judge(cda('n3-conforme.xml')))).toEqual({
      CDA_extended: 'conforming',
      'CI-SIS_ModelesDeContenusCDA': 'conforming',
      'CI-SIS_Modeles_ANS': 'conforming',
      IHE: 'conforming',
      'ASIP-STRUCT-MIN-StrucMin': 'conforming',
      terminologie: 'conforming',
      volet: 'conforming',
      'CI-SIS_BIO-CR-BIO_2024.01': 'conforming',
    });
  });

  it('judge a document of level 1 by no model', () => {
    const runs = rules.judge(cda('n1-conforme.xml'));
    expect(verdicts(runs)).toMatchObject({
      CDA_extended: 'conforming',
      IHE: 'not-applicable',
      volet: 'not-applicable',
    });
    expect(runs.some(({ check }) => check.startsWith('PACK/CI-SIS_BIO'))).toBe(false);
  });

  it.each(exampleNames())('find in %s what is expected, on its lines', (name) => {
    const schemas = ['CDA_extended', 'volet'];
    const found = rules
      .judge(cda(name))
      .filter(({ check }) => !schemas.includes(check.slice(5)))
      .flatMap(({ check, findings }) => findings.map(({ args, at }) => [check.slice(5), at.line, args.text]));
    const expected = EXPECTED_FINDINGS.filter(({ document }) => document === name).map(({ schema, at, text }) => [
      schema,
      lineOf(name, at),
      text.replace(/[ \t\r\n]+/g, ' ').trim(),
    ]);
    expect(found.map(String).sort()).toEqual(expected.map(String).sort());
  });

  it('tell what the XSD says at the start of the element', () => {
    const { verdict, findings } = runOf(rules.judge(cda(EXPECTED_XSD_FAULT.document)), 'CDA_extended');
    expect(verdict).toBe('nonconforming');
    expect(findings).toMatchObject([
      {
        check: 'PACK/CDA_extended',
        code: 'official/xsd-unexpected',
        severity: 'error',
        clause: 'infrastructure/cda/CDA_extended.xsd',
        at: { line: lineOf(EXPECTED_XSD_FAULT.document, EXPECTED_XSD_FAULT.at) },
      },
    ]);
  });

  it('say of a document whose version of the model is not there that nothing judged it by that model', () => {
    const runs = rules.judge(cda(WITHOUT_VOLET));
    expect(runOf(runs, 'volet').verdict).toBe('missing');
    expect(runOf(runs, 'volet').findings).toMatchObject([
      {
        code: 'official/volet-version',
        severity: 'warning',
        args: { volet: 'BIO-CR-BIO', version: '2023.01', known: '2024.01', nearest: 'CI-SIS_BIO-CR-BIO_2024.01' },
      },
    ]);
    expect(runs.some(({ check }) => check.startsWith('PACK/CI-SIS_BIO'))).toBe(false);
  });

  it('are undetermined where a rule stops on an error, and go on with the others', () => {
    const runs = rules.judge(cda(EXPECTED_FAILURE.document));
    expect(runOf(runs, EXPECTED_FAILURE.schema)).toMatchObject({
      verdict: 'undetermined',
      reasons: [{ code: 'reason/rule-error', args: { detail: expect.stringContaining(EXPECTED_FAILURE.code) } }],
    });
    expect(verdicts(runs)).toMatchObject({ IHE: 'conforming', 'ASIP-STRUCT-MIN-StrucMin': 'conforming' });
  });

  it('judge the documents of a file at any depth, and name their pack', () => {
    const inside = cda('n1-conforme.xml');
    const runs = officialRuns(rules, { ...cda('n3-conforme.xml'), children: [inside] });
    expect(new Set(runs.flatMap(({ artifacts }) => artifacts))).toEqual(
      new Set(['n3-conforme.xml', 'n1-conforme.xml']),
    );
    expect(packOfCheck('PACK/IHE/x', rules.pack)).toBe('PACK');
    expect(packOfCheck('cda/header', rules.pack)).toBeUndefined();
    expect(packOfCheck('PACK/IHE', undefined)).toBeUndefined();
  });
});

describe('a pack that is broken', () => {
  const judged = async (change: keyof typeof BROKEN_PACKS, name = 'n3-conforme.xml') =>
    (await rulesOf(await miniPackWith(BROKEN_PACKS[change]))).judge(cda(name));

  it.each([
    ['missing include', 'IHE', 'reason/include-missing'],
    ['missing value set', 'CI-SIS_ModelesDeContenusCDA', 'reason/rule-without-document'],
    ['bad XPath', 'CI-SIS_Modeles_ANS', 'reason/rule-not-run'],
    ['unsupported function', 'CI-SIS_Modeles_ANS', 'reason/rule-not-run'],
    ['bad XPath in a context', 'CI-SIS_Modeles_ANS', 'reason/rule-not-run'],
    ['not well formed', 'IHE', 'reason/schema-undetermined'],
    ['another query binding', 'IHE', 'reason/schema-undetermined'],
  ] as const)('(%s) leaves %s undetermined, and the others judged', async (change, schema, code) => {
    const runs = await judged(change);
    const run = runOf(runs, schema);
    expect([run.verdict, run.reasons?.[0]?.code]).toEqual(['undetermined', code]);
    const others = runs.filter((each) => each !== run).map(({ verdict }) => verdict);
    expect(new Set(others)).toEqual(new Set(['conforming']));
  });

  it.each(['include in another case', 'missing value set with a substitute', 'value set in another case'] as const)(
    '(%s) is judged all the same',
    async (change) => {
      expect((await judged(change)).map(({ verdict }) => verdict)).not.toContain('undetermined');
    },
  );

  it('tells which value sets stood in for missing ones', async () => {
    const run = runOf(await judged('missing value set with a substitute'), 'ASIP-STRUCT-MIN-StrucMin');
    expect(run.substitutes).toEqual({
      'schematrons/profils/structurationMinimale/include/voc-2.999.9.1-DYNAMIC.xml':
        'jeuxDeValeurs/JDV_Types_Essai.xml',
    });
    expect(runOf(rules.judge(cda('n3-conforme.xml')), 'ASIP-STRUCT-MIN-StrucMin').substitutes).toBeUndefined();
  });

  it('without its XSD leaves it undetermined', async () => {
    const folder = await miniPackWith({ 'infrastructure/cda/CDA_extended.xsd': undefined });
    const runs = (await rulesOf(folder)).judge(cda('n3-conforme.xml'));
    expect(runOf(runs, 'CDA_extended')).toMatchObject({
      verdict: 'undetermined',
      reasons: [{ code: 'reason/schema-undetermined' }],
    });
    expect(runOf(runs, 'IHE').verdict).toBe('conforming');
  });

  it('whose XSD declares no such document leaves it undetermined', async () => {
    const other = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"/></xs:schema>';
    const folder = await miniPackWith({ 'infrastructure/cda/CDA_extended.xsd': other });
    const run = runOf((await rulesOf(folder)).judge(cda('n3-conforme.xml')), 'CDA_extended');
    expect(run.verdict).toBe('undetermined');
    expect(run.reasons?.[0]?.args.detail).toMatch(/^Element '\{urn:hl7-org:v3\}ClinicalDocument': No matching/);
  });

  const IHE = 'schematrons/profils/IHE.sch';
  it.each([
    ['a profile', { [IHE]: undefined }, 'reason/schema-undetermined'],
    ['the default phase', { [IHE]: ['defaultPhase="IHE"', 'defaultPhase="x"'] }, 'reason/unresolved-phase'],
    [
      'every rule',
      { [IHE]: '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"/>' },
      'reason/schema-without-rules',
    ],
    ['the rule that another extends', { [IHE]: ['<assert', '<extends rule="x"/><assert'] }, 'reason/unresolved-rule'],
    [
      'an abstract pattern',
      { [IHE]: ['<pattern id="hors-phase">', '<pattern id="reglages" is-a="x"/><pattern id="hors-phase">'] },
      'reason/unresolved-abstract',
    ],
  ] as const)('without %s leaves the profile undetermined, and judges the rest', async (_, change, code) => {
    const runs = (await rulesOf(await miniPackWith(change))).judge(cda('n3-conforme.xml'));
    const run = runOf(runs, 'IHE');
    expect([run.verdict, run.reasons?.[0]?.code]).toEqual(['undetermined', code]);
    expect(runs.filter((each) => each !== run).map(({ verdict }) => verdict)).not.toContain('undetermined');
  });
});
