import type { XdsMetadata } from '../../artifacts/xds/metadata.js';
import { UUID_URN } from '../../identity/oids.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { foundInMetadata } from '../found.js';
import { judgeSubmissions } from '../submissions/judge-submissions.js';
import type { Submission } from '../submissions/submissions-of.js';

type RuleName = 'member' | 'set-status' | 'type' | 'source' | 'target';
type Association = XdsMetadata['associations'][number];

/** What an end of an association may be: of the submission, or what the registry holds already, named by its entryUUID. */
type End = 'set' | 'entry' | 'held';

/** Ends by the last word of the type (ITI TF-3 §4.2.2; ITI TF-2 §3.57.4.1.3; the lot's signature: DMP). */
const ENDS: ReadonlyMap<string, { readonly source: readonly End[]; readonly target: readonly End[] }> = new Map([
  ['HasMember', { source: ['set'], target: ['entry', 'held'] }],
  ['RPLC', { source: ['entry'], target: ['held'] }],
  ['XFRM', { source: ['entry'], target: ['held', 'entry'] }],
  ['XFRM_RPLC', { source: ['entry'], target: ['held'] }],
  ['APND', { source: ['entry'], target: ['held', 'entry'] }],
  ['signs', { source: ['entry'], target: ['set', 'entry', 'held'] }],
  ['UpdateAvailabilityStatus', { source: ['set'], target: ['held'] }],
  ['SubmitAssociation', { source: ['set'], target: ['held', 'entry'] }],
]);

const rule = (part: string, of: number, corpus: string, severity: Rule['severity'] = 'error'): Rule => ({
  severity,
  mark: 'primary',
  clause: `CI-SIS, métadonnées XDS, ${part} ; ITI TF-3 §4.2.2`,
  samples: { broken: 0, of, corpus },
});
const XDM = [110, 'interop-exemples-xdm'] as const;
const DMP = [3, 'DMP_LPS Exemple de messages v02.05.00, messages qui soumettent'] as const;

const ON_MEMBER = { base: 'soap-publish', part: 'metadata' } as const;
const MEMBER = 'AssociationType:HasMember"';
const SOURCE = 'sourceObject="urn:uuid:97418e33';
const TARGET = 'targetObject="urn:uuid:6bf6d7e8';

/** The links between what is submitted have the right type, and join what they should. */
export const associations = defineCheck({
  id: 'dmp/associations',
  on: ['xdm', 'soap'],
  rules: {
    member: rule('association HasMember', ...DMP),
    'set-status': rule('association HasMember, SubmissionSetStatus', ...XDM),
    type: rule('associationType', ...XDM, 'warning'),
    source: rule('sourceObject', ...XDM),
    target: rule('targetObject', ...XDM),
  },
  examples: [
    { rule: 'member', ...ON_MEMBER, good: TARGET, bad: TARGET.replace('6bf6d7e8', '6bf6d7e9') },
    {
      rule: 'set-status',
      ...ON_MEMBER,
      good: '<rim:Value>Original</rim:Value>',
      bad: '<rim:Value>Reference</rim:Value>',
    },
    { rule: 'type', ...ON_MEMBER, good: MEMBER, bad: 'AssociationType:hasMember"' },
    {
      rule: 'source',
      base: 'dmp-exchanges',
      part: 'deletion',
      good: 'sourceObject="update-3"',
      bad: 'sourceObject="update-2"',
    },
    {
      rule: 'target',
      base: 'dmp-exchanges',
      part: 'deletion',
      good: 'targetObject="urn:uuid:6bf6d7e8-472e-54e0-8e4e-2cc55f6dfef9"',
      bad: 'targetObject="2.999.2.20260316.1.1"',
    },
    { rule: 'source', ...ON_MEMBER, good: MEMBER, bad: 'AssociationType:APND"' },
    { rule: 'member', ...ON_MEMBER, good: SOURCE, bad: SOURCE.replace('97418e33', '97418e34') },
  ],
  run(artifact) {
    return judgeSubmissions(artifact, (submission) => ({
      evaluated: submission.metadata.associations.length + submission.metadata.documentEntries.length,
      findings: [...judgeMembers(submission), ...judgeAssociations(submission)],
    }));
  },
});

/** Each entry is a member of the lot, once. In an archive, dmp/xdm-layout says it. */
function judgeMembers(submission: Submission): RawFinding<RuleName>[] {
  const { submissionSet, documentEntries, associations: all } = submission.metadata;
  if (submission.by === 'xdm' || !submissionSet) return [];
  const counts = new Map<string, number>();
  for (const { type, source, target } of all) {
    if (kindOf(type) === 'HasMember' && source === submissionSet.entryUuid)
      counts.set(target, (counts.get(target) ?? 0) + 1);
  }
  return documentEntries
    .map(({ entryUuid, node }) => ({ node, count: counts.get(entryUuid) ?? 0 }))
    .filter(({ count }) => count !== 1)
    .map(({ node, count }) => foundInMetadata(submission, 'member', node, { args: { count } }));
}

function judgeAssociations(submission: Submission): RawFinding<RuleName>[] {
  const {
    submissionSets,
    folders,
    documentEntries,
    onDemandEntries,
    otherObjects,
    associations: all,
  } = submission.metadata;
  const kinds = new Map<string, End>([
    ...[...documentEntries, ...onDemandEntries, ...otherObjects].map(({ entryUuid }) => [entryUuid, 'entry'] as const),
    ...[...submissionSets, ...folders].map(({ entryUuid }) => [entryUuid, 'set'] as const),
  ]);
  const ids = new Set(all.map(({ id }) => id));
  const endOf = (id: string): End | undefined => {
    const own = kinds.get(id);
    if (own !== undefined) return own;
    // The lot holds its associations too, when IHE asks for it: they are judged by themselves.
    if (ids.has(id)) return 'entry';
    return UUID_URN.test(id) ? 'held' : undefined;
  };
  return all.flatMap((association) => judgeAssociation(submission, association, endOf, kinds));
}

function judgeAssociation(
  submission: Submission,
  { type, source, target, node, slot }: Association,
  endOf: (id: string) => End | undefined,
  own: ReadonlyMap<string, End>,
): RawFinding<RuleName>[] {
  const kind = kindOf(type);
  const ends = ENDS.get(kind);
  if (!ends) return [foundInMetadata(submission, 'type', node, { actual: type })];
  const findings: RawFinding<RuleName>[] = [];
  const [from, to] = [endOf(source), endOf(target)];
  if (from === undefined || !ends.source.includes(from))
    findings.push(foundInMetadata(submission, 'source', node, { args: { type: kind }, actual: source }));
  if (to === undefined || !ends.target.includes(to))
    findings.push(foundInMetadata(submission, 'target', node, { args: { type: kind }, actual: target }));
  const [status] = slot('SubmissionSetStatus');
  if (kind === 'HasMember' && own.get(target) === 'entry' && status?.value !== 'Original') {
    findings.push(foundInMetadata(submission, 'set-status', status?.node ?? node, { actual: status?.value ?? '' }));
  }
  return findings;
}

/** `HasMember`, `RPLC`…: the last word of the type, whatever its urn. */
function kindOf(type: string): string {
  return type.slice(type.lastIndexOf(':') + 1);
}
