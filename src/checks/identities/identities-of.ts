import type { Artifact, Kind } from '../../artifacts/artifact.js';
import { identitiesOfHl7v2 } from './identities-of-hl7v2.js';
import type { ToldIdentity } from './told-identity.js';

/** What tells identities, by kind. A new kind is one line here and one file beside. */
const EXTRACTS: { readonly [K in Kind]?: (artifact: Artifact<K>) => readonly ToldIdentity[] } = {
  hl7v2: identitiesOfHl7v2,
};

/** Every identity of a patient that an artifact tells itself; those of what it contains are theirs. */
export function identitiesOf<K extends Kind>(artifact: Artifact<K>): readonly ToldIdentity[] {
  const kind: K = artifact.kind;
  return EXTRACTS[kind]?.(artifact) ?? [];
}
