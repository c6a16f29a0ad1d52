// Stands in for the thread that judges: what it does follows from the name of the file.
import { workerData } from 'piscina';

/** @param {{ shown: string }} file */
export default async function judge({ shown }) {
  if (shown === 'exit') process.exit(7);
  if (shown === 'loop') for (;;);
  if (shown === 'memory') {
    const all = [];
    for (;;) all.push(new Array(10_000).fill(shown.length + all.length));
  }
  if (shown === 'throw') throw new Error('thrown');
  if (shown === 'later')
    setImmediate(() => {
      throw new Error('thrown by nobody');
    });
  if (shown === 'later') await new Promise(() => undefined);
  if (shown === 'failure') return { failure: 'no rules' };
  const outline = { path: shown, kind: 'other', children: [], denied: workerData.denyProductionIdentities };
  return { judged: { outlines: [outline], unreadable: [], files: [], identities: [], kept: [] } };
}
