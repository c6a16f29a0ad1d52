import { appendFileSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { ALL_CHECKS } from '../../src/checks/registry.js';
import { badArtifacts, goodArtifacts, runsOf, tripped } from '../support/example-runs.js';
import { ALTERATIONS, NEUTRAL } from './mss/conversation-alterations.js';
const out = '/tmp/trips.txt';
it('prints', async () => {
  writeFileSync(out, '');
  const bases = new Set(ALL_CHECKS.flatMap((c) => c.examples.map((e) => e.base)));
  for (const base of bases) {
    const good = await goodArtifacts(base);
    for (const c of ALL_CHECKS) for (const r of runsOf(c, base, good)) for (const f of r.findings) appendFileSync(out, `GOOD ${base} ${f.code} ${JSON.stringify(f.at)}\n`);
  }
  for (const c of ALL_CHECKS)
    for (const e of c.examples) {
      try {
        const t = tripped(e.base, await badArtifacts(e));
        const want = new Set([...(c.rules[e.rule]?.severity === 'info' ? [] : [c.id]), ...(e.trips ?? [])]);
        const extra = t.filter((x) => !want.has(x)), lost = [...want].filter((x) => !t.includes(x));
        if (extra.length || lost.length) appendFileSync(out, `${c.id} ${e.rule} (${e.base}.${e.part}) EXTRA ${extra} LOST ${lost}\n`);
      } catch (x) { appendFileSync(out, `${c.id} ${e.rule} THROWS ${x}\n`); }
    }
  for (const a of [...ALTERATIONS, ...NEUTRAL.map((n) => ({ ...n, trips: [] }))]) {
    try {
      const t = tripped('mail-conversation', await badArtifacts({ base: 'mail-conversation', ...a }));
      const extra = t.filter((x) => !a.trips.includes(x)), lost = a.trips.filter((x) => !t.includes(x));
      if (extra.length || lost.length) appendFileSync(out, `ALT ${a.part}: ${JSON.stringify(a.bad).slice(0, 100)} EXTRA ${extra} LOST ${lost}\n`);
    } catch (x) { appendFileSync(out, `ALT ${a.part} ${a.bad} THROWS ${x}\n`); }
  }
}, 600_000);
