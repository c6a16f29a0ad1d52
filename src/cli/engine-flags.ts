import { setFlagsFromString } from 'node:v8';

/**
 * Sets V8 for a command that ends soon, before it has run much code. Keeps the heap near what is in use: by default V8 lets it grow to several times that
 * before it collects, and a batch of ten thousand documents would take half as much again. It costs some per cent of time. Code is optimised later, that of
 * WebAssembly (libxml2) much later: in the second or two of a batch on all cores, what optimises it takes the time of what it is for.
 */
export function setEngine(): void {
  setFlagsFromString('--heap-growing-percent=35');
  setFlagsFromString('--interrupt-budget=800000');
  setFlagsFromString('--wasm-tiering-budget=300000000');
}

/** Lets heaps grow further: the official rules take a tenth less time then, and their threads keep to their memory. */
export function letHeapsGrow(): void {
  setFlagsFromString('--heap-growing-percent=200');
  // Megabytes of a thread before its first collection: a hundred documents leave less.
  setFlagsFromString('--initial-old-space-size=112');
  setFlagsFromString('--no-parallel-scavenge');
  setFlagsFromString('--no-concurrent-marking');
}
