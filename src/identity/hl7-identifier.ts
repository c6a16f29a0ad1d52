/** An identifier with its authority, as HL7 v2 and XDS write it: CX, `ID^^^&OID&ISO^TYPE` (HL7 v2.5 §2.A.14; ITI TF-3 table 4.2.3.1.7-2). */
export interface Hl7Identifier {
  /** CX.1. */
  readonly value: string;
  /** CX.4.1: name of the authority. */
  readonly namespace: string;
  /** CX.4.2: OID of the authority. */
  readonly oid: string;
  /** CX.4.3: `ISO` for an OID. */
  readonly oidType: string;
  /** CX.5: `NH` for an INS and `PI` for a local identifier, in XDS. */
  readonly type: string;
}

/** @param text a CX, without repetitions nor the escape sequences of HL7. What is not there is empty. */
export function readHl7Identifier(text: string): Hl7Identifier {
  const [value = '', , , authority = '', type = ''] = text.trim().split('^', 5);
  const [namespace = '', oid = '', oidType = ''] = authority.split('&', 3);
  return { value, namespace, oid, oidType, type };
}
