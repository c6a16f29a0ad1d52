/** More words than a mail written to be read has. */
const MOST_CHARACTERS = 50_000;

/**
 * The words of a text, each as a short print: a set check can tell that a text stands in another without keeping either. Punctuation and line breaks
 * count for nothing, since mailers fold lines and rewrite apostrophes. Empty when there is no word.
 */
export function wordPrints(text: string): string {
  const words =
    text
      .slice(0, MOST_CHARACTERS)
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? '' : ` ${words.map(print).join(' ')} `;
}

/** FNV-1a on the UTF-16 units of a word. */
function print(word: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
