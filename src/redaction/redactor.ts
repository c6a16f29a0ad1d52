import { decodeEncodedWords } from '../artifacts/mail/encoded-words.js';
import { redactionMark } from '../artifacts/redaction-mark.js';
import { FictitiousValues } from './fictitious-values.js';
import {
  BASE64,
  EMBEDDED,
  ENCODED_WORDS,
  ESCAPES,
  likeBase64,
  PERCENT,
  textOfBase64,
  textOfPercent,
  unescaped,
} from './layers.js';
import type { Originals } from './originals.js';
import { IdentityReplacer } from './replace-identities.js';
import { challengeOf, FOLDED_TOKEN, halfHashes, replaceToken, TOKEN } from './replace-token.js';
import { looksLikeJson, rewriteJson } from './rewrite-json.js';
import { looksLikeMarkup, type RewrittenDocuments, rewriteMarkup } from './rewrite-markup.js';
import { Withheld } from './withheld.js';

/** A text in a text in a text… */
const DEEPEST = 6;
const INDEXED = 6;
const PICTURE = /^(?:iVBORw0|\/9j\/|R0lGOD)/;
/** What no text looks like: it is not searched for words. */
const OPAQUE = /^(?=[^\d]*\d)(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])[A-Za-z0-9+/]{40,}={0,2}$/;

/** Replaces the secrets and the identities of a dossier in its texts: the same for the same, in every file. */
export class Redactor {
  readonly #values: FictitiousValues;
  readonly #identities: IdentityReplacer;
  readonly #tokens = new Map<string, string>();
  /** Secrets by their first characters, longest first. */
  readonly #secrets = new Map<string, string[]>();
  /** What is computed from a secret, and is known of its replacement. */
  readonly #derived = new Map<string, () => string>();
  /** Digests and sizes of documents that were rewritten, by the digest of the original. */
  readonly documents: RewrittenDocuments = new Map();

  constructor(readonly originals: Originals) {
    this.#values = new FictitiousValues((value) => originals.has(value));
    this.#identities = new IdentityReplacer(originals, this.#values);
    for (const secret of [...originals.secrets].sort((a, b) => b.length - a.length)) {
      const start = secret.slice(0, INDEXED);
      const list = this.#secrets.get(start) ?? [];
      list.push(secret);
      this.#secrets.set(start, list);
      this.#derived.set(challengeOf(secret), () => challengeOf(this.#values.secret(secret)));
      for (const [at, hash] of halfHashes(secret).entries())
        this.#derived.set(hash, () => halfHashes(this.#values.secret(secret))[at] ?? hash);
    }
    for (const token of originals.tokens)
      for (const [at, hash] of halfHashes(token).entries())
        this.#derived.set(hash, () => halfHashes(this.#token(token, 0) ?? token)[at] ?? hash);
  }

  /** @param dropsPictures true where a picture that was captured on the way is no proof: a mark stands for it. */
  text(text: string, dropsPictures = false, depth = 0): string {
    if (depth > DEEPEST || text.length < 2) return text;
    const inside = (each: string): string => this.text(each, dropsPictures, depth + 1);
    if (looksLikeJson(text)) return rewriteJson(text, inside, (each) => this.#identities.numbers(each));
    if (looksLikeMarkup(text))
      return rewriteMarkup(text, {
        text: inside,
        plain: (each) => this.#plain(each, inside, dropsPictures, depth),
        mark: this.#signature,
        documents: this.documents,
      });
    return this.#plain(text, inside, dropsPictures, depth);
  }

  /** A mark in base64, of the length of what it replaces. */
  readonly #signature = (written: string): string => {
    const mark = this.#values.secret(written);
    return mark + '0'.repeat((4 - (mark.length % 4)) % 4);
  };

