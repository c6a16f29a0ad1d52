import { expect, it } from 'vitest';
import { readAccessTime, readInstant } from '../../../src/artifacts/logs/instant.js';

it.each([
  ['2026-11-20T10:00:00+01:00', '2026-11-20T10:00:00', '2026-11-20T09:00:00Z'],
  ['2026-11-20 10:00:00,123 UTC', '2026-11-20T10:00:00.123', '2026-11-20T10:00:00.123Z'],
  ['2026-11-20T00:30:00.5+0100', '2026-11-20T00:30:00.5', '2026-11-19T23:30:00.5Z'],
  ['2026-06-30T23:59:60Z', '2026-06-30T23:59:60', '2026-07-01T00:00:00Z'],
  ['2026-11-20 10:00', '2026-11-20T10:00:00', undefined],
  ['2026-11-20', undefined, undefined],
  ['2026-02-30 10:00:00', undefined, undefined],
  ['2026-11-20 24:00:00', undefined, undefined],
  ['03/04/2026 10:00:00', undefined, undefined],
  ['2026-11-20T10:00:00+99:99', '2026-11-20T10:00:00', undefined],
])('%s is %s at the workstation, %s in UTC', (text, local, utc) => {
  expect(readInstant(text)).toMatchObject({ text, local, utc });
});

it.each([
  ['20/11/2026 à 10:00', 'dd/MM/yyyy', '2026-11-20T10:00:00'],
  ['20-11-2026 10:00:01', 'dd-MM-yyyy', '2026-11-20T10:00:01'],
  ['20.11.2026T10:00:01', 'dd.MM.yyyy', '2026-11-20T10:00:01'],
  ['2026/11/20 10:00:01', 'yyyy/MM/dd', '2026-11-20T10:00:01'],
  ['2026-11-20 10:00:01', 'dd/MM/yyyy', undefined],
] as const)('%s, declared %s, is %s', (text, pattern, local) => {
  expect(readInstant(text, pattern).local).toBe(local);
});

it('reads the time of access logs, in English months only', () => {
  expect(readAccessTime('20/Nov/2026:10:00:00 +0100').utc).toBe('2026-11-20T09:00:00Z');
  expect(readAccessTime('20/Nop/2026:10:00:00 +0100').local).toBeUndefined();
});
