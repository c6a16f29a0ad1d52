import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/engine/results.js';
import { loadCatalogue } from '../../src/messages/catalogue.js';
import { alarmsOf } from '../../src/report/alarms.js';
import { reportInput } from '../support/check-report.js';

const catalogue = await loadCatalogue('en');

function alarms(
  findings: readonly (readonly [artifact: string, matricule: string])[],
  mask = (text: string) => text,
  more = {},
) {
  const run = {
    check: 'ins/production-identity',
    artifacts: [],
    verdict: 'conforming' as const,
    evaluated: 1,
    needs: [],
    failure: undefined,
    findings: findings.map(
      ([artifact, actual]): Finding => ({
        check: 'ins/production-identity',
        code: 'ins/production-identity/production',
        severity: 'warning',
        clause: '',
        args: { oid: '1.2.250.1.213.1.4.8', ...more },
        at: { artifact },
        actual,
      }),
    ),
  };
  const other = { ...run, check: 'ins/one-identity' };
  return alarmsOf(reportInput({ dossier: [run, other] }), catalogue, mask);
}

describe('alarmsOf', () => {
  it('says nothing when there is nothing to say', () => {
    expect(alarms([])).toEqual([]);
  });

  it('names each matricule once with all its files, masked, and the line to add', () => {
    const found = alarms(
      [
        ['a.xml', '1'],
        ['b.xml', '1'],
        ['a.xml', '2'],
      ],
      (text) => `<${text}>`,
    );
    expect(found).toHaveLength(4);
    expect(found[0]).toContain('in a test dossier: 2.');
    expect(found[1]).toContain('Matricule <1> (OID 1.2.250.1.213.1.4.8) in <a.xml>, <b.xml>.');
    expect(found[1]).toContain('matricule: "<1>", fictitious: true');
  });

  it('says where the line goes for a patient whom the manifest declares, and needs no matricule then', () => {
    const found = alarms([['a.xml', '1']], (text) => text.replace('1', '[P1-INS]'), { patient: 'A' });
    expect(found).toHaveLength(2);
    expect(found[1]).toContain('to the line of A under patients in segur.yaml: fictitious: true');
  });

  it('says that the label is not the matricule, where one is to be written', () => {
    expect(alarms([['a.xml', '1']], () => '[P1-INS]').at(-1)).toContain('--unmask');
    expect(alarms([['a.xml', '1']]).at(-1)).not.toContain('--unmask');
  });

  it('is not buried under thousands', () => {
    const many = Array.from({ length: 3000 }, (_, index) => [`${index}.xml`, String(index % 50)] as const);
    const found = alarms(many);
    expect(found).toHaveLength(22);
    expect(found[1]).toContain('and 50 other file(s)');
    expect(found.at(-1)).toContain('30 other matricule(s)');
  });
});
