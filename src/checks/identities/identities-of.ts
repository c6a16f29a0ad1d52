import type { Artifact } from '../../artifacts/artifact.js';
import { identitiesOfSoap } from './identities-of-soap.js';
import type { ToldIdentity } from './told-identity.js';

type Extract = (artifact: Artifact) => readonly ToldIdentity[];

/** What tells identities, by kind. A new kind is one line here and one file beside. */
const EXTRACTS: Partial<Readonly<Record<Artifact['kind'], Extract>>> = {
  soap: identitiesOfSoap,
};

/** Every identity of a patient that an artifact tells itself; those of what it contains are theirs. */
export function identitiesOf(artifact: Artifact): readonly ToldIdentity[] {
  return EXTRACTS[artifact.kind]?.(artifact) ?? [];
}
