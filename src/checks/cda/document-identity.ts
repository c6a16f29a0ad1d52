import type { Artifact } from '../../artifacts/artifact.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { readTs } from '../../identity/hl7-time.js';
import { UID } from '../../identity/oids.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';

type RuleName =
  | 'missing'
  | 'repeated'
  | 'null-flavor'
  | 'root'
  | 'extension'
  | 'attribute'
  | 'title'
  | 'time'
  | 'time-precision'
  | 'language'
  | 'version';

type Judge = (cda: Artifact<'cda'>, node: XmlElement) => RawFinding<RuleName>[];

/** The elements that every document has once, and how each is judged. */
const ELEMENTS: Readonly<Record<string, Judge>> = {
  id: identifier,
  code: coded,
  title: (cda, node) => (node.normalizedText === '' ? [foundAt(cda, 'title', node)] : []),
  effectiveTime: time,
  confidentialityCode: coded,
  languageCode: (cda, node) => form(cda, 'language', node, node.attribute('code'), /^[a-z]{2}-[A-Z]{2}$/),
  setId: identifier,
  versionNumber: (cda, node) => form(cda, 'version', node, node.attribute('value'), /^[1-9]\d*$/),
};

/** What names, dates and versions a document: each element once, filled, in its form. */
export const documentIdentity = defineCheck({
  id: 'cda/document-identity',
  on: 'cda',
  rules: {
    // The sample without setId, AVC-AUNV_2022.01, fails the official schematron too: its own defect.
    missing: structural('en-tête, cardinalités', 1, 110, { corpus: 'interop-exemples-xdm' }),
    repeated: structural('en-tête, cardinalités', 0, 94),
    'null-flavor': structural('en-tête, éléments où nullFlavor est interdit', 0, 94),
    root: structural('id et setId', 0, 94),
    extension: structural('id et setId', 0, 94),
    attribute: structural('code et confidentialityCode', 0, 94),
    title: structural('title', 0, 94),
    time: structural('effectiveTime', 0, 94),
    // One sample, a catalogue of content models rather than a document, is dated to the minute.
    'time-precision': structural('effectiveTime, format des dates', 1, 94, { severity: 'warning' }),
    language: structural('languageCode', 0, 94),
    version: structural('versionNumber', 0, 94),
  },
  examples: [
    { rule: 'missing', base: 'cda-n1', part: 'cda', good: '<versionNumber value="1"/>', bad: '' },
    {
      rule: 'repeated',
      base: 'cda-n1',
      part: 'cda',
      good: '<versionNumber value="1"/>',
      bad: '<versionNumber value="1"/><versionNumber value="2"/>',
    },
    {
      rule: 'null-flavor',
      base: 'cda-n1',
      part: 'cda',
      good: '<versionNumber value="1"/>',
      bad: '<versionNumber nullFlavor="UNK"/>',
    },
    { rule: 'root', base: 'cda-n1', part: 'cda', good: '<setId root="', bad: '<setId root="urn:oid:' },
    { rule: 'extension', base: 'cda-n1', part: 'cda', good: '<setId ', bad: '<setId extension="" ' },
    {
      rule: 'attribute',
      base: 'cda-n1',
      part: 'cda',
      good: ' displayName="CR ou fiche de consultation ou de visite"',
      bad: '',
    },
    {
      rule: 'title',
      base: 'cda-n1',
      part: 'cda',
      good: '<title>Compte rendu de consultation</title>',
      bad: '<title> </title>',
    },
    {
      rule: 'time',
      base: 'cda-n1',
      part: 'cda',
      good: '<effectiveTime value="20260316103000+0100"/>',
      bad: '<effectiveTime value="2026-03-16T10:30:00+01:00"/>',
    },
    {
      rule: 'time-precision',
      base: 'cda-n1',
      part: 'cda',
      good: '<effectiveTime value="20260316103000+0100"/>',
      bad: '<effectiveTime value="20260316"/>',
    },
    {
      rule: 'language',
      base: 'cda-n1',
      part: 'cda',
      good: '<languageCode code="fr-FR"/>',
      bad: '<languageCode code="fr"/>',
    },
    {
      rule: 'version',
      base: 'cda-n1',
      part: 'cda',
      good: '<versionNumber value="1"/>',
      bad: '<versionNumber value="1.0"/>',
    },
  ],
  run(cda) {
    const findings = Object.entries(ELEMENTS).flatMap(([element, judge]): RawFinding<RuleName>[] => {
      const [node, twin] = cda.content.root.childrenNamed(element);
      if (!node) return [foundAt(cda, 'missing', cda.content.root, { args: { element } })];
      if (twin) return [foundAt(cda, 'repeated', twin, { args: { element } })];
      const nullFlavor = node.attribute('nullFlavor');
      if (nullFlavor !== undefined)
        return [foundAt(cda, 'null-flavor', node, { args: { element }, actual: nullFlavor })];
      return judge(cda, node);
    });
    return { evaluated: Object.keys(ELEMENTS).length, findings };
  },
});

function identifier(cda: Artifact<'cda'>, node: XmlElement): RawFinding<RuleName>[] {
  const root = node.attribute('root');
  const args = { element: node.localName };
  if (root === undefined || !UID.test(root)) return [foundAt(cda, 'root', node, { args, actual: root ?? '' })];
  return node.attribute('extension')?.trim() === '' ? [foundAt(cda, 'extension', node, { args })] : [];
}

function coded(cda: Artifact<'cda'>, node: XmlElement): RawFinding<RuleName>[] {
  return ['code', 'codeSystem', 'displayName']
    .filter((attribute) => !node.attribute(attribute)?.trim())
    .map((attribute) => foundAt(cda, 'attribute', node, { args: { element: node.localName, attribute } }));
}

function time(cda: Artifact<'cda'>, node: XmlElement): RawFinding<RuleName>[] {
  const value = node.attribute('value') ?? '';
  const read = readTs(value);
  if (!read) return [foundAt(cda, 'time', node, { actual: value })];
  const precise = read.digits === 14 && read.offset !== undefined;
  return precise ? [] : [foundAt(cda, 'time-precision', node, { actual: value })];
}

function form(
  cda: Artifact<'cda'>,
  rule: RuleName,
  node: XmlElement,
  value: string | undefined,
  pattern: RegExp,
): RawFinding<RuleName>[] {
  return pattern.test(value ?? '') ? [] : [foundAt(cda, rule, node, { actual: value ?? '' })];
}
