import { type Artifact, isKind, withContents } from '../artifacts/artifact.js';
import { headersNamed } from '../artifacts/mail/mail.js';
import type { XdsObject } from '../artifacts/xds/metadata.js';
import type { XmlElement } from '../artifacts/xml/tree.js';
import type { CheckContext } from '../checks/context.js';
import { addressesOf, isPatientAddress, PATIENT_TEST_ADDRESS } from '../identity/addresses.js';
import { isInsOid } from '../identity/oids.js';
import { People, type Person, type Secret, wordsOf } from './people/people.js';
import { peopleOfDatamatrix } from './people/people-of-datamatrix.js';
import { peopleOfFhir } from './people/people-of-fhir.js';
import { peopleOfHl7v2 } from './people/people-of-hl7v2.js';
import { peopleOfLog, secretsOfLog } from './people/people-of-log.js';
import { peopleOfSoap } from './people/people-of-soap.js';

/** Hides patients' identities and tokens in what a report shows of the artifacts. */
export type Mask = (text: string) => string;

/** Shows everything: only when the user asked for it. */
export const NO_MASK: Mask = (text) => text;

/**
 * The identities of artifacts that are read one after the other and not kept. A patient's pseudonym is its rank in the order of paths, never
 * a hash: a matricule can be guessed from its hash. Matricules and tokens that no artifact declares are recognised by their form.
 */
export class Identities {
  readonly #people = new People();
  readonly #secrets = new Set<string>();

  /** Takes note of the identities of an artifact and of what it contains. */
  add(artifact: Artifact): void {
    // A slice of a document's text would keep the whole document in memory.
    for (const each of withContents(artifact)) {
      for (const person of peopleOf(each)) this.#people.add(structuredClone(person));
      if (isKind(each, 'log'))
        for (const secret of secretsOfLog(each.content)) this.#secrets.add(structuredClone(secret));
    }
  }

  mask(context: CheckContext): Mask {
    for (const { matricule } of context.patients) if (matricule) this.#people.add({ ins: [matricule] });
    const secrets = this.#people.secrets();
    // Shorter ones are words of any text.
    const tokens = [...this.#secrets].filter((each) => each.length >= 6).sort((a, b) => b.length - a.length);
    const hideSecrets = (text: string): string =>
      tokens.reduce((shown, each) => shown.replaceAll(each, '[jeton]'), text);
    // What is already hidden stays as it is: a patient may be called NOM.
    return (text) =>
      text
        .split(HIDDEN)
        .map((piece, index) =>
          index % 2 === 1 ? piece : hideMatricules(hideWords(hideTokens(hideSecrets(piece)), secrets)),
        )
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
  if (isKind(artifact, 'soap')) {
    return artifact.content.messages.flatMap((message) => [
      ...('metadata' in message.body ? message.body.metadata.documentEntries.map(personOfEntry) : []),
      ...peopleOfSoap(message),
    ]);
  }
  if (isKind(artifact, 'hl7v2')) return peopleOfHl7v2(artifact.content.messages);
  if (isKind(artifact, 'fhir')) return peopleOfFhir(artifact.content.json.value);
  if (isKind(artifact, 'datamatrix')) return peopleOfDatamatrix(artifact.content);
  if (isKind(artifact, 'log')) return peopleOfLog(artifact.content);
  if (isKind(artifact, 'mail')) {
    const headers = ['from', 'to', 'cc', 'bcc', 'reply-to'].flatMap((name) => headersNamed(artifact.content, name));
    const mailboxes = headers
      .flatMap((header) => addressesOf(header.raw))
      .filter((address) => isPatientAddress(address) && address !== PATIENT_TEST_ADDRESS)
      .map((address) => ({ ins: [address.split('@')[0] ?? ''] }));
    const subjects = headersNamed(artifact.content, 'subject').map((header) => personOfSubject(header.value));
    return [...mailboxes, ...subjects, ...artifact.children.map((child) => personOfFileName(child.path))];
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

/** The patient that a subject names, whoever the documents are about: `XDM/1.0/DDM+<label> <NAME> <first name> <date>` (ECO.2.1.3). */
function personOfSubject(subject: string): Person {
  const text = subject.trimEnd();
  const date = /(?<=\s)\d{2}\/\d{2}\/\d{4}$/.exec(text)?.[0] ?? '';
  const birthDates = date === '' ? [] : [date];
  if (birthDates.length === 0 && !/^XDM\//i.test(subject)) return {};
  const words = text
    .slice(0, text.length - date.length)
    .trimEnd()
    .split(/\s+/);
  const given = words.at(-1) ?? '';
  // The name is the run of capitals before the first name; without one, the word before.
  const name: string[] = [];
  for (const word of words.slice(1, -1).toReversed()) {
    if (name.length > 0 && word !== word.toUpperCase()) break;
    name.unshift(word);
  }
  return { names: [name.join(' '), ...name], givens: [given], birthDates };
}

/** The patient that the name of a PDF copy tells: `<date>_<type>_<NAME>_<first name>[_<number>].pdf` (ECO.2.1.6). */
function personOfFileName(path: string): Person {
  const parts = /(?:^|[!/])\d{8}_[^_]*_([^_!/]+)_([^_!/.]+)(?:_[^_!/]*)?\.pdf$/i.exec(path);
  return parts ? { names: [parts[1] ?? ''], givens: [parts[2] ?? ''] } : {};
}

function textsOf(elements: readonly XmlElement[] | undefined): string[] {
  return (elements ?? []).map((element) => element.normalizedText);
}

/** Tokens in compact form, and the values of parameters that are secrets or lead to a session. */
function hideTokens(text: string): string {
  return text
    .replace(/e[wy][A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]+){1,2}/g, '[jeton]')
    .replace(/([?&](?:code|state|nonce|session\w*|\w*token\w*|client_secret|password)=)[^&\s"'#]+/gi, '$1[jeton]');
}

/** Whatever has the form of a matricule, its key right or not: a typing mistake in a matricule is still nearly one. */
function hideMatricules(text: string): string {
  return text.replace(/(?<!\d)[1-478]([ .\u00a0-]?)\d{2}\1\d{2}\1\d[\dAB]\1\d{3}\1\d{3}\1\d{2}(?!\d)/g, '[INS]');
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
