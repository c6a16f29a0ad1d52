import type { Artifact } from '../../artifacts/artifact.js';
import type { XdmSubset } from '../../artifacts/xdm/xdm.js';
import type { XdsObject, XdsValue } from '../../artifacts/xds/metadata.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { mayBeLater, mayBeSame, readDtm, readTs } from '../../identity/hl7-time.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { actTimeOf } from './act-time.js';
import { documentOf } from './archive-files.js';
import { foundInMetadata } from './found.js';

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
  on: 'xdm',
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
  run(xdm) {
    if (xdm.declared.role !== 'historical') return { evaluated: 0, findings: [], applies: false };
    const entries = xdm.content.subsets.flatMap((subset) =>
      subset.metadata.documentEntries.map((entry) => ({ subset, entry })),
    );
    const sets = xdm.content.subsets.flatMap(judgeSubmissionTime);
    return {
      evaluated: entries.length,
      findings: [...sets, ...entries.flatMap(({ subset, entry }) => judgeEntry(xdm, subset, entry))],
    };
  },
});

/** A submission time is there and readable: what it is compared with is judged entry by entry. */
function judgeSubmissionTime(subset: XdmSubset): RawFinding<RuleName>[] {
  const { submissionSet } = subset.metadata;
  return submissionSet ? judgeForm(subset, submissionSet, 'submissionTime') : [];
}

function judgeEntry(xdm: Artifact<'xdm'>, subset: XdmSubset, entry: XdsObject): RawFinding<RuleName>[] {
  const findings = judgeForm(subset, entry, 'serviceStartTime');
  const [start] = entry.slot('serviceStartTime');
  const [stop] = entry.slot('serviceStopTime');
  const document = documentOf(xdm, subset, entry);
  const act = document && actTimeOf(document.content);
  findings.push(
    ...compare(subset, 'service-start', start, act?.low),
    ...compare(subset, 'service-stop', stop, act?.high),
  );
  const [submission] = subset.metadata.submissionSet?.slot('submissionTime') ?? [];
  const began = readDtm(start?.value);
  const sent = readDtm(submission?.value);
  if (submission && start && began && sent && !mayBeLater(sent, began)) {
    findings.push(
      foundInMetadata(subset, 'submission-time', submission.node, {
        args: { start: start.value },
        actual: submission.value,
      }),
    );
  }
  return findings;
}

function judgeForm(subset: XdmSubset, object: XdsObject, attribute: string): RawFinding<RuleName>[] {
  const [value] = object.slot(attribute);
  if (!value?.value) return [foundInMetadata(subset, 'attribute', object.node, { args: { attribute } })];
  return readDtm(value.value)
    ? []
    : [foundInMetadata(subset, 'form', value.node, { args: { attribute }, actual: value.value })];
}

/** A date of the metadata, in UTC, against that of the document, at its local offset: the same instant at the precision of both. */
function compare(
  subset: XdmSubset,
  ruleName: RuleName,
  value: XdsValue | undefined,
  node: XmlElement | undefined,
): RawFinding<RuleName>[] {
  const written = node?.attribute('value');
  const expected = readTs(written);
  const actual = readDtm(value?.value);
  if (!value || written === undefined || !expected || !actual || mayBeSame(actual, expected)) return [];
  return [foundInMetadata(subset, ruleName, value.node, { args: { act: written }, actual: value.value })];
}
