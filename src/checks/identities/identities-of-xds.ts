import type { Artifact } from '../../artifacts/artifact.js';
import type { XdsMetadata, XdsObject, XdsValue } from '../../artifacts/xds/metadata.js';
import { readHl7Identifier } from '../../identity/hl7-identifier.js';
import { authorityOf } from '../../identity/oids.js';
import type { Place } from '../define.js';
import { LONGEST_LIST, presentTraits, type Told, type ToldIdentity } from './told-identity.js';

/** The patient of each object of the metadata of an archive, in the METADATA.XML of its submission set. */
export function identitiesOfXdm(xdm: Artifact<'xdm'>): ToldIdentity[] {
  return xdm.content.subsets.flatMap(({ metadata, path }) => identitiesOfXds(metadata, path));
}

/**
 * What XDS metadata tell of a patient: an identity for each object that tells one.
 * @param artifact path of the file where the metadata stand.
 */
export function identitiesOfXds(metadata: XdsMetadata, artifact: string): ToldIdentity[] {
  return xdsObjectsOf(metadata)
    .filter(hasPatient)
    .map((object) => identityOf(object, (value) => told(metadata, artifact, value)))
    .filter(({ matricules, localIds, traits }) => matricules.length + localIds.length + Object.keys(traits).length > 0);
}

/** The objects of metadata that have a patient. */
export function xdsObjectsOf(metadata: XdsMetadata): XdsObject[] {
  return [
    ...metadata.submissionSets,
    ...metadata.folders,
    ...metadata.documentEntries,
    ...metadata.onDemandEntries,
    ...metadata.otherObjects,
  ];
}

/** Hostile metadata have objects by the hundred thousand that tell nobody: they are not located. */
function hasPatient(object: XdsObject): boolean {
  return [...patientIdsOf(object), ...object.slot('sourcePatientId'), ...object.slot('sourcePatientInfo')].length > 0;
}

/** The patient's identifiers that an object gives as external identifiers: one, when it is right. */
export function patientIdsOf(object: XdsObject): XdsValue[] {
  return object.identifiers.filter(({ name }) => name?.endsWith('.patientId'));
}

/** A value of sourcePatientInfo, `PID-n|value` (ITI TF-3 §4.2.3.2.23): `value` is what follows the bar. */
interface PatientInfo extends XdsValue {
  /** `PID-5`; the whole text when it has no such shape. */
  readonly field: string;
  /** The components that an identity may stand in. */
  readonly parts: readonly string[];
}

/** Components of a field that tell an identity. */
const COMPONENTS = 9;

/** The fields of a PID that an entry gives, in order; each repetition of a field that repeats in one value. */
export function patientInfoOf(object: XdsObject): PatientInfo[] {
  return object.slot('sourcePatientInfo').flatMap(({ value: text, node }) => {
    const bar = text.indexOf('|');
    const field = bar === -1 ? text : text.slice(0, bar);
    const repetitions = bar === -1 ? [''] : text.slice(bar + 1).split('~', LONGEST_LIST);
    return repetitions.map((value) => ({ field, value, node, parts: value.split('^', COMPONENTS) }));
  });
}

function identityOf(object: XdsObject, at: (value: XdsValue) => Told & { at: Place }): ToldIdentity {
  const info = patientInfoOf(object);
  const field = (name: string): PatientInfo[] => info.filter((each) => each.field === name);
  const ids = [...patientIdsOf(object), ...object.slot('sourcePatientId'), ...field('PID-3')]
    .map((each) => ({ ...readHl7Identifier(each.value), each }))
    .filter(({ value }) => value !== '');
  // Twice the same in one object tells no more than once.
  const national = new Map(
    ids
      .filter(({ oid }) => authorityOf(oid))
      .map((id) => [`${id.value}^${id.oid}`, id] as const)
      .reverse(),
  );
  const local = ids.filter(({ oid }) => !authorityOf(oid));
  return {
    source: 'xds',
    at: at({ value: '', node: object.node }).at,
    matricules: [...national.values()]
      .reverse()
      .slice(0, LONGEST_LIST)
      .map(({ value, oid, each }) => {
        const place = at(each).at;
        return { value, at: place, oid: { value: oid, at: place } };
      }),
    localIds: local
      .slice(0, LONGEST_LIST)
      .map(({ value, oid, namespace, each }) => ({ value, at: at(each).at, authority: oid || namespace })),
    traits: traitsIn(field, at),
  };
}

function traitsIn(
  field: (name: string) => PatientInfo[],
  at: (value: XdsValue) => Told & { at: Place },
): ToldIdentity['traits'] {
  const part = (info: PatientInfo | undefined, component: number): Told | undefined => {
    const value = info?.parts[component - 1]?.trim();
    return info && value ? { value, at: at(info).at } : undefined;
  };
  const name = (type: string): PatientInfo | undefined => field('PID-5').find(({ parts }) => parts[6]?.trim() === type);
  const birthPlace = field('PID-11').find(({ parts }) => parts[6]?.trim() === 'BDL');
  return presentTraits({
    birthName: part(name('L'), 1),
    firstGiven: part(name('L'), 2),
    givenList: part(name('L'), 3),
    sex: part(field('PID-8')[0], 1),
    birthDate: part(field('PID-7')[0], 1),
    birthPlace: part(birthPlace, 9),
    usedName: part(name('D'), 1),
    usedGiven: part(name('D'), 2),
  });
}

function told(metadata: XdsMetadata, artifact: string, { value, node }: XdsValue): Told & { at: Place } {
  return { value, at: { artifact, ...metadata.document.locate(node) } };
}
