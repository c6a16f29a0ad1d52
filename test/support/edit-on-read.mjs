// Changes the manifest of a dossier at a known point: when the command reads its first artifact, so after the manifest.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';

const { openSync } = fs;
fs.openSync = /** @type {typeof openSync} */ (
  (/** @type {Parameters<typeof openSync>} */ ...args) => {
    if (String(args[0]).endsWith('.hl7'))
      fs.appendFileSync(join(dirname(dirname(String(args[0]))), 'segur.yaml'), '# x\n');
    return openSync(...args);
  }
);
syncBuiltinESMExports();
