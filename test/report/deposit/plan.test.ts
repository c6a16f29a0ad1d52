import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { report as fr } from '../../../src/messages/fr/report.js';
import { type DepositInput, depositPlan } from '../../../src/report/deposit/plan.js';
import type { DepositFile } from '../../../src/report/deposit/proof-formats.js';
import type { Report, ReportEvidence, ReportRequirement } from '../../../src/report/report.js';
import { sampleReport, sampleRequirement, sampleScenario } from '../sample-report.js';
import { proof } from './sample-proofs.js';

const PNG: DepositFile = { kind: 'image', format: 'png', encrypted: false, secrets: [] };

/** The plan of these requirements, of which every path is what it is shown as. */
function plan(
  requirements: readonly ReportRequirement[],
  fields: Partial<DepositInput> = {},
  report: Partial<Report> = {},
) {
  const given = new Map(
    requirements.map(({ id, reason, scenarios }) => [
      id,
      {
        reason: reason === null ? undefined : { code: reason },
        scenarios: scenarios.map((scenario) => ({
          reason: scenario.reason === null ? undefined : { code: scenario.reason },
          evidence: scenario.evidence,
        })),
      },
    ]),
  );
  const paths = requirements.flatMap((each) =>
    each.scenarios.flatMap((scenario) => scenario.evidence.flatMap(({ files }) => files.map(({ path }) => path))),
  );
  const files = new Map(paths.map((path) => [path, PNG]));
  const limits = { fileBytes: 1000, chapterBytes: 10_000 };
  return depositPlan(
    {
      report: sampleReport({ requirements, ...report }),
      given,
      files,
      candidate: { vendor: 'Exemple Santé', product: 'Exemple LGC', version: '4.2.0' },
      statements: {},
      limits,
      ...fields,
    },
    fr.deposit,
  );
}

const one = (
  evidence: readonly ReportEvidence[],
  fields: Partial<ReportRequirement> = {},
  id = 'X.01',
): ReportRequirement => sampleRequirement(id, [sampleScenario('X.01.01', [], evidence)], fields);

const names = (evidence: readonly ReportEvidence[], fields: Partial<DepositInput> = {}) =>
  plan([one(evidence)], fields).flatMap(({ proofs }) =>
    proofs.flatMap(({ entries }) => entries.map(({ name }) => name)),
  );

const warnings = (evidence: readonly ReportEvidence[], fields: Partial<DepositInput> = {}) =>
  plan([one(evidence)], fields).flatMap(({ proofs }) =>
    proofs.flatMap((each) => each.warnings.map(({ code }) => `${each.evidence.id} ${code}`)),
  );

describe('the files of a proof', () => {
  test('are named by its number, and numbered when there are several', () => {
    expect(names([proof('MSS/CONF.25.01.02', ['mail/Dupont.EML'])], { files: new Map() })).toEqual([
      'MSS-CONF.25.01.02.eml',
    ]);
    expect(names([proof('X.01.01.01', ['a.png', 'b.png']), proof('X.01.01.01-1', ['c.png'])])).toEqual([
      'X.01.01.01-1.png',
      'X.01.01.01-2.png',
      'X.01.01.01-1~2.png',
    ]);
  });

  test('have an extension that is known, never a part of a name', () => {
    const files = new Map<string, DepositFile>([
      ['Scan.DUPONT', PNG],
      ['scan.Martin', { ...PNG, kind: 'other', format: undefined }],
      ['mail', { ...PNG, kind: 'mail', format: undefined }],
    ]);
    const given = [proof('X.1', ['Scan.DUPONT']), proof('X.2', ['scan.Martin']), proof('X.3', ['mail'])];
    expect(names(given, { files })).toEqual(['X.1.png', 'X.2', 'X.3.eml']);
    expect(warnings(given, { files })).toContain('X.2 no-extension');
  });

  test('are given once for a proof that two scenarios share', () => {
    const shared = [proof('X.1', ['a.png']), proof('X.1', ['a.png', 'b.png'])];
    expect(names(shared)).toEqual(['X.1-1.png', 'X.1-2.png']);
    expect(names([proof('X.1', []), proof('X.1', ['b.png'])])).toEqual(['X.1.png']);
  });
});

