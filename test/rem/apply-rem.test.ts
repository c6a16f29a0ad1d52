import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRem } from '../../src/rem/apply-rem.js';
import type { Overlay } from '../../src/scenarios/overlay.js';
import type { Base, Requirement } from '../../src/scenarios/scenario.js';
import { fakeBase, fakeRequirement, fakeScenario, proof, step } from '../support/fake-base.js';
import { remRequirement, remWorkbook } from '../support/rem-values.js';

const checked = step({ checks: [{ use: 'a/b', on: 'mail' }] });
const ours = fakeRequirement({
  requirement: 'MSS/CONF.01',
  criticality: 'Mineure',
  source: { mark: 'primary', date: '2023-02-21', clause: 'ECO.1' },
  scenarios: [
    fakeScenario({
      artifacts: { mail: { kind: 'mail' } },
      steps: [checked],
      evidence: [proof('MSS/CONF.01.01.01'), proof('MSS/CONF.01.01.02')],
    }),
  ],
});

function apply(base: Base, requirements: Parameters<typeof remWorkbook>[0], more: object = {}) {
  return applyRem(base, remWorkbook(requirements), { corridor: 'LGC', ...more });
}

function only(base: Base): Requirement {
  expect(base.requirements).toHaveLength(1);
  return base.requirements[0] as Requirement;
}

