import type { XmlElement } from '../xml/tree.js';

/** An instance identifier (HL7 data type II). */
export interface CdaId {
  readonly root: string | undefined;
  readonly extension: string | undefined;
  readonly node: XmlElement;
}

/** A coded value (HL7 data type CD, CE, CS). */
export interface CdaCode {
  readonly code: string | undefined;
  readonly codeSystem: string | undefined;
  readonly displayName: string | undefined;
  readonly node: XmlElement;
}

/** @param node an element of type II. */
export function readId(node: XmlElement): CdaId {
  return { root: node.attribute('root'), extension: node.attribute('extension'), node };
}

/** @param node an element of type CD, CE or CS. */
export function readCode(node: XmlElement): CdaCode {
  return {
    code: node.attribute('code'),
    codeSystem: node.attribute('codeSystem'),
    displayName: node.attribute('displayName'),
    node,
  };
}
