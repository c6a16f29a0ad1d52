import { describe, expect, it } from 'vitest';
import { readText, sample } from './read-sample.js';

const problemsOf = async (...given: Parameters<typeof readText>) =>
  (await readText(...given)).unreadable.flatMap(({ problems }) => problems);

describe('limits of logs', () => {
  it('counts lines, the empty ones too', async () => {
    const text = `${sample('smtp-swaks.txt')}${'\n'.repeat(500_000)}`;
    expect(await problemsOf(text)).toMatchObject([
      { code: 'read/limit', args: { limit: 'logLines', maximum: 500_000, actual: 500_001 } },
    ]);
    const trace = `${sample('trace-logback.log')}${'\r\n'.repeat(20)}`;
    expect(await problemsOf(trace, {}, { logLines: 10 })).toMatchObject([{ args: { limit: 'logLines', actual: 11 } }]);
    const table = sample('trace-mailbox.csv');
    expect(await problemsOf(table, {}, { logLines: 3 })).toMatchObject([{ args: { limit: 'logLines', actual: 4 } }]);
  });

  it('reads a line of 5 MB, and refuses one over the limit', async () => {
    const long = `S: ${'x'.repeat(5_000_000)}\n`;
    const text = `S: 220 a\nC: EHLO b\nS: 250 a\n${long}`;
    expect(await problemsOf(text)).toEqual([]);
    expect(await problemsOf(text, {}, { logLineCharacters: 1000 })).toMatchObject([
      { code: 'read/limit', args: { limit: 'logLineCharacters', actual: 5_000_003 }, location: { line: 4 } },
    ]);
    const cell = `date;a\n2026-11-20 10:00:00;${'x'.repeat(2000)}\n`;
    expect(await problemsOf(cell, {}, { logLineCharacters: 1000 })).toMatchObject([
      { args: { limit: 'logLineCharacters', actual: 2000 }, location: { line: 2, column: 21 } },
    ]);
    const quoted = `date;a\n2026-11-20 10:00:00;"${'x'.repeat(2000)}"\n`;
    expect(await problemsOf(quoted, {}, { logLineCharacters: 1000 })).toMatchObject([{ location: { column: 21 } }]);
  });

  it('counts the fields of a record', async () => {
    const pairs = Array.from({ length: 30 }, (_, index) => `k${index}=v`).join(' ');
    const line = `2026-11-20 10:00:00 INFO ${pairs}\n`;
    expect(await problemsOf(line + line, {}, { logFields: 20 })).toMatchObject([{ args: { limit: 'logFields' } }]);
    const json = `${JSON.stringify(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [index, 1])))}\n`;
    expect(await problemsOf(json + json, {}, { logFields: 20 })).toMatchObject([{ args: { limit: 'logFields' } }]);
  });

  it('refuses bytes that are not in the declared charset', async () => {
    const text = Buffer.from('date;a\n2026-11-20 10:00:00;\xe9\n', 'latin1');
    expect(await problemsOf(text, { charset: 'utf-8' })).toMatchObject([{ code: 'read/encoding' }]);
  });
});
