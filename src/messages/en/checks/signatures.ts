import type { signatures as french } from '../../fr/checks/signatures.js';
import type { SameKeys } from '../../same-keys.js';

/** What any signature can be refused for: the same words wherever it stands. */
const integrity = {
  content: {
    finding:
      'What the reference "{uri}" names has changed since it was signed: its digest is no longer the one that is signed.',
    expected: 'A content equal, byte for byte in canonical form, to the one that was signed.',
    remedy:
      'Sign last, and touch nothing afterwards: no indentation, no encoding, no namespace. If the message that is sent is right, export its bytes as they are: a tool that reformats XML breaks the signature.',
  },
  value: {
    finding: 'The signature is not that of its content: SignedInfo, SignatureValue or the certificate was altered.',
    expected: 'A SignatureValue that verifies with the key of a certificate of KeyInfo.',
    remedy:
      'Check that the key that signs is that of the certificate sent with it, and that nothing rewrites ds:Signature afterwards. If the message that is sent is right, export its bytes as they are.',
  },
  reference: {
    finding: 'The reference "{uri}" does not name one element, and one only.',
    expected: 'One element, and one only, whose identifier (ID, Id or id) is that of the reference.',
    remedy: 'Give the signed element an identifier that nothing else has, and write it after "#" in Reference/@URI.',
  },
  malformed: {
    finding: 'The signature does not have the form of an XML signature.',
    expected: 'A SignedInfo with one Reference at least, a SignatureValue and DigestValues in strict base64.',
    remedy: 'Make the signature with a library of XML signatures (XMLDSig), without rewriting its values.',
  },
  'no-certificate': {
    finding: 'The signature carries no readable certificate: nobody can verify it.',
    expected: 'The certificate that signs, in base64, in KeyInfo/X509Data/X509Certificate.',
    remedy: 'Add to KeyInfo the X.509 certificate (DER in base64, without the BEGIN and END lines) whose key signs.',
  },
  'weak-algorithm': {
    finding: 'The algorithm {actual} rests on SHA-1, which is no longer safe.',
    expected: 'SHA-256 at least: xmldsig-more#rsa-sha256 and xmlenc#sha256.',
    remedy:
      'Sign with http://www.w3.org/2001/04/xmldsig-more#rsa-sha256 and http://www.w3.org/2001/04/xmlenc#sha256, if the service takes them.',
  },
  unsupported: {
    finding: 'The algorithm "{actual}" is not verified here: nothing is said of what it signs.',
    expected:
      'RSA or ECDSA with SHA-1 or SHA-2; transforms enveloped-signature and canonical forms 1.0, 1.1 or exclusive.',
    remedy: 'Use an algorithm of the list, or have this signature verified by another tool.',
  },
};

/** What any certificate can be refused for. */
const trust = {
  expired: {
    finding: 'The certificate "{subject}" had expired on {to}, before the signature ({actual}).',
    expected: 'A certificate in force at the time that the message tells.',
    remedy: 'Renew the certificate, and sign again. The clock of the machine that signs must be right.',
  },
  'not-yet-valid': {
    finding: 'The certificate "{subject}" was valid from {from} only, after the signature ({actual}).',
    expected: 'A certificate in force at the time that the message tells.',
    remedy: 'Sign with a certificate that is in force; set the clock of the machine that signs.',
  },
  untrusted: {
    finding: 'The certificate "{subject}" chains to none of the trusted authorities given: "{issuer}" is missing.',
    expected: 'A certificate issued by an authority given with --trust, or under trust in segur.yaml.',
    remedy:
      'Sign with a certificate of IGC-Santé (the certification authorities of the ANS). If it is one, give the certificates of the intermediate authorities too, up to the root.',
  },
};

