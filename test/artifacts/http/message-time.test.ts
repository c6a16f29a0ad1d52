import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, instantOfDay } from '../../../src/artifacts/http/message-time.js';

const dated = (value: string) => [{ name: 'date', value }];

describe('the date of a response', () => {
  it('is an instant', () => {
    expect(dateOf(dated('Mon, 16 Mar 2026 09:30:15 GMT'))).toBe('2026-03-16T09:30:15.000Z');
  });

  it('is nothing without date, with another text, or when a cache kept the response', () => {
    expect(dateOf([])).toBeUndefined();
    expect(dateOf(dated('hier'))).toBeUndefined();
    expect(dateOf([...dated('Mon, 16 Mar 2026 09:30:15 GMT'), { name: 'Age', value: '60' }])).toBeUndefined();
  });
});

describe('a time of the day', () => {
  it.each([
    ['10:30:14.250', '2026-03-16T09:30:14.250Z'],
    ['9:30:15', '2026-03-16T09:30:15.000Z'],
    ['15:00:15', '2026-03-16T09:30:15.000Z'],
    ['23:30:15', '2026-03-16T09:30:15.000Z'],
  ])('is at %s the instant %s, whatever its zone', (time, instant) => {
    expect(instantOfDay(time, dated('Mon, 16 Mar 2026 09:30:15 GMT'))).toBe(instant);
  });

  it('is no instant without a date', () => {
    expect(instantOfDay('10:30:14', [])).toBeUndefined();
  });

  it('is the instant at which the request started, in every zone, before and after midnight', () => {
    const minute = 60_000;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.integer({ min: -48, max: 56 }),
        fc.integer({ min: 0, max: 400 }),
        (second, quarters, duration) => {
          const started = second * 1000;
          const local = new Date(started + quarters * 15 * minute).toISOString().slice(11, 23);
          const answered = new Date(started + duration * 1000).toUTCString();
          expect(Date.parse(instantOfDay(local, dated(answered)) ?? '')).toBe(started);
        },
      ),
    );
  });
});
