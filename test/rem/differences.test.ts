import { describe, expect, it } from 'vitest';
import { differencesWithBase } from '../../src/rem/differences.js';
import { fakeBase, fakeRequirement, fakeScenario, proof } from '../support/fake-base.js';
import { remRequirement, remWorkbook } from '../support/rem-values.js';

const base = fakeBase([
  fakeRequirement({
    requirement: 'MSS/CONF.01',
    criticality: 'Mineure',
    scenarios: [
      fakeScenario({ id: 'MSS/CONF.01.01', evidence: [proof('MSS/CONF.01.01.01'), proof('MSS/CONF.01.01.02')] }),
      fakeScenario({ id: 'MSS/CONF.01.02' }),
      fakeScenario({ id: 'MSS/CONF.01.03', corridors: ['BIO'] }),
    ],
  }),
  fakeRequirement({ requirement: 'PSC.01' }),
  fakeRequirement({ requirement: 'PSC.02', applies: { wave: 2, corridors: ['BIO'] } }),
]);
const workbook = remWorkbook([
  remRequirement('MSS/CONF.01', { nature: 'PRÉCONISATION', criticality: 'Majeure' }, [
    [
      'MSS/CONF.01.01',
      'a',
      [
        ['MSS/CONF.01.01.01', 'b'],
        ['MSS/CONF.01.01.09', 'c'],
      ],
    ],
    ['MSS/CONF.01.04', 'd', [['MSS/CONF.01.04.01', 'e']]],
  ]),
  remRequirement('SSI/GEN.02 BIS'),
  remRequirement('OLD.01', { publication: 'Obsolète' }),
]);

describe('differencesWithBase', () => {
  it('tells what each lacks at the three levels, and what they write otherwise', () => {
    expect(differencesWithBase(base, workbook, 'LGC')).toEqual({
      requirements: { onlyInWorkbook: ['SSI/GEN.02 BIS'], onlyInBase: ['PSC.01'] },
      scenarios: { onlyInWorkbook: ['MSS/CONF.01.04'], onlyInBase: ['MSS/CONF.01.02'] },
      proofs: { onlyInWorkbook: ['MSS/CONF.01.01.09'], onlyInBase: ['MSS/CONF.01.01.02'] },
      natures: [{ id: 'MSS/CONF.01', base: 'exigence', workbook: 'PRÉCONISATION' }],
      criticalities: [{ id: 'MSS/CONF.01', base: 'Mineure', workbook: 'Majeure' }],
      obsolete: ['OLD.01'],
    });
  });

  it('says nothing of ours is missing when nobody said what the workbook is for', () => {
    expect(differencesWithBase(base, workbook, undefined).requirements.onlyInBase).toEqual([]);
  });

  it('compares numbers whatever their case and spaces, and is silent on cells that say nothing', () => {
    const same = remWorkbook([remRequirement('mss/CONF. 01', { nature: '', criticality: 'Non définie' })]);
    const found = differencesWithBase(base, same, 'LGC');
    expect(found.requirements).toEqual({ onlyInWorkbook: [], onlyInBase: ['PSC.01'] });
    expect([...found.natures, ...found.criticalities]).toEqual([]);
  });
});
