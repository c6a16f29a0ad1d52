import { createRequire } from 'node:module';

/** iconv-lite, loaded when a text needs it: few are in a charset that Node does not read, and its tables weigh more than all our readers. */
export function iconv(): typeof import('iconv-lite') {
  return createRequire(import.meta.url)('iconv-lite') as typeof import('iconv-lite');
}
