import type { CheckTexts } from '../../check-texts.js';

/** What any signature can be refused for: the same words wherever it stands. */
const integrity = {
  content: {
    finding:
      'Ce que désigne la référence « {uri} » a changé depuis la signature : son empreinte n’est plus celle qui est signée.',
    expected: 'Un contenu identique, octet pour octet en forme canonique, à celui qui a été signé.',
    remedy:
      'Signer en dernier, et ne plus rien toucher ensuite : ni indentation, ni encodage, ni espace de noms. Si le message envoyé est bon, exporter ses octets tels quels : un outil qui remet en forme le XML casse la signature.',
  },
  value: {
    finding: 'La signature n’est pas celle de son contenu : SignedInfo, SignatureValue ou le certificat a été altéré.',
    expected: 'Une SignatureValue qui se vérifie avec la clé d’un certificat de KeyInfo.',
    remedy:
      'Vérifier que la clé qui signe est celle du certificat joint, et que rien ne réécrit ds:Signature après coup. Si le message envoyé est bon, exporter ses octets tels quels.',
  },
  reference: {
    finding: 'La référence « {uri} » ne désigne pas un élément, et un seul.',
    expected: 'Un élément, et un seul, dont l’identifiant (ID, Id ou id) est celui de la référence.',
    remedy:
      'Donner à l’élément signé un identifiant que rien d’autre ne porte, et l’écrire après « # » dans Reference/@URI.',
  },
  malformed: {
    finding: 'La signature n’a pas la forme d’une signature XML.',
    expected: 'Un SignedInfo avec au moins une Reference, une SignatureValue et des DigestValue en base64 strict.',
    remedy: 'Produire la signature avec une bibliothèque de signature XML (XMLDSig), sans réécrire ses valeurs.',
  },
  'no-certificate': {
    finding: 'La signature ne porte aucun certificat lisible : personne ne peut la vérifier.',
    expected: 'Le certificat qui signe, en base64, dans KeyInfo/X509Data/X509Certificate.',
    remedy: 'Ajouter à KeyInfo le certificat X.509 (DER en base64, sans les lignes BEGIN et END) dont la clé signe.',
  },
  'weak-algorithm': {
    finding: 'L’algorithme {actual} repose sur SHA-1, qui n’est plus sûr.',
    expected: 'SHA-256 au moins : xmldsig-more#rsa-sha256 et xmlenc#sha256.',
    remedy:
      'Signer avec http://www.w3.org/2001/04/xmldsig-more#rsa-sha256 et http://www.w3.org/2001/04/xmlenc#sha256, si le service l’accepte.',
  },
  unsupported: {
    finding: 'L’algorithme « {actual} » n’est pas vérifié ici : rien n’est dit de ce qu’il signe.',
    expected:
      'RSA ou ECDSA avec SHA-1 ou SHA-2 ; transformations enveloped-signature et formes canoniques 1.0, 1.1 ou exclusive.',
    remedy: 'Employer un algorithme de la liste, ou faire vérifier cette signature par un autre outil.',
  },
};

/** What any certificate can be refused for. */
const trust = {
  expired: {
    finding: 'Le certificat « {subject} » avait expiré le {to}, avant la signature ({actual}).',
    expected: 'Un certificat en cours de validité à l’heure que dit le message.',
    remedy: 'Renouveler le certificat, et signer de nouveau. L’horloge du poste qui signe doit être juste.',
  },
  'not-yet-valid': {
    finding: 'Le certificat « {subject} » n’était valable qu’à partir du {from}, après la signature ({actual}).',
    expected: 'Un certificat en cours de validité à l’heure que dit le message.',
    remedy: 'Signer avec un certificat en cours de validité ; mettre à l’heure l’horloge du poste qui signe.',
  },
  untrusted: {
    finding:
      'Le certificat « {subject} » ne se rattache à aucune des autorités de confiance données : « {issuer} » manque.',
    expected: 'Un certificat délivré par une autorité donnée avec --trust, ou sous trust dans segur.yaml.',
    remedy:
      'Signer avec un certificat de l’IGC-Santé (l’infrastructure de certification de l’ANS). S’il en vient, donner aussi les certificats des autorités intermédiaires jusqu’à la racine.',
  },
};

