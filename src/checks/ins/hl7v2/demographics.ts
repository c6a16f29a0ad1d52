import type { Artifact } from '../../../artifacts/artifact.js';
import { PID, ZFD } from '../../../artifacts/hl7v2/fields.js';
import type { PatientGroup } from '../../../artifacts/hl7v2/patient-groups.js';
import type { Hl7Segment } from '../../../artifacts/hl7v2/segment.js';
import type { Hl7Value } from '../../../artifacts/hl7v2/value.js';
import { birthDateFault, birthDateMeant } from '../../../identity/birth-date.js';
import { placeIn } from '../../context.js';
import type { RawFinding, Rule } from '../../define.js';

/** What is known of ZFD comes from software that reads it. Five official messages have the segment. */
function zfdRule(field: string): Rule {
  const samples = { broken: 0, of: 5, corpus: 'ansforge/hl7V2-exemples, 5 ZFD' };
  return { severity: 'warning', mark: 'second-hand', clause: `IHE PAM France 2.11 §6.18.6, ${field}`, samples };
}

export const DEMOGRAPHICS_RULES = {
  'lunar-date-form': zfdRule('ZFD-1'),
  'lunar-date': zfdRule('ZFD-1'),
  'correction-untold': zfdRule('ZFD-4'),
  'corrected-date': zfdRule('ZFD-4'),
  'collection-mode': zfdRule('ZFD-5'),
  'insi-date': zfdRule('ZFD-6'),
  'zfd-date': zfdRule('ZFD-6, ZFD-8'),
} as const satisfies Readonly<Record<string, Rule>>;

type Found = RawFinding<keyof typeof DEMOGRAPHICS_RULES>;

const MODES = ['SM', 'CV', 'INSI', 'CB', 'RFID', 'AV'];

/**
 * What the ZFD segments of a patient say of how the identity was obtained, and of a birth date that the civil status does not tell whole.
 */
export function judgeDemographics(artifact: Artifact<'hl7v2'>, { pid, following }: PatientGroup): Found[] {
  return following
    .filter(({ name }) => name === 'ZFD')
    .flatMap((zfd) => [...judgeDates(artifact, pid, zfd), ...judgeCollection(artifact, zfd)]);
}

function judgeDates(artifact: Artifact<'hl7v2'>, pid: Hl7Segment, zfd: Hl7Segment): Found[] {
  const [lunar, corrected] = [zfd.field(ZFD.lunarDate), zfd.field(ZFD.correctedDate)];
  const birthDate = pid.field(PID.birthDate).component(1).text.slice(0, 8);
  const found: Found[] = [];
  if (!['', 'Y', 'N'].includes(corrected.text.trim()))
    found.push({ rule: 'corrected-date', at: placeIn(artifact, corrected.location), actual: corrected.text });
  if (isBlank(lunar)) return found;
  const [day, month, year] = [1, 2, 3].map((n) => lunar.component(n).text.trim() || '00');
  const at = placeIn(artifact, lunar.location);
  if (!/^\d{2}\.\d{2}\.\d{4}$/.test(`${day}.${month}.${year}`))
    return [...found, { rule: 'lunar-date-form', at, actual: lunar.raw }];
  // The RNIV guesses the decade of a year that is not known; and what no calendar has is no matter of correction.
  const [told, meant] = [`${year}${month}${day}`, birthDateMeant(`${year}${month}${day}`)];
  if (year === '0000' || !/^\d{8}$/.test(birthDate) || birthDateFault(meant)) return found;
  if (meant !== birthDate) found.push({ rule: 'lunar-date', at, actual: lunar.raw });
  if (told !== meant && corrected.text.trim() !== 'Y')
    found.push({
      rule: 'correction-untold',
      at: placeIn(artifact, corrected.location),
      actual: corrected.text.trim(),
    });
  return found;
}

function judgeCollection(artifact: Artifact<'hl7v2'>, zfd: Hl7Segment): Found[] {
  const [mode, insiDate] = [zfd.field(ZFD.collectionMode), zfd.field(ZFD.insiDate)];
  const code = mode.component(1).text.trim();
  const found: Found[] = [];
  if (code !== '' && !MODES.includes(code))
    found.push({ rule: 'collection-mode', at: placeIn(artifact, mode.location), actual: code });
  if (code === 'INSI' && isBlank(insiDate)) found.push({ rule: 'insi-date', at: placeIn(artifact, insiDate.location) });
  for (const date of [insiDate, zfd.field(ZFD.proofExpiration)]) {
    if (!isBlank(date) && !isDay(date.component(1).text.trim()))
      found.push({ rule: 'zfd-date', at: placeIn(artifact, date.location), actual: date.text });
  }
  return found;
}

/** A day, perhaps with an hour. */
function isDay(text: string): boolean {
  return /^\d{8}/.test(text) && birthDateFault(text) === undefined;
}

function isBlank(value: Hl7Value): boolean {
  return value.isNull || value.raw.replaceAll(value.segment.source.delimiters.component, '').trim() === '';
}
