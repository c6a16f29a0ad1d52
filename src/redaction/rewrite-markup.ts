import { sha1 } from '../artifacts/xds/sha1.js';
import { EMBEDDED, likeBase64 } from './layers.js';
import { Withheld } from './withheld.js';

/** A comment, a section of text, an instruction, a tag; what stands between is text. */
const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/?[A-Za-z_][\w:.-]*(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/g;
const ATTRIBUTE = /(\s)([\w:.-]+)(\s*=\s*)("[^"]*"|'[^']*')/g;
/** What proves by its value, and no more once anything it covers was replaced. */
const PROVING = new Set(['SignatureValue', 'DigestValue', 'BinarySecurityToken']);
const BASE64_ONLY = /^\s*[A-Za-z0-9+/\s]{60,}={0,2}\s*$/;
const ENTRY = /<([\w.-]+:)?ExtrinsicObject[\s>][\s\S]*?<\/\1?ExtrinsicObject>/g;

/** Digests and sizes of documents that were rewritten, by the digest of the original. */
export type RewrittenDocuments = Map<string, { readonly sha1: string; readonly size: number; readonly before: number }>;

/** INSi writes a matricule and its key apart. */
const SPLIT_MATRICULE =
  /(<(?:[\w.-]+:)?NumIdentifiant(?:\s[^<>]*)?>\s*)([1-478]\d{4}\d[\dAB]\d{6})(\s*<\/(?:[\w.-]+:)?NumIdentifiant>\s*<(?:[\w.-]+:)?Cle(?:\s[^<>]*)?>\s*)(\d{2})(?=\s*<)/gi;

interface Tools {
  readonly text: (text: string) => string;
  readonly plain: (text: string) => string;
  readonly mark: (written: string) => string;
  readonly documents: RewrittenDocuments;
}

/** True for a text with elements that end. */
export function looksLikeMarkup(text: string): boolean {
  return /<[A-Za-z_][\w:.-]*(?:\s[^<>]*)?>/.test(text) && /<\/[A-Za-z_][\w:.-]*\s*>|\/>/.test(text);
}

/** Rewrites the texts and the values of attributes of an XML or HTML text, and what the signatures of it prove; tags and layout stay. */
export function rewriteMarkup(written: string, tools: Tools): string {
  const text = written.replace(SPLIT_MATRICULE, (_, before: string, body: string, between: string, key: string) => {
    const made = tools.plain(body + key);
    return before + made.slice(0, 13) + between + made.slice(13);
  });
  let made = '';
  let done = 0;
  let element = '';
  for (const { 0: mark, index } of text.matchAll(MARKUP)) {
    made += rewriteText(text.slice(done, index), element, tools);
    done = index + mark.length;
    if (mark.startsWith('<!--')) made += `<!--${tools.plain(mark.slice(4, -3))}-->`;
    else if (mark.startsWith('<![')) made += `<![CDATA[${tools.text(mark.slice(9, -3))}]]>`;
    else if (mark.startsWith('<?')) made += `<?${tools.plain(mark.slice(2, -2))}?>`;
    else {
      element = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(mark)?.[1] ?? '';
      made += mark.replace(ATTRIBUTE, (all, blank: string, name: string, equals: string, quoted: string) => {
        if (/^(?:xmlns(?::.*)?|name)$/i.test(name)) return all;
        const quote = quoted.charAt(0);
        return `${blank}${name}${equals}${quote}${rewriteEscaped(quoted.slice(1, -1), tools.plain, quote)}${quote}`;
      });
    }
  }
  const whole = made + rewriteText(text.slice(done), element, tools);
  return whole.includes('ExtrinsicObject')
    ? whole.replace(ENTRY, (entry) => withNewDigest(entry, tools.documents))
    : whole;
}

function rewriteText(text: string, element: string, tools: Tools): string {
  if (text.trim() === '') return text;
  if (PROVING.has(element)) return text.replace(/\S(?:[\s\S]*\S)?/, (value) => tools.mark(value.replace(/\s+/g, '')));
  if (BASE64_ONLY.test(text)) return text.replace(/\S(?:[\s\S]*\S)?/, (value) => rewriteBase64(value, element, tools));
  return rewriteEscaped(text, tools.text, '');
}

/** A document, a certificate: what else stands in so much base64 tells nobody, or is not copied. */
function rewriteBase64(written: string, element: string, tools: Tools): string {
  if (EMBEDDED.test(written)) throw new Withheld('embedded');
  const bytes = Buffer.from(written.replace(/\s+/g, ''), 'base64');
  const text = bytes.toString('utf8');
  if (!text.includes('\ufffd')) {
    const made = tools.text(text);
    if (made === text) return written;
    const rewritten = Buffer.from(made);
    noteDocument(tools.documents, bytes, rewritten);
    return likeBase64(written, rewritten);
  }
  const seen = [bytes.toString('latin1'), text, bytes.toString('utf16le')];
  if (
    seen.every((each) => tools.plain(each.replace(/[^\p{L}\p{N}]+/gu, ' ')) === each.replace(/[^\p{L}\p{N}]+/gu, ' '))
  ) {
    return written;
  }
  // The card of a professional is a certificate: its holder is in it.
  if (element === 'X509Certificate') return tools.mark(written.replace(/\s+/g, ''));
  throw new Withheld('embedded');
}

const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Rewrites a text whose characters may be written as references: what does not change stays as it is written. */
function rewriteEscaped(written: string, rewrite: (text: string) => string, quote: string): string {
  const read = written.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(x?)([0-9A-Fa-f]{1,6}));/g,
    (all, name?: string, x?: string, code = '') => {
      if (name !== undefined) return NAMES[name] ?? all;
      const point = Number.parseInt(code, x ? 16 : 10);
      return point <= 0x10ffff ? String.fromCodePoint(point) : all;
    },
  );
  const made = rewrite(read);
  if (made === read) return written;
  const escaped = made.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return quote === '"'
    ? escaped.replaceAll('"', '&quot;')
    : quote === "'"
      ? escaped.replaceAll("'", '&apos;')
      : escaped;
}

/** The digest and the size that metadata give of a document are those of its copy, when they were those of the original. */
function withNewDigest(entry: string, documents: RewrittenDocuments): string {
  const slot = (name: string): RegExp =>
    new RegExp(`(name\\s*=\\s*["']${name}["'][\\s\\S]{0,300}?<(?:[\\w.-]+:)?Value>\\s*)([0-9A-Za-z]+)`);
  const digest = slot('hash').exec(entry)?.[2]?.toLowerCase();
  const document = digest === undefined ? undefined : documents.get(digest);
  if (!document) return entry;
  return entry
    .replace(slot('hash'), (_, before: string, hash: string) =>
      hash === hash.toUpperCase() ? before + document.sha1.toUpperCase() : before + document.sha1,
    )
    .replace(slot('size'), (all, before: string, size: string) =>
      size === String(document.before) ? before + String(document.size) : all,
    );
}

/** Takes note of a document whose metadata may stand elsewhere. */
export function noteDocument(documents: RewrittenDocuments, before: Uint8Array, after: Uint8Array): void {
  documents.set(sha1(before), { sha1: sha1(after), size: after.length, before: before.length });
}
