import { type Artifact, contained } from '../../artifacts/artifact.js';
import type { CdaPatient } from '../../artifacts/cda.js';

/** A CDA document that a mail carries in an XDM archive, with its patient. */
export interface CarriedDocument {
  readonly cda: Artifact<'cda'>;
  readonly patient: CdaPatient | undefined;
}

/** Documents of the XDM archives attached to a mail; those attached bare are not counted (ECO.2.4.1 speaks of archives). */
export function carriedDocuments(mail: Artifact<'mail'>): CarriedDocument[] {
  return archivesOf(mail).flatMap((archive) =>
    contained(archive, 'cda').map((cda) => ({ cda, patient: cda.content.patients[0] })),
  );
}

export function archivesOf(mail: Artifact<'mail'>): Artifact<'xdm'>[] {
  return contained(mail, 'xdm');
}
