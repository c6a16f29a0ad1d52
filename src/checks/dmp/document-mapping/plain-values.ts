import type { XdsValue } from '../../../artifacts/xds/metadata.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';
import { mayBeSame, readDtm, readTs } from '../../../identity/hl7-time.js';
import { bareOid } from '../../../identity/oids.js';
import { actTimeOf } from '../../cda/header/act-time.js';
import {
  attributeOf,
  type Compared,
  type ComparedEntry,
  compareValue,
  differs,
  missing,
  NOTHING,
  together,
} from './compared-entry.js';

/** What one value of the document's header tells as one value of the entry: identifier, texts, times, type of file. */
export function comparePlainValues(compared: ComparedEntry): Compared {
  return together([uniqueId(compared), ...texts(compared), mimeType(compared), ...times(compared)]);
}

/** `root`, or `root^extension` outside of the DMP (ITI TF-3 §4.2.3.2.26). */
function uniqueId(compared: ComparedEntry): Compared {
  const { id } = compared.cda.content;
  const own = id?.extension ? `${id.root}^${id.extension}` : id?.root;
  const found = compared.entry.identifier('DocumentEntry.uniqueId');
  const said = id && own ? { node: id.node, value: own } : undefined;
  // The letters of a UUID have no case.
  return compareValue(compared, 'unique-id', 'uniqueId', found, said, (one, other) => uid(one) === uid(other));
}

function uid(value: string): string {
  const [root = '', ...extension] = bareOid(value).split('^');
  return [root.toLowerCase(), ...extension].join('^');
}

function texts(compared: ComparedEntry): Compared[] {
  const { entry, cda } = compared;
  const title = cda.content.root.first('title');
  const language = cda.content.root.first('languageCode');
  return [
    compareValue(
      compared,
      'text',
      'title',
      entry.title,
      title && { node: title, value: title.normalizedText },
      (one, other) => spaced(one) === spaced(other),
    ),
    compareValue(
      compared,
      'text',
      'languageCode',
      entry.slot('languageCode')[0],
      attributeOf(language, 'code'),
      (one, other) =>
        // Another form than this one is for dmp/document-entry.
        /^[a-z]{2}-[A-Z]{2}$/.test(one) ? one.toLowerCase() === other.trim().toLowerCase() : undefined,
    ),
  ];
}

/** A text whatever its blanks and the composition of its accents. */
function spaced(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A type that no document of the CI-SIS has is for dmp/document-entry. */
const MIME_TYPES = ['text/xml', 'application/xslt+xml', 'application/dicom'];

function mimeType(compared: ComparedEntry): Compared {
  const { entry, cda } = compared;
  const { root, wrapper } = cda.content;
  const found = entry.mimeType === undefined ? undefined : { value: entry.mimeType, node: entry.node };
  // Official archives call the three self-displaying documents text/xml too.
  const accepted = wrapper === 'stylesheet' ? ['application/xslt+xml', 'text/xml'] : ['text/xml'];
  return compareValue(compared, 'mime-type', 'mimeType', found, { node: root, value: accepted[0] ?? '' }, (one) => {
    const type = one.trim().toLowerCase();
    return MIME_TYPES.includes(type) ? accepted.includes(type) : undefined;
  });
}

/** Instants: UTC in the metadata, at the local offset in the document. In a dossier those of the act of the past are for dmp/historical-metadata. */
function times(compared: ComparedEntry): Compared[] {
  const { entry, cda } = compared;
  const { low, high } = actTimeOf(cda.content);
  const created = instant(compared, 'creationTime', cda.content.root.first('effectiveTime'));
  if (cda.declared.role === 'historical') return [created];
  const [stop] = entry.slot('serviceStopTime');
  const said = attributeOf(high, 'value');
  return [
    created,
    instant(compared, 'serviceStartTime', low),
    instant(compared, 'serviceStopTime', high),
    // Only when the document has an act: without one other checks have a worse fault to tell.
    low && said && !stop?.value ? missing(compared, 'serviceStopTime', entry.node, said) : NOTHING,
    low && !high && stop?.value ? unexpected(compared, stop, low) : NOTHING,
  ];
}

function unexpected(compared: ComparedEntry, stop: XdsValue, act: XmlElement): Compared {
  const said = { node: act, value: '' };
  return { evaluated: 1, findings: [differs(compared, 'unexpected', 'serviceStopTime', stop, said)] };
}

function instant(compared: ComparedEntry, attribute: string, node: XmlElement | undefined): Compared {
  const found = compared.entry.slot(attribute)[0];
  return compareValue(compared, 'time', attribute, found, attributeOf(node, 'value'), (one, other) => {
    const own = readDtm(one);
    const expected = readTs(other);
    return own && expected && mayBeSame(own, expected);
  });
}
