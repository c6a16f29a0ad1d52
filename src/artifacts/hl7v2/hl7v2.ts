/** A file of HL7 v2 messages. */
export interface Hl7v2Content {
  readonly messages: readonly unknown[];
}
