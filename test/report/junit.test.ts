import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { report as en } from '../../src/messages/en/report.js';
import { report as fr } from '../../src/messages/fr/report.js';
import { toJunit } from '../../src/report/junit.js';
import type { Report } from '../../src/report/report.js';
import {
  NASTY,
  sampleCheckReport,
  sampleCheckRun,
  sampleFinding,
  sampleReadReport,
  sampleReport,
  sampleRequirement,
  sampleScenario,
  sampleStep,
} from './sample-report.js';

type Outcome = { readonly '#text': string; readonly '@_message': string; readonly '@_type'?: string };
interface Case {
  readonly '@_classname': string;
  readonly '@_name': string;
  readonly failure?: Outcome;
  readonly error?: Outcome;
  readonly skipped?: Outcome;
  readonly 'system-out'?: string;
}
interface Counted {
  readonly '@_name': string;
  readonly '@_tests': string;
  readonly '@_failures': string;
  readonly '@_errors': string;
  readonly '@_skipped': string;
}
interface Suite extends Counted {
  readonly properties: { readonly property: readonly { readonly '@_name': string; readonly '@_value': string }[] };
  readonly testcase: readonly Case[];
}

function parse(xml: string): Counted & { readonly testsuite: readonly Suite[] } {
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseAttributeValue: false,
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => ['testsuite', 'testcase', 'property'].includes(name),
  });
  return parser.parse(xml).testsuites;
}

function countersOf(cases: readonly Case[]): Omit<Counted, '@_name'> {
  const count = (key: 'failure' | 'error' | 'skipped') =>
    String(cases.filter((test) => test[key] !== undefined).length);
  return {
    '@_tests': String(cases.length),
    '@_failures': count('failure'),
    '@_errors': count('error'),
    '@_skipped': count('skipped'),
  };
}

function caseNamed(report: Report, name: string): Case {
  const found = parse(toJunit(report, fr))
    .testsuite.flatMap((suite) => suite.testcase)
    .find((test) => test['@_name'] === name);
  if (found === undefined) throw new Error(`no test is named ${name}`);
  return found;
}