export const signatures: SameKeys<typeof french> = {
  'dmp/vihf-signature': {
    title: 'Signature of the VIHF',
    what: 'The assertion of the message is signed, the signature verifies, and what it signs is the assertion that is read, whole and unchanged.',
    why: 'The DMP takes a token only when it is sure of who made it: a VIHF with one altered byte is refused, and the whole message with it.',
    rules: {
      ...integrity,
      'not-covered': {
        finding: 'The signature is valid, but it does not sign the assertion that is read (references: "{uri}").',
        expected:
          'A Reference whose URI is "#" followed by the ID attribute of the assertion that holds the signature.',
        remedy:
          'Write Reference URI="#…" with the ID of the assertion, and put ds:Signature in that assertion (enveloped signature).',
      },
      unsigned: {
        finding: 'The VIHF of the message is not signed.',
        expected: 'A ds:Signature in the assertion, after Issuer.',
        remedy:
          'Sign the assertion: with the seal certificate of the organisation in indirect authentication, with the signature certificate of the CPS card in direct one.',
      },
    },
  },
  'dmp/vihf-certificate': {
    title: 'Certificate that signs the VIHF',
    what: 'The certificate was in force when the VIHF was issued (IssueInstant), is the one that Issuer names, and chains to a trusted authority that was given.',
    why: 'A right signature is worth what its certificate is worth: expired, or of an unknown authority, it makes the message refused.',
    rules: {
      ...trust,
      issuer: {
        finding: 'Issuer is "{actual}"; the certificate that signs is that of "{subject}".',
        expected: 'In Issuer, the distinguished name (DN) of the subject of the certificate that signs.',
        remedy: 'Copy into Issuer the subject of the certificate, in the format X509SubjectName: CN=…,OU=…,O=…,C=FR.',
      },
    },
  },
  'dmp/submission-signature': {
    title: 'Signature of the submission',
    what: 'The signature sent with the submission (IHE DSG, XAdES) verifies; its manifest names the submission set and every document, with their digests; its properties name the certificate, the time and the purpose of the signature.',
    why: 'It proves who submitted these documents, and that they have not changed: a document modified after the submission was signed makes it wrong.',
    rules: {
      ...integrity,
      'not-covered': {
        finding: 'The signature is valid, but it does not sign {what}.',
        expected: 'In SignedInfo, a Reference to the Manifest and one to the SignedProperties of the signature.',
        remedy: 'Add to SignedInfo the References "#IHEManifest" and "#S0-SignedProperties", with their digests.',
      },
      'manifest-missing': {
        finding: 'The manifest does not name {uri}, which is sent with the submission.',
        expected: 'A Reference for the uniqueId of the submission set, and one for that of each document.',
        remedy: 'Add to the Manifest a Reference URI="{uri}".',
      },
      'manifest-unknown': {
        finding: 'The manifest names {actual}, which is neither the submission set nor one of its documents.',
        expected: 'Only "urn:oid:" followed by the uniqueId of the submission set or of a document that is sent.',
        remedy: 'Write in the manifest the uniqueIds of the metadata that are sent, and sign each submission.',
      },
      document: {
        finding: 'The document {uri} is not the one that was signed: its digest differs from that of the manifest.',
        expected: 'The digest of the canonical form of the document, as it is sent.',
        remedy: 'Compute the digest on the final CDA (canonical form with comments), after its last change.',
      },
      'signing-certificate': {
        finding: 'SigningCertificate does not name the certificate whose key signs.',
        expected: 'The digest of the certificate of KeyInfo (DER), and its serial number in decimal.',
        remedy:
          'Put in Cert the digest of the certificate that signs, the name of its issuer and its decimal serial number.',
      },
      'signing-time': {
        finding: 'The time of the signature is missing, or is no date and time: "{actual}".',
        expected: 'SigningTime in ISO 8601 with an offset: 2026-03-16T10:30:00+01:00.',
        remedy: 'Write the time of the signature in SignedSignatureProperties/SigningTime.',
      },
      purpose: {
        finding: 'The purpose of the signature is "{actual}".',
        expected: '1.2.840.10065.1.12.1.14 (signature of the source), in SignatureProperty Id="purposeOfSignature".',
        remedy: 'Write 1.2.840.10065.1.12.1.14 in the SignatureProperty purposeOfSignature.',
      },
    },
  },
  'dmp/submission-certificate': {
    title: 'Certificate that signs the submission',
    what: 'The certificate was in force when the submission was signed (SigningTime), and chains to a trusted authority that was given.',
    why: 'A right signature is worth what its certificate is worth: expired, or of an unknown authority, it makes the submission refused.',
    rules: { ...trust },
  },
};
