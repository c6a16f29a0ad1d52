import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { report as en } from '../../src/messages/en/report.js';
import { french } from '../../src/messages/fr/index.js';
import { report as fr } from '../../src/messages/fr/report.js';
import type { Report } from '../../src/report/report.js';
import { relativeUri, toSarif } from '../../src/report/sarif.js';
import { goldenReport, longReport } from './golden-report.js';
import { NASTY, sampleCheckReport, sampleFinding, sampleReadReport, sampleReport } from './sample-report.js';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number; readonly startColumn?: number };
    };
    readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly status: string; readonly justification: string }[];
}
interface Run {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly { readonly id: string; readonly shortDescription: { text: string } }[];
    };
  };
  readonly results: readonly Result[];
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly exitCode: number;
    readonly toolExecutionNotifications: readonly { readonly level: string; readonly message: { text: string } }[];
  }[];
}

/** The schema of SARIF 2.1.0, whose draft 4 differs from draft 7 by the name of its id only in what it uses. */
const { $schema: _, id: __, ...draft7 } = schema;
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(
  draft7,
);

function runOf(text: string): Run {
  const log = JSON.parse(text) as { readonly runs: readonly [Run] };
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  expect(log.runs).toHaveLength(1);
  return log.runs[0];
}

test('the schema is not of those that take anything', () => {
  const log = JSON.parse(toSarif(goldenReport(), fr));
  log.runs[0].results[0].level = 'grave';
  expect(validate(log)).toBe(false);
});

describe('toSarif', () => {
  test.each<[string, Report]>([
    ['run', sampleReport()],
    ['check', sampleCheckReport()],
    ['what readers say', sampleReadReport()],
    ['derogations', goldenReport()],
    ['nothing', sampleReport({ requirements: [], findings: [] })],
  ])('is SARIF 2.1.0 in both languages (%s)', (_, report) => {
    const run = runOf(toSarif(report, fr));
    expect(run.results).toHaveLength(report.findings.length);
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    runOf(toSarif(report, en, { checks: french.checks }));
  });

  test('has not changed', async () => {
    await expect(toSarif(goldenReport(), fr, { folder: 'mon dossier' })).toMatchFileSnapshot('golden/sarif.golden');
  });

  test('puts the worst first', () => {
    expect(runOf(toSarif(goldenReport(), fr)).results.map(({ level }) => level)).toEqual([
      'error',
      'error',
      'warning',
      'note',
    ]);
  });

  test('places a finding in the file, that of an archive at its first line', () => {
    const { results } = runOf(toSarif(goldenReport(), fr, { folder: 'mon dossier' }));
    const places = results.map(({ locations: [location] }) => {
      const { artifactLocation, region } = location?.physicalLocation ?? {};
      return [artifactLocation?.uri, region?.startLine, region?.startColumn];
    });
    expect(places).toEqual([
      ['mon%20dossier/mail/1.eml', 4, 10],
      ['mon%20dossier/mail/2.eml', 1, undefined],
      ['mon%20dossier/mail/1.eml', 7, undefined],
      ['mon%20dossier/mail/1.eml', 1, undefined],
    ]);
    expect(results[1]?.locations[0]?.logicalLocations?.map((each) => each.fullyQualifiedName)).toEqual([
      'IHE_XDM.ZIP!DOC0001.XML:4:10',
      'Subject',
    ]);
    expect(results[1]?.message.text).toContain('(dans IHE_XDM.ZIP!DOC0001.XML:4:10)');
    expect(results[1]?.message.text).not.toContain('](');
  });

  test('tells apart two findings of one fingerprint, and keeps ours', () => {
    const { results } = runOf(toSarif(goldenReport(), fr));
    const hashes = results.map((each) => each.partialFingerprints.primaryLocationLineHash);
    expect(new Set(hashes).size).toBe(4);
    expect(results[2]?.partialFingerprints['segurCheck/v1']).toBe('b'.repeat(16));
  });

  test('a derogation is shown as one that nobody accepted yet, and only while it is of this report', () => {
    const { results } = runOf(toSarif(goldenReport(), fr));
    expect(results.filter((each) => each.suppressions).map((each) => each.ruleId)).toEqual(['cda/title']);
    expect(results[1]?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'underReview',
        justification: "Dérogation du 2026-11-20, Exemple Santé, jusqu'au 2027-03-31 — Corrigé en 4.3.",
      },
    ]);
    const opinions = (goldenReport().opinions ?? []).map((each) => ({ ...each, current: false }));
    expect(toSarif(goldenReport({ opinions }), fr)).not.toContain('suppressions');
  });

  test('says in notifications the alarms, the caveats and what has no conclusion', () => {
    const [invocation] = runOf(toSarif(goldenReport(), fr)).invocations;
    expect(invocation).toMatchObject({ executionSuccessful: false, exitCode: 4 });
    expect(invocation?.toolExecutionNotifications.map(({ level, message }) => [level, message.text])).toEqual([
      ['warning', 'Alerte : Un patient qui peut être réel : [P1-INS] (mail/1.eml).'],
      ['note', "Réserve : Pré-vérification : seule l'ANS décide."],
      ['note', 'Réserve : Sections non jugées : SSI, TBB.'],
      ['error', "indéterminé : MSS/CONF.25.01 Étape 3 : Envoyer le document 3 — La règle n'a pas pu être évaluée."],
      [
        'error',
        'preuve manquante : MSS/CONF.25.01 Étape 2 : Envoyer le document 2 — Ajouter un message de rôle outgoing.',
      ],
      ['note', 'à vérifier : MSS/CONF.25.01 Étape 4 : Envoyer le document 4'],
      ['note', 'non testé, sans effet sur le code de sortie : MSS/va1.33.01 Étape 1 : Envoyer le document 1'],
      ['note', expect.stringMatching(/^Avis : acceptés 0, .*questions 1\. Dérogations : 1,/)],
      ['note', 'MSS/CONF.25.01.02 : Avis du 2026-11-21, Vérificateur 3 : question — Quelle version ?'],
    ]);
  });

  test('describes the checks that ran', () => {
    const { rules } = runOf(toSarif(sampleReport(), fr, { checks: french.checks })).tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(['mss/subject-form']);
    expect(rules[0]?.shortDescription.text).toBe(french.checks['mss/subject-form']?.title);
    expect(rules[0]).toMatchObject({ defaultConfiguration: { level: 'error' } });
    expect(JSON.stringify(rules[0])).toContain('MSS/CONF.25');
  });
});