describe('a proof that is a value', () => {
  const value = (kind: ReportEvidence['kind'], text: string) =>
    ({ ...proof('X.1', []), kind, status: 'present', value: text }) as const;
  const contents = (evidence: ReportEvidence, fields: Partial<DepositInput> = {}) =>
    plan([one([evidence])], fields).flatMap(({ proofs }) => proofs.flatMap(({ entries }) => entries));

  test('a permalink is a shortcut of one address', () => {
    const [entry] = contents(value('permalink', 'https://interop.referencement.esante.gouv.fr/a?b=\r\nIconFile=c'));
    expect(entry?.name).toBe('X.1.url');
    expect(entry?.content).toBe(
      '[InternetShortcut]\r\nURL=https://interop.referencement.esante.gouv.fr/a?b=IconFile=c\r\n',
    );
  });

  test('the number of a run has the address of its page', () => {
    const [entry] = contents(value('execution', '12345'));
    expect(entry?.name).toBe('X.1.txt');
    expect(entry?.content).toMatch(/show\/12345\r\n$/);
  });

  test('a statement is ready to be signed', () => {
    const statements = {
      'X.1': { by: 'responsable conformité', on: '2026-11-20', text: 'Nous nous engageons.\nOui.' },
    };
    const [entry] = contents(value('statement', 'masked'), { statements });
    for (const part of [
      'X.01',
      'X.1',
      'Exemple LGC',
      '2026-11-20',
      'responsable conformité',
      'Signature',
      'engageons.\r\nOui.',
    ])
      expect(entry?.content).toContain(part);
    expect(entry?.bytes).toBe(Buffer.byteLength(entry?.content ?? ''));
  });
});

describe('warnings', () => {
  test.each<[string, Partial<DepositFile>, ReportEvidence['kind'], string, number, string[]]>([
    ['a PNG of a demonstration', {}, 'demonstration', 'a.png', 9, []],
    ['a PNG of a log', {}, 'log', 'a.png', 9, ['type']],
    ['a mail of a log', { kind: 'mail', format: undefined }, 'log', 'a.eml', 9, []],
    ['a mail of a demonstration', { kind: 'mail', format: undefined }, 'demonstration', 'a.eml', 9, ['type']],
    ['a PDF of an attestation', { kind: 'pdf', format: undefined }, 'attestation', 'a.pdf', 9, []],
    ['a protected PDF', { kind: 'pdf', format: undefined, encrypted: true }, 'document', 'a.pdf', 9, ['encrypted']],
    ['a picture of a document', {}, 'document', 'a.png', 9, ['type']],
    ['a rare picture', { format: 'heif' }, 'demonstration', 'a.heic', 9, ['rare']],
    ['a picture called a PDF', {}, 'demonstration', 'a.pdf', 9, ['false-extension']],
    ['a PDF called a text', { kind: 'pdf', format: undefined }, 'document', 'a.txt', 9, ['false-extension']],
    [
      'what is not recognised, called a picture',
      { kind: 'other', format: undefined },
      'demonstration',
      'a.png',
      9,
      ['false-extension', 'type'],
    ],
    ['an empty file', { kind: 'other', format: undefined }, 'demonstration', 'a.png', 0, ['empty']],
    ['a file as large as the limit', {}, 'demonstration', 'a.png', 1000, []],
    ['a file above the limit', {}, 'demonstration', 'a.png', 1001, ['size']],
    ['a file for a permalink', {}, 'permalink', 'a.png', 9, ['type']],
    ['a signed statement', { kind: 'pdf', format: undefined }, 'statement', 'a.pdf', 9, []],
  ])('%s', (_, known, kind, path, bytes, expected) => {
    const evidence = { ...proof('X.1', [path], bytes), kind };
    const files = new Map([[path, { ...PNG, ...known }]]);
    expect(warnings([evidence], { files })).toEqual(expected.map((code) => `X.1 ${code}`));
  });

  test('of several files, and of one file for several proofs, under one path or two', () => {
    expect(warnings([proof('X.1', ['a.png', 'b.png'])])).toEqual(['X.1 several']);
    expect(warnings([proof('X.1', ['a.png']), proof('X.2', ['a.png'])])).toEqual(['X.1 shared', 'X.2 shared']);
    const copy = {
      ...proof('X.2', ['b.png']),
      files: proof('X.1', ['a.png']).files.map((each) => ({ ...each, path: 'b.png' })),
    };
    expect(warnings([proof('X.1', ['a.png']), copy])).toEqual(['X.1 shared', 'X.2 shared']);
  });

  test('of a number that is no name, and of what the report says of a proof', () => {
    expect(warnings([proof('con', ['a.png'])])).toEqual(['con number']);
    expect(warnings([{ ...proof('X.1', ['a.png']), reason: 'ancienne plateforme' }])).toEqual(['X.1 reason']);
  });
});

