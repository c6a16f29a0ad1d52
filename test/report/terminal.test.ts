import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VERDICTS } from '../../src/engine/verdict.js';
import { report as en } from '../../src/messages/en/report.js';
import { report as fr } from '../../src/messages/fr/report.js';
import { toTerminal } from '../../src/report/terminal.js';
import { displayWidth } from '../../src/report/wrap-text.js';
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

const PLAIN = { color: false, width: 100 };
/** What could drive a terminal or hide something, once the line ends of the report itself are set aside. */
const HIDDEN = /(?![\n\u200D])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

describe('toTerminal', () => {
  test('without colour has no control character', () => {
    expect(toTerminal(sampleReport(), fr, { ...PLAIN, verbose: true })).not.toMatch(HIDDEN);
    expect(toTerminal(sampleCheckReport(), en, { ...PLAIN, verbose: true })).not.toMatch(HIDDEN);
  });

  test('with colour says the same', () => {
    const colored = toTerminal(sampleReport(), fr, { ...PLAIN, color: true });
    expect(colored).toContain('\u001B[31m');
    expect(stripVTControlCharacters(colored)).toBe(toTerminal(sampleReport(), fr, PLAIN));
  });

  test.each([40, 72, 100, 200])('holds in %i columns', (width) => {
    for (const report of [sampleReport(), sampleCheckReport()]) {
      const lines = toTerminal(report, fr, { color: false, width, verbose: true }).split('\n');
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
    }
  });

  test('without a width does not wrap', () => {
    const text = toTerminal(sampleReport(), fr, { color: false, width: Number.POSITIVE_INFINITY, verbose: true });
    expect(text).toContain(`trouvé      ${NASTY.long}\n`);
  });

  test('names every verdict in words and by a mark of its own', () => {
    const text = toTerminal(sampleReport(), fr, PLAIN);
    const marks = VERDICTS.map((verdict) => {
      const line = text.split('\n').find((candidate) => candidate.endsWith(`— ${fr.verdicts[verdict]}`));
      return line?.trim()[0] ?? (verdict === 'not-applicable' ? '-' : '');
    });
    expect(new Set(marks).size).toBe(VERDICTS.length);
    expect(marks).not.toContain('');
  });

  test('says what judged, for whom, and that it attests nothing', () => {
    const text = toTerminal(sampleReport({ partial: true }), fr, PLAIN);
    expect(text).toMatch(/^segur-check 0\.1\.0 — pré-vérification/);
    expect(text).toContain('Exemple LGC 4.2.0 (Exemple Santé)');
    expect(text).toContain('LGC, vague 2, profils : Général, environnement : test');
    expect(text).toContain('Base de travail (2023-02-21)');
    expect(text).toContain('Rapport partiel');
  });

  test('shows a finding with its place, what was expected and found, the remedy and the clause', () => {
    const text = toTerminal(sampleReport(), fr, PLAIN);
    expect(text).toContain('erreur mail/1.eml:4:10 Subject f1 mss/subject-form\n');
    expect(text).toMatch(
      /attendu {5}XDM\/1\.0\/DDM\+\n\s+trouvé {6}Compte rendu\n\s+correction {2}Composer.*\n\s+référence {3}\[MSS2_1\]/,
    );
  });

  test('details a finding once', () => {
    const text = toTerminal(sampleReport(), fr, PLAIN);
    expect(text.match(/f1 mss\/subject-form/g)).toHaveLength(1);
    expect(text).toContain('f1 mail/1.eml:4:10 (déjà détaillé plus haut)');
  });

  test('counts the findings beyond twenty, unless verbose', () => {
    const ids = Array.from({ length: 25 }, (_, index) => `f${index + 1}`);
    const step = sampleStep(1, 'nonconforming', { checks: [sampleCheckRun('nonconforming', ids)] });
    const report = sampleReport({
      requirements: [sampleRequirement('A.01', [sampleScenario('A.01.01', [step], [])])],
      findings: ids.map((id) => sampleFinding(id)),
    });
    expect(toTerminal(report, fr, PLAIN)).toContain('… et 5 de plus.');
    expect(toTerminal(report, fr, { ...PLAIN, verbose: true })).not.toContain('de plus.');
  });

  test('tells a rule of a pack in full once, then the other places, counted beyond three', () => {
    const ids = Array.from({ length: 300 }, (_, index) => `f${index + 1}`);
    const other = sampleFinding('f301', { code: 'official/assertion', expected: 'Autre test.' });
    const step = sampleStep(1, 'nonconforming', { checks: [sampleCheckRun('nonconforming', [...ids, 'f301'])] });
    const report = sampleReport({
      requirements: [sampleRequirement('A.01', [sampleScenario('A.01.01', [step], [])])],
      findings: [
        ...ids.map((id, index) => {
          const message = index === 1 ? 'Autre valeur.' : 'Valeur fausse.';
          return sampleFinding(id, { code: 'official/assertion', message, location: { line: index + 1, column: 1 } });
        }),
        other,
      ],
    });
    const text = toTerminal(report, fr, PLAIN);
    expect(text.match(/Valeur fausse/g)).toHaveLength(1);
    expect(text).toContain('Autre valeur.');
    expect(text.match(/Même constat, même correction que ci-dessus/g)).toHaveLength(2);
    expect(text.replace(/\s+/g, ' ')).toContain(
      '… et 296 de plus pour cette règle (lignes 5, 6, 7, 8, 9, 10, 11, 12, 13, 14…).',
    );
    expect(text).toContain('Autre test.');
    expect(toTerminal(report, fr, { ...PLAIN, verbose: true }).match(/Valeur fausse/g)).toHaveLength(299);
  });

  test('says what to add where something is missing', () => {
    const text = toTerminal(sampleReport(), fr, PLAIN);
    expect(text).toContain('Ajouter un message de rôle outgoing.');
    expect(text).toContain('? Preuve MSS/CONF.25.01.03 (démonstration)');
    expect(toTerminal(sampleReport(), fr, { ...PLAIN, verbose: true })).toMatch(
      /\? Preuve MSS\/CONF\.25\.01\.03 \(démonstration\) — preuve manquante\n +À fournir/,
    );
    expect(text).toContain('Répondre à identity-referential.');
  });

  test('keeps what conforms or is to review on one line each, unless verbose', () => {
    const long = 'mot '.repeat(60);
    const scenario = sampleScenario('A.01.01', [sampleStep(1, 'conforming')], []);
    const report = sampleReport({
      requirements: [sampleRequirement('A.01', [scenario], { title: long })],
      findings: [],
    });
    const lines = toTerminal(report, fr, PLAIN).split('\n');
    expect(lines.filter((line) => line.includes('mot'))).toEqual([
      expect.stringMatching(/^ {2}✓ A\.01 mot .*… — conforme$/),
    ]);
    expect(toTerminal(report, fr, { ...PLAIN, verbose: true })).toContain('✓ Étape 1');
  });

  test('groups what does not apply under the rule that excludes it', () => {
    const text = toTerminal(sampleReport(), fr, PLAIN);
    expect(text).toContain('- Profil DMP non demandé (2)\n    DMP/CONF.05, DMP/CONF.06\n');
  });

  test('ends with the table, the chapters, the caveats and the verdict', () => {
    const text = toTerminal(sampleReport(), fr, PLAIN);
    const order = [
      '\nSynthèse\n',
      'non conforme             2       4',
      '\nChapitres\n',
      '\nRéserves\n',
      fr.closing.undetermined,
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toMatch(/Code de sortie : 4\.\n$/);
  });

  test('groups the results of files by file', () => {
    const text = toTerminal(sampleCheckReport(), en, PLAIN);
    expect(text).toMatch(
      /\n✗ mail\/1\.eml \(mail\) — non-conforming\n {2}✗ mss\/subject-form — non-conforming\n {4}error mail/,
    );
    expect(text).toContain('✓ Conforming (1): mss/message-id');
    expect(text).toContain('○ abc\\u{202E}fdp.exe\\u{2066} (other) — not tested');
    expect(text).not.toContain('Exemple LGC');
  });

  test('lets nothing of an artifact drive the terminal, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 40, max: 120 }), (text, width) => {
        const fields = {
          message: text,
          actual: text,
          expected: text,
          remedy: text,
          artifact: text,
          location: { path: text },
        };
        const report = { ...sampleCheckReport(), findings: [sampleFinding('f1', fields), sampleFinding('f2')] };
        expect(toTerminal(report, fr, { color: false, width })).not.toMatch(HIDDEN);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what readers say', () => {
  test('lists what none knows, a line each, and counts the rest', () => {
    expect(toTerminal(sampleReadReport(2), fr, PLAIN)).toMatch(
      /Fichiers non reconnus\n {2}○ inconnu-1\.txt — Texte inconnu\. Proche : log\.\n {2}○ inconnu-2\.txt/,
    );
    const many = toTerminal(sampleReadReport(9), fr, PLAIN);
    expect(many.match(/inconnu-\d/g)).toHaveLength(5);
    expect(many).toContain('… et 4 de plus.');
    expect(toTerminal(sampleReadReport(9), fr, { ...PLAIN, verbose: true }).match(/inconnu-\d/g)).toHaveLength(9);
  });

  test('tells what was forgiven from what could not be read', () => {
    const text = toTerminal(sampleReadReport(), fr, PLAIN);
    expect(text).toContain('Lus avec une réserve');
    expect(text).not.toContain('Fichiers illisibles');
  });
});

describe('alarms and the dossier', () => {
  const dossierRun = {
    id: 'ins/one-identity',
    verdict: 'nonconforming' as const,
    artifacts: [],
    evaluated: 2,
    findings: ['f1'],
    reasons: [],
  };

  test('an alarm stands before the verdicts, and can be seen without colour', () => {
    const text = toTerminal(sampleReport({ alarms: ['ALERTE !', 'un patient'] }), fr, PLAIN);
    expect(text).toMatch(/\n!{40}\n!! ALERTE !\n {3}- un patient\n!{40}\n/);
    expect(text.indexOf('ALERTE')).toBeLessThan(text.indexOf(fr.terminal.problems));
    expect(toTerminal(sampleReport(), fr, PLAIN)).not.toContain('!!!');
  });

  test('the checks of the dossier have a section of their own, when they looked at something', () => {
    const silent = { ...dossierRun, verdict: 'not-tested' as const, findings: [], reasons: ['rien'] };
    const report = (dossier: (typeof dossierRun | typeof silent)[]) => toTerminal(sampleReport({ dossier }), fr, PLAIN);
    expect(report([dossierRun])).toContain(`${fr.dossier}\n  ✗ ins/one-identity — non conforme`);
    expect(report([silent])).not.toContain(fr.dossier);
    expect(toTerminal(sampleReport({ dossier: [silent] }), fr, { ...PLAIN, verbose: true })).toContain('rien');
  });
});
