import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { help as english } from '../../src/messages/en/cli.js';
import { help as french } from '../../src/messages/fr/cli.js';
import { FORMATS } from '../../src/report/formats.js';

const NAMES = [...Object.keys(FORMATS), 'terminal', 'deposit'];
const page = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('each format of report', () => {
  it.each(['README.md', 'README.fr.md', 'docs/report-formats.md'])('is named in %s', (name) => {
    expect(NAMES.filter((each) => !page(name).includes(`\`${each}\``))).toEqual([]);
  });

  it.each([english, french])('is named by the help', ({ report }) => {
    const listed = report.split(': ').at(-1)?.split(', ');
    expect(listed?.toSorted()).toEqual([...new Set(NAMES)].toSorted());
  });
});
