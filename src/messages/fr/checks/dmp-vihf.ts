import type { CheckTexts } from '../../check-texts.js';

export const dmpVihf = {
  'dmp/vihf': {
    title: "VIHF d'une requête au DMP",
    what: "L'assertion SAML qui accompagne une requête au DMP (le VIHF) a tous les attributs que le DMP lit, sous la forme et avec les valeurs qu'il accepte, selon le mode d'authentification.",
    why: "Le DMP décide des droits d'après le VIHF et trace l'accès au nom de l'utilisateur : un attribut absent ou mal écrit, et toute transaction est refusée.",
    rules: {
      'no-assertion': {
        finding: "La requête au DMP n'a pas de VIHF.",
        expected: 'Une assertion SAML 2.0 dans wsse:Security.',
        remedy: "Joindre le VIHF de l'utilisateur à l'en-tête de sécurité.",
      },
      assertion: {
        finding: "{part} de l'assertion est absent, vide ou faux.",
        expected: 'Version="2.0", ID, IssueInstant, Issuer et Subject/NameID.',
        remedy: 'Compléter {part}.',
      },
      'issuer-format': {
        finding: 'Issuer a pour Format « {actual} ».',
        expected: 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName.',
        remedy: 'Écrire ce format, et dans Issuer le nom distinctif du certificat signataire.',
      },
      audience: {
        finding: "L'assertion a une restriction d'audience (AudienceRestriction).",
        expected: "Pas d'AudienceRestriction.",
        remedy: 'Retirer AudienceRestriction de Conditions.',
      },
      instant: {
        finding: "{attribute} vaut « {actual} », qui n'est pas une date et une heure UTC.",
        expected: 'AAAA-MM-JJThh:mm:ssZ.',
        remedy: 'Convertir en UTC et terminer par Z.',
      },
      authentication: {
        finding: "L'assertion ne dit pas quand ni comment l'utilisateur s'est authentifié.",
        expected: 'AuthnStatement avec AuthnInstant et AuthnContext/AuthnContextClassRef.',
        remedy: "Écrire l'heure et le moyen de l'authentification locale.",
      },
      'context-class': {
        finding: "AuthnContextClassRef vaut « {actual} », qui n'est pas une classe de SAML 2.0.",
        expected: 'Par exemple urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI, ou …:unspecified.',
        remedy: "Écrire la classe de SAML 2.0 qui décrit l'authentification de l'utilisateur.",
      },
      mode: {
        finding: 'Authentification_Mode vaut « {actual} ».',
        expected: 'DIRECTE, INDIRECTE ou INDIRECTE_RENFORCEE.',
        remedy: 'Écrire un de ces trois modes.',
      },
      declaration: {
        finding: "Le mode est INDIRECTE_RENFORCEE et AuthnContext n'a pas d'AuthnContextDecl.",
        expected: "AuthnContextDecl à côté d'AuthnContextClassRef.",
        remedy: "Ajouter AuthnContextDecl, qui dit le moyen d'identification électronique de l'utilisateur.",
      },
      subject: {
        finding: "Le mode est {actual} et l'assertion ne donne pas le nom de l'utilisateur (subject-id).",
        expected:
          "L'attribut urn:oasis:names:tc:xspa:1.0:subject:subject-id, obligatoire hors authentification directe.",
        remedy: "Ajouter le nom et le prénom de l'utilisateur ; pour un automate, le nom et le modèle du logiciel.",
      },
      attribute: {
        finding: "L'attribut {attribute} est absent ou vide.",
        expected: 'Cet attribut, avec une valeur.',
        remedy: 'Ajouter {attribute} à AttributeStatement.',
      },
      version: {
        finding: 'VIHF_Version vaut « {actual} ».',
        expected: '4.0, ou 3.0.',
        remedy: "Produire le VIHF selon une version que le DMP accepte, et l'écrire.",
      },
      resource: {
        finding: 'Ressource_URN vaut « {actual} » alors que la requête va au DMP.',
        expected: 'urn:dmp',
        remedy: 'Écrire urn:dmp.',
      },
      user: {
        finding: "NameID vaut « {actual} », qui n'a pas la forme d'un identifiant national de professionnel.",
        expected: "8 puis le RPPS, 0 puis l'ADELI, ou l'identifiant d'une structure puis / et un numéro interne.",
        remedy: "Écrire l'identifiant lu dans la carte, ou donné par Pro Santé Connect (SubjectNameID).",
      },
      structure: {
        finding:
          "Identifiant_Structure vaut « {actual} », qui n'a pas la forme d'un identifiant national de structure.",
        expected:
          "1 puis le FINESS, 2 puis le SIREN, 3 puis le SIRET, 4 puis le RPPS et le rang du cabinet, 0 puis l'ADELI.",
        remedy: 'Vérifier le chiffre de tête et le nombre de chiffres ; un numéro technique de carte peut rester.',
      },
      'sector-form': {
        finding: 'Secteur_Activite vaut « {actual} ».',
        expected: 'SAxx^1.2.250.1.71.4.2.4.',
        remedy: "Écrire le code du secteur, ^, puis l'OID de sa nomenclature.",
      },
      sector: {
        finding: "Le secteur « {actual} » n'est pas dans {set}, dans notre copie du {version}.",
        expected: 'Un code de {set}.',
        remedy: "Corriger le code ; s'il est plus récent que cette copie, ne rien changer.",
      },
      'role-form': {
        finding: "Le rôle « {actual} » n'est pas écrit comme un code.",
        expected: "Un élément Role de l'espace de noms urn:hl7-org:v3, avec code et codeSystem.",
        remedy: 'Écrire <Role xmlns="urn:hl7-org:v3" xsi:type="CE" code="…" codeSystem="…"/>.',
      },
      role: {
        finding: "La profession « {actual} » du système {system} n'est pas dans {set}, dans notre copie du {version}.",
        expected: "Un code de {set}, avec l'OID de son système.",
        remedy: "Corriger le code ou son codeSystem ; s'il est plus récent que cette copie, ne rien changer.",
      },
      'second-role': {
        finding: "L'acteur de profession « {actual} » n'a pas de seconde valeur de rôle.",
        expected:
          'Pour un médecin son savoir-faire, pour un pharmacien sa section, pour un acteur caractérisé par son rôle ce rôle.',
        remedy: "Ajouter une seconde AttributeValue à l'attribut subject:role.",
      },
      skill: {
        finding: "Le savoir-faire « {actual} » n'est pas dans {set}, dans notre copie du {version}.",
        expected: 'Un code de TRE_R01 (1.2.250.1.71.4.2.5) de {set}.',
        remedy: "Corriger le code ; s'il est plus récent que cette copie, ne rien changer.",
      },
      'purpose-form': {
        finding: "Le mode d'accès « {actual} » (système « {system} ») n'est pas écrit comme un code du DMP.",
        expected: 'Un élément PurposeOfUse de urn:hl7-org:v3, codeSystem 1.2.250.1.213.1.1.4.248.',
        remedy:
          'Écrire <PurposeOfUse xmlns="urn:hl7-org:v3" xsi:type="CE" code="normal" codeSystem="1.2.250.1.213.1.1.4.248"/>.',
      },
      purpose: {
        finding: "Le mode d'accès est « {actual} ».",
        expected: 'normal',
        remedy: "Écrire normal, sauf si l'utilisateur a demandé un autre mode que le guide d'intégration autorise.",
      },
    },
  },
  'dmp/vihf-and-message': {
    title: 'VIHF et message : même utilisateur, même structure, même moment',
    what: "L'utilisateur et la structure du VIHF sont l'auteur du lot que le message soumet, et le VIHF était valide quand le message est parti.",
    why: "Le DMP trace l'accès au nom du VIHF et affiche l'auteur du lot : s'ils diffèrent, l'un des deux est faux.",
    rules: {
      author: {
        finding: 'Le VIHF est au nom de « {actual} » et le lot a pour auteur « {expected} ».',
        expected:
          'Le même identifiant dans NameID et dans authorPerson du lot, sauf pour un secrétariat ou un automate.',
        remedy: 'Écrire dans authorPerson du SubmissionSet le professionnel qui agit.',
      },
      structure: {
        finding: 'Le VIHF est celui de la structure « {actual} » et le lot de « {expected} ».',
        expected: 'Le même identifiant dans Identifiant_Structure et dans authorInstitution du lot.',
        remedy: "Prendre les deux du même lieu d'exercice de l'utilisateur.",
      },
      sector: {
        finding: 'Le VIHF dit le secteur « {actual} » et le document de cette structure « {expected} ».',
        expected: 'Le même code dans Secteur_Activite et dans healthcareFacilityTypeCode.',
        remedy: "Prendre les deux du même lieu d'exercice.",
      },
      'issued-later': {
        finding: "Le VIHF est émis le {actual}, après l'envoi du message ({sent}).",
        expected: 'Un VIHF émis avant le message.',
        remedy: 'Vérifier que les deux heures sont en UTC et que le VIHF joint est celui de ce message.',
      },
      'authenticated-later': {
        finding: "L'utilisateur s'authentifie le {actual}, après l'émission du VIHF ({issued}).",
        expected: 'AuthnInstant antérieur à IssueInstant.',
        remedy: "Écrire dans AuthnInstant l'heure de l'authentification de l'utilisateur, en UTC.",
      },
      expired: {
        finding: 'Le message part le {sent}, hors de la validité du VIHF (de {start} à {end}).',
        expected: 'Un message envoyé entre NotBefore et NotOnOrAfter.',
        remedy: "Émettre un nouveau VIHF avant l'envoi.",
      },
      validity: {
        finding: 'La validité du VIHF se termine avant de commencer, ou avant son émission.',
        expected: 'NotBefore avant NotOnOrAfter, et IssueInstant avant NotOnOrAfter.',
        remedy: 'Vérifier le calcul des deux bornes, en UTC.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
