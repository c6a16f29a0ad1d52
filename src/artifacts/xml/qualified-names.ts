import type { Prefixes } from './prefixes.js';
import type { XmlName } from './repeated.js';

/** A name as it is written, with what it stood for the last time. */
interface Written {
  readonly prefix: string;
  readonly local: string;
  last: XmlName | undefined;
}

/** Names remembered at most: what a document repeats comes early. */
const MOST = 50_000;

/**
 * Gives names their namespaces while a document is read (Namespaces in XML 1.0), and one value for all that are equal: a document has few names, and
 * millions of nodes that carry them.
 */
export class QualifiedNames {
  readonly #prefixes: Prefixes;
  readonly #kind: 'element' | 'attribute';
  readonly #refuse: (message: string) => never;
  readonly #known = new Map<string, Written>();

  /** @param refuse is told why a name is none, in the words of saxes. */
  constructor(prefixes: Prefixes, kind: 'element' | 'attribute', refuse: (message: string) => never) {
    this.#prefixes = prefixes;
    this.#kind = kind;
    this.#refuse = refuse;
  }

  /** @param name as it is written; the default namespace is not that of attributes. */
  of(name: string): XmlName {
    let written = this.#known.get(name);
    if (written === undefined) {
      written = this.#split(name);
      if (this.#known.size < MOST) this.#known.set(name, written);
    }
    const { prefix, local, last } = written;
    const bound = prefix === '' && this.#kind === 'attribute' ? '' : this.#prefixes.resolve(prefix);
    if (!bound && prefix !== '') this.#refuse(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
    const namespaceURI = bound || null;
    if (last !== undefined && last.namespaceURI === namespaceURI) return last;
    written.last = { localName: local, prefix: prefix || null, namespaceURI };
    return written.last;
  }

  #split(name: string): Written {
    const colon = name.indexOf(':');
    if (colon === -1) return { prefix: '', local: name, last: undefined };
    const prefix = name.slice(0, colon);
    const local = name.slice(colon + 1);
    if (prefix === '' || local === '' || local.includes(':')) this.#refuse(`malformed name: ${name}.`);
    if (prefix === 'xmlns' && this.#kind === 'element') this.#refuse('tags may not have "xmlns" as prefix.');
    return { prefix, local, last: undefined };
  }
}
