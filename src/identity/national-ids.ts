/** OID of the national identifiers of professionals, PS_IdNat (CI-SIS). */
export const PROFESSIONAL_OID = '1.2.250.1.71.4.2.1';

/** OID of the national identifiers of structures, Struct_IdNat (CI-SIS). */
export const STRUCTURE_OID = '1.2.250.1.71.4.2.2';

/** An internal number after the identifier of its structure. */
const INTERNAL = String.raw`/[^\s/^]+`;

/** By its first digit: what a professional is identified by. An ADELI number may hold letters, as test cards do. */
const PROFESSIONAL = new RegExp(
  [
    String.raw`^(?:8\d{11}`,
    '0[0-9A-Z]{9}',
    `3[0-9A-Z]{9}${INTERNAL}`,
    String.raw`4\d{9}${INTERNAL}`,
    String.raw`5\d{14}${INTERNAL}`,
    String.raw`6\d{11}${INTERNAL}`,
    `1[0-9A-Z]{9}${INTERNAL})$`,
  ].join('|'),
);

/** By its first digit: ADELI of a practice, FINESS, SIREN, SIRET, RPPS and rank of a practice. */
const STRUCTURE = /^(?:0[0-9A-Z]{9,11}|1[0-9A-Z]{9}|2\d{9}|3\d{14}|4\d{11,14})$/;

/** True for the form of a PS_IdNat: `8` and RPPS, `0` and ADELI, or a structure and an internal number (CI-SIS, identifiants des professionnels). */
export function isProfessionalId(id: string): boolean {
  return PROFESSIONAL.test(id);
}

/**
 * The PS_IdNat that a log writes: as it is, under the name of its register, or without its first digit for an RPPS or an ADELI number. Undefined for
 * anything else.
 */
export function professionalIdIn(written: string): string | undefined {
  const [text = ''] = written
    .trim()
    .toUpperCase()
    .replace(/^(?:RPPS|ADELI|PS_IDNAT)[ :=]{1,3}/, '')
    .split('^', 1);
  if (isProfessionalId(text)) return text;
  if (/^\d{11}$/.test(text)) return `8${text}`;
  if (/^\d{9}$/.test(text)) return `0${text}`;
  // Fictitious professionals of the ANS.
  return /^ANS\d{4,20}$/.test(text) ? text : undefined;
}

/** True for the form of a Struct_IdNat of a known kind (CI-SIS, identifiants des structures); a technical number has no form. */
export function isStructureId(id: string): boolean {
  return STRUCTURE.test(id);
}
