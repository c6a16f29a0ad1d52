import type { SoapBody } from '../../../artifacts/soap/body.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';

/** What a request does to an entry that the DMP holds: replaces it, sends it again, or gives it another status. */
export interface EntryChange<At = XmlElement> {
  /** entryUUID, in lower case. */
  readonly entry: string;
  /** Status that the request says that the entry has, and the one that it gives it; both undefined for a replacement or an update. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly at: At;
}

/** The changes that a request asks for, in order (ITI-41 with RPLC, ITI-57). */
export function entryChangesOf(body: SoapBody): EntryChange[] {
  if (body.type !== 'provide-and-register' && body.type !== 'update') return [];
  const { associations, documentEntries } = body.metadata;
  const links = associations.flatMap(({ type, target, slot, node }): EntryChange[] => {
    const isStatus = /:UpdateAvailabilityStatus$/.test(type);
    if (!isStatus && !/:(?:XFRM_)?RPLC$/.test(type)) return [];
    const [from, to] = isStatus ? [slot('OriginalStatus')[0]?.value, slot('NewStatus')[0]?.value] : [];
    return [{ entry: target.toLowerCase(), from, to, at: node }];
  });
  const updates = documentEntries.flatMap(({ logicalId, node }): EntryChange[] =>
    body.type === 'update' && logicalId
      ? [{ entry: logicalId.toLowerCase(), from: undefined, to: undefined, at: node }]
      : [],
  );
  return [...links, ...updates];
}
