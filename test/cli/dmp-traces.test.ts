import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { patients } from '../../fixtures/make/patients.js';
import { assemble, edit, type Recipe, recipe } from '../../fixtures/make/recipe.js';
import type { Report } from '../../src/report/report.js';
import { segurCheck } from '../support/cli.js';
import { folderOf } from '../support/folder.js';

interface Given {
  readonly made: Recipe;
  /** What segur.yaml says of a file, by its name; `*` of every file. */
  readonly declared?: Readonly<Record<string, object>>;
}

/** Runs one scenario on the files of a recipe: verdicts of its steps that checks judge, codes of the errors, reasons. */
async function judged(scenario: string, { made, declared = {} }: Given, corridor = 'BIO', lang = 'fr') {
  const files = assemble(made);
  const manifest = {
    candidate: { vendor: 'Exemple', product: 'Exemple', version: '1.0', nil: '1234' },
    applies: { wave: 2, corridor },
    environment: 'test',
    conditions: { 'psc-login': true, 'cda-stylesheet': true },
    patients: [{ id: 'A', matricule: patients.alpha.ins?.matricule, status: 'qualifiée' }],
    artifacts: files.map(({ path }) => ({ path, ...declared['*'], ...declared[path] })),
  };
  const folder = await folderOf({
    'segur.yaml': stringify(manifest),
    ...Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])),
  });
  const { stdout, stderr } = await segurCheck([
    'run',
    folder,
    '--scenario',
    scenario,
    '--lang',
    lang,
    '--report',
    'json',
  ]);
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as Report;
  const steps = report.requirements.flatMap(({ scenarios }) => scenarios.flatMap((each) => each.steps));
  return {
    steps: steps.map(({ verdict }) => verdict),
    codes: report.findings.filter(({ requirements }) => requirements.length > 0).map(({ code }) => code),
    reasons: steps.flatMap((step) => step.reasons).join('\n'),
  };
}

const USERS = { 'first.requete.xml': { user: 1 }, 'again.requete.xml': { user: 1 }, 'second.requete.xml': { user: 2 } };
const HISTORICAL = { '*': { role: 'historical', patient: 'A' } };

/** Scenario, what shows it, and an edit that breaks it. */
const SCENARIOS: [string, Given, [part: string, good: string, bad: string], code: string][] = [
  [
    'DMP/AIRS.06.01',
    { made: recipe('dmp-two-users'), declared: USERS },
    ['calls', 'bernard', 'martin'],
    'dmp/acting-user/same',
  ],
  [
    'DMP/CONF.05.01',
    { made: recipe('dmp-feed') },
    ['calls', 'authorization 09:00:00', 'authorization 09:20:00'],
    'dmp/no-authorization-to-feed/asked',
  ],
  [
    'DMP/HISTO.03',
    { made: recipe('xdm', { historical: true }), declared: HISTORICAL },
    ['metadata', '<rim:Value>20190612070000</rim:Value>', '<rim:Value>20190612090000</rim:Value>'],
    'dmp/historical-metadata/service-start',
  ],
  [
    'DMP/HISTO.03',
    { made: recipe('soap-publish', { historical: true }), declared: HISTORICAL },
    ['metadata', '<rim:Value>20190612070000</rim:Value>', '<rim:Value>20190612090000</rim:Value>'],
    'dmp/historical-metadata/service-start',
  ],
  [
    'DMP/HISTO.04',
    { made: recipe('xdm-legal-entity'), declared: HISTORICAL },
    [
      'metadata',
      '<!-- lot --><rim:Value>3990000010/0^CABINET DES ESSAIS^(structure de soins)^',
      '<rim:Value>899700100029^BERNARD^Hugo^',
    ],
    'dmp/legal-entity-author/submission-set',
  ],
  [
    'DMP/PSC.01.01',
    { made: recipe('dmp-psc'), declared: { 'existence.http': { 'psc-mode': 'web' } } },
    ['userinfo', '"SubjectNameID": "899700100011"', '"SubjectNameID": "899700100029"'],
    'dmp/psc-user/connected-user',
  ],
  [
    'DMP/UX.08.01',
    { made: recipe('dmp-visit-capture') },
    ['calls', 'existence 09:30:00', 'existence 09:59:00'],
    'dmp/access-checked-first/after',
  ],
  [
    'DMP/UX.27.01',
    { made: recipe('dmp-visit') },
    ['searchAnswer', ':Success', ':Failure'],
    'dmp/multi-criteria-search/failed',
  ],
  [
    'DMP/UX.50.01',
    { made: recipe('dmp-visit-capture') },
    ['authorization', 'AJOUT', 'SUPPRESSION'],
    'dmp/automatic-authorization/action',
  ],
  [
    'DMP/va1.15.01',
    { made: recipe('cda-partial') },
    ['complete', 'typeCode="RPLC"', 'typeCode="APND"'],
    'cda/partial-then-complete/not-replaced',
  ],
];

