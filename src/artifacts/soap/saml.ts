import { decodeBase64 } from '../text/base64.js';
import { NS } from '../xml/names.js';
import type { XmlElement } from '../xml/tree.js';
import { attributeValue, textValue, type XmlValue } from '../xml/value.js';

/** Attribute of the VIHF that names the patient (CI-SIS, volet Transport synchrone, annexe VIHF). */
export const RESOURCE_ID = 'urn:oasis:names:tc:xacml:2.0:resource:resource-id';

/**
 * A SAML 2.0 assertion: the VIHF that a message to the DMP carries (CI-SIS, volet Transport synchrone, annexe VIHF), or the one of INSi.
 * Read, not verified.
 */
export interface SamlAssertion {
  readonly node: XmlElement;
  readonly version: XmlValue | undefined;
  readonly id: XmlValue | undefined;
  /** ISO 8601, as written. */
  readonly issueInstant: XmlValue | undefined;
  /** Distinguished name of the signing certificate. */
  readonly issuer: SamlName | undefined;
  /** National identifier of the user. */
  readonly nameId: SamlName | undefined;
  readonly conditions: SamlConditions | undefined;
  readonly authnStatements: readonly SamlAuthnStatement[];
  /** In order, duplicates included. */
  readonly attributes: readonly SamlAttribute[];
  readonly signature: SamlSignature | undefined;
  /** Values of the attributes called `name` (case matters), in order. */
  attribute(name: string): SamlAttributeValue[];
}

interface SamlName extends XmlValue {
  readonly format: XmlValue | undefined;
  readonly nameQualifier: XmlValue | undefined;
}

interface SamlConditions {
  readonly node: XmlElement;
  readonly notBefore: XmlValue | undefined;
  readonly notOnOrAfter: XmlValue | undefined;
  /** Audiences of every restriction. */
  readonly audiences: readonly XmlValue[];
}

interface SamlAuthnStatement {
  readonly node: XmlElement;
  readonly authnInstant: XmlValue | undefined;
  readonly contextClass: XmlValue | undefined;
  /** `AuthnContextDecl` or `AuthnContextDeclRef`: indirect reinforced authentication has one. */
  readonly contextDeclaration: XmlValue | undefined;
}

interface SamlAttribute {
  readonly node: XmlElement;
  readonly name: string;
  readonly values: readonly SamlAttributeValue[];
}

interface SamlAttributeValue extends XmlValue {
  /** First element of the value: `Role` and `PurposeOfUse` are coded elements, whose text is empty. */
  readonly element: XmlElement | undefined;
}

interface SamlSignature {
  readonly node: XmlElement;
  readonly signatureMethod: XmlValue | undefined;
  /** URI of each reference, as written. */
  readonly references: readonly XmlValue[];
  /** Certificates of KeyInfo, in order: `der` is undefined for what is not base64. */
  readonly certificates: readonly { readonly node: XmlElement; readonly der: Uint8Array | undefined }[];
}

/** The typed view of an assertion (SAML 2.0 core §2.3); nothing of its signature is verified. */
export function readAssertion(node: XmlElement): SamlAssertion {
  const attributes = node.all('AttributeStatement', 'Attribute').map(readAttribute);
  return {
    node,
    version: attributeValue(node, 'Version'),
    id: attributeValue(node, 'ID'),
    issueInstant: attributeValue(node, 'IssueInstant'),
    issuer: readName(node.first('Issuer')),
    nameId: readName(node.first('Subject', 'NameID')),
    conditions: readConditions(node.first('Conditions')),
    authnStatements: node.all('AuthnStatement').map(readAuthnStatement),
    attributes,
    signature: readSignature(node),
    attribute: (name) => attributes.filter((each) => each.name === name).flatMap((each) => each.values),
  };
}

function readName(node: XmlElement | undefined): SamlName | undefined {
  const value = textValue(node);
  return (
    value && {
      ...value,
      format: attributeValue(node, 'Format'),
      nameQualifier: attributeValue(node, 'NameQualifier'),
    }
  );
}

function readConditions(node: XmlElement | undefined): SamlConditions | undefined {
  return (
    node && {
      node,
      notBefore: attributeValue(node, 'NotBefore'),
      notOnOrAfter: attributeValue(node, 'NotOnOrAfter'),
      audiences: node.all('AudienceRestriction', 'Audience').flatMap((each) => textValue(each) ?? []),
    }
  );
}

function readAuthnStatement(node: XmlElement): SamlAuthnStatement {
  const context = node.first('AuthnContext');
  return {
    node,
    authnInstant: attributeValue(node, 'AuthnInstant'),
    contextClass: textValue(context?.first('AuthnContextClassRef')),
    contextDeclaration: textValue(context?.first('AuthnContextDecl') ?? context?.first('AuthnContextDeclRef')),
  };
}

function readAttribute(node: XmlElement): SamlAttribute {
  return {
    node,
    name: node.attribute('Name') ?? '',
    values: node.childrenNamed('AttributeValue').map((value) => ({
      value: value.textContent.trim(),
      node: value,
      element: value.elements[0],
    })),
  };
}

function readSignature(assertion: XmlElement): SamlSignature | undefined {
  const node = assertion.elements.find((each) => each.localName === 'Signature' && each.namespaceURI === NS.ds);
  return (
    node && {
      node,
      signatureMethod: attributeValue(node.first('SignedInfo', 'SignatureMethod'), 'Algorithm'),
      references: node.all('SignedInfo', 'Reference').flatMap((each) => attributeValue(each, 'URI') ?? []),
      certificates: node
        .all('KeyInfo', 'X509Data', 'X509Certificate')
        .map((each) => ({ node: each, der: decodeBase64(each.textContent) })),
    }
  );
}
