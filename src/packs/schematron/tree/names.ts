/**
 * Codes of expanded names, from 1, shared by the rules and the trees of a process: comparing names is comparing small integers. Rules alone give codes;
 * a name of a document that no rule mentions is 0, so that a document cannot make the table grow.
 */
const CODES = new Map<string, Map<string, number>>();
let given = 0;

/** The code of a name that a rule mentions. @param uri empty for no namespace. */
export function nameCode(uri: string, local: string): number {
  let ofNamespace = CODES.get(uri);
  if (!ofNamespace) {
    ofNamespace = new Map();
    CODES.set(uri, ofNamespace);
  }
  const known = ofNamespace.get(local);
  if (known !== undefined) return known;
  ofNamespace.set(local, ++given);
  return given;
}

/** The code of a name of a document: 0 when no rule mentions it so far. */
export function knownCode(uri: string, local: string): number {
  return CODES.get(uri)?.get(local) ?? 0;
}

/** Codes given so far. */
export function codesGiven(): number {
  return given;
}
