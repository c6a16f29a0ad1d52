import type { cdaForms as french } from '../../fr/checks/cda-forms.js';
import type { SameKeys } from '../../same-keys.js';

/** What a document is made of beside its header: its volet, its copy, its signature. */
export const cdaForms: SameKeys<typeof french> = {
  'cda/volet': {
    title: 'Content model of the structured document',
    what: 'A structured document follows one content model (volet) of the CI-SIS and no more, with the type code and the templateId that this model fixes.',
    why: 'The model decides the formatCode of the metadata and of the rules that the recipient applies: a type that does not go with it fails the official validation.',
    rules: {
      unknown: {
        finding: 'The templateId {actual} is that of no content model known on {version}.',
        expected: 'The templateId of a model of table ASS_A11 of document formats.',
        remedy: 'Check the templateId in the specification; ignore this if the model was published after {version}.',
      },
      several: {
        finding: 'The document claims two content models of different formats, {one} and {other}.',
        expected: 'The templateId of one model only.',
        remedy: 'Remove the templateId that were copied from another type of document.',
      },
      type: {
        finding: 'The type {actual} is not that of the content model {name}.',
        expected: 'code="{types}".',
        remedy:
          'Write the code that the model {name} fixes, or declare the templateId of the model that goes with type {actual}.',
      },
      companion: {
        finding: 'A document of the content model {name} does not declare the templateId {template}.',
        expected: 'This templateId, beside that of the model.',
        remedy: 'Add <templateId root="{template}"/> to the header, before that of the model.',
      },
    },
  },
  'cda/pdf-copy': {
    title: 'PDF copy of the structured document',
    what: 'The section “Copie du document” of a structured document carries a PDF that opens, under its code.',
    why: 'The recipient shows this copy first: damaged or badly coded, nothing is seen, or something else than what the patient got.',
    rules: {
      code: {
        finding: 'The section of the PDF copy has the code “{actual}”.',
        expected: 'code="{code}" and codeSystem="{codeSystem}".',
        remedy: 'Write <code code="{code}" displayName="Copie du document" codeSystem="{codeSystem}"/> in the section.',
      },
      title: {
        finding: 'The title of the section of the PDF copy is not “Copie du document”.',
        expected: 'The title <title>Copie du document</title>, as it is.',
        remedy: 'Write this title as it is.',
      },
      file: {
        finding: 'The section of the copy carries no encoded PDF.',
        expected: 'observationMedia/value with mediaType="application/pdf" and representation="B64".',
        remedy: 'Encode the PDF in base64 in observationMedia/value, or remove the section.',
      },
      pdf: {
        finding: 'The copy does not decode to a PDF.',
        expected: 'Base64 whose bytes begin with %PDF-.',
        remedy: 'Encode the bytes of the PDF in one go, once, without a “data:” prefix.',
      },
    },
  },
  'cda/document-signature': {
    title: 'Signature of the document',
    what: 'The signature of a signed document has the XMLDSig and XAdES form that the CI-SIS wants, and covers the whole document. Its value is not verified here.',
    why: 'A signature that is incomplete, or does not name the document, binds nobody: it is refused or has no effect.',
    rules: {
      incomplete: {
        finding: 'The signature is incomplete.',
        expected: 'A SignedInfo with one Reference at least, and a filled SignatureValue.',
        remedy: 'Produce the signature with an XMLDSig library, and remove nothing of what it writes.',
      },
      'document-reference': {
        finding: 'The signature does not cover the document: it names “{actual}”.',
        expected:
          'A Reference whose URI names the Object that holds ClinicalDocument; an empty URI for a self-displaying document.',
        remedy: 'Give an Id to the Object that holds the document and name it by URI="#…", or sign with URI="".',
      },
      xades: {
        finding: 'The signature has no signed XAdES properties.',
        expected: 'Object/QualifyingProperties/SignedProperties, with the time of signing and the certificate.',
        remedy: 'Sign in XAdES, not in XMLDSig alone.',
      },
      'xades-reference': {
        finding: 'The XAdES properties are not signed: no Reference names them (“{actual}”).',
        expected: 'A Reference whose URI is # then the Id of SignedProperties.',
        remedy: 'Add this Reference to SignedInfo, and sign again.',
      },
      certificate: {
        finding: 'The signature does not carry the certificate of who signed.',
        expected: 'KeyInfo/X509Data/X509Certificate.',
        remedy: 'Join the signing certificate in base64, without the lines BEGIN and END.',
      },
      place: {
        finding: 'The signature is not at the end of the self-displaying document.',
        expected: 'ds:Signature last in xsl:stylesheet, after the content and the layout.',
        remedy: 'Move the signature after all the instructions of the style sheet, and sign again.',
      },
    },
  },
};
