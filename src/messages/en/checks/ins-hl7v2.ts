import type { CheckTexts } from '../../check-texts.js';
import { insRules } from './ins-rules.js';

export const insHl7v2 = {
  'ins/message-identity': {
    title: 'HL7 v2 message: the identity that goes with the INS',
    what: 'In each PID segment that carries an INS: the matricule and its key, its OID and its type (PID-3), the birth name and given names (PID-5 of type L), the birth date (PID-7), the sex (PID-8) and the code of the birth place (PID-11 of type BDL); in the message, the recipients named by a matricule (PRT).',
    why: 'The receiver compares the identity with its own trait by trait: one that is misplaced or badly written has the INS rejected, or puts data into the record of another patient.',
    rules: {
      ...insRules,
      oid: {
        finding:
          'The identifier "{actual}" of PID-3 says that it is an INS, but the OID of its assigning authority, "{oid}", is not that of one.',
        expected: 'CX.4.2 = 1.2.250.1.213.1.4.8 (NIR) or .9 (NIA), .10 (test) or .11 (demonstration).',
        remedy:
          'Write in CX.4 the OID that INSi gave with the matricule, e.g. ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO.',
      },
      'ins-type': {
        finding: 'The type (CX.5) of the INS identifier is "{actual}", not INS.',
        expected: 'INS in CX.5 of PID-3; NH is for XDS metadata and the VIHF only.',
        remedy: 'Write INS in CX.5 of the repetition of PID-3 that has the matricule.',
      },
      'oid-type': {
        finding: 'The type (CX.4.3) of the assigning authority of the INS is "{actual}", not ISO.',
        expected: 'ISO in CX.4.3, since CX.4.2 is an OID.',
        remedy: 'Write ISO as the third subcomponent of the assigning authority.',
      },
      namespace: {
        finding: 'The assigning authority is called "{actual}", but the OID {oid} is that of a {nature}.',
        expected: 'A name (CX.4.1) that tells the same nature as the OID (CX.4.2): the OID decides.',
        remedy: 'Write ASIP-SANTE-INS-NIR or ASIP-SANTE-INS-NIA by the OID that INSi gave.',
      },
      'effective-date': {
        finding: 'The effective date "{actual}" of the INS identifier is not an HL7 date.',
        expected: 'YYYYMMDD in CX.7, or nothing.',
        remedy: 'Write the effective date without separators, or leave CX.7 empty.',
      },
      'trait-missing': {
        finding: 'The INS is sent without this trait: {trait}.',
        expected:
          'The birth name (PID-5.1, type L), the first birth given name (PID-5.2), the birth date (PID-7) and the sex (PID-8).',
        remedy: 'Fill the trait with what INSi gave; the used name (type D) does not stand for the birth name.',
      },
      'name-type': {
        finding: 'No repetition of PID-5 is of type L: nothing tells which name is the birth name.',
        expected: 'XPN.7 = L for the birth name, D for the used name.',
        remedy: 'Write L as the seventh component of the repetition of PID-5 that has the birth name.',
      },
      'given-list': {
        finding: 'The INS is sent without the list of birth given names.',
        expected: 'XPN.3 of the repetition of type L: every birth given name, with blanks between.',
        remedy: 'Write in PID-5.3 the list ListePrenom of the answer of INSi.',
      },
      'birth-place-missing': {
        finding: 'The INS is sent without the code of the birth place.',
        expected: 'A repetition of PID-11 with XAD.7 = BDL and the official geographic code (COG) in XAD.9.',
        remedy:
          'Add to PID-11 the repetition ^^^^^^BDL^^ followed by the INSEE code of the birth place, for example ^^^^^^BDL^^2B033.',
      },
      'pam-profile': {
        finding: 'MSH-21 does not tell which edition of PAM France this ADT message follows: {actual}.',
        expected: '2.11^IHE_FRANCE-2.11-PAM, or the one that the software follows.',
        remedy:
          'Write the version and the profile in MSH-21: the places of traits and the codes of PID-32 depend on them.',
      },
      'birth-date-form': {
        finding: 'The birth date "{actual}" is not written in eight digits.',
        expected: 'YYYYMMDD in PID-7, without time or separator.',
        remedy: 'Write only the year, the month and the day in PID-7.',
      },
      'used-name': {
        finding: 'The used name "{actual}" (type D) stands in PID-6, the field of the mother\'s name.',
        expected: 'The used name in a repetition of PID-5, with XPN.7 = D.',
        remedy: 'Add the used name to PID-5 after the separator ~, not in the next field.',
      },
      mailbox: {
        finding: 'The matricule of the patient to write to is not the INS of PID-3.',
        expected:
          'The matricule of PID-3 in PRT-5, and this matricule followed by @patient.mssante.fr in PRT-15 or PID-13.',
        remedy: 'Make the address of the patient from the matricule of PID-3, and add nothing to it.',
      },
      'test-oid': {
        finding: 'MSH-11 tells a message of production ({actual}), but the INS stands under an OID of test, {oid}.',
        expected: 'MSH-11 = D or T for a test patient; the official samples have P.',
        remedy: 'Make sure that this test patient is not in the production base.',
      },
    },
  },
  'ins/message-status': {
    title: 'HL7 v2 message: the status of the identity',
    what: 'In each PID segment, the reliability of the identity (PID-32): validated when an INS is sent, provisional when the identity is doubtful or fictitious; and what ZFD tells of how it was obtained and of a corrected birth date.',
    why: 'The receiver stores the INS only if PID-32 contains VALI; a doubtful or fictitious identity never carries an INS.',
    rules: {
      'ins-not-validated': {
        finding: 'An INS is sent while PID-32 is "{actual}".',
        expected: 'VALI in PID-32 as soon as PID-3 has an INS.',
        remedy:
          'Write VALI if the identity is qualified; else take the INS out of PID-3: the receiver will not store it.',
      },
      'ins-with-doubt': {
        finding: 'An INS is sent for a doubtful or fictitious identity (PID-32: {actual}).',
        expected: 'Neither DOUT nor FICT with an INS: these attributes take the identity back to provisional.',
        remedy: 'When the attribute is set, take the identity back to PROV and stop sending the matricule.',
      },
      'doubt-not-provisional': {
        finding: 'The identity is said to be doubtful or fictitious without being provisional (PID-32: {actual}).',
        expected: 'PROV~DOUT or PROV~FICT.',
        remedy: 'When the attribute is set, take the identity back to the provisional status.',
      },
      'doubt-without-status': {
        finding: 'The identity is said to be doubtful or fictitious without its status (PID-32: {actual}).',
        expected: 'PROV in one repetition, and DOUT or FICT in another.',
        remedy: 'Write the status too: PROV~DOUT or PROV~FICT.',
      },
      'attributes-together': {
        finding: 'These attributes do not go together (PID-32: {actual}).',
        expected: 'One attribute, or doubtful and homonym.',
        remedy: 'Do not let a fictitious identity be marked as doubtful or homonym too.',
      },
      'several-statuses': {
        finding: 'PID-32 gives several statuses to one identity: {actual}.',
        expected: 'One status, then the attributes: VALI, PROV or PROV~DOUT.',
        remedy: 'Write the current status of the identity only.',
      },
      'unknown-code': {
        finding: '"{actual}" is not a known code of PID-32.',
        expected: 'A code of table 0445 as extended in France: PROV, VALI, DOUT, FICT, HOMD, HOMA…',
        remedy: 'Send VALI for a qualified identity, PROV for a provisional or retrieved one.',
      },
      'lunar-date-form': {
        finding: 'The lunar date is not written in three components.',
        expected: 'DD^MM^YYYY in ZFD-1, 00 for an unknown day or month.',
        remedy: 'Put the component separator between the day, the month and the year.',
      },
      'lunar-date': {
        finding: 'The lunar date, once corrected as the RNIV has it, is not the birth date of PID-7.',
        expected: 'In PID-7 the lunar date corrected: unknown day, 01; unknown month, 01; both, 31/12.',
        remedy: 'Make PID-7 from the lunar date, or leave ZFD-1 empty if the date is known.',
      },
      'correction-untold': {
        finding: 'The day or the month of the lunar date is unknown, but ZFD-4 is "{actual}".',
        expected: 'Y in ZFD-4: the date of PID-7 is a corrected one.',
        remedy: 'Write Y in ZFD-4 whenever PID-7 comes from the rules of the RNIV.',
      },
      'corrected-date': {
        finding: 'ZFD-4, corrected date, is "{actual}".',
        expected: 'Y or N.',
        remedy: 'Write Y if the birth date was corrected as the RNIV has it, else N.',
      },
      'collection-mode': {
        finding: '"{actual}" is not a known way of obtaining an identity (ZFD-5).',
        expected: 'SM (typed), CV (carte Vitale), INSI (the INSi service), CB, RFID or AV in ZFD-5.',
        remedy: 'Write INSI when the traits come from that service, SM when they were typed.',
      },
      'insi-date': {
        finding: 'The identity comes from INSi (ZFD-5) without the date of the call.',
        expected: 'The date on which INSi was asked in ZFD-6.',
        remedy: 'Keep the date of the call to INSi with the identity, and send it.',
      },
      'zfd-date': {
        finding: 'The date "{actual}" of ZFD is not an HL7 date.',
        expected: 'YYYYMMDD, perhaps followed by the time.',
        remedy: 'Write the date without separators.',
      },
    },
  },
  'ins/unqualified-message': {
    title: 'HL7 v2 message about an unqualified patient: no INS',
    what: 'A message about a patient whose identity is not qualified carries the INS neither in PID-3, nor in a mail address, nor elsewhere. The INS that an MRG takes away is not meant.',
    why: 'An INS that travels before a paper was checked may put data into the record of another person.',
    rules: {
      'ins-id': {
        finding: 'PID-3 carries the INS "{actual}" (OID "{oid}") of a patient who is not qualified.',
        expected: 'Local identifiers only (type PI).',
        remedy:
          'Read the status of the identity before sending: if it is not "qualifiée", leave out the repetition of type INS.',
      },
      'ins-oid': {
        finding: 'This field holds the OID of the INS {oid}, but the identity is not qualified.',
        expected: 'No OID of an INS in the message, except in an MRG that takes a former INS away.',
        remedy: 'Take the INS out of every segment, also out of those that the software adds (Z…).',
      },
      mailbox: {
        finding: 'The patient, who is not qualified, is named by a matricule in PRT or PID-13.',
        expected: 'No matricule in PRT-5, and no address in patient.mssante.fr.',
        remedy: 'Do not make the mail address of the patient until the identity is qualified.',
      },
      matricule: {
        finding:
          'The patient, not qualified, is identified by the INS matricule "{actual}", under the authority {oid}.',
        expected: 'A local identifier that is not the matricule.',
        remedy: "Do not write the matricule, even under the organisation's OID, until the identity is qualified.",
      },
      validated: {
        finding: 'PID-32 is {actual}, a stronger status than the one that segur.yaml declares for the patient.',
        expected: 'PROV for a provisional or retrieved identity; VALI without INS for a validated one.',
        remedy:
          'Send in PID-32 the status of the identity when the message leaves, or mend the status declared in segur.yaml.',
      },
      'status-untold': {
        finding:
          'PID-32 is {actual}, without {expected}: the message does not tell the declared status of the patient.',
        expected: 'PROV for a provisional identity; VALI without INS for a validated one.',
        remedy:
          'Send in PID-32 the status of the identity when the message leaves, or mend the status declared in segur.yaml.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
