import { describe, expect, it } from 'vitest';
import { KNOWN_CHECKS } from '../../../src/checks/registry.js';
import {
  OWN_DOMAINS,
  ownChecks,
  refuseEmptyGlobs,
  selectionOf,
  wholeChecks,
} from '../../../src/cli/batch/selection.js';

const OFFICIAL = ['TestContenuCDA-3-0/IHE', 'TestContenuCDA-3-0/xsd'];

describe('--checks', () => {
  it('knows the domains of our own checks', () => {
    expect([...new Set(KNOWN_CHECKS.map(({ id }) => id.split('/')[0]))].sort()).toEqual(OWN_DOMAINS);
  });

  it('selects everything when it is not given', async () => {
    const all = selectionOf([]);
    expect([all.own, all.isWanted('any/thing')]).toEqual([true, true]);
    expect([...(await ownChecks(all)), ...(await wholeChecks(all))]).toHaveLength(KNOWN_CHECKS.length);
  });

  it.each([
    ['ins/*', 'ins/one-identity', true],
    ['ins/*', 'cda/author', false],
    ['**', 'cda/author', true],
    ['*', 'cda/author', false],
    ['TestContenuCDA-3-0/IHE', 'TestContenuCDA-3-0/IHE', true],
    ['TestContenuCDA-3-0/IHE', 'TestContenuCDA-3-0/IHE/pattern', false],
    ['TestContenuCDA-3-0/**', 'TestContenuCDA-3-0/IHE/pattern', true],
  ])('%s and %s: %s', (glob, id, wanted) => {
    expect(selectionOf(['nothing/else', glob]).isWanted(id)).toBe(wanted);
  });

  it.each([
    ['TestContenuCDA-3-0/**', false],
    ['TestContenuCDA-3-0/IHE', false],
    ['ins/**', true],
    ['{cda,TestContenuCDA-3-0}/*', true],
    ['**/IHE', true],
    ['!ins/*', true],
  ])('%s may select own checks: %s', (glob, own) => {
    expect(selectionOf([glob]).own).toBe(own);
  });

  it('gives no own check when none is wanted', async () => {
    const selection = selectionOf(['TestContenuCDA-3-0/**']);
    expect([...(await ownChecks(selection)), ...(await wholeChecks(selection))]).toEqual([]);
  });

  it('gives those that are wanted', async () => {
    const selection = selectionOf(['ins/one-*', 'cda/author']);
    expect((await ownChecks(selection)).map(({ id }) => id)).toEqual(['cda/author']);
    expect((await wholeChecks(selection)).map(({ id }) => id)).toEqual(['ins/one-identity']);
  });

  it('refuses a glob that selects nothing, with the nearest name', async () => {
    await expect(refuseEmptyGlobs(['cda/author', 'cda/auhtor'], OFFICIAL)).rejects.toMatchObject({
      code: 'no-check-matches',
      args: { pattern: 'cda/auhtor', nearest: 'cda/author' },
    });
    await expect(refuseEmptyGlobs(['TestContenuCDA-3-0/IEH'], OFFICIAL)).rejects.toMatchObject({
      args: { nearest: 'TestContenuCDA-3-0/IHE' },
    });
    await expect(refuseEmptyGlobs(['TestContenuCDA-3-0/**'], [])).rejects.toMatchObject({ code: 'no-check-matches' });
  });

  it('takes globs that each select something', async () => {
    await expect(refuseEmptyGlobs([], [])).resolves.toBeUndefined();
    await expect(refuseEmptyGlobs(['ins/**', 'TestContenuCDA-3-0/*'], OFFICIAL)).resolves.toBeUndefined();
  });
});
