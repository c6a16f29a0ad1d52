import { type Artifact, isKind } from '../../artifacts/artifact.js';
import { hl7Places } from '../../artifacts/people/hl7-places.js';
import type { Person } from '../../artifacts/people/person.js';
import { telecoms } from '../../artifacts/people/telecoms.js';
import { type NamedTrait, traitNamed } from '../../artifacts/people/trait-names.js';
import type { XdsMetadata } from '../../artifacts/xds/metadata.js';
import type { XdsObject } from '../../artifacts/xds/object.js';
import { readHl7Identifier } from '../../identity/hl7-identifier.js';
import { readHl7Person } from '../../identity/hl7-name.js';
import { isInsOid } from '../../identity/oids.js';
import { peopleOfCda } from './people-of-cda.js';
import { peopleOfDatamatrix } from './people-of-datamatrix.js';
import { peopleOfFhir } from './people-of-fhir.js';
import { peopleOfHl7v2 } from './people-of-hl7v2.js';
import { peopleOfIdentities } from './people-of-identities.js';
import { peopleOfLog } from './people-of-log.js';
import { peopleOfMail, personOfFileName } from './people-of-mail.js';
import { peopleOfSoap } from './people-of-soap.js';
import { personOfText } from './people-of-text.js';

/** What an archive carries for people to read: whoever made it named it. */
const FOR_PEOPLE = /\.(?:pdf|jpe?g|png|tiff?|rtf|docx?|txt)$/i;

/** The patients, and those close to them, that an artifact names itself; what it contains is not gone through. */
export function peopleOf(artifact: Artifact): Person[] {
  const { path } = artifact;
  // What its own name says: read again for each of its contents, it would be that of the file.
  const named = personOfFileName(path.slice(path.lastIndexOf('!') + 1));
  return [
    ...peopleIn(artifact),
    ...peopleOfIdentities(artifact),
    ...(named ? [named] : []),
    ...(artifact.within === 'xdm' && FOR_PEOPLE.test(path) ? [personOfText(path.slice(path.search(/[^!/]*$/)))] : []),
  ];
}

function peopleIn(artifact: Artifact): Person[] {
  if (isKind(artifact, 'cda')) return peopleOfCda(artifact.content);
  if (isKind(artifact, 'xdm')) return artifact.content.subsets.flatMap(({ metadata }) => peopleOfMetadata(metadata));
  if (isKind(artifact, 'soap')) {
    return artifact.content.messages.flatMap((message) => [
      ...('metadata' in message.body ? peopleOfMetadata(message.body.metadata) : []),
      ...peopleOfSoap(message),
    ]);
  }
  if (isKind(artifact, 'hl7v2')) return peopleOfHl7v2(artifact.content.messages);
  if (isKind(artifact, 'fhir')) return peopleOfFhir(artifact.content.json.value);
  if (isKind(artifact, 'datamatrix')) return peopleOfDatamatrix(artifact.content);
  if (isKind(artifact, 'log')) return peopleOfLog(artifact.content);
  if (isKind(artifact, 'mail')) return peopleOfMail(artifact.content);
  if (isKind(artifact, 'har')) {
    return artifact.content.exchanges.map(({ url, form }) => {
      const pairs = [...url.searchParams, ...form.map(({ name, value }): [string, string] => [name, value])];
      return personOfPairs(pairs);
    });
  }
  return isKind(artifact, 'other') ? [...(artifact.content.people ?? [])] : [];
}

/** The person that the parameters of a search name. */
function personOfPairs(pairs: readonly (readonly [string, string])[]): Person {
  const valuesOf = (trait: NamedTrait): string[] =>
    pairs.flatMap(([name, value]) => (traitNamed(name.split(':')[0] ?? '') === trait && value !== '' ? [value] : []));
  return {
    names: valuesOf('names'),
    givens: valuesOf('givens'),
    birthDates: valuesOf('birthDates'),
    birthPlaces: valuesOf('birthPlaces'),
    addresses: valuesOf('addresses').map((line) => ({ lines: [line] })),
    ...telecoms([...valuesOf('phones'), ...valuesOf('mails').filter((each) => !/mssante\.fr$/i.test(each))]),
  };
}

function peopleOfMetadata({ documentEntries, onDemandEntries, submissionSets, folders }: XdsMetadata): Person[] {
  return [
    ...[...documentEntries, ...onDemandEntries].map((entry) => personOfObject(entry, 'DocumentEntry.patientId')),
    ...submissionSets.map((each) => personOfObject(each, 'SubmissionSet.patientId')),
    ...folders.map((each) => personOfObject(each, 'Folder.patientId')),
    ...[...documentEntries, ...onDemandEntries, ...submissionSets].flatMap(patientsActing),
  ];
}

/** Those who write, sign or receive under a matricule: a patient may, or who answers for a patient. */
function patientsActing(object: XdsObject): Person[] {
  const written = [
    ...object.authors.flatMap(({ persons }) => persons),
    ...object.slot('legalAuthenticator'),
    ...object.slot('intendedRecipient'),
  ];
  // A recipient is `organization|person|address`.
  return written
    .flatMap(({ value }) => value.split('|'))
    .map(readHl7Person)
    .filter(({ oid }) => isInsOid(oid))
    .map(({ id, family, given }) => ({ ins: [id], names: [family], givens: [given] }));
}

/** Identifiers, and the traits of sourcePatientInfo (`PID-5|NAME^first^list`, `PID-7|date`). */
function personOfObject(entry: XdsObject, identifier: Parameters<XdsObject['identifier']>[0]): Person {
  const identifiers = [
    entry.identifier(identifier)?.value ?? '',
    ...entry.slot('sourcePatientId').map((each) => each.value),
  ];
  const ids = identifiers.map(readHl7Identifier);
  const field = (name: string): string[] =>
    entry
      .slot('sourcePatientInfo')
      .flatMap(({ value }) => (value.startsWith(`${name}|`) ? value.slice(name.length + 1).split('~') : []));
  const parts = (value: string): string[] => value.split('^');
  // The name, that of the mother, an alias.
  const names = ['PID-5', 'PID-6', 'PID-9'].flatMap(field).map(parts);
  const formless = entry
    .slot('sourcePatientInfo')
    .flatMap(({ value }) =>
      /^PID-\d{1,2}\|/.test(value) ? [] : value.replace(/PID\W?\d{1,2}/gi, ' ').split(/[|^~&:,;]/),
    )
    .map((each) => each.trim());
  const words = formless.filter((each) => /^\p{L}[^\d]{3,}$/u.test(each));
  return {
    ins: ids.filter(({ oid }) => isInsOid(oid)).flatMap(({ value }) => value || []),
    ids: [
      ...ids.filter(({ oid }) => !isInsOid(oid)).flatMap(({ value }) => value || []),
      // A number may stand in the place of another component; the seventh is a date.
      ...identifiers.flatMap((each) =>
        each.split('^').flatMap((part, at) => (at === 0 || at === 6 ? [] : numbersIn(part))),
      ),
    ],
    names: [...names.flatMap((name) => name[0] || []), ...words.slice(0, 1)],
    givens: [...names.flatMap((name) => [name[1], name[2]].flatMap((given) => given || [])), ...words.slice(1)],
    birthDates: [...field('PID-7'), ...formless.filter((each) => /^\d/.test(each))].filter((date) => date !== ''),
    ...hl7Places(field('PID-11').map(parts), [...field('PID-13'), ...field('PID-14')].map(parts)),
  };
}

function numbersIn(component: string): string[] {
  return component.split('&').filter((each) => /^\d{6,}$/.test(each.trim()));
}
