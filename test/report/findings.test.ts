import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/engine/results.js';
import { loadCatalogue } from '../../src/messages/catalogue.js';
import { Findings, maskArgs } from '../../src/report/findings.js';

const catalogue = await loadCatalogue('fr');
const shown = (text: string) => text.replaceAll('SECRET', '[P1-nom]').replaceAll('AUTRE', '[P1-nom]');

const finding = (fields: Partial<Finding> = {}): Finding => ({
  check: 'mss/subject-form',
  code: 'mss/subject-form/prefix',
  severity: 'error',
  clause: 'clause',
  args: { actual: 'SECRET' },
  at: { artifact: 'a.eml', line: 3, column: 1, path: 'Subject' },
  actual: 'SECRET',
  ...fields,
});

function render(...given: readonly Finding[]) {
  const findings = new Findings();
  for (const each of given) findings.add(each);
  return findings.render(catalogue, shown, () => 'builtin');
}

describe('findings', () => {
  it('are put into words, masked, with their pack and their requirements', () => {
    const findings = new Findings();
    findings.add(finding(), ['MSS/CONF.25']);
    const {
      findings: [first],
    } = findings.render(catalogue, shown, (check) => `pack of ${check}`);
    expect(first).toEqual({
      id: 'f1',
      check: 'mss/subject-form',
      pack: 'pack of mss/subject-form',
      severity: 'error',
      code: 'mss/subject-form/prefix',
      args: { actual: '[P1-nom]' },
      message: "L'objet « [P1-nom] » ne commence pas par XDM/1.0/DDM+.",
      artifact: 'a.eml',
      location: { line: 3, column: 1, path: 'Subject' },
      expected: catalogue.checks['mss/subject-form']?.rules.prefix?.expected,
      actual: '[P1-nom]',
      remedy: catalogue.checks['mss/subject-form']?.rules.prefix?.remedy,
      requirements: ['MSS/CONF.25'],
      clause: 'clause',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  it('of two steps are one, for the requirements of both', () => {
    const findings = new Findings();
    findings.add(finding(), ['B.01']);
    findings.add(finding({ at: { path: 'Subject', column: 1, line: 3, artifact: 'a.eml' } }), ['A.01', 'B.01']);
    const { findings: list, idOf } = findings.render(catalogue, shown, () => 'builtin');
    expect(list.map(({ requirements }) => requirements)).toEqual([['A.01', 'B.01']]);
    expect(idOf(finding())).toBe('f1');
  });

  it('that differ by anything are several', () => {
    const { findings } = render(
      finding(),
      finding({ actual: 'x' }),
      finding({ args: {} }),
      finding({ at: { artifact: 'a.eml', line: 3 } }),
      finding({ code: 'mss/subject-form/fields' }),
    );
    expect(findings.map(({ id }) => id)).toEqual(['f1', 'f2', 'f3', 'f4', 'f5']);
  });

  it('are sorted by path, line, column, check and code, by code unit', () => {
    const at = (artifact: string, line?: number, column?: number) => ({
      artifact,
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
    });
    const sorted = [
      finding({ at: at('B') }),
      finding({ at: at('a') }),
      finding({ at: at('a', 2, 1) }),
      finding({ at: at('a', 2, 10) }),
      finding({ at: at('a', 10, 1), check: 'mss/nil-header', code: 'mss/nil-header/missing' }),
      finding({ at: at('a', 10, 1), code: 'mss/subject-form/fields' }),
      finding({ at: at('a', 10, 1) }),
      finding({ at: at('é') }),
    ];
    const order = (given: readonly Finding[]) =>
      render(...given).findings.map(({ artifact, location, code }) => [artifact, location, code]);
    const expected = sorted.map((each) => {
      const { artifact, ...location } = each.at;
      return [artifact, location, each.code];
    });
    fc.assert(
      fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (given) => {
        expect(order(given)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('have the same fingerprint whoever the patient is, and another for another fault', () => {
    const print = (fields: Partial<Finding>) => render(finding(fields)).findings[0]?.fingerprint;
    const one = print({});
    expect(print({ args: { actual: 'AUTRE' }, actual: 'AUTRE' })).toBe(one);
    expect(print({ at: { artifact: 'a.eml', line: 3, column: 1, path: 'To' } })).not.toBe(one);
    expect(print({ at: { ...finding().at, artifact: 'b.eml' } })).not.toBe(one);
    expect(print({ code: 'mss/subject-form/fields' })).not.toBe(one);
    expect(print({ actual: 'x' })).not.toBe(one);
  });

  it('have the same fingerprint when lines are added above, and one each when they are alike', () => {
    const at = (line: number) => finding({ at: { artifact: 'a.eml', line, column: 1, path: 'Subject' } });
    const prints = (...given: readonly Finding[]) => render(...given).findings.map(({ fingerprint }) => fingerprint);
    expect(prints(at(4))).toEqual(prints(at(3)));
    expect(prints(finding({ args: { actual: 'SECRET', otherLine: 7 } }))).toEqual(prints(at(3)));
    expect(new Set(prints(at(3), at(4), at(5))).size).toBe(3);
    expect(prints(at(13), at(14))).toEqual(prints(at(3), at(4), at(5)).slice(0, 2));
  });

  it('have the same fingerprint in any company and in any language', async () => {
    const alone = render(finding()).findings[0]?.fingerprint;
    const among = render(finding({ at: { artifact: 'A' } }), finding()).findings[1]?.fingerprint;
    const findings = new Findings();
    findings.add(finding());
    const english = findings.render(await loadCatalogue('en'), shown, () => 'other').findings[0];
    expect([among, english?.fingerprint]).toEqual([alone, alone]);
    expect(english?.message).toContain('[P1-nom]');
    expect(english?.message).not.toContain("L'objet");
  });

  it('of files that can not be read are errors of the reader', () => {
    const findings = new Findings();
    const problem = { code: 'read/xml', location: { line: 2, column: 7 }, args: { reason: 'SECRET' } } as const;
    findings.addRead('SECRET.xml', [problem], 'error');
    expect(findings.render(catalogue, shown, () => 'builtin').findings).toMatchObject([
      {
        check: 'read/xml',
        code: 'read/xml',
        severity: 'error',
        artifact: '[P1-nom].xml',
        location: { line: 2, column: 7 },
        message: expect.stringMatching(/^Le XML est mal formé.*\[P1-nom\]/),
      },
    ]);
  });

  it('of what a reader forgave are warnings, and do not say that it is unreadable', () => {
    const findings = new Findings();
    findings.addRead('a.eml', [{ code: 'read/forgiven', location: { line: 9 }, args: { reason: 'cut' } }], 'warning');
    expect(findings.render(catalogue, shown, () => 'builtin').findings).toMatchObject([
      {
        check: 'read/forgiven',
        severity: 'warning',
        message: 'Lu avec une réserve : le séparateur de fin manque, le message est coupé.',
      },
    ]);
  });

  it('of a rule of a scenario have its words, else those of any rule', () => {
    const expression = {
      check: 'expression/A.01/1.1',
      code: 'expression/false',
      args: { test: '@value', each: '' },
      actual: '',
    };
    const [own] = render(finding({ ...expression, message: { fr: 'Non', en: 'No' } })).findings;
    const [other] = render(finding(expression)).findings;
    expect(own?.message).toBe('Non');
    expect(other?.message).toContain('@value');
  });

  it('without words are a defect of ours', () => {
    expect(() => render(finding({ code: 'mss/subject-form/none' }))).toThrow('no text');
  });
});

describe('codes that checks of identity give as arguments', () => {
  const rules = { rule: { finding: '{trait} : {fault} ({other})', expected: '{part}', remedy: '{trait}' } };
  const checks = {
    'ins/check': { title: '', what: '', why: '', rules },
    'mss/check': { title: '', what: '', why: '', rules },
  };
  const shownOf = (check: string, args: Finding['args']) => {
    const findings = new Findings();
    findings.add(finding({ check, code: `${check}/rule`, args }));
    return findings.render(
      { ...catalogue, checks },
      (text) => text.replaceAll('sex', '[P1]'),
      () => 'builtin',
    ).findings[0];
  };

  it('are words in the message, codes in the arguments, and never hidden', () => {
    const args = { trait: 'birthName', fault: 'unknown-day-or-month', part: 'sex', other: 'birthName' };
    expect(shownOf('ins/check', args)).toMatchObject({
      message: 'nom de naissance : son jour ou son mois est 00 (birthName)',
      expected: "son chiffre du sexe n'est ni 1 ni 2",
      remedy: 'nom de naissance',
      args,
    });
  });

  it('are told in a word when they are empty, and stay empty in the arguments', () => {
    expect(shownOf('ins/check', { trait: 'sex', fault: '', part: 'CX.5', other: '' })).toMatchObject({
      message: 'sexe : (vide) ((vide))',
      args: { fault: '', other: '' },
    });
  });

  it('may be several', () => {
    const rules = { rule: { finding: '{traits}', expected: '-', remedy: '-' } };
    const wordsOf = (traits: string) => {
      const findings = new Findings();
      findings.add(finding({ check: 'ins/check', code: 'ins/check/rule', args: { traits } }));
      const checks = { 'ins/check': { title: '', what: '', why: '', rules } };
      return findings.render({ ...catalogue, checks }, shown, () => 'builtin').findings[0]?.message;
    };
    expect(wordsOf('birthName, sex')).toBe('nom de naissance, sexe');
    expect(wordsOf('birthName, SECRET')).toBe('birthName, [P1-nom]');
  });

  it('are left as they are when they are none of ours, or of other checks', () => {
    expect(shownOf('ins/check', { trait: 'constructor', fault: 12, part: '-', other: '-' })?.message).toBe(
      'constructor : 12 (-)',
    );
    expect(shownOf('mss/check', { trait: 'birthName', fault: 'key', part: 'sex', other: '-' })).toMatchObject({
      message: 'birthName : key (-)',
      expected: '[P1]',
    });
  });
});

it('masks texts, not counts', () => {
  expect(maskArgs({ a: 'SECRET', b: 12 }, shown)).toEqual({ a: '[P1-nom]', b: 12 });
});
