import { describe, expect, it } from 'vitest';
import {
  type ClinicalTime,
  isAfter,
  isSameDay,
  mayBeLater,
  mayBeSame,
  readDtm,
  readTs,
} from '../../src/identity/hl7-time.js';

const ts = (value: string): ClinicalTime => readTs(value) ?? expect.fail(value);
const dtm = (value: string): ClinicalTime => readDtm(value) ?? expect.fail(value);

describe('readTs', () => {
  it.each([
    ['2026', 4, undefined],
    ['202603', 6, undefined],
    ['20260316', 8, undefined],
    ['2026031610', 10, undefined],
    ['202603161030+0100', 12, 60],
    ['20260316103000-0400', 14, -240],
    ['20260316103000.123+0100', 14, 60],
    ['20240229', 8, undefined],
  ])('reads %s', (value, digits, offset) => {
    expect(readTs(value)).toMatchObject({ digits, offset });
  });

  it.each([
    undefined,
    '',
    '26',
    '2026-03-16',
    '20261301',
    '20260001',
    '20260230',
    '20230229',
    '2026031',
    '2026031624',
    '202603161060',
    '20260316103060',
    '20260316103000+100',
    '20260316103000+1500',
    '20260316103000Z',
    ' 20260316',
  ])('refuses %s', (value) => {
    expect(readTs(value)).toBeUndefined();
  });

  it('counts the offset', () => {
    expect(ts('20260101003000+0100').from).toBe(ts('20251231233000+0000').from);
    expect(ts('20260316103000+0100').from).toBe(Date.UTC(2026, 2, 16, 9, 30));
  });
});

describe('readDtm', () => {
  it('is UTC and has no offset', () => {
    expect(dtm('20260316093000').from).toBe(Date.UTC(2026, 2, 16, 9, 30));
    expect(readDtm('20260316093000+0000')).toBeUndefined();
  });
});

describe('mayBeSame', () => {
  it.each([
    ['20190612090000+0200', '20190612070000', true],
    ['201906120900+0200', '20190612070000', true],
    ['201906120900+0200', '20190612070059', true],
    ['201906120900+0200', '20190612070100', false],
    ['20190612090000+0200', '20190612090000', false],
    ['20190612', '20190612000000', true],
    ['20190612', '20190611220000', true],
    ['20190612', '20190612', true],
    ['20190612', '20190614', false],
    ['2019', '20190612', true],
    ['2019', '2021', false],
  ])('of %s and %s in UTC is %s', (local, utc, same) => {
    expect(mayBeSame(ts(local), dtm(utc))).toBe(same);
    expect(mayBeSame(dtm(utc), ts(local))).toBe(same);
  });
});

describe('order', () => {
  it('is later only when nothing that lacks could make it earlier', () => {
    expect(isAfter(ts('20260316103001+0100'), ts('20260316103000+0100'))).toBe(true);
    expect(isAfter(ts('20260316103000+0100'), ts('20260316103000+0100'))).toBe(false);
    expect(isAfter(ts('20260316'), ts('20260315235959+0100'))).toBe(false);
    expect(isAfter(ts('20260318'), ts('20260315235959+0100'))).toBe(true);
  });

  it('can be later by a second or within what is not told', () => {
    expect(mayBeLater(dtm('20260316093001'), dtm('20260316093000'))).toBe(true);
    expect(mayBeLater(dtm('20260316093000'), dtm('20260316093000'))).toBe(false);
    expect(mayBeLater(dtm('20260316'), dtm('20260316093000'))).toBe(true);
    expect(mayBeLater(dtm('20260315'), dtm('20260316093000'))).toBe(false);
  });
});

describe('isSameDay', () => {
  it.each([
    ['20260316', '20260316103000+0100', true],
    ['20260315', '20260316103000+0100', false],
    ['20260315233000+0000', '20260316103000+0100', true],
    ['20260316003000+0100', '20260315235900+0100', false],
  ])('of %s seen from %s is %s', (one, reference, same) => {
    expect(isSameDay(ts(one), ts(reference))).toBe(same);
  });
});
