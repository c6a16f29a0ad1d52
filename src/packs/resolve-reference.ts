/**
 * The path that a relative reference (RFC 3986 §4.2) means, its fragment left out.
 * @param from path in the pack of the file that holds it.
 * @returns undefined when it is absolute, has a scheme, a query or a backslash, or leaves the pack.
 */
export function pathOfReference(from: string, reference: string): string | undefined {
  const [relative = ''] = reference.trim().split('#');
  if (/^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/)|[\\?\0]/.test(relative)) return undefined;
  const reached = from.split('/').slice(0, -1);
  for (const segment of relative.split('/').map(decoded)) {
    if (segment === '' || segment === '.') continue;
    // An encoded slash is part of a name, and no file of a pack has such a name.
    if (segment === undefined || /[/\\\0]/.test(segment)) return undefined;
    if (segment !== '..') reached.push(segment);
    else if (reached.pop() === undefined) return undefined;
  }
  return reached.join('/');
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return undefined;
  }
}
