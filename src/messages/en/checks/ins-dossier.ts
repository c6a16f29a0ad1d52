import type { CheckTexts, RuleTexts } from '../../check-texts.js';

function differs(what: string, expected: string): RuleTexts {
  return {
    finding: `${what} is "{actual}"; for the same patient another place has "{other}": {where}. Difference: {difference}.`,
    expected,
    remedy: `Find out which of the two values (--unmask shows them) is the identity's: the answer of INSi, else the patient base; then feed every export from that one identity. If these are two patients, or the identity before and after a correction, declare both under patients in segur.yaml, and each file with patient: under artifacts.`,
  };
}

/** Texts of the checks of the dossier as a whole. */
export const insDossier = {
  'ins/one-identity': {
    title: 'One identity for each patient in the whole dossier',
    what: 'For each patient, the identity declared in segur.yaml or, failing that, the one that most artifacts tell is compared with every place where it appears: matricule, OID and traits. The artifacts of one patient are those that segur.yaml gives it (patient:), else those that an archive, a mail thread or the id of a document links.',
    why: `The recipient files a document by the identity that it reads there: one trait that changes from one artifact to another gets the document refused, or filed in somebody else's record.`,
    rules: {
      matricule: differs('The INS matricule', 'The same matricule in every artifact of the patient.'),
      oid: differs(
        'The OID of the matricule',
        'The matricule under the same OID everywhere: .8 for a NIR, .9 for a NIA, .10 in test, .11 in demonstration.',
      ),
      'birth-name': differs(
        'The birth name',
        'The same birth name everywhere; case, diacritics, hyphen, apostrophe and space do not count.',
      ),
      'first-given': differs(
        'The first birth given name',
        'The same first given name everywhere, which starts the list of given names.',
      ),
      'given-list': differs('The list of birth given names', 'The same given names in the same order everywhere.'),
      sex: differs('The sex', 'The same sex in every artifact of the patient.'),
      'birth-date': differs(
        'The birth date',
        'The same date everywhere; an unknown day or month (00) is the same as the date corrected by the RNIV.',
      ),
      'birth-place': differs('The code of the place of birth', 'The same official geographic code (COG) everywhere.'),
      'used-name': differs('The used name', 'The same used name wherever it is given.'),
      'used-given': differs('The used given name', 'The same used given name wherever it is given.'),
      'another-person': {
        finding: `This identity is another person's: {count} traits differ from the patient's; the first, "{other}", stands in this other place: {where}.`,
        expected: 'The same person in all that is about a patient.',
        remedy: `Make sure that the right artifact was put in the dossier or attached. If it is another patient's, declare so with patient: under artifacts in segur.yaml.`,
      },
      'message-and-document': {
        finding: `The HL7 v2 message and the document that it carries are not about the same person: {count} traits differ; the first, "{other}", stands in this other place: {where}.`,
        expected: 'In PID the patient of the document that is carried.',
        remedy:
          'Make PID from the recordTarget of the document (or the reverse). Declaring the patient of the message with patient: under artifacts in segur.yaml makes it an error.',
      },
      unqualified: {
        finding: 'The matricule "{actual}" is sent for a patient whose identity is not declared as qualified.',
        expected: 'Neither matricule nor OID of an INS outside the software as long as the identity is not qualified.',
        remedy:
          'Take the matricule and its OID out of the export, or correct status under patients in segur.yaml if the identity is qualified.',
      },
    },
  },
  'ins/production-identity': {
    title: 'No real patient in a test dossier, no test patient in production',
    what: 'Looks, in a dossier whose environment is test, for INS matricules under a production OID (1.2.250.1.213.1.4.8 or .9), except those of patients that segur.yaml declares fictitious; and, in a dossier of production, for those under an OID of test or of demonstration (.10, .11).',
    why: 'A dossier is sent and archived: data of real patients have no place in it. Some official test data carry fictitious patients under these OIDs, hence the declaration.',
    rules: {
      production: {
        finding:
          'The matricule "{actual}" stands under the production OID {oid} in a test dossier: is it a real patient?',
        expected: 'Test patients, under the OIDs .10 (test) or .11 (demonstration).',
        remedy:
          'If the patient is real, take the file out of the dossier and export again with a test patient. If it is fictitious, declare it under patients in segur.yaml: { id: F, status: qualifiée, matricule: "…", fictitious: true }.',
      },
      denied: {
        finding:
          'The matricule "{actual}" stands under the production OID {oid} in a test dossier, which --deny-production-identities refuses.',
        expected: 'Test patients, under the OIDs .10 (test) or .11 (demonstration).',
        remedy:
          'If the patient is real, take the file out of the dossier and export again with a test patient. If it is fictitious, declare it under patients in segur.yaml: { id: F, status: qualifiée, matricule: "…", fictitious: true }.',
      },
      'test-identity': {
        finding:
          'The matricule "{actual}" stands under OID {oid}, of test or of demonstration, in a dossier of production.',
        expected: 'In production, an INS under the OIDs .8 (NIR) or .9 (NIA).',
        remedy:
          'Export again with the INS that INSi gives in production, or declare environment: test if the dossier is one of tests.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
