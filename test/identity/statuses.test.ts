import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attributeFault,
  type IdentityAttribute,
  type IdentityStatus,
  STATUS_MEANING,
  STATUSES,
  type StatusEvent,
  statusAfter,
} from '../../src/identity/statuses.js';

const EVENTS: readonly StatusEvent[] = [
  'insi-found',
  'insi-refuted',
  'paper-checked',
  'strict-trait-changed',
  'other-trait-changed',
  'marked-douteuse',
  'marked-fictive',
];

describe('a status', () => {
  // One column for each status before.
  it.each<[StatusEvent, readonly [IdentityStatus, IdentityStatus, IdentityStatus, IdentityStatus]]>([
    ['insi-found', ['récupérée', 'récupérée', 'qualifiée', 'qualifiée']],
    ['paper-checked', ['validée', 'qualifiée', 'validée', 'qualifiée']],
    ['strict-trait-changed', ['provisoire', 'provisoire', 'validée', 'validée']],
    ['other-trait-changed', ['provisoire', 'récupérée', 'validée', 'qualifiée']],
    ['insi-refuted', ['provisoire', 'provisoire', 'provisoire', 'provisoire']],
    ['marked-douteuse', ['provisoire', 'provisoire', 'provisoire', 'provisoire']],
    ['marked-fictive', ['provisoire', 'provisoire', 'provisoire', 'provisoire']],
  ])('provisoire, récupérée, validée or qualifiée, then %s: %j', (event, after) => {
    expect(STATUSES).toEqual(['provisoire', 'récupérée', 'validée', 'qualifiée']);
    expect(STATUSES.map((status) => statusAfter(status, event))).toEqual(after);
  });

  it('has an INS from INSi only, and is qualified by INSi and a paper, in either order', () => {
    for (const status of STATUSES) {
      const { insi, paper, holdsIns } = STATUS_MEANING[status];
      expect(holdsIns).toBe(insi);
      expect(status === 'qualifiée').toBe(insi && paper);
    }
    expect(new Set(STATUSES.map((status) => STATUS_MEANING[status].code)).size).toBe(4);
  });

  it('never gains an INS without INSi, nor a checked paper without a paper', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS)), (events) => {
        let status: IdentityStatus = 'provisoire';
        for (const event of events) {
          const before = STATUS_MEANING[status];
          status = statusAfter(status, event);
          const after = STATUS_MEANING[status];
          if (after.insi && !before.insi) expect(event).toBe('insi-found');
          if (after.paper && !before.paper) expect(event).toBe('paper-checked');
          expect(STATUSES).toContain(status);
        }
      }),
    );
  });
});

describe('attributes', () => {
  // Every set of attributes: what is wrong with a provisional identity, and with any other.
  it.each<[IdentityAttribute[], string | undefined, string | undefined]>([
    [[], undefined, undefined],
    [['homonyme'], undefined, undefined],
    [['douteuse'], undefined, 'status'],
    [['fictive'], undefined, 'status'],
    [['homonyme', 'douteuse'], undefined, 'status'],
    [['homonyme', 'fictive'], 'combination', 'combination'],
    [['douteuse', 'fictive'], 'combination', 'combination'],
    [['homonyme', 'douteuse', 'fictive'], 'combination', 'combination'],
  ])('%j: %s when provisional, else %s', (attributes, provisional, other) => {
    expect(attributeFault('provisoire', attributes)).toBe(provisional);
    for (const status of STATUSES.slice(1)) expect(attributeFault(status, attributes)).toBe(other);
  });

  it.each<[IdentityStatus | undefined, IdentityAttribute[], string | undefined]>([
    ['provisoire', ['douteuse'], undefined],
    ['provisoire', ['fictive'], undefined],
    ['provisoire', ['douteuse', 'homonyme'], undefined],
    ['qualifiée', ['homonyme'], undefined],
    ['qualifiée', [], undefined],
    [undefined, ['douteuse'], undefined],
    ['qualifiée', ['douteuse'], 'status'],
    ['validée', ['fictive'], 'status'],
    ['récupérée', ['douteuse', 'homonyme'], 'status'],
    ['provisoire', ['douteuse', 'fictive'], 'combination'],
    ['provisoire', ['fictive', 'homonyme'], 'combination'],
    [undefined, ['fictive', 'douteuse', 'homonyme'], 'combination'],
  ])('%s with %j: %s', (status, given, fault) => {
    expect(attributeFault(status, given)).toBe(fault);
    expect(attributeFault(status, [...given].reverse())).toBe(fault);
  });
});
