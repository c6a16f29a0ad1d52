import type { Artifact } from '../../artifacts/artifact.js';
import type { Location } from '../../artifacts/location.js';
import { RESOURCE_ID } from '../../artifacts/soap/saml.js';
import type { SoapMessage } from '../../artifacts/soap/soap.js';
import type { XmlValue } from '../../artifacts/xml/value.js';
import { readHl7Identifier } from '../../identity/hl7-identifier.js';
import { authorityOf } from '../../identity/oids.js';
import { identitiesOfXds } from './identities-of-xds.js';
import { presentTraits, type Told, type ToldIdentity } from './told-identity.js';

type Body<T> = Extract<SoapMessage['body'], { type: T }>;
type Ids = Pick<ToldIdentity, 'matricules' | 'localIds'>;

/** What the messages of a SOAP capture tell of patients: the VIHF, then the body. The attached documents are artifacts of their own. */
export function identitiesOfSoap({ content, path }: Artifact<'soap'>): ToldIdentity[] {
  return content.messages.flatMap((message) => identitiesOfMessage(message, path));
}

/** @param path of the artifact that holds the message. */
export function identitiesOfMessage(message: SoapMessage, path: string): ToldIdentity[] {
  return [...writtenPatientIds(message).map(ofWrittenId), ...ofBody(message, path)];
}

/** An identifier of the patient that a message writes as a text: in the VIHF, or in the parameter of a query. */
export interface WrittenPatientId extends Told {
  readonly source: 'vihf' | 'xds';
  /** Between single quotes, as a query wants it. */
  readonly isQuoted: boolean;
}

/** In the order of the message; of an ITI-18, a value is one text or a list of them between parentheses. */
export function writtenPatientIds({ document, security, body }: SoapMessage): WrittenPatientId[] {
  const resources = (security?.assertions ?? []).flatMap((assertion) => assertion.attribute(RESOURCE_ID));
  const queried =
    body.type === 'stored-query'
      ? body.parameters.filter(({ name }) => /PatientId$/.test(name)).flatMap(({ values }) => values)
      : [];
  return [
    ...resources.map(({ value, node }): WrittenPatientId => {
      return { source: 'vihf', value, at: document.locate(node), isQuoted: false };
    }),
    ...queried.flatMap(({ value, node }) => {
      const quoted = value.match(/'[^']*'/g)?.map((each) => each.slice(1, -1));
      const at = document.locate(node);
      return (quoted ?? [value]).map((each): WrittenPatientId => {
        return { source: 'xds', value: each, at, isQuoted: quoted !== undefined };
      });
    }),
  ].filter(({ value }) => value.trim() !== '');
}

function ofWrittenId({ source, value: cx, at }: WrittenPatientId): ToldIdentity {
  const { value, oid } = readHl7Identifier(cx);
  return { source, at, ...toldId(value, oid, at), traits: {}, ...(source === 'xds' && { asked: true }) };
}

function ofBody(message: SoapMessage, path: string): ToldIdentity[] {
  const { body } = message;
  switch (body.type) {
    case 'provide-and-register':
    case 'register':
    case 'update':
      return identitiesOfXds(body.metadata, path);
    case 'stored-query-response':
      // An entry keeps the traits of the day it was sent.
      return identitiesOfXds(body.metadata, path).map((identity) => ({ ...identity, traits: {} }));
    case 'insi-request':
      return ofInsiRequest(message, body);
    case 'insi-response':
      return ofInsiResponse(message, body);
    case 'patient-query':
      return ofPatientQuery(message, body);
    case 'patient-query-response':
      return ofPatientQueryResponse(message, body);
    case 'patient-list-response':
      return ofPatientList(message, body);
    default:
      return [];
  }
}

function ofInsiRequest(
  message: SoapMessage,
  { node, matriculeIndividu, traits }: Body<'insi-request'>,
): ToldIdentity[] {
  const at = message.document.locate(node);
  const matricule = joined(message, matriculeIndividu);
  return [
    {
      source: 'insi',
      at,
      matricules: matricule ? [{ ...matricule, oid: undefined }] : [],
      localIds: [],
      traits: insiTraits(message, traits),
      asked: true,
    },
  ];
}

