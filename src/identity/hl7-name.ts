import { type Hl7Identifier, readHl7Identifier } from './hl7-identifier.js';

/** Who a person is, or a system, as XDS metadata write it: XCN (HL7 v2.5 §2.A.88; ITI TF-3 table 4.2.3.1.7-2). What is not there is empty. */
export interface Hl7Person {
  /** XCN.1: PS_IdNat of a professional, INS of a patient, `structure/number` of a system. */
  readonly id: string;
  /** XCN.2: name; of a system, what it is called. */
  readonly family: string;
  /** XCN.3: first name; of a system, its model. */
  readonly given: string;
  /** XCN.9.1: name of the authority. */
  readonly namespace: string;
  /** XCN.9.2: OID of the authority that assigned the id. */
  readonly oid: string;
  /** XCN.9.3: `ISO` for an OID. */
  readonly oidType: string;
  /** XCN.10: `D` for the name of a person, `U` for that of a system. */
  readonly nameType: string;
  /** XCN.13: `IDNPS`, `EI`, `RI` or `NH`. */
  readonly idType: string;
}

/** An organization as XDS metadata write it: XON (HL7 v2.5 §2.A.87). What is not there is empty. */
export interface Hl7Organization {
  /** XON.1 */
  readonly name: string;
  /** XON.6.1: name of the authority. */
  readonly namespace: string;
  /** XON.6.2: OID of the authority. */
  readonly oid: string;
  /** XON.6.3 */
  readonly oidType: string;
  /** XON.7: `IDNST`, or `SIREN` for a referenced digital service. */
  readonly idType: string;
  /** XON.10: Struct_IdNat. */
  readonly id: string;
}

/** A code as a slot writes it: `code^label^OID of its system` (authorSpecialty). */
export interface Hl7Code {
  readonly code: string;
  readonly label: string;
  readonly system: string;
}

/** @param text an XCN, without repetitions nor the escape sequences of HL7. */
export function readHl7Person(text: string): Hl7Person {
  const [id = '', family = '', given = '', , , , , , authority, nameType = '', , , idType = ''] = components(text, 13);
  return { id, family, given, ...authorityOf(authority), nameType, idType };
}

/** A system submits, or is the author: XCN.10 says that the name is not a person's. */
export function isSystem({ nameType }: Hl7Person): boolean {
  return nameType === 'U';
}

/** @param text an XON, without repetitions nor the escape sequences of HL7. */
export function readHl7Organization(text: string): Hl7Organization {
  const [name = '', , , , , authority, idType = '', , , id = ''] = components(text, 10);
  return { name, ...authorityOf(authority), idType, id };
}

/** @param text `code^label^OID` */
export function readHl7Code(text: string): Hl7Code {
  const [code = '', label = '', system = ''] = components(text, 3);
  return { code, label, system };
}

function components(text: string, count: number): string[] {
  return text
    .trim()
    .split('^', count)
    .map((each) => each.trim());
}

function authorityOf(text = ''): Pick<Hl7Identifier, 'namespace' | 'oid' | 'oidType'> {
  const { namespace, oid, oidType } = readHl7Identifier(`^^^${text}`);
  return { namespace, oid, oidType };
}
