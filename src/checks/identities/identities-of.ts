import type { Artifact, Kind } from '../../artifacts/artifact.js';
import { copied } from '../copied.js';
import { identitiesOfCda } from './identities-of-cda.js';
import { identitiesOfDatamatrix } from './identities-of-datamatrix.js';
import { identitiesOfFhir } from './identities-of-fhir.js';
import { identitiesOfHar } from './identities-of-har.js';
import { identitiesOfHl7v2 } from './identities-of-hl7v2.js';
import { identitiesOfLog } from './identities-of-log.js';
import { identitiesOfMail } from './identities-of-mail.js';
import { identitiesOfSoap } from './identities-of-soap.js';
import { identitiesOfXdm } from './identities-of-xds.js';
import type { ToldIdentity } from './told-identity.js';

/** What tells identities, by kind. A new kind is one line here and one file beside. */
const EXTRACTS: { readonly [K in Kind]?: (artifact: Artifact<K>) => readonly ToldIdentity[] } = {
  cda: identitiesOfCda,
  datamatrix: identitiesOfDatamatrix,
  fhir: identitiesOfFhir,
  har: identitiesOfHar,
  hl7v2: identitiesOfHl7v2,
  log: identitiesOfLog,
  mail: identitiesOfMail,
  soap: identitiesOfSoap,
  xdm: identitiesOfXdm,
};

/** The checks of one artifact ask for the same, and some keep it. */
const KNOWN = new WeakMap<object, readonly ToldIdentity[]>();

/** Every identity of a patient that an artifact tells itself; those of what it contains are theirs. */
export function identitiesOf<K extends Kind>(artifact: Artifact<K>): readonly ToldIdentity[] {
  const known = KNOWN.get(artifact);
  if (known) return known;
  const identities = (EXTRACTS[artifact.kind as K]?.(artifact) ?? []).map(copied);
  KNOWN.set(artifact, identities);
  return identities;
}
