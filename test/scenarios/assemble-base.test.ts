import { describe, expect, it } from 'vitest';
import { ALL_CHECKS } from '../../src/checks/registry.js';
import { loadSchema } from '../../src/packs/schemas.js';
import { assembleBase } from '../../src/scenarios/assemble-base.js';
import type { Overlay } from '../../src/scenarios/overlay.js';
import type { Corridor, Requirement } from '../../src/scenarios/scenario.js';

const schemas = {
  scenario: await loadSchema<Requirement>('scenario'),
  corridor: await loadSchema<Corridor>('corridor'),
  overlay: await loadSchema<Overlay>('overlay'),
};

const requirement = (id: string, more = '') => ({
  file: `x/${id.replaceAll('/', '-')}.yaml`,
  text: `requirement: ${id}\ntitle: { fr: a, en: b }\nchapter: c\nnature: exigence\nsource: { mark: belief, date: "2026-01-01" }\napplies: { wave: 2, corridors: [LGC] }\nverifiable: declaration\nscenarios: []\n${more}`,
});
const LGC = { file: 'corridors/LGC.yaml', text: 'corridor: LGC\ntitle: { fr: a, en: b }\nprofiles: [Général]\n' };
const QUESTIONS = { file: 'conditions.yaml', text: '- condition: q\n  question: { fr: a, en: b }\n' };

describe('assembleBase', () => {
  it('sorts requirements, whatever the order of the files', () => {
    const files = [
      LGC,
      QUESTIONS,
      requirement('PSC.01'),
      requirement('INS/va1.01'),
      requirement('MSS/X.01', 'condition: q\n'),
    ];
    for (const given of [files, [...files].reverse()]) {
      const { base, mistakes } = assembleBase(given, ALL_CHECKS, schemas);
      expect(mistakes).toEqual([]);
      expect(base.requirements.map((each) => each.requirement)).toEqual(['INS/va1.01', 'MSS/X.01', 'PSC.01']);
      expect(base.corridors.map(({ corridor }) => corridor)).toEqual(['LGC']);
      expect(base.conditions.map(({ condition }) => condition)).toEqual(['q']);
      expect(base.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it('names each mistake in its file, and keeps the rest', () => {
    const files = [
      { file: 'corridors/X.yaml', text: 'corridor: lower\ntitle: { fr: a, en: b }\nprofiles: []\n' },
      { file: 'conditions.yaml', text: '- condition: q\n' },
      { file: 'x/bad.yaml', text: 'requirement: [\n' },
      LGC,
      requirement('PSC.01'),
      requirement('PSC.02', 'condition: none\n'),
    ];
    const { base, mistakes } = assembleBase(files, ALL_CHECKS, schemas);
    expect(mistakes.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'corridors/X.yaml mistake/invalid',
      'corridors/X.yaml mistake/invalid',
      'conditions.yaml mistake/invalid',
      'x/bad.yaml mistake/yaml',
      'x/PSC.02.yaml mistake/unknown-name',
    ]);
    expect(base.requirements).toHaveLength(2);
  });
});
