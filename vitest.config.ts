import { defineConfig } from 'vitest/config';

// A test that waits is broken; one that is slow on a busy machine is not.
export default defineConfig({ test: { testTimeout: 60_000 } });
