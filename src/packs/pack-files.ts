/** The files of a pack: nothing outside its folder is ever read. Paths are from its root, with `/`, whatever the system. */
export interface PackFiles {
  /** Every file, sorted by code unit. */
  readonly paths: readonly string[];
  /**
   * The path of the file that a reference names.
   * @param from path of the file that holds the reference.
   * @returns undefined when the pack has none, or when the reference leaves it; `exact` is false where only the case differs.
   */
  resolve(from: string, reference: string): { readonly path: string; readonly exact: boolean } | undefined;
  /** @throws Error when the pack has no such file. */
  read(path: string): Uint8Array;
}
