import type { CheckTexts } from '../../check-texts.js';

const OTHER = '{other}, line {other-line}, {other-path}';

const refused = {
  finding:
    'The message received ({other}, line {other-line}) is answered with "{actual}": the software did not accept it.',
  expected: 'MSA-1 is AA (or CA for an acknowledgement of transport).',
  remedy:
    'Read the ERR segment of the acknowledgement and mend how the message is taken in; then run the exchange again and add the new acknowledgement.',
};

const lost = {
  finding: `This message leaves without the INS, though the message received before gave this patient a qualified one: ${OTHER}.`,
  expected: 'PID-3 carries the INS received: matricule, OID of the assigning authority, type INS.',
  remedy:
    "Store the INS of the message received with the patient's identity, and put it in PID-3 of the messages sent.",
};

const changed = {
  finding: `This message carries the INS {actual}, which is not the one that the message received before gave this patient: ${OTHER}.`,
  expected: 'PID-3 carries the same INS as the message received, character for character.',
  remedy:
    'Take the matricule and the OID of the message received as they are; check that two patients were not taken for one another.',
};

export const insFeed = {
  'ins/feed-creation': {
    title: 'Identity feed: qualified INS received and kept',
    what: 'Each message received that creates or updates an identity with an INS and PID-32 at VALI (A28, A31, A01, A04, A05) is acknowledged, and the messages sent later about this patient carry the same INS, with VALI.',
    why: 'Software that follows the identity feed of its domain must store the INS of qualified identities: what it sends shows what it stored.',
    rules: {
      refused,
      'ins-lost': lost,
      'ins-changed': changed,
      'status-lost': {
        finding: `This message carries the INS, but PID-32 is "{actual}"; the message received before said VALI: ${OTHER}.`,
        expected: 'PID-32 is VALI as long as the identity is qualified.',
        remedy: 'Store the status of the identity with its INS, and write it in PID-32 of the messages sent.',
      },
    },
  },
  'ins/feed-unqualified': {
    title: 'Identity feed: INS that is not qualified left aside',
    what: 'Each message received with an INS but without VALI in PID-32 is acknowledged, and no message sent later about this patient carries that INS.',
    why: 'An INS is accepted with the status VALI only: without it the software stores the identity and its traits, never the matricule nor its OID.',
    rules: {
      refused,
      'ins-kept': {
        finding: `This message carries the INS {actual}, which was received without the status VALI: ${OTHER}.`,
        expected:
          'The patient is identified by local identifiers and traits, without an INS matricule or an OID of the INS.',
        remedy: 'On reception, read the INS of PID-3 only if PID-32 holds VALI.',
      },
    },
  },
  'ins/feed-deletion': {
    title: 'Identity feed: INS withdrawn',
    what: 'Each message that withdraws the INS of a patient (A47 whose MRG-1 holds the INS, A31 that no longer has it) is acknowledged, and the messages sent later no longer have that INS.',
    why: 'An INS that the domain withdraws was wrong or is no longer certain: to send it again would put data in the record of someone else.',
    rules: {
      refused,
      'ins-kept': {
        finding: `This message still carries the INS {actual}, which the message received before had withdrawn: ${OTHER}.`,
        expected: 'After the withdrawal PID-3 carries the local identifiers of the patient only.',
        remedy:
          'Process the A47: find the INS of MRG-1, clear it from the identity with its OID, and keep the patient and the other identifiers.',
      },
    },
  },
  'ins/strict-trait-change': {
    title: 'Strict trait changed: INS withdrawn, status lowered, change sent out',
    what: 'Between two messages sent one after the other about a patient, when a strict trait changes: the second is an A31 without the INS, PID-32 is lowered, and the INS of a qualified identity is withdrawn by an A47.',
    why: 'An INS holds for given traits: when they change it is no longer certain. The software clears it, lowers the status (retrieved → provisional, qualified → validated) and tells those who had received it.',
    rules: {
      event: {
        finding: `A strict trait changes ({trait}) from the message before (${OTHER}), but this message is {actual} and not A31.`,
        expected: 'The change is sent out by an ADT^A31 (or by the A47 that withdraws the INS).',
        remedy: 'Send an ADT^A31 as soon as the trait is saved, before any other message about this patient.',
      },
      'ins-kept': {
        finding: `A strict trait changes ({trait}) from the message before (${OTHER}), but this message still carries an INS: {actual}.`,
        expected: 'The message that sends the change out carries neither an INS matricule nor an OID of the INS.',
        remedy:
          'Clear the matricule and the OID when a strict trait is changed; they come back after a new call of INSi.',
      },
      status: {
        finding: `A strict trait changes ({trait}) from the message before (${OTHER}), but PID-32 is "{actual}": the status expected is {status}.`,
        expected:
          'A qualified or validated identity becomes validated (VALI, without INS); a retrieved or provisional identity becomes provisional (PROV).',
        remedy: 'Work out the status when the trait is saved, then write it in PID-32.',
      },
      removal: {
        finding: `No A47 withdraws the INS after the change of a strict trait ({trait}) in ${OTHER}; MRG-1 of this A47 does not hold it.`,
        expected: 'MRG-1 of the A47 holds the INS withdrawn: matricule, OID and type INS.',
        remedy: 'Put in MRG-1 of the A47 the INS identifier that the identity had before the change.',
      },
    },
  },
  'ins/used-name-change': {
    title: 'Used name changed: INS and status kept, change sent out',
    what: 'Between two messages sent one after the other about a patient, when the used name or given name alone changes: the second is an A31, with the same PID-32 and the same INS.',
    why: 'The used name and given name are not strict traits: their change is sent out, but it takes away neither the INS nor the status.',
    rules: {
      event: {
        finding: `The used name changes from the message before (${OTHER}), but this message is {actual} and not A31.`,
        expected: 'The change is sent out by an ADT^A31.',
        remedy: 'Send an ADT^A31 as soon as the used name is saved, before any other message about this patient.',
      },
      'ins-lost': {
        finding: `The used name alone changes from the message before (${OTHER}), but PID-3 no longer carries the same INS.`,
        expected: 'PID-3 still carries the INS of the message before.',
        remedy: 'Withdraw the INS only when a strict trait is changed.',
      },
      status: {
        finding: `The used name alone changes from the message before (${OTHER}), but PID-32 goes from "{before}" to "{actual}".`,
        expected: 'PID-32 keeps the value of the message before.',
        remedy: 'Lower the status only when a strict trait is changed.',
      },
    },
  },
  'ins/message-reception': {
    title: 'HL7 v2 message received with a qualified INS',
    what: 'Each message received with an INS and PID-32 at VALI, of whatever type (ORM, SIU, ORU, ADT…), is acknowledged, and what is passed on later about this patient carries the same INS in PID-3.',
    why: 'The INS received must be kept as it is: a message acknowledged, then passed on without it or with another, cuts the patient from the record.',
    rules: { refused, 'ins-lost': lost, 'ins-changed': changed },
  },
  'ins/qualified-message': {
    title: 'HL7 v2 message sent about a qualified patient: the INS is in PID-3',
    what: 'Each message sent about a patient declared as qualified carries the INS among the identifiers of PID-3.',
    why: 'The software that receives it files by the PID segment: without the INS, the qualified identity of the patient stops at the first exchange.',
    rules: {
      'no-ins': {
        finding: 'The patient is declared as qualified, but PID-3 carries no INS: it is "{actual}".',
        expected:
          'A repetition of PID-3 like <matricule>^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO^INS (OID .9 for a NIA, .10 for tests).',
        remedy:
          'Add the INS to the identifiers of PID-3 in every message sent, whatever its type; if the identity is not qualified any more, mend its status under patients in segur.yaml.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
