import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedWith, type SessionUser } from '../../../../src/checks/psc/users/session-users.js';

const [MARTIN, BERNARD, DUBOIS] = ['899700100011', '899700100029', '899700100037'];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOON = Date.UTC(2026, 2, 16, 12);

function user(id: string, told: Partial<SessionUser> = {}): SessionUser {
  return { id, family: undefined, session: undefined, at: undefined, declaredUser: undefined, ...told };
}

function compare(users: readonly SessionUser[], acting: Partial<Parameters<ReturnType<typeof comparedWith>>[0]>) {
  return comparedWith(users)({ user: BERNARD, time: undefined, declaredUser: undefined, ...acting });
}

describe('who acts, and the professional of the session', () => {
  it('are the same, or not, where one professional is shown', () => {
    expect(compare([user(BERNARD)], {})).toBe('same');
    expect(compare([user(MARTIN)], {})).toEqual({ other: MARTIN });
    expect(compare([], {})).toBe('unknown');
  });

  it('are compared with no session of another day, nor one that starts later', () => {
    for (const at of [NOON - 5 * HOUR, NOON + HOUR]) {
      expect(compare([user(MARTIN, { at })], { time: NOON })).toBe('unknown');
      expect(compare([user(BERNARD, { at })], { time: NOON })).toBe('same');
    }
    expect(compare([user(MARTIN, { at: NOON - 3 * HOUR })], { time: NOON })).toEqual({ other: MARTIN });
    expect(compare([user(MARTIN, { at: NOON + 5 * MINUTE })], { time: NOON })).toEqual({ other: MARTIN });
  });

  it('are told apart by the time where two professionals log in one after the other', () => {
    const users = [user(MARTIN, { at: NOON - HOUR }), user(BERNARD, { at: NOON + HOUR })];
    expect(compare(users, { time: NOON + HOUR + MINUTE })).toBe('same');
    // The workstation of someone else may have had a session that no capture shows.
    expect(compare(users, { time: NOON })).toBe('unknown');
    expect(compare(users, { user: DUBOIS, time: NOON })).toEqual({ other: MARTIN });
    expect(compare(users, { user: DUBOIS, time: NOON + HOUR })).toBe('unknown');
  });

  it('are those whom the vendor declares as one user', () => {
    const users = [user(MARTIN, { declaredUser: 1 }), user(BERNARD, { declaredUser: 2 })];
    expect(compare(users, { declaredUser: 2 })).toBe('same');
    expect(compare(users, { declaredUser: 1 })).toEqual({ other: MARTIN });
    expect(compare([user(MARTIN, { declaredUser: 1 })], { declaredUser: 2 })).toBe('unknown');
    expect(compare([user(MARTIN, { declaredUser: 1 }), user(BERNARD)], { declaredUser: 2 })).toBe('same');
    expect(compare(users, {})).toBe('same');
    expect(compare(users, { user: DUBOIS })).toBe('unknown');
  });

  it('are those of the session that is named, whatever the rest', () => {
    const users = [user(MARTIN, { session: 'a' }), user(BERNARD, { session: 'b' })];
    expect(compare(users, { session: 'a' })).toEqual({ other: MARTIN });
    expect(compare(users, { session: 'b' })).toBe('same');
    expect(compare([user(MARTIN, { session: 'a' })], { session: 'c' })).toBe('unknown');
    expect(compare([user(BERNARD, { session: 'a' })], { session: 'c' })).toBe('same');
    expect(compare([user(MARTIN)], { session: 'c' })).toEqual({ other: MARTIN });
  });

  it('never differ from a session that is not open then', () => {
    const users = fc.array(
      fc.record({ id: fc.constantFrom(MARTIN, BERNARD, DUBOIS), hour: fc.integer({ min: -9, max: 9 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(users, fc.integer({ min: -9, max: 9 }), (given, hour) => {
        const known = given.map(({ id, hour: at }) => user(id, { at: at * HOUR }));
        const result = compare(known, { time: hour * HOUR });
        const open = given.filter(({ hour: at }) => at <= hour && hour - at <= 4);
        const ids = new Set(open.map(({ id }) => id));
        if (ids.has(BERNARD)) expect(result).toBe('same');
        else if (ids.size === 0) expect(result).toBe(given.some(({ id }) => id === BERNARD) ? 'same' : 'unknown');
        else if (ids.size === 2 || given.some(({ id }) => id === BERNARD)) expect(result).toBe('unknown');
        else expect(result).toEqual({ other: [...ids][0] });
      }),
    );
  });
});
