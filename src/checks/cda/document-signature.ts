import type { Artifact } from '../../artifacts/artifact.js';
import { NS } from '../../artifacts/xml/names.js';
import { XmlElement } from '../../artifacts/xml/tree.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { foundAt } from '../found.js';

type RuleName = 'incomplete' | 'document-reference' | 'xades' | 'xades-reference' | 'certificate' | 'place';
type Found = RawFinding<RuleName>;

/** No official sample is signed. */
const SIGNATURE: Rule = {
  severity: 'warning',
  mark: 'primary',
  clause: 'CI-SIS, Structuration minimale de documents de santé v1.16.8, §4.1.1',
  samples: null,
};

/** XAdES, whatever its version. */
const XADES = 'http://uri.etsi.org/01903/';

/** A signed document is signed as the CI-SIS wants: the signature covers the document, and says who signed and when. */
export const documentSignature = defineCheck({
  id: 'cda/document-signature',
  on: 'cda',
  rules: {
    incomplete: { ...SIGNATURE, severity: 'error' },
    'document-reference': SIGNATURE,
    xades: { ...SIGNATURE, severity: 'error' },
    'xades-reference': SIGNATURE,
    certificate: SIGNATURE,
    place: SIGNATURE,
  },
  examples: [
    {
      rule: 'incomplete',
      base: 'cda-signed',
      part: 'cda',
      good: '<ds:SignatureValue>',
      bad: '<ds:SignatureValue/><ds:SignatureValue>',
    },
    {
      rule: 'document-reference',
      base: 'cda-signed',
      part: 'cda',
      good: '<ds:Object Id="document">',
      bad: '<ds:Object Id="contenu">',
    },
    {
      rule: 'xades',
      base: 'cda-signed',
      part: 'cda',
      good: '<xad:SignedProperties Id="signature-properties">',
      bad: '<xad:SignedProperties Id="signature-properties"/>\n      <xad:SignedProperties>',
    },
    {
      rule: 'xades-reference',
      base: 'cda-signed',
      part: 'cda',
      good: 'URI="#signature-properties"',
      bad: 'URI="#properties"',
    },
    {
      rule: 'certificate',
      base: 'cda-signed',
      part: 'cda',
      good: '<ds:X509Data>',
      bad: '<ds:KeyName>essai</ds:KeyName></ds:KeyInfo><ds:KeyInfo><ds:X509Data>',
    },
    {
      rule: 'place',
      base: 'cda-self-displaying',
      part: 'cda',
      good: '</ds:Signature>',
      bad: '</ds:Signature>\n<xsl:template name="late"/>',
    },
  ],
  run(cda) {
    const signatures = signaturesOf(cda);
    if (signatures.length === 0) return { evaluated: 0, findings: [], applies: false };
    const last = cda.content.document.documentElement.elements.at(-1);
    return { evaluated: signatures.length, findings: signatures.flatMap((each) => judge(cda, each, last)) };
  },
});

/** The root of a signed document; of a self-displaying one, the signatures that stand in its style sheet. */
function signaturesOf({ content: { document, wrapper } }: Artifact<'cda'>): XmlElement[] {
  const top = document.documentElement;
  if (wrapper === 'signature') return [top];
  return top.elements.filter(({ localName, namespaceURI }) => localName === 'Signature' && namespaceURI === NS.ds);
}

/** @param last element of the root. */
function judge(cda: Artifact<'cda'>, signature: XmlElement, last: XmlElement | undefined): Found[] {
  const info = signature.first('SignedInfo');
  const targets = info?.childrenNamed('Reference').map((each) => each.attribute('URI') ?? '') ?? [];
  const values = signature.childrenNamed('SignatureValue');
  if (!info || targets.length === 0 || values.length !== 1 || values[0]?.normalizedText === '')
    return [foundAt(cda, 'incomplete', values[1] ?? values[0] ?? info ?? signature)];
  const found: Found[] = [];
  if (!coversDocument(cda, targets))
    found.push(foundAt(cda, 'document-reference', info, { actual: targets.join(' ') }));
  const properties = signedProperties(signature);
  if (!properties || properties.elements.length === 0) found.push(foundAt(cda, 'xades', properties ?? signature));
  else if (!targets.includes(`#${properties.attribute('Id')}`))
    found.push(foundAt(cda, 'xades-reference', properties, { actual: targets.join(' ') }));
  if (!signature.first('KeyInfo', 'X509Data', 'X509Certificate'))
    found.push(foundAt(cda, 'certificate', signature.first('KeyInfo') ?? signature));
  if (cda.content.wrapper === 'stylesheet' && signature !== last) found.push(foundAt(cda, 'place', signature));
  return found;
}

/** A self-displaying document is signed as a whole (URI empty); else a reference names what holds the ClinicalDocument. */
function coversDocument({ content: { root, wrapper } }: Artifact<'cda'>, targets: readonly string[]): boolean {
  if (wrapper === 'stylesheet' || targets.includes('')) return targets.includes('');
  for (let at: XmlElement['parentNode'] = root; at instanceof XmlElement; at = at.parentNode) {
    const ids = ['Id', 'ID', 'id'].map((name) => (at as XmlElement).attribute(name));
    if (ids.some((id) => id !== undefined && targets.includes(`#${id}`))) return true;
  }
  return false;
}

function signedProperties(signature: XmlElement): XmlElement | undefined {
  const inXades = (parent: XmlElement, name: string) =>
    parent.elements.filter((each) => each.localName === name && each.namespaceURI?.startsWith(XADES));
  return signature
    .childrenNamed('Object')
    .flatMap((object) => inXades(object, 'QualifyingProperties'))
    .flatMap((properties) => inXades(properties, 'SignedProperties'))[0];
}
