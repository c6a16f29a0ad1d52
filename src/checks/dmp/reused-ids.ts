import type { Artifact } from '../../artifacts/artifact.js';
import type { XdsObject } from '../../artifacts/xds/metadata.js';
import { defineSetCheck, type Place, type RawFinding, type Rule } from '../define.js';
import { foundInMetadata } from '../found.js';
import { type Submission, submissionsOf } from '../submissions/submissions-of.js';

/** What is kept of an identifier: what it names, what tells that one from another, and where it stands. */
interface Used {
  /** The submission that uses it: two of its own objects that share it are told by dmp/unique-ids. */
  readonly by: string;
  readonly rule: 'submission' | 'document';
  readonly id: string;
  /** The same for what is the same, sent again or kept twice in the dossier. */
  readonly content: string;
  readonly at: Place;
}

const rule = (attribute: string, broken = 0): Rule => ({
  severity: 'warning',
  mark: 'primary',
  clause: `ITI TF-3 §4.2.3 (${attribute}) ; ITI TF-3 table 4.2.4.1-2 (XDSDuplicateUniqueIdInRegistry, XDSNonIdenticalHash)`,
  samples: { broken, of: 110, corpus: 'interop-exemples-xdm' },
});

/** A unique identifier is never given to another submission, nor to another document: the registry knows them all. */
export const reusedIds = defineSetCheck({
  id: 'dmp/reused-ids',
  on: ['xdm', 'soap'],
  rules: { submission: rule('SubmissionSet.uniqueId'), document: rule('DocumentEntry.uniqueId, hash', 3) },
  examples: [
    {
      rule: 'submission',
      base: 'dmp-exchanges',
      part: 'deletion',
      good: 'value="2.999.3.20260316.1.1.3"',
      bad: 'value="2.999.3.20260316.1.1.2"',
    },
    {
      rule: 'document',
      base: 'xdm-copies',
      part: 'copied-cda',
      good: '<realmCode code="FR"/>',
      bad: '<realmCode code="FR" />',
    },
  ],
  keep: usedIn,
  run(kept) {
    const first = new Map<string, Used>();
    const used = kept.flat();
    const findings = used.flatMap((each): RawFinding<Used['rule']>[] => {
      const key = `${each.rule} ${each.id}`;
      const known = first.get(key);
      if (!known) first.set(key, each);
      if (!known || known.by === each.by || known.content === each.content) return [];
      const { artifact, line = 0 } = known.at;
      return [{ rule: each.rule, at: each.at, args: { otherPath: artifact, otherLine: line }, actual: each.id }];
    });
    return { evaluated: used.length, findings, ...(used.length === 0 && { applies: false }) };
  },
});

function usedIn(artifact: Artifact<'xdm'> | Artifact<'soap'>): Used[] {
  return submissionsOf(artifact).flatMap((submission, index) => {
    const by = `${submission.path} ${index}`;
    const { submissionSets, documentEntries } = submission.metadata;
    return [
      ...submissionSets.flatMap((set) => usedBySet(submission, by, set)),
      ...documentEntries.flatMap((entry) => usedByEntry(submission, by, entry)),
    ];
  });
}

/** Two submissions are the same when they were sent at the same time, the same way, with the same entries and changes. */
function usedBySet(submission: Submission, by: string, set: XdsObject): Used[] {
  const { documentEntries, associations } = submission.metadata;
  const content = [
    submission.by,
    set.slot('submissionTime')[0]?.value ?? '',
    ...documentEntries.map((entry) => entry.identifier('DocumentEntry.uniqueId')?.value ?? ''),
    ...associations.map(({ type, target, slot }) => `${type} ${target} ${slot('NewStatus')[0]?.value ?? ''}`),
  ].join('\n');
  return usedAs(submission, by, set, 'submission', content);
}

/** An update sends the entry of a document again; elsewhere the hash tells a document from another. */
function usedByEntry(submission: Submission, by: string, entry: XdsObject): Used[] {
  const hash = entry.slot('hash')[0]?.value.toLowerCase();
  return submission.by === 'update' || !hash ? [] : usedAs(submission, by, entry, 'document', hash);
}

function usedAs(submission: Submission, by: string, object: XdsObject, name: Used['rule'], content: string): Used[] {
  const id = object.identifier(name === 'submission' ? 'SubmissionSet.uniqueId' : 'DocumentEntry.uniqueId');
  if (!id?.value.trim()) return [];
  return [{ by, rule: name, id: id.value, content, at: foundInMetadata(submission, name, id.node).at }];
}
