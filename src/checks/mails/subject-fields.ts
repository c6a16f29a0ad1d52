/** Start of the subject of a mail that carries documents (référentiel socle MSSanté #2, ECO.2.1.3). */
const SUBJECT_PREFIX = 'XDM/1.0/DDM+';

/** What follows the prefix: label, NAME and given name hold blanks, so only the documents of the mail part them. */
export interface SubjectFields {
  /** Words of the label, of the name and of the given name. */
  readonly words: readonly string[];
  /** The last word, when it is made of figures: a birth date, in whatever form. */
  readonly date: string | undefined;
}

/** @param subject decoded; undefined is returned when it has no prefix */
export function subjectFields(subject: string): SubjectFields | undefined {
  if (!subject.startsWith(SUBJECT_PREFIX)) return undefined;
  const words = subject.slice(SUBJECT_PREFIX.length).split(' ');
  const date = /^\d[\d./-]*$/.test(words.at(-1) ?? '') ? words.at(-1) : undefined;
  return { words: date === undefined ? words : words.slice(0, -1), date };
}
