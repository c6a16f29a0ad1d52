import { inflateRawSync } from 'node:zlib';
import { identities } from '../../fixtures/make/patients.js';

/** Every text of a workbook. */
export function textOfWorkbook(bytes: Buffer): string {
  let text = '';
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    const size = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    text += `${bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data).toString('utf8') : data.toString('utf8')}\n`;
  }
  return text;
}

const parts = (date: string): [string, string, string] => [date.slice(0, 4), date.slice(4, 6), date.slice(6, 8)];
const MONTHS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');

/** A matricule: whole, without key, in groups, in base64 whatever stands before it. */
function ofMatricule(matricule: string): string[] {
  const body = matricule.slice(0, 13);
  const inGroups = [...body].join('[ ._/-]?');
  const encoded = ['', ' ', '  '].map((before) => {
    const text = Buffer.from(before + body)
      .toString('base64')
      .replace(/=+$/, '');
    // Its first and last characters depend on what stands around.
    return text.slice(before.length === 0 ? 0 : before.length + 1, -2);
  });
  return [inGroups, ...encoded];
}

function ofBirthDate(date: string): string[] {
  const [year, month, day] = parts(date);
  const [m, d] = [String(Number(month)), String(Number(day))];
  return [
    date,
    `${day}${month}${year}`,
    `${year}[-/. ]${month}[-/. ]${day}`,
    `${day}[-/. ]${month}[-/. ]${year}`,
    `${d} ${MONTHS[Number(m) - 1]} ${year}`,
  ].map((form) => `(?<![0-9])${form}(?![0-9])`);
}

/** A name, however its words are parted; in percent signs too. */
function ofName(name: string): string {
  // Our own texts speak of a new name.
  if (name === 'NOUVEAU-NOM') return name;
  const words = name.split(/[-' ]+/).join("(?:[-' _.+]|%20|%27|&apos;|&#39;)?");
  return `(?<![A-Z])${words}(?![A-Z])`;
}

/** Words in this order, whatever parts them. */
function ofWords(text: string): string {
  return text.split(/[^A-Za-z0-9]+/).join('(?:%40|[^A-Za-z0-9]){1,5}');
}

const LOCAL_IDS = new RegExp(identities.localIds.map((id) => `(?<![0-9.])${id}(?![0-9])`).join('|'), 'g');

const FORMS = new RegExp(
  [
    ...identities.matricules.flatMap(ofMatricule),
    ...[...identities.names, ...identities.givens].map(ofName),
    ...identities.birthDates.flatMap(ofBirthDate),
    ...[...identities.addresses, ...identities.mails].map(ofWords),
    ...identities.phones.map((phone) => [...phone.slice(1)].join('[ ._-]?')),
    ...identities.birthPlaces.map((code) => `(?<![0-9A-Z.])${code}(?![0-9A-Z])`),
  ].join('|'),
  'gi',
);

/** What tells in a text who a patient of the fixtures is, with what stands around. */
export function identitiesIn(text: string, { localIds = true } = {}): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'");
  return [...plain.matchAll(FORMS), ...(localIds ? plain.matchAll(LOCAL_IDS) : [])].map(({ index, 0: found }) =>
    plain.slice(Math.max(0, index - 80), index + found.length + 40),
  );
}
