import { defineConfig } from 'vitest/config';

// A test that waits is broken; one that is slow on a busy machine is not. A worker a core: one fewer, as by default, halves the speed of two.
export default defineConfig({ test: { testTimeout: 60_000, maxWorkers: '100%' } });
