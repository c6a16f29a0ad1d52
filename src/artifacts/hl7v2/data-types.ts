import type { Hl7Value } from './value.js';

// Components of the data types (HL7 v2.5 chapter 2.A, v2.9 for PRT), each as the place where it stands. They take a repetition; of a field, its first.

/** Hierarchic designator: who issued an identifier. In a component it is made of subcomponents. */
interface Hd {
  readonly namespace: Hl7Value;
  /** An OID when `type` is `ISO`. */
  readonly universalId: Hl7Value;
  readonly type: Hl7Value;
}

export function hd(value: Hl7Value): Hd {
  const part = (n: number): Hl7Value => (value.level === 'component' ? value.subcomponent(n) : value.component(n));
  return { namespace: part(1), universalId: part(2), type: part(3) };
}

/** Identifier with its issuer and type (`INS`, `PI`, `AN`, `VN`…). */
export function cx(value: Hl7Value) {
  return {
    id: value.component(1),
    authority: hd(value.component(4)),
    type: value.component(5),
    effectiveDate: value.component(7),
    expirationDate: value.component(8),
  };
}

/** Entity identifier: of an order (ORC-2), of a document (TXA-12), of a profile (MSH-21). */
export function ei(value: Hl7Value) {
  return {
    id: value.component(1),
    namespace: value.component(2),
    universalId: value.component(3),
    type: value.component(4),
  };
}

/** Name of a person. In France type `L` is the name at birth, `D` the name used (PAM FR 2.11, PID-5). */
export function xpn(value: Hl7Value) {
  return {
    family: value.component(1),
    given: value.component(2),
    /** PAM FR: every given name of the birth certificate. */
    givenList: value.component(3),
    prefix: value.component(5),
    type: value.component(7),
  };
}

/** A professional or a patient by identifier and name. */
export function xcn(value: Hl7Value) {
  return {
    id: value.component(1),
    family: value.component(2),
    given: value.component(3),
    authority: hd(value.component(9)),
    nameType: value.component(10),
    idType: value.component(13),
  };
}

/** An organisation. */
export function xon(value: Hl7Value) {
  return {
    name: value.component(1),
    authority: hd(value.component(6)),
    idType: value.component(7),
    id: value.component(10),
  };
}

/** An address. Type `BDL` is the place of birth, whose COG code is the county code (PAM FR 2.11, PID-11). */
export function xad(value: Hl7Value) {
  return {
    street: value.component(1),
    city: value.component(3),
    postalCode: value.component(5),
    country: value.component(6),
    type: value.component(7),
    county: value.component(9),
  };
}

/** A telephone number or an electronic address: an MSSanté address has equipment `X.400`. */
export function xtn(value: Hl7Value) {
  return {
    number: value.component(1),
    use: value.component(2),
    equipment: value.component(3),
    address: value.component(4),
  };
}

/** A code with its text and system: CE, CWE and CNE start alike. */
export function cwe(value: Hl7Value) {
  return { code: value.component(1), text: value.component(2), system: value.component(3) };
}

/** Encapsulated data: media type, subtype, encoding (HL7 table 0299: `A`, `Hex`, `Base64`) and what is encoded. */
export function ed(value: Hl7Value) {
  return {
    type: value.component(2),
    subtype: value.component(3),
    encoding: value.component(4),
    data: value.component(5),
  };
}

/** Type of a message (MSH-9): `ORU^R01^ORU_R01`. */
export function msg(value: Hl7Value) {
  return { type: value.component(1), event: value.component(2), structure: value.component(3) };
}

/** Version (MSH-12): `2.5^FRA^2.11`, with the version of the French extension. */
export function vid(value: Hl7Value) {
  return { version: value.component(1), country: value.component(2), extension: value.component(3) };
}
