import { describe, expect, it } from 'vitest';
import { assemble, recipe } from '../../../fixtures/make/recipe.js';
import type { Declaration } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import { type CheckContext, NOTHING_DECLARED } from '../../../src/checks/context.js';
import { knownCheck, runCheck } from '../../support/run-check.js';

const DOSSIER: CheckContext = { ...NOTHING_DECLARED, productReferences: ['1'] };

async function artifactsOf(
  base: Parameters<typeof recipe>[0],
  options = {},
  declared: Declaration = {},
  path?: string,
) {
  const files = assemble(recipe(base, options));
  const readings = await Promise.all(files.map((file) => read({ ...file, path: path ?? file.path, declared })));
  return readings.flatMap(({ artifact }) => artifact ?? []);
}

describe('mss/laboratory-report', () => {
  const run = async (bases: readonly (readonly ['cda-n1' | 'cda-n3', string])[], context = DOSSIER) => {
    const cdas = await Promise.all(bases.map(([base, code]) => artifactsOf(base, { code })));
    const { findings, needs, applies } = runCheck(knownCheck('mss/laboratory-report'), cdas.flat(), context);
    return { rules: findings.map(({ rule }) => rule), needs: needs.map(({ code }) => code), applies };
  };
  const structured = ['cda-n3', '11502-2'] as const;
  const flat = ['cda-n1', '11502-2'] as const;

  it('wants one structured report among those of a dossier', async () => {
    expect(await run([flat, structured])).toEqual({ rules: [], needs: [], applies: true });
    expect(await run([flat, flat])).toEqual({ rules: ['not-structured'], needs: [], applies: true });
  });

  it('asks for one when there is none, and only of a dossier', async () => {
    expect(await run([['cda-n1', '11488-4']])).toEqual({ rules: [], needs: ['need/laboratory-report'], applies: true });
    expect((await run([flat], NOTHING_DECLARED)).applies).toBe(false);
  });
});

describe('mss/pdf-file', () => {
  const run = async (declared: Declaration, path?: string) => {
    const pdfs = await artifactsOf('pdf', {}, declared, path);
    const { findings, applies } = runCheck(knownCheck('mss/pdf-file'), pdfs, NOTHING_DECLARED);
    return { rules: findings.map(({ rule }) => rule), applies };
  };

  it('judges a PDF that is declared sent, under its name', async () => {
    expect(await run({ role: 'outgoing' })).toEqual({ rules: [], applies: true });
    const name = '20260316_CR_de_consultation_DUPONT_Léa_12.PDF';
    expect(await run({ role: 'outgoing' }, `preuves/${name}`)).toEqual({ rules: [], applies: true });
    expect(await run({ role: 'outgoing' }, '2026_a_b/DOC-va1.01.pdf')).toEqual({ rules: ['name'], applies: true });
  });

  it('leaves out any other', async () => {
    expect((await run({})).applies).toBe(false);
    expect((await run({ role: 'incoming' })).applies).toBe(false);
  });
});
