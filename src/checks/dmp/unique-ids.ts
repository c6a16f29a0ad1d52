import type { XdsObject, XdsValue } from '../../artifacts/xds/metadata.js';
import { isWellFormedOid, UUID_URN } from '../../identity/oids.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { foundInMetadata } from '../found.js';
import { isForDmp, judgeSubmissions } from '../submissions/judge-submissions.js';
import type { Submission } from '../submissions/submissions-of.js';

type RuleName = 'oid' | 'extension' | 'object-id' | 'repeated-object' | 'repeated-id';

const rule = (clause: string): Rule => ({
  severity: 'error',
  mark: 'primary',
  clause,
  samples: { broken: 0, of: 110, corpus: 'interop-exemples-xdm' },
});

/** The DMP knows a document by an OID alone. */
const DMP_ID: Rule = {
  ...rule('CI-SIS, Structuration minimale, ClinicalDocument/id : OID seul pour le DMP'),
  samples: { broken: 0, of: 1, corpus: 'DMP_LPS Exemple de messages v02.05.00, ITI-41' },
};

const ON_SET = '2.999.3.20260316.1.1';
const ON_ENTRY = '2.999.2.20260316.1.1">\n        <rim:Name><rim:LocalizedString value="XDSDocumentEntry.uniqueId"';
const OBJECT = '<rim:ExtrinsicObject id="urn:uuid:6bf6d7e8-472e-54e0-8e4e-2cc55f6dfef9"';
/** A folder that takes the id of the submission set. */
const FOLDER =
  '<rim:RegistryPackage id="urn:uuid:97418e33-4f0b-5c9e-8e56-944f1afbd1d1"><rim:Classification id="folder" classificationNode="urn:uuid:d9d542f3-6cc4-48b6-8870-ea235fbc94c2"/></rim:RegistryPackage>\n    ';

/** What a submission is known by, and each of its objects: identifiers of the right form, and each one's own. */
export const uniqueIds = defineCheck({
  id: 'dmp/unique-ids',
  on: ['xdm', 'soap'],
  rules: {
    oid: rule('CI-SIS, métadonnées XDS, uniqueId et sourceId ; ITI TF-3 §4.2.3.1.7 (OID)'),
    extension: DMP_ID,
    'object-id': rule('ITI TF-3 §4.2.1.2 (id des objets)'),
    'repeated-object': rule('ITI TF-3 §4.2.1.2 (id des objets)'),
    'repeated-id': rule('ITI TF-3 §4.2.3.2.26 et §4.2.3.3.12 (uniqueId)'),
  },
  examples: [
    { rule: 'oid', base: 'xdm', part: 'metadata', good: ON_SET, bad: '2.999.3.2026-03-16.1' },
    {
      rule: 'extension',
      base: 'soap-publish',
      part: 'metadata',
      good: ON_ENTRY,
      bad: ON_ENTRY.replace('.1.1"', '.1.1^2"'),
      trips: ['dmp/document-and-entry'],
    },
    {
      rule: 'object-id',
      base: 'xdm',
      part: 'metadata',
      good: OBJECT,
      bad: `${FOLDER.replace('4f0b-5c9e', '4f0b5c9e')}${OBJECT}`,
    },
    { rule: 'repeated-object', base: 'xdm', part: 'metadata', good: OBJECT, bad: `${FOLDER}${OBJECT}` },
    { rule: 'repeated-id', base: 'xdm', part: 'metadata', good: ON_SET, bad: '2.999.2.20260316.1.1' },
  ],
  run(artifact) {
    return judgeSubmissions(artifact, (submission) => {
      const { submissionSets, folders, documentEntries, onDemandEntries, otherObjects } = submission.metadata;
      const objects = [...submissionSets, ...folders, ...documentEntries, ...onDemandEntries, ...otherObjects];
      return {
        evaluated: objects.length,
        findings: [
          ...objects.flatMap((object) => judgeForms(submission, object)),
          ...judgeObjects(submission, objects),
          ...judgeUniqueIds(submission, objects),
        ],
      };
    });
  },
});

function judgeForms(submission: Submission, object: XdsObject): RawFinding<RuleName>[] {
  return object.identifiers.flatMap(({ name, value, node }): RawFinding<RuleName>[] => {
    const attribute = name?.split('.')[1];
    if (!name || !value.trim() || (attribute !== 'uniqueId' && attribute !== 'sourceId')) return [];
    const [oid = '', extension] = value.split('^', 2);
    const isExtended = extension !== undefined && name === 'DocumentEntry.uniqueId';
    if (isExtended && isForDmp(submission))
      return [foundInMetadata(submission, 'extension', node, { args: { oid }, actual: value })];
    // A document may be known by an OID and an extension, of 16 characters at most (ITI TF-3 §4.2.3.2.26).
    const isRight =
      isWellFormedOid(isExtended ? oid : value) && (!isExtended || /^[^^\s]{1,16}$/.test(value.slice(oid.length + 1)));
    return isRight ? [] : [foundInMetadata(submission, 'oid', node, { args: { attribute: name }, actual: value })];
  });
}

/** An object has an id: a word of the submission, or `urn:uuid:` and a UUID. */
function judgeObjects(submission: Submission, objects: readonly XdsObject[]): RawFinding<RuleName>[] {
  const seen = new Set<string>();
  return objects.flatMap(({ entryUuid, node }): RawFinding<RuleName>[] => {
    if (seen.size === seen.add(entryUuid).size && entryUuid)
      return [foundInMetadata(submission, 'repeated-object', node, { actual: entryUuid })];
    const isRight = /^urn:/i.test(entryUuid) ? UUID_URN.test(entryUuid) : entryUuid.trim() !== '';
    return isRight ? [] : [foundInMetadata(submission, 'object-id', node, { actual: entryUuid })];
  });
}

/** Two objects of a submission that share a uniqueId; a sourceId is that of a system, and may be anything else's root. */
function judgeUniqueIds(submission: Submission, objects: readonly XdsObject[]): RawFinding<RuleName>[] {
  const seen = new Set<string>();
  return objects
    .flatMap(({ identifiers }): XdsValue[] =>
      identifiers.filter(({ name, value }) => name?.endsWith('.uniqueId') && value.trim()).slice(0, 1),
    )
    .filter(({ value }) => seen.size === seen.add(value).size)
    .map(({ value, node }) => foundInMetadata(submission, 'repeated-id', node, { actual: value }));
}
