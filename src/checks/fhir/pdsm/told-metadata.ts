import type { Artifact } from '../../../artifacts/artifact.js';
import type { CdaContent } from '../../../artifacts/cda/cda.js';
import type { XdsObject } from '../../../artifacts/xds/metadata.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';
import { bareOid } from '../../../identity/oids.js';
import { actTimeOf } from '../../cda/header/act-time.js';
import { placeIn } from '../../context.js';
import type { Place } from '../../define.js';
import type { Submission } from '../../submissions/submissions-of.js';
import { codingsAt } from './codes.js';
import { objectsAt, rootOf } from './found.js';

/** What metadata say of a document, under the names of XDS: each value, and where it is. */
export type ToldMetadata = Readonly<Record<string, readonly ToldValue[]>>;

export interface ToldValue {
  readonly value: string;
  readonly at: Place;
}

/** Attributes of XDS and the elements of a DocumentReference that repeat them (MHD, 3:4.5.1). */
export const MAPPED = [
  { attribute: 'uniqueId', element: 'masterIdentifier.value', form: 'id' },
  { attribute: 'title', element: 'content.attachment.title', form: 'text' },
  { attribute: 'languageCode', element: 'content.attachment.language', form: 'text' },
  { attribute: 'mimeType', element: 'content.attachment.contentType', form: 'media' },
  { attribute: 'hash', element: 'content.attachment.hash', form: 'hash' },
  { attribute: 'size', element: 'content.attachment.size', form: 'text' },
  { attribute: 'creationTime', element: 'content.attachment.creation', form: 'time' },
  { attribute: 'serviceStartTime', element: 'context.period.start', form: 'time' },
  { attribute: 'serviceStopTime', element: 'context.period.end', form: 'time' },
  { attribute: 'typeCode', element: 'type', form: 'code' },
  { attribute: 'classCode', element: 'category', form: 'code' },
  { attribute: 'formatCode', element: 'content.format', form: 'code' },
  { attribute: 'healthcareFacilityTypeCode', element: 'context.facilityType', form: 'code' },
  { attribute: 'practiceSettingCode', element: 'context.practiceSetting', form: 'code' },
  { attribute: 'confidentialityCode', element: 'securityLabel', form: 'code' },
] as const;

export type Mapped = (typeof MAPPED)[number];

/** What a DocumentReference says. */
export function toldByFhir(document: Artifact<'fhir'>): ToldMetadata {
  const { json } = document.content;
  return collect(
    MAPPED.map(({ attribute, element, form }) => {
      const cut = element.lastIndexOf('.');
      const objects =
        form === 'code'
          ? codingsAt(document, element)
          : objectsAt(rootOf(document), cut === -1 ? '' : element.slice(0, cut));
      const member = form === 'code' ? 'code' : element.slice(cut + 1);
      return [
        attribute,
        objects.flatMap(({ path, value }) =>
          told(value[member], () => placeIn(document, json.locate([...path, member]))),
        ),
      ];
    }),
  );
}

/** What an entry of XDS says. */
export function toldByXds({ path, metadata }: Submission, entry: XdsObject): ToldMetadata {
  const at = (node: XmlElement): Place => ({ artifact: path, ...metadata.document.locate(node) });
  const values = (list: readonly ({ value: string; node: XmlElement } | undefined)[]) =>
    list.flatMap((each) => (each ? told(each.value, () => at(each.node)) : []));
  const slots = ['languageCode', 'hash', 'size', 'creationTime', 'serviceStartTime', 'serviceStopTime'] as const;
  const codes = [
    'typeCode',
    'classCode',
    'formatCode',
    'healthcareFacilityTypeCode',
    'practiceSettingCode',
    'confidentialityCode',
  ] as const;
  return collect([
    ['uniqueId', values([entry.identifier('DocumentEntry.uniqueId')])],
    ['title', values([entry.title])],
    ['mimeType', told(entry.mimeType, () => at(entry.node))],
    ...slots.map((name): Told => [name, values(entry.slot(name))]),
    ...codes.map((name): Told => [name, values(entry.codes(name))]),
  ]);
}

const FACILITY = ['componentOf', 'encompassingEncounter', 'location', 'healthCareFacility', 'code'] as const;
const PERFORMER = [
  'documentationOf',
  'serviceEvent',
  'performer',
  'assignedEntity',
  'representedOrganization',
] as const;

/** What the header of a CDA says (CI-SIS, en-tête CDA et métadonnées XDS). */
export function toldByCda(cda: Artifact<'cda'>): ToldMetadata {
  const { root, id, document } = cda.content;
  const { low, high } = actTimeOf(cda.content);
  const of = (node: XmlElement | undefined, value: string | undefined) =>
    node ? told(value, () => placeIn(cda, document.locate(node))) : [];
  const attribute = (node: XmlElement | undefined, name: string) => of(node, node?.attribute(name));
  const title = root.first('title');
  return collect([
    ['uniqueId', of(id?.node, uniqueIdOf(cda.content))],
    ['title', of(title, title?.normalizedText)],
    ['languageCode', attribute(root.first('languageCode'), 'code')],
    ['creationTime', attribute(root.first('effectiveTime'), 'value')],
    ['serviceStartTime', attribute(low, 'value')],
    ['serviceStopTime', attribute(high, 'value')],
    ['typeCode', attribute(root.first('code'), 'code')],
    ['confidentialityCode', attribute(root.first('confidentialityCode'), 'code')],
    ['healthcareFacilityTypeCode', attribute(root.first(...FACILITY), 'code')],
    ['practiceSettingCode', attribute(root.first(...PERFORMER, 'standardIndustryClassCode'), 'code')],
  ]);
}

function uniqueIdOf({ id }: CdaContent): string | undefined {
  return id?.root && id.extension ? `${id.root}^${id.extension}` : id?.root;
}

type Told = readonly [string, ToldValue[]];

function collect(told: readonly Told[]): ToldMetadata {
  return Object.fromEntries(told.filter(([, values]) => values.length > 0));
}

function told(value: unknown, at: () => Place): ToldValue[] {
  if (typeof value === 'number') return [{ value: String(value), at: at() }];
  return typeof value === 'string' && value.trim() !== '' ? [{ value: value.trim(), at: at() }] : [];
}

/** An identifier whatever its writing: `urn:oid:` and `urn:uuid:` do not count, nor does the case of a UUID. */
export function sameId(id: string): string {
  return bareOid(id)
    .replace(/^urn:uuid:/i, '')
    .toLowerCase();
}
