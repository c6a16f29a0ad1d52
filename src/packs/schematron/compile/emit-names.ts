import { type Code, literal } from './emit-code.js';

/** The constant that holds the code of a name: codes are given when the rules are loaded, so that kept rules hold none. */
export function nodeCode(code: Code, uri: string, local: string): string {
  return code.constant(`R.nameCode(${literal(uri)},${literal(local)})`);
}
