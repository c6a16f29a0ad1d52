import { type Artifact, isKind } from '../../../artifacts/artifact.js';
import { groupBy } from '../../../artifacts/group-by.js';
import { isResponse } from '../../../artifacts/soap/body.js';
import { STATUS_MEANING } from '../../../identity/statuses.js';
import type { CheckContext } from '../../context.js';
import type { Place } from '../../define.js';
import { currentIns } from '../../identities/current-ins.js';
import { identitiesOf } from '../../identities/identities-of.js';
import { identitiesOfMessage } from '../../identities/identities-of-soap.js';
import { LONGEST_LIST, type ToldIdentity, traitsOf } from '../../identities/told-identity.js';
import { type InsiFinding, insiFindings, type KeptMessage, keptMessages } from './exchanges.js';

/** Kinds in which software exports identities, and those in which INSi answers. */
export const EXPORTS = ['soap', 'cda', 'hl7v2', 'fhir'] as const;

/** What is kept of an artifact: what INSi answered in it, and the identities that the software exported in it. */
interface KeptExport {
  readonly path: string;
  readonly patient: string | undefined;
  readonly messages: readonly KeptMessage[];
  readonly exported: readonly ToldIdentity[];
}

/** An identity that the software exported, with what INSi found of that person. */
export interface ExportedPerson {
  /** Path of the artifact. */
  readonly path: string;
  readonly identity: ToldIdentity;
  /** None for a person whom no answer is about. */
  readonly found: readonly InsiFinding[];
}

/** What the checks of INSi keep of an artifact. What was received, and documents of the past, are no exports of what INSi answered. */
export function keptExport(artifact: Artifact<(typeof EXPORTS)[number]>): KeptExport {
  const { role, patient } = artifact.declared;
  return {
    path: artifact.path,
    patient,
    messages: isKind(artifact, 'soap') ? keptMessages(artifact) : [],
    exported: role === 'incoming' || role === 'historical' ? [] : exportedBy(artifact),
  };
}

/** What the software itself tells of patients: not what it asks INSi or the DMP, nor what they answer. */
function exportedBy(artifact: Artifact): ToldIdentity[] {
  const told = isKind(artifact, 'soap')
    ? artifact.content.messages
        .filter(({ body }) => !isResponse(body))
        .flatMap((message) => identitiesOfMessage(message, artifact.path))
    : identitiesOf(artifact);
  return told.filter(({ asked, source }) => !asked && source !== 'insi' && source !== 'dmp-query');
}

/** The identities exported, each with what INSi found of the person: by the matricule, or by the declared patient; never by the name. */
export function exportedPersons(kept: readonly KeptExport[], context: CheckContext): ExportedPerson[] {
  const found = insiFindings(kept.flatMap(({ messages }) => messages));
  const byMatricule = distinctBy(found, ({ identity }) => currentIns(identity)?.value);
  const byPatient = distinctBy(found, ({ patient }) => patient);
  const statuses = new Map(context.patients.map(({ id, status }) => [id, status]));
  return kept.flatMap(({ path, patient, exported }) => {
    const matricules = new Set(exported.flatMap((each) => currentIns(each)?.value ?? []));
    const status = statuses.get(patient ?? '');
    return exported.map((identity) => {
      const matricule = currentIns(identity)?.value;
      // A feed also tells identities that lost their INS when a trait was changed, and a file about several persons is not the declared one's.
      const isDeclaredOne = identity.source !== 'hl7v2' && matricules.size < 2;
      const hasIns = matricule !== undefined || (status !== undefined && STATUS_MEANING[status].holdsIns);
      const persons = new Set([
        ...(byMatricule.get(matricule ?? '') ?? []),
        ...((isDeclaredOne && hasIns && byPatient.get(patient ?? '')) || []),
      ]);
      return { path, identity, found: [...persons] };
    });
  });
}

/** The answers about each person, one of those that tell the same: a software asks again at each visit. */
function distinctBy(
  found: readonly InsiFinding[],
  keyOf: (answer: InsiFinding) => string | undefined,
): Map<string, InsiFinding[]> {
  const groups = [...groupBy(found, keyOf)].map(([key, all]): [string, InsiFinding[]] => {
    const distinct = new Map<string, InsiFinding>();
    for (const answer of all) {
      const told = JSON.stringify([traitsOf(answer.identity), answer.bars]);
      if (!distinct.has(told)) distinct.set(told, answer);
    }
    // Nobody's traits change as often: no answer then says which are right.
    return [key, distinct.size > LONGEST_LIST ? [] : [...distinct.values()]];
  });
  return new Map(groups);
}

/** Arguments that name the place of an answer. */
export function answerPlace({ artifact, line }: Place): { readonly otherPath: string; readonly otherLine: number } {
  return { otherPath: artifact, otherLine: line ?? 0 };
}
