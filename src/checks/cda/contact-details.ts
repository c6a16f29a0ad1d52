import type { Artifact } from '../../artifacts/artifact.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { XmlText } from '../../artifacts/xml/tree.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { headerElements } from './header/header-elements.js';
import { isNull } from './header/is-null.js';

type RuleName =
  | 'addr-use'
  | 'addr-empty'
  | 'addr-form'
  | 'addr-part'
  | 'telecom-use'
  | 'telecom-empty'
  | 'telecom-scheme'
  | 'telecom-space'
  | 'telecom-form';
type Found = RawFinding<RuleName>;

const ADDR = '§3.5.6.1 addr';
const TELECOM = '§3.5.6.2 telecom';
const WARNING = { severity: 'warning' } as const;

const ADDR_USES: ReadonlySet<string> = new Set(['H', 'HP', 'HV', 'WP', 'TMP']);
const TELECOM_USES: ReadonlySet<string> = new Set(['H', 'HP', 'HV', 'WP', 'DIR', 'PUB', 'EC', 'MC', 'PG']);
const SCHEMES: ReadonlySet<string> = new Set(['tel', 'fax', 'mailto', 'http', 'ftp', 'mllp']);

/** Parts of an address that stand once at most. */
const PARTS: ReadonlySet<string> = new Set([
  'country',
  'state',
  'city',
  'postalCode',
  'county',
  'houseNumber',
  'houseNumberNumeric',
  'streetName',
  'streetNameType',
  'additionalLocator',
  'unitID',
  'postBox',
  'precinct',
]);

/** Lines of an address that are assembled: the schematron counts to seven. */
const MOST_LINES = 7;

const UNKNOWN_ADDRESS = '<addr nullFlavor="UNK"/>';
const MAILBOX = '<telecom value="mailto:285076311399048@patient.mssante.fr"/>';

/** Addresses and telecoms of everybody in the header: filled or not told, in one of the forms that software can read. */
export const contactDetails = defineCheck({
  id: 'cda/contact-details',
  on: 'cda',
  rules: {
    'addr-use': structural(ADDR, 0, 90),
    'addr-empty': structural(ADDR, 0, 94),
    // The schematron lets both forms stand together, and plain text.
    'addr-form': structural(ADDR, 0, 94, WARNING),
    // The schematron allows one of each; the example of the very text has three houseNumber.
    'addr-part': structural(ADDR, 0, 94, WARNING),
    'telecom-use': structural(TELECOM, 0, 94),
    'telecom-empty': structural(TELECOM, 0, 94),
    'telecom-scheme': structural(TELECOM, 0, 94),
    'telecom-space': structural(TELECOM, 0, 94),
    'telecom-form': structural(TELECOM, 0, 94, WARNING),
  },
  examples: [
    {
      rule: 'addr-use',
      base: 'cda-n1',
      part: 'cda',
      good: UNKNOWN_ADDRESS,
      bad: '<addr use="HOME"><postalCode>63000</postalCode><city>CLERMONT-FERRAND</city></addr>',
    },
    { rule: 'addr-empty', base: 'cda-n1', part: 'cda', good: UNKNOWN_ADDRESS, bad: '<addr/>' },
    {
      rule: 'addr-form',
      base: 'cda-n1',
      part: 'cda',
      good: UNKNOWN_ADDRESS,
      bad: '<addr>12 rue de la Recette, 63000 CLERMONT-FERRAND</addr>',
    },
    {
      rule: 'addr-part',
      base: 'cda-n1',
      part: 'cda',
      good: UNKNOWN_ADDRESS,
      bad: '<addr><houseNumber>12</houseNumber><houseNumber>14</houseNumber><city>CLERMONT-FERRAND</city></addr>',
    },
    {
      rule: 'telecom-use',
      base: 'cda-n1',
      part: 'cda',
      good: MAILBOX,
      bad: MAILBOX.replace('/>', ' use="HOME"/>'),
    },
    { rule: 'telecom-empty', base: 'cda-n1', part: 'cda', good: MAILBOX, bad: `${MAILBOX}<telecom use="H"/>` },
    {
      rule: 'telecom-scheme',
      base: 'cda-n1',
      part: 'cda',
      good: MAILBOX,
      bad: `${MAILBOX}<telecom value="0639980000"/>`,
    },
    {
      rule: 'telecom-space',
      base: 'cda-n1',
      part: 'cda',
      good: MAILBOX,
      bad: `${MAILBOX}<telecom value="tel:06 39 98 00 00"/>`,
    },
    {
      rule: 'telecom-form',
      base: 'cda-n1',
      part: 'cda',
      good: MAILBOX,
      bad: `${MAILBOX}<telecom value="mailto:camille.exemple.fr"/>`,
    },
  ],
  run(cda) {
    const elements = headerElements(cda.content);
    const addresses = elements.filter(({ localName }) => localName === 'addr');
    const telecoms = elements.filter(({ localName }) => localName === 'telecom');
    return {
      evaluated: addresses.length + telecoms.length,
      findings: [
        ...addresses.flatMap((each) => [...judgeUse(cda, 'addr-use', each, ADDR_USES), ...judgeAddress(cda, each)]),
        ...telecoms.flatMap((each) => [
          ...judgeUse(cda, 'telecom-use', each, TELECOM_USES),
          ...judgeTelecom(cda, each),
        ]),
      ],
    };
  },
});

