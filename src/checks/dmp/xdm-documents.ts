import type { Artifact } from '../../artifacts/artifact.js';
import type { XdmSubset } from '../../artifacts/xdm/xdm.js';
import type { XdsObject, XdsValue } from '../../artifacts/xds/metadata.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundInMetadata } from '../found.js';
import { xdmRule } from '../sources/xdm-rule.js';
import { fileOf } from '../submissions/archive-files.js';

type RuleName = 'attribute' | 'uri' | 'hash' | 'size' | 'patient-id' | 'unlisted';

const ENTRY = 'métadonnées, DocumentEntry';

/** The metadata of an archive tell the truth about its files, and are all about one patient. */
export const xdmDocuments = defineCheck({
  id: 'dmp/xdm-documents',
  on: 'xdm',
  rules: {
    attribute: xdmRule(ENTRY, 0),
    uri: xdmRule(`${ENTRY}.URI`, 0),
    hash: xdmRule(`${ENTRY}.hash`, 0),
    size: xdmRule(`${ENTRY}.size`, 0),
    'patient-id': xdmRule(`${ENTRY}.patientId`, 0),
    // That every document is described is how all official archives are made; no text read here forbids the contrary.
    unlisted: { ...xdmRule(`${ENTRY}.URI`, 0, 110, 'warning'), mark: 'observed' },
  },
  examples: [
    { rule: 'attribute', base: 'xdm', part: 'metadata', good: '<rim:Slot name="URI">', bad: '<rim:Slot name="uri">' },
    {
      rule: 'uri',
      base: 'xdm',
      part: 'metadata',
      good: '<rim:Value>DOC0001.XML</rim:Value>',
      bad: '<rim:Value>DOC0002.XML</rim:Value>',
    },
    {
      rule: 'hash',
      base: 'xdm',
      part: 'metadata',
      good: '<rim:Value>{hash}</rim:Value>',
      bad: '<rim:Value>DA39A3EE5E6B4B0D3255BFEF95601890AFD80709</rim:Value>',
    },
    {
      rule: 'size',
      base: 'xdm',
      part: 'metadata',
      good: '<rim:Value>{size}</rim:Value>',
      bad: '<rim:Value>1024</rim:Value>',
    },
    {
      rule: 'patient-id',
      base: 'xdm-unqualified',
      part: 'metadata',
      good: 'value="10004^^^&amp;2.999.1.1&amp;ISO^PI">\n        <rim:Name><rim:LocalizedString value="XDSDocumentEntry.patientId"',
      bad: 'value="10005^^^&amp;2.999.1.1&amp;ISO^PI">\n        <rim:Name><rim:LocalizedString value="XDSDocumentEntry.patientId"',
    },
    {
      rule: 'unlisted',
      base: 'xdm',
      part: 'archive',
      good: 'IHE_XDM/SUBSET01/DOC0001.XML cda',
      bad: 'IHE_XDM/SUBSET01/DOC0001.XML cda\nIHE_XDM/SUBSET01/DOC0002.XML cda',
    },
  ],
  run(xdm) {
    const entries = xdm.content.subsets.flatMap((subset) =>
      subset.metadata.documentEntries.map((entry) => ({ subset, entry })),
    );
    return {
      evaluated: entries.length,
      findings: [...entries.flatMap(({ subset, entry }) => judgeEntry(xdm, subset, entry)), ...judgeUnlisted(xdm)],
    };
  },
});

function judgeEntry(xdm: Artifact<'xdm'>, subset: XdmSubset, entry: XdsObject): RawFinding<RuleName>[] {
  const attributes = { URI: entry.slot('URI')[0], hash: entry.slot('hash')[0], size: entry.slot('size')[0] };
  const patientId = entry.identifier('DocumentEntry.patientId');
  const missing = Object.entries({ ...attributes, patientId }).flatMap(([attribute, value]) =>
    value?.value ? [] : [foundInMetadata(subset, 'attribute' as const, entry.node, { args: { attribute } })],
  );
  return [...missing, ...judgeFile(xdm, subset, attributes), ...judgePatient(subset, patientId)];
}

/** CDA documents and PDF of the archive that no entry designates: the recipient files what metadata describe, and may open the rest. */
function judgeUnlisted(xdm: Artifact<'xdm'>): RawFinding<RuleName>[] {
  const listed = new Set(
    xdm.content.subsets.flatMap((subset) =>
      subset.metadata.documentEntries.flatMap((entry) =>
        entry.slot('URI').flatMap((uri) => fileOf(xdm, subset, uri.value)?.name ?? []),
      ),
    ),
  );
  // An archive whose metadata describe nothing has a worse fault, which dmp/xdm-layout says.
  if (xdm.content.subsets.every((subset) => subset.metadata.documentEntries.length === 0)) return [];
  return xdm.children
    .filter((child) => child.kind === 'cda' || child.kind === 'pdf')
    .filter((child) => !listed.has(child.path.slice(xdm.path.length + 1)))
    .map((child) => ({ rule: 'unlisted', at: placeIn(child), args: { attribute: 'URI' } }));
}

function judgeFile(
  xdm: Artifact<'xdm'>,
  subset: XdmSubset,
  { URI, hash, size }: { URI: XdsValue | undefined; hash: XdsValue | undefined; size: XdsValue | undefined },
): RawFinding<RuleName>[] {
  if (!URI?.value) return [];
  const file = fileOf(xdm, subset, URI.value);
  if (!file)
    return [
      foundInMetadata(subset, 'uri', URI.node, {
        args: { attribute: 'URI', folder: subset.folder },
        actual: URI.value,
      }),
    ];
  const findings: RawFinding<RuleName>[] = [];
  if (hash?.value && hash.value.toLowerCase() !== file.sha1) {
    findings.push(
      foundInMetadata(subset, 'hash', hash.node, {
        args: { attribute: 'hash', file: file.name, sha1: file.sha1 },
        actual: hash.value,
      }),
    );
  }
  if (size?.value && size.value !== String(file.bytes)) {
    findings.push(
      foundInMetadata(subset, 'size', size.node, {
        args: { attribute: 'size', file: file.name, bytes: file.bytes },
        actual: size.value,
      }),
    );
  }
  return findings;
}

function judgePatient(subset: XdmSubset, patientId: XdsValue | undefined): RawFinding<RuleName>[] {
  const expected = subset.metadata.submissionSet?.identifier('SubmissionSet.patientId')?.value;
  if (!patientId?.value || expected === undefined || patientId.value === expected) return [];
  const told = { args: { attribute: 'patientId' }, actual: patientId.value };
  return [foundInMetadata(subset, 'patient-id', patientId.node, told)];
}