  /** A path, whose names of folders and files may tell somebody. */
  path(path: string): string {
    const inside = (each: string): string => this.#identities.replace(each);
    return path
      .split('/')
      .map((each) => this.#plain(each, inside, false, DEEPEST))
      .join('/');
  }

  #plain(text: string, inside: (each: string) => string, dropsPictures: boolean, depth: number): string {
    const steps: readonly ((rest: string) => Piece[])[] = [
      (rest) => pieces(rest, FOLDED_TOKEN, (token) => this.#folded(token, depth)),
      (rest) => pieces(rest, TOKEN, (token) => this.#token(token, depth)),
      (rest) => this.#secretsIn(rest),
      (rest) => pieces(rest, BASE64, (written) => this.#base64(written, inside, dropsPictures)),
      (rest) => pieces(rest, ENCODED_WORDS, (written) => replacedIn(decodeEncodedWords(written), inside, encodedWord)),
      (rest) => pieces(rest, PERCENT, (written) => replacedIn(textOfPercent(written), inside, encodeURIComponent)),
      (rest) => [{ text: this.#escaped(rest), isDone: true }],
    ];
    let all: Piece[] = [{ text, isDone: false }];
    for (const step of steps) all = all.flatMap((piece) => (piece.isDone ? [piece] : step(piece.text)));
    return all.map((piece) => piece.text).join('');
  }

  #escaped(text: string): string {
    const replaced = this.#identities.replace(text);
    if (!ESCAPES.test(replaced)) return replaced;
    const plain = unescaped(replaced);
    const again = this.#identities.replace(plain);
    return again === plain ? replaced : again;
  }

  #token(token: string, depth: number): string | undefined {
    const known = this.#tokens.get(token);
    if (known !== undefined) return known;
    const made = replaceToken(token, {
      json: (text) => this.text(text, false, depth + 1),
      signature: (written) => this.#values.secret(written),
    });
    if (made !== undefined) {
      this.#tokens.set(token, made);
      this.#tokens.set(made, made);
    }
    return made;
  }

  /** A token on several lines, on one. */
  #folded(written: string, depth: number): string | undefined {
    const token = written.replace(/\s+/g, '');
    return this.originals.tokens.has(token) ? this.#token(token, depth) : undefined;
  }

  #secretsIn(text: string): Piece[] {
    if (this.#secrets.size === 0 || text.length < INDEXED) return this.#derivedIn(text);
    const found: Piece[] = [];
    let done = 0;
    for (let at = 0; at + INDEXED <= text.length; at++) {
      const secret = this.#secrets.get(text.slice(at, at + INDEXED))?.find((each) => text.startsWith(each, at));
      if (secret === undefined || isInWord(text, at, secret)) continue;
      found.push(...this.#derivedIn(text.slice(done, at)), { text: this.#values.secret(secret), isDone: true });
      done = at + secret.length;
      at = done - 1;
    }
    return [...found, ...this.#derivedIn(text.slice(done))];
  }

  /** Challenges and hashes of tokens, which must still answer to what they were computed from. */
  #derivedIn(text: string): Piece[] {
    return pieces(text, /(?<![\w-])[A-Za-z0-9_-]{22,64}(?![\w-])/g, (written) => this.#derived.get(written)?.());
  }

  #base64(written: string, inside: (each: string) => string, dropsPictures: boolean): string | undefined {
    const compact = written.replace(/\s+/g, '');
    if (compact.length >= 40 && EMBEDDED.test(compact)) {
      if (dropsPictures && PICTURE.test(compact)) return redactionMark(0, 24);
      throw new Withheld('embedded');
    }
    const decoded = textOfBase64(written);
    if (decoded === undefined) return OPAQUE.test(compact) ? written : undefined;
    const replaced = inside(decoded);
    return replaced === decoded ? undefined : likeBase64(written, Buffer.from(replaced));
  }
}

/** A piece of a text: one that is done is not looked at again. */
interface Piece {
  readonly text: string;
  readonly isDone: boolean;
}

function pieces(text: string, form: RegExp, replace: (written: string) => string | undefined): Piece[] {
  const all: Piece[] = [];
  let done = 0;
  for (const { 0: written, index } of text.matchAll(form)) {
    const made = replace(written);
    if (made === undefined) continue;
    all.push({ text: text.slice(done, index), isDone: false }, { text: made, isDone: true });
    done = index + written.length;
  }
  return [...all, { text: text.slice(done), isDone: false }];
}

function replacedIn(
  decoded: string,
  replace: (text: string) => string,
  encode: (text: string) => string,
): string | undefined {
  const replaced = replace(decoded);
  return replaced === decoded ? undefined : encode(replaced);
}

/** A short secret may be a part of a word. */
function isInWord(text: string, at: number, secret: string): boolean {
  return (
    secret.length < 16 &&
    (/[A-Za-z0-9]/.test(text.charAt(at - 1)) || /[A-Za-z0-9]/.test(text.charAt(at + secret.length)))
  );
}

function encodedWord(text: string): string {
  // At most 75 characters a word (RFC 2047 §2), and no character cut in two.
  const words: string[] = [];
  for (let rest = [...text]; rest.length > 0; rest = rest.slice(20)) words.push(rest.slice(0, 20).join(''));
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}
