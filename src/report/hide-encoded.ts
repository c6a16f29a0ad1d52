import { decodeEncodedWords } from '../artifacts/mail/encoded-words.js';

/** An encoded name may itself be encoded: a parameter of a URL inside another. */
const DEEPEST = 3;

/** Ways of writing a text in other characters, by a sign that is quickly looked for, and what each stands for. */
const ENCODINGS: readonly {
  readonly sign: RegExp;
  readonly form: RegExp;
  readonly decode: (written: string) => string | undefined;
}[] = [
  {
    sign: /=\?/,
    form: /=\?[^?\s]{1,60}\?[BQ]\?[^?\s]{0,2000}\?=(?:\s*=\?[^?\s]{1,60}\?[BQ]\?[^?\s]{0,2000}\?=)*/gi,
    decode: (it) => decodeEncodedWords(it),
  },
  {
    sign: /%/,
    form: /[^\s!"<>]{0,200}%[0-9A-F]{2}[^\s!"<>]{0,200}/gi,
    decode: (it) => ofBytes(it, /(?:%[0-9A-F]{2})+/gi, '%'),
  },
  {
    sign: /=[0-9A-F]/,
    form: /[^\s!"<>]{0,200}=[0-9A-F]{2}[^\s!"<>]{0,200}/g,
    decode: (it) => ofBytes(it, /(?:=[0-9A-F]{2})+/g, '='),
  },
  {
    sign: /\\u|&#/,
    form: /[^\s!"<>]{0,200}(?:\\u[0-9A-F]{4}|&#x?[0-9A-F]{1,6};)[^\s!"<>]{0,200}/gi,
    decode: ofCodePoints,
  },
  {
    sign: /&[a-z]{2,6};/i,
    form: /[^\s!"<>]{0,200}&(?:apos|rsquo|(?:[aeiouync](?:acute|grave|circ|uml|cedil|tilde))|(?:oe|ae)lig);[^\s!"<>]{0,200}/gi,
    decode: ofEntities,
  },
  // An escape of HL7 v2 (§2.7.6).
  {
    sign: /\\X[0-9A-F]{2}/i,
    form: /[^\s!"<>]{0,200}\\X(?:[0-9A-F]{2}){1,200}\\[^\s!"<>]{0,200}/gi,
    decode: (it) => it.replace(/\\X((?:[0-9A-F]{2})+)\\/gi, (_, digits: string) => textOf(Buffer.from(digits, 'hex'))),
  },
  // UTF-16 taken for bytes.
  { sign: /\0/, form: /[^\0](?:\0[^\0]){3,2000}\0?/g, decode: (it) => it.replaceAll('\0', '') },
  { sign: /[A-Za-z0-9+/_-]{8}/, form: /(?<![\w+/])[A-Za-z0-9+/_-]{8,}={0,2}(?![\w+/])/g, decode: ofBase64 },
  // A path is no base64, and a name in it may be: whole, or between the marks that part its words.
  { sign: /\//, form: /(?<![\w+-])[\w+-]{8,}={0,2}(?![\w+-])/g, decode: ofBase64 },
  {
    sign: /[/_=-]/,
    form: /(?<![A-Za-z0-9+])(?:[A-Za-z0-9+]{8,}={0,2}|[A-Za-z0-9+]{6,7}={1,2})(?![A-Za-z0-9+=])/g,
    decode: ofBase64,
  },
];

/**
 * Hides what is only said in an encoding: percent signs, quoted-printable, encoded words, character references, base64. What hides nothing once
 * decoded stays as it is written.
 */
export function hideEncoded(text: string, hide: (text: string) => string, depth = 0): string {
  if (depth === DEEPEST) return text;
  return ENCODINGS.reduce(
    (shown, { sign, form, decode }) =>
      !sign.test(shown)
        ? shown
        : shown.replace(form, (written) => {
            const decoded = decode(written);
            if (decoded === undefined || decoded === written) return written;
            const hidden = hideEncoded(hide(decoded), hide, depth + 1);
            return hidden === decoded ? written : hidden;
          }),
    text,
  );
}

function ofBytes(written: string, form: RegExp, mark: string): string {
  return written.replace(form, (run) => textOf(Buffer.from(run.replaceAll(mark, ''), 'hex')));
}

function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? bytes.toString('latin1') : text;
}

const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  cedil: '\u0327',
  tilde: '\u0303',
};

function ofEntities(written: string): string {
  return written
    .replace(/&(?:apos|rsquo);/gi, "'")
    .replace(/&(oe|ae)lig;/gi, '$1')
    .replace(/&([aeiouync])(acute|grave|circ|uml|cedil|tilde);/gi, (_, letter: string, mark: string) =>
      (letter + (MARKS[mark.toLowerCase()] ?? '')).normalize('NFC'),
    );
}

function ofCodePoints(written: string): string {
  return written.replace(
    /\\u([0-9A-F]{4})|&#(x?)([0-9A-F]{1,6});/gi,
    (all, unicode?: string, x?: string, code = '') => {
      const point = unicode ? Number.parseInt(unicode, 16) : Number.parseInt(code, x ? 16 : 10);
      return point <= 0x10ffff ? String.fromCodePoint(point) : all;
    },
  );
}

/** Undefined for what is no text: most words are base64 of nothing. */
function ofBase64(written: string): string | undefined {
  const bytes = Buffer.from(written, 'base64');
  const latin1 = bytes.toString('latin1');
  // Most bytes are letters in Latin-1: nothing but words is a text there.
  if (/[\u00c0-\u00ff]/.test(latin1) && /^[\p{L}\p{N} '.,_-]+$/u.test(latin1)) return latin1;
  const text = bytes.toString('utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: SASL parts its fields by them.
  return /[\ufffd\x02-\x08\x0e-\x1c]/.test(text) ? undefined : text;
}
