import { isDictionary, isReference, type PdfFile } from './pdf-file.js';
import type { PdfDictionary, PdfValue } from './pdf-value.js';

/** A dictionary of the document, and how it was reached. */
export interface Visit {
  readonly dictionary: PdfDictionary;
  /** The nearest key that leads to it, e.g. `OpenAction`. */
  readonly key: string;
  /** The key that leads to what holds it, e.g. `AA`. */
  readonly holder: string;
  /** Number of the object that it is or is in; none for what stands in the trailer. */
  readonly object: number | undefined;
}

/** What leads back, or holds nothing that acts, shows or is carried. */
const LEFT_OUT: ReadonlySet<string> = new Set(['Parent', 'P', 'StructTreeRoot', 'ParentTree', 'Prev', 'Dest']);

/** Every dictionary that the catalog leads to, each object once: circles end there. */
export function* walk(file: PdfFile): Generator<Visit> {
  interface Step {
    readonly value: PdfValue;
    readonly key: string;
    readonly holder: string;
    readonly object: number | undefined;
  }
  const seen = new Set<number>();
  const pending: Step[] = [{ value: file.trailer.get('Root') ?? null, key: 'Root', holder: '', object: undefined }];
  for (let step = pending.pop(); step; step = pending.pop()) {
    let { value, object } = step;
    if (isReference(value)) {
      object = value.object;
      if (seen.has(object)) continue;
      seen.add(object);
      value = file.object(object);
      if (isReference(value)) {
        pending.push({ ...step, value, object });
        continue;
      }
    }
    const { key, holder } = step;
    if (isDictionary(value)) {
      yield { dictionary: value, key, holder, object };
      for (const [name, inner] of [...value].reverse())
        if (isContainer(inner) && !LEFT_OUT.has(name)) pending.push({ value: inner, key: name, holder: key, object });
    } else if (Array.isArray(value)) {
      for (const inner of [...value].reverse())
        if (isContainer(inner)) pending.push({ value: inner, key, holder, object });
    }
  }
}

function isContainer(value: PdfValue): boolean {
  return isDictionary(value) || isReference(value) || Array.isArray(value);
}
