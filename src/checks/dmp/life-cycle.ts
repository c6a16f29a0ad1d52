import type { Artifact } from '../../artifacts/artifact.js';
import type { XdsMetadata, XdsObject } from '../../artifacts/xds/metadata.js';
import { UUID_URN } from '../../identity/oids.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { foundInMetadata } from '../found.js';
import { APPROVED, AVAILABILITY_STATUSES } from '../submissions/availability-statuses.js';
import { judgeSubmissions } from '../submissions/judge-submissions.js';
import type { Submission } from '../submissions/submissions-of.js';

type RuleName =
  | 'slot-missing'
  | 'slot-unexpected'
  | 'slot-value'
  | 'replacement-untold'
  | 'replacement-unlinked'
  | 'logical-id'
  | 'version'
  | 'previous-version'
  | 'status-missing'
  | 'status-value'
  | 'status-same';
type Association = XdsMetadata['associations'][number];

const XDM: Rule = {
  severity: 'error',
  mark: 'primary',
  clause: 'CI-SIS, Échange de documents de santé (IHE XDM), urn:action:extraMetadataSlot',
  samples: { broken: 0, of: 110, corpus: 'interop-exemples-xdm' },
};
/** No message of the corpus replaces a document, or sends an entry again. */
const unseen = (severity: Rule['severity'], clause: string): Rule => ({
  severity,
  mark: 'primary',
  clause: `DMP, ${clause}`,
  samples: null,
});
const STATUS: Rule = {
  severity: 'error',
  mark: 'primary',
  clause: 'DMP, TD3.3c et TD3.3d (UpdateAvailabilityStatus) ; JDV_J52',
  samples: { broken: 0, of: 2, corpus: 'DMP_LPS Exemple de messages v02.05.00, TD3.3c et TD3.3d' },
};

/** Slot of an archive's entry that tells what to do with the document: `C` replaces, `D` deletes. */
const SLOT = 'urn:action:extraMetadataSlot';

const SLOT_C = `      <rim:Slot name="${SLOT}"><rim:ValueList><rim:Value>C</rim:Value></rim:ValueList></rim:Slot>\n`;
const ON_REPLACED = { base: 'xdm-replacement', part: 'metadata' } as const;
const ON_MASKED = { base: 'dmp-exchanges', part: 'masking' } as const;
const ON_DELETED = { base: 'dmp-exchanges', part: 'deletion' } as const;
const CREATION = '      <rim:Slot name="creationTime">';

/** A new version, a deletion, an archiving or a mask is told in the way of what carries it: an archive, a publication, an update. */
export const lifeCycle = defineCheck({
  id: 'dmp/life-cycle',
  on: ['xdm', 'soap'],
  rules: {
    'slot-missing': XDM,
    'slot-unexpected': XDM,
    'slot-value': XDM,
    'replacement-untold': unseen('error', "remplacement d'un document : association RPLC et relatedDocument"),
    // The version before may never have been sent to the DMP.
    'replacement-unlinked': unseen('warning', "remplacement d'un document : association RPLC et relatedDocument"),
    'logical-id': unseen('error', 'TD3.3a et TD3.3b (mise à jour des métadonnées), lid ; ITI TF-2 §3.57'),
    version: unseen('error', 'TD3.3a et TD3.3b (mise à jour des métadonnées), VersionInfo'),
    'previous-version': unseen(
      'error',
      'TD3.3a et TD3.3b (mise à jour des métadonnées), PreviousVersion ; ITI TF-2 §3.57',
    ),
    'status-missing': STATUS,
    'status-value': STATUS,
    'status-same': { ...STATUS, severity: 'warning' },
  },
  examples: [
    { rule: 'slot-missing', ...ON_REPLACED, good: SLOT_C, bad: '' },
    { rule: 'slot-unexpected', base: 'xdm', part: 'metadata', good: CREATION, bad: `${SLOT_C}${CREATION}` },
    { rule: 'slot-value', ...ON_REPLACED, good: SLOT_C, bad: SLOT_C.replace('>C<', '>RPLC<') },
    {
      rule: 'replacement-untold',
      base: 'soap-publish',
      part: 'metadata',
      good: '    <rim:Association ',
      bad: '    <rim:Association id="replaced" associationType="urn:ihe:iti:2007:AssociationType:RPLC" sourceObject="urn:uuid:6bf6d7e8-472e-54e0-8e4e-2cc55f6dfef9" targetObject="urn:uuid:00000000-0000-4000-8000-000000000001"/>\n    <rim:Association ',
    },
    {
      rule: 'replacement-unlinked',
      base: 'soap-replacement',
      part: 'metadata',
      good: 'AssociationType:RPLC',
      bad: 'AssociationType:APND',
    },
    { rule: 'logical-id', ...ON_MASKED, good: 'lid="urn:uuid:', bad: 'lid="' },
    { rule: 'version', ...ON_MASKED, good: 'versionName="1"', bad: 'versionName=""' },
    { rule: 'previous-version', ...ON_MASKED, good: '"PreviousVersion"', bad: '"previousVersion"' },
    { rule: 'status-missing', ...ON_DELETED, good: '"OriginalStatus"', bad: '"Status"' },
    {
      rule: 'status-value',
      ...ON_DELETED,
      good: 'urn:asip:ci-sis:2010:StatusType:Deleted',
      bad: 'urn:oasis:names:tc:ebxml-regrep:StatusType:Deleted',
    },
    { rule: 'status-same', ...ON_DELETED, good: 'urn:asip:ci-sis:2010:StatusType:Deleted', bad: APPROVED },
  ],
  run(artifact) {
    return judgeSubmissions(artifact, (submission) => {
      const { documentEntries, associations } = submission.metadata;
      const changes = associations.filter(({ type }) => /(?:^|:)UpdateAvailabilityStatus$/.test(type));
      const replacing = associations.filter(({ type }) => /(?:^|:)(?:XFRM_)?RPLC$/.test(type));
      const members = associations.filter(({ type }) => /(?:^|:)HasMember$/.test(type));
      const links = {
        replacements: new Map(replacing.map((each) => [each.source, each])),
        members: new Map(members.map((each) => [each.target, each])),
      };
      return {
        evaluated: documentEntries.length + changes.length,
        findings: [
          ...documentEntries.flatMap((entry) => judgeEntry(submission, entry, links)),
          ...changes.flatMap((change) => judgeStatus(submission, change)),
        ],
      };
    });
  },
});

