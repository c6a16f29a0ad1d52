// Breaks a thread that judges when it opens a file whose name asks for it: as a library would, in the middle of its work.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const { openSync } = fs;
fs.openSync = /** @type {typeof openSync} */ (
  (/** @type {Parameters<typeof openSync>} */ ...args) => {
    const name = basename(String(args[0]));
    if (!isMainThread && name.startsWith('exit-')) process.exit(0);
    if (!isMainThread && name.startsWith('memory-')) {
      const all = [];
      for (;;) all.push(new Array(10_000).fill(all.length));
    }
    return openSync(...args);
  }
);
syncBuiltinESMExports();