describe('the state of a chapter', () => {
  const state = (
    fields: Partial<ReportRequirement>,
    evidence = [proof('X.1', ['a.png'])],
    report: Partial<Report> = {},
  ) => plan([one(evidence, fields)], {}, report).map((each) => each.state);

  test('follows what is mandatory', () => {
    expect(state({ verdict: 'to-review' })).toEqual(['complete']);
    expect(state({ verdict: 'nonconforming' })).toEqual(['incomplete']);
    expect(state({ verdict: 'missing' })).toEqual(['incomplete']);
    expect(state({ verdict: 'conforming' }, [proof('X.1', [])])).toEqual(['incomplete']);
    expect(state({ verdict: 'undetermined' })).toEqual(['unjudged']);
    expect(state({ verdict: 'not-tested' })).toEqual(['unjudged']);
    expect(state({ verdict: 'not-applicable' }, [])).toEqual(['nothing']);
    expect(state({ verdict: 'missing', mandatory: false }, [proof('X.1', [])])).toEqual(['complete']);
    expect(state({ verdict: 'conforming' }, undefined, { partial: true })).toEqual(['unjudged']);
  });

  test('an answer that excludes a requirement asks for a declaration, a profile for none', () => {
    const declared = (reason: string) =>
      plan([one([], { verdict: 'not-applicable', reason })]).flatMap(({ declarations }) => declarations);
    expect(declared('reason/condition-false')).toEqual([{ id: 'X.01', reason: 'reason/condition-false' }]);
    expect(declared('reason/profile')).toEqual([]);
    const scenario = sampleScenario('X.01.01', [], [], { verdict: 'not-applicable', reason: 'reason/condition-false' });
    const [chapter] = plan([sampleRequirement('X.01', [scenario])]);
    expect(chapter?.declarations.map(({ id }) => id)).toEqual(['X.01.01']);
  });
});

test('chapters stand in the order of the report, each with its requirements', () => {
  const chapters = plan([
    one([proof('X.2', ['b.png'])], { chapter: 'Santé' }),
    one([proof('X.1', ['a.png'])], { chapter: 'Accès' }, 'X.02'),
    one([proof('X.3', ['c.png'])], { chapter: 'Santé' }, 'X.03'),
  ]);
  expect(chapters.map(({ folder, proofs }) => [folder, proofs.map(({ evidence }) => evidence.id)])).toEqual([
    ['01 Sante', ['X.2', 'X.3']],
    ['02 Acces', ['X.1']],
  ]);
});

test('every file given for a proof is deposited once under its number, and no two entries share a name', () => {
  const paths = fc.uniqueArray(fc.constantFrom('a.png', 'b.PNG', 'c', 'd.jpg', 'é/e.pdf'), { maxLength: 4 });
  const id = fc.oneof(
    fc.constantFrom('A/B.01', 'A-B.01', 'a-b.01', 'CON', 'x.1-1', 'x.1'),
    fc.string({ maxLength: 8 }),
  );
  const proofs = fc.uniqueArray(fc.tuple(id, paths), { selector: ([each]) => each });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('A', 'a', 'É', ''), proofs), { maxLength: 4 }), (given) => {
      const requirements = given.map(([chapter, each], index) =>
        one(
          each.map(([number, files]) => proof(number, files)),
          { chapter },
          `X.0${index}`,
        ),
      );
      const chapters = plan(requirements);
      for (const { chapter, proofs: planned } of chapters) {
        const wanted = new Map<string, Set<string>>();
        for (const [, each] of given.filter(([name]) => name === chapter))
          for (const [number, files] of each) wanted.set(number, new Set([...(wanted.get(number) ?? []), ...files]));
        const laid = planned.map(({ evidence, entries }) => [evidence.id, entries.map(({ source }) => source?.path)]);
        expect(laid).toEqual([...wanted].map(([number, files]) => [number, [...files]]));
      }
      const all = chapters.flatMap(({ folder, proofs: each }) =>
        each.flatMap(({ entries }) => entries.map(({ name }) => `${folder}/${name}`.toLowerCase())),
      );
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});
