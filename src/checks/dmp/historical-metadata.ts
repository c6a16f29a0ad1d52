import type { XdsObject, XdsValue } from '../../artifacts/xds/metadata.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { mayBeLater, mayBeSame, readDtm, readTs } from '../../identity/hl7-time.js';
import { actTimeOf } from '../cda/header/act-time.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { foundInMetadata } from '../found.js';
import { isSignatureEntry } from '../submissions/judge-submissions.js';
import { type Submission, submissionsOf } from '../submissions/submissions-of.js';

type RuleName = 'attribute' | 'form' | 'service-start' | 'service-stop' | 'submission-time';

const rule = (part: string, broken: number, of = 110): Rule => ({
  severity: 'error',
  mark: 'primary',
  clause: `REM vague 2, DMP/HISTO.03 ; CI-SIS, Partage de documents de santé, ${part}`,
  samples: { broken, of, corpus: 'interop-exemples-xdm' },
});

/** The metadata of a document of the past carry the date of its act, and a later date of submission. */
export const historicalMetadata = defineCheck({
  id: 'dmp/historical-metadata',
  on: ['xdm', 'soap'],
  rules: {
    attribute: rule('serviceStartTime, submissionTime', 0),
    form: rule('format des dates', 0),
    'service-start': rule('serviceStartTime', 0),
    'service-stop': rule('serviceStopTime', 0),
    'submission-time': rule('submissionTime', 0),
  },
  examples: [
    {
      rule: 'attribute',
      base: 'xdm-historical',
      part: 'metadata',
      good: '<rim:Slot name="serviceStartTime">',
      bad: '<rim:Slot name="startTime">',
    },
    {
      rule: 'form',
      base: 'xdm-historical',
      part: 'metadata',
      good: '<rim:Value>20190612070000</rim:Value>',
      bad: '<rim:Value>20190612090000+0200</rim:Value>',
    },
    {
      rule: 'service-start',
      base: 'xdm-historical',
      part: 'metadata',
      good: '<rim:Value>20190612070000</rim:Value>',
      bad: '<rim:Value>20190612090000</rim:Value>',
    },
    {
      rule: 'service-stop',
      base: 'xdm-historical',
      part: 'metadata',
      good: '<rim:Value>20190612072000</rim:Value>',
      bad: '<rim:Value>20190612070000</rim:Value>',
    },
    {
      rule: 'submission-time',
      base: 'xdm-historical',
      part: 'metadata',
      good: '<rim:Slot name="submissionTime"><rim:ValueList><rim:Value>20260316093000</rim:Value>',
      bad: '<rim:Slot name="submissionTime"><rim:ValueList><rim:Value>20190612070000</rim:Value>',
    },
  ],
  run(artifact) {
    const submissions = submissionsOf(artifact).filter(({ by }) => by === 'xdm' || by === 'provide-and-register');
    const isAbout = artifact.declared.role === 'historical' && (artifact.kind === 'xdm' || submissions.length > 0);
    if (!isAbout) return { evaluated: 0, findings: [], applies: false };
    const entries = submissions.flatMap((submission) =>
      submission.metadata.documentEntries
        // What signs the submission is of its own day.
        .filter((entry) => !isSignatureEntry(entry))
        .map((entry) => ({ submission, entry })),
    );
    const sets = submissions.flatMap(judgeSubmissionTime);
    return {
      evaluated: entries.length,
      findings: [...sets, ...entries.flatMap(({ submission, entry }) => judgeEntry(submission, entry))],
    };
  },
});

/** A submission time is there and readable: what it is compared with is judged entry by entry. */
function judgeSubmissionTime(submission: Submission): RawFinding<RuleName>[] {
  const { submissionSet } = submission.metadata;
  return submissionSet ? judgeForm(submission, submissionSet, 'submissionTime') : [];
}

function judgeEntry(submission: Submission, entry: XdsObject): RawFinding<RuleName>[] {
  const findings = judgeForm(submission, entry, 'serviceStartTime');
  const [start] = entry.slot('serviceStartTime');
  const [stop] = entry.slot('serviceStopTime');
  const document = submission.documentOf(entry);
  const act = document && actTimeOf(document.content);
  findings.push(
    ...compare(submission, 'service-start', start, act?.low),
    ...compare(submission, 'service-stop', stop, act?.high),
  );
  const [time] = submission.metadata.submissionSet?.slot('submissionTime') ?? [];
  const began = readDtm(start?.value);
  const sent = readDtm(time?.value);
  if (time && start && began && sent && !mayBeLater(sent, began)) {
    findings.push(
      foundInMetadata(submission, 'submission-time', time.node, {
        args: { start: start.value },
        actual: time.value,
      }),
    );
  }
  return findings;
}

function judgeForm(submission: Submission, object: XdsObject, attribute: string): RawFinding<RuleName>[] {
  const [value] = object.slot(attribute);
  if (!value?.value) return [foundInMetadata(submission, 'attribute', object.node, { args: { attribute } })];
  return readDtm(value.value)
    ? []
    : [foundInMetadata(submission, 'form', value.node, { args: { attribute }, actual: value.value })];
}

/** A date of the metadata, in UTC, against that of the document, at its local offset: the same instant at the precision of both. */
function compare(
  submission: Submission,
  ruleName: RuleName,
  value: XdsValue | undefined,
  node: XmlElement | undefined,
): RawFinding<RuleName>[] {
  const written = node?.attribute('value');
  const expected = readTs(written);
  const actual = readDtm(value?.value);
  if (!value || written === undefined || !expected || !actual || mayBeSame(actual, expected)) return [];
  return [foundInMetadata(submission, ruleName, value.node, { args: { act: written }, actual: value.value })];
}
