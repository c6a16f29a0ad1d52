import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_CHECKS, checkById } from '../../../src/checks/registry.js';
import { alteredArtifacts, goodArtifacts, tripped } from '../../support/example-runs.js';
import { mailOf } from './conversation/alteration.js';
import { NEUTRAL } from './conversation/neutral-rewritings.js';
import { ALTERATIONS } from './conversation-alterations.js';

const base = 'mail-conversation';

/** In the order of the registry. */
function inOrder(trips: readonly string[]): string[] {
  return ALL_CHECKS.map(({ id }) => id).filter((id) => trips.includes(id));
}

/** Ids of checks that judge each mail by itself: what another says changes nothing of it. */
function ofOneMail(ids: readonly string[]): string[] {
  return ids.filter((id) => checkById(id)?.scope === 'each');
}

describe('a conversation that conforms', () => {
  it('trips no check', async () => {
    expect(tripped(base, await goodArtifacts(base))).toEqual([]);
  });

  it('is altered in 150 ways at least, each of its own, and rewritten in 40', () => {
    const keys = [...ALTERATIONS, ...NEUTRAL].map(({ part, good, bad }) => JSON.stringify([part, good, bad]));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(ALTERATIONS.length).toBeGreaterThanOrEqual(150);
    expect(NEUTRAL.length).toBeGreaterThanOrEqual(40);
  });

  it('is altered so as to trip checks that exist, one at least each time', () => {
    const trips = ALTERATIONS.flatMap((each) => each.trips);
    expect(trips.filter((id) => checkById(id) === undefined)).toEqual([]);
    expect(ALTERATIONS.filter((each) => each.trips.length === 0)).toEqual([]);
  });

  it.each(ALTERATIONS)('$part: $bad', async ({ trips, ...alteration }) => {
    expect(tripped(base, await alteredArtifacts(base, [alteration]))).toEqual(inOrder(trips));
  });

  it.each(NEUTRAL)('says the same with $part: $bad', async (rewriting) => {
    expect(tripped(base, await alteredArtifacts(base, [rewriting]))).toEqual([]);
  });

  it.each([
    ['an ill-formed document', { part: 'letter.cda', good: '  <recordTarget>\n', bad: '' }],
    [
      'an archive that is none',
      { part: 'letter.eml', good: 'UEsDBBQAAAAIAAAAIQAIPDD', bad: 'AAAAAAAAAAAAAAAAAAAAAAA' },
    ],
  ])('with %s, which its reader tells, trips nothing more', async (_, fault) => {
    expect(tripped(base, await alteredArtifacts(base, [fault]))).toEqual([]);
  });

  const alteration = fc.constantFrom(...ALTERATIONS);
  const neutral = fc.constantFrom(...NEUTRAL);
  const run = { seed: 6, numRuns: 40 };

  it('trips with two alterations of different mails what each of them trips, and nothing more', async () => {
    const pair = fc.tuple(alteration, alteration).filter(([one, other]) => mailOf(one) !== mailOf(other));
    await fc.assert(
      fc.asyncProperty(pair, async ([one, other]) => {
        const found = tripped(base, await alteredArtifacts(base, [one, other]));
        const union = inOrder([...one.trips, ...other.trips]);
        expect(ofOneMail(found)).toEqual(ofOneMail(union));
        // Of mails that speak of one another, a fault may hide a fault.
        expect(union).toEqual(expect.arrayContaining(found));
      }),
      run,
    );
  });

  it('is judged the same however its other mails are written', async () => {
    const pair = fc.tuple(alteration, neutral).filter(([one, other]) => mailOf(one) !== mailOf(other));
    await fc.assert(
      fc.asyncProperty(pair, async ([{ trips, ...one }, other]) => {
        expect(tripped(base, await alteredArtifacts(base, [one, other]))).toEqual(inOrder(trips));
      }),
      run,
    );
  });
});
