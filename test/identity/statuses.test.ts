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
  it.each<[IdentityStatus, StatusEvent, IdentityStatus]>([
    ['provisoire', 'paper-checked', 'validée'],
    ['provisoire', 'insi-found', 'récupérée'],
    ['validée', 'insi-found', 'qualifiée'],
    ['récupérée', 'paper-checked', 'qualifiée'],
    ['récupérée', 'strict-trait-changed', 'provisoire'],
    ['qualifiée', 'strict-trait-changed', 'validée'],
    ['qualifiée', 'other-trait-changed', 'qualifiée'],
    ['récupérée', 'other-trait-changed', 'récupérée'],
    ['qualifiée', 'insi-refuted', 'provisoire'],
    ['récupérée', 'insi-refuted', 'provisoire'],
    ['qualifiée', 'marked-douteuse', 'provisoire'],
    ['validée', 'marked-fictive', 'provisoire'],
  ])('%s, %s: %s', (before, event, after) => {
    expect(statusAfter(before, event)).toBe(after);
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
