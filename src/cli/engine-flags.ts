import { setFlagsFromString } from 'node:v8';

/**
 * Sets V8 for a command that ends soon, before it has run much code. Keeps the heap nearer to what is in use than V8 does by default, which lets it grow to several
 * times that before it collects: a batch of ten thousand documents would take half as much again. Code is optimised later, that of WebAssembly (libxml2) much later:
 * in the second or two of a batch on all cores, what optimises it takes the time of what it is for.
 */
export function setEngine(): void {
  setFlagsFromString('--heap-growing-percent=90');
  setFlagsFromString('--interrupt-budget=800000');
  setFlagsFromString('--wasm-tiering-budget=300000000');
}