/** One use or several, parted by spaces. */
function judgeUse(cda: Artifact<'cda'>, rule: RuleName, node: XmlElement, known: ReadonlySet<string>): Found[] {
  const use = node.attribute('use');
  if (use === undefined) return [];
  return use
    .trim()
    .split(/\s+/)
    .every((each) => known.has(each))
    ? []
    : [foundAt(cda, rule, node, { actual: use })];
}

function judgeAddress(cda: Artifact<'cda'>, addr: XmlElement): Found[] {
  if (isNull(addr)) return [];
  const parts = addr.elements;
  const hasText = addr.childNodes.some((each) => each instanceof XmlText && each.data.trim() !== '');
  if (parts.length === 0 && !hasText) return [foundAt(cda, 'addr-empty', addr)];
  const lines = parts.filter(({ localName }) => localName === 'streetAddressLine').length;
  if (hasText || lines > MOST_LINES || (lines > 0 && lines < parts.length)) return [foundAt(cda, 'addr-form', addr)];
  if (lines > 0) return [];
  const seen = new Set<string>();
  const repeated = new Map<string, XmlElement>();
  for (const part of parts) {
    if (PARTS.has(part.localName) && seen.has(part.localName)) repeated.set(part.localName, part);
    seen.add(part.localName);
  }
  return [...repeated].map(([element, part]) => foundAt(cda, 'addr-part', part, { args: { element } }));
}

function judgeTelecom(cda: Artifact<'cda'>, telecom: XmlElement): Found[] {
  if (isNull(telecom)) return [];
  const value = telecom.attribute('value') ?? '';
  if (value.trim() === '') return [foundAt(cda, 'telecom-empty', telecom)];
  const colon = value.indexOf(':');
  const scheme = value.slice(0, Math.max(colon, 0)).trim();
  const rest = value.slice(colon + 1);
  if (!SCHEMES.has(scheme) || rest.trim() === '') return [foundAt(cda, 'telecom-scheme', telecom, { actual: scheme })];
  if (/\s/.test(value)) return [foundAt(cda, 'telecom-space', telecom, { args: { scheme } })];
  return hasForm(scheme, rest) ? [] : [foundAt(cda, 'telecom-form', telecom, { args: { scheme } })];
}

/** Coordinates that the scheme could reach; a number may be followed by parameters (RFC 3966). */
function hasForm(scheme: string, rest: string): boolean {
  if (scheme === 'mailto') return /^[^@]+@[^@]+$/.test(rest);
  return scheme === 'tel' || scheme === 'fax' ? /^\+?[\d().*#-]+(?:;[^;]+)*$/.test(rest) : true;
}
