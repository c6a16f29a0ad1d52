import type { Artifact } from '../../../artifacts/artifact.js';
import type { XdsMetadata, XdsObject, XdsValue } from '../../../artifacts/xds/metadata.js';
import { SIGNATURE_CLASS } from '../../../artifacts/xds/names.js';
import { readHl7Identifier } from '../../../identity/hl7-identifier.js';
import { authorityOf, isInsOid } from '../../../identity/oids.js';
import type { Place, RawFinding, Rule, Severity } from '../../define.js';
import { identitiesOfXds, patientIdsOf, patientInfoOf, xdsObjectsOf } from '../../identities/identities-of-xds.js';
import type { ToldIdentity } from '../../identities/told-identity.js';
import { IDENTITY_RULES, type IdentityRule, identityRules, judgeIdentity } from './identity-rules.js';
import { MATRICULE_OID, misplacedMatricules } from './misplaced-matricule.js';

/** The rules of the patient in XDS metadata, in an archive or in a message. */
export type MetadataRule =
  | IdentityRule
  | 'id-form'
  | 'ins-type'
  | 'local-type'
  | 'patient-id-ins'
  | 'info-form'
  | 'info-repeated'
  | 'info-name'
  | 'birth-name'
  | 'birth-place-unread'
  | 'matricule-oid';

type Found = RawFinding<MetadataRule>;

const measured = (broken: number, of = 110): Pick<Rule, 'samples'> => ({
  samples: { broken, of, corpus: 'interop-exemples-xdm' },
});

function xdsRule(attribute: string, broken = 0, severity: Severity = 'error'): Rule {
  const clause = `CI-SIS, métadonnées XDS, ${attribute} ; ITI TF-3 §4.2.3`;
  return { severity, mark: 'primary', clause, ...measured(broken) };
}

export const METADATA_RULES: Readonly<Record<MetadataRule, Rule>> = {
  ...identityRules(IDENTITY_RULES, {
    'matricule-form': measured(0),
    // The documents of six archives, and their metadata, carry fictitious numbers of wrong key under the OID of production.
    'matricule-key': measured(6, 10),
    'matricule-key-test': measured(4, 100),
    'matricule-unusual': measured(0),
    'ins-c': measured(0),
    'several-ins': measured(0),
    'name-form': measured(15),
    'first-given': measured(1),
    sex: measured(0),
    'birth-date': measured(0),
    'birth-place': measured(0),
    'birth-place-unknown': measured(0),
  }),
  'id-form': xdsRule('patientId et sourcePatientId (type CX)'),
  'ins-type': xdsRule('patientId et sourcePatientId, CX.5'),
  // Second-hand for patientId; the volet says it of sourcePatientId.
  'local-type': xdsRule('patientId et sourcePatientId, CX.5', 0, 'warning'),
  'patient-id-ins': xdsRule('patientId'),
  'info-form': xdsRule('sourcePatientInfo'),
  'info-repeated': xdsRule('sourcePatientInfo'),
  'info-name': xdsRule('sourcePatientInfo, PID-5'),
  // The DMP's own example of 2021 has no list of given names.
  'birth-name': xdsRule('sourcePatientInfo, PID-5', 0, 'warning'),
  'birth-place-unread': { ...xdsRule('sourcePatientInfo, PID-11', 0, 'warning'), mark: 'observed' },
  'matricule-oid': { ...MATRICULE_OID, ...measured(0) },
};

/**
 * What is wrong with the patient of XDS metadata.
 * @param artifact path of the file where they stand.
 * @param underIns the documents that they describe carry an INS (`carryIns`).
 */
export function judgeMetadata(
  metadata: XdsMetadata,
  artifact: string,
  underIns: boolean,
): { readonly evaluated: number; readonly findings: readonly Found[] } {
  const at = ({ node }: Pick<XdsValue, 'node'>): Place => ({ artifact, ...metadata.document.locate(node) });
  const place = (location: ToldIdentity['at']): Place => ({ artifact, ...location });
  const identities = identitiesOfXds(metadata, artifact);
  const objects = xdsObjectsOf(metadata);
  const findings = [
    ...identities.flatMap((identity): Found[] => [
      ...judgeIdentity(identity, place),
      ...misplacedMatricules(identity, place),
    ]),
    ...objects.flatMap((object) => judgeIds(object, at)),
    ...(underIns ? localPatientIds(objects, at) : []),
    ...metadata.documentEntries.flatMap((entry) => judgeInfo(entry, at)),
  ];
  const values = objects.flatMap((object) => [
    ...patientIdsOf(object),
    ...object.slot('sourcePatientId'),
    ...object.slot('sourcePatientInfo'),
  ]);
  return { evaluated: values.length + metadata.documentEntries.length, findings };
}

