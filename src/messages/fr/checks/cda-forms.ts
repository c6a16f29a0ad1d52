import type { CheckTexts } from '../../check-texts.js';

/** What a document is made of beside its header: its volet, its copy, its signature. */
export const cdaForms = {
  'cda/volet': {
    title: 'Volet du document structuré',
    what: 'Un document structuré suit un volet du CI-SIS (le modèle de contenu d’un type de document) et un seul, avec le code de type et les templateId que ce volet fixe.',
    why: 'Le volet décide du formatCode des métadonnées et des règles que le destinataire applique : un type qui ne lui correspond pas fait échouer la validation officielle.',
    rules: {
      unknown: {
        finding: 'Le templateId {actual} n’est celui d’aucun volet connu au {version}.',
        expected: 'Le templateId d’un volet de la table ASS_A11 des formats de documents.',
        remedy:
          'Vérifier le templateId dans le volet ; si le volet est paru après le {version}, ne pas tenir compte de cette alerte.',
      },
      several: {
        finding: 'Le document se réclame de deux volets de formats différents, {one} et {other}.',
        expected: 'Les templateId d’un seul volet.',
        remedy: 'Retirer les templateId repris d’un autre type de document.',
      },
      type: {
        finding: 'Le type {actual} n’est pas celui du volet {name}.',
        expected: 'code="{types}".',
        remedy:
          'Écrire le code que fixe le volet {name}, ou déclarer le templateId du volet prévu pour le type {actual}.',
      },
      companion: {
        finding: 'Un document du volet {name} ne déclare pas le templateId {template}.',
        expected: 'Ce templateId, à côté de celui du volet.',
        remedy: 'Ajouter <templateId root="{template}"/> dans l’en-tête, avant celui du volet.',
      },
    },
  },
  'cda/pdf-copy': {
    title: 'Copie PDF du document structuré',
    what: 'La section « Copie du document » d’un document structuré porte un PDF qui s’ouvre, sous son code.',
    why: 'Le destinataire affiche cette copie en priorité : abîmée ou mal codée, il ne voit rien, ou autre chose que ce que le patient a reçu.',
    rules: {
      code: {
        finding: 'La section de la copie PDF a le code « {actual} ».',
        expected: 'code="{code}" et codeSystem="{codeSystem}".',
        remedy:
          'Écrire <code code="{code}" displayName="Copie du document" codeSystem="{codeSystem}"/> dans la section.',
      },
      title: {
        finding: 'Le titre de la section de la copie PDF n’est pas « Copie du document ».',
        expected: 'Le titre <title>Copie du document</title>, tel quel.',
        remedy: 'Écrire ce titre tel quel.',
      },
      file: {
        finding: 'La section de la copie ne porte pas de PDF encodé.',
        expected: 'observationMedia/value avec mediaType="application/pdf" et representation="B64".',
        remedy: 'Encoder le PDF en base64 dans observationMedia/value, ou retirer la section.',
      },
      pdf: {
        finding: 'La copie ne se décode pas en PDF.',
        expected: 'Du base64 dont les octets commencent par %PDF-.',
        remedy: "Encoder les octets du PDF d'un seul tenant, une seule fois, sans préfixe « data: ».",
      },
    },
  },
  'cda/document-signature': {
    title: 'Signature du document',
    what: "La signature d'un document signé a la forme XMLDSig et XAdES que veut le CI-SIS, et porte sur le document entier. Sa valeur n'est pas vérifiée ici.",
    why: "Une signature incomplète, ou qui ne désigne pas le document, n'engage personne : elle est refusée ou sans effet.",
    rules: {
      incomplete: {
        finding: 'La signature est incomplète.',
        expected: 'Un SignedInfo avec au moins un Reference, et un SignatureValue rempli.',
        remedy: 'Produire la signature avec une bibliothèque XMLDSig, et ne rien retirer de ce qu’elle écrit.',
      },
      'document-reference': {
        finding: 'La signature ne porte pas sur le document : elle désigne « {actual} ».',
        expected:
          'Un Reference dont l’URI désigne l’Object qui contient ClinicalDocument ; une URI vide pour un document auto-présentable.',
        remedy: 'Donner un Id à l’Object qui contient le document et le désigner par URI="#…", ou signer avec URI="".',
      },
      xades: {
        finding: 'La signature n’a pas de propriétés XAdES signées.',
        expected: 'Object/QualifyingProperties/SignedProperties, avec la date de signature et le certificat.',
        remedy: 'Signer au format XAdES, et non en XMLDSig seul.',
      },
      'xades-reference': {
        finding: 'Les propriétés XAdES ne sont pas signées : aucun Reference ne les désigne (« {actual} »).',
        expected: 'Un Reference dont l’URI est # suivi de l’Id de SignedProperties.',
        remedy: 'Ajouter ce Reference à SignedInfo, et signer de nouveau.',
      },
      certificate: {
        finding: 'La signature ne porte pas le certificat du signataire.',
        expected: 'KeyInfo/X509Data/X509Certificate.',
        remedy: 'Joindre le certificat de signature en base64, sans les lignes BEGIN et END.',
      },
      place: {
        finding: 'La signature n’est pas à la fin du document auto-présentable.',
        expected: 'ds:Signature en dernier dans xsl:stylesheet, après le contenu et la présentation.',
        remedy: 'Déplacer la signature après toutes les instructions de la feuille de style, et signer de nouveau.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
