import type { Person } from '../../artifacts/people/person.js';
import { telecoms } from '../../artifacts/people/telecoms.js';
import type { SoapBody } from '../../artifacts/soap/body.js';
import { RESOURCE_ID } from '../../artifacts/soap/saml.js';
import type { SoapMessage } from '../../artifacts/soap/soap.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { readHl7Identifier } from '../../identity/hl7-identifier.js';
import { isInsOid } from '../../identity/oids.js';
import { birthPlacesOfXml, placesOfXml } from './places-of-xml.js';

type Valued = { readonly value: string } | undefined;

/** The patients that a SOAP message names outside of XDS metadata: the one of its VIHF, those of its body. */
export function peopleOfSoap({ document, security, body }: SoapMessage): Person[] {
  const resources = (security?.assertions ?? [])
    .flatMap((assertion) => assertion.attribute(RESOURCE_ID))
    .map((resource) => readHl7Identifier(resource.value))
    .map(({ value, oid }) => identified(value, oid));
  return [
    ...resources,
    ...peopleOfBody(body),
    ...(body.type === 'other' || body.type === 'patient-query' ? namedIn(document) : []),
  ];
}

/** The traits that a message of any form names by the usual names of elements. */
function namedIn(document: SoapMessage['document']): Person[] {
  const textsOf = (...names: string[]): string[] =>
    names
      .flatMap((name) => document.named(name))
      .flatMap((node) => node.attribute('value') || node.normalizedText || []);
  return [
    {
      names: textsOf('family', 'nomNaissance', 'NomNaissance', 'nom', 'lastName'),
      givens: textsOf('given', 'prenom', 'Prenom', 'prenoms', 'firstName'),
      birthDates: textsOf('birthTime', 'birthDate', 'dateNaissance', 'DateNaissance', 'dateOfBirth'),
      birthPlaces: textsOf('lieuNaissance', 'LieuNaissance', 'birthPlace', 'county'),
      addresses: textsOf('streetAddressLine', 'adresse', 'Adresse').map((line) => ({ lines: [line] })),
      ...telecoms(textsOf('telephone', 'Telephone', 'tel', 'mail', 'email')),
    },
  ];
}

function peopleOfBody(body: SoapBody): Person[] {
  switch (body.type) {
    case 'patient-query':
      return body.patientIds.map(({ root, extension }) => identified(extension?.value, root?.value));
    case 'patient-query-response':
      return body.patients.map((patient) => {
        const ids = patient.ids.map(({ root, extension }) => identified(extension?.value, root?.value));
        return {
          ins: ids.flatMap(({ ins = [] }) => ins),
          ids: ids.flatMap((each) => each.ids ?? []),
          names: texts(...patient.families),
          givens: texts(...patient.givens),
          birthDates: texts(patient.birthTime),
          ...placesOf(patient.node),
        };
      });
    case 'patient-list-response':
      return body.patients.map((patient) => {
        const ids = patient.ids.map(({ id, oid }) => identified(id?.value, oid?.value));
        return {
          ins: ids.flatMap(({ ins = [] }) => ins),
          ids: ids.flatMap((each) => each.ids ?? []),
          names: texts(patient.lastName),
          givens: texts(patient.firstName),
          birthDates: texts(patient.dateOfBirth),
        };
      });
    case 'insi-request':
      return [{ ...traitsOf(body.traits), ins: matriculesOf(body.matriculeIndividu, body.matriculeOuvrantDroit) }];
    case 'insi-response':
      return [{ ...(body.traits && traitsOf(body.traits)), ins: matriculesOf(body.active, ...body.former) }];
    default:
      return [];
  }
}

function identified(id: string | undefined, oid: string | undefined): Person {
  if (!id) return {};
  return isInsOid(oid) ? { ins: [id] } : { ids: [id] };
}

/** Of a patient of HL7 v3: some write them beside the person, some in it. */
function placesOf(node: XmlElement): Person {
  const person = node.first('patientPerson');
  const [beside, inside] = [placesOfXml(node), person ? placesOfXml(person) : {}];
  return {
    birthPlaces: birthPlacesOfXml(person),
    addresses: [...(beside.addresses ?? []), ...(inside.addresses ?? [])],
    phones: [...(beside.phones ?? []), ...(inside.phones ?? [])],
    mails: [...(beside.mails ?? []), ...(inside.mails ?? [])],
  };
}

interface Traits {
  readonly nomNaissance: Valued;
  readonly prenoms: readonly Valued[];
  readonly listePrenom: Valued;
  readonly dateNaissance: Valued;
  readonly lieuNaissance: Valued;
}

function traitsOf({ nomNaissance, prenoms, listePrenom, dateNaissance, lieuNaissance }: Traits): Person {
  return {
    names: texts(nomNaissance),
    givens: texts(...prenoms, listePrenom),
    birthDates: texts(dateNaissance),
    birthPlaces: texts(lieuNaissance),
  };
}

/** A matricule is written with its key, and without. */
function matriculesOf(
  ...all: readonly ({ readonly numIdentifiant: Valued; readonly cle: Valued } | undefined)[]
): string[] {
  return all.flatMap((each) => {
    const number = each?.numIdentifiant?.value;
    return number ? [number + (each.cle?.value ?? ''), number] : [];
  });
}

function texts(...values: readonly Valued[]): string[] {
  return values.flatMap((each) => each?.value || []);
}
