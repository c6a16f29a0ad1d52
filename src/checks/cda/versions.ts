import type { Artifact } from '../../artifacts/artifact.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { UID } from '../../identity/oids.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { isNull } from './header/is-null.js';

type RuleName =
  | 'relation'
  | 'repeated'
  | 'parent'
  | 'same-id'
  | 'other-set'
  | 'version-gap'
  | 'first-version'
  | 'no-replaced';

const VERSIONS = '§3.5.5.10 setId et §3.5.5.23 relatedDocument';
const XDM = { corpus: 'interop-exemples-xdm' } as const;

/** A version of a document says which one it replaces, and follows it. */
export const versions = defineCheck({
  id: 'cda/versions',
  on: 'cda',
  rules: {
    relation: structural(VERSIONS, 0, 110, XDM),
    repeated: structural(VERSIONS, 0, 110, XDM),
    parent: structural(VERSIONS, 0, 110, XDM),
    'same-id': structural(VERSIONS, 0, 110, XDM),
    'other-set': structural(VERSIONS, 0, 110, { ...XDM, severity: 'warning' }),
    'version-gap': structural(VERSIONS, 0, 110, { ...XDM, severity: 'warning' }),
    'first-version': structural(VERSIONS, 1, 110, { ...XDM, severity: 'warning' }),
    'no-replaced': structural(VERSIONS, 11, 110, { ...XDM, severity: 'warning' }),
  },
  examples: [
    { rule: 'relation', base: 'cda-replacement', part: 'cda', good: 'typeCode="RPLC"', bad: 'typeCode="APND"' },
    {
      rule: 'repeated',
      base: 'cda-replacement',
      part: 'cda',
      good: '  <relatedDocument typeCode="RPLC">',
      bad: '  <relatedDocument typeCode="RPLC"><parentDocument><id root="2.999.2.20260316.1.0"/></parentDocument></relatedDocument>\n  <relatedDocument typeCode="RPLC">',
    },
    {
      rule: 'parent',
      base: 'cda-replacement',
      part: 'cda',
      good: '<parentDocument>\n      <id root="',
      bad: '<parentDocument>\n      <id root="urn:oid:',
    },
    {
      rule: 'same-id',
      base: 'cda-replacement',
      part: 'cda',
      good: '<parentDocument>\n      <id root="2.999.2.20260316.1.1"/>',
      bad: '<parentDocument>\n      <id root="2.999.2.20260316.1.2"/>',
    },
    {
      rule: 'other-set',
      base: 'cda-replacement',
      part: 'cda',
      good: '<versionNumber value="1"/>',
      bad: '<setId root="2.999.2.20260316.2"/>\n      <versionNumber value="1"/>',
    },
    {
      rule: 'version-gap',
      base: 'cda-replacement',
      part: 'cda',
      good: '  <versionNumber value="2"/>',
      bad: '  <versionNumber value="3"/>',
    },
    {
      rule: 'first-version',
      base: 'cda-replacement',
      part: 'cda',
      good: '  <versionNumber value="2"/>',
      bad: '  <versionNumber value="1"/>',
    },
    {
      rule: 'no-replaced',
      base: 'cda-n1',
      part: 'cda',
      good: '<versionNumber value="1"/>',
      bad: '<versionNumber value="2"/>',
    },
  ],
  run(cda) {
    const { root } = cda.content;
    const links = root.childrenNamed('relatedDocument');
    const replacements = links.filter((link) => link.attribute('typeCode') === 'RPLC');
    const findings = links.flatMap((link) => judgeLink(cda, link));
    if (replacements[1])
      findings.push(foundAt(cda, 'repeated', replacements[1], { args: { count: replacements.length } }));
    const version = root.first('versionNumber');
    const number = numberOf(version);
    if (version && number !== undefined && number > 1 && links.length === 0)
      findings.push(foundAt(cda, 'no-replaced', version, { actual: String(number) }));
    return { evaluated: 1 + links.length, findings };
  },
});

function judgeLink(cda: Artifact<'cda'>, link: XmlElement): RawFinding<RuleName>[] {
  const { root, id } = cda.content;
  const relation = link.attribute('typeCode') ?? '';
  if (relation !== 'RPLC' && relation !== 'XFRM') return [foundAt(cda, 'relation', link, { actual: relation })];
  const [parent, ...others] = link.childrenNamed('parentDocument');
  const [parentId, ...otherIds] = parent?.childrenNamed('id') ?? [];
  const parentRoot = parentId?.attribute('root') ?? '';
  const isIdentified = ![link, parent, parentId].some(isNull) && others.length + otherIds.length === 0;
  if (!parent || !parentId || !isIdentified || !UID.test(parentRoot))
    return [foundAt(cda, 'parent', parentId ?? parent ?? link, { actual: parentRoot })];
  if (id && parentRoot === id.root && parentId.attribute('extension') === id.extension)
    return [foundAt(cda, 'same-id', parentId, { actual: parentRoot })];
  return relation === 'RPLC' ? judgeReplacement(cda, link, parent, root) : [];
}

function judgeReplacement(
  cda: Artifact<'cda'>,
  link: XmlElement,
  parent: XmlElement,
  root: XmlElement,
): RawFinding<RuleName>[] {
  const found: RawFinding<RuleName>[] = [];
  const [set, parentSet] = [root.first('setId'), parent.first('setId')];
  const sameSet = ['root', 'extension'].every((each) => set?.attribute(each) === parentSet?.attribute(each));
  if (set && parentSet && !isNull(parentSet) && !sameSet)
    found.push(foundAt(cda, 'other-set', parentSet, { actual: parentSet.attribute('root') ?? '' }));
  const number = numberOf(root.first('versionNumber'));
  const before = parent.first('versionNumber');
  const replaced = numberOf(before);
  if (number === 1) found.push(foundAt(cda, 'first-version', link));
  else if (before && number !== undefined && replaced !== undefined && number !== replaced + 1)
    found.push(foundAt(cda, 'version-gap', before, { args: { version: number }, actual: String(replaced) }));
  return found;
}

function numberOf(version: XmlElement | undefined): number | undefined {
  const value = version?.attribute('value') ?? '';
  return /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}
