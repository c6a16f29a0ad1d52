import { decodeBase64 } from '../text/base64.js';
import { type XmlElement, XmlText } from '../xml/tree.js';

/** A file that a document holds, or says where to find (HL7 data type ED). */
export interface CdaFile {
  readonly mediaType: string | undefined;
  /** `B64`; absent when the text stands as it is (HL7: `TXT`). */
  readonly representation: string | undefined;
  /** `DF`, `GZ`, `ZL` or `Z`, when the bytes are said to be compressed (HL7 table CompressionAlgorithm). */
  readonly compression: string | undefined;
  /** `reference/@value`: where the file stands, outside of the document. It is never followed. */
  readonly reference: string | undefined;
  readonly node: XmlElement;
  /**
   * Bytes of the base64 text, as they are before any decompression, or undefined when it is not base64. Decoded at each call: the text stays in
   * the tree, and bytes that were kept beside it would weigh as much again.
   */
  decode(): Uint8Array | undefined;
}

/** @param node an element of type ED: `nonXMLBody/text`, `observationMedia/value`. */
export function readFile(node: XmlElement): CdaFile {
  return {
    mediaType: node.attribute('mediaType'),
    representation: node.attribute('representation'),
    compression: node.attribute('compression'),
    reference: node.first('reference')?.attribute('value'),
    node,
    decode: () => decodeBase64(ownText(node)),
  };
}

/** Text of the element without that of its `thumbnail`, which is another file. */
function ownText(node: XmlElement): string {
  return node.childNodes.reduce((text, child) => (child instanceof XmlText ? text + child.data : text), '');
}
