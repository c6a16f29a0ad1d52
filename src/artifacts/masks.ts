import { isRedacted } from './redaction-mark.js';

/** Stars, dots or crosses over the whole of a value, or over a part of it. */
const SIGNS = /^(?:[*•…]+|[*•.…xX_-]{3,})$|[•…]|\*{3}|\.{3}|x{6}|X{6}/;
/** A word that says so, apart from other letters: a token may have the same ones by chance. */
const WORD = /(?:^|[^A-Za-z0-9])(?:redact|mask|masqu|caviard|hidden|filtered|removed|supprim|anonym|expurg)/i;
/** What stands for a value, by its name: `[jeton]`, `{{access_token}}`. */
const NAME = /^\$?[<[({]+[\p{L}\d _.-]+[>\])}]+$/u;
/** Words alone: a state may be an address or an object, whose words tell nothing. */
const WORDS = /^[\p{L}\d\s_<>[\](){}.-]{1,60}$/u;

/** True for a secret that someone replaced, by hand, with a tool or by `segur-check redact`: nothing can be concluded from it, for or against. */
export function isMasked(value: string): boolean {
  const text = value.trim();
  return isRedacted(text) || SIGNS.test(text) || NAME.test(text) || (WORDS.test(text) && WORD.test(text));
}
