import { isObject } from '../../../artifacts/json/document.js';
import type { JsonPath } from '../../../artifacts/json/path.js';

/** An object of a user info, with where it stands. An empty text stands for what is absent. */
export interface Placed {
  readonly path: JsonPath;
  /** Value of a member that is a text, without the spaces around it; undefined when it is absent or empty. */
  text(name: string): string | undefined;
}

/** A profession that is practised, and where. */
interface PlacedPractice extends Placed {
  readonly activities: readonly Placed[];
}

/** The user info itself. */
export function topOf(value: Readonly<Record<string, unknown>>): Placed {
  return placed(value, []);
}

/** `SubjectRefPro`, where the older shapes have the civility. */
export function professionalOf(value: Readonly<Record<string, unknown>>): Placed {
  return placed(isObject(value.SubjectRefPro) ? value.SubjectRefPro : {}, ['SubjectRefPro']);
}

/** The practices of a user info with their activities. */
export function practicesOf(value: Readonly<Record<string, unknown>>): PlacedPractice[] {
  const professional = isObject(value.SubjectRefPro) ? value.SubjectRefPro : {};
  return objectsAt(professional.exercices, ['SubjectRefPro', 'exercices']).map(([practice, path]) => ({
    ...placed(practice, path),
    activities: objectsAt(practice.activities, [...path, 'activities']).map(([each, at]) => placed(each, at)),
  }));
}

/** `otherIds`: the identifiers of the professional in each directory. */
export function otherIdsOf(value: Readonly<Record<string, unknown>>): (Placed & { readonly quality: unknown })[] {
  return objectsAt(value.otherIds, ['otherIds']).map(([each, path]) => ({
    ...placed(each, path),
    quality: each.qualite,
  }));
}

/** A code with the OID of what it is of, as Pro Santé Connect writes both in a text: `code^OID`. */
export interface Pair {
  readonly path: JsonPath;
  readonly code: string;
  readonly system: string | undefined;
}

/** The pairs of a member, which is a text or a list of texts. */
export function pairsOf(value: Readonly<Record<string, unknown>>, name: string): Pair[] {
  const member = value[name];
  const texts: (readonly [unknown, JsonPath])[] = Array.isArray(member)
    ? member.map((each: unknown, index) => [each, [name, index]] as const)
    : [[member, [name]]];
  return texts.flatMap(([text, path]) => {
    if (typeof text !== 'string' || text === '') return [];
    const [code = '', system] = text.split('^');
    return [{ path, code, system }];
  });
}

function objectsAt(value: unknown, path: JsonPath): [Readonly<Record<string, unknown>>, JsonPath][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown, index) => (isObject(each) ? [[each, [...path, index]]] : []));
}

function placed(object: Readonly<Record<string, unknown>>, path: JsonPath): Placed {
  return {
    path,
    text(name) {
      const value = Object.hasOwn(object, name) ? object[name] : undefined;
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
    },
  };
}
