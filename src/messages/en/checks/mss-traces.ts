import type { CheckTexts } from '../../check-texts.js';

const columns =
  'Fill the column in on every row, failures included; if it has another name, mend columns in segur.yaml.';

export const mssTraces = {
  'mss/trace-fields': {
    title: 'What each row of an MSSanté functional trace tells',
    what: "Each row on an MSSanté mailbox gives the authenticated author's identifier, the workstation's time, the kind of action, the request made to the server and its answer, failures included.",
    why: 'A row without author or answer tells neither who sent or deleted a message nor whether it worked.',
    rules: {
      actor: {
        finding: 'Rows that do not tell who acted: {count} of {rows}; this is the first.',
        expected:
          "The authenticated author's identifier on every row: RPPS number, national identifier or personal account.",
        remedy: `Take the identifier of the open session (Pro Santé Connect, card). ${columns}`,
      },
      instant: {
        finding: 'Rows without a time: {count} of {rows}; this is the first.',
        expected: "The workstation's local date and time on every row, such as 2026-03-02T10:30:04+01:00.",
        remedy: `Write the time at the moment of the action. ${columns}`,
      },
      action: {
        finding: 'Rows that do not tell what was done: {count} of {rows}; this is the first.',
        expected: 'The kind of action on every row: login, sending, reading, deletion…',
        remedy: columns,
      },
      request: {
        finding: 'Rows that do not tell what was asked of the mail server: {count} of {rows}; this is the first.',
        expected:
          'The request made to the MSSanté server on every row: SMTP sending, IMAP reading, moving or flagging.',
        remedy: columns,
      },
      response: {
        finding: 'Rows that do not tell what the server answered: {count} of {rows}; this is the first.',
        expected:
          "The server's answer on every row, also when it refuses or does not answer: 250 accepted, 550 refused, timeout.",
        remedy: columns,
      },
      'generic-actor': {
        finding: 'Rows whose author is a generic account, "{actual}": {count}; this is the first.',
        expected: 'The identifier of an authenticated person; a shared account does not tell who acted.',
        remedy:
          'Write the identifier of the user who is logged in, and for an automatic sending that of the applicative mailbox or of the certificate that authenticates.',
      },
      mailbox: {
        finding: 'Rows that do not tell which MSSanté mailbox they are about: {count}; this is the first.',
        expected: "The mailbox's address on every row: traces are kept for each mailbox.",
        remedy: "Add a column with the mailbox's address, and declare it in segur.yaml (columns: { mailbox: … }).",
      },
      order: {
        finding: 'Rows where the time goes back by an hour or more: {count}; this is the first.',
        expected: 'Rows in the order of time, or in the reverse order.',
        remedy: "Check the workstations' clocks and the offset written, or sort the extract by date.",
      },
    },
  },
  'mss/trace-operations': {
    title: 'The operations that MSSanté traces show',
    what: 'The traces of the dossier together show at least one sending and one deletion, one reading, and one answer that is a failure. Actions are known by their words, in French or in English.',
    why: 'The ANS wants at least sendings and deletions to be traced, and failures: they are what one looks for when a message did not arrive or is gone.',
    rules: {
      sending: {
        finding: 'No row of the traces is a sending (files: {files}; rows: {rows}).',
        expected: 'At least one row whose action is a sending (send, reply, forward, envoi…).',
        remedy:
          'Trace every sending and give an extract that shows one; if the action column is not the right one, mend columns in segur.yaml.',
      },
      deletion: {
        finding: 'No row of the traces is a deletion (files: {files}; rows: {rows}).',
        expected: 'At least one row whose action is a deletion (delete, trash, suppression…).',
        remedy:
          'Trace every deletion of a message and give an extract that shows one: sending and deletion are the least that the ANS wants.',
      },
      reading: {
        finding: 'No row of the traces is a reading (files: {files}; rows: {rows}).',
        expected: 'A row whose action is a reading (read, open, consultation…): all operations are traced.',
        remedy: 'Trace the opening of messages, or give an extract that shows one.',
      },
      failure: {
        finding: 'No row of the traces shows an answer that is a failure (rows: {rows}).',
        expected: 'At least one failed answer of the server (550, NO, timeout…): failures must be traced too.',
        remedy: 'Cause a refusal (unknown address, closed mailbox, network cut) and give the extract that shows it.',
      },
      words: {
        finding: 'No action of the trace is understood: its words tell no sending, no reading and no deletion.',
        expected: 'A column with the action in plain words (send, read, delete…), in French or in English.',
        remedy:
          "Declare the right column in segur.yaml (columns: { action: … }), or export the action's label rather than its code.",
      },
    },
  },
  'mss/trace-content': {
    title: 'An MSSanté trace holds nothing of the messages',
    what: 'The rows on MSSanté mailboxes are searched for what comes from a message: text, attachments, documents, a subject that names the patient, access tokens. Nothing of what is found is copied to the report.',
    why: 'Administrators read traces, which are kept for months: the content of messages has no place there, and a token opens the mailbox.',
    rules: {
      body: {
        finding: 'Rows that hold the text of a message (column {column}): {count}; this is the first.',
        expected: 'No content of messages in a trace.',
        remedy: "Trace the action and the message's identifier (Message-ID), never its text nor its source.",
      },
      document: {
        finding: 'Rows that hold a document or an attachment (column {column}): {count}; this is the first.',
        expected: 'No content of messages in a trace: no CDA, no PDF, no archive, not even in base64.',
        remedy: 'Trace the number and kind of the attachments, or their hash, never their bytes.',
      },
      encoded: {
        finding:
          'Rows that hold a long block in base64, perhaps content of a message (column {column}): {count}; this is the first.',
        expected: 'No content of messages in a trace, even encoded.',
        remedy: 'Take the block out of the trace, or put a hash instead.',
      },
      token: {
        finding: 'Rows that hold an access token or a password (column {column}): {count}; this is the first.',
        expected: 'No secret in a trace: the Pro Santé Connect token is never stored on the workstation.',
        remedy: 'Hide the value of tokens (Authorization, XOAUTH2) and passwords before the row is written.',
      },
      subject: {
        finding:
          'Rows that hold the subject of a message, which names the patient (column {column}): {count}; this is the first.',
        expected: "The message's identifier (Message-ID) rather than its subject.",
        remedy: 'Do not trace the subject of messages, or cut it after XDM/1.0/DDM+.',
      },
      dialogue: {
        finding: 'The trace copies the dialogue with the server: {commands}.',
        expected:
          'The actions that matter on the mailbox, a row each: the whole IMAP or SMTP dialogue is not asked for.',
        remedy: "Give the software's functional trace; keep the dialogue for the proof on the protocol.",
      },
    },
  },
  'mss/trace-and-mail': {
    title: 'The traces and the mails of the dossier agree',
    what: 'Each mail of the dossier sent or received in the time that the traces of its mailbox cover is looked for there, by its Message-ID or by mailbox and time.',
    why: 'A mail sent without a trace, or traced at another time or on another mailbox, shows that not all operations are traced.',
    rules: {
      sending: {
        finding: 'This mail is not in {trace}, which yet covers its mailbox and its date.',
        expected: 'A row of sending with its Message-ID, or with its mailbox within ten minutes.',
        remedy: 'Trace every sending, or give the whole trace of that time if the extract was cut.',
      },
      reception: {
        finding:
          'This mail that was received is not in {trace}, which yet covers its date and names the messages received.',
        expected: 'A row of reception with its Message-ID.',
        remedy: 'Trace every reception, or give the whole trace of that time if the extract was cut.',
      },
      time: {
        finding: 'The sending of {mail} is traced more than ten minutes away from the date of the mail.',
        expected: "The workstation's local time at the sending, with its offset (such as +01:00) if it is written.",
        remedy: "Check the trace's time zone: a UTC time written without offset looks early or late.",
      },
      mailbox: {
        finding: "The sending of {mail} is traced on another mailbox than the sender's: {actual}.",
        expected: '{from}, the mailbox of the From field.',
        remedy: 'Write in the trace the mailbox from which the mail leaves.',
      },
    },
  },
  'mss/trace-reception': {
    title: 'The history of a message received, from reception to treatment',
    what: 'For each message received that the traces name, the reception comes first, then the integration, the replacement or the deletion.',
    why: 'One must be able to tell what became of a document received: integrated in which record, replaced, deleted, and by whom.',
    rules: {
      'no-treatment': {
        finding: 'The traces show receptions ({count}) but no treatment: no integration, replacement nor deletion.',
        expected: 'The history of at least one document received, up to its treatment.',
        remedy: 'Trace what is done with documents received too, or give an extract that goes so far.',
      },
      'no-reception': {
        finding: 'The message treated here has no row of reception in the traces.',
        expected: "A row of reception with the same message's identifier, before the treatment.",
        remedy:
          'Keep the same identifier (Message-ID) on every row about a message, or give the trace from its reception on.',
      },
      'before-reception': {
        finding: 'The treatment of the message is dated before its reception (line {line}).',
        expected: 'The reception, then the treatment.',
        remedy: 'Check the clocks of the workstations and of the server that collects the mail.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
