import type { CheckTexts } from '../../check-texts.js';

const SAME = 'La valeur du document : les métadonnées en sont tirées.';

export const dmpCoherence = {
  'dmp/document-and-entry': {
    title: 'Métadonnées XDS et document CDA',
    what: "Chaque attribut de l'entrée XDS tiré du CDA (identifiant, titre, dates, codes, auteurs, responsable, patient) dit la même chose que le CDA qui l'accompagne, dans une archive IHE_XDM comme dans un envoi ITI-41.",
    why: "Le DMP et le destinataire classent, trient et cherchent d'après les métadonnées, sans ouvrir le document : une métadonnée qui le contredit le fait refuser, ou le range au mauvais endroit.",
    rules: {
      'unique-id': {
        finding: "uniqueId, « {actual} », n'est pas l'identifiant du document, « {document} » ({where}).",
        expected: 'ClinicalDocument/id : @root, suivi de ^@extension si le document en a une.',
        remedy: "Reprendre {document} dans l'ExternalIdentifier XDSDocumentEntry.uniqueId.",
      },
      text: {
        finding: "{attribute}, « {actual} », n'est pas ce que dit le document, « {document} » ({where}).",
        expected: SAME,
        remedy: 'Écrire « {document} » dans {attribute}, ou corriger le document s’il se trompe.',
      },
      'mime-type': {
        finding: 'mimeType est « {actual} », mais le document est un CDA en XML ({where}).',
        expected: 'text/xml ; pour un CDA auto-présentable (racine xsl:stylesheet), application/xslt+xml.',
        remedy: 'Écrire mimeType="{document}" sur l\'ExtrinsicObject, même quand le CDA contient un PDF.',
      },
      time: {
        finding: "{attribute}, {actual}, n'est pas l'instant que donne le document, {document} ({where}).",
        expected:
          'Le même instant, en temps universel et sans décalage : creationTime reprend effectiveTime, serviceStartTime et serviceStopTime les bornes du premier documentationOf.',
        remedy:
          'Convertir {document} en temps universel, sur 14 chiffres : 20260316103000+0100 devient 20260316093000.',
      },
      code: {
        finding: "{attribute}, « {actual} », n'est pas le code du document, « {document} » ({where}).",
        expected: SAME,
        remedy: 'Reprendre {document}, avec sa nomenclature et son libellé, ou corriger le document s’il se trompe.',
      },
      'code-system': {
        finding:
          '{attribute} : le code {code} est donné sous la nomenclature « {actual} », sous « {document} » dans le document ({where}).',
        expected: "L'OID de la nomenclature du document, sans préfixe.",
        remedy: 'Reprendre @codeSystem du document, {document}, avec le code.',
      },
      'format-code': {
        finding: "formatCode, « {actual} », n'est pas celui du document, « {document} » ({where}).",
        expected:
          'Corps non structuré (N1) : le formatCode XDS-SD du type du fichier. Corps structuré (N3) : celui que ASS_A11 associe au templateId du volet.',
        remedy: 'Écrire {document} dans formatCode ; si le code est juste, vérifier les templateId du document.',
      },
      'event-code': {
        finding: 'eventCodeList contient « {actual} », que les actes du document ne donnent pas ({where}).',
        expected: 'Les codes des serviceEvent du document et leurs translation, et eux seuls.',
        remedy: "Retirer ce code, ou y mettre celui de l'acte (dans le document : « {document} »).",
      },
      'event-code-missing': {
        finding: "Le code d'acte « {document} » du document ({where}) n'est pas dans eventCodeList.",
        expected: 'Un eventCodeList par serviceEvent/code et par translation, doublons compris.',
        remedy:
          'Ajouter une Classification eventCodeList pour {document} : le destinataire cherche les actes par elle.',
      },
      missing: {
        finding: "Le document donne « {document} » ({where}), mais {attribute} n'est pas dans les métadonnées.",
        expected: '{attribute}, requis dès que le document en donne la valeur.',
        remedy: 'Ajouter {attribute} avec la valeur du document.',
      },
      unexpected: {
        finding: "{attribute}, {actual}, n'a pas de source : l'acte du document n'a pas de fin ({where}).",
        expected: 'Pas de serviceStopTime quand effectiveTime/high est absent du premier documentationOf.',
        remedy: "Retirer {attribute}, ou donner la fin de l'acte dans le document.",
      },
      'author-count': {
        finding: "L'entrée a {count} auteur(s), le document {document} ({where}).",
        expected: 'Une Classification author pour chaque author du document.',
        remedy: 'Décrire chaque auteur du document dans une Classification, et ceux-là seulement.',
      },
      person: {
        finding: "{attribute}, « {actual} », n'est pas la personne du document, « {document} » ({where}).",
        expected: "L'identifiant, le nom et le prénom du document ; pour un système, son nom et son modèle.",
        remedy: "Reprendre {document} dans les composants 1 à 3, et l'OID de l'autorité dans le neuvième.",
      },
      institution: {
        finding: "authorInstitution, « {actual} », n'est pas la structure de l'auteur, « {document} » ({where}).",
        expected: 'Le nom de representedOrganization en XON.1, son identifiant en XON.10.',
        remedy: "Reprendre la structure du document : celle de l'auteur, non celle qui envoie.",
      },
      'patient-id': {
        finding:
          "{attribute}, « {actual} », n'est aucun des identifiants du patient du document ({where}) : {component} diffère.",
        expected: "L'un des recordTarget/patientRole/id, sous la même autorité.",
        remedy: "Reprendre l'identifiant du patient du document : {document}.",
      },
      'reference-id': {
        finding: 'referenceIdList donne « {actual} », que le document ne donne pas : il y a « {document} » ({where}).',
        expected:
          "Le numéro de demande (inFulfillmentOf/order) ou l'identifiant d'examen (serviceEvent/id) du document.",
        remedy: 'Reprendre {document}, ou corriger le document.',
      },
      file: {
        finding: "{attribute}, {actual}, n'est pas celui du document envoyé, {document} ({where}).",
        expected: 'hash : SHA-1 des octets envoyés, en hexadécimal ; size : leur nombre.',
        remedy: 'Calculer {attribute} sur les octets définitifs, tels qu’ils partent dans le message.',
      },
    },
  },
  'dmp/same-act': {
    title: 'Un même compte rendu en N1 et en N3',
    what: "Quand un compte rendu est produit à la fois en CDA de niveau 1 (un PDF dans un en-tête) et de niveau 3 (structuré), les deux documents ont le même titre, les mêmes auteurs et la même date d'acte. Ils sont rapprochés par leur type, leur version, leur patient et l'identifiant de l'acte ou de la demande.",
    why: "Le destinataire reçoit les deux formes d'un même résultat : si elles se contredisent, il croit à deux actes, ou ne sait laquelle suivre.",
    rules: {
      title: {
        finding: "Le titre du N1, « {actual} », n'est pas celui du N3 du même acte, « {other} » ({where}).",
        expected: 'Le même titre dans les deux documents.',
        remedy: 'Tirer le titre des deux documents de la même donnée.',
      },
      author: {
        finding: 'Les auteurs du N1, {actual}, ne sont pas ceux du N3 du même acte, {other} ({where}).',
        expected: 'Les mêmes assignedAuthor/id dans les deux documents.',
        remedy: "Reprendre les mêmes auteurs, ou donner un autre identifiant d'acte si ce n'est pas le même.",
      },
      'act-time': {
        finding: "L'acte du N1 commence le {actual}, celui du N3 le {other} ({where}).",
        expected: 'Le même instant dans documentationOf[1]/serviceEvent/effectiveTime/low.',
        remedy: "Dater les deux documents du même acte, ou donner un autre identifiant d'acte si ce n'est pas le même.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
