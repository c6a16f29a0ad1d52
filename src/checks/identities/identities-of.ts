import type { Artifact, Kind } from '../../artifacts/artifact.js';
import { identitiesOfDatamatrix } from './identities-of-datamatrix.js';
import { identitiesOfFhir } from './identities-of-fhir.js';
import { identitiesOfHar } from './identities-of-har.js';
import { identitiesOfLog } from './identities-of-log.js';
import type { ToldIdentity } from './told-identity.js';

type Extract = (artifact: Artifact) => readonly ToldIdentity[];

type Extracts = { readonly [K in Kind]?: (artifact: Artifact<K>) => readonly ToldIdentity[] };

/** What tells identities, by kind. A new kind is one line here and one file beside. */
const EXTRACTS: Extracts = {
  datamatrix: identitiesOfDatamatrix,
  fhir: identitiesOfFhir,
  har: identitiesOfHar,
  log: identitiesOfLog,
};

/** Every identity of a patient that an artifact tells itself; those of what it contains are theirs. */
export function identitiesOf(artifact: Artifact): readonly ToldIdentity[] {
  const extract = EXTRACTS[artifact.kind] as Extract | undefined;
  return extract?.(artifact) ?? [];
}
