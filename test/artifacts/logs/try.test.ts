import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { read } from '../../../src/artifacts/read.js';
it('x', async () => {
  for (const f of ['os13','os12','os11','j13','j12','jbad','curl','py1','py2']) {
    const r = await read({ path: f, bytes: readFileSync(`/tmp/cap/${f}.txt`), declared: {} });
    console.log(f, r.artifact?.kind, JSON.stringify(r.unreadable), JSON.stringify(r.artifact?.content, null, 1)?.slice(0, 5000).replace(/\n\s*/g,' '), r.artifact?.children.map(c=>c.kind));
  }
});
