/** How a matricule INS is wrong, or undefined when it is right in form and key. */
export type MatriculeFault = 'length' | 'characters' | 'key';

/** What is rare in a matricule without being wrong: a sex or a month that the register gives in few cases. */
export type MatriculeOddity = 'sex' | 'month';

const BODY = /^\d{6}[0-9AB]\d{6}$/;

/**
 * Checks a 15-character matricule INS: 13 characters of NIR or NIA, then a two-digit key.
 * Source: décret 82-103 art. 4 and INSi result schema (a letter only in 7th place, `2A` or `2B`).
 */
export function matriculeFault(matricule: string): MatriculeFault | undefined {
  if (matricule.length !== 15) return 'length';
  const body = matricule.slice(0, 13);
  const key = matricule.slice(13);
  if (!BODY.test(body) || !/^\d{2}$/.test(key)) return 'characters';
  if (/[AB]/.test(body) && body[5] !== '2') return 'characters';
  return matriculeKey(body) === key ? undefined : 'key';
}

/** True for what has the form of a matricule, whatever its key. */
export function hasMatriculeForm(text: string): boolean {
  const fault = matriculeFault(text);
  return fault === undefined || fault === 'key';
}

/** Key of a 13-character body: 97 − (N mod 97), two digits; in Corsica 2A counts as 19 and 2B as 18. */
export function matriculeKey(body: string): string {
  const number = Number(body.replace('2A', '19').replace('2B', '18'));
  return String(97 - (number % 97)).padStart(2, '0');
}

/**
 * What is unusual in a matricule of right form: a sex other than 1 and 2 (3, 4, 7 and 8 are given to people being registered), a month
 * other than 01 to 12 (20 to 42 and 50 to 99 stand for a month that the civil status does not tell).
 * Second-hand knowledge: reason for a warning, never for an error.
 */
export function matriculeOddities(matricule: string): MatriculeOddity[] {
  if (!hasMatriculeForm(matricule)) return [];
  const oddities: MatriculeOddity[] = [];
  if (!/^[12]/.test(matricule)) oddities.push('sex');
  const month = Number(matricule.slice(3, 5));
  if (month < 1 || month > 12) oddities.push('month');
  return oddities;
}
