import type { XdsObject } from '../../artifacts/xds/metadata.js';
import type { XdsCode } from '../../artifacts/xds/object.js';
import { XDS_CONFIDENTIALITY_CODE_DMP } from '../../terminology/value-sets/xds-confidentiality-code-dmp.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { foundInMetadata } from '../found.js';
import { isForDmp, isSignatureEntry, judgeSubmissions } from '../submissions/judge-submissions.js';
import type { Submission } from '../submissions/submissions-of.js';

type RuleName = 'level' | 'first' | 'count' | 'repeated' | 'code' | 'scheme' | 'not-for-dmp' | 'both' | 'restricted';

/** Code systems of who may see a document: HL7's, and what hides it in France (TRE_A07). */
const HL7 = '2.16.840.1.113883.5.25';
const MASKS = '1.2.250.1.213.1.1.4.13';

/** Masks of TRE_A07 that the DMP does not take. */
const OTHER_MASKS = ['MASQUE_PSOCIAL', 'MASQUE_PT'];
const LEVELS = ['N', 'R', 'V'];
const MOST = 4;

const rule = (
  severity: Rule['severity'],
  clause = 'CI-SIS, métadonnées XDS, confidentialityCode (JDV_J08, JDV_J58)',
): Rule => ({
  severity,
  mark: 'primary',
  clause,
  samples: { broken: 0, of: 110, corpus: 'interop-exemples-xdm' },
});

const ON_CODE = { base: 'xdm', part: 'metadata' } as const;
const NORMAL = [
  'nodeRepresentation="N">',
  `<rim:Slot name="codingScheme"><rim:ValueList><rim:Value>${HL7}</rim:Value></rim:ValueList></rim:Slot>`,
  '<rim:Name><rim:LocalizedString xml:lang="FR" charset="UTF8" value="Normal"/></rim:Name>',
].join('\n        ');
/** Another confidentiality code after the first one. */
const next = (code: string, scheme = MASKS): string =>
  `\n      </rim:Classification>\n      <rim:Classification id="${code.toLowerCase()}" classificationScheme="urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f" ${NORMAL.replace('"N"', `"${code}"`).replace(HL7, scheme)}`;

/** Who may see a document is told by one level of confidentiality, then by the masks that the CI-SIS and the DMP know. */
export const masking = defineCheck({
  id: 'dmp/masking',
  on: ['xdm', 'soap'],
  rules: {
    level: rule('error'),
    first: rule('warning'),
    count: rule('error'),
    repeated: rule('warning'),
    code: rule('warning'),
    scheme: rule('error'),
    'not-for-dmp': { ...rule('error', 'JDV_J58-ConfidentialityCode-DMP'), samples: null },
    both: rule('warning', "Guide d'intégration DMP, EX_2.1-1050 (cumul MASQUE_PS et INVISIBLE_PATIENT)"),
    restricted: {
      ...rule('warning', 'Volet Transmission de documents CDA en HL7 v2, note sur le DMP (confidentialité R et V)'),
      samples: { broken: 0, of: 1, corpus: 'DMP_LPS Exemple de messages v02.05.00, ITI-41' },
    },
  },
  examples: [
    { rule: 'level', ...ON_CODE, good: NORMAL, bad: NORMAL.replace('"N"', '"MASQUE_PS"').replace(HL7, MASKS) },
    {
      rule: 'first',
      ...ON_CODE,
      good: NORMAL,
      bad: NORMAL.replace('"N"', '"MASQUE_PS"').replace(HL7, MASKS) + next('N', HL7),
    },
    {
      rule: 'count',
      ...ON_CODE,
      good: NORMAL,
      bad:
        NORMAL +
        ['MASQUE_PS', 'INVISIBLE_REPRESENTANTS_LEGAUX', 'INVISIBLE_PATIENT', 'MASQUE_PT']
          .map((code) => next(code))
          .join(''),
    },
    { rule: 'repeated', ...ON_CODE, good: NORMAL, bad: NORMAL + next('MASQUE_PS') + next('MASQUE_PS') },
    { rule: 'code', ...ON_CODE, good: NORMAL, bad: NORMAL + next('MASQUE') },
    { rule: 'scheme', ...ON_CODE, good: NORMAL, bad: NORMAL + next('MASQUE_PS', HL7) },
    {
      rule: 'not-for-dmp',
      base: 'soap-publish',
      part: 'metadata',
      good: NORMAL,
      bad: NORMAL + next('MASQUE_PSOCIAL'),
    },
    { rule: 'both', ...ON_CODE, good: NORMAL, bad: NORMAL + next('MASQUE_PS') + next('INVISIBLE_PATIENT') },
    {
      rule: 'restricted',
      base: 'soap-publish',
      part: 'metadata',
      good: NORMAL,
      bad: NORMAL.replace('"N"', '"R"').replace('Normal', 'Restreint'),
      trips: ['dmp/document-and-entry'],
    },
  ],
  run(artifact) {
    return judgeSubmissions(artifact, (submission) => {
      // Nobody but the DMP reads a signature: dmp/signature-entry knows its masks. What has no code lacks a required attribute.
      const entries = submission.metadata.documentEntries.filter(
        (entry) => !isSignatureEntry(entry) && codesOf(entry).length > 0,
      );
      return { evaluated: entries.length, findings: entries.flatMap((entry) => judgeEntry(submission, entry)) };
    });
  },
});

