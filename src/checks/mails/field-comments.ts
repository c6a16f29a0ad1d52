/** A structured field without its comments (RFC 5322 §3.2.2), which may nest and stand between any two words; quoted strings are kept. */
export function withoutComments(field: string): string {
  let kept = '';
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < field.length; at++) {
    const character = field.charAt(at);
    const escaped = character === '\\' && (quoted || depth > 0);
    if (!quoted && character === '(') depth++;
    if (depth === 0) kept += escaped ? field.slice(at, at + 2) : character;
    if (escaped) at++;
    else if (depth === 0 && character === '"') quoted = !quoted;
    else if (depth > 0 && character === ')' && --depth === 0) kept += ' ';
  }
  return kept;
}
