// Numbers of the fields that the profiles of France use. Their values are read with `data-types.ts`: `pid.field(PID.identifiers).repetitions.map(cx)`.
// Sources: HL7 v2.5 chapters 2, 3, 4, 7 and 9; v2.9 for PRT, which the CI-SIS volet "Transmission de documents CDA en HL7 v2" adopts in advance;
// IHE PAM France 2.11 for what it says of PID and for ZFD.

export const MSH = {
  sendingApplication: 3,
  sendingFacility: 4,
  receivingApplication: 5,
  receivingFacility: 6,
  time: 7,
  /** msg */
  type: 9,
  controlId: 10,
  /** `P` production, `T` training, `D` debugging. */
  processing: 11,
  /** vid */
  version: 12,
  country: 17,
  charsets: 18,
  language: 19,
  /** ei: `2.1^CISIS_CDA_HL7_V2`, `1.1^CISIS_CDA_HL7_LPS`, `2.11^IHE_FRANCE-2.11-PAM`. */
  profiles: 21,
} as const;

/** Trailer of a batch. FTS-1 counts batches likewise. */
export const BTS = { messageCount: 1 } as const;

export const EVN = { recorded: 2, operator: 5, occurred: 6 } as const;

export const PID = {
  /** cx, with `INS` or `PI` as type */
  identifiers: 3,
  /** xpn, with `L` or `D` as type */
  names: 5,
  motherNames: 6,
  birthDate: 7,
  sex: 8,
  /** xad, the place of birth with `BDL` as type */
  addresses: 11,
  /** xtn */
  telecoms: 13,
  /** cx, with `AN` as type */
  account: 18,
  motherIdentifiers: 21,
  deathIndicator: 30,
  identityUnknown: 31,
  /** HL7 table 0445 as extended in France: `VALI`, `PROV`, `FICT`… */
  reliability: 32,
} as const;

/** What the patient of the PID before it was known by, in A40 and A47: `cx` repetitions of the identifiers that are replaced. */
export const MRG = { identifiers: 1 } as const;

/** Additional demographics of PAM France. */
export const ZFD = {
  lunarDate: 1,
  weeksOfGestation: 2,
  smsConsent: 3,
  correctedDate: 4,
  /** How the identity was obtained: `SM`, `CV`, `INSI`, `CB`, `RFID`. */
  collectionMode: 5,
  insiDate: 6,
  proofOfIdentity: 7,
  proofExpiration: 8,
} as const;

export const PV1 = { patientClass: 2, location: 3, attendingDoctors: 7, visit: 19 } as const;

export const ORC = { control: 1, placerOrder: 2, fillerOrder: 3, time: 9, enteredBy: 10 } as const;

export const OBR = { placerOrder: 2, fillerOrder: 3, service: 4, time: 7, orderingProviders: 16, status: 25 } as const;

export const TXA = {
  type: 2,
  presentation: 3,
  time: 4,
  /** ei */
  documentId: 12,
  parentDocumentId: 13,
  completion: 17,
  availability: 19,
} as const;

export const OBX = {
  setId: 1,
  valueType: 2,
  /** cwe; in ZAM messages the acknowledgement that it is: `ACK_RECEPTION_DMP`, `ACK_RECEPTION_MSS`, `ACK_LECTURE_MSS`… of `AckMetierZAM` */
  code: 3,
  /** In ZAM messages MSH-10 of the message acknowledged, or the identifier of the person. */
  subId: 4,
  value: 5,
  status: 11,
  time: 14,
} as const;

export const PRT = {
  action: 2,
  /** cwe: `SB` sent by, `RCT` result copies to, `REPLY` reply to */
  participation: 4,
  /** xcn */
  persons: 5,
  /** xon */
  organizations: 8,
  /** ei */
  devices: 10,
  /** xtn */
  telecoms: 15,
} as const;

export const NTE = { comment: 3, commentType: 4 } as const;

export const MSA = { code: 1, controlId: 2, text: 3 } as const;

export const ERR = {
  location: 2,
  /** cwe of HL7 table 0357 */
  code: 3,
  severity: 4,
  /** cwe: code of the DMP, of SMTP, or 900 to 906 */
  applicationCode: 5,
  diagnostic: 7,
  userMessage: 8,
} as const;
