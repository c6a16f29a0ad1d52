import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { copyOfDossier, DOSSIERS, segurCheck } from '../support/cli.js';

const PROOF = 'MSS/UX.28.01.01';

function withAvis(dossier: string, avis: string): string {
  const folder = copyOfDossier(dossier);
  writeFileSync(join(folder, 'avis.yaml'), avis);
  return folder;
}

async function reportOf(
  folder: string,
  args: readonly string[] = [],
): Promise<{ report: Report; code?: number; stderr: string }> {
  const { stdout, stderr, exitCode } = await segurCheck(['run', folder, '--report', 'json', ...args]);
  return { report: JSON.parse(stdout), stderr, ...(exitCode !== undefined && { code: exitCode }) };
}

describe('avis.yaml in a dossier', () => {
  it('is shown, changes no verdict nor exit code, and is no artifact', async () => {
    const plain = await reportOf(join(DOSSIERS, 'lgc-failing'));
    const error = plain.report.findings.find(({ severity }) => severity === 'error');
    const print = error?.fingerprint ?? '';
    const folder = withAvis(
      'lgc-failing',
      `opinions:
  - { on: ${print}, decision: accepted, by: ANS, date: 2026-11-20, text: Vu. }
  - { on: ${PROOF}, decision: question, by: ANS, date: 2026-11-20 }
  - { on: 0000000000000000, decision: refused, by: ANS, date: 2026-11-20 }
derogations:
  - { on: ${print}, by: qualité, date: 2026-11-20, until: 2099-12-31, text: Version suivante. }
`,
    );
    const { report, code, stderr } = await reportOf(folder);
    expect(stderr).toBe('');
    expect(code).toBe(plain.code);
    const { opinions, summary, ...others } = report;
    const { summary: before, ...plainOthers } = plain.report;
    expect(others).toEqual(plainOthers);
    expect(summary).toEqual({
      ...before,
      opinions: { accepted: 1, refused: 1, question: 1, derogations: 1, derogatedErrors: 1 },
    });
    expect(opinions?.map(({ on, current }) => [Object.values(on)[0], current])).toEqual(
      expect.arrayContaining([
        [print, true],
        [PROOF, true],
        ['0000000000000000', false],
      ]),
    );
    const { stdout } = await segurCheck(['run', folder, '--lang', 'fr']);
    expect(stdout).toContain('Avis du 2026-11-20, ANS : accepté — Vu.');
    expect(stdout).toContain("Dérogation du 2026-11-20, qualité, jusqu'au 2099-12-31 — Version suivante.");
  });

  it('that ends is said on the terminal of run, never in the report', async () => {
    const folder = withAvis(
      'lgc-conforming',
      `derogations: [{ on: ${PROOF}, by: q, date: 2019-11-20, until: 2020-01-01, text: x }]\n`,
    );
    const { stderr, report, code } = await reportOf(folder, ['--lang', 'fr']);
    expect(stderr).toContain(PROOF);
    expect(stderr.split('\n').filter((line) => line !== '')).toHaveLength(1);
    expect(report.opinions).toMatchObject([{ until: '2020-01-01', current: true }]);
    expect(code).toBe(0);
    expect((await reportOf(folder, ['--quiet'])).stderr).toBe('');
  });

  it('hides what the rest of the report hides', async () => {
    const { report } = await reportOf(
      withAvis(
        'lgc-conforming',
        `opinions: [{ on: ${PROOF}, decision: refused, by: a, date: 2026-11-20, text: "279035121518989 ?" }]\n`,
      ),
    );
    expect(JSON.stringify(report.opinions)).not.toContain('279035121518989');
  });

  it.each([
    [
      'fr',
      "avis.yaml:1:1: attendu : une liste d'avis (opinions) ou de dérogations (derogations), par exemple « opinions: [{ on:",
    ],
    ['en', 'avis.yaml:1:1: expected a list of opinions or of derogations, e.g. « opinions: [{ on:'],
  ])('that is empty is refused with an example (%s)', async (language, text) => {
    const args = ['run', withAvis('lgc-conforming', ''), '--lang', language];
    const { exitCode, stdout, stderr } = await segurCheck(args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(text);
  });

  it.each([
    ['MSS/UX.28.01.10, decision: refused, by: a, date: 2026-11-20', /avis\.yaml:1:18: .*MSS\/UX\.28\.01\.01/],
    [`${PROOF}, decision: refusé, by: a, date: 2026-11-20`, /avis\.yaml:1:45: .*refused/],
    [`${PROOF}, decision: refused, by: a, date: 2026-13-01`, /avis\.yaml:1:67: .*YYYY-MM-DD/],
    [`${PROOF}, decision: refused, by: a`, /avis\.yaml:1:12: .*date/],
  ])('is refused with the place of a mistake: %s', async (fields, text) => {
    const { exitCode, stdout, stderr } = await segurCheck([
      'run',
      withAvis('lgc-conforming', `opinions: [{ on: ${fields} }]\n`),
    ]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(text);
    expect(stderr).not.toContain('    at ');
  });
});
