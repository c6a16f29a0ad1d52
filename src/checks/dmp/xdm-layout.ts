import type { Artifact } from '../../artifacts/artifact.js';
import { groupBy } from '../../artifacts/group-by.js';
import { subsetFolder, type XdmSubset } from '../../artifacts/xdm/xdm.js';
import { NS } from '../../artifacts/xml/names.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundInMetadata } from '../found.js';
import { xdmRule } from '../sources/xdm-rule.js';

type RuleName = 'root-file' | 'metadata' | 'metadata-root' | 'no-document' | 'submission-set' | 'member';

const FILES = 'arborescence';
const ROOT_FILES = ['INDEX.HTM', 'README.TXT'];

/** An archive has the files and the metadata without which a receiver can't open it. */
export const xdmLayout = defineCheck({
  id: 'dmp/xdm-layout',
  on: 'xdm',
  rules: {
    'root-file': xdmRule(FILES, 0),
    metadata: xdmRule(FILES, 0),
    'metadata-root': xdmRule('métadonnées, SubmitObjectsRequest', 0),
    'no-document': xdmRule(FILES, 0),
    'submission-set': xdmRule('métadonnées, SubmissionSet', 0),
    member: xdmRule('métadonnées, association HasMember', 0),
  },
  examples: [
    { rule: 'root-file', base: 'xdm', part: 'archive', good: 'README.TXT readme', bad: 'LISEZMOI.TXT readme' },
    {
      rule: 'metadata',
      base: 'xdm',
      part: 'archive',
      good: 'IHE_XDM/SUBSET01/METADATA.XML metadata',
      bad: 'IHE_XDM/METADATA.XML metadata',
    },
    {
      rule: 'metadata-root',
      base: 'xdm',
      part: 'metadata',
      good: '<lcm:SubmitObjectsRequest xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0"',
      bad: '<lcm:SubmitObjectsRequest xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0"',
    },
    {
      rule: 'no-document',
      base: 'xdm',
      part: 'metadata',
      good: 'objectType="urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1"',
      bad: 'objectType="urn:uuid:34268e47-fdf5-41a6-ba33-82133c465248"',
    },
    {
      rule: 'submission-set',
      base: 'xdm',
      part: 'metadata',
      good: '<rim:RegistryObjectList>',
      bad: '<rim:RegistryObjectList xmlns:rim="urn:oasis:names:tc:ebxml-regrep:rim:xsd:2.1">',
    },
    {
      rule: 'member',
      base: 'xdm',
      part: 'metadata',
      good: 'AssociationType:HasMember',
      bad: 'AssociationType:RPLC',
      trips: ['dmp/associations'],
    },
  ],
  run(xdm) {
    const names = xdm.content.entries.map((entry) => entry.name);
    const upper = new Set(names.map((name) => name.toUpperCase()));
    const findings: RawFinding<RuleName>[] = ROOT_FILES.filter((file) => !upper.has(file)).map((file) => ({
      rule: 'root-file',
      at: placeIn(xdm),
      args: { file },
    }));
    if (!names.some((name) => subsetFolder(name) !== undefined)) findings.push({ rule: 'metadata', at: placeIn(xdm) });
    const { subsets } = xdm.content;
    return {
      evaluated: ROOT_FILES.length + 1 + subsets.length,
      findings: [...findings, ...subsets.flatMap((each) => judgeSubset(xdm, each))],
    };
  },
});

function judgeSubset(xdm: Artifact<'xdm'>, subset: XdmSubset): RawFinding<RuleName>[] {
  const { submissionSet, documentEntries, associations, document } = subset.metadata;
  const { documentElement: root } = document;
  const findings: RawFinding<RuleName>[] = [];
  if (root.localName !== 'SubmitObjectsRequest' || root.namespaceURI !== NS.lcm)
    findings.push(foundInMetadata(subset, 'metadata-root', root, { actual: root.nodeName }));
  const files = xdm.content.entries.filter(
    ({ name }) => name.startsWith(subset.folder) && !name.endsWith('/') && subsetFolder(name) === undefined,
  );
  if (documentEntries.length === 0 || files.length === 0)
    findings.push(foundInMetadata(subset, 'no-document', document.documentElement));
  if (!submissionSet) return [...findings, foundInMetadata(subset, 'submission-set', document.documentElement)];
  const own = associations.filter(
    ({ type, source }) => /(?:^|:)HasMember$/.test(type) && source === submissionSet.entryUuid,
  );
  const membersOf = groupBy(own, ({ target }) => target);
  for (const entry of documentEntries) {
    const members = membersOf.get(entry.entryUuid) ?? [];
    if (members.length !== 1) {
      findings.push(
        foundInMetadata(subset, 'member', members[1]?.node ?? entry.node, { args: { count: members.length } }),
      );
    }
  }
  return findings;
}
