/** Domain of the citizens' mailboxes of Mon espace santé. */
const PATIENT_DOMAIN = 'patient.mssante.fr';

/** Official mailbox that simulates a patient's answers: its local part is not a matricule (ANS FAQ). */
export const PATIENT_TEST_ADDRESS = 'reponse.automatique-test@patient.mssante.fr';

/** True for the address of a citizen. */
export function isPatientAddress(address: string): boolean {
  return address.toLowerCase().endsWith(`@${PATIENT_DOMAIN}`);
}

/** True for an address, or its URL, that carries a matricule: a citizen's, except the official mailbox of test. */
export function tellsMatricule(address: string): boolean {
  const bare = address.trim().replace(/^mailto:/i, '');
  return isPatientAddress(bare) && bare.toLowerCase() !== PATIENT_TEST_ADDRESS;
}

/** Addresses of an address list (RFC 5322 §3.4), without display names; groups are flattened. */
export function addressesOf(field: string): string[] {
  const withoutNames = dropQuoted(field).replace(/\([^()]*\)/g, '');
  const found: string[] = [];
  for (const piece of withoutNames.split(/[,;]/)) {
    const address = /<([^<>]*)>/.exec(piece)?.[1] ?? piece.slice(piece.indexOf(':') + 1);
    if (address.includes('@')) found.push(address.trim());
  }
  return found;
}

/** The text outside quotes; an opening quote that nothing closes takes the rest. */
function dropQuoted(text: string): string {
  let kept = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\' && quoted) at++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted) kept += character;
  }
  return kept;
}
