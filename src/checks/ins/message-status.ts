import type { Artifact } from '../../artifacts/artifact.js';
import { PID } from '../../artifacts/hl7v2/fields.js';
import { type PatientGroup, patientGroups } from '../../artifacts/hl7v2/patient-groups.js';
import { attributeFault } from '../../identity/statuses.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { currentIns } from '../identities/current-ins.js';
import { identityOfPatient } from '../identities/identities-of-hl7v2.js';
import { reliabilityOfPid } from '../identities/reliability-of-pid.js';
import { DEMOGRAPHICS_RULES, judgeDemographics } from './hl7v2/demographics.js';

const SAMPLES = { broken: 0, of: 40, corpus: 'ansforge/hl7V2-exemples, 40 PID' };

const RNIV = 'RNIV v2.0 §3.2.3 (EXI SI 09), FR Core fr-core-identity-reliability-1 et -2';

/** No official message tells that an identity is doubtful or fictitious. */
function rnivRule(severity: Rule['severity']): Rule {
  return { severity, mark: 'primary', clause: RNIV, samples: null };
}

const RULES = {
  'ins-not-validated': {
    severity: 'error',
    mark: 'primary',
    clause: "Guide d'implémentation de l'INS, règle 33 (INS/va1.62, INS/va1.68, INS/va1.73), PID-32",
    samples: SAMPLES,
  },
  'ins-with-doubt': { ...rnivRule('error'), samples: SAMPLES },
  'doubt-not-provisional': rnivRule('error'),
  'doubt-without-status': rnivRule('warning'),
  'attributes-together': rnivRule('error'),
  'several-statuses': { ...rnivRule('warning'), samples: SAMPLES },
  'unknown-code': {
    severity: 'warning',
    mark: 'primary',
    clause: 'FR Core, fr-core-cs-v2-0445 (table HL7 0445 étendue en France), PID-32',
    samples: SAMPLES,
  },
  ...DEMOGRAPHICS_RULES,
} as const satisfies Readonly<Record<string, Rule>>;

type Found = RawFinding<keyof typeof RULES>;

/** HL7 table 0445, and what France adds to it (FR Core, fr-core-cs-v2-0445). */
const CODES: ReadonlySet<string> = new Set(
  'US UD UA AL VIDE PROV VALI DOUB DESA DPOT DOUA COLP COLV FILI CACH ANOM IDVER RECD IDRA USUR HOMD HOMA INVA FICT DOUT'.split(
    ' ',
  ),
);

/** What a message says of the reliability of an identity agrees with the INS that it carries, with itself, and with how the identity was obtained (ZFD). */
export const messageStatus = defineCheck({
  id: 'ins/message-status',
  on: 'hl7v2',
  rules: RULES,
  examples: [
    example('ins-not-validated', '|N||VALI', '|N||PROV'),
    example('ins-with-doubt', '|N||VALI', '|N||PROV~DOUT'),
    {
      ...example('doubt-not-provisional', '|N||PROV', '|N||VALI~DOUT'),
      base: 'hl7v2-unqualified',
      trips: ['ins/unqualified-message'],
    },
    { ...example('doubt-without-status', '|N||PROV', '|N||DOUT'), base: 'hl7v2-unqualified' },
    { ...example('attributes-together', '|N||PROV', '|N||PROV~FICT~DOUT'), base: 'hl7v2-unqualified' },
    example('several-statuses', '|N||VALI', '|N||VALI~PROV'),
    example('unknown-code', '|N||VALI', '|N||VALI~OK'),
    example('lunar-date-form', 'ZFD|||N|N', 'ZFD|00/07/1985||N|Y'),
    example('lunar-date', 'ZFD|||N|N', 'ZFD|00^07^1985||N|Y'),
    example('correction-untold', 'ZFD|||N|N', 'ZFD|^^1985||N|N'),
    example('corrected-date', 'ZFD|||N|N', 'ZFD|||N|1'),
    example('collection-mode', '|INSI|20260315|PA', '|WEB|20260315|PA'),
    example('insi-date', '|INSI|20260315|PA', '|INSI||PA'),
    example('zfd-date', '|INSI|20260315|PA', '|INSI|15/03/2026|PA'),
  ],
  run: (artifact) => {
    const patients = artifact.content.messages.flatMap(patientGroups);
    if (patients.length === 0) return { evaluated: 0, findings: [], applies: false };
    const findings = patients.flatMap((group) => [
      ...judgeStatus(artifact, group),
      ...judgeDemographics(artifact, group),
    ]);
    return { evaluated: patients.length, findings };
  },
});

function example<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'hl7v2-adt' as const, part: 'message', good, bad };
}

function judgeStatus(artifact: Artifact<'hl7v2'>, group: PatientGroup): Found[] {
  const { codes, status, attributes } = reliabilityOfPid(group.pid);
  const hasIns = currentIns(identityOfPatient(group)) !== undefined;
  const at = placeIn(artifact, group.pid.field(PID.reliability).location);
  const actual = codes.map(({ value }) => value).join('~');
  const has = (...wanted: readonly string[]): boolean => codes.some(({ value }) => wanted.includes(value));
  const doubted = has('DOUT', 'FICT');
  const found: Found[] = [];
  // QUAL, which some draft of PAM France has, says no less. What was received is no fault of the software: `ins/feed-unqualified` judges what it does with it.
  if (hasIns && !doubted && !has('VALI', 'QUAL') && artifact.declared.role !== 'incoming')
    found.push({ rule: 'ins-not-validated', at, actual });
  if (hasIns && doubted) found.push({ rule: 'ins-with-doubt', at, actual });
  if (!hasIns && doubted && has('VALI', 'QUAL', 'RECUP')) found.push({ rule: 'doubt-not-provisional', at, actual });
  if (doubted && status === undefined) found.push({ rule: 'doubt-without-status', at, actual });
  if (attributeFault(undefined, attributes)) found.push({ rule: 'attributes-together', at, actual });
  if (codes.filter(({ value }) => ['PROV', 'VALI', 'RECUP', 'QUAL'].includes(value)).length > 1)
    found.push({ rule: 'several-statuses', at, actual });
  for (const code of codes)
    if (!CODES.has(code.value))
      found.push({ rule: 'unknown-code', at: placeIn(artifact, code.at), actual: code.value });
  return found;
}
