import { describe, expect, it } from 'vitest';
import { idOfNumber, isUsualId, proofId, requirementId, scenarioId } from '../../src/rem/rem-ids.js';

describe('the id of a requirement', () => {
  it.each([
    ['MSS/CONF.25', 'MSS/CONF.25'],
    ['SC.MSS/CONF.25', 'MSS/CONF.25'],
    ['CH.DMP/ALI/PROG.02', 'DMP/ALI/PROG.02'],
    ['LGC.DMP/UX.10', 'DMP/UX.10'],
    ['LGC.MDV.06', 'MDV.06'],
    ['AMBU.MSS/va1.02', 'MSS/va1.02'],
    ['SC.PSC.01', 'PSC.01'],
    ['PSC.01', 'PSC.01'],
    ['SC.SSI/GEN.02 BIS', 'SSI/GEN.02 BIS'],
    ['LABEL.06', 'LABEL.06'],
    ['SENTINELLE.20', 'SENTINELLE.20'],
    ['BIO/va1.01', 'BIO/va1.01'],
    ['DMP/UX.29p', 'DMP/UX.29p'],
    ['__proto__', '__proto__'],
  ])('%s is %s', (written, id) => {
    expect(requirementId(written)).toEqual({ id });
  });

  it.each([
    ['SC.SSI/GEN.02BIS', 'SSI/GEN.02 BIS', 'rem/id-space'],
    ['MSS / CONF.25', 'MSS/CONF.25', 'rem/id-space'],
    ['mss/conf.25', 'MSS/CONF.25', 'rem/id-case'],
    ['INS/VA1.07', 'INS/va1.07', 'rem/id-case'],
    ['DMP/UX.29P', 'DMP/UX.29p', 'rem/id-case'],
  ])('%s is repaired as %s', (written, id, code) => {
    expect(requirementId(written)).toEqual({ id, code });
  });
});

describe('the id of a scenario', () => {
  it.each([
    ['39.01', 'DMP/UX.39', 'DMP/UX.39.01'],
    ['08.01', 'PSC.08', 'PSC.08.01'],
    ['08.01', 'CDA/INT.08', 'CDA/INT.08.01'],
    ['01', 'MSS/CONF.25', 'MSS/CONF.25.01'],
    ['.02', 'MSS/CONF.25', 'MSS/CONF.25.02'],
    ['09.01', 'DMP/INT.29', 'DMP/INT.09.01'],
    ['8.1', 'PSC.08', 'PSC.08.01'],
    ['02.01', 'SSI/GEN.02 BIS', 'SSI/GEN.02 BIS.01'],
  ])('%s of %s is rebuilt as %s', (written, requirement, id) => {
    expect(scenarioId(written, requirement, 1)).toEqual({ id, code: 'rem/scenario-prefix' });
  });

  it.each([
    ['SC.DMP/UX.39.01', 'DMP/UX.39', 'DMP/UX.39.01'],
    ['DMP/INT.09.01', 'DMP/UX.29', 'DMP/INT.09.01'],
    ['DMP/HISTO.03', 'DMP/HISTO.03', 'DMP/HISTO.03'],
    ['SC.PSC.01.01', 'PSC.01', 'PSC.01.01'],
  ])('%s of %s is kept as %s', (written, requirement, id) => {
    expect(scenarioId(written, requirement, 1)).toEqual({ id });
  });

  it('is given by its rank when there is none', () => {
    expect(scenarioId('', 'MSS/CONF.25', 2)).toEqual({ id: 'MSS/CONF.25.02', code: 'rem/scenario-missing' });
  });
});

describe('the id of a proof', () => {
  it.each([
    ['07.01.01', 'INS/va1.07', 'INS/va1.07.01', 'INS/va1.07.01.01'],
    ['01.02', 'INS/va1.07', 'INS/va1.07.01', 'INS/va1.07.01.02'],
    ['02', 'INS/va1.07', 'INS/va1.07.01', 'INS/va1.07.01.02'],
    ['01.02.01', 'PSC.02', 'PSC.02.01', 'PSC.01.02.01'],
  ])('%s of %s is rebuilt', (written, requirement, scenario, id) => {
    expect(proofId(written, requirement, scenario, 1)).toEqual({ id, code: 'rem/proof-prefix' });
  });

  it('is kept when it is numbered otherwise, and given by its rank when there is none', () => {
    expect(proofId('PSC.01.02.01', 'PSC.02', 'PSC.02.01', 1)).toEqual({ id: 'PSC.01.02.01' });
    expect(proofId('', 'PSC.02', 'PSC.02.01', 3)).toEqual({ id: 'PSC.02.01.03', code: 'rem/proof-missing' });
  });
});

it('restores ids that a spreadsheet took for numbers or dates', () => {
  expect([39.01, 39.1, 8, new Date(Date.UTC(2001, 0, 7))].map(idOfNumber)).toEqual(['39.01', '39.10', '8', '07.01.01']);
});

it('knows ids of the usual form', () => {
  expect(['MSS/CONF.25', 'DMP/ALI/PROG.02', 'LABEL.06', 'SSI/GEN.02 BIS', 'DMP/UX.29p'].every(isUsualId)).toBe(true);
  expect(['NON', 'Total', '25274', '__proto__', 'a b.01'].some(isUsualId)).toBe(false);
});
