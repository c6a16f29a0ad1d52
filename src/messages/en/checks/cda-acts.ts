import type { cdaActs as french } from '../../fr/checks/cda-acts.js';
import type { SameKeys } from '../../same-keys.js';

/** What is done to the patient: acts, orders, encounter. */
export const cdaActs: SameKeys<typeof french> = {
  'cda/acts': {
    title: 'Acts of the document',
    what: 'The document describes one act at least; the first has a start and a performer, whose practice setting is coded.',
    why: 'The DMP takes the time of the act and the discipline from there (serviceStartTime, practiceSettingCode): without them the metadata are incomplete and the deposit is refused.',
    rules: {
      missing: {
        finding: 'The document describes no act.',
        expected: 'One documentationOf at least, with a serviceEvent, without nullFlavor.',
        remedy: 'Add documentationOf/serviceEvent, with the time of the act (effectiveTime) and its performer.',
      },
      'null-act': {
        finding: 'An act carries nullFlavor.',
        expected: 'Acts that are told: nullFlavor is forbidden on documentationOf and on serviceEvent.',
        remedy: 'Tell this act, or remove documentationOf.',
      },
      'main-time': {
        finding: 'The main act has no start.',
        expected: 'In the first serviceEvent, one effectiveTime with low/@value, without nullFlavor.',
        remedy:
          'Write <effectiveTime><low value="202603160900+0100"/></effectiveTime> with the time of the consultation, of the examination or of the admission.',
      },
      'main-performer': {
        finding:
          'The main act has {count} performer(s), or one marked nullFlavor, instead of a single one that is filled.',
        expected: 'One performer and no more in the first serviceEvent, without nullFlavor.',
        remedy: 'Keep one performer; describe the other professionals as participant.',
      },
      low: {
        finding: 'The time of the act has no start.',
        expected: 'effectiveTime/low; high is optional.',
        remedy: 'Add low, or remove effectiveTime if the time of this secondary act is not known.',
      },
      'performer-type': {
        finding: 'The performer is of type “{actual}”.',
        expected: 'typeCode="PRF".',
        remedy: 'Write <performer typeCode="PRF">.',
      },
      setting: {
        finding: 'The practice setting of the performer is missing.',
        expected: 'assignedEntity/representedOrganization/standardIndustryClassCode, filled, without nullFlavor.',
        remedy:
          'Write <standardIndustryClassCode code="AMBULATOIRE" displayName="Ambulatoire" codeSystem="1.2.250.1.213.1.1.4.9"/> in the organisation of the performer, or another code of JDV_J04.',
      },
      'setting-code': {
        finding: 'The practice setting “{actual}” is not in our copy of {set} ({oid}) of {version}.',
        expected: 'A code of {set}, e.g. AMBULATOIRE or ETABLISSEMENT.',
        remedy: 'Take the code from {set}; ignore this if it entered it after {version}.',
      },
      'setting-system': {
        finding: 'The practice setting {code} is given under the code system “{actual}”.',
        expected: 'codeSystem="{system}" for {code}.',
        remedy: 'Write codeSystem="{system}".',
      },
      status: {
        finding: 'The act has {count} lab:statusCode, one too many or without a code.',
        expected:
          'One lab:statusCode at most, with its code: active for a partial report, completed for a complete one.',
        remedy: 'Write <lab:statusCode code="completed"/>, or code="active" when more results will follow.',
      },
      code: {
        finding: 'The code of the act has no {attribute}.',
        expected: 'code and codeSystem, or no code element, or nullFlavor.',
        remedy:
          'Give the code of the act with the OID of its code system (LOINC, CCAM, ICD-10…), or remove the element.',
      },
    },
  },
  'cda/act-codes': {
    title: 'Codes of the acts that the type fixes',
    what: 'The act of an imaging report or request, of a child’s examination, of a document of the patient is coded as the minimal structure fixes it.',
    why: 'The DMP and the DRIMbox (the sharing of medical images) find an imaging study by its modality, its region and its identifier: without them, images are not linked to the report.',
    rules: {
      'imaging-act': {
        finding: 'No act of the imaging report has a LOINC code (code found: “{actual}”).',
        expected: 'serviceEvent/code with codeSystem="{system}" (LOINC); the CCAM code is given as a translation.',
        remedy:
          'Take the LOINC code of the examination from jdv-code-document-imagerie (1.2.250.1.213.1.1.5.687) and put the CCAM code in code/translation.',
      },
      act: {
        finding: 'No act has the code that the type of this document fixes (code found: “{actual}”).',
        expected: 'A serviceEvent/code with code="{code}" and codeSystem="{system}".',
        remedy: 'Write this code as it is in the first serviceEvent.',
      },
      modality: {
        finding: 'The imaging act does not tell its modality (CT, MRI…).',
        expected: 'A translation with a code of {set} ({oid}), qualified by qualifier/name code="121139".',
        remedy:
          'Add to code <translation code="CT" displayName="Tomodensitométrie" codeSystem="1.2.840.10008.2.16.4"><qualifier><name code="121139" displayName="Modalité d’imagerie" codeSystem="1.2.840.10008.2.16.4"/></qualifier></translation>.',
      },
      region: {
        finding: 'The imaging act does not tell its anatomic region.',
        expected: 'A translation with a code of {set} ({oid}), qualified by qualifier/name code="39111-0".',
        remedy: 'Add to code a SNOMED CT translation of the region, with this qualifier.',
      },
      'unknown-code': {
        finding: 'The code “{actual}” is not of {set} ({oid}), in our copy of {version}.',
        expected: 'A code of {set}, under its code system.',
        remedy: 'Take the code from {set}; ignore this if it entered it after {version}.',
      },
      'study-uid': {
        finding: 'The imaging act is not identified by the Study Instance UID of the examination (“{actual}”).',
        expected: 'serviceEvent/id with that OID in root, 64 characters at most, without extension.',
        remedy: 'Copy the DICOM UID (0020,000D) of the study as it is to serviceEvent/id/@root.',
      },
      'child-exam': {
        finding: 'No act tells which compulsory examination of a child it is (“{actual}”).',
        expected: 'A serviceEvent/code 11429006 (SNOMED CT) with a translation of {set} ({oid}, copy of {version}).',
        remedy:
          'Add the translation of the examination to code, e.g. code="MED-1227" and codeSystem="1.2.250.1.213.1.1.4.322" for that of the 3rd month.',
      },
    },
  },
  'cda/encounter': {
    title: 'Encounter',
    what: 'The document tells once how and where the patient was taken in charge: type of encounter, times, sector of the organisation.',
    why: 'The DMP takes the sector of activity (healthcareFacilityTypeCode) from there, and its metadata want it.',
    rules: {
      missing: {
        finding: 'The document has {count} filled encounter instead of one.',
        expected: 'One componentOf and one encompassingEncounter, without nullFlavor.',
        remedy:
          'Add componentOf/encompassingEncounter, with effectiveTime and location/healthCareFacility/code; without a real encounter these two elements are enough.',
      },
      time: {
        finding: 'The encounter has {count} effectiveTime instead of one.',
        expected: 'One effectiveTime, with low or high, or with a nullFlavor if the times are not known.',
        remedy: 'Write the times of the visit or of the stay, or <effectiveTime nullFlavor="UNK"/>.',
      },
      facility: {
        finding: 'The sector of activity of the organisation is missing.',
        expected: 'location/healthCareFacility/code, once, without nullFlavor.',
        remedy:
          'Write e.g. <code code="SA07" displayName="Cabinet individuel" codeSystem="1.2.250.1.71.4.2.4"/> in healthCareFacility.',
      },
      coding: {
        finding: 'The code has no {attribute}.',
        expected: 'The three attributes code, codeSystem and displayName, from {set}.',
        remedy: 'Copy the code, the OID of its code system and its label from {set}.',
      },
      'unknown-code': {
        finding: 'The code “{actual}” is not in our copy of {set} ({oid}) of {version}.',
        expected: 'A code of {set}.',
        remedy: 'Map the internal code of the software to {set}; ignore this if the code entered it after {version}.',
      },
      'code-system': {
        finding: 'The code {code} is given under the code system “{actual}”.',
        expected: 'codeSystem="{system}" for {code}.',
        remedy: 'Write codeSystem="{system}".',
      },
      disposition: {
        finding: 'The type of discharge is given under the code system “{actual}”.',
        expected: 'codeSystem="1.2.250.1.213.2.14", the types of discharge of PAM France.',
        remedy: 'Write codeSystem="1.2.250.1.213.2.14" and a code of PAM France, or remove dischargeDispositionCode.',
      },
      responsible: {
        finding: 'Who is responsible for the encounter is identified under “{actual}”.',
        expected: 'An id of a professional: root="1.2.250.1.71.4.2.1" and the national identifier.',
        remedy:
          'Give the national identifier of the responsible professional (8 then the RPPS number, e.g.); the organisation goes to representedOrganization.',
      },
      'participant-type': {
        finding: 'The role “{actual}” of somebody in the encounter is not in our copy of {set} of {version}.',
        expected: 'ADM, ATND, CON, DIS, REF or RESP.',
        remedy: 'Write typeCode="ATND" for who attended the patient, "ADM" for who admitted, "REF" for who referred.',
      },
    },
  },
  'cda/orders': {
    title: 'Orders and consents',
    what: 'Each order that led to the document is identified, that of an imaging report has its accession number, and consents were obtained.',
    why: 'By these numbers who ordered finds the request that the document answers, and the DRIMbox finds the images.',
    rules: {
      order: {
        finding: 'An inFulfillmentOf has {count} order instead of one.',
        expected: 'One order in each inFulfillmentOf.',
        remedy: 'Repeat inFulfillmentOf for each order.',
      },
      'order-id': {
        finding: 'The order has {count} identifier, “{actual}”, instead of one that is an OID or a UUID.',
        expected: 'One order/id, with root and, where needed, extension.',
        remedy:
          'Write the number that the ordering party gave as extension, under the OID of the authority that assigns it.',
      },
      accession: {
        finding: 'The order of the imaging report has no accession number.',
        expected: 'order/ps3-20:accessionNumber, with root and extension.',
        remedy:
          'Add <ps3-20:accessionNumber root="…" extension="…"/> (namespace urn:dicom-org:ps3-20), as the RIS assigned it.',
      },
      'accession-form': {
        finding: 'The accession number is incomplete or repeated.',
        expected: 'Once, root with the OID of the authority and extension with the number.',
        remedy: 'Separate the OID of the RIS (root) from the number (extension, 16 characters at most in DICOM).',
      },
      consent: {
        finding: 'The consent does not tell what to.',
        expected: 'authorization/consent/code.',
        remedy: 'Add the code of the consent, e.g. 64292-6 (LOINC).',
      },
      'consent-status': {
        finding: 'The consent is in the state “{actual}”.',
        expected: 'statusCode code="completed": only consents that were obtained are written.',
        remedy: 'Write <statusCode code="completed"/>, or remove authorization if the consent was not obtained.',
      },
    },
  },
};
