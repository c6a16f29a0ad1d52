import { setFlagsFromString } from 'node:v8';

/**
 * Sets V8 for a command that ends soon, before it has run much code. Keeps the heap near what is in use: by default V8 lets it grow to several times that
 * before it collects, and a batch of ten thousand documents would take half as much again. It costs some per cent of time.
 * Code of WebAssembly (libxml2) is optimised late: reading the schemas of the CDA once, V8 took twice the time of that to optimise what read them.
 */
export function setEngine(): void {
  setFlagsFromString('--heap-growing-percent=35');
  setFlagsFromString('--wasm-tiering-budget=300000000');
}
