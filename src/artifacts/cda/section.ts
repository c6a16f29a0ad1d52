import type { XmlElement } from '../xml/tree.js';
import { type CdaCode, type CdaId, readCode, readId } from './values.js';

/** A section of a structured body, with those that it contains. */
export interface CdaSection {
  readonly templateIds: readonly CdaId[];
  readonly code: CdaCode | undefined;
  readonly title: XmlElement | undefined;
  /** The text that people read. */
  readonly text: XmlElement | undefined;
  readonly entries: readonly CdaEntry[];
  readonly sections: readonly CdaSection[];
  readonly node: XmlElement;
}

/** An entry: what software reads. */
export interface CdaEntry {
  /** Templates of the entry itself, then of its statement: official documents write them on either. */
  readonly templateIds: readonly CdaId[];
  /** The act, observation, organizer… that the entry holds. */
  readonly statement: XmlElement | undefined;
  readonly node: XmlElement;
}

/** Sections directly under a `structuredBody` or a `section`. */
export function readSections(parent: XmlElement): CdaSection[] {
  return parent.all('component', 'section').map((node) => {
    const code = node.first('code');
    return {
      templateIds: node.childrenNamed('templateId').map(readId),
      code: code && readCode(code),
      title: node.first('title'),
      text: node.first('text'),
      entries: node.childrenNamed('entry').map(readEntry),
      sections: readSections(node),
      node,
    };
  });
}

/** What an entry may hold beside its statement (POCD_MT000040.Entry). */
const NO_STATEMENT = new Set(['realmCode', 'typeId', 'templateId']);

function readEntry(node: XmlElement): CdaEntry {
  const statement = node.elements.find(({ localName }) => !NO_STATEMENT.has(localName));
  const templates = [node, ...(statement ? [statement] : [])].flatMap((each) => each.childrenNamed('templateId'));
  return { templateIds: templates.map(readId), statement, node };
}
