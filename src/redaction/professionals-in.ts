import type { Person } from '../artifacts/people/person.js';

/** Mailboxes that are nobody's. */
const NOBODY =
  /^(?:no-?reply|postmaster|mailer-daemon|contact|secretariat|accueil|support|admin|info|ne-?pas-?repondre|reponse|envoi|cabinet|service|structure|secr|laboratoire|labo|hopital|centre|bal|boite|serveur|application)/i;

/** Forms in which a text names somebody, patient or professional: a name, then a first name. */
const NAMED: readonly RegExp[] = [
  // 899700100011^MARTIN^Claire, of XCN in HL7 v2 and XDS
  /(?:[80]\d{9,11}|[3-6]\d{9,14}\/[^\s^/]{1,40})\^([^^|~&<>\r\n"\\]{1,60})\^([^^|~&<>\r\n"\\]{0,60})/g,
  // <family>MARTIN</family>, <given>Claire</given>, with their prefix or not
  /<(?:[\w.-]{1,40}:)?(?:family|given)(?:\s[^<>]{0,200})?>([^<>]{1,80})</g,
  /<(?:[\w.-]{1,40}:)?(?:family|given)\s[^<>]{0,200}?value\s*=\s*["']([^"'<>]{1,80})["']/g,
  // Claims of OpenID Connect, members of UserInfo and of FHIR
  /"(?:family_?name|given_?name|middle_?name|nickname|nom|prenoms?|(?:nom|prenom)D?['_]?exercice|(?:nom|prenom)_?(?:usage|naissance|usuel)|last_?name|first_?name|family)"\s*:\s*"((?:[^"\\]|\\.){1,120})"/gi,
  /"given"\s*:\s*\[\s*"((?:[^"\\]|\\.){1,120})"(?:\s*,\s*"((?:[^"\\]|\\.){1,120})")?/g,
  // VIHF
  /subject-id["'][^<>]{0,200}>\s*<(?:[\w.-]{1,40}:)?AttributeValue[^<>]{0,200}>([^<>]{1,120})</g,
  // Prénom Nom <prenom.nom@domaine>
  /(?<![\w.+-])(\p{L}[\p{L}'-]{1,40})\.(\p{L}[\p{L}'-]{1,40})@(?=[\w-]{1,60}\.)/gu,
  // CN=MARTIN Claire of a card, with its number
  /(?:SN|SURNAME|GN|GIVENNAME)\s*=\s*([^,+/<>"\r\n]{1,60})/g,
];

/** Identifiers that are no RPPS number: of an establishment and its own, ADELI, of a card of test. */
const IDENTIFIED: readonly RegExp[] = [
  /"(?:SubjectNameID|preferred_username|username|identifiant|idNat_?PS|login_hint)"\s*:\s*"([^"\\\s]{5,80})"/gi,
  /(?<![\w/])([0134-6][0-9A-Z]{9,14}(?:\/[^\s^/"<>&|]{1,40})?)\^\p{L}[^^|~&<>\r\n"\\]{0,60}\^\p{L}/gu,
  /root="1\.2\.250\.1\.71\.4\.2\.1"\s[^<>]{0,60}?extension="([^"<>\s]{5,60})"/g,
  /extension="([^"<>\s]{5,60})"\s[^<>]{0,60}?root="1\.2\.250\.1\.71\.4\.2\.1"/g,
  /NameID(?:\s[^<>]{0,200})?>([^<>\s@]{5,60})</g,
];

/** Members of UserInfo and of claims that tell how somebody is reached, and under what number of a directory or of an employer somebody is known. */
const TOLD: readonly (readonly [RegExp, (value: string) => Person])[] = [
  [
    /"(?:tele(?:phone|copie)\w{0,20}|phone(?:_?number)?|fax|mobile|portable|tel)"\s*:\s*"([^"\\]{9,30})"/gi,
    (value) => ({ phones: [value] }),
  ],
  [
    /"(?:adresse_?e?mail|e?mail(?:_?address)?|courriel)"\s*:\s*"([^"\\\s]{3,200}@[^"\\\s]{3,200})"/gi,
    (value) => ({ mails: [value] }),
  ],
  [
    /"(?:street_address|locality|libelleVoie|bureauCedex|complement\w{1,20}|mentionDistribution|ligneAdresse\w{0,3})"\s*:\s*"([^"\\]{5,200})"/gi,
    (value) => ({ addresses: [{ lines: [value] }] }),
  ],
];

/** A legal entity stands in the place of a person, its kind in brackets in that of the first name (CI-SIS). */
const LEGAL_ENTITY: readonly RegExp[] = [
  /<(?:[\w.-]{1,40}:)?family[^<>]{0,200}>([^<>]{1,80})<[^<>]{1,40}>\s{0,40}<(?:[\w.-]{1,40}:)?given[^<>]{0,200}>\(/g,
  /<(?:[\w.-]{1,40}:)?given[^<>]{0,200}>\([^<>]{1,80}<[^<>]{1,40}>\s{0,40}<(?:[\w.-]{1,40}:)?family[^<>]{0,200}>([^<>]{1,80})</g,
];

/** People whom a text names, and the RPPS numbers in it (11 digits): `8` and RPPS, or RPPS beside what says so. */
export function professionalsIn(text: string): { people: Person[]; numbers: string[] } {
  const entities = new Set(
    LEGAL_ENTITY.flatMap((form) => [...text.matchAll(form)].map(([, name = '']) => name.trim())),
  );
  const people = NAMED.flatMap((form) =>
    [...text.matchAll(form)].flatMap(([all, ...parts]): Person[] => {
      if (NOBODY.test(all) || parts.some((each = '') => each.startsWith('(') || entities.has(each.trim()))) return [];
      const names = parts.filter((each) => each !== undefined && /\p{L}{2}/u.test(each) && !/[@{}:]/.test(each));
      return names.length > 0 ? [{ names }] : [];
    }),
  );
  for (const [form, told] of TOLD)
    for (const [, value = ''] of text.matchAll(form)) if (!NOBODY.test(value)) people.push(told(value));
  const numbers = [
    ...[...text.matchAll(/(?<![\d.])8((?:1|99)\d{9,10})(?!\d|\.\d)/g)].map(([, number = '']) => number),
    ...[...text.matchAll(/(?:rpps|idnat|identifiant)\W{1,12}((?:1\d|99)\d{9})(?!\d)/gi)].map(
      ([, number = '']) => number,
    ),
  ].filter((each) => each.length === 11);
  const ids = IDENTIFIED.flatMap((form) => [...text.matchAll(form)].map(([, id = '']) => id));
  return { people: [...people, { ids }], numbers };
}
