/** Luhn's sum of digits: every second digit from the right counts double. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    const digit = Number(digits[digits.length - 1 - fromRight]);
    const weighted = fromRight % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum;
}

const endsWithLuhnKey = (digits: string): boolean => luhnSum(digits) % 10 === 0;

/** True for an RPPS number, 11 digits of which the last is Luhn's key (ANS, répertoire partagé des professionnels de santé). */
export function isRpps(number: string): boolean {
  return /^\d{11}$/.test(number) && endsWithLuhnKey(number);
}

/** True for a FINESS number: nine characters, the last being Luhn's key. One with letters (Corsica, test cards) has no key that could be told. */
export function isFiness(number: string): boolean {
  return /^\d[0-9A-Z]\d{7}$/.test(number) && (!/^\d+$/.test(number) || endsWithLuhnKey(number));
}

/** True for a SIREN: nine digits, the last being Luhn's key (INSEE, Sirene). */
export function isSiren(number: string): boolean {
  return /^\d{9}$/.test(number) && endsWithLuhnKey(number);
}

/** La Poste numbers more establishments than Luhn's key leaves room for: the plain sum of its digits is a multiple of five. */
const LA_POSTE = '356000000';

/** True for a SIRET: a SIREN and five digits, the last being Luhn's key of the whole (INSEE, Sirene). */
export function isSiret(number: string): boolean {
  if (!/^\d{14}$/.test(number)) return false;
  const isPost = number.startsWith(LA_POSTE) && [...number].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
  return isPost || endsWithLuhnKey(number);
}
