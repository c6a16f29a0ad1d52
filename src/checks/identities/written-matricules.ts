/** A matricule in a text, under the OID of a national authority. */
interface WrittenMatricule {
  readonly value: string;
  readonly oid: string;
}

/** `1.2.250.1.213.1.4.` and what follows, as HL7 v2 and XDS write an identifier (CX) and as FHIR searches one (token), encoded for a URL or not. */
const FORMS = [
  /(?<![0-9A-Za-z])(?<value>[0-9A-Za-z]{1,40})\^\^\^[A-Za-z-]{0,40}&(?:amp;)?(?<oid>1\.2\.250\.1\.213\.1\.4\.\d{1,2})&(?:amp;)?ISO/g,
  /urn(?::|%3A)oid(?::|%3A)(?<oid>1\.2\.250\.1\.213\.1\.4\.\d{1,2})(?:\||%7C)(?<value>[0-9A-Za-z]{1,40})(?![0-9A-Za-z])/gi,
];

/** The matricules that a text tells with their OID, each once. */
export function writtenMatricules(text: string): WrittenMatricule[] {
  if (!text.includes('1.2.250.1.213.1.4.')) return [];
  const found = new Map<string, WrittenMatricule>();
  for (const form of FORMS)
    for (const { groups: { value = '', oid = '' } = {} } of text.matchAll(form))
      found.set(`${oid}|${value}`, { value, oid });
  return [...found.values()];
}
