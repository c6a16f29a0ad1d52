// @ts-check
import { defineConfig } from 'rolldown';

/** The command and its threads in a few files: reading two hundred modules takes longer than most of what they do. */
export default defineConfig({
  input: {
    main: 'dist/cli/main.js',
    'batch-worker': 'dist/cli/batch/batch-worker.js',
    worker: 'dist/extract/worker.js',
  },
  platform: 'node',
  // What the package depends on stays where it is installed.
  external: /^[^./]/,
  output: { dir: 'dist/bundle', chunkFileNames: '[name]-[hash].js' },
});
