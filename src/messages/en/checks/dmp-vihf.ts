import type { dmpVihf as french } from '../../fr/checks/dmp-vihf.js';
import type { SameKeys } from '../../same-keys.js';

export const dmpVihf: SameKeys<typeof french> = {
  'dmp/vihf': {
    title: 'VIHF of a request to the DMP',
    what: 'The SAML assertion that goes with a request to the DMP (the VIHF) has every attribute that the DMP reads, in the form and with the values that it takes, by the mode of authentication.',
    why: 'The DMP decides rights by the VIHF and traces the access under its user: one attribute is missing or malformed, and every transaction is refused.',
    rules: {
      'no-assertion': {
        finding: 'The request to the DMP has no VIHF.',
        expected: 'A SAML 2.0 assertion in wsse:Security.',
        remedy: "Attach the user's VIHF to the security header.",
      },
      assertion: {
        finding: '{part} of the assertion is missing, empty or wrong.',
        expected: 'Version="2.0", ID, IssueInstant, Issuer and Subject/NameID.',
        remedy: 'Complete {part}.',
      },
      'issuer-format': {
        finding: 'Issuer has the Format "{actual}".',
        expected: 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName.',
        remedy: 'Write this format, and the distinguished name of the signing certificate in Issuer.',
      },
      audience: {
        finding: 'The assertion has an audience restriction (AudienceRestriction).',
        expected: 'No AudienceRestriction.',
        remedy: 'Take AudienceRestriction out of Conditions.',
      },
      instant: {
        finding: '{attribute} is "{actual}", which is not a date and time in UTC.',
        expected: 'YYYY-MM-DDThh:mm:ssZ.',
        remedy: 'Convert to UTC and end with Z.',
      },
      authentication: {
        finding: 'The assertion does not tell when and how the user was authenticated.',
        expected: 'AuthnStatement with AuthnInstant and AuthnContext/AuthnContextClassRef.',
        remedy: 'Write the time and the means of the local authentication.',
      },
      'context-class': {
        finding: 'AuthnContextClassRef is "{actual}", which is no class of SAML 2.0.',
        expected: 'For instance urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI, or …:unspecified.',
        remedy: "Write the class of SAML 2.0 that describes the user's authentication.",
      },
      mode: {
        finding: 'Authentification_Mode is "{actual}".',
        expected: 'DIRECTE, INDIRECTE or INDIRECTE_RENFORCEE.',
        remedy: 'Write one of these three modes.',
      },
      declaration: {
        finding: 'The mode is INDIRECTE_RENFORCEE and AuthnContext has no AuthnContextDecl.',
        expected: 'AuthnContextDecl beside AuthnContextClassRef.',
        remedy: "Add AuthnContextDecl, which tells the user's means of electronic identification.",
      },
      subject: {
        finding: "The mode is {actual} and the assertion does not tell the user's name (subject-id).",
        expected:
          'The attribute urn:oasis:names:tc:xspa:1.0:subject:subject-id, required but in direct authentication.',
        remedy: 'Add the name and first name of the user; for an automaton, the name and the model of the software.',
      },
      attribute: {
        finding: 'The attribute {attribute} is missing or empty.',
        expected: 'This attribute, with a value.',
        remedy: 'Add {attribute} to AttributeStatement.',
      },
      version: {
        finding: 'VIHF_Version is "{actual}".',
        expected: '4.0, or 3.0.',
        remedy: 'Make the VIHF by a version that the DMP takes, and write that version.',
      },
      resource: {
        finding: 'Ressource_URN is "{actual}" though the request goes to the DMP.',
        expected: 'urn:dmp',
        remedy: 'Write urn:dmp.',
      },
      user: {
        finding: 'NameID is "{actual}", which does not have the form of a national identifier of a professional.',
        expected: '8 then the RPPS, 0 then the ADELI, or the identifier of an organisation, / and an internal number.',
        remedy: 'Write the identifier read in the card, or given by Pro Santé Connect (SubjectNameID).',
      },
      structure: {
        finding:
          'Identifiant_Structure is "{actual}", which does not have the form of a national identifier of an organisation.',
        expected:
          '1 then the FINESS, 2 then the SIREN, 3 then the SIRET, 4 then the RPPS and the rank of the practice, 0 then the ADELI.',
        remedy: 'Check the first digit and the number of digits; a technical number of a card may stay.',
      },
      'sector-form': {
        finding: 'Secteur_Activite is "{actual}".',
        expected: 'SAxx^1.2.250.1.71.4.2.4.',
        remedy: 'Write the code of the sector, ^, and the OID of its code system.',
      },
      sector: {
        finding: 'The sector "{actual}" is not in {set}, in our copy of {version}.',
        expected: 'A code of {set}.',
        remedy: 'Mend the code; if it is newer than this copy, change nothing.',
      },
      'role-form': {
        finding: 'The role "{actual}" is not written as a code.',
        expected: 'An element Role in the namespace urn:hl7-org:v3, with code and codeSystem.',
        remedy: 'Write <Role xmlns="urn:hl7-org:v3" xsi:type="CE" code="…" codeSystem="…"/>.',
      },
      role: {
        finding: 'The profession "{actual}" of the system {system} is not in {set}, in our copy of {version}.',
        expected: 'A code of {set}, with the OID of its system.',
        remedy: 'Mend the code or its codeSystem; if it is newer than this copy, change nothing.',
      },
      'second-role': {
        finding: 'The actor of profession "{actual}" has no second value of the role.',
        expected:
          'For a physician the qualification, for a pharmacist the section, for an actor known by a role that role.',
        remedy: 'Add a second AttributeValue to the attribute subject:role.',
      },
      skill: {
        finding: 'The qualification "{actual}" is not in {set}, in our copy of {version}.',
        expected: 'A code of TRE_R01 (1.2.250.1.71.4.2.5) of {set}.',
        remedy: 'Mend the code; if it is newer than this copy, change nothing.',
      },
      'purpose-form': {
        finding: 'The mode of access "{actual}" (system "{system}") is not written as a code of the DMP.',
        expected: 'An element PurposeOfUse of urn:hl7-org:v3, codeSystem 1.2.250.1.213.1.1.4.248.',
        remedy:
          'Write <PurposeOfUse xmlns="urn:hl7-org:v3" xsi:type="CE" code="normal" codeSystem="1.2.250.1.213.1.1.4.248"/>.',
      },
      purpose: {
        finding: 'The mode of access is "{actual}".',
        expected: 'normal',
        remedy: 'Write normal, unless the user asked for another mode that the integration guide allows.',
      },
    },
  },
  'dmp/vihf-and-message': {
    title: 'VIHF and message: same user, same organisation, same moment',
    what: 'The user and the organisation of the VIHF are the author of the submission set that the message submits, and the VIHF was valid when the message left.',
    why: 'The DMP traces the access under the VIHF and shows the author of the submission set: when they differ, one of them is wrong.',
    rules: {
      author: {
        finding: 'The VIHF is that of "{actual}" and the submission set has the author "{expected}".',
        expected:
          'The same identifier in NameID and in the authorPerson of the submission set, but for a secretary or an automaton.',
        remedy: 'Write the acting professional in the authorPerson of the SubmissionSet.',
      },
      structure: {
        finding: 'The VIHF is that of the organisation "{actual}" and the submission set that of "{expected}".',
        expected: 'The same identifier in Identifiant_Structure and in the authorInstitution of the submission set.',
        remedy: 'Take both from the same place of work of the user.',
      },
      sector: {
        finding: 'The VIHF tells the sector "{actual}" and the document of that organisation "{expected}".',
        expected: 'The same code in Secteur_Activite and in healthcareFacilityTypeCode.',
        remedy: 'Take both from the same place of work.',
      },
      'issued-later': {
        finding: 'The VIHF is issued on {actual}, after the message left ({sent}).',
        expected: 'A VIHF issued before the message.',
        remedy: 'Check that both times are in UTC and that the VIHF attached is that of this message.',
      },
      'authenticated-later': {
        finding: 'The user is authenticated on {actual}, after the VIHF is issued ({issued}).',
        expected: 'AuthnInstant earlier than IssueInstant.',
        remedy: "Write the time of the user's authentication in AuthnInstant, in UTC.",
      },
      expired: {
        finding: 'The message leaves on {sent}, outside the validity of the VIHF (from {start} to {end}).',
        expected: 'A message sent between NotBefore and NotOnOrAfter.',
        remedy: 'Issue a new VIHF before sending.',
      },
      validity: {
        finding: 'The validity of the VIHF ends before it starts, or before it is issued.',
        expected: 'NotBefore before NotOnOrAfter, and IssueInstant before NotOnOrAfter.',
        remedy: 'Check how both bounds are computed, in UTC.',
      },
    },
  },
};
