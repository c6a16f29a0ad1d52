import { type Artifact, isKind, withContents } from '../artifacts/artifact.js';
import { headersNamed } from '../artifacts/mail.js';
import type { XdsObject } from '../artifacts/xds-metadata.js';
import type { XmlElement } from '../artifacts/xml/tree.js';
import type { CheckContext } from '../checks/context.js';
import { addressesOf, isPatientAddress, PATIENT_TEST_ADDRESS } from '../identity/addresses.js';
import { matriculeFault } from '../identity/matricule.js';
import { isInsOid } from '../identity/oids.js';
import { People, type Person, type Secret, wordsOf } from './people.js';

/** Hides patients' identities and tokens in what a report shows of the artifacts. */
export type Mask = (text: string) => string;

/** Shows everything: only when the user asked for it. */
export const NO_MASK: Mask = (text) => text;

/**
 * Builds the mask of a dossier from the identities found in it. A patient's pseudonym is its rank in the order of paths, never a hash: a
 * matricule can be guessed from its hash. Matricules and tokens that no artifact declares are recognised by their form.
 */
export function maskFor(artifacts: readonly Artifact[], context: CheckContext): Mask {
  const identities = new Identities();
  for (const artifact of artifacts) identities.add(artifact);
  return identities.mask(context);
}

/** The identities of artifacts that are read one after the other and not kept. */
export class Identities {
  readonly #people = new People();

  /** Takes note of the identities of an artifact and of what it contains. */
  add(artifact: Artifact): void {
    for (const each of withContents(artifact)) for (const person of peopleOf(each)) this.#people.add(person);
  }

  mask(context: CheckContext): Mask {
    for (const { matricule } of context.patients) if (matricule) this.#people.add({ ins: [matricule] });
    const secrets = this.#people.secrets();
    // What is already hidden stays as it is: a patient may be called NOM.
    return (text) =>
      text
        .split(HIDDEN)
        .map((piece, index) => (index % 2 === 1 ? piece : hideMatricules(hideWords(hideTokens(piece), secrets))))
        .join('');
  }
}

const HIDDEN = /(\[(?:P\d+-)?(?:INS|id|nom|prenom|naissance|jeton)\])/;

function peopleOf(artifact: Artifact): Person[] {
  if (isKind(artifact, 'cda')) {
    return artifact.content.patients.map((patient) => {
      const name = patient.node.first('patient', 'name');
      const idsOf = (ins: boolean): string[] =>
        patient.ids.filter((id) => isInsOid(id.root) === ins).flatMap((id) => id.extension ?? []);
      return {
        ins: idsOf(true),
        ids: idsOf(false),
        names: textsOf(name?.childrenNamed('family')),
        givens: textsOf(name?.childrenNamed('given')),
        birthDates: [patient.birthTime?.attribute('value') ?? ''].filter((value) => value !== ''),
      };
    });
  }
  if (isKind(artifact, 'xdm')) {
    return artifact.content.subsets.flatMap(({ metadata }) => metadata.documentEntries.map(personOfEntry));
  }
  if (isKind(artifact, 'mail')) {
    const headers = ['from', 'to', 'cc', 'reply-to'].flatMap((name) => headersNamed(artifact.content, name));
    return headers
      .flatMap((header) => addressesOf(header.value))
      .filter((address) => isPatientAddress(address) && address !== PATIENT_TEST_ADDRESS)
      .map((address) => ({ ins: [address.split('@')[0] ?? ''] }));
  }
  return [];
}

/** The patient of a document entry: identifiers, and the traits of sourcePatientInfo (`PID-5|NAME^first^list`, `PID-7|date`). */
function personOfEntry(entry: XdsObject): Person {
  const ids = [
    ...[entry.identifier('DocumentEntry.patientId')?.value ?? ''],
    ...entry.slot('sourcePatientId').map((each) => each.value),
  ].map((cx) => cx.split('^'));
  const isIns = (cx: readonly string[]): boolean => isInsOid(cx[3]?.split('&')[1]);
  const field = (name: string): string[] =>
    entry
      .slot('sourcePatientInfo')
      .flatMap(({ value }) => (value.startsWith(`${name}|`) ? value.slice(name.length + 1) : []));
  const names = field('PID-5').map((name) => name.split('^'));
  return {
    ins: ids.filter(isIns).flatMap((cx) => cx[0] || []),
    ids: ids.filter((cx) => !isIns(cx)).flatMap((cx) => cx[0] || []),
    names: names.flatMap((name) => name[0] || []),
    givens: names.flatMap((name) => [name[1], name[2]].flatMap((given) => given || [])),
    birthDates: field('PID-7').filter((date) => date !== ''),
  };
}

function textsOf(elements: readonly XmlElement[] | undefined): string[] {
  return (elements ?? []).map((element) => element.normalizedText);
}

function hideTokens(text: string): string {
  return text.replace(/eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]+){1,2}/g, '[jeton]');
}

function hideMatricules(text: string): string {
  return text.replace(/(?<![0-9A-Za-z])[1-478]\d{5}[0-9AB]\d{8}(?![0-9A-Za-z])/g, (found) =>
    matriculeFault(found) ? found : '[INS]',
  );
}

function hideWords(text: string, secrets: ReadonlyMap<string, readonly Secret[]>): string {
  if (secrets.size === 0) return text;
  const words = wordsOf(text);
  let hidden = '';
  let done = 0;
  for (let at = 0; at < words.length; ) {
    const secret = secrets
      .get(words[at]?.word ?? '')
      ?.find((each) => each.words.every((word, offset) => words[at + offset]?.word === word));
    if (!secret) {
      at++;
      continue;
    }
    const last = words[at + secret.words.length - 1];
    hidden += text.slice(done, words[at]?.start) + secret.label;
    done = last?.end ?? done;
    at += secret.words.length;
  }
  return hidden + text.slice(done);
}