describe('the scenarios of the DMP', () => {
  it.each(SCENARIOS)('%s', async (scenario, given, fault, code) => {
    const right = await judged(scenario, given);
    expect(right.codes).toEqual([]);
    expect(right.steps).toContain('conforming');
    expect(
      right.steps.filter((each) => !['conforming', 'to-review', 'not-applicable', 'missing'].includes(each)),
    ).toEqual([]);
    const wrong = await judged(scenario, { ...given, made: edit(given.made, ...fault) });
    expect(wrong.steps).toContain('nonconforming');
    expect(wrong.codes).toContain(code);
  });

  it('DMP/va1.10.01, for imaging', async () => {
    const made = recipe('dmp-secret');
    expect((await judged('DMP/va1.10.01', { made }, 'RIS')).steps).toContain('conforming');
    const hidden = 'INVISIBLE_REPRESENTANTS_LEGAUX^1.2.250.1.213.1.1.4.13';
    const wrong = await judged('DMP/va1.10.01', { made: edit(made, 'header', hidden, 'MASQUE_PS') }, 'RIS');
    expect(wrong.codes).toEqual(['dmp/secret-connection/value']);
    const none = await judged('DMP/va1.10.01', { made: recipe('soap-publish') }, 'RIS');
    expect(none.steps).toContain('not-applicable');
  });

  it('CDA/INT.16.01 leaves what shows on screen to a person', async () => {
    const { steps } = await judged('CDA/INT.16.01', { made: recipe('cda-with-stylesheet') });
    expect(steps).toEqual(['conforming', 'to-review']);
    expect((await judged('CDA/INT.16.01', { made: recipe('cda-n3') })).steps).toEqual(['not-applicable', 'to-review']);
  });

  it.each([
    ['fr', 'ajouter sous artifacts', '- { path: existence.requete.xml, order: 1 }'],
    ['en', 'add under artifacts', '- { path: existence.requete.xml, order: 1 }'],
  ])('say which line to add when nothing tells the order (%s)', async (lang, words, line) => {
    const late = ['authorization 09:30:02', 'search 09:30:04', 'retrieval 09:30:06'].reduce(
      (made, call) => edit(made, 'calls', call, call.replace(/\d\d$/, '00')),
      recipe('dmp-visit'),
    );
    const { steps, reasons } = await judged('DMP/UX.08.01', { made: late }, 'BIO', lang);
    expect(steps).toEqual(['missing', 'conforming']);
    expect(reasons).toContain(words);
    expect(reasons).toContain(line);
  });
});

describe('check', () => {
  it.each(['dmp-visit', 'dmp-feed', 'dmp-two-users'] as const)(
    'asks nothing of the files of %s without a dossier',
    async (base) => {
      const [first] = assemble(recipe(base));
      const folder = await folderOf({ 'seul.xml': first?.bytes ?? '' });
      const { stdout } = await segurCheck(['check', folder, '--report', 'json']);
      const report = JSON.parse(stdout) as Report;
      const own = /^dmp\/(?:acting-user|access|automatic|no-auth|multi|psc-user|legal|secret)/;
      expect(report.findings.filter(({ check }) => own.test(check))).toEqual([]);
      expect(stdout).not.toContain('TD3.1 (ITI-18)');
    },
  );
});
