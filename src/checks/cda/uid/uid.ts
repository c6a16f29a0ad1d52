/** OID, UUID or reserved identifier (HL7 data type UID). */
export const UID =
  /^(?:[0-2](?:\.(?:0|[1-9]\d*))+|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[A-Za-z][A-Za-z0-9-]*)$/;

/** Longest OID that DICOM and the DMP take (CI-SIS, Structuration minimale §3.5.7.2; DICOM PS3.5 §9). */
export const LONGEST_OID = 64;

/** An OID alone: no UUID, no prefix, no leading zero. */
export const OID = /^[0-2](?:\.(?:0|[1-9]\d*))+$/;
