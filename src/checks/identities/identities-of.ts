import type { Artifact, Kind } from '../../artifacts/artifact.js';
import { identitiesOfCda } from './identities-of-cda.js';
import { identitiesOfMail } from './identities-of-mail.js';
import { identitiesOfSoap } from './identities-of-soap.js';
import { identitiesOfXdm } from './identities-of-xds.js';
import type { ToldIdentity } from './told-identity.js';

/** What tells identities, by kind. A new kind is one line here and one file beside. */
const EXTRACTS: { readonly [K in Kind]?: (artifact: Artifact<K>) => readonly ToldIdentity[] } = {
  cda: identitiesOfCda,
  mail: identitiesOfMail,
  soap: identitiesOfSoap,
  xdm: identitiesOfXdm,
};

/** Every identity of a patient that an artifact tells itself; those of what it contains are theirs. */
export function identitiesOf<K extends Kind>(artifact: Artifact<K>): readonly ToldIdentity[] {
  return EXTRACTS[artifact.kind as K]?.(artifact) ?? [];
}
