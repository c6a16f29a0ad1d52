// Interrupts the command at a known point instead of at some time: when it reads its first artifact.
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { open } = promises;
promises.open = /** @type {typeof open} */ (
  (/** @type {Parameters<typeof open>} */ ...args) => {
    if (/\.(?:eml|png|xml)$/.test(String(args[0]))) process.emit('SIGINT');
    return open(...args);
  }
);
syncBuiltinESMExports();
