/** Characters of a name: a path of two of them, below the folder of a user, keeps to the 260 of Windows. */
const MAX_FOLDER = 60;
const MAX_FILE = 80;

/** A device of Windows whatever follows its first dot, hidden, or an option of a command. */
const ODD_START = /^(?:$|[.~-]|(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$))/i;

/** Name of the folder of a chapter, its rank from 1 first: plain ASCII, taken by every file system, unique by its rank. */
export function chapterFolder(rank: number, chapters: number, chapter: string): string {
  const number = String(rank).padStart(Math.max(2, String(chapters).length), '0');
  const words = plain(chapter).replace(/[^A-Za-z0-9._-]+/g, ' ');
  return trimmed(`${number} ${trimmed(words.trim(), MAX_FOLDER)}`, MAX_FOLDER + number.length + 1);
}

/** Names of the files of one folder: plain ASCII, taken by every file system, each given once whatever the case. */
export class ProofNames {
  readonly #taken: Set<string>;

  /** @param reserved names of the folder that are no proofs. */
  constructor(reserved: readonly string[]) {
    this.#taken = new Set(reserved.map((name) => name.toLowerCase()));
  }

  /**
   * The number of a proof with `-` in place of `/`; `suffix` tells the files of one proof apart. The same sequence of calls gives the same names.
   * @param extension without its dot, empty for none.
   */
  take(proof: string, suffix: string, extension: string): string {
    const base = trimmed(plain(proof).replace(/[^A-Za-z0-9._-]+/g, '-'), MAX_FILE);
    const safe = `${ODD_START.test(base) ? '_' : ''}${base}${suffix}`;
    const dotted = extension === '' ? '' : `.${extension}`;
    for (let copy = 1; ; copy++) {
      const name = `${safe}${copy === 1 ? '' : `~${copy}`}${dotted}`;
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** Letters without their accents. */
function plain(text: string): string {
  return text
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'AE')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** At most `length` characters, and none at the end that Windows drops. */
function trimmed(text: string, length: number): string {
  return text.slice(0, length).replace(/[ .]+$/, '');
}
