import type { Recipe } from '../../fixtures/make/recipe.js';
import { matriculeKey } from '../../src/identity/matricule.js';

/** One semantic change of one attribute, in the metadata or in the document. */
export interface Alteration {
  /** XDS name of the attribute. */
  readonly attribute: string;
  readonly part: 'metadata' | 'cda';
  readonly what: string;
  readonly recipe: Recipe;
}

/** Numbers of a seed, from 0 to 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
type Change = (value: string, random: Random) => string;

/** Where a value stands, between what comes before and after it, and how it is changed. */
interface Target {
  readonly attribute: string;
  readonly part: 'metadata' | 'cda';
  /** The first group is kept, the second one is changed. */
  readonly at: RegExp;
  readonly change: Change;
}

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

const oneOf =
  (...values: string[]): Change =>
  (value, random) =>
    pick(
      random,
      values.filter((each) => each !== value),
    );

const otherDigits: Change = (value, random) => {
  const made = value.replace(/\d/g, (digit) => (random() < 0.5 ? digit : digits(random, 1)));
  return made === value ? value.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)) : made;
};

/** A time of 14 digits, then perhaps its offset, moved by a second to four months. */
const otherInstant: Change = (value, random) => {
  const [, year, month, day, hour, minute, second, rest = ''] = /^(....)(..)(..)(..)(..)(..)(.*)$/.exec(value) ?? [];
  const seconds = Math.ceil(random() ** 4 * 10_000_000) * (random() < 0.5 ? -1 : 1);
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return new Date(time + seconds * 1000).toISOString().replace(/\D/g, '').slice(0, 14) + rest;
};

const otherName = oneOf('ESSAI-ZOULOU', 'TEST-YANKEE', 'ESSAI-XRAY', 'TEST-WHISKY');
const otherRpps: Change = (_value, random) => `8997${digits(random, 8)}`;
const otherFiness: Change = (_value, random) => `199${digits(random, 7)}`;

/** The matricule of someone else of the same sex, born the same month. */
const otherMatricule: Change = (value, random) => {
  const body = `${value.slice(0, 5)}75${digits(random, 6)}`;
  return body + matriculeKey(body);
};

const ENTRY = '<rim:ExtrinsicObject[\\s\\S]*?';
const inEntry = (before: string, value = '[^<]*'): RegExp => new RegExp(`(${ENTRY}${before})(${value})`);
const slot = (name: string, value?: string): RegExp =>
  inEntry(`<rim:Slot name="${name}"><rim:ValueList><rim:Value>`, value);
const code = (scheme: string): RegExp =>
  inEntry(`classificationScheme="urn:uuid:${scheme}[^>]*nodeRepresentation="`, '[^"]*');
const system = (scheme: string): RegExp =>
  inEntry(`classificationScheme="urn:uuid:${scheme}[^>]*>\\s*<rim:Slot name="codingScheme"><rim:ValueList><rim:Value>`);
const info = (field: string, before: string, value: string): RegExp =>
  inEntry(`<rim:Value>${field}\\|${before}`, value);
const external = (scheme: string, before: string, value: string): RegExp =>
  new RegExp(`(identificationScheme="urn:uuid:${scheme}[^>]* value="${before})(${value})`);
const contentType = (before: string, value: string): RegExp =>
  new RegExp(`(classificationScheme="urn:uuid:aa543740${before})(${value})`);
const inSlot = (name: string, before: string, value: string): RegExp =>
  inEntry(`<rim:Slot name="${name}"><rim:ValueList><rim:Value>${before}`, value);

const metadata = (attribute: string, at: RegExp, change: Change): Target => ({
  attribute,
  part: 'metadata',
  at,
  change,
});
const cda = (attribute: string, before: string, change: Change, value = '[^"]*'): Target => ({
  attribute,
  part: 'cda',
  at: new RegExp(`(${before})(${value})`),
  change,
});

