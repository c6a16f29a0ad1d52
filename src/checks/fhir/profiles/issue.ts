import type { JsonPath } from '../../../artifacts/json/document.js';

/** What can be wrong with a resource by a profile. */
export type ProfileFault =
  /** The profile is of another type of resource. */
  | 'profile-type'
  | 'missing'
  | 'too-many'
  | 'forbidden'
  | 'type'
  /** The value fits none of the profiles of its data type. */
  | 'type-profile'
  | 'target'
  | 'fixed'
  | 'pattern'
  | 'binding'
  /** A code that an extensible value set does not have, of a code system that it has. */
  | 'binding-extensible'
  | 'slice-missing'
  | 'slice-too-many'
  | 'slice-closed'
  | 'slice-order'
  | 'invariant'
  | 'invariant-warning';

export interface ProfileIssue {
  readonly fault: ProfileFault;
  readonly path: JsonPath;
  readonly args: Readonly<Record<string, string | number>>;
  /** The value found, when it is a simple one. */
  readonly actual?: string;
}

const WARNINGS: ReadonlySet<ProfileFault> = new Set(['binding-extensible', 'invariant-warning']);

/** Whether an issue makes that a value does not conform. */
export function isError({ fault }: ProfileIssue): boolean {
  return !WARNINGS.has(fault);
}
