import type { CheckTexts } from '../../check-texts.js';

export const dmpTraces = {
  'dmp/acting-user': {
    title: 'National number of the user in the calls of the DMP',
    what: 'The VIHF (the SAML assertion that goes with each call) names the user (NameID) by an RPPS or ADELI number, and two users give two numbers.',
    why: 'The DMP traces each access under this number and shows it to the patient: with a generic or fixed one, what one user did is told of another.',
    rules: {
      form: {
        finding: 'NameID is “{actual}”, which is neither an RPPS nor an ADELI number.',
        expected: '8 and the 11 digits of the RPPS number, or 0 and the 9 characters of the ADELI number.',
        remedy: 'Write in Subject/NameID the national identifier read from the card or given by Pro Santé Connect.',
      },
      generic: {
        finding: 'NameID is “{actual}”, a number that the RPPS gives to nobody.',
        expected: 'The number of the user who is logged in.',
        remedy: 'Replace the constant by the national identifier of the account that is logged in.',
      },
      varies: {
        finding: 'The calls of user {number} carry “{actual}” here and “{other}” in {file}.',
        expected: 'One number for all the calls of a user.',
        remedy:
          'Take the number of the account that is logged in for each call, or mend user under artifacts in segur.yaml.',
      },
      same: {
        finding: 'User 2 calls under the number of user 1, “{actual}” (see {file}).',
        expected: 'Two different numbers for two users.',
        remedy: 'Do not use the VIHF of the session before again: make it when each user logs in.',
      },
    },
  },
  'dmp/no-authorization-to-feed': {
    title: 'Feeding or deleting without asking for access to the DMP',
    what: 'No request for an authorisation of access (TD0.3, AJOUT) is sent in order to file (TD2.1) or to delete (TD3.3c) a document.',
    why: 'Feeding needs no permission to read: setting one on the way would open the DMP of a patient who was asked nothing.',
    rules: {
      asked: {
        finding:
          'An authorisation of access is asked for here (TD0.3), and the transaction that follows is {call} ({file}).',
        expected: 'No TD0.3 before a feed or a deletion.',
        remedy: 'Call TD0.3 only when the user reads the DMP; send {call} without it.',
      },
    },
  },
  'dmp/entry-history': {
    title: 'Successive changes of a document of the DMP',
    what: 'A document of the DMP that is replaced, masked, archived or deleted was not deleted before, and the status that the change starts from is the one that the change before gave it.',
    why: 'The DMP refuses to change what is no longer there, or what has not the announced status: the software lost track of what it did.',
    rules: {
      'after-deletion': {
        finding:
          'This document was deleted from the DMP before ({otherPath}, line {otherLine}), and it is changed here.',
        expected: 'No replacement, mask, archiving or deletion after TD3.3c.',
        remedy:
          'Keep the deletion in the software, and send a new document (TD2.1) when it is to be shared again; when the order read here is not the right one, declare order under artifacts in segur.yaml.',
      },
      'original-status': {
        finding:
          'OriginalStatus is "{actual}", and a change before had given another status ({otherPath}, line {otherLine}).',
        expected: '{expected}.',
        remedy: 'Write in OriginalStatus the present status of the document, read by a search (TD3.1) just before.',
      },
    },
  },
  'dmp/access-checked-first': {
    title: 'Right of access checked before reading',
    what: 'A search (TD3.1) or a reading (TD3.2) comes after a test of existence of the DMP (TD0.2) or the list of authorised DMPs (TD0.4), of the same user for the same patient, to which the DMP answered that access is open.',
    why: 'Without this check, the software lets users try to read the DMP of patients who did not allow it.',
    rules: {
      after: {
        finding: '{call} is sent before the check of the right of access: {check} comes only afterwards ({file}).',
        expected: 'TD0.2 or TD0.4, its answer, then the reading.',
        remedy:
          'Wait for the answer of the check before {call}; if the order read here is not the right one, declare order under artifacts in segur.yaml.',
      },
      'not-checked': {
        finding:
          '{call} is sent without a check of the right of access for this patient and user, while the capture shows other checks.',
        expected: 'TD0.2 or TD0.4 for the same patient and the same user, then the reading.',
        remedy: 'Check the right of access whenever the patient or the user changes, and keep nobody else’s.',
      },
      denied: {
        finding: '{call} is sent while the last check ({check}, {file}) does not open access.',
        expected: 'An open access: AUTORISATION is VALIDE, or a TD0.3 that succeeded opened it since.',
        remedy: 'Read the answer of the check and do not offer to read when it does not allow it.',
      },
    },
  },
  'dmp/automatic-authorization': {
    title: 'Authorisation of access set automatically',
    what: 'When the test of existence of the DMP (TD0.2) answers that the user has no authorisation, the software adds it (TD0.3) in the user’s name before reading, unless the patient is opposed.',
    why: 'Without it, the professional can’t open the DMP of a patient who is not opposed.',
    rules: {
      'not-set': {
        finding: '{call} is sent while TD0.2 ({file}) answered without authorisation and no TD0.3 followed.',
        expected: 'TD0.2 without authorisation, TD0.3 AJOUT that succeeds, then the reading.',
        remedy: 'Send TD0.3 once the user confirmed, before anything is read.',
      },
      'other-user': {
        finding: 'TD0.3 is sent in the name of “{actual}”; the user of the TD0.2 ({file}) is “{user}”.',
        expected: 'The same NameID in both VIHF: the user who is logged in.',
        remedy: 'Make the VIHF of TD0.3 with the identity of the user, not that of a technical account.',
      },
      action: {
        finding: 'TD0.3 asks for “{actual}” while the authorisation that is missing is to be added.',
        expected: 'AJOUT.',
        remedy: 'Write AJOUT in setAuthorization/action.',
      },
      refused: {
        finding: 'The DMP did not set the authorisation: it answers “{actual}”.',
        expected: 'DMPOk.',
        remedy: 'Deal with the error given, then do the demonstration again with a patient who is not opposed.',
      },
      opposed: {
        finding: 'TD0.3 is sent while TD0.2 ({file}) answered “{actual}”: the patient seems to be opposed.',
        expected: 'No TD0.3 when the patient is opposed to access.',
        remedy: 'Look up this code in the integration guide of the DMP; if it is a refusal, ask for nothing.',
      },
    },
  },
  'dmp/multi-criteria-search': {
    title: 'Search of the DMP by several criteria',
    what: 'One search TD3.1 at least combines two criteria on XDS metadata, beside the patient and the status, and the DMP answers it.',
    why: 'Sorting a list already received does not find what the list lacks: the query must carry the criteria.',
    rules: {
      'one-criterion': {
        finding: 'No search given combines two criteria; this one filters on {actual} only.',
        expected:
          'Two parameters at least among $XDSDocumentEntryTypeCode, …ClassCode, …ServiceStartTimeFrom, …PracticeSettingCode…',
        remedy: 'Send in the query each criterion that the user filled in. Both ends of a period count for one.',
      },
      failed: {
        finding: 'The search by several criteria failed: “{actual}”.',
        expected: 'An answer that says Success.',
        remedy: 'Mend the values of the criteria (codes followed by ^^ and their OID, dates in UTC).',
      },
    },
  },
  'dmp/psc-user': {
    title: 'Identity of Pro Santé Connect in the calls of the DMP',
    what: 'A call of the DMP made under Pro Santé Connect carries, as NameID of the VIHF, the identity of the session, and the token with it is that user’s and has not expired.',
    why: 'The DMP must know who acts: the identity that Pro Santé Connect verified, not that of another means left open.',
    rules: {
      'connected-user': {
        finding: 'The VIHF names “{actual}”; the user logged in to Pro Santé Connect is “{connected}”.',
        expected: 'The SubjectNameID of the session.',
        remedy: 'Make the VIHF with SubjectNameID, as userinfo gives it.',
      },
      'token-user': {
        finding: 'The VIHF names “{actual}”; the token sent with the call is that of “{token}”.',
        expected: 'The same user in the VIHF and in the token.',
        remedy: 'Take the token and the identity from the same session.',
      },
      'token-expired': {
        finding: 'The token sent expired on {expires}, before the call ({actual}).',
        expected: 'A token that is valid at the time of the call.',
        remedy: 'Refresh the access token before calling the DMP.',
      },
    },
  },
  'dmp/legal-entity-author': {
    title: 'A legal entity among the authors of an old document',
    what: 'When a historical sending names a legal entity, it is an author of the submission set and of the document, beside the first author, with its kind in brackets for a given name.',
    why: 'An author who left the RPPS can no longer read the document: the organisation must be able to, even if it is masked.',
    rules: {
      'submission-set': {
        finding: 'The legal entity is not among the authors of the submission set.',
        expected: 'One more author in the RegistryPackage, whose authorPerson names the legal entity.',
        remedy: 'Repeat in the set the author classification that the document has.',
      },
      entry: {
        finding: 'The legal entity is not among the authors of the document.',
        expected: 'One more author in the ExtrinsicObject, whose authorPerson names the legal entity.',
        remedy: 'Repeat in the document the author classification that the set has.',
      },
      replaced: {
        finding: 'The legal entity took the place of the first author, who is no longer named.',
        expected: 'The first author, then the legal entity.',
        remedy: 'Add an author classification for the legal entity without removing that of the author.',
      },
      kind: {
        finding: 'The kind of the legal entity, in place of the given name, is “{actual}”.',
        expected: '(structure de soins), (service) or (unité fonctionnelle).',
        remedy: 'Write one of these three kinds, brackets included, as the third component of authorPerson.',
      },
    },
  },
  'dmp/secret-connection': {
    title: 'Secret connection to the DMP',
    what: 'The VIHF of a secret connection says so by INVISIBLE_REPRESENTANTS_LEGAUX, and the document sent is hidden from the legal representatives.',
    why: 'The act of a minor who wants secrecy must show neither in the document nor in the trace of the access.',
    rules: {
      value: {
        finding: 'The attribute confidentiality-code of the VIHF is “{actual}”.',
        expected: 'INVISIBLE_REPRESENTANTS_LEGAUX^1.2.250.1.213.1.1.4.13 (JDV_J64), or no attribute.',
        remedy: 'Write this value for a secret connection, and leave the attribute out otherwise.',
      },
      visible: {
        finding:
          'The connection is secret, but the legal representatives can see the document: confidentialityCode is {actual}.',
        expected: 'INVISIBLE_REPRESENTANTS_LEGAUX among the confidentialityCode of the document.',
        remedy: 'Add this code to the document, or open no secret connection for it.',
      },
    },
  },
  'cda/partial-then-complete': {
    title: 'Partial report replaced by its complete version',
    what: 'A partial report of biology (lab:statusCode active) is followed by its complete version (completed), which replaces it: same setId, higher version, relatedDocument RPLC.',
    why: 'Without this link the DMP keeps two reports of the same examination, one of them incomplete.',
    rules: {
      'not-replaced': {
        finding: 'This complete version does not replace the partial report {file}.',
        expected: 'relatedDocument typeCode="RPLC" whose parentDocument/id is {id}.',
        remedy: 'Write in parentDocument/id the identifier of the partial report.',
      },
      status: {
        finding: 'The version that replaces {file} has the status “{actual}”.',
        expected: 'lab:statusCode code="completed".',
        remedy: 'Set the status to completed once all the results are validated.',
      },
      'set-id': {
        finding: 'setId is “{actual}”; that of the partial report {file} is “{set}”.',
        expected: 'The same setId for all the versions.',
        remedy: 'Keep the setId of the first version.',
      },
      version: {
        finding: 'versionNumber is {actual}; that of the partial report {file} is {version}.',
        expected: 'A higher version number.',
        remedy: 'Add 1 to versionNumber for each version.',
      },
    },
  },
  'cda/stylesheet-sections': {
    title: 'Style sheet: added sections too',
    what: 'The style sheet that comes with a structured document does not keep sections by a list of templates or codes that lacks a section of the document. It is read, not run.',
    why: 'A section added beyond the content profile and not shown is information that the reader believes not to exist.',
    rules: {
      'left-out': {
        finding:
          'Section “{actual}” is none of those that the style sheet names (line {line}): it does not seem to be shown.',
        expected: 'A selection of all the sections, whatever their template or code.',
        remedy:
          'Go through component/section without a predicate, keep conditions for layout; then look at the screen.',
      },
    },
  },
  'cda/stylesheet-safety': {
    title: 'Style sheet without active content',
    what: 'The style sheet that comes with the document holds no script, no event handler, no call of other files, no extension.',
    why: 'A careful receiver refuses a style sheet that is a risk, and shows the document with its own.',
    rules: {
      script: {
        finding: 'The style sheet makes an element {actual}.',
        expected: 'A layout without script.',
        remedy: 'Remove the scripts; fold or sort with HTML and CSS alone, or do without.',
      },
      event: {
        finding: 'The style sheet makes an attribute {actual}, which runs a script.',
        expected: 'No event attribute.',
        remedy: 'Remove this attribute.',
      },
      javascript: {
        finding: 'The style sheet makes an address {actual}',
        expected: 'Links inside (#anchor) or https.',
        remedy: 'Replace this link by an anchor of the document, or remove it.',
      },
      document: {
        finding: 'The style sheet opens another file by {actual}, which the receiver does not have or will not read.',
        expected: 'A style sheet that needs nothing else.',
        remedy: 'Copy into the style sheet the labels that it needs.',
      },
      import: {
        finding: 'The style sheet includes another: “{actual}”.',
        expected: 'A style sheet that needs nothing else.',
        remedy: 'Copy its templates in place of xsl:import or xsl:include.',
      },
      extension: {
        finding: 'The style sheet holds an extension that runs code, the element {actual}.',
        expected: 'XSLT 1.0 without script extension.',
        remedy: 'Write in XSLT what it does, or do without.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
