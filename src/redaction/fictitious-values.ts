import { redactionMark } from '../artifacts/redaction-mark.js';
import { matriculeKey } from '../identity/matricule.js';
import { withoutDiacritics } from '../identity/names.js';

const SYLLABLES = ['BA', 'CO', 'DI', 'FU', 'GA', 'JO', 'KI', 'LU', 'MA', 'NO', 'PI', 'RU', 'SA', 'TO', 'VI', 'ZU'];
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** A month has so many days, a decade so many months: beyond, two values may get the same replacement. */
const MOST_TRIES = 200;

/**
 * What stands for each value of the original: the same for the same, and by its rank of appearance, never by a function of the value, since a matricule
 * can be guessed from anything that is computed from it.
 */
export class FictitiousValues {
  readonly #made = new Map<string, string>();
  readonly #issued = new Set<string>();
  readonly #ranks = new Map<string, number>();

  /** @param isOriginal true for a value that the original holds: a replacement is none. */
  constructor(readonly isOriginal: (value: string) => boolean) {}

  /** True for what this made: it is not replaced again. */
  isIssued(value: string): boolean {
    return this.#issued.has(value);
  }

  /** A secret, by a mark as long as it where it can be. */
  secret(text: string): string {
    return this.#of('secret', text, (rank) => redactionMark(rank, text.length));
  }

  /** A word of a name, in the case of the word, with an accent where it has some. */
  word(word: string): string {
    const key = withoutDiacritics(word).toUpperCase();
    const plain = this.#of('word', key, (rank) => `ZE${syllables(rank)}`);
    const bare = word.normalize('NFC');
    const accented = withoutDiacritics(bare) === bare ? plain : plain.replace('E', 'É');
    const cased =
      bare === bare.toUpperCase() && (bare.length > 1 || !/\p{Ll}/u.test(bare))
        ? accented
        : bare === bare.toLowerCase()
          ? accented.toLowerCase()
          : accented.charAt(0) + accented.slice(1).toLowerCase();
    return word === bare ? cased : cased.normalize('NFD');
  }

  /** The 13 characters of a matricule, or all 15: the key of the replacement is right when that of the original is. */
  matricule(text: string): string {
    const [body, key] = [text.slice(0, 13).toUpperCase(), text.slice(13)];
    const made = this.#of('matricule', body, (rank) => {
      const born = this.#month(body.slice(1, 3), body.slice(3, 5));
      return body.charAt(0) + born + this.place(body.slice(5, 10)) + String(rank % 1000).padStart(3, '0');
    });
    if (key === '') return made;
    const [right, own] = [Number(matriculeKey(made)), Number(matriculeKey(body))];
    // As wrong as the original.
    const written = own === Number(key) ? right : ((right + 96 + Number(key) - own) % 97) + 1;
    return (
      made + (written === right && own !== Number(key) ? String((right % 97) + 1) : String(written)).padStart(2, '0')
    );
  }

  /** A birth date of eight digits, year first. What no calendar has stays so. */
  date(digits: string): string {
    const [century, year, month, day] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)];
    const born = this.#month(year, month);
    const exists = Number(day) >= 1 && Number(day) <= daysOf(Number(century + year), Number(month));
    const days = MONTHS.concat(Array.from({ length: 16 }, (_, at) => String(at + 13)));
    const made = exists
      ? this.#of(`day ${year}${month}`, day, (rank) => days[(rank * 5) % 28] ?? '01')
      : Number(day) === 0
        ? day
        : '32';
    const whole = century + born + made;
    if (whole !== digits || digits.startsWith('0000')) return whole;
    // The first year of a decade, without a month or a day of the calendar: only an earlier year is another one.
    return String(Number(century + year) - 1).padStart(4, '0') + month + day;
  }

  /** The COG code of a place of birth: overseas, abroad and Corsica stay so. */
  place(code: string): string {
    const area = code.slice(0, 2).toUpperCase();
    const kept = /^(?:9[6-9]|2[AB]|00)$/.test(area) ? area : undefined;
    return this.#of('place', code.toUpperCase(), (rank) => {
      const rest = String(rank).padStart(3, '0').slice(-3);
      return (kept ?? String(1 + (Math.floor(rank / 1000) % 19)).padStart(2, '0')) + rest;
    });
  }

  /** An RPPS number: 11 digits, of test if the original is, with a right key if the original has one (Luhn). */
  rpps(digits: string): string {
    return this.#of('rpps', digits, (rank) => {
      const body = digits.slice(0, 3) + String(rank).padStart(7, '0').slice(-7);
      const right = luhnKey(body);
      return body + (luhnKey(digits.slice(0, 10)) === digits.slice(10) ? right : String((Number(right) + 1) % 10));
    });
  }

  /** An identifier without a form of its own: its digits are replaced, the rest of it stays where it tells nobody. */
  identifier(text: string): string {
    return this.#of('id', text, (rank) => {
      // The letters of a UUID are as telling as its digits.
      if (UUID.test(text)) return `00000000-0000-4000-8000-${String(rank).padStart(12, '0')}`;
      // What stands before it is the establishment.
      const inside = text.indexOf('/');
      if (inside !== -1) return `${text.slice(0, inside + 1)}9${String(rank).padStart(4, '0')}`;
      const count = text.replace(/\D/g, '').length;
      const digits = `9${String(rank).padStart(Math.max(0, count - 1), '0')}`;
      let at = 0;
      const made = text.replace(/\d/g, () => digits.charAt(at++) || '0');
      return count >= 3 ? made : `R${String(rank).padStart(Math.max(2, text.length - 1), '0')}`;
    });
  }

  /** The nine digits of a telephone number after the zero, of a range that is kept for fiction. */
  phone(national: string): string {
    return this.#of('phone', national, (rank) => `63998${String(rank).padStart(4, '0').slice(-4)}`);
  }

  /** Year and month, of a matricule or of a date: another month of the same decade, never a later year. */
  #month(year: string, month: string): string {
    const decade = Math.floor(Number(year) / 10) * 10;
    const last = Number(year) % 10;
    return this.#of(`month ${decade}`, year + month, (rank) => {
      const made = String(decade + (last === 0 ? 0 : rank % last)).padStart(2, '0');
      return made + (MONTHS.includes(month) ? (MONTHS[(rank * 5) % 12] ?? '01') : month);
    });
  }

  #of(kind: string, original: string, make: (rank: number) => string): string {
    const key = `${kind}\n${original}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const isDate = /^(?:day|month)/.test(kind);
    let made = '';
    let rank = this.#ranks.get(kind) ?? 0;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      made = make(++rank);
      if (made !== original && !this.#issued.has(`${kind}\n${made}`) && (isDate || !this.isOriginal(made))) break;
    }
    this.#ranks.set(kind, rank);
    this.#made.set(key, made);
    this.#issued.add(`${kind}\n${made}`);
    if (!isDate) this.#issued.add(made);
    return made;
  }
}

function syllables(rank: number): string {
  let [text, rest] = ['', rank];
  do {
    text = (SYLLABLES[rest % 16] ?? '') + text;
    rest = Math.floor(rest / 16);
  } while (rest > 0);
  return text.length < 4 ? `BA${text}` : text;
}

function daysOf(year: number, month: number): number {
  return month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
}

function luhnKey(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
