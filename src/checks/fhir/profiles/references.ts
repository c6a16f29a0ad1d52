import { isObject } from '../../../artifacts/json/document.js';

/** Finds what references refer to in the file itself: contained resources, and the entries of the Bundle. */
export class References {
  readonly #entries = new Map<string, unknown>();

  /** @param root the whole resource. */
  constructor(root: unknown) {
    const entries = isObject(root) && root.resourceType === 'Bundle' && Array.isArray(root.entry) ? root.entry : [];
    for (const entry of entries) {
      if (!isObject(entry) || !isObject(entry.resource)) continue;
      const { fullUrl, resource } = entry;
      if (typeof fullUrl === 'string') this.#add(fullUrl, resource);
      this.#add(`${String(resource.resourceType)}/${String(resource.id)}`, resource);
    }
  }

  /**
   * The resource that a Reference refers to, or undefined when it is not in the file.
   * @param within the resource that holds the reference, or whose contained resource does.
   */
  resolve(reference: unknown, within: unknown): Record<string, unknown> | undefined {
    const written = isObject(reference) ? reference.reference : reference;
    if (typeof written !== 'string') return undefined;
    if (written === '#') return isObject(within) ? within : undefined;
    const found = written.startsWith('#') ? containedOf(within, written.slice(1)) : this.#entries.get(written);
    return isObject(found) ? found : undefined;
  }

  #add(name: string, resource: unknown): void {
    if (!this.#entries.has(name)) this.#entries.set(name, resource);
  }
}

function containedOf(resource: unknown, id: string): unknown {
  const contained: unknown[] = isObject(resource) && Array.isArray(resource.contained) ? resource.contained : [];
  return contained.find((each) => isObject(each) && each.id === id);
}
