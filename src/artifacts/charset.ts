/** How a charset is decoded: Node's decoder is right for most; it is wrong or lacking for the others. */
export type Charset =
  | { readonly by: 'utf-8' | 'iso-8859-1' | 'windows-1252' | 'utf-16' | 'utf-16le' | 'utf-16be' }
  /** `whatwg`: by TextDecoder; `table`: by a table of iconv-lite, one byte a character. */
  | { readonly by: 'whatwg' | 'table'; readonly name: string };

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

/** Names that TextDecoder lacks for charsets that it has. */
const WHATWG: Readonly<Record<string, string>> = {
  'latin-9': 'iso-8859-15',
  latin9: 'iso-8859-15',
  'latin-2': 'iso-8859-2',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  cp1250: 'windows-1250',
  cp1251: 'windows-1251',
};

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
  ...Object.entries(WHATWG).map(([label, name]): [string, Charset] => [label, { by: 'whatwg', name }]),
  ...Object.entries(TABLES).map(([label, name]): [string, Charset] => [label, { by: 'table', name }]),
]);

/** The charset that `label` names (case does not matter), or undefined: UTF-7 among others, since it hides what it holds. */
export function charsetNamed(label: string): Charset | undefined {
  const name = label.trim().toLowerCase();
  const known = KNOWN.get(name);
  if (known) return known;
  try {
    return { by: 'whatwg', name: new TextDecoder(name).encoding };
  } catch {
    // The constructor is the only list that Node gives of what it knows.
    return undefined;
  }
}
