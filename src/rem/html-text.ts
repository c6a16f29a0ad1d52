/** Tags that the editor of Squash writes, and what Word pastes into it. Any other `<…>` is a placeholder of the text: `<Titre>_<NOM>`. */
const KNOWN =
  /<(\/?)(p|br|div|ul|ol|li|span|strong|b|em|i|u|s|strike|del|ins|a|h[1-6]|table|thead|tbody|tfoot|tr|td|th|colgroup|col|sub|sup|font|small|code|hr|blockquote|pre|img|o:p)((?:\s[^<>]*)?)\/?>/gi;
const VOID = new Set(['br', 'hr', 'img', 'col']);
/** Elements that begin and end a line. */
const BLOCK = /^(?:p|div|h[1-6]|table|tr|blockquote|pre|ul|ol|li)$/;

const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  cedil: '\u0327',
};
const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ' },
    ...{ shy: '', zwj: '', zwnj: '', oelig: 'œ', OElig: 'Œ', aelig: 'æ', AElig: 'Æ', szlig: 'ß' },
    ...{ laquo: '«', raquo: '»', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„' },
    ...{ hellip: '…', ndash: '–', mdash: '—', bull: '•', middot: '·', deg: '°', ordm: 'º', ordf: 'ª', euro: '€' },
    ...{ sect: '§', para: '¶', copy: '©', reg: '®', trade: '™', times: '×', divide: '÷', plusmn: '±', micro: 'µ' },
    ...{ le: '≤', ge: '≥', ne: '≠', rarr: '→', larr: '←', harr: '↔', uarr: '↑', darr: '↓', rArr: '⇒' },
    ...{ sup1: '¹', sup2: '²', sup3: '³', frac12: '½', frac14: '¼', frac34: '¾', iexcl: '¡', iquest: '¿' },
  }),
);
/** Entities that plain text about messages may quote; the others are always a remnant of HTML. */
const QUOTED = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/**
 * The plain text of a cell: line ends `\n`, no HTML, no invisible character, ordinary spaces. Plain text that was cleaned stays as it is.
 * @param isHtml true for a sheet whose texts are HTML, where `&lt;` is an entity even in a text without any tag.
 */
export function plainText(raw: string, isHtml: boolean): string {
  const text = raw.replace(/_x000D_/gi, '\r').replace(/\r\n?/g, '\n');
  const tags = tagsOf(text);
  const formatted = tags.length > 0;
  const bare = formatted ? linesOf(text, tags) : text;
  return tidy(decoded(bare, isHtml || formatted));
}

/** True for a text that was written by an editor of HTML. */
export function looksLikeHtml(text: string): boolean {
  return /<\/(?:p|div|ul|ol|li|span)>/i.test(text);
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly start: number;
  /** Offset of what follows it, and what it hides. */
  readonly end: number;
}

function tagsOf(text: string): Tag[] {
  if (!text.includes('<')) return [];
  const closed = new Set([...text.matchAll(/<\/([a-z][a-z0-9:]*)\s*>/gi)].map(([, name = '']) => name.toLowerCase()));
  const known = [...text.matchAll(KNOWN)].map((match) => ({
    name: (match[2] ?? '').toLowerCase(),
    closing: match[1] === '/',
    start: match.index,
    end: match.index + match[0].length,
  }));
  // An element that is never closed is a placeholder too: editors close theirs.
  const tags = [...known.filter(({ name }) => VOID.has(name) || closed.has(name)), ...hiddenIn(text)];
  return tags.sort((a, b) => a.start - b.start);
}

/** Comments, scripts and styles: as one tag each, nothing of which is text. */
function hiddenIn(text: string): Tag[] {
  const hidden: Tag[] = [];
  for (const [open, close] of [
    [/<!--/g, '-->'],
    [/<script(?:\s[^<>]*)?>/gi, '</script>'],
    [/<style(?:\s[^<>]*)?>/gi, '</style>'],
  ] as const) {
    const lower = text.toLowerCase();
    let reached = 0;
    for (const { index } of text.matchAll(open)) {
      if (index < reached) continue;
      const at = lower.indexOf(close, index);
      if (at === -1) break;
      reached = at + close.length;
      hidden.push({ name: '', closing: false, start: index, end: reached });
    }
  }
  return hidden;
}

/** Paragraphs, items and rows as lines; `1.` and `* ` before items. */
function linesOf(html: string, tags: readonly Tag[]): string {
  const lines: string[] = [];
  const lists: { readonly ordered: boolean; count: number }[] = [];
  let line = '';
  /** Nothing stands in the line but the sign of an item. */
  let marked = false;
  // Where paragraphs are elements, line ends are how the source is laid out.
  const laidOut = tags.some(({ name }) => BLOCK.test(name));
  const write = (piece: string): void => {
    const text = laidOut ? piece.replace(/\s+/g, (space) => (/^\u00a0+$/.test(space) ? space : ' ')) : piece;
    const added = line === '' && laidOut ? text.trimStart() : text;
    if (added.trim() !== '') marked = false;
    line += added;
  };
  const end = (): void => {
    if (marked || line === '') return;
    lines.push(line);
    line = '';
  };
  let at = 0;
  for (const { name, closing, start, end: after } of tags) {
    if (start < at) continue;
    write(html.slice(at, start));
    at = after;
    if (name === 'br') {
      lines.push(line);
      line = '';
      marked = false;
      if (html[at] === '\n') at += 1;
    } else if (name === 'li') {
      marked = false;
      end();
      if (!closing) {
        line = itemSign(lists);
        marked = true;
      }
    } else if (BLOCK.test(name) || name === 'hr') {
      if (name === 'ul' || name === 'ol') marked = false;
      end();
      if (name !== 'ul' && name !== 'ol') continue;
      if (closing) lists.pop();
      else lists.push({ ordered: name === 'ol', count: 0 });
    } else if ((name === 'td' || name === 'th') && !closing && line.trim() !== '') line += ' | ';
  }
  write(html.slice(at));
  return [...lines, line].join('\n');
}

function itemSign(lists: { readonly ordered: boolean; count: number }[]): string {
  const list = lists.at(-1);
  if (list) list.count += 1;
  return `${'  '.repeat(Math.max(0, Math.min(lists.length, 8) - 1))}${list?.ordered ? `${list.count}.` : '*'} `;
}

function decoded(text: string, all: boolean): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#?[A-Za-z0-9]{1,10});/g, (whole, entity: string) =>
    all || !QUOTED.has(entity) ? (characterOf(entity) ?? whole) : whole,
  );
}

/** Undefined for what is no entity: it is left as it is written. */
function characterOf(entity: string): string | undefined {
  const code = /^#(?:[xX]([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(entity);
  if (code) {
    const point = code[1] === undefined ? Number(code[2]) : Number.parseInt(code[1], 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
  }
  const [, letter, mark = ''] = /^([A-Za-z])([a-z]+)$/.exec(entity) ?? [];
  const sign = Object.hasOwn(MARKS, mark) ? MARKS[mark] : undefined;
  return letter !== undefined && sign !== undefined ? `${letter}${sign}`.normalize('NFC') : CHARACTERS.get(entity);
}

function tidy(text: string): string {
  const visible = text
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a workbook may hold them, no text needs them.
    .replace(/[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
  const lines = visible.split('\n').map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
