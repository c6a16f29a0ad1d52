import type { CheckTexts } from '../../check-texts.js';

/** What is done to the patient: acts, orders, encounter. */
export const cdaActs = {
  'cda/acts': {
    title: 'Actes du document',
    what: "Le document décrit au moins un acte ; le premier a une date de début et un exécutant, dont le cadre d'exercice est codé.",
    why: "Le DMP tire de là la date de l'acte et la discipline (serviceStartTime, practiceSettingCode) : sans elles, les métadonnées sont incomplètes et le dépôt refusé.",
    rules: {
      missing: {
        finding: 'Le document ne décrit aucun acte.',
        expected: 'Au moins un documentationOf avec un serviceEvent, sans nullFlavor.',
        remedy:
          "Ajouter documentationOf/serviceEvent, avec la date de l'acte (effectiveTime) et l'exécutant (performer).",
      },
      'null-act': {
        finding: 'Un acte porte nullFlavor.',
        expected: 'Des actes renseignés : nullFlavor est interdit sur documentationOf et sur serviceEvent.',
        remedy: 'Renseigner cet acte, ou retirer documentationOf.',
      },
      'main-time': {
        finding: 'L’acte principal n’a pas de date de début.',
        expected: 'Dans le premier serviceEvent, un effectiveTime avec low/@value, sans nullFlavor.',
        remedy:
          'Écrire <effectiveTime><low value="202603160900+0100"/></effectiveTime> avec la date de la consultation, de l’examen ou de l’admission.',
      },
      'main-performer': {
        finding:
          'L’acte principal a {count} exécutant(s) (performer), ou un exécutant marqué nullFlavor, au lieu d’un seul, renseigné.',
        expected: 'Un performer et un seul dans le premier serviceEvent, sans nullFlavor.',
        remedy: 'Garder un performer ; décrire les autres professionnels en participant.',
      },
      low: {
        finding: 'La date de l’acte n’a pas de début.',
        expected: 'effectiveTime/low ; high est facultatif.',
        remedy: 'Ajouter low, ou retirer effectiveTime si la date de cet acte secondaire n’est pas connue.',
      },
      'performer-type': {
        finding: 'L’exécutant est de type « {actual} ».',
        expected: 'typeCode="PRF".',
        remedy: 'Écrire <performer typeCode="PRF">.',
      },
      setting: {
        finding: 'Le cadre d’exercice de l’exécutant manque.',
        expected: 'assignedEntity/representedOrganization/standardIndustryClassCode, rempli, sans nullFlavor.',
        remedy:
          'Écrire dans la structure de l’exécutant <standardIndustryClassCode code="AMBULATOIRE" displayName="Ambulatoire" codeSystem="1.2.250.1.213.1.1.4.9"/>, ou un autre code de JDV_J04.',
      },
      'setting-code': {
        finding: 'Le cadre d’exercice « {actual} » n’est pas dans notre copie de {set} ({oid}) du {version}.',
        expected: 'Un code de {set}, par exemple AMBULATOIRE ou ETABLISSEMENT.',
        remedy:
          'Prendre le code dans {set} ; s’il y est entré après le {version}, ne pas tenir compte de cette alerte.',
      },
      'setting-system': {
        finding: 'Le cadre d’exercice {code} est donné sous la nomenclature « {actual} ».',
        expected: 'codeSystem="{system}" pour {code}.',
        remedy: 'Écrire codeSystem="{system}".',
      },
      status: {
        finding: 'L’acte a {count} lab:statusCode, dont un de trop ou sans code.',
        expected:
          'Un seul lab:statusCode au plus, avec code : active pour un compte rendu partiel, completed pour un complet.',
        remedy: 'Écrire <lab:statusCode code="completed"/>, ou code="active" si d’autres résultats suivront.',
      },
      code: {
        finding: 'Le code de l’acte n’a pas de {attribute}.',
        expected: 'code et codeSystem, ou pas d’élément code, ou nullFlavor.',
        remedy: "Donner le code de l'acte avec l'OID de sa nomenclature (LOINC, CCAM, CIM-10…), ou retirer l'élément.",
      },
    },
  },
  'cda/act-codes': {
    title: 'Codes des actes fixés par le type',
    what: "L'acte d'un compte rendu ou d'une demande d'imagerie, d'un examen de l'enfant, d'un document du patient est codé comme la structuration minimale le fixe.",
    why: "Le DMP et la DRIMbox (le partage des images médicales) retrouvent un examen d'imagerie par sa modalité, sa région et l'identifiant de l'étude : absents, les images ne sont pas reliées au compte rendu.",
    rules: {
      'imaging-act': {
        finding: 'Aucun acte du compte rendu d’imagerie n’a un code LOINC (code trouvé : « {actual} »).',
        expected: 'serviceEvent/code avec codeSystem="{system}" (LOINC) ; le code CCAM se donne en translation.',
        remedy:
          'Prendre le code LOINC de l’examen dans le jeu jdv-code-document-imagerie (1.2.250.1.213.1.1.5.687) et mettre le code CCAM dans code/translation.',
      },
      act: {
        finding: 'Aucun acte n’a le code que fixe le type de ce document (code trouvé : « {actual} »).',
        expected: 'Un serviceEvent/code avec code="{code}" et codeSystem="{system}".',
        remedy: 'Écrire ce code tel quel dans le premier serviceEvent.',
      },
      modality: {
        finding: 'L’acte d’imagerie ne dit pas la modalité (scanner, IRM…).',
        expected: 'Une translation avec un code de {set} ({oid}), qualifiée par qualifier/name code="121139".',
        remedy:
          'Ajouter dans code <translation code="CT" displayName="Tomodensitométrie" codeSystem="1.2.840.10008.2.16.4"><qualifier><name code="121139" displayName="Modalité d’imagerie" codeSystem="1.2.840.10008.2.16.4"/></qualifier></translation>.',
      },
      region: {
        finding: 'L’acte d’imagerie ne dit pas sa région anatomique.',
        expected: 'Une translation avec un code de {set} ({oid}), qualifiée par qualifier/name code="39111-0".',
        remedy: 'Ajouter dans code une translation SNOMED CT de la région, avec ce qualifier.',
      },
      'unknown-code': {
        finding: 'Le code « {actual} » n’est pas de {set} ({oid}), dans notre copie du {version}.',
        expected: 'Un code de {set}, sous sa nomenclature.',
        remedy:
          'Prendre le code dans {set} ; s’il y est entré après le {version}, ne pas tenir compte de cette alerte.',
      },
      'study-uid': {
        finding: 'L’acte d’imagerie n’est pas identifié par le Study Instance UID de l’examen (« {actual} »).',
        expected: 'serviceEvent/id avec cet OID dans root, 64 caractères au plus, sans extension.',
        remedy: 'Recopier tel quel l’UID DICOM (0020,000D) de l’étude dans serviceEvent/id/@root.',
      },
      'child-exam': {
        finding: 'Aucun acte ne dit de quel examen obligatoire de l’enfant il s’agit (« {actual} »).',
        expected:
          'Un serviceEvent/code 11429006 (SNOMED CT) avec une translation de {set} ({oid}, copie du {version}).',
        remedy:
          'Ajouter dans code la translation de l’examen, par exemple code="MED-1227" et codeSystem="1.2.250.1.213.1.1.4.322" pour celui du 3e mois.',
      },
    },
  },
  'cda/encounter': {
    title: 'Prise en charge du patient',
    what: "Le document dit une fois comment et où le patient a été pris en charge : type de rencontre, dates, secteur d'activité de la structure.",
    why: "Le DMP tire de là le secteur d'activité (healthcareFacilityTypeCode), que ses métadonnées exigent.",
    rules: {
      missing: {
        finding: 'Le document a {count} prise en charge renseignée au lieu d’une.',
        expected: 'Un componentOf et un encompassingEncounter, sans nullFlavor.',
        remedy:
          'Ajouter componentOf/encompassingEncounter, avec effectiveTime et location/healthCareFacility/code ; sans prise en charge réelle, ces deux éléments suffisent.',
      },
      time: {
        finding: 'La prise en charge a {count} effectiveTime au lieu d’un.',
        expected: 'Un effectiveTime, avec low ou high, ou avec un nullFlavor si les dates ne sont pas connues.',
        remedy: 'Écrire les dates de la venue ou du séjour, ou <effectiveTime nullFlavor="UNK"/>.',
      },
      facility: {
        finding: 'Le secteur d’activité de la structure manque.',
        expected: 'location/healthCareFacility/code, une fois, sans nullFlavor.',
        remedy:
          'Écrire par exemple <code code="SA07" displayName="Cabinet individuel" codeSystem="1.2.250.1.71.4.2.4"/> dans healthCareFacility.',
      },
      coding: {
        finding: 'Le code n’a pas de {attribute}.',
        expected: 'Les trois attributs code, codeSystem et displayName, de {set}.',
        remedy: 'Recopier de {set} le code, l’OID de sa nomenclature et son libellé.',
      },
      'unknown-code': {
        finding: 'Le code « {actual} » n’est pas dans notre copie de {set} ({oid}) du {version}.',
        expected: 'Un code de {set}.',
        remedy:
          'Traduire le code interne du logiciel vers {set} ; s’il y est entré après le {version}, ne pas tenir compte de cette alerte.',
      },
      'code-system': {
        finding: 'Le code {code} est donné sous la nomenclature « {actual} ».',
        expected: 'codeSystem="{system}" pour {code}.',
        remedy: 'Écrire codeSystem="{system}".',
      },
      disposition: {
        finding: 'Le type de sortie est donné sous la nomenclature « {actual} ».',
        expected: 'codeSystem="1.2.250.1.213.2.14", types de sortie de PAM France.',
        remedy: 'Écrire codeSystem="1.2.250.1.213.2.14" et un code de PAM France, ou retirer dischargeDispositionCode.',
      },
      responsible: {
        finding: 'Le responsable de la prise en charge est identifié sous « {actual} ».',
        expected: 'Un id de professionnel : root="1.2.250.1.71.4.2.1" et son identifiant national.',
        remedy:
          'Donner l’identifiant national du professionnel responsable (8 suivi du RPPS, par exemple) ; la structure va dans representedOrganization.',
      },
      'participant-type': {
        finding:
          'Le rôle « {actual} » d’une personne de la prise en charge n’est pas dans notre copie de {set} du {version}.',
        expected: 'ADM, ATND, CON, DIS, REF ou RESP.',
        remedy:
          'Écrire typeCode="ATND" pour qui a suivi le patient, "ADM" pour qui l’a admis, "REF" pour qui l’a adressé.',
      },
    },
  },
  'cda/orders': {
    title: 'Prescriptions et consentements',
    what: 'Chaque prescription à l’origine du document est identifiée, celle d’un compte rendu d’imagerie a son accession number, et les consentements sont obtenus.',
    why: 'Le prescripteur retrouve par ces numéros la demande à laquelle le document répond, et la DRIMbox les images.',
    rules: {
      order: {
        finding: 'Un inFulfillmentOf a {count} prescription au lieu d’une.',
        expected: 'Un order par inFulfillmentOf.',
        remedy: 'Répéter inFulfillmentOf pour chaque prescription.',
      },
      'order-id': {
        finding: 'La prescription a {count} identifiant, « {actual} », au lieu d’un qui soit un OID ou un UUID.',
        expected: 'Un order/id, avec root et, au besoin, extension.',
        remedy: 'Écrire le numéro donné par le prescripteur en extension, sous l’OID de l’autorité qui l’attribue.',
      },
      accession: {
        finding: 'La prescription du compte rendu d’imagerie n’a pas d’accession number.',
        expected: 'order/ps3-20:accessionNumber, avec root et extension.',
        remedy:
          'Ajouter <ps3-20:accessionNumber root="…" extension="…"/> (espace de noms urn:dicom-org:ps3-20), tel que le RIS l’a attribué.',
      },
      'accession-form': {
        finding: 'L’accession number est incomplet ou répété.',
        expected: 'Une fois, root avec l’OID de l’autorité et extension avec le numéro.',
        remedy: 'Séparer l’OID du RIS (root) et le numéro (extension, 16 caractères au plus en DICOM).',
      },
      consent: {
        finding: 'Le consentement ne dit pas de quoi.',
        expected: 'authorization/consent/code.',
        remedy: 'Ajouter le code du consentement, par exemple 64292-6 (LOINC).',
      },
      'consent-status': {
        finding: 'Le consentement est à l’état « {actual} ».',
        expected: 'statusCode code="completed" : seuls les consentements obtenus s’écrivent.',
        remedy: 'Écrire <statusCode code="completed"/>, ou retirer authorization si le consentement n’est pas obtenu.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