describe('applyRem', () => {
  it('gives a requirement the wording of the workbook and keeps its steps and checks', () => {
    const { base, use } = apply(fakeBase([ours]), [
      remRequirement('MSS/CONF.01', {}, [
        [
          'MSS/CONF.01.01',
          'Scénario officiel',
          [
            ['MSS/CONF.01.01.01', 'Preuve officielle'],
            ['MSS/CONF.01.01.02', ''],
          ],
        ],
      ]),
    ]);
    const made = only(base);
    expect(made).toMatchObject({
      requirement: 'MSS/CONF.01',
      title: { fr: 'Énoncé officiel fictif', en: 'Énoncé officiel fictif' },
      chapter: 'Chapitre officiel',
      function: 'Fonction officielle',
      nature: 'exigence',
      criticality: 'Majeure',
      source: { clause: 'ECO.1' },
      official: { id: 'SC.MSS/CONF.01' },
      applies: { wave: 2, corridors: ['LGC'], profiles: { LGC: ['Général'] } },
    });
    expect(made.scenarios[0]).toMatchObject({
      id: 'MSS/CONF.01.01',
      title: { fr: 'Scénario officiel' },
      steps: [checked],
      official: { text: 'Scénario officiel' },
    });
    expect(made.scenarios[0]?.evidence?.map(({ review }) => review)).toEqual([
      { fr: 'Preuve officielle\nsegur-check : look (fr)', en: 'Preuve officielle\nsegur-check: look (en)' },
      { fr: 'look (fr)', en: 'look (en)' },
    ]);
    expect(base.rem).toEqual({
      file: 'REM-TEST.xlsx',
      sha256: 'b'.repeat(64),
      sheet: 'Exigences REM vague 2',
      layout: 'published',
    });
    expect(use).toMatchObject({ checked: 1, followed: 0, knownCorridor: true, informative: [], dropped: [] });
  });

  it('follows by its proofs what only the workbook has, whatever form they come in', () => {
    const { base, use } = apply(fakeBase([]), [
      remRequirement('SSI/GEN.02 BIS', { criticality: 'Non définie', perimeter: 'V1' }, [
        ['SSI/GEN.02.01', 'Jouer', [['SSI/GEN.02.01.01', 'Vidéo de la session']]],
      ]),
    ]);
    const made = only(base);
    expect(made).toMatchObject({ verifiable: 'evidence', applies: { wave: 1 } });
    expect(made.criticality).toBeUndefined();
    expect(made.scenarios[0]?.evidence).toEqual([
      {
        id: 'SSI/GEN.02.01.01',
        kind: 'demonstration',
        anyForm: true,
        review: { fr: 'Vidéo de la session', en: 'Vidéo de la session' },
        official: { id: 'SSI/GEN.02.01.01', text: 'Vidéo de la session' },
      },
    ]);
    expect(use).toMatchObject({ checked: 0, followed: 1 });
    expect(use.differences.requirements.onlyInWorkbook).toEqual(['SSI/GEN.02 BIS']);
  });

  it('leaves a scenario without proof to a person', () => {
    const { base } = apply(fakeBase([]), [remRequirement('SSI/GEN.02', {}, [['SSI/GEN.02.01', 'Jouer', []]])]);
    expect(only(base).scenarios[0]?.steps).toEqual([{ title: { fr: 'Jouer', en: 'Jouer' } }]);
  });

  it('tells for information our scenarios that the workbook dropped, and drops their proofs', () => {
    const plain = fakeScenario({ id: 'MSS/CONF.01.02', steps: [step()], evidence: [proof('MSS/CONF.01.02.01')] });
    const { base, use } = apply(fakeBase([{ ...ours, scenarios: [...ours.scenarios, plain] }]), [
      remRequirement('MSS/CONF.01', {}, [['MSS/CONF.01.09', 'Autre', [['MSS/CONF.01.09.01', 'Autre preuve']]]]),
    ]);
    expect(only(base).scenarios.map(({ id, informative }) => [id, informative])).toEqual([
      ['MSS/CONF.01.09', undefined],
      ['MSS/CONF.01.01', true],
    ]);
    expect(use.informative).toEqual(['MSS/CONF.01.01']);
    expect(use.dropped).toEqual(['MSS/CONF.01.01.01', 'MSS/CONF.01.01.02', 'MSS/CONF.01.02', 'MSS/CONF.01.02.01']);
  });

  it('keeps our scenarios and proofs where the workbook says nothing of them', () => {
    const without = apply(fakeBase([ours]), [remRequirement('MSS/CONF.01')]);
    expect(only(without.base).scenarios).toEqual(ours.scenarios);
    const empty = apply(fakeBase([ours]), [remRequirement('MSS/CONF.01', {}, [['MSS/CONF.01.01', 'Texte', []]])]);
    expect(only(empty.base).scenarios[0]?.evidence).toEqual(ours.scenarios[0]?.evidence);
    expect(empty.use.dropped).toEqual([]);
  });

  it('leaves what we have where a cell is empty', () => {
    const { base } = apply(fakeBase([{ ...ours, nature: 'préconisation' }]), [
      remRequirement('MSS/CONF.01', {
        statement: '',
        chapter: '',
        nature: '',
        criticality: '',
        profile: '',
        perimeter: '',
      }),
    ]);
    expect(only(base)).toMatchObject({
      title: ours.title,
      chapter: 'Chapitre',
      nature: 'préconisation',
      criticality: 'Mineure',
      applies: { wave: 2 },
    });
  });

  it('lists ours that the workbook lacks and what it says is obsolete, and leaves both out', () => {
    const { base, use } = apply(fakeBase([ours, fakeRequirement({ requirement: 'PSC.01' })]), [
      remRequirement('MSS/CONF.01', { publication: 'Obsolète' }),
    ]);
    expect(base.requirements).toEqual([]);
    expect(use.differences.obsolete).toEqual(['MSS/CONF.01']);
    expect(use.differences.requirements.onlyInBase).toEqual(['PSC.01']);
  });

  it('judges by our checks a corridor that the base does not have, where a number is the same', () => {
    const forBio = { ...ours, scenarios: ours.scenarios.map((each) => ({ ...each, corridors: ['LGC'] })) };
    const { base, use } = applyRem(
      fakeBase([forBio]),
      remWorkbook([remRequirement('MSS/CONF.01'), remRequirement('DUI.01', { profile: 'Général , Domicile' })]),
      { corridor: 'DUI' },
    );
    expect(use).toMatchObject({ knownCorridor: false, checked: 1, followed: 1 });
    expect(base.corridors.find(({ corridor }) => corridor === 'DUI')?.profiles).toEqual(['Général', 'Domicile']);
    expect(base.requirements.map(({ applies }) => applies.corridors)).toEqual([['DUI'], ['DUI']]);
    const judged = base.requirements.find(({ requirement }) => requirement === 'MSS/CONF.01');
    expect(judged?.scenarios[0]?.corridors).toBeUndefined();
  });

  it('gives two prefixes of one number two requirements', () => {
    const { base } = apply(fakeBase([ours]), [
      remRequirement('MSS/CONF.01', { id: 'SC.MSS/CONF.01' }),
      remRequirement('MSS/CONF.01', { id: 'LGC.MSS/CONF.01' }),
    ]);
    expect(base.requirements.map(({ requirement, scenarios }) => [requirement, scenarios.length])).toEqual([
      ['MSS/CONF.01', 1],
      ['LGC.MSS/CONF.01', 0],
    ]);
  });

  it('follows column Ordre where it numbers every requirement, and sorts as the ANS where it is empty', () => {
    const order = (orders: readonly string[]) =>
      apply(
        fakeBase([]),
        ['PSC.01', 'INS/va1.01', 'DMP/UX.01'].map((id, index) => remRequirement(id, { order: orders[index] ?? '' })),
      ).base.requirements.map(({ requirement }) => requirement);
    expect(order(['2', '10', '1'])).toEqual(['DMP/UX.01', 'PSC.01', 'INS/va1.01']);
    expect(order([])).toEqual(['INS/va1.01', 'DMP/UX.01', 'PSC.01']);
    expect(order(['1', '1', ''])).toEqual(['PSC.01', 'INS/va1.01', 'DMP/UX.01']);
  });

  it('keeps house rules: their scenarios count, and the workbook may lack them', () => {
    const house = { ...ours, requirement: 'MAISON.01' };
    const own = new Set(['MAISON.01', 'MSS/CONF.01']);
    const { base, use } = apply(
      fakeBase([ours, house]),
      [remRequirement('MSS/CONF.01', {}, [['MSS/CONF.01.09', 'Autre', []]])],
      { own },
    );
    expect(base.requirements.map(({ requirement }) => requirement)).toEqual(['MSS/CONF.01', 'MAISON.01']);
    expect(base.requirements[0]?.scenarios.map(({ id, informative }) => [id, informative])).toEqual([
      ['MSS/CONF.01.09', undefined],
      ['MSS/CONF.01.01', undefined],
    ]);
    expect(use.informative).toEqual([]);
  });

  it('loses no requirement of the workbook but the obsolete ones, and none of its texts', () => {
    const id = fc.constantFrom('MSS/CONF.01', 'PSC.01', 'DUI.07', 'SSI/GEN.02 BIS', 'INS/va1.53');
    const row = fc.record({ id, statement: fc.string({ minLength: 1 }), obsolete: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const requirements = rows.map((each, index) =>
          remRequirement(each.id, {
            id: `P${index}.${each.id}`,
            statement: each.statement,
            publication: each.obsolete ? 'Obsolète' : '',
          }),
        );
        const { base, use } = apply(fakeBase([ours]), requirements);
        const kept = rows.filter(({ obsolete }) => !obsolete).map(({ statement }) => statement);
        expect(base.requirements.map(({ official }) => official?.statement).sort()).toEqual([...kept].sort());
        expect(new Set(base.requirements.map(({ requirement }) => requirement)).size).toBe(kept.length);
        expect(use.checked + use.followed).toBe(kept.length);
      }),
    );
  });
});

