import { folded } from '../../../identity/names.js';

/** How a text tells that a document replaces another: in the words that the REM gives (« annule et remplace » or close to it), in others, or not. */
export type Mention = 'told' | 'other-words' | 'none';

/** Case, accents, blanks, line breaks and the hyphens that cut a word do not count: a PDF is drawn line by line. */
export function mentionIn(text: string): Mention {
  const letters = lettersOf(text);
  if (/annul[a-z&]{0,60}remplac|remplac[a-z&]{0,60}annul/.test(letters)) return 'told';
  return /remplace/.test(letters) ? 'other-words' : 'none';
}

/** True for the words themselves, next to each other. */
export function isMention(text: string): boolean {
  return /annule(?:et|&)?remplace|remplace(?:et|&)?annule/.test(lettersOf(text));
}

function lettersOf(text: string): string {
  return folded(text).replace(/[^a-z&]+/g, '');
}
