import type { Artifact } from '../../../artifacts/artifact.js';
import type { CdaContent } from '../../../artifacts/cda/cda.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';
import { readTs } from '../../../identity/hl7-time.js';

/** When the main act of a document took place: `effectiveTime` of its first `documentationOf/serviceEvent`. */
export interface ActTime {
  /** The first serviceEvent, or the document's root without one. */
  readonly node: XmlElement;
  readonly low: XmlElement | undefined;
  readonly high: XmlElement | undefined;
}

/** True for a document of the past whose act is dated of no day: `dmp/historical-date` says so, of its `low`. */
export function isPastWithoutDay({ content, declared }: Artifact<'cda'>): boolean {
  if (declared.role !== 'historical') return false;
  const act = readTs(actTimeOf(content).low?.attribute('value'));
  return !act || act.digits < 8;
}

/** The first documentationOf is the main act of the document (Structuration minimale, documentationOf). */
export function actTimeOf({ root }: CdaContent): ActTime {
  const event = root.first('documentationOf', 'serviceEvent');
  const time = event?.first('effectiveTime');
  return { node: event ?? root, low: time?.first('low'), high: time?.first('high') };
}
