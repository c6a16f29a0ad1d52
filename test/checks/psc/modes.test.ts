import { describe, expect, it } from 'vitest';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { ALL_CHECKS, checkById } from '../../../src/checks/registry.js';
import { alteredArtifacts, goodArtifacts, runsOf, tripped } from '../../support/example-runs.js';
import type { Alteration } from './modes/alteration.js';
import { CIBA } from './modes/ciba-alterations.js';
import { CODE_FLOW } from './modes/code-flow-alterations.js';
import { EXCHANGES } from './modes/exchange-alterations.js';
import { NEUTRAL } from './modes/neutral-rewritings.js';
import { TOKENS } from './modes/token-alterations.js';

const ALTERATIONS: readonly Alteration[] = [...CODE_FLOW, ...TOKENS, ...CIBA, ...EXCHANGES];

/** In the order of the registry. */
function inOrder(trips: readonly string[]): string[] {
  return ALL_CHECKS.map(({ id }) => id).filter((id) => trips.includes(id));
}

const CODE_FLOW_ALONE = ['psc/authorization-request', 'psc/callback', 'psc/token-request'];

/** The four modes of PSC.01 and the token exchange of PSC.10, with what they do not show: the other flow, a new login, a renewal. */
const CAPTURES: readonly (readonly [ExampleBase, readonly string[]])[] = [
  ['psc-web', ['psc/ciba-request', 'psc/refresh']],
  ['psc-external-browser', ['psc/ciba-request', 'psc/refresh']],
  ['psc-ciba', [...CODE_FLOW_ALONE, 'psc/login-again', 'psc/refresh']],
  ['psc-embedded-browser', ['psc/ciba-request', 'psc/refresh']],
  ['psc-api', [...CODE_FLOW_ALONE, 'psc/login-again', 'psc/refresh']],
];

describe.each(CAPTURES)('%s', (base, unseen) => {
  it('trips no check', async () => {
    expect(tripped(base, await goodArtifacts(base))).toEqual([]);
  });

  it('is judged: checks of Pro Santé Connect look at something, and lack nothing', async () => {
    const artifacts = await goodArtifacts(base);
    const own = ALL_CHECKS.filter(({ id }) => id.startsWith('psc/') && !unseen.includes(id));
    const verdicts = own.flatMap((check) => runsOf(check, base, artifacts).map((run) => [check.id, run.verdict]));
    expect(verdicts.filter(([, verdict]) => verdict !== 'conforming' && verdict !== 'not-applicable')).toEqual([]);
    expect(verdicts.filter(([, verdict]) => verdict === 'conforming').length).toBeGreaterThan(5);
  });
});

describe('a session of Pro Santé Connect', () => {
  it('is altered in 50 ways at least, each of its own, so as to trip checks that exist', () => {
    const keys = ALTERATIONS.map(({ base, part, good, bad }) => JSON.stringify([base, part, good, bad]));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(ALTERATIONS.length).toBeGreaterThanOrEqual(50);
    expect(ALTERATIONS.flatMap(({ trips }) => trips).filter((id) => checkById(id) === undefined)).toEqual([]);
    expect(ALTERATIONS.filter(({ trips }) => trips.length === 0)).toEqual([]);
  });

  it.each(ALTERATIONS)('$base $part: $bad', async ({ base, trips, ...alteration }) => {
    expect(tripped(base, await alteredArtifacts(base, [alteration]))).toEqual(inOrder(trips));
  });

  it.each(NEUTRAL)('is the same with $base $part: $bad', async ({ base, ...rewriting }) => {
    expect(tripped(base, await alteredArtifacts(base, [rewriting]))).toEqual([]);
  });
});
