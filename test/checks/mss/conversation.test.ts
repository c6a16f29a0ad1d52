import { describe, expect, it } from 'vitest';
import { ALL_CHECKS } from '../../../src/checks/registry.js';
import { badArtifacts, goodArtifacts, tripped } from '../../support/example-runs.js';
import { ALTERATIONS, NEUTRAL } from './conversation-alterations.js';

const base = 'mail-conversation';

describe('a conversation that conforms', () => {
  it('trips no check', async () => {
    expect(tripped(base, await goodArtifacts(base))).toEqual([]);
  });

  it('is altered in sixty ways at least', () => {
    expect(ALTERATIONS.length).toBeGreaterThanOrEqual(60);
  });

  it.each(ALTERATIONS)('$part: $bad', async ({ trips, ...alteration }) => {
    const artifacts = await badArtifacts({ base, ...alteration });
    expect(tripped(base, artifacts)).toEqual(ALL_CHECKS.map(({ id }) => id).filter((id) => trips.includes(id)));
  });

  it.each(NEUTRAL)('says the same with $part: $bad', async (rewriting) => {
    expect(tripped(base, await badArtifacts({ base, ...rewriting }))).toEqual([]);
  });
});
