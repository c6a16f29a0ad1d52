import type { XdmSubset } from '../../artifacts/xdm/xdm.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import type { Told } from '../cda/found.js';
import type { RawFinding } from '../define.js';

/** A finding at an element of the METADATA.XML of an archive. */
export function foundInMetadata<R extends string>(
  subset: XdmSubset,
  rule: R,
  node: XmlElement,
  told: Told = {},
): RawFinding<R> {
  return {
    rule,
    at: { artifact: subset.path, ...subset.metadata.document.locate(node) },
    ...(told.args && { args: told.args }),
    ...(told.actual !== undefined && { actual: told.actual }),
  };
}
