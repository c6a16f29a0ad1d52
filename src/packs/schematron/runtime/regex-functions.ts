import { type Item, raise } from './items.js';
import { compileRegex, type Match, type Regex } from './regex.js';

/** fn:matches. @throws DynamicError FORX0001, FORX0002 */
export function matches(text: string, pattern: string, flags = ''): boolean {
  return compileRegex(pattern, flags).test(text);
}

/** fn:replace. @throws DynamicError also FORX0003 for an expression that matches nothing at all, FORX0004 for a wrong replacement */
export function replace(text: string, pattern: string, replacement: string, flags = ''): string {
  const regex = needsText(compileRegex(pattern, flags), pattern);
  const parts = parseReplacement(replacement, regex.groups);
  const usesGroups = parts.some((part) => typeof part === 'number' && part > 0);
  let result = '';
  let from = 0;
  for (const match of regex.find(text, usesGroups)) {
    result += text.slice(from, match.start) + filled(parts, match);
    from = match.end;
  }
  return result + text.slice(from);
}

/** fn:tokenize: nothing for an empty text. @throws DynamicError as `replace` */
export function tokenize(text: string, pattern: string, flags = ''): Item[] {
  // Before the expression is looked at, as the reference engine does.
  if (text === '') return [];
  const regex = needsText(compileRegex(pattern, flags), pattern);
  const tokens: Item[] = [];
  let from = 0;
  for (const { start, end } of regex.find(text)) {
    tokens.push(text.slice(from, start));
    from = end;
  }
  tokens.push(text.slice(from));
  return tokens;
}

function needsText(regex: Regex, pattern: string): Regex {
  return regex.test('') ? raise('FORX0003', `the regular expression "${pattern}" matches an empty text`) : regex;
}

function filled(parts: readonly (string | number)[], match: Match): string {
  return parts.map((part) => (typeof part === 'number' ? (match.group(part) ?? '') : part)).join('');
}

/** Texts, and numbers of groups: as many digits as there are groups for (XPath functions §7.6.3). */
function parseReplacement(text: string, groups: number): (string | number)[] {
  const parts: (string | number)[] = [];
  let plain = '';
  for (let offset = 0; offset < text.length; offset++) {
    const character = text.charAt(offset);
    const after = text.charAt(offset + 1);
    if (character === '\\') {
      if (after !== '\\' && after !== '$') return raise('FORX0004', `"${text}": a backslash that escapes nothing`);
      plain += after;
      offset++;
    } else if (character === '$') {
      if (!/^\d$/.test(after)) return raise('FORX0004', `"${text}": a dollar without the number of a group`);
      let group = Number(after);
      offset++;
      for (
        let digit = text.charAt(offset + 1);
        groups > 9 && /^\d$/.test(digit) && group * 10 + Number(digit) <= groups;
        digit = text.charAt(offset + 1)
      ) {
        group = group * 10 + Number(digit);
        offset++;
      }
      parts.push(plain, group);
      plain = '';
    } else plain += character;
  }
  parts.push(plain);
  return parts;
}
