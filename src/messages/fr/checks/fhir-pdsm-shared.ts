import type { RuleTexts } from '../../check-texts.js';

/** Textes communs aux métadonnées des documents, publiés en lot ou seuls. */
export const METADATA = {
  required: {
    finding: "L'élément {element}, que PDSm exige, manque.",
    expected: '{element} présent et renseigné.',
    remedy: 'Ajouter {element} : le gestionnaire refuse une publication incomplète.',
  },
  custodian: {
    finding: "custodian, l'organisme responsable de la conservation du document, manque.",
    expected:
      'custodian 1..1 : une référence vers une Organization, par son adresse ou son identifiant (Struct_IdNat).',
    remedy:
      'Ajouter "custodian": { "identifier": { "system": "urn:oid:1.2.250.1.71.4.2.2", "value": "…" } } avec le numéro de la structure.',
  },
  repeated: {
    finding: '{element} figure {count} fois.',
    expected: '{element} une seule fois.',
    remedy: "Ne garder qu'une valeur de {element}.",
  },
  forbidden: {
    finding: "{element} n'a pas sa place dans ce profil.",
    expected: '{element} absent.',
    remedy: 'Retirer {element}.',
  },
  status: {
    finding: "status est « {actual} », que ce profil n'admet pas.",
    expected: "L'une de ces valeurs : {statuses}.",
    remedy:
      "Écrire current pour un document en vigueur ; un document remplacé est mis à superseded par un PATCH, pas par l'envoi.",
  },
  language: {
    finding: 'La langue du document est « {actual} ».',
    expected: 'fr-FR, pour tout document que produit un logiciel français.',
    remedy: 'Écrire "language": "fr-FR" dans content.attachment.',
  },
  'unique-id': {
    finding: "L'identifiant du document, « {actual} », n'est ni un OID ni un UUID bien formé.",
    expected:
      'urn:oid: suivi d’un OID, ou urn:uuid: suivi d’un UUID de 36 caractères, sous le système urn:ietf:rfc:3986.',
    remedy: "Reprendre l'uniqueId du document (ClinicalDocument/id) précédé de urn:oid:.",
  },
  'hash-form': {
    finding: "hash, « {actual} », n'est pas une empreinte SHA-1 en base64.",
    expected: 'Les 20 octets du SHA-1 du document, en base64 : 28 caractères terminés par =.',
    remedy: "Coder en base64 les octets de l'empreinte, et non son écriture hexadécimale (celle de XDS).",
  },
  terminology: {
    finding: "{element} : le code n'est donné dans aucune des terminologies du CI-SIS (système « {system} »).",
    expected: 'Un codage de {set} ; terminologies admises, par leur OID : {systems}.',
    remedy:
      'Mettre dans coding le code français, avec son système : http://loinc.org, ou l’adresse mos.esante.gouv.fr de la TRE.',
  },
  'context-terminology': {
    finding: "{element} : le code n'est donné dans aucune des terminologies du CI-SIS (système « {system} »).",
    expected: 'Un codage de {set} ; terminologies admises, par leur OID : {systems}.',
    remedy:
      'Remplacer le codage étranger (SNOMED CT…) par celui de la TRE française, ou l’ajouter à côté : TRE_R02 pour le secteur, TRE_A01 pour le cadre, TRE_A06 ou TRE_A11 pour le format.',
  },
  code: {
    finding: '{element} : le code « {actual} » ne figure pas dans {set}, ni dans le jeu du DMP.',
    expected: 'Un code de {set} (copie du {version}) ou du jeu correspondant du DMP.',
    remedy: 'Corriger le code ; s’il est plus récent que le {version}, ignorer cette alarme.',
  },
  'category-of-type': {
    finding: 'La classe « {actual} » (category) ne va pas avec le type {type}.',
    expected: '{expected}, que {table} ({version}) donne pour {type}.',
    remedy: 'Écrire {expected} dans category, ou corriger le type.',
  },
  'person-kind': {
    finding: '{element} désigne une ressource {type}.',
    expected: "L'un de ces types : {types}.",
    remedy: 'Désigner dans {element} une ressource {types}.',
  },
  'person-id': {
    finding: "Le professionnel ({type}) n'a pas d'identifiant national.",
    expected: 'Un identifier sous urn:oid:1.2.250.1.71.4.2.1 (PS_IdNat) ou sous https://rpps.esante.gouv.fr.',
    remedy: 'Ajouter le PS_IdNat du professionnel (8 suivi du RPPS) à la ressource contenue.',
  },
  'person-id-form': {
    finding: "« {actual} » n'a pas la forme d'un identifiant national de professionnel (PS_IdNat).",
    expected: '8 suivi des 11 chiffres du RPPS, 0 suivi du numéro ADELI, ou structure/identifiant interne.',
    remedy: 'Faire précéder le numéro RPPS de 8 sous urn:oid:1.2.250.1.71.4.2.1.',
  },
} satisfies Readonly<Record<string, RuleTexts>>;

export const ENTRY_UUID = {
  finding: "L'identifiant de type entryUUID, « {actual} », n'est pas un UUID écrit en URN.",
  expected: 'system urn:ietf:rfc:3986, value urn:uuid: suivi du UUID.',
  remedy: 'Écrire la valeur sous la forme urn:uuid:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.',
};
export const CONTAINED = {
  finding: "{element} désigne une ressource qui n'est pas dans celle-ci.",
  expected: 'Une référence locale (#id) vers une ressource de contained : le profil Comprehensive de MHD le veut.',
  remedy: 'Copier la ressource dans contained et écrire "reference": "#id" dans {element}.',
};
export const HASH = {
  finding: "hash, « {actual} », n'est pas l'empreinte du document envoyé.",
  expected: '{expected}, SHA-1 en base64 des octets du document.',
  remedy: "Calculer l'empreinte sur les octets décodés de data, une fois le document définitif.",
};
export const SIZE = {
  finding: "size est {actual}, mais le document envoyé n'a pas cette taille.",
  expected: '{expected} octets, une fois data décodé.',
  remedy: 'Écrire {expected} : la taille du document, et non celle de son base64.',
};
