/**
 * A file of this package. The folder of this module and the one that it is bundled in (`dist/bundle`) both stand two below the package's.
 * @param path from the package's root, with `/`.
 */
export function packageFile(path: string): URL {
  return new URL(`../../${path}`, import.meta.url);
}
