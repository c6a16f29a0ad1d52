// Breaks a thread that judges when it opens a file whose name asks for it: as a library would, in the middle of its work.
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const { open } = promises;
promises.open = /** @type {typeof open} */ (
  (/** @type {Parameters<typeof open>} */ ...args) => {
    const name = basename(String(args[0]));
    if (!isMainThread && name.startsWith('exit-')) process.exit(0);
    if (!isMainThread && name.startsWith('memory-')) {
      const all = [];
      for (;;) all.push(new Array(10_000).fill(all.length));
    }
    return open(...args);
  }
);
syncBuiltinESMExports();
