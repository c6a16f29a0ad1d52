import { decodeEncodedWords } from '../../artifacts/mail/encoded-words.js';
import { headersNamed, type MailContent } from '../../artifacts/mail/mail.js';
import type { Person } from '../../artifacts/people/person.js';
import { addressesOf, mailboxesOf, tellsMatricule } from '../../identity/addresses.js';

const ADDRESS_FIELDS = ['from', 'to', 'cc', 'bcc', 'reply-to', 'sender', 'return-path', 'delivered-to'];

/** The citizens that write or are written to, and the patient of the subject and of the fields of MSSanté. */
export function peopleOfMail(content: MailContent): Person[] {
  const fields = ADDRESS_FIELDS.flatMap((name) => headersNamed(content, name));
  const mailboxes = fields
    .flatMap(({ raw }) => addressesOf(raw))
    .filter(tellsMatricule)
    .map((address) => ({ ins: [address.split('@')[0] ?? ''] }));
  return [
    ...mailboxes,
    ...fields.flatMap(({ raw }) => displayNames(raw)),
    // It says yes or no; some write the matricule.
    ...headersNamed(content, 'x-mss-ins')
      .filter(({ value }) => /\d{6}/.test(value))
      .map(({ value }) => ({ ins: [value.split('^')[0]?.trim() ?? ''] })),
    ...headersNamed(content, 'subject').map((header) => personOfSubject(header.value)),
  ];
}

/** `"Zoé LÉVÊQUE" <285076311399048@patient.mssante.fr>`: nothing tells the name from the first name. */
function displayNames(raw: string): Person[] {
  return mailboxesOf(raw).flatMap(({ name: written, address }) => {
    const name = decodeEncodedWords(written).trim();
    if (name === '' || name.length > 200 || !tellsMatricule(address)) return [];
    const words = name.split(/[\s_]+/).filter((each) => each.length >= 3);
    return [{ ins: [address.split('@')[0] ?? ''], names: [name, ...words] }];
  });
}

/** The patient that a subject names, whoever the documents are about: `XDM/1.0/DDM+<label> <NAME> <first name> <date>` (ECO.2.1.3). */
function personOfSubject(subject: string): Person {
  const text = subject.trimEnd();
  const date = /(?<=\s)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.exec(text)?.[0] ?? '';
  const birthDates = date === '' ? [] : [date];
  if (birthDates.length === 0 && !/^XDM\//i.test(subject)) return {};
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
  return { names: [name.join(' '), ...name], givens: [given], birthDates };
}

/** The patient that the name of a PDF copy tells: `<date>_<type>_<NAME>_<first name>[_<number>].pdf` (ECO.2.1.6). */
export function personOfFileName(path: string): Person | undefined {
  const parts = /(?:^|\/)\d{8}_[^_]*_([^_/]+)_([^_/.]+)(?:_[^_/]*)?\.pdf$/i.exec(path);
  return parts ? { names: [parts[1] ?? ''], givens: [parts[2] ?? ''] } : undefined;
}