function ofInsiResponse(message: SoapMessage, { node, active, former, traits }: Body<'insi-response'>): ToldIdentity[] {
  if (!active && former.length === 0 && !traits) return [];
  const matricules = [
    ...(active ? [{ own: active, isFormer: false }] : []),
    ...former.map((own) => ({ own, isFormer: true })),
  ];
  return [
    {
      source: 'insi',
      at: message.document.locate(node),
      matricules: matricules.flatMap(({ own, isFormer }) => {
        const told = joined(message, own);
        return told ? [{ ...told, oid: toldAt(message, own.oid), ...(isFormer && { former: true }) }] : [];
      }),
      localIds: [],
      traits: traits ? insiTraits(message, traits) : {},
    },
  ];
}

/** A matricule that the service splits: 13 characters, then the key. */
function joined(
  message: SoapMessage,
  matricule: Body<'insi-request'>['matriculeIndividu'] | Body<'insi-response'>['active'],
): Told | undefined {
  const told = toldAt(message, matricule?.numIdentifiant);
  return told && { value: told.value + (matricule?.cle?.value ?? ''), at: told.at };
}

/** `Prenom` is not the first birth given name: that one comes from `ListePrenom` (INS/va1.52). */
function insiTraits(
  message: SoapMessage,
  { nomNaissance, listePrenom, sexe, dateNaissance, lieuNaissance }: Body<'insi-request'>['traits'],
): ToldIdentity['traits'] {
  return presentTraits({
    birthName: toldAt(message, nomNaissance),
    givenList: toldAt(message, listePrenom),
    sex: toldAt(message, sexe),
    birthDate: toldAt(message, dateNaissance),
    birthPlace: toldAt(message, lieuNaissance),
  });
}

function ofPatientQuery(message: SoapMessage, { node, patientIds }: Body<'patient-query'>): ToldIdentity[] {
  const ids = toldIds(message, patientIds);
  if (ids.matricules.length + ids.localIds.length === 0) return [];
  return [{ source: 'dmp-query', at: message.document.locate(node), ...ids, traits: {}, asked: true }];
}

/** The given name is left out: the DMP does not tell whether it is the one of birth or the one used. */
function ofPatientQueryResponse(message: SoapMessage, { patients }: Body<'patient-query-response'>): ToldIdentity[] {
  return patients.map(({ node, ids, families, gender, birthTime }) => ({
    source: 'dmp-query',
    at: message.document.locate(node),
    ...toldIds(message, ids),
    traits: presentTraits({
      birthName: toldAt(
        message,
        families.find(({ qualifier }) => qualifier === 'BR'),
      ),
      usedName: toldAt(
        message,
        families.find(({ qualifier }) => qualifier === 'SP' || qualifier === 'CL'),
      ),
      sex: toldAt(message, gender),
      birthDate: toldAt(message, birthTime),
    }),
  }));
}

/** Names are left out for the same reason. */
function ofPatientList(message: SoapMessage, { patients }: Body<'patient-list-response'>): ToldIdentity[] {
  return patients.map(({ node, ids, dateOfBirth }) => ({
    source: 'dmp-query',
    at: message.document.locate(node),
    ...toldIds(
      message,
      ids.map(({ id, oid }) => ({ extension: id, root: oid })),
    ),
    traits: presentTraits({ birthDate: toldAt(message, dateOfBirth) }),
  }));
}

function toldIds(
  message: SoapMessage,
  ids: readonly { readonly root: XmlValue | undefined; readonly extension: XmlValue | undefined }[],
): Ids {
  const told = ids.flatMap(({ root, extension }) => {
    const id = toldAt(message, extension);
    return id ? [toldId(id.value, root?.value.trim() ?? '', id.at)] : [];
  });
  return { matricules: told.flatMap((each) => each.matricules), localIds: told.flatMap((each) => each.localIds) };
}

/** A matricule under a national authority, or without any; else a local identifier. */
function toldId(value: string, oid: string, at: Location): Ids {
  if (value === '') return { matricules: [], localIds: [] };
  if (oid !== '' && !authorityOf(oid)) return { matricules: [], localIds: [{ value, authority: oid, at }] };
  return { matricules: [{ value, at, oid: oid === '' ? undefined : { value: oid, at } }], localIds: [] };
}

function toldAt({ document }: SoapMessage, found: XmlValue | undefined): Told | undefined {
  const value = found?.value.trim();
  return found && value ? { value, at: document.locate(found.node) } : undefined;
}