/** True when there are documents, and all carry an INS: their metadata then do too. */
export function carryIns(documents: readonly Artifact<'cda'>[]): boolean {
  const patients = documents.map((document) => document.content.patients);
  return documents.length > 0 && patients.every(([patient]) => patient?.ids.some(({ root }) => isInsOid(root)));
}

/** `<id>^^^&<OID>&ISO^<type>`. What is empty is for dmp/xdm-documents to find, and for the rest a fault of form. */
function judgeIds(object: XdsObject, at: (value: XdsValue) => Place): Found[] {
  const ids = [
    ...patientIdsOf(object).map((each) => ({ ...each, attribute: 'patientId' })),
    ...object.slot('sourcePatientId').map((each) => ({ ...each, attribute: 'sourcePatientId' })),
  ];
  return ids.flatMap(({ attribute, ...each }): Found[] => {
    if (each.value.trim() === '') return [];
    const id = readHl7Identifier(each.value);
    const component = faultyComponent(id);
    const told = { at: at(each), actual: each.value };
    if (component) return [{ rule: 'id-form', ...told, args: { attribute, component } }];
    const ins = isInsOid(id.oid);
    if (ins && id.type !== 'NH') return [{ rule: 'ins-type', ...told, args: { attribute } }];
    if (!authorityOf(id.oid) && id.type !== 'PI') return [{ rule: 'local-type', ...told, args: { attribute } }];
    return [];
  });
}

/** The first component of an identifier that is not what XDS wants there. */
function faultyComponent({
  value,
  namespace,
  oid,
  oidType,
  type,
}: ReturnType<typeof readHl7Identifier>): string | undefined {
  if (value.trim() === '') return 'CX.1';
  if (namespace !== '') return 'CX.4.1';
  if (!/^[0-2](?:\.\d+)+$/.test(oid)) return 'CX.4.2';
  if (oidType !== 'ISO') return 'CX.4.3';
  return type === '' ? 'CX.5' : undefined;
}

function localPatientIds(objects: readonly XdsObject[], at: (value: XdsValue) => Place): Found[] {
  return localPatientIdsOf(objects).map((each) => ({ rule: 'patient-id-ins', at: at(each), actual: each.value }));
}

/** The patientId of right form that are no INS. */
export function localPatientIdsOf(objects: readonly XdsObject[]): XdsValue[] {
  return objects.flatMap(patientIdsOf).filter(({ value }) => {
    const id = readHl7Identifier(value);
    return faultyComponent(id) === undefined && !isInsOid(id.oid);
  });
}

function judgeInfo(entry: XdsObject, at: (value: Pick<XdsValue, 'node'>) => Place): Found[] {
  const values = entry.slot('sourcePatientInfo');
  const formless = values.filter(({ value }) => !/^PID-\d{1,2}\|/.test(value));
  const seen = new Set<string>();
  const repeated = values.filter(({ value }) => {
    const field = value.split('|', 1)[0] ?? '';
    return !['PID-3', 'PID-5'].includes(field) && seen.size === seen.add(field).size;
  });
  return [
    ...formless.map((each): Found => ({ rule: 'info-form', at: at(each), actual: each.value })),
    ...repeated
      .filter((each) => !formless.includes(each))
      .map(
        (each): Found => ({
          rule: 'info-repeated',
          at: at(each),
          args: { field: each.value.split('|', 1)[0] ?? '' },
          actual: each.value,
        }),
      ),
    ...judgeNames(entry, at),
  ];
}

/** The names, and with an INS those that go with it. */
function judgeNames(entry: XdsObject, at: (value: Pick<XdsValue, 'node'>) => Place): Found[] {
  const info = patientInfoOf(entry);
  const names = info.filter(({ field }) => field === 'PID-5');
  // The entry of a signature tells no traits.
  const isSignature = entry.codes('classCode').some(({ value }) => value === SIGNATURE_CLASS);
  if (info.length === 0 && isSignature) return [];
  if (!names.some(({ parts }) => parts[0]?.trim())) return [{ rule: 'info-name', at: at(names[0] ?? entry) }];
  if (!patientIdsOf(entry).some(({ value }) => isInsOid(readHl7Identifier(value).oid))) return [];
  const birthName = names.find(({ parts }) => parts[6]?.trim() === 'L');
  const missing = birthName ? [1, 2, 3].find((part) => !birthName.parts[part - 1]?.trim()) : 7;
  const places = info.filter(({ field }) => field === 'PID-11');
  const [place] = places;
  return [
    ...(missing
      ? [
          {
            rule: 'birth-name' as const,
            at: at(birthName ?? names[0] ?? entry),
            args: { component: `XPN.${missing}` },
            actual: (birthName ?? names[0])?.value ?? '',
          },
        ]
      : []),
    ...(place && !places.some(({ parts }) => parts[6]?.trim() === 'BDL' && parts[8]?.trim())
      ? [{ rule: 'birth-place-unread' as const, at: at(place), actual: place.value }]
      : []),
  ];
}