describe('toJunit', () => {
  test.each([
    ['run', sampleReport()],
    ['check', sampleCheckReport()],
  ])('counts what it holds, on suites and on the root (%s)', (_, report) => {
    const root = parse(toJunit(report, en));
    for (const suite of root.testsuite) expect(suite).toMatchObject(countersOf(suite.testcase));
    expect(root).toMatchObject(countersOf(root.testsuite.flatMap((suite) => suite.testcase)));
  });

  test('has a suite per requirement and a test per step and proof', () => {
    const report = sampleReport();
    const { testsuite } = parse(toJunit(report, fr));
    expect(testsuite.map((suite) => suite['@_name'].split(' ')[0])).toEqual(report.requirements.map(({ id }) => id));
    const names = testsuite[0]?.testcase.map((test) => test['@_name']) ?? [];
    expect(names).toHaveLength(15);
    expect(names[0]).toBe('Étape 1 : Envoyer le document 1');
    expect(names[8]).toBe('Preuve MSS/CONF.25.01.01 (démonstration)');
    expect(new Set(testsuite[0]?.testcase.map((test) => test['@_classname']))).toEqual(new Set(['MSS/CONF.25.01']));
  });

  test.each([
    ['Étape 1 : Envoyer le document 1', 'error', 'undetermined'],
    ['Étape 2 : Envoyer le document 2', 'failure', 'nonconforming'],
    ['Étape 3 : Envoyer le document 3', 'failure', 'missing'],
    ['Étape 4 : Envoyer le document 4', 'skipped', undefined],
    ['Étape 5 : Envoyer le document 5', 'skipped', undefined],
    ['Étape 7 : Envoyer le document 7', 'skipped', undefined],
    ['Preuve MSS/CONF.25.01.03 (démonstration)', 'failure', 'missing'],
  ] as const)('%s is %s %s', (name, outcome, type) => {
    const found = caseNamed(sampleReport(), name);
    expect(found[outcome]?.['@_type']).toBe(type);
    expect(found[outcome]?.['@_message']).not.toBe('');
  });

  test('a step that conforms passes', () => {
    const found = caseNamed(sampleReport(), 'Étape 6 : Envoyer le document 6');
    expect(Object.keys(found).sort()).toEqual(['@_classname', '@_name']);
  });

  test('lists errors in the failure, one per line, and the rest beside', () => {
    const found = caseNamed(sampleReport(), 'Étape 8 : Envoyer le document 8');
    const lines = found.failure?.['#text'].split('\n') ?? [];
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe(
      "mail/1.eml:4:10 L'objet ne commence pas par XDM/1.0/DDM+. — attendu XDM/1.0/DDM+ — trouvé Compte rendu — " +
        'correction Composer le champ Subject avec le préfixe XDM/1.0/DDM+.',
    );
    expect(found['system-out']?.split('\n')).toHaveLength(2);
    expect(found['system-out']).toContain(`[avertissement] mail/1.eml ${NASTY.markup}`);
  });

  test('a préconisation that fails is skipped: it may not fail a run', () => {
    const { testsuite } = parse(toJunit(sampleReport(), fr));
    const suite = testsuite.find((candidate) => candidate['@_name'].startsWith('MSS/va1.33'));
    expect(suite).toMatchObject({ '@_tests': '1', '@_failures': '0', '@_skipped': '1' });
    expect(suite?.testcase[0]?.skipped?.['@_message']).toContain('non conforme');
  });

  test('keeps the verdict of a requirement without scenario', () => {
    expect(caseNamed(sampleReport(), 'INS/va1.43').failure).toMatchObject({
      '@_type': 'missing',
      '@_message': 'preuve manquante — Répondre à identity-referential.',
    });
  });

  test('says what judged, and the caveats, in the first suite', () => {
    const { testsuite } = parse(toJunit(sampleReport(), fr));
    const names = testsuite.map((suite) => suite.properties.property.map((property) => property['@_name']));
    expect(names[0]).toEqual(['tool', 'base', 'pack', 'partial', 'caveat', 'caveat', 'verdict', 'chapter']);
    expect(names[1]).toEqual(['verdict', 'chapter']);
  });

  test('for files, has a suite per file and a test per check', () => {
    const { testsuite } = parse(toJunit(sampleCheckReport(), en));
    expect(testsuite.map((suite) => suite.testcase.map((test) => test['@_name']))).toEqual([
      ['mss/subject-form', 'mss/message-id', 'mss/reply-to'],
      ['other'],
      ['cda/title'],
    ]);
  });

  test('holds nothing that XML 1.0 forbids, no escape sequence, no time', () => {
    for (const text of Object.values(NASTY)) {
      const step = sampleStep(1, 'nonconforming', { title: text, checks: [sampleCheckRun('nonconforming', ['f1'])] });
      const requirement = sampleRequirement('A.01', [sampleScenario('A.01.01', [step], [])], { title: text });
      const findings = [sampleFinding('f1', { message: text, artifact: text, actual: text })];
      const xml = toJunit(sampleReport({ requirements: [requirement], findings }), fr);
      parse(xml);
      expect(xml.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\uFFFE\uFFFF]/u);
      expect(xml).not.toMatch(/ time(stamp)?=/);
    }
  });

  test('refuses a report whose results name a finding that it does not hold', () => {
    expect(() => toJunit({ ...sampleReport(), findings: [] }, fr)).toThrow('f1');
  });
});

describe('what readers say', () => {
  test('fails nothing: what none knows is skipped, what was forgiven is passed', () => {
    const { testsuite, ...root } = parse(toJunit(sampleReadReport(), fr));
    expect(root).toMatchObject({ '@_failures': '0', '@_errors': '0', '@_skipped': '1', '@_tests': '2' });
    const xml = toJunit(sampleReadReport(), fr);
    expect(xml).toMatch(/classname="inconnu-1.txt" name="other">\s*<skipped message="[^"]*Texte inconnu/);
    expect(xml).toMatch(/name="read\/forgiven">\s*<system-out>\[avertissement\]/);
  });
});

test('alarms are properties and output of the first suite; what the dossier had nothing to say of is left out', () => {
  const run = { id: 'ins/one-identity', verdict: 'nonconforming' as const, artifacts: [], evaluated: 2, findings: [] };
  const silent = { ...run, id: 'ins/production-identity', verdict: 'not-tested' as const, reasons: ['rien'] };
  const xml = toJunit(sampleReport({ alarms: ['ALERTE !'], dossier: [{ ...run, reasons: [] }, silent] }), fr);
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(xml.match(/<property name="alarm" value="ALERTE !"/g)).toHaveLength(1);
  expect(xml).toContain('<system-out>ALERTE !</system-out>');
  expect(xml).toContain(`<testcase classname="${fr.dossier}" name="ins/one-identity">`);
  expect(xml).not.toContain('ins/production-identity');
});
