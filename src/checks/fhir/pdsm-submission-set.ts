import type { Artifact } from '../../artifacts/artifact.js';
import { XDS_CONTENT_TYPE_CODE_CISIS } from '../../terminology/value-sets/xds-content-type-code-cisis.js';
import { XDS_CONTENT_TYPE_CODE_DMP } from '../../terminology/value-sets/xds-content-type-code-dmp.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { extensionsOf, objectsOf } from '../identities/fhir-objects.js';
import { cardinalities, judgeCardinalities } from './pdsm/cardinality.js';
import { listCode, resourcesOf } from './pdsm/claims.js';
import { judgeConcept } from './pdsm/codes.js';
import { foundIn, objectsAt, rootOf, textOf } from './pdsm/found.js';
import { judgeEntryUuids, judgeSetUniqueIds } from './pdsm/identifiers.js';
import { judgeContained, judgePeople, type PeopleRule } from './pdsm/people.js';
import { SUBMISSION_SET_EXAMPLES } from './pdsm/submission-set-examples.js';

export type SetRule =
  | Exclude<PeopleRule, 'person-kind'>
  | 'contained'
  | 'required'
  | 'extension'
  | 'forbidden'
  | 'fixed'
  | 'unique-id'
  | 'entry-uuid'
  | 'source-kind'
  | 'terminology'
  | 'code'
  | 'empty';

const rule = (severity: Rule['severity'], clause: string, broken = 0): Rule => ({
  severity,
  mark: 'primary',
  clause,
  samples: { broken, of: 3, corpus: 'exemples publiés des guides PDSm et PDSm4DMP' },
});
const PDSM = 'PDSm 3.1.1, pdsm-submissionset-comprehensive';

const ELEMENTS = [
  ...cardinalities('required', 'code subject date source', { min: 1 }),
  ...cardinalities(
    'forbidden',
    'modifierExtension encounter orderedBy emptyReason entry.flag entry.deleted entry.date',
    { max: 0 },
  ),
] as const;

/** Extensions that are there once. */
const EXTENSIONS = ['ihe-designationType', 'ihe-sourceId'];

/** What a List that is a submission set always says. */
const FIXED = [
  ['status', 'current'],
  ['mode', 'working'],
] as const;

/** The submission set that PDSm sends with its documents (ITI-65). */
export const pdsmSubmissionSet = defineCheck({
  id: 'fhir/pdsm-submission-set',
  on: 'fhir',
  rules: {
    required: rule('error', `${PDSM}, cardinalités`),
    extension: rule('error', `${PDSM}, designationType et ihe-sourceId 1..1`),
    forbidden: rule('error', 'IHE MHD 4.2.3, IHE.MHD.Minimal.SubmissionSet, cardinalités 0..0'),
    fixed: rule('error', 'IHE MHD 4.2.3, IHE.MHD.Minimal.SubmissionSet, status et mode'),
    'unique-id': rule('warning', 'IHE MHD 4.2.3, IHE.MHD.SubmissionSetUniqueIdIdentifier (mhd-startswithoid)', 1),
    'entry-uuid': rule('error', 'IHE MHD 4.2.3, IHE.MHD.EntryUUID.Identifier (mhd-startswithuuid)'),
    contained: rule('error', 'IHE MHD 4.2.3, IHE.MHD.Comprehensive.SubmissionSet, source'),
    'source-kind': rule('warning', `${PDSM}, source`, 2),
    'person-id': rule('warning', 'AsPractitioner, AsPractitionerRole : identifier'),
    'person-id-form': rule('warning', 'AsPractitioner, identifier : PS_IdNat'),
    terminology: rule('warning', `${PDSM}, constr-bind-designationtype`, 2),
    code: rule('warning', `${PDSM}, designationType : JDV_J03, ou JDV_J59 pour le DMP`),
    empty: rule('warning', `${PDSM}, entry ; ITI TF-3 §4.1.9.1`),
  },
  examples: SUBMISSION_SET_EXAMPLES,
  run(artifact) {
    const sets = resourcesOf(artifact, 'submission-set', (each) => listCode(each) === 'submissionset');
    return {
      evaluated: sets.length,
      findings: sets.flatMap(judgeSet),
      ...(sets.length === 0 && { applies: false }),
    };
  },
});

function judgeSet(set: Artifact<'fhir'>): RawFinding<SetRule>[] {
  return [
    ...judgeCardinalities(set, ELEMENTS),
    ...judgeExtensions(set),
    ...judgeFixed(set),
    ...judgeSetUniqueIds(set),
    ...judgeEntryUuids(set),
    ...judgeSource(set),
    ...judgeDesignation(set),
    ...(objectsAt(rootOf(set), 'entry.item').length === 0 ? [foundIn(set, 'empty', [])] : []),
  ];
}

function judgeExtensions(set: Artifact<'fhir'>): RawFinding<'extension'>[] {
  return EXTENSIONS.flatMap((name) => {
    const count = extensionsOf(rootOf(set), name).length;
    return count === 1 ? [] : [foundIn(set, 'extension', ['extension'], { args: { name, count } })];
  });
}

function judgeFixed(set: Artifact<'fhir'>): RawFinding<'fixed'>[] {
  return FIXED.flatMap(([element, expected]) => {
    const value = textOf(rootOf(set), element);
    if (value === undefined || value === expected) return [];
    return [foundIn(set, 'fixed', [element], { args: { element, expected }, actual: value })];
  });
}

/** The author is one of three kinds; an organization is told by an extension. */
function judgeSource(set: Artifact<'fhir'>): RawFinding<SetRule>[] {
  const types = ['PractitionerRole', 'Device', 'Patient'];
  const people = judgePeople(set, [{ element: 'source', types }]);
  return [
    ...judgeContained(set, ['source']),
    ...people.map((finding) => ({
      ...finding,
      rule: finding.rule === 'person-kind' ? ('source-kind' as const) : finding.rule,
    })),
  ];
}

function judgeDesignation(set: Artifact<'fhir'>): RawFinding<'terminology' | 'code'>[] {
  return extensionsOf(rootOf(set), 'ihe-designationType')
    .flatMap((each) => objectsOf(each, 'valueCodeableConcept'))
    .flatMap((concept) =>
      judgeConcept(set, concept, {
        element: 'designationType',
        sets: [XDS_CONTENT_TYPE_CODE_CISIS, XDS_CONTENT_TYPE_CODE_DMP],
        rule: 'terminology' as const,
      }),
    );
}
