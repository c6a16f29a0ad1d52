import type { JsonPath } from '../../../artifacts/json/document.js';

/** What can be wrong with a resource, by its structure. */
export type FhirFault =
  /** A name that the type does not have. */
  | 'unknown-element'
  | 'missing-element'
  /** A list where one value is wanted, or the contrary. */
  | 'not-a-list'
  | 'a-list'
  | 'several-types'
  /** A list, an object or null that holds nothing. */
  | 'empty'
  /** An object where a simple value is wanted, or the contrary; a number instead of a string… */
  | 'json-type'
  | 'form'
  /** A resource of another type than those that may stand there. */
  | 'resource-type'
  | 'code'
  | 'invariant';

export interface FhirIssue {
  readonly fault: FhirFault;
  readonly path: JsonPath;
  readonly args: Readonly<Record<string, string | number>>;
  /** The value found, when it is a simple one. */
  readonly actual?: string;
}
