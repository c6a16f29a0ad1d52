import { isObject } from '../json/document.js';

/** An object of a document that was read. */
export type Members = Readonly<Record<string, unknown>>;

/** A member that is a text; Pro Santé Connect writes an empty one for what is absent. */
export function text(object: Members, name: string): string | undefined {
  const value = object[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A member that is a number. */
export function number(object: Members, name: string): number | undefined {
  const value = object[name];
  return typeof value === 'number' ? value : undefined;
}

/** The objects of a member that is a list. */
export function objects(object: Members, name: string): Members[] {
  const value = object[name];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The texts of a member that is a list, or the text that it is. */
export function texts(object: Members, name: string): string[] {
  const value = object[name];
  const values = Array.isArray(value) ? value : [value];
  return values.filter((each): each is string => typeof each === 'string' && each !== '');
}