describe('the limits of GitHub', () => {
  test('25,000 results: the worst are kept, and what is not is said', () => {
    const said: string[] = [];
    const text = toSarif(longReport(30_000), fr, { announce: (each) => said.push(each) });
    const { results, invocations } = runOf(text);
    expect(results).toHaveLength(25_000);
    expect(results.filter(({ level }) => level === 'note')).toHaveLength(5000);
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
    expect(said).toEqual([
      'SARIF : 5000 constats de plus ne sont pas dans ce fichier, qui en porte 25000 (limite de GitHub : 25 000 résultats, 10 Mo compressés). Le rapport JSON les a tous.',
    ]);
    expect(invocations[0]?.toolExecutionNotifications[0]?.message.text).toBe(said[0]);
  });

  test('10 MB compressed: fewer results, still the worst', () => {
    const limits = { results: 25_000, gzip: 100_000 };
    const said: string[] = [];
    const report = longReport(600, () => randomBytes(400).toString('hex'));
    const text = toSarif(report, fr, { limits, announce: (each) => said.push(each) });
    const { results } = runOf(text);
    expect(gzipSync(text).length).toBeLessThanOrEqual(limits.gzip);
    expect(results.length).toBeGreaterThan(50);
    expect(results.slice(0, 50).every(({ level }) => level === 'error')).toBe(true);
    expect(said).toHaveLength(1);
  });

  test('nothing is said when all of it holds', () => {
    const said: string[] = [];
    expect(toSarif(goldenReport(), fr, { announce: (each) => said.push(each) })).not.toContain(
      fr.sarif.cut.slice(0, 6),
    );
    expect(said).toEqual([]);
  });
});

describe('hostile texts', () => {
  test.each(Object.entries(NASTY))('%s', (_, text) => {
    const findings = [sampleFinding('f1', { message: text, artifact: text, actual: text, check: 'x' })];
    const [result] = runOf(toSarif(sampleReport({ requirements: [], findings }), fr)).results;
    expect(result?.message.text).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toMatch(/^[\w%./~!*'()-]+$/);
  });

  test.each([
    ['mail/a b#c?.eml', 'mail/a%20b%23c%3F.eml'],
    ['C:/x', 'C%3A/x'],
    ['//host/x', 'host/x'],
    ['../../etc/passwd', 'etc/passwd'],
    ['/x', 'x'],
    ['[P1-nom].eml', '%5BP1-nom%5D.eml'],
    ['a\uD800b', 'a%EF%BF%BDb'],
  ])('the URI of %j stays in the repository', (path, uri) => {
    expect(relativeUri(path)).toBe(uri);
  });

  test('any path gives a relative reference', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        const { href } = new URL(relativeUri(path), 'file:///repository/');
        expect(href.startsWith('file:///repository/')).toBe(true);
      }),
    );
  });
});
