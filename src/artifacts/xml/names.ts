/** Namespaces that judged documents use. */
export const NS = {
  cda: 'urn:hl7-org:v3',
  sdtc: 'urn:hl7-org:sdtc',
  lab: 'urn:oid:1.3.6.1.4.1.19376.1.3.2',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  xsl: 'http://www.w3.org/1999/XSL/Transform',
  fhir: 'http://hl7.org/fhir',
  xhtml: 'http://www.w3.org/1999/xhtml',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  lcm: 'urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0',
  rim: 'urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0',
} as const;
