import { flagOf, METADATA_CODES, type Transport } from './transports.js';

/** Who may see a document, and where it goes: what the volet's matrix of exchanges by MSSanté combines. */
export const DESTINATIONS: readonly string[] = METADATA_CODES.slice(0, 8).filter((code) => code !== 'MODIF_CONF_CODE');

type IsSet = (code: string) => boolean;

/** The three rows of the matrix; what is in none is to be answered by an error (IG trans-cda-r2 2.1.3, « règles de gestion MSSanté »). */
const ROWS: readonly ((set: IsSet) => boolean)[] = [
  (set) =>
    !set('MASQUE_PS') &&
    !set('INVISIBLE_PATIENT') &&
    !set('INVISIBLE_REP_LEGAUX') &&
    set('DESTMSSANTEPS') &&
    set('DESTMSSANTEPAT'),
  (set) =>
    !set('MASQUE_PS') &&
    set('INVISIBLE_PATIENT') &&
    !set('INVISIBLE_REP_LEGAUX') &&
    set('DESTMSSANTEPS') &&
    !set('DESTMSSANTEPAT'),
  (set) =>
    !set('INVISIBLE_PATIENT') &&
    !set('CONNEXION_SECRETE') &&
    !set('DESTDMP') &&
    !set('DESTMSSANTEPS') &&
    set('DESTMSSANTEPAT'),
];

/** True when a message asks for a mail in a way that the matrix does not have. One that lacks a flag, or writes it wrongly, is not judged. */
export function isOutsideMatrix(transport: Pick<Transport, 'metadata'>): boolean {
  const set: IsSet = (code) => flagOf(transport, code) === 'Y';
  const isTold = DESTINATIONS.every((code) => flagOf(transport, code) !== undefined);
  return isTold && (set('DESTMSSANTEPS') || set('DESTMSSANTEPAT')) && !ROWS.some((row) => row(set));
}
