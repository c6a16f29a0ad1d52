import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

/** A step of the build. Puts the command and its threads into a few files: reading two hundred modules takes longer than most of what they do. */
const dist = fileURLToPath(new URL('../', import.meta.url));

await build({
  input: {
    main: `${dist}cli/main.js`,
    'batch-worker': `${dist}cli/batch/batch-worker.js`,
    worker: `${dist}extract/worker.js`,
  },
  platform: 'node',
  // What the package depends on stays where it is installed.
  external: (name) => !/^[./]|^[A-Za-z]:[\\/]/.test(name),
  output: { dir: `${dist}bundle`, chunkFileNames: '[name]-[hash].js' },
});