/** Associations of the submission, by the entry that they are about. */
interface Links {
  readonly replacements: ReadonlyMap<string, Association>;
  readonly members: ReadonlyMap<string, Association>;
}

function judgeEntry(submission: Submission, entry: XdsObject, links: Links): RawFinding<RuleName>[] {
  switch (submission.by) {
    case 'xdm':
      return judgeSlot(submission, entry);
    case 'update':
      return judgeUpdate(submission, entry, links.members.get(entry.entryUuid));
    default:
      return judgeReplacement(submission, entry, links.replacements.get(entry.entryUuid));
  }
}

/** In an archive: the slot stands in the entry of a document that is a new version, and of one that is to delete. */
function judgeSlot(submission: Submission, entry: XdsObject): RawFinding<RuleName>[] {
  const [slot] = entry.slot(SLOT);
  if (slot && slot.value !== 'C' && slot.value !== 'D')
    return [foundInMetadata(submission, 'slot-value', slot.node, { actual: slot.value })];
  const version = versionOf(submission.documentOf(entry));
  if (version === undefined) return [];
  if (!slot && version > 1) return [foundInMetadata(submission, 'slot-missing', entry.node, { args: { version } })];
  if (slot?.value === 'C' && version === 1)
    return [foundInMetadata(submission, 'slot-unexpected', slot.node, { actual: slot.value })];
  return [];
}

/** In a publication: what the document says that it replaces, and what the entry replaces. */
function judgeReplacement(
  submission: Submission,
  entry: XdsObject,
  link: Association | undefined,
): RawFinding<RuleName>[] {
  const document = submission.documentOf(entry);
  if (!document) return [];
  const told = document.content.root
    .childrenNamed('relatedDocument')
    .find((each) => each.attribute('typeCode') === 'RPLC');
  if (link && !told) return [foundInMetadata(submission, 'replacement-untold', link.node)];
  if (!told || link) return [];
  const replaced = told.first('parentDocument', 'id')?.attribute('root') ?? '';
  return [foundInMetadata(submission, 'replacement-unlinked', entry.node, { args: { replaced } })];
}

/** In an update: which entry is changed, and from which of its versions. */
function judgeUpdate(
  submission: Submission,
  entry: XdsObject,
  member: Association | undefined,
): RawFinding<RuleName>[] {
  const { logicalId, version, node } = entry;
  const findings: RawFinding<RuleName>[] = [];
  if (!UUID_URN.test(logicalId ?? ''))
    findings.push(foundInMetadata(submission, 'logical-id', node, { actual: logicalId ?? '' }));
  if (!isVersion(version)) findings.push(foundInMetadata(submission, 'version', node, { actual: version ?? '' }));
  // An entry that no association makes a member of the lot is told by dmp/associations.
  const previous = member?.slot('PreviousVersion')[0];
  if (member && !isVersion(previous?.value)) {
    const told = { actual: previous?.value ?? '' };
    findings.push(foundInMetadata(submission, 'previous-version', previous?.node ?? member.node, told));
  }
  return findings;
}

function judgeStatus(submission: Submission, { slot, node }: Association): RawFinding<RuleName>[] {
  const [original] = slot('OriginalStatus');
  const [next] = slot('NewStatus');
  const slots = Object.entries({ OriginalStatus: original, NewStatus: next });
  const findings = slots.flatMap(([name, value]): RawFinding<RuleName>[] => {
    if (!value?.value) return [foundInMetadata(submission, 'status-missing', node, { args: { slot: name } })];
    if (AVAILABILITY_STATUSES.includes(value.value)) return [];
    return [foundInMetadata(submission, 'status-value', value.node, { args: { slot: name }, actual: value.value })];
  });
  if (findings.length > 0 || !next || next.value !== original?.value) return findings;
  return [foundInMetadata(submission, 'status-same', next.node, { actual: next.value })];
}

/** A version is counted from 1 (ITI TF-3 §4.2.3.2.28). */
function isVersion(text: string | undefined): boolean {
  return /^[1-9]\d{0,8}$/.test(text?.trim() ?? '');
}

function versionOf(document: Artifact<'cda'> | undefined): number | undefined {
  const written = document?.content.root.first('versionNumber')?.attribute('value')?.trim();
  return isVersion(written) ? Number(written) : undefined;
}
