import { groupBy } from '../../artifacts/group-by.js';
import type { Told } from '../cda/hl7-transport/exchanged.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { voletRule } from '../sources/volet-rule.js';
import type { Flag } from './platform/mail-requests.js';
import { type PlatformKept, type PlatformPair, platformKept, platformPairs } from './platform/pairs.js';

const MATRIX = 'règles de gestion MSSanté';

const RULES = {
  'patient-hidden': voletRule("INVISIBLE_PATIENT, point d'attention", 'error', 0, 0, ''),
  'not-asked': voletRule(`${MATRIX}, DESTMSSANTEPS et DESTMSSANTEPAT`, 'error', 0, 0, ''),
  // Official messages ask for what the matrix does not have (8 of 21): that a mail follows is no error.
  'professionals-masked': voletRule(`${MATRIX}, MASQUE_PS`, 'warning', 0, 0, ''),
  'not-refused': voletRule(MATRIX, 'warning', 0, 0, ''),
} as const;

type Found = RawFinding<keyof typeof RULES>;

/** The mails that the platform makes of a message go to none of those who may not see its document, nor where it is not asked to send. */
export const platformMasking = defineSetCheck({
  id: 'mss/platform-masking',
  on: ['mail', 'hl7v2'],
  rules: RULES,
  examples: [
    example('patient-hidden', 'INVISIBLE_PATIENT', 'N', 'Y'),
    example('not-asked', 'DESTMSSANTEPAT', 'Y', 'N'),
    example('professionals-masked', 'MASQUE_PS', 'N', 'Y'),
    example('not-refused', 'INVISIBLE_REP_LEGAUX', 'N', 'Y'),
  ],
  keep: platformKept,
  run: (kept: readonly PlatformKept[]) => {
    const pairs = platformPairs(kept);
    return {
      evaluated: pairs.length,
      findings: [...groupBy(pairs, ({ request }) => request).values()].flatMap(judge),
      ...(pairs.length === 0 && { applies: false }),
    };
  },
});

/** The mails of one message. */
function judge(pairs: readonly PlatformPair[]): Found[] {
  const found = pairs.flatMap(judgeRecipients);
  const [first] = pairs;
  // One that the platform was to refuse: what is more precise is enough.
  if (!first?.request.outsideMatrix || found.length > 0) return found;
  const { mail, request } = first;
  const at = (request.toProfessionals ?? request.toPatient)?.at;
  return [{ rule: 'not-refused', at: mail.at, args: { message: request.path, 'message-path': at?.path ?? '' } }];
}

function judgeRecipients({ request, mail }: PlatformPair): Found[] {
  const { hiddenFromPatient, hiddenFromProfessionals, toPatient, toProfessionals } = request;
  const [patient] = mail.patients;
  const [professional] = mail.professionals;
  return [
    patient &&
      (broken('patient-hidden', patient, hiddenFromPatient, 'Y') ?? broken('not-asked', patient, toPatient, 'N')),
    professional &&
      (broken('not-asked', professional, toProfessionals, 'N') ??
        broken('professionals-masked', professional, hiddenFromProfessionals, 'Y')),
  ].flatMap((each) => each ?? []);
}

/** A mail to someone, though the message has a flag to that value. */
function broken<R extends keyof typeof RULES>(
  rule: R,
  { text, at }: Told,
  flag: Flag | undefined,
  value: Flag['value'],
): RawFinding<R> | undefined {
  if (flag?.value !== value) return undefined;
  return { rule, at, args: { message: flag.at.artifact, 'message-path': flag.at.path ?? '' }, actual: text };
}

function example<R extends string>(rule: R, code: string, good: 'Y' | 'N', bad: 'Y' | 'N') {
  const written = (value: string) => `${code}^${code}^MetaDMPMSS||${value}^`;
  return {
    rule,
    base: 'hl7v2-platform' as const,
    part: 'message',
    good: written(good),
    bad: written(bad),
    trips: ['cda/transport-metadata'],
  };
}
