import picomatch from 'picomatch';

/** Whether a pattern of a manifest matches one of these paths: it is compiled once, for there may be thousands of each. */
export function matchesSome(paths: readonly string[], pattern: string): boolean {
  const matches = picomatch(pattern);
  return paths.some((path) => matches(path));
}
