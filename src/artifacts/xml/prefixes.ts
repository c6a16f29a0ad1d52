const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** The prefixes in scope while a document is read, each with the namespaces it was bound to, innermost last. */
export class Prefixes {
  readonly #bound = new Map<string, string[]>([
    ['xml', [XML]],
    ['xmlns', [XMLNS]],
  ]);
  /** What each open element declares. */
  readonly #declared: string[][] = [];

  open(): void {
    this.#declared.push(NOTHING);
  }

  /** Binds a prefix in the element opened last. */
  declare(prefix: string, namespace: string): void {
    const own = this.#declared.pop() ?? NOTHING;
    this.#declared.push(own === NOTHING ? [prefix] : own);
    if (own !== NOTHING) own.push(prefix);
    const bound = this.#bound.get(prefix);
    if (bound) bound.push(namespace);
    else this.#bound.set(prefix, [namespace]);
  }

  close(): void {
    const declared = this.#declared.pop() ?? NOTHING;
    // Few elements declare any.
    if (declared !== NOTHING) for (const prefix of declared) this.#bound.get(prefix)?.pop();
  }

  resolve(prefix: string): string | undefined {
    return this.#bound.get(prefix)?.at(-1);
  }
}

const NOTHING: string[] = [];

/**
 * Why a declaration is none, in the words of saxes (Namespaces in XML 1.0, 3 and 5). @param prefix empty for the default namespace.
 * @param mayUndefine whether a prefix may be given back, as in XML 1.1.
 */
export function faultOfDeclaration(prefix: string, namespace: string, mayUndefine: boolean): string | undefined {
  if (prefix !== '' && namespace === '' && !mayUndefine) return 'invalid attempt to undefine prefix in XML 1.0';
  if (prefix === 'xml' && namespace !== XML) return `xml prefix must be bound to ${XML}.`;
  if (prefix === 'xmlns' && namespace !== XMLNS) return `xmlns prefix must be bound to ${XMLNS}.`;
  if (prefix === 'xml' || (namespace !== XML && namespace !== XMLNS)) return undefined;
  if (prefix === '') return `the default namespace may not be set to ${namespace}.`;
  return namespace === XML
    ? 'may not assign the xml namespace to another prefix.'
    : `may not assign a prefix (even "xmlns") to the URI ${XMLNS}.`;
}
