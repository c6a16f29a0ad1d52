import { cutAt } from './escape-text.js';

/** Characters of a name, its extension and what tells it from others apart: file systems stop at 255 bytes. */
const MAX_NAME = 150;

/** What no system takes in a name, or takes otherwise than another does; dots stay inside. */
const UNSAFE = /[^A-Za-z0-9._-]+/g;
/** Empty, hidden, an option of a command, or a device of Windows whatever follows its first dot. */
const ODD_START = /^(?:$|[.-]|(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$))/i;

/** Names of the files of one report in several parts: plain ASCII, safe on every system, each given once whatever the case. */
export class PartNames {
  readonly #taken = new Map<string, number>();

  /** A name made from `wanted`, such as the path of an artifact, masked. The same sequence of calls gives the same names. */
  take(wanted: string, extension: string): string {
    const plain = wanted.normalize('NFD').replace(/\p{M}/gu, '').replace(UNSAFE, '_');
    const short = plain.length > MAX_NAME ? `${cutAt(plain, MAX_NAME / 2)}..${plain.slice(-MAX_NAME / 2)}` : plain;
    const base = ODD_START.test(short) ? `_${short}` : short;
    for (;;) {
      const key = base.toLowerCase();
      const count = (this.#taken.get(key) ?? 0) + 1;
      this.#taken.set(key, count);
      const name = count === 1 ? base : `${base}-${count}`;
      if (count === 1) return name + extension;
      if (!this.#taken.has(name.toLowerCase())) {
        this.#taken.set(name.toLowerCase(), 1);
        return name + extension;
      }
    }
  }
}