const SECTORS = oneOf('SA01', 'SA05', 'SA07', 'SA08', 'SA25', 'SA36');
const SETTINGS = oneOf('AMBULATOIRE', 'ETABLISSEMENT', 'HAD', 'SAD', 'DEPISTAGE');
const TYPES = oneOf('11502-2', '11488-4', '34112-3', '11490-0', '60591-5', '57833-6', '18748-4');
const CLASSES = oneOf('10', '11', '31', '42', '52');
/** None of imaging, of which a document is asked more than its type. */
const DOCUMENT_TYPES = oneOf('11502-2', '11488-4', '34112-3', '11490-0', '57833-6');
const ACTS = oneOf('18719-5', '18725-2', '18727-8', '18723-7', '11502-2');
const LANGUAGES = oneOf('fr-FR', 'en-US', 'de-DE', 'fr-BE', 'es-ES');
const SPECIALTIES = oneOf('G15_10/SM03', 'G15_10/SM26', 'G15_10/SM54', 'G15_60', 'G15_21/A');
const LEVELS = oneOf('N', 'R', 'V');
const TITLES = oneOf('Courrier', 'Ordonnance', 'Lettre de liaison', 'Compte rendu opératoire');
const FORMATS = oneOf(
  'urn:ihe:iti:xds-sd:text:2008',
  'urn:ihe:lab:xd-lab:2008',
  'urn:asip:ci-sis:vsm:2012',
  'urn:ihe:iti-fr:xds-sd:rtf:2010',
);

