/** Elements whose content nobody reads. */
const HIDDEN = /^(?:style|script|title|template)$/i;
/** Elements that stand inside a word. */
const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|code|del|em|font|i|ins|kbd|mark|o:p|s|small|span|strike|strong|tt|u|wbr)$/i;

/** A letter with its mark: `&eacute;`. Marks do not count, so that its first letter is enough. */
const MARKED_LETTER = /^([a-z])(?:acute|grave|circ|uml|cedil|tilde|ring|caron|slash)$/i;
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['oelig', 'oe'],
  ['aelig', 'ae'],
  ['szlig', 'ss'],
  ['shy', ''],
  ['zwnj', ''],
  ['zwj', ''],
]);

/** More characters than anybody reads: what follows is left out. */
const LONGEST = 1_000_000;

/** The text that a page shows, roughly: without layout, links nor images. A tag that never ends takes the rest. */
export function textOfHtml(html: string): string {
  const pieces: string[] = [];
  let length = 0;
  for (let at = 0; at < html.length && length < LONGEST; ) {
    const open = html.indexOf('<', at);
    const piece = html.slice(at, Math.min(open === -1 ? html.length : open, at + LONGEST));
    pieces.push(piece);
    length += piece.length + 1;
    if (open === -1) break;
    const name = /^<\/?([a-z][\w:-]*)/i.exec(html.slice(open, open + 40))?.[1] ?? '';
    if (name === '' && !/[!?/]/.test(html.charAt(open + 1))) {
      pieces.push('<');
      at = open + 1;
      continue;
    }
    const comment = html.startsWith('<!--', open);
    const close = comment ? html.indexOf('-->', open + 2) : html.indexOf('>', open);
    if (close === -1) break;
    at = close + (comment ? 3 : 1);
    if (!INLINE.test(name) && !comment) pieces.push(' ');
    if (HIDDEN.test(name) && html[open + 1] !== '/') at = endOf(html, name, at);
  }
  return pieces.join('').replace(/&(#?\w{1,31});/g, (_, entity: string) => characterOf(entity));
}

/** Offset of the tag that ends an element, or of the end of the page. */
function endOf(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** Other entities are signs, and blanks. */
function characterOf(entity: string): string {
  const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(entity);
  if (code) {
    const point = code[1] === undefined ? Number(code[2]) : Number.parseInt(code[1], 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
  }
  return MARKED_LETTER.exec(entity)?.[1] ?? LETTERS.get(entity.toLowerCase()) ?? ' ';
}

/** True for HTML or RTF, which some send under the name of plain text. */
export function isFormatted(text: string): boolean {
  const start = text.slice(0, 200).trimStart();
  if (start.startsWith('{\\rtf')) return true;
  return (
    /^<(?:!doctype html|(?:html|body|div|p|table)[\s>])/i.test(start) && /<\/(?:html|body|div|p|table)>/i.test(text)
  );
}
