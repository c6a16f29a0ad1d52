import { RE2JS } from 're2js';

/** A pattern that runs in linear time: regular expressions that come from scenarios can't hang a run. */
export interface SafeRegex {
  test(text: string): boolean;
  replace(text: string, replacement: string): string;
  split(text: string): string[];
}

/**
 * Compiles a pattern with the flags of XPath (`i` `m` `s` `x`).
 * @throws an error of re2js for what linear-time matching can't do, e.g. look-around and back-references.
 */
export function safeRegex(pattern: string, flags = ''): SafeRegex {
  const spaced = flags.includes('x') ? pattern.replace(/[\t\n\r ]+/g, '') : pattern;
  const compiled = RE2JS.compile(
    spaced,
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
      (flags.includes('s') ? RE2JS.DOTALL : 0) |
      (flags.includes('m') ? RE2JS.MULTILINE : 0),
  );
  return {
    test: (text) => compiled.matcher(text).find(),
    replace: (text, replacement) => compiled.matcher(text).replaceAll(replacement),
    split: (text) => compiled.split(text, -1),
  };
}