describe('corrections published after a workbook', () => {
  const overlay: Overlay = {
    overlay: 'essai',
    source: 'https://example.test/faq',
    date: '2026-02-16',
    corridors: ['LGC'],
    requirements: ['MSS/CONF.01'],
    scenarios: ['MSS/CONF.01.01'],
    proofs: ['MSS/CONF.01.01.01'],
    changes: 'wording',
    says: { fr: 'Dit autre chose', en: 'Says otherwise' },
  };
  const rows = [
    remRequirement('MSS/CONF.01', {}, [['MSS/CONF.01.01', 'Officiel', [['MSS/CONF.01.01.01', 'Preuve officielle']]]]),
  ];
  const withOverlay = (changes: Overlay['changes'], more: Partial<Overlay> = {}) => ({
    ...fakeBase([ours]),
    overlays: [{ ...overlay, changes, ...more }],
  });

  it('is shown after the wording, and named on the requirement, when it is newer than the workbook', () => {
    const { base, use } = apply(withOverlay('wording'), rows, { date: '2026-01-01' });
    const made = only(base);
    expect(made.correction).toEqual({ source: overlay.source, date: '2026-02-16', changes: overlay.says });
    expect(made.scenarios[0]?.title.fr).toBe('Officiel\nRectificatif (2026-02-16) : Dit autre chose');
    expect(made.scenarios[0]?.evidence?.[0]?.review.en).toBe(
      'Preuve officielle\nsegur-check: look (en)\nCorrection (2026-02-16): Says otherwise',
    );
    expect(made.scenarios[0]?.official?.text).toBe('Officiel');
    expect(use.overlays).toEqual(['essai']);
  });

  it('puts our scenarios in place of those of the workbook when it changes a rule', () => {
    const { base } = apply(withOverlay('rule'), rows, { date: '2026-01-01' });
    const [scenario] = only(base).scenarios;
    expect(scenario).toMatchObject({ title: ours.scenarios[0]?.title, official: { text: 'Officiel' } });
    expect(scenario?.evidence?.map(({ id, official }) => [id, official?.text])).toEqual([
      ['MSS/CONF.01.01.01', 'Preuve officielle'],
      ['MSS/CONF.01.01.02', undefined],
    ]);
  });

  it('is left alone when the workbook is newer, or for another corridor', () => {
    for (const { base, use } of [
      apply(withOverlay('rule'), rows, { date: '2026-02-16' }),
      apply(withOverlay('rule', { corridors: ['BIO'] }), rows),
    ]) {
      expect(only(base).correction).toBeUndefined();
      expect(only(base).scenarios[0]?.title.fr).toBe('Officiel');
      expect(use.overlays).toEqual([]);
    }
  });

  it('is applied when nothing tells the day of the workbook', () => {
    const { base, use } = apply(withOverlay('wording', { undated: true }), rows);
    expect(only(base).correction?.date).toBe('undated (read 2026-02-16)');
    expect(use).toMatchObject({ date: undefined, overlays: ['essai'] });
  });
});
