import type { CheckTexts } from '../../check-texts.js';
import { CONTAINED, ENTRY_UUID, HASH, METADATA, SIZE } from './fhir-pdsm-shared.js';

export const fhirPdsm = {
  'fhir/pdsm-bundle': {
    title: 'PDSm : lot de documents (ITI-65)',
    what: "Le Bundle qui publie un lot a la forme du flux 01 de PDSm : transaction, un seul lot de soumission, une fiche au moins, un Binary par document avec l'empreinte et la taille annoncées, et un PATCH pour chaque document remplacé.",
    why: "La transaction est traitée d'un bloc : une entrée mal formée, une empreinte fausse ou un document absent fait refuser tout le lot.",
    rules: {
      profile: {
        finding: "Le Bundle n'annonce aucun profil (meta.profile).",
        expected: 'Le profil pdsm-comprehensive-provide-document-bundle.',
        remedy:
          'Ajouter "meta": { "profile": ["https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/pdsm-comprehensive-provide-document-bundle"] }.',
      },
      type: {
        finding: 'Le Bundle est de type « {actual} ».',
        expected: 'transaction : le lot est accepté ou refusé en entier.',
        remedy: 'Écrire "type": "transaction".',
      },
      'entry-kind': {
        finding: "Le profil n'admet pas d'entrée {kind} avec la méthode {actual}.",
        expected: 'Pour {kind} : {methods}.',
        remedy:
          'Ne garder que le lot (List), les fiches (DocumentReference), leurs documents (Binary), les classeurs, un Patient et les PATCH, avec leur méthode.',
      },
      'submission-set': {
        finding: 'Le Bundle contient {count} lot de soumission.',
        expected: 'Une seule List, dont le code est submissionset (MHDlistTypes).',
        remedy: 'Envoyer une List submissionset et une seule par Bundle.',
      },
      'document-reference': {
        finding: 'Le Bundle ne contient aucune fiche de document.',
        expected: 'Une DocumentReference au moins.',
        remedy: 'Ajouter la DocumentReference de chaque document.',
      },
      patient: {
        finding: 'Le Bundle contient {count} ressources Patient.',
        expected: 'Un Patient au plus : tous les documents du lot sont du même patient.',
        remedy: 'Ne garder que le Patient du lot.',
      },
      'document-missing': {
        finding: "L'adresse du document, « {actual} », n'est celle d'aucun Binary du Bundle.",
        expected: "Le fullUrl (ou Binary/id) d'une entrée Binary, ou d'un Bundle document, du même envoi.",
        remedy: 'Ajouter le Binary, et mettre son fullUrl dans content.attachment.url.',
      },
      'document-unused': {
        finding: 'Aucune fiche du Bundle ne désigne ce Binary.',
        expected: 'Chaque Binary est le document d’une fiche.',
        remedy: 'Mettre le fullUrl du Binary dans content.attachment.url de sa fiche, ou le retirer.',
      },
      'entry-missing': {
        finding: 'Le lot de soumission ne désigne pas la fiche {document}.',
        expected: 'Un entry.item par fiche du Bundle.',
        remedy: 'Ajouter { "item": { "reference": "{document}" } } aux entry du lot.',
      },
      reference: {
        finding: "La référence « {actual} » n'est celle d'aucune entrée du Bundle.",
        expected: "Une adresse urn:uuid: ou urn:oid: est le fullUrl d'une entrée du même Bundle.",
        remedy: 'Ajouter la ressource au Bundle, ou la désigner par son adresse sur le serveur.',
      },
      'replacement-patch': {
        finding: 'La fiche remplace {target}, mais aucun PATCH ne met ce document à superseded.',
        expected: 'Une entrée PATCH sur {target} : Parameters, replace DocumentReference.status, superseded.',
        remedy: 'Ajouter cette entrée au Bundle, avec "request": { "method": "PATCH", "url": "{target}" }.',
      },
      'patch-orphan': {
        finding: "Le Bundle contient un PATCH, mais aucune de ses fiches n'en remplace une autre.",
        expected: 'Un PATCH seulement pour un document que relatesTo (replaces) désigne.',
        remedy: 'Renseigner relatesTo sur la nouvelle fiche, ou envoyer la mise à jour seule (flux 03).',
      },
      'patch-content': {
        finding: 'Le PATCH ({operations} opération, {path}) fait autre chose que de mettre le document à superseded.',
        expected: 'Une seule opération : type replace, path DocumentReference.status, value superseded (valueCode).',
        remedy: 'Réduire le PATCH à cette opération.',
      },
      hash: HASH,
      size: SIZE,
    },
  },
  'fhir/pdsm-submission-set': {
    title: 'PDSm : lot de soumission',
    what: "La List du lot de soumission a les éléments de pdsm-submissionset-comprehensive : type d'activité, source, patient, date, auteur contenu, identifiants.",
    why: "Le gestionnaire tire du lot les métadonnées de la soumission XDS : sans elles, le dépôt n'a ni auteur ni origine.",
    rules: {
      required: METADATA.required,
      extension: {
        finding: "L'extension {name} figure {count} fois.",
        expected: "{name} une fois : ihe-designationType (type d'activité) et ihe-sourceId (système émetteur).",
        remedy: "Ajouter l'extension https://profiles.ihe.net/ITI/MHD/StructureDefinition/{name}.",
      },
      forbidden: METADATA.forbidden,
      fixed: {
        finding: '{element} est « {actual} ».',
        expected: '{expected}, toujours.',
        remedy: 'Écrire "{element}": "{expected}".',
      },
      'unique-id': {
        finding: "L'identifiant uniqueId du lot, « {actual} », n'est pas un OID écrit en URN.",
        expected: 'system urn:ietf:rfc:3986, value urn:oid: suivi de l’OID du lot.',
        remedy: 'Donner au lot un OID de la racine du logiciel, sous la forme urn:oid:….',
      },
      'entry-uuid': ENTRY_UUID,
      contained: CONTAINED,
      'source-kind': {
        finding: "L'auteur du lot est une ressource {type}.",
        expected: "L'un de ces types : {types} ; pour une organisation, l'extension ihe-authorOrg de source.",
        remedy: 'Désigner la PractitionerRole du professionnel, qui désigne elle-même le Practitioner.',
      },
      'person-id': METADATA['person-id'],
      'person-id-form': METADATA['person-id-form'],
      terminology: {
        ...METADATA.terminology,
        remedy: "Coder le type d'activité avec TRE_R209, TRE_R02 ou TRE_A00, et non avec la classe du document.",
      },
      code: METADATA.code,
      empty: {
        finding: 'Le lot de soumission ne désigne aucune fiche.',
        expected: 'Un entry.item par fiche ou classeur soumis.',
        remedy: 'Ajouter à entry une référence vers chaque DocumentReference du lot.',
      },
    },
  },
  'fhir/pdsm-document-reference': {
    title: "PDSm : fiche d'un document",
    what: 'La DocumentReference a les éléments de pdsm-comprehensive-document-reference, codés dans les terminologies du CI-SIS, avec des auteurs contenus et identifiés, une empreinte SHA-1, et une seule relation quand elle remplace.',
    why: "La fiche est ce que le consommateur cherche, trie et affiche : il n'ouvre le document qu'ensuite.",
    rules: {
      ...METADATA,
      contained: CONTAINED,
      'identifier-type': {
        finding: "masterIdentifier ne dit pas qu'il est l'uniqueId du document.",
        expected: 'Un type dont le code est uniqueId (MHDIdentifierType) : MHD 4.2 le demande.',
        remedy:
          'Ajouter à masterIdentifier "type": { "coding": [{ "system": "https://profiles.ihe.net/ITI/MHD/CodeSystem/IHE.MHD.MHDIdentifierType", "code": "uniqueId" }] }.',
      },
      'entry-uuid': ENTRY_UUID,
      'reference-id': {
        finding: "Le type d'identifiant « {actual} » (context.related) n'est pas connu.",
        expected: 'Un type de {set} (copie du {version}), par exemple urn:ihe:iti:xds:2013:order.',
        remedy: "Écrire l'URN entière du type, ou ignorer l'alarme si elle est plus récente que le {version}.",
      },
      replaces: {
        finding: 'La fiche qui remplace un document a {count} relations (relatesTo).',
        expected: 'Une seule : replaces, vers la fiche remplacée.',
        remedy: 'Ne garder que la relation replaces ; envoyer les autres relations à part.',
      },
    },
  },
  'fhir/pdsm-simplified-publish': {
    title: 'PDSm : ajout simplifié (ITI-105)',
    what: "La DocumentReference publiée seule a les éléments de pdsm-simplified-publish, et porte le document dans attachment.data, avec l'empreinte et la taille de ses octets.",
    why: "Sans lot ni Binary, tout est dans la fiche : ce qui y manque n'arrive jamais au gestionnaire.",
    rules: {
      ...METADATA,
      'entry-uuid': {
        finding: "La fiche porte un identifiant de type entryUUID : c'est au gestionnaire de l'attribuer.",
        expected: "Aucun identifier de type entryUUID dans l'ajout simplifié.",
        remedy: 'Retirer cet identifier ; garder masterIdentifier.',
      },
      hash: HASH,
      size: SIZE,
    },
  },
  'fhir/pdsm-update': {
    title: "PDSm : mise à jour d'une fiche (flux 03)",
    what: "Le PATCH FHIRPath d'une DocumentReference ne modifie que status, securityLabel et l'extension PDSm_isArchived, avec des valeurs qu'ils admettent.",
    why: 'Le gestionnaire répond 405 à toute autre modification : un document qui change est remplacé, pas retouché.',
    rules: {
      'not-modifiable': {
        finding: 'Le PATCH modifie {element}.',
        expected: "status, securityLabel ou l'extension pdsm-ext-is-archived, et rien d'autre.",
        remedy: 'Publier une nouvelle fiche qui remplace celle-ci (relatesTo replaces).',
      },
      status: {
        finding: "Le PATCH met status à « {actual} », que MHD n'admet pas.",
        expected: 'current ou superseded.',
        remedy: 'Écrire superseded pour écarter le document, current pour le rétablir.',
      },
      archived: {
        finding: "La valeur d'archivage est « {actual} », qui n'est pas un booléen.",
        expected: 'valueBoolean true ou false.',
        remedy: 'Écrire "valueBoolean": true pour archiver, false pour désarchiver.',
      },
    },
  },
  'fhir/pdsm-and-metadata': {
    title: 'PDSm, XDS et document',
    what: "La fiche PDSm dit du document ce qu'en dit l'entrée XDS de même identifiant dans le dossier, et ce que dit le CDA qu'elle porte : codes, dates, titre, langue, empreinte, taille, identifiant.",
    why: 'Le même document, publié par deux voies, doit se retrouver par les mêmes critères : une divergence le range à deux endroits.',
    rules: {
      metadata: {
        finding:
          "{element}, « {actual} », n'est pas ce que dit {attribute} dans l'entrée XDS du document, « {value} » ({where}).",
        expected: 'La même valeur, chacune dans sa forme : instant, empreinte en base64 ou en hexadécimal, code.',
        remedy: 'Tirer {element} et {attribute} de la même donnée, et corriger celle des deux qui se trompe.',
      },
      document: {
        finding: "{element}, « {actual} », n'est pas ce que dit le CDA joint, « {value} » ({where}).",
        expected: "La valeur de l'en-tête du CDA, dont {attribute} est tiré.",
        remedy: "Reprendre dans {element} la valeur du CDA, ou corriger le CDA s'il se trompe.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
