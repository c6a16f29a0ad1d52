import type { CheckTexts } from '../../check-texts.js';
import { hl7Exchanges } from './hl7-exchanges.js';

export const hl7Transport = {
  'cda/transport-message': {
    title: "Message HL7 v2 porteur d'un CDA : forme",
    what: "Dans chaque message ORU ou MDM qui porte un CDA : l'en-tête (MSH), les segments requis et leur ordre, le patient et sa venue (PID, PV1), la demande (ORC-1, OBX-11 et l'événement), le document (TXA, OBX), l'expéditeur et les destinataires (PRT).",
    why: "La plateforme d'intermédiation (PFI) décide de ce qu'elle fait d'après ces seuls champs : un message incomplet ou qui se contredit est rejeté, et le document n'atteint ni le DMP ni la MSSanté.",
    rules: {
      'required-segment': {
        finding: "Le message n'a pas de segment {segment}.",
        expected: 'Les segments requis par le volet, dans cet ordre : {order}.',
        remedy: 'Ajouter le segment {segment} à sa place ; ORC porte la demande et OBR le type du document.',
      },
      'segment-order': {
        finding: "Le segment {segment} précède {after}, alors qu'il doit le suivre.",
        expected: 'Les segments dans cet ordre : {order}.',
        remedy: 'Déplacer le segment : un récepteur strict refuse le message (erreur 100, Segment sequence error).',
      },
      'several-documents': {
        finding: 'Ce message {type} porte {count} documents.',
        expected: 'Un seul document par message MDM ; un ou deux (le même en N1 et en N3) par message ORU.',
        remedy: 'Envoyer un message par document.',
      },
      'several-patients': {
        finding: "Le message a plus d'un segment PID.",
        expected: "Un seul PID : le message ne concerne qu'un patient.",
        remedy: 'Envoyer un message par patient.',
      },
      'required-field': {
        finding: 'Le champ {field} est vide.',
        expected: '{field} rempli : le volet le requiert.',
        remedy:
          "Remplir {field}. TXA-13 (identifiant du document remplacé) n'est requis que pour un remplacement (MDM^T10).",
      },
      value: {
        finding: 'Le champ {field} vaut « {actual} ».',
        expected: '{field} : {wanted}.',
        remedy: 'Écrire dans {field} une des valeurs que fixe le volet : {wanted}.',
      },
      profile: {
        finding: 'MSH-21 vaut « {actual} » : le message ne dit pas quel volet il suit.',
        expected: '2.1^CISIS_CDA_HL7_V2 vers la PFI ; 1.1^CISIS_CDA_HL7_LPS de la PFI vers le logiciel métier.',
        remedy: 'Écrire dans MSH-21 la version du volet (composant 1) et son nom (composant 2).',
      },
      'profile-version': {
        finding: 'MSH-21 vaut « {actual} », version du volet inconnue ici ou antérieure à la vague 2.',
        expected: 'Version 2.0 ou 2.1 de CISIS_CDA_HL7_V2, ou 1.0 ou 1.1 de CISIS_CDA_HL7_LPS.',
        remedy: 'Produire le message selon la version 2.1 du volet (1.1 pour la remise au logiciel métier).',
      },
      coherence: {
        finding: 'La demande se contredit : ORC-1 = {order}, OBX-11 = {status}, événement {event}.',
        expected: 'Dépôt : NW, F, T02. Remplacement : RO, C, T10. Suppression : CA, D, T04 (R01 pour tout ORU).',
        remedy: "Aligner ORC-1, OBX-11 et l'événement sur la même demande : sinon, la PFI rejette le message.",
      },
      visit: {
        finding: 'PV1-2 vaut {patient-class}, mais PV1-19 (identifiant de la venue) est vide.',
        expected: 'PV1-19 rempli lorsque PV1-2 vaut E, I, O ou R.',
        remedy: "Écrire l'identifiant de la venue en PV1-19, avec le type VN ; sans venue, écrire N en PV1-2.",
      },
      'mail-observation': {
        finding: 'Le message ne dit pas de quel courriel MSSanté vient le document.',
        expected:
          'Après le document, un OBX de type ED : Message-ID du courriel en OBX-3.1, objet en OBX-3.2, corps en OBX-5.',
        remedy: "Ajouter cet OBX, avec l'en-tête Message-ID du courriel reçu en OBX-3.1.",
      },
      'sender-missing': {
        finding: 'Aucun segment PRT ne dit qui envoie le document.',
        expected:
          'PRT-4 = SB^Send by^participation : requis pour alimenter le DMP, et de la PFI vers le logiciel métier.',
        remedy:
          "Ajouter après l'OBX du document un PRT avec le professionnel (PRT-5) ou le dispositif (PRT-10) et sa structure (PRT-8) : la PFI en fait le jeton VIHF.",
      },
      'sender-field': {
        finding: "Le champ {field} de l'expéditeur est vide.",
        expected: 'Professionnel (PRT-5.1, 5.2, 5.13) ou dispositif (PRT-10.1), et structure (PRT-8.1, 8.10).',
        remedy: 'Remplir {field} : sans lui, la PFI ne peut pas constituer le jeton VIHF (SC.DMP/CONF.12).',
      },
      'address-missing': {
        finding: "Ce PRT ({participation}) ne donne pas d'adresse : PRT-15.4 est vide.",
        expected: "L'adresse en PRT-15.4, avec X.400 en PRT-15.3.",
        remedy:
          "Écrire l'adresse MSSanté au quatrième composant de PRT-15, soit ^^X.400^adresse ; compter les « | » qui le précèdent.",
      },
      'participation-value': {
        finding: 'Le champ {field} vaut « {actual} ».',
        expected: '{field} : {wanted}.',
        remedy: 'Écrire dans {field} la valeur du volet : {wanted}.',
      },
    },
  },
  'cda/transport-document': {
    title: 'Message HL7 v2 : concordance avec le CDA porté',
    what: 'Le CDA que décode OBX-5 existe et se lit ; le type de document (OBR-4, OBX-3, TXA-2), son identifiant (TXA-12), celui du document remplacé (TXA-13) et les identifiants du patient (PID-3) sont ceux du CDA.',
    why: "La PFI aiguille sur le message, le DMP juge le CDA : s'ils se contredisent, le document est rejeté, rangé sous un autre type, ou remplace le mauvais.",
    rules: {
      'document-missing': {
        finding: 'OBX-5 ne contient pas de CDA lisible.',
        expected: 'OBX-2 = ED, et le CDA entier, en Base64, au composant 5 de OBX-5.',
        remedy: 'Encoder en Base64 les octets du document ClinicalDocument, sans en-tête ni texte ajouté.',
      },
      'document-code': {
        finding: '{field} vaut « {actual} », mais {source} dit « {code} ».',
        expected: 'Le même code de type de document partout.',
        remedy: 'Recopier « {code} » dans {field}.',
      },
      'code-system': {
        finding: 'La nomenclature de {code} est « {actual} » en {field}.',
        expected: '{field} = {system}.',
        remedy: 'Écrire LN pour un code LOINC, TRE_A05 pour un code de la nomenclature française.',
      },
      'document-id': {
        finding: "TXA-12 vaut « {actual} », ce qui n'est pas l'identifiant du CDA.",
        expected: 'TXA-12 = {document}',
        remedy: "Recopier ClinicalDocument/id : la racine seule s'il n'a pas d'extension, sinon extension^^racine^ISO.",
      },
      'parent-id': {
        finding: "TXA-13 vaut « {actual} », ce qui n'est pas le document que le CDA dit remplacer.",
        expected: 'TXA-13 = {document}',
        remedy: 'Recopier relatedDocument/parentDocument/id du CDA dans TXA-13.',
      },
      'replaced-document': {
        finding: 'Le message demande un remplacement (OBX-11 = C), mais le CDA ne dit pas quel document il remplace.',
        expected: "relatedDocument de typeCode RPLC, avec l'identifiant de la version précédente.",
        remedy: 'Ajouter relatedDocument au CDA, ou envoyer un premier dépôt (NW, F, T02).',
      },
      'same-id': {
        finding: 'Deux documents du message ont le même identifiant : {actual}.',
        expected: 'Chaque document a son identifiant, même quand le N1 et le N3 disent la même chose.',
        remedy: 'Donner au N1 et au N3 chacun son ClinicalDocument/id.',
      },
      'patient-id-unknown': {
        finding: "PID-3 porte l'identifiant « {actual} » (autorité {oid}), que le CDA n'a pas.",
        expected: 'Les mêmes identifiants en PID-3 et dans recordTarget/patientRole/id.',
        remedy: 'Produire PID-3 et recordTarget à partir des mêmes identifiants.',
      },
      'patient-id-missing': {
        finding: "Le CDA porte un identifiant du patient d'autorité {oid}, que PID-3 n'a pas.",
        expected: 'Les mêmes identifiants en PID-3 et dans recordTarget/patientRole/id.',
        remedy: 'Ajouter cet identifiant à PID-3, avec son autorité et son type.',
      },
    },
  },
  'cda/transport-metadata': {
    title: 'Message HL7 v2 : métadonnées DMP et MSSanté',
    what: "Les OBX de la table MetaDMPMSS : présents, dans l'ordre, à Y ou N ; les envois MSSanté demandés s'accordent avec le masquage et avec les destinataires.",
    why: 'Ces indicateurs disent qui peut voir le document et où il part : un indicateur absent ou faux montre le document à qui il fallait le cacher.',
    rules: {
      missing: {
        finding: 'La métadonnée {code} manque.',
        expected: "Un OBX {code}, à Y ou N, même quand il n'est pas actif.",
        remedy: 'Ajouter OBX {code}^…^MetaDMPMSS avec N^^expandedYes-NoIndicator, ou Y.',
      },
      'acknowledgement-choice': {
        finding: 'La métadonnée {code} manque : le message ne dit pas si un accusé est souhaité.',
        expected: 'Un OBX {code}, à Y ou N.',
        remedy: 'Ajouter OBX {code}^…^MetaDMPMSS.',
      },
      order: {
        finding: "{actual} n'est pas à sa place.",
        expected: "L'ordre du volet : {order}.",
        remedy: "Écrire les métadonnées dans l'ordre du volet.",
      },
      repeated: {
        finding: '{actual} est donné plusieurs fois.',
        expected: 'Une fois chaque métadonnée, pour tout le message.',
        remedy: "Ne garder qu'un OBX {actual}.",
      },
      'unknown-code': {
        finding: "La table MetaDMPMSS n'a pas de code « {actual} » (copie de ce contrôle : volet 2.1.3, avril 2026).",
        expected: 'Un code de la table MetaDMPMSS.',
        remedy: 'Corriger le code ; si le volet est plus récent, ne pas tenir compte de cette alerte.',
      },
      'former-code': {
        finding: 'Le code « {actual} » est un ancien nom de {code}.',
        expected: '{code}',
        remedy: 'Écrire {code}.',
      },
      value: {
        finding: '{code} vaut « {actual} ».',
        expected: 'Y ou N en OBX-5.1 (table HL7 0136).',
        remedy: "Écrire Y si l'indicateur est actif, N sinon ; ni O, ni 1, ni vide.",
      },
      form: {
        finding: '{field} de {code} vaut « {actual} ».',
        expected: '{field} = {wanted}.',
        remedy: 'Écrire {wanted} dans {field}.',
      },
      matrix: {
        finding: "Le volet ne prévoit pas d'envoi MSSanté pour ces indicateurs : {actual}.",
        expected:
          'Rien de masqué : professionnels et patient. Invisible au patient : professionnels seuls. Patient seul : ni connexion secrète, ni DMP, et visible du patient.',
        remedy:
          "Vérifier que le masquage et les destinataires disent ce que voulait l'utilisateur ; la PFI peut répondre par une erreur.",
      },
      'recipient-missing': {
        finding: '{code} vaut Y, mais aucun PRT ne donne de destinataire correspondant.',
        expected:
          "Un PRT RCT avec l'adresse MSSanté : d'un professionnel ou d'une organisation (DESTMSSANTEPS), du patient (DESTMSSANTEPAT).",
        remedy: "Ajouter le PRT après l'OBX du document, ou écrire N.",
      },
      'both-masks': {
        finding:
          'Le document est à la fois masqué aux professionnels (MASQUE_PS) et non visible par le patient (INVISIBLE_PATIENT), et part au DMP.',
        expected: 'L’un ou l’autre : le DMP n’accepte pas les deux ensemble (EX_2.1-1050).',
        remedy: 'Écrire N dans MASQUE_PS ou dans INVISIBLE_PATIENT, et ne pas proposer les deux à l’utilisateur.',
      },
      'no-reply': {
        finding: 'Le NTE de DESTMSSANTEPAT a « {actual} » en NTE-4.',
        expected: 'FIN en NTE-4 si le patient ne doit pas pouvoir répondre ; sinon, pas de NTE.',
        remedy: 'Écrire NTE|1|||FIN : trois « | » avant FIN.',
      },
      'restricted-shared': {
        finding: 'Le CDA est de confidentialité {actual}, et DESTDMP demande de le partager.',
        expected: 'Un document restreint (R) ou très restreint (V) ne devrait pas être mis en partage.',
        remedy: 'Vérifier la confidentialité du CDA ; si elle est voulue, écrire N dans DESTDMP.',
      },
    },
  },
  ...hl7Exchanges,
} satisfies Record<string, CheckTexts>;