export const signatures = {
  'dmp/vihf-signature': {
    title: 'Signature du VIHF',
    what: 'L’assertion du message est signée, la signature se vérifie, et ce qu’elle signe est bien l’assertion qui est lue, entière et inchangée.',
    why: 'Le DMP n’accepte un jeton que s’il est sûr de qui l’a fait : un VIHF altéré d’un seul octet est refusé, avec tout le message.',
    rules: {
      ...integrity,
      'not-covered': {
        finding: 'La signature est valide, mais elle ne signe pas l’assertion qui est lue (références : « {uri} »).',
        expected: 'Une Reference dont l’URI est « # » suivi de l’attribut ID de l’assertion qui contient la signature.',
        remedy:
          'Écrire Reference URI="#…" avec l’ID de l’assertion, et placer ds:Signature dans cette assertion (signature enveloppée).',
      },
      unsigned: {
        finding: 'Le VIHF du message n’est pas signé.',
        expected: 'Un ds:Signature dans l’assertion, après Issuer.',
        remedy:
          'Signer l’assertion : certificat de cachet de la structure en authentification indirecte, certificat de signature de la carte CPS en directe.',
      },
    },
  },
  'dmp/vihf-certificate': {
    title: 'Certificat qui signe le VIHF',
    what: 'Le certificat était en cours de validité à l’heure d’émission du VIHF (IssueInstant), il est celui que nomme Issuer, et il se rattache à une autorité de confiance donnée.',
    why: 'Une signature juste ne vaut que par son certificat : expiré, ou d’une autorité inconnue, il fait refuser le message.',
    rules: {
      ...trust,
      issuer: {
        finding: 'Issuer vaut « {actual} » ; le certificat qui signe est celui de « {subject} ».',
        expected: 'Dans Issuer, le nom distinctif (DN) du sujet du certificat qui signe.',
        remedy: 'Recopier dans Issuer le sujet du certificat, au format X509SubjectName : CN=…,OU=…,O=…,C=FR.',
      },
    },
  },
  'dmp/submission-signature': {
    title: 'Signature du lot de soumission',
    what: 'La signature envoyée avec le lot (IHE DSG, XAdES) se vérifie ; son manifeste nomme le lot et tous les documents, avec leurs empreintes ; ses propriétés nomment le certificat, l’heure et le but de la signature.',
    why: 'Elle prouve qui a déposé ces documents, et qu’ils n’ont pas changé : un document modifié après la signature du lot la rend fausse.',
    rules: {
      ...integrity,
      'not-covered': {
        finding: 'La signature est valide, mais elle ne signe pas {what}.',
        expected: 'Dans SignedInfo, une Reference au Manifest et une aux SignedProperties de la signature.',
        remedy:
          'Ajouter à SignedInfo les Reference « #IHEManifest » et « #S0-SignedProperties », avec leurs empreintes.',
      },
      'manifest-missing': {
        finding: 'Le manifeste ne nomme pas {uri}, qui est envoyé avec le lot.',
        expected: 'Une Reference pour l’uniqueId du lot, et une pour celui de chaque document.',
        remedy: 'Ajouter au Manifest une Reference URI="{uri}".',
      },
      'manifest-unknown': {
        finding: 'Le manifeste nomme {actual}, qui n’est ni le lot ni un de ses documents.',
        expected: 'Seulement « urn:oid: » suivi de l’uniqueId du lot ou d’un document envoyé.',
        remedy: 'Écrire dans le manifeste les uniqueId des métadonnées envoyées, et signer à chaque envoi.',
      },
      document: {
        finding: 'Le document {uri} n’est pas celui qui a été signé : son empreinte diffère de celle du manifeste.',
        expected: 'L’empreinte de la forme canonique du document, tel qu’il est envoyé.',
        remedy:
          'Calculer l’empreinte sur le CDA définitif (forme canonique avec commentaires), après sa dernière modification.',
      },
      'signing-certificate': {
        finding: 'SigningCertificate ne désigne pas le certificat dont la clé signe.',
        expected: 'L’empreinte du certificat de KeyInfo (DER), et son numéro de série en décimal.',
        remedy:
          'Mettre dans Cert l’empreinte du certificat qui signe, le nom de son émetteur et son numéro de série décimal.',
      },
      'signing-time': {
        finding: 'L’heure de la signature manque ou n’est pas une date et heure : « {actual} ».',
        expected: 'SigningTime au format ISO 8601 avec fuseau : 2026-03-16T10:30:00+01:00.',
        remedy: 'Écrire l’heure de la signature dans SignedSignatureProperties/SigningTime.',
      },
      purpose: {
        finding: 'Le but de la signature est « {actual} ».',
        expected: '1.2.840.10065.1.12.1.14 (signature de la source), dans SignatureProperty Id="purposeOfSignature".',
        remedy: 'Écrire 1.2.840.10065.1.12.1.14 dans la SignatureProperty purposeOfSignature.',
      },
    },
  },
  'dmp/submission-certificate': {
    title: 'Certificat qui signe le lot',
    what: 'Le certificat était en cours de validité à l’heure de la signature du lot (SigningTime), et il se rattache à une autorité de confiance donnée.',
    why: 'Une signature juste ne vaut que par son certificat : expiré, ou d’une autorité inconnue, il fait refuser le lot.',
    rules: { ...trust },
  },
} satisfies Record<string, CheckTexts>;
