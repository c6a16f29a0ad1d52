import type { XdsObject, XdsValue } from '../../artifacts/xds/metadata.js';
import type { XdsClassification, XdsIdentifier } from '../../artifacts/xds/names.js';
import { readDtm } from '../../identity/hl7-time.js';
import type { RawFinding } from '../define.js';
import { foundInMetadata } from '../found.js';
import { APPROVED } from './availability-statuses.js';
import type { Submission } from './submissions-of.js';

/** An attribute of XDS metadata, and how its values are read. */
export interface Attribute {
  readonly name: string;
  values(object: XdsObject): readonly XdsValue[];
}

export const slotAttribute = (name: string): Attribute => ({ name, values: (object) => object.slot(name) });

export const codeAttribute = (name: XdsClassification): Attribute => ({ name, values: (object) => object.codes(name) });

/** @param name `patientId`, of a document entry or of a submission set */
export const identifierAttribute = (name: 'patientId' | 'sourceId' | 'uniqueId', of: XdsIdentifier): Attribute => ({
  name,
  values: (object) => object.identifiers.filter((each) => each.name === of),
});

export const TITLE: Attribute = { name: 'title', values: ({ title }) => (title ? [title] : []) };

export const MIME_TYPE: Attribute = {
  name: 'mimeType',
  values: ({ mimeType, node }) => (mimeType === undefined ? [] : [{ value: mimeType, node }]),
};

export const AUTHOR_PERSON: Attribute = {
  name: 'authorPerson',
  values: ({ authors }) => authors.flatMap(({ persons }) => persons),
};

/** A finding for each attribute that has no value. */
export function judgePresence(
  submission: Submission,
  object: XdsObject,
  attributes: readonly Attribute[],
): RawFinding<'attribute'>[] {
  return attributes
    .filter((attribute) => !attribute.values(object).some(({ value }) => value.trim()))
    .map(({ name }) => foundInMetadata(submission, 'attribute', object.node, { args: { attribute: name } }));
}

/** A finding at the second value of each attribute that may have one only. */
export function judgeRepetition(
  submission: Submission,
  object: XdsObject,
  attributes: readonly Attribute[],
): RawFinding<'repeated'>[] {
  return attributes.flatMap(({ name, values }) => {
    const all = values(object);
    const second = all[1];
    if (!second) return [];
    const told = { args: { attribute: name, count: all.length }, actual: second.value };
    return [foundInMetadata(submission, 'repeated', second.node, told)];
  });
}

/** A finding for each date that is not a second of UTC, in 14 digits; an absent one is no date. */
export function judgeDates(
  submission: Submission,
  object: XdsObject,
  attributes: readonly Attribute[],
): RawFinding<'date'>[] {
  return attributes.flatMap(({ name, values }) =>
    values(object)
      .filter(({ value }) => value && !(/^\d{14}$/.test(value) && readDtm(value)))
      .map(({ value, node }) =>
        foundInMetadata(submission, 'date', node, { args: { attribute: name }, actual: value }),
      ),
  );
}

/** What an archive brings is approved; elsewhere the registry tells the status. */
export function judgeStatus(submission: Submission, { status, node }: XdsObject): RawFinding<'status'>[] {
  if (submission.by !== 'xdm' || status === APPROVED) return [];
  return [
    foundInMetadata(submission, 'status', node, {
      args: { attribute: 'availabilityStatus', expected: APPROVED },
      actual: status ?? '',
    }),
  ];
}

/**
 * The dates of an archive of the past that `dmp/historical-metadata` judges: absent, or not readable, it says so already.
 * @param isHistorical what the dossier declares of the archive.
 */
export function exceptHistoricalDates(
  submission: Submission,
  object: XdsObject,
  attributes: readonly Attribute[],
  isHistorical: boolean,
): Attribute[] {
  const told = isHistorical && submission.by === 'xdm' ? ['submissionTime', 'serviceStartTime'] : [];
  return attributes.filter(({ name, values }) => !told.includes(name) || readDtm(values(object)[0]?.value));
}
