import { decodeEncodedWords } from '../../artifacts/mail/encoded-words.js';
import { headersNamed, leaves, type MailContent, type MailHeader } from '../../artifacts/mail/mail.js';
import type { Person } from '../../artifacts/people/person.js';
import { addressesOf, mailboxesOf, tellsMatricule } from '../../identity/addresses.js';
import { hideMatricules } from '../hide-forms.js';
import { birthDatesIn, personOfText, runsIn } from './people-of-text.js';

const ADDRESS_FIELDS = [
  'from',
  'to',
  'cc',
  'bcc',
  'reply-to',
  'sender',
  'return-path',
  'delivered-to',
  'disposition-notification-to',
  'return-receipt-to',
];

/** The citizens that write or are written to, and the patients of the subject, of the attached files and of the fields of MSSanté. */
export function peopleOfMail(content: MailContent): Person[] {
  const fields = ADDRESS_FIELDS.flatMap((name) => headersNamed(content, name));
  const mailboxes = fields
    .flatMap(({ raw }) => addressesOf(raw))
    .filter(tellsMatricule)
    .map((address) => ({ ins: [address.split('@')[0] ?? ''] }));
  const marks = headersNamed(content, 'x-mss-ins').map(({ value }) => value);
  return [
    ...mailboxes,
    ...fields.flatMap(({ raw }) => displayNames(raw)),
    // It says yes or no; some write the matricule, or who has it.
    ...marks.filter((value) => /\d{6}/.test(value)).map((value) => ({ ins: [value.split('^')[0]?.trim() ?? ''] })),
    ...[...marks, ...withoutAddress(fields), ...reportTexts(content)].map(personOfText),
    ...headersNamed(content, 'subject').map((header) => personOfSubject(header.value)),
    ...leaves(content).flatMap(({ fileName = '' }) =>
      [personOfFileName(fileName) ?? [], personOfText(fileName)].flat(),
    ),
  ];
}

function withoutAddress(fields: readonly MailHeader[]): string[] {
  return fields.flatMap(({ value }) => (value.includes('@') ? [] : value));
}

/** What a receipt writes in the place of a code, and of what was done with the mail. */
function reportTexts({ reports }: MailContent): string[] {
  return reports.flatMap((report) => {
    if (report.kind !== 'disposition-notification') return [];
    const { disposition, errors } = report;
    const untyped = disposition && disposition.type === undefined ? [disposition.text] : [];
    return [...untyped, ...errors.flatMap(({ code, text }) => (/^\d{3}$/.test(code ?? '') ? [] : text))];
  });
}

/** `"Zoé LÉVÊQUE" <285076311399048@patient.mssante.fr>`, or before a private mailbox: nothing tells the name from the first name. */
function displayNames(raw: string): Person[] {
  return mailboxesOf(raw).flatMap(({ name: written, address }) => {
    const name = decodeEncodedWords(written).trim();
    if (name === '' || name.length > 200 || hideMatricules(address) === address) return [];
    const words = name.split(/[\s_]+/).filter((each) => each.length >= 3);
    const ins = tellsMatricule(address) ? [address.split('@')[0] ?? ''] : [];
    return [{ ins, names: [name, ...words] }];
  });
}

/** The patient that a subject names, whoever the documents are about: `XDM/1.0/DDM+<label> <NAME> <first name> <date>` (ECO.2.1.3). */
export function personOfSubject(subject: string): Person {
  const text = subject.trimEnd();
  const [date = ''] = birthDatesIn(text).filter((each) => text.endsWith(each));
  if (date === '' && !/^XDM\//i.test(subject)) return personOfText(subject);
  const words = text
    .slice(0, text.length - date.length)
    .trimEnd()
    .split(/\s+/);
  const given = words.at(-1) ?? '';
  // The name is the run of capitals before the first name; without one, the word before.
  const name: string[] = [];
  for (const word of words.slice(1, -1).toReversed()) {
    if (name.length > 0 && word !== word.toUpperCase()) break;
    name.unshift(word);
  }
  // Elsewhere, in a subject that has not this form; its label starts by a capital.
  const others = runsIn(text.replace(/^.*?\+\s*\p{L}+/u, ''));
  return { names: [name.join(' '), ...name, ...others], givens: [given], birthDates: [date, ...birthDatesIn(text)] };
}

/** The patient that the name of a PDF copy tells: `<date>_<type>_<NAME>_<first name>[_<number>].pdf` (ECO.2.1.6). */
export function personOfFileName(path: string): Person | undefined {
  const parts = /(?:^|\/)\d{8}_[^_]*_([^_/]+)_([^_/.]+)(?:_[^_/]*)?\.pdf$/i.exec(path);
  return parts ? { names: [parts[1] ?? ''], givens: [parts[2] ?? ''] } : undefined;
}
