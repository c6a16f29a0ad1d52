import { describe, expect, it } from 'vitest';
import { psc as english } from '../../../src/messages/en/checks/psc.js';
import { psc as french } from '../../../src/messages/fr/checks/psc.js';
import { capture, PSC_CHECKS, run } from './psc-fixtures.js';

const languages: readonly (readonly [string, Readonly<Record<string, CheckWords>>])[] = [
  ['fr', french],
  ['en', english],
];

interface CheckWords {
  readonly rules: Readonly<Record<string, Readonly<Record<'finding' | 'expected' | 'remedy', string>>>>;
}

describe.each(languages)('texts in %s', (_, texts) => {
  it.each(PSC_CHECKS)('name every rule of $id and no other', ({ id, rules }) => {
    expect(Object.keys(texts[id]?.rules ?? {}).sort()).toEqual(Object.keys(rules).sort());
  });

  it.each(PSC_CHECKS)('of $id name only what its findings give', async (check) => {
    for (const { base, part, good, bad, rule } of check.examples) {
      const har = await capture(base as 'psc-web', [[part, good, bad]]);
      const [finding] = run(check, har).findings;
      const given = new Set([...Object.keys(finding?.args ?? {}), ...(finding?.actual ? ['actual'] : [])]);
      const words = Object.values(texts[check.id]?.rules[rule] ?? {}).join(' ');
      for (const [, name = ''] of words.matchAll(/\{([\w-]+)\}/g)) expect(given).toContain(name);
    }
  });
});