function codesOf(entry: XdsObject): XdsCode[] {
  return entry.codes('confidentialityCode').filter(({ value }) => value.trim());
}

function judgeEntry(submission: Submission, entry: XdsObject): RawFinding<RuleName>[] {
  const codes = codesOf(entry);
  const tell = (name: RuleName, { node, value }: XdsCode, args: Readonly<Record<string, string | number>> = {}) =>
    foundInMetadata(submission, name, node, { args, actual: value });
  return [
    ...judgeLevel(codes, tell),
    ...(codes.length > MOST
      ? codes.slice(MOST, MOST + 1).map((code) => tell('count', code, { count: codes.length }))
      : []),
    ...judgeCombination(codes, tell),
    ...codes.flatMap((code) => judgeCode(submission, code)),
    ...(isForDmp(submission)
      ? codes.filter(({ value }) => value === 'R' || value === 'V').map((code) => tell('restricted', code))
      : []),
  ];
}

type Tell = (name: RuleName, code: XdsCode, args?: Readonly<Record<string, string | number>>) => RawFinding<RuleName>;

function judgeLevel(codes: readonly XdsCode[], tell: Tell): RawFinding<RuleName>[] {
  const levels = codes.filter(({ value }) => LEVELS.includes(value));
  const [first] = codes;
  const [level, second] = levels;
  if (!first) return [];
  // A code that no set knows may stand where the level should: it is told as such, and the level with it.
  if (!level) return [tell('level', first, { count: 0 })];
  if (second) return [tell('level', second, { count: levels.length })];
  return level === first ? [] : [tell('first', level)];
}

function judgeCombination(codes: readonly XdsCode[], tell: Tell): RawFinding<RuleName>[] {
  const seen = new Set<string>();
  const again = codes.filter(({ value }) => !LEVELS.includes(value) && seen.size === seen.add(value).size);
  const hidden = codes.find(({ value }) => value === 'INVISIBLE_PATIENT');
  return [
    ...again.map((code) => tell('repeated', code)),
    ...(hidden && seen.has('MASQUE_PS') ? [tell('both', hidden)] : []),
  ];
}

function judgeCode(submission: Submission, { value, scheme, node }: XdsCode): RawFinding<RuleName>[] {
  const { name, oid, version } = XDS_CONFIDENTIALITY_CODE_DMP;
  if (XDS_CONFIDENTIALITY_CODE_DMP.has(value)) {
    const expected = LEVELS.includes(value) ? HL7 : MASKS;
    // A code without its system lacks it: dmp/document-entry says so.
    if (!scheme?.trim() || scheme.trim() === expected) return [];
    return [foundInMetadata(submission, 'scheme', node, { args: { code: value, expected }, actual: scheme })];
  }
  if (OTHER_MASKS.includes(value) && isForDmp(submission))
    return [foundInMetadata(submission, 'not-for-dmp', node, { actual: value })];
  return [foundInMetadata(submission, 'code', node, { args: { set: name, oid, version }, actual: value })];
}