const TARGETS: readonly Target[] = [
  ...['creationTime', 'serviceStartTime', 'serviceStopTime'].map((name) => metadata(name, slot(name), otherInstant)),
  metadata('languageCode', slot('languageCode'), LANGUAGES),
  metadata('legalAuthenticator', slot('legalAuthenticator', '[^^]*'), otherRpps),
  metadata('legalAuthenticator', inSlot('legalAuthenticator', '[^^]*\\^', '[^^]*'), otherName),
  metadata('hash', slot('hash'), (_value, random) => digits(random, 40)),
  metadata('size', slot('size'), (_value, random) => `1${digits(random, 4)}`),
  metadata('URI', slot('URI'), (_value, random) => `DOC1${digits(random, 3)}.XML`),
  metadata('sourcePatientId', slot('sourcePatientId', '[^^]*'), otherDigits),
  metadata('sourcePatientId', inSlot('sourcePatientId', '[^&]*&amp;', '[^&]*'), (value) => `${value}.7`),
  metadata('sourcePatientInfo', info('PID-5', '', '[^^]*'), otherName),
  metadata('sourcePatientInfo', info('PID-7', '', '\\d*'), oneOf('19850715', '19850614', '19900714')),
  metadata('sourcePatientInfo', info('PID-8', '', '.'), oneOf('F', 'M')),
  metadata('sourcePatientInfo', info('PID-11', '[^<]*\\^', '\\w+'), oneOf('63113', '75056', '69123', '13055')),
  metadata('patientId', external('58a6f841', '', '\\d+'), otherMatricule),
  metadata('patientId', external('6b5aea1a', '', '\\d+'), otherMatricule),
  metadata(
    'uniqueId',
    external('2e82c1f6', '2.999.2.20260316.', '[\\d.]+'),
    (value, random) => `${value}.${1 + Math.floor(random() * 900)}`,
  ),
  metadata('title', inEntry('</rim:Slot>\\s*<rim:Name><rim:LocalizedString [^>]*value="', '[^"]*'), TITLES),
  metadata(
    'mimeType',
    inEntry('mimeType="', '[^"]*'),
    oneOf('application/pdf', 'text/plain', 'application/octet-stream'),
  ),
  metadata('typeCode', code('f0306f51'), TYPES),
  metadata('classCode', code('41a5887f'), CLASSES),
  metadata('formatCode', code('a09d5840'), FORMATS),
  metadata('confidentialityCode', code('f4f85eac'), LEVELS),
  metadata('healthcareFacilityTypeCode', code('f33fb8ac'), SECTORS),
  metadata('practiceSettingCode', code('cccf5598'), SETTINGS),
  metadata('eventCodeList', code('2c6b8cb7'), ACTS),
  ...Object.entries({
    typeCode: 'f0306f51',
    classCode: '41a5887f',
    confidentialityCode: 'f4f85eac',
    formatCode: 'a09d5840',
    healthcareFacilityTypeCode: 'f33fb8ac',
    practiceSettingCode: 'cccf5598',
  }).map(([name, scheme]) => metadata(name, system(scheme), (value) => `${value}.9`)),
  metadata(
    'referenceIdList',
    inSlot('urn:ihe:iti:xds:2013:referenceIdList', '[^&]*&amp;', '[^&]*'),
    (value) => `${value}.7`,
  ),
  metadata('availabilityStatus', inEntry('status="', '[^"]*'), (value) => value.replace('Approved', 'Deprecated')),
  metadata(
    'contentTypeCode',
    contentType('[^>]*nodeRepresentation="', '[^"]*'),
    (_value, random) => `SB${digits(random, 2)}`,
  ),
  metadata('submissionTime', /(<rim:Slot name="submissionTime"><rim:ValueList><rim:Value>)(\d+)/, (value) =>
    value.slice(0, 8),
  ),
  metadata('sourceId', external('554ac39e', '', '[\\d.]+'), (value) => `${value}.0${value}`),
  metadata('eventCodeList', system('2c6b8cb7'), oneOf('1.2.250.1.213.2.5', '2.16.840.1.113883.6.3')),
  metadata('authorPerson', inSlot('authorPerson', '', '[^^]*'), otherRpps),
  metadata('authorPerson', inSlot('authorPerson', '[^^]*\\^', '[^^]*'), otherName),
  metadata('authorPerson', inSlot('authorPerson', '[^^]*\\^[^^]*\\^', '[^^]*'), oneOf('Zélie', 'Yvon', 'Xavier')),
  metadata('authorInstitution', inSlot('authorInstitution', '', '[^^]*'), oneOf('Cabinet autre', 'Clinique autre')),
  metadata('authorInstitution', inSlot('authorInstitution', '[^<]*\\^', '\\d+'), otherFiness),
  metadata('authorRole', slot('authorRole'), oneOf('Médecin responsable de la sortie', 'Médecin adresseur')),
  metadata('authorSpecialty', slot('authorSpecialty', '[^^]*'), SPECIALTIES),
  metadata('authorSpecialty', inSlot('authorSpecialty', '[^<]*\\^', '[\\d.]+'), (value) => `${value}9`),
  metadata(
    'referenceIdList',
    slot('urn:ihe:iti:xds:2013:referenceIdList', '[^^]*'),
    (_value, random) => `D${digits(random, 5)}`,
  ),
  cda('uniqueId', '</?templateId[^>]*>\\s*<id root="2.999.2.20260316.1.', otherDigits),
  cda('title', '<title>', TITLES, '[^<]*'),
  cda('creationTime', '</title>\\s*<effectiveTime value="', otherInstant),
  cda('languageCode', '<languageCode code="', LANGUAGES),
  cda('confidentialityCode', '<confidentialityCode code="', LEVELS),
  cda('typeCode', '</?id[^>]*>\\s*<code code="', DOCUMENT_TYPES, '11502-2'),
  cda('healthcareFacilityTypeCode', '<healthCareFacility>\\s*<code code="', SECTORS),
  cda('practiceSettingCode', '<standardIndustryClassCode code="', SETTINGS),
  cda('serviceStartTime', '<serviceEvent>[\\s\\S]*?<low value="', otherInstant),
  cda('serviceStopTime', '<serviceEvent>[\\s\\S]*?<high value="', otherInstant),
  cda('eventCodeList', '<translation code="', ACTS),
  cda('authorPerson', '<assignedAuthor>\\s*<id [^>]*extension="', otherRpps),
  cda('authorPerson', '<assignedAuthor>[\\s\\S]*?<family>', otherName, '[^<]*'),
  cda('authorInstitution', '<assignedAuthor>[\\s\\S]*?<representedOrganization>\\s*<id [^>]*extension="', otherFiness),
  cda('authorSpecialty', '<assignedAuthor>\\s*<id[^>]*>\\s*<code code="', SPECIALTIES),
  cda('authorRole', '<functionCode code="PCP" displayName="', oneOf('Médecin adresseur', 'Médecin de garde')),
  cda('legalAuthenticator', '<legalAuthenticator>[\\s\\S]*?<id [^>]*extension="', otherRpps),
  cda('legalAuthenticator', '<legalAuthenticator>[\\s\\S]*?<family>', otherName, '[^<]*'),
  cda('sourcePatientId', '<id root="2.999.1.1" extension="', otherDigits),
  cda('referenceIdList', '<order>\\s*<id root="2.999.8" extension="', (_value, random) => `D${digits(random, 5)}`),
];

/** As many alterations as asked for, of each attribute in turn. */
export function alterationsOf({ base, parts }: Recipe, count: number, seed: number): Alteration[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => {
    const { attribute, part, at, change } = TARGETS[index % TARGETS.length] as Target;
    const text = parts[part] ?? '';
    const match = at.exec(text);
    const [whole = '', before = '', value = ''] = match ?? [];
    if (!match || !whole) throw new RangeError(`${attribute}, ${part}: nothing matches ${at.source}`);
    const made = change(value, random);
    const start = match.index + before.length;
    const altered = text.slice(0, start) + made + text.slice(start + value.length);
    if (altered === text) throw new RangeError(`${attribute}, ${part}: ${value} did not change`);
    return { attribute, part, what: `${value} → ${made}`, recipe: { base, parts: { ...parts, [part]: altered } } };
  });
}
