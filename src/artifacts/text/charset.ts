/** How a charset is decoded: Node's decoder is right for most; it is wrong or lacking for the others. */
type Charset =
  | { readonly by: 'utf-8' | 'iso-8859-1' | 'windows-1252' | 'utf-16' | 'utf-16le' | 'utf-16be' }
  /** `whatwg`: by TextDecoder; `table`: by a table of iconv-lite, one byte a character. */
  | { readonly by: 'whatwg'; readonly name: string }
  | { readonly by: 'table'; readonly name: string };

/** Labels by what they mean; those of ISO-8859-1 are not windows-1252 here: XML, HL7 and RFC 2045 mean the standard. */
const OWN: Readonly<Record<Exclude<Charset['by'], 'whatwg' | 'table'>, readonly string[]>> = {
  'utf-8': ['utf-8', 'utf8', 'unicode-1-1-utf-8', 'us-ascii', 'ascii', 'ansi_x3.4-1968', 'iso646-us', 'csascii'],
  'iso-8859-1': [
    ...['iso-8859-1', 'iso8859-1', 'iso88591', 'iso_8859-1', 'iso_8859-1:1987', 'iso-ir-100', 'csisolatin1'],
    ...['latin1', 'latin-1', 'l1', 'cp819', 'ibm819'],
  ],
  // Windows calls its own code page ANSI.
  'windows-1252': ['windows-1252', 'windows1252', 'win-1252', 'cp1252', 'cp-1252', 'x-cp1252', 'x-ansi', 'ansi'],
  'utf-16': ['utf-16', 'utf16', 'unicode', 'csunicode', 'iso-10646-ucs-2'],
  'utf-16le': ['utf-16le', 'utf16le', 'ucs-2le', 'unicodefeff'],
  'utf-16be': ['utf-16be', 'utf16be', 'ucs-2be', 'unicodefffe'],
};

/** What TextDecoder reads right, by its names; ISO-8859 and the code pages of Windows come with their usual spellings. */
const WHATWG: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15].map((part) => [`iso-8859-${part}`, spellingsOfIso(part)]),
  ),
  ...Object.fromEntries(
    [1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258, 874].map((page) => [`windows-${page}`, [`cp${page}`]]),
  ),
  'koi8-r': ['koi8', 'koi'],
  'koi8-u': [],
  ibm866: ['cp866', '866'],
  macintosh: ['mac', 'x-mac-roman', 'macroman'],
  shift_jis: ['shift-jis', 'sjis', 'x-sjis', 'ms_kanji', 'windows-31j', 'cp932', 'ms932'],
  'euc-jp': ['x-euc-jp'],
  'iso-2022-jp': ['csiso2022jp'],
  gb18030: [],
  gbk: ['gb2312', 'x-gbk', 'gb_2312-80', 'cp936'],
  big5: ['big5-hkscs', 'cn-big5', 'x-x-big5', 'cp950'],
  'euc-kr': ['ks_c_5601-1987', 'korean', 'windows-949', 'cp949'],
};

function spellingsOfIso(part: number): string[] {
  const latin: Readonly<Record<number, string>> = { 2: '2', 3: '3', 4: '4', 10: '6', 13: '7', 14: '8', 15: '9' };
  const names = latin[part] ? [`latin${latin[part]}`, `latin-${latin[part]}`] : [];
  return [`iso8859-${part}`, `iso8859${part}`, `iso_8859-${part}`, ...names];
}

/** What TextDecoder lacks, or takes for the code page of Windows that resembles it. */
const TABLES: Readonly<Record<string, string>> = {
  'iso-8859-9': 'iso88599',
  latin5: 'iso88599',
  'iso-8859-11': 'iso885911',
  'iso-8859-16': 'iso885916',
  cp437: 'cp437',
  ibm437: 'cp437',
  cp850: 'cp850',
  ibm850: 'cp850',
  cp858: 'cp858',
  ibm00858: 'cp858',
};

const KNOWN: ReadonlyMap<string, Charset> = new Map<string, Charset>([
  ...Object.entries(OWN).flatMap(([by, labels]) =>
    labels.map((label): [string, Charset] => [label, { by: by as keyof typeof OWN }]),
  ),
  ...Object.entries(WHATWG).flatMap(([name, labels]) =>
    [name, ...labels].map((label): [string, Charset] => [label, { by: 'whatwg', name }]),
  ),
  ...Object.entries(TABLES).map(([label, name]): [string, Charset] => [label, { by: 'table', name }]),
]);

/** The charset that `label` names (case does not matter), or undefined: UTF-7 among others, since it hides what it holds. */
export function charsetNamed(label: string): Charset | undefined {
  return KNOWN.get(label.trim().toLowerCase());
}
